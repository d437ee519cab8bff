// SPDX-License-Identifier: MIT
// Grounding as a practice of its own: the library's fragment, or, where there is no library, a few lines that
// are part of the program, so that `kindly ground` always works.
#pragma once

#include "exercise/plan.hpp"

#include <memory>

namespace kindly {

class Context;

/// `with_closing_plan`: the person's own closing plan (kept words) comes first.
[[nodiscard]] std::shared_ptr<const Plan> grounding_plan(Context& context, bool with_closing_plan);

} // namespace kindly
