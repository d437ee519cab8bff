// SPDX-License-Identifier: MIT
#include "homework/own_exercise.hpp"

#include "base/failure.hpp"

#include <algorithm>

namespace kindly {

OpenedExercise open_brought(const HomeworkExercise& own, const Catalogue& catalogue) {
    const std::string name = own.id + ".json";
    // Fragments are the library's: what lies in the folder where somebody happens to be has no say.
    const auto& folders = catalogue.folders();
    const std::filesystem::path file = (folders.empty() ? std::filesystem::path("/") : folders.back()) / name;
    return catalogue.open_source(std::make_shared<const SourceText>(name, own.bytes), file);
}

OpenedExercise open_for(const HomeworkRow& row, const std::string& exercise,
                        const std::optional<std::string>& language, const Catalogue& catalogue) {
    const auto own = std::find_if(row.exercises.begin(), row.exercises.end(),
                                  [&](const HomeworkExercise& one) { return one.id == exercise; });
    if (own == row.exercises.end()) { return catalogue.open(exercise, language); }
    return open_brought(*own, catalogue);
}

std::string title_of(const HomeworkRow& row, const std::string& exercise, const Catalogue* catalogue) {
    if (exercise.empty() || catalogue == nullptr) { return exercise; }
    try {
        const OpenedExercise opened = open_for(row, exercise, std::nullopt, *catalogue);
        if (opened.exercise != nullptr) { return opened.exercise->title; }
    } catch (const Failure&) { // whoever practises it is told; its name is enough here
    }
    return exercise;
}

bool is_strong(const HomeworkRow& row, const std::string& exercise, const Catalogue& catalogue) {
    try {
        const OpenedExercise opened = open_for(row, exercise, std::nullopt, catalogue);
        return opened.exercise != nullptr && opened.exercise->safety.intensity == Intensity::strong;
    } catch (const Failure&) { // whoever practises it is told
        return false;
    }
}

} // namespace kindly
