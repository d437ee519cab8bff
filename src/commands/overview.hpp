// SPDX-License-Identifier: MIT
// An exercise as list and show describe it: its parts, its times, how many questions it asks; and the words
// for them. Knows no output.
#pragma once

#include "base/failure.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/fitting.hpp"
#include "person/preferences.hpp"

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

class Context;

struct Overview {
    OpenedExercise opened;
    std::shared_ptr<const Exercise> exercise;
    std::filesystem::path file;
    std::vector<Component> components; ///< in the order of first use
    TimeRange times;
    /// False where what is avoided leaves nothing whole, or a fragment is missing (then `problems` says so).
    bool can_be_used = true;
    std::vector<std::string> problems; ///< one line each
};

[[nodiscard]] Overview make_overview(const OpenedExercise& opened, const Preferences& preferences,
                                     const std::set<Avoidable>& avoided);

/// What is asked of expand() for this person: defaults, then their own settings. What of these does not fit
/// is added to `problems`.
[[nodiscard]] ExpandRequest request_for(const Exercise& exercise, const Preferences& preferences,
                                        const std::set<Avoidable>& avoided,
                                        std::vector<std::string>& problems);

/// The stable shape of `list --json`. Looks for all languages that the exercise is there in.
[[nodiscard]] nlohmann::ordered_json as_json(Context& context, const Overview& overview);

[[nodiscard]] const char* in_words(Component component); ///< "common humanity"
[[nodiscard]] const char* in_words(Intensity intensity);
[[nodiscard]] const char* in_words(Purpose purpose); ///< "being with a feeling"
[[nodiscard]] const char* in_words(Avoidable thing);

/// Where fit() found no way: how short it can be, and what else fits (exit 4). Reads the catalogue.
[[nodiscard]] Failure does_not_fit(Context& context, const Exercise& exercise, const PathTime& shortest,
                                   Milliseconds budget);

/// "about 4 minutes, two questions and a check-in": guided time, and what is not counted in it.
[[nodiscard]] std::string in_words(const PathTime& time);

} // namespace kindly
