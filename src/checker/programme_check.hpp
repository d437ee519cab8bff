// SPDX-License-Identifier: MIT
// Everything that is to be said about a programme that can be read: whether its exercises are there and can
// be what it asks (P001, P004), whether its days fit together (P002), strong exercises (P003), wording, its
// heading. Knows no files and prints nothing; whoever calls it finds the exercises.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/programme.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kindly {

class Findings;
struct OwnWords;

struct ProgrammeRequest {
    std::string today; ///< YYYY-MM-DD: reviews have dates
    /// Null where there is none by this id; its exercise is null where it has errors.
    std::function<const OpenedExercise*(const std::string& id)> find_exercise;
    /// The names of all exercises; asked for only to say what was meant.
    std::function<std::vector<std::string>()> exercise_ids;
    const OwnWords* own_words = nullptr; ///< from beside the programme; may be null
};

[[nodiscard]] Diagnostics check_programme(const Programme& programme, const ProgrammeRequest& request);

/// P002.
void check_days(const Programme& programme, Findings& findings);
/// P003. Exercises that are not found are passed over.
void check_strong(const Programme& programme, const ProgrammeRequest& request, Findings& findings);

/// Where this item names the exercise.
[[nodiscard]] Span place_of(const ProgrammeItem& item, const std::string& exercise);

} // namespace kindly
