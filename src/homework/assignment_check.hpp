// SPDX-License-Identifier: MIT
// What can only be known of an assignment with the library and the date at hand: family H. The reader has
// read it without errors. Prints nothing.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/catalogue.hpp"
#include "homework/assignment.hpp"
#include "journal/homework.hpp"

#include <string>
#include <vector>

namespace kindly {

/// `today`: local_day(now, day_starts); empty: nothing is said about dates (`kindly check`).
/// A plan has no digests, and none are asked for. `along`: exercises that will travel with what is made of a
/// plan, and do not stand in it.
[[nodiscard]] Diagnostics check_assignment(const Assignment& assignment, const Catalogue& catalogue,
                                           const std::string& today,
                                           const std::vector<HomeworkExercise>& along = {});

/// Opens an exercise as the assignment means it, as it was written: its own before the library's. Throws as
/// Catalogue::open().
[[nodiscard]] OpenedExercise open_for(const Assignment& assignment, const std::string& exercise,
                                      const Catalogue& catalogue);

/// Those that came with it, as the log keeps them.
[[nodiscard]] std::vector<HomeworkExercise> exercises_to_keep(const Assignment& assignment);

} // namespace kindly
