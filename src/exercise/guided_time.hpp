// SPDX-License-Identifier: MIT
// How long a plan takes: guided time (reading, silences, breathing, and what questions expect) along every
// path that answers can lead to, at pace 1. Grounding is not counted; check-ins and questions without
// `expect` are counted apart. See kindly-exercise(5), TIME.
#pragma once

#include "exercise/plan.hpp"
#include "exercise/ways.hpp"

namespace kindly {

/// How much of the elastic parts is used.
enum class Stretch { shortest, fitted, usual, longest };

/// Guided time of one instruction; zero for check-ins and questions without `expect`. What is recalled
/// depends on whether there is anything to show.
[[nodiscard]] Milliseconds guided_time(const Instruction& instruction, bool nothing_to_show, Stretch stretch);

struct PathTime {
    Milliseconds guided{};
    int questions = 0; ///< without `expect`
    int check_ins = 0;
};

/// Of all ways through the main sections and the closing. Where the ways are not exact these are bounds,
/// which no way passes.
[[nodiscard]] PathTime longest_way(const Plan& plan, const Ways& ways, Stretch stretch);
[[nodiscard]] PathTime shortest_way(const Plan& plan, const Ways& ways, Stretch stretch);

} // namespace kindly
