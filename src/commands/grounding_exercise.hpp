// SPDX-License-Identifier: MIT
// Grounding as a practice of its own: the library's fragment, or, where there is no library, a few lines that
// are part of the program, so that `kindly ground` always works.
#pragma once

#include "exercise/exercise.hpp"
#include "exercise/plan.hpp"

#include <memory>
#include <set>
#include <string>

namespace kindly {

class Context;

/// The library's, from whichever folder has it in the language that is spoken; null where none has, or it
/// cannot be read.
[[nodiscard]] std::shared_ptr<const Fragment> library_grounding(Context& context);
/// For a program without its library. Outward, eyes open, nothing asked.
[[nodiscard]] Steps own_grounding();

struct GroundingRequest {
    std::string closing_plan; ///< the person's own, which comes first; empty for none
    bool somebody = false;    ///< at the terminal: their own words stay until they go on
    std::set<Avoidable> avoided;
};
[[nodiscard]] std::shared_ptr<const Plan> grounding_plan(Context& context, const GroundingRequest& request);

} // namespace kindly
