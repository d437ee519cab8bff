// SPDX-License-Identifier: MIT
// The exercises of one homework: those that came with it, which are for it alone, before the library's. Knows
// nothing of what is due.
#pragma once

#include "exercise/catalogue.hpp"
#include "journal/homework.hpp"

#include <optional>
#include <string>

namespace kindly {

/// Its fragments come from the catalogue alone.
[[nodiscard]] OpenedExercise open_brought(const HomeworkExercise& own, const Catalogue& catalogue);
/// Throws as Catalogue::open() does.
[[nodiscard]] OpenedExercise open_for(const HomeworkRow& row, const std::string& exercise,
                                      const std::optional<std::string>& language, const Catalogue& catalogue);
/// The exercise's title; its id where it cannot be opened, or `catalogue` is null; empty for no exercise.
[[nodiscard]] std::string title_of(const HomeworkRow& row, const std::string& exercise,
                                   const Catalogue* catalogue);

/// Whether the exercise is a strong one; false where it cannot be opened.
[[nodiscard]] bool is_strong(const HomeworkRow& row, const std::string& exercise, const Catalogue& catalogue);

} // namespace kindly
