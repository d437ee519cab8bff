// SPDX-License-Identifier: MIT
// Which exercises of the catalogue can be done in a given time, for this person. Reads the whole catalogue:
// only for when something else did not fit.
#pragma once

#include "base/duration.hpp"

#include <string>
#include <vector>

namespace kindly {

class Context;

/// Ids, a handful at most.
[[nodiscard]] std::vector<std::string> exercises_that_fit(Context& context, Milliseconds budget);

} // namespace kindly
