// SPDX-License-Identifier: MIT
// A practice that is homework: which exercise, in which form, and under which id it is recorded. Asks nobody
// and records nothing.
#pragma once

#include "commands/practice_run.hpp"
#include "exercise/catalogue.hpp"
#include "journal/journal.hpp"

#include <optional>
#include <string>

namespace kindly {

class Context;

/// For --homework ID: fills in what the homework says and the person did not (exercise, minutes, settings),
/// and gives the exercise where it came with the homework. Throws Failure where there is no such homework
/// (not_found), the exercise is not in it (usage), or nothing of it is waiting today (not_found).
[[nodiscard]] std::optional<OpenedExercise> prepare_homework(Context& context, PracticeRequest& request);

/// As Context::open_exercise(); of an exercise that homework brought along, Failure says how to practise it.
/// `language` may be empty.
[[nodiscard]] OpenedExercise open_to_practise(Context& context, const std::string& exercise,
                                              const std::string& language);

/// A practice of an exercise that homework is waiting for counts by itself: the id of that homework; empty
/// where none is. Never throws: counting must not stand in anybody's way.
[[nodiscard]] std::string homework_waiting_for(const Journal& journal, const std::string& exercise,
                                               Moment started_at, Milliseconds day_starts);

} // namespace kindly
