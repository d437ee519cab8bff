// SPDX-License-Identifier: MIT
// The way through an exercise as a chart: sections, questions, conditions, jumps, check-ins with what they
// offer, and grounding as a detour. What only follows one after the other is one box. Part of `kindly
// preview`. Knows no output.
#pragma once

#include "commands/script_words.hpp"
#include "render/flowchart.hpp"

namespace kindly {

[[nodiscard]] Flowchart make_chart(const ScriptWords& words);

} // namespace kindly
