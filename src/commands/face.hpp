// SPDX-License-Identifier: MIT
// Which guide a practice is shown by: what --guide, --instant and the terminal make of it.
#pragma once

#include "guide/guide.hpp"

#include <memory>

namespace kindly {

class Context;
struct PracticeRequest;

[[nodiscard]] std::unique_ptr<Guide> make_guide(Context& context, const PracticeRequest& request,
                                                double pace);

} // namespace kindly
