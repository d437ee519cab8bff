// SPDX-License-Identifier: MIT
#include "commands/what_fits.hpp"

#include "commands/context.hpp"
#include "commands/overview.hpp"
#include "exercise/fitting.hpp"

#include <algorithm>

namespace kindly {

std::vector<std::string> exercises_that_fit(Context& context, Milliseconds budget) {
    constexpr std::size_t handful = 5;
    std::vector<std::string> ids;
    const Preferences& person = context.preferences();
    for (const auto& opened : context.list_exercises().exercises) {
        if (ids.size() == handful) { break; }
        const Exercise& exercise = *opened.exercise;
        const bool unsuitable = exercise.safety.intensity == Intensity::strong ||
                                std::any_of(exercise.needs.begin(), exercise.needs.end(),
                                            [&](Avoidable thing) { return person.avoided.contains(thing); });
        if (unsuitable || std::find(ids.begin(), ids.end(), exercise.id) != ids.end()) { continue; }
        std::vector<std::string> problems;
        const ExpandRequest request = request_for(exercise, person, person.avoided, problems);
        if (fit(opened.exercise, opened.find_fragment, request, budget).plan != nullptr) {
            ids.push_back(exercise.id);
        }
    }
    return ids;
}

} // namespace kindly
