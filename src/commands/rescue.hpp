// SPDX-License-Identifier: MIT
// When the practice log cannot be written: whether to practise unrecorded, and a file elsewhere for what
// could not be saved. Knows no database.
#pragma once

#include "base/failure.hpp"
#include "commands/practice_run.hpp"

#include <string>

namespace kindly {

class Context;
class Recorder;

/// Before a practice. Returns where somebody at the terminal agrees; throws the failure otherwise, naming
/// --unrecorded.
void agree_to_unrecorded(Context& context, const PracticeRequest& request, const Failure& failure);

/// Whether it is in that file now, which `erase` then names. Never replaces a file; says nothing.
bool save_beside(Context& context, const std::string& file, const Recorder& recorder) noexcept;

/// At the end of a practice that could not be saved: saves it in `file` (--rescue), or asks `somebody` at the
/// terminal for one. What to tell, whichever way it went.
[[nodiscard]] Failure not_in_the_log(Context& context, const std::string& file, const Recorder& recorder,
                                     bool somebody);

} // namespace kindly
