// SPDX-License-Identifier: MIT
// Walks through a plan for every combination of answers that can make a difference (exercise format 1,
// section 14). Answers fall into classes: the options and thresholds that conditions name, the rest, and "not
// answered".
#pragma once

#include "exercise/guided_time.hpp"
#include "exercise/plan.hpp"

#include <set>

namespace kindly {

/// Whether an instruction is a step that a person meets, not a branch or jump.
[[nodiscard]] bool is_step(const Instruction& instruction);

/// Where the walk can go after an instruction.
[[nodiscard]] std::vector<std::size_t> successors(const Instruction& instruction, std::size_t at);

/// Every distinct path; false, with `paths` incomplete, when more than `most_walks` combinations would be
/// needed.
[[nodiscard]] bool walk_by_answers(const Plan& plan, std::size_t most_walks, std::set<Path>& paths);

} // namespace kindly
