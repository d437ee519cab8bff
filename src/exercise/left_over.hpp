// SPDX-License-Identifier: MIT
// What is said where a practice has more time than its exercise can fill. On its own, because people meet it
// in their language; most of what expand.cpp can say is for authors.
#pragma once

#include "base/duration.hpp"

#include <string>

namespace kindly {

/// `left`: until the closing begins; more than nothing.
[[nodiscard]] std::string time_left_over(Milliseconds left);

} // namespace kindly
