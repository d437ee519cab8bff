// SPDX-License-Identifier: MIT
// A whole exercise on paper, for supervision: what it is, how long it takes, what keeps it safe, every step,
// and where it comes from. Part of `kindly preview`. Knows no output.
#pragma once

#include "commands/script_words.hpp"
#include "exercise/fitting.hpp"
#include "render/paper.hpp"

namespace kindly {

[[nodiscard]] Paper make_preview(const ScriptWords& words, const TimeRange& times, bool notes);

} // namespace kindly
