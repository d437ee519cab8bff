// SPDX-License-Identifier: MIT
// Exercises that come with homework: kept with it, so that it goes on as it was set wherever its files are.
// Knows nothing of the log.
#pragma once

#include "commands/programme_page.hpp"
#include "journal/homework.hpp"

#include <vector>

namespace kindly {

class Context;

/// Those of a programme that the library does not have. Throws Failure (invalid_file) for one that carries
/// the id of another exercise in the library, or that needs fragments from elsewhere.
[[nodiscard]] std::vector<HomeworkExercise> brought_along(Context& context, UsableProgramme& usable);

/// The same for one exercise that is at hand as bytes: nothing wrong, or Failure.
void refuse_unfit(Context& context, const HomeworkExercise& exercise);

/// The digest of the library's exercise by this id; empty where it has none that can be read.
[[nodiscard]] std::string digest_in_library(const Catalogue& catalogue, const std::string& id);

} // namespace kindly
