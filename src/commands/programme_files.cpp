// SPDX-License-Identifier: MIT
#include "commands/programme_files.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "checker/programme_check.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace kindly {

namespace fs = std::filesystem;

ProgrammeExercises::ProgrammeExercises(const Catalogue& catalogue, const fs::path& programme)
    : catalogue_(&catalogue) {
    std::error_code none;
    beside_ = fs::absolute(programme, none).parent_path();
    if (beside_.filename() == "programmes") { beside_ = beside_.parent_path(); }
}

const OpenedExercise* ProgrammeExercises::find(const std::string& id) {
    const auto [place, is_new] = read_.try_emplace(id);
    if (is_new) { place->second = open(id); }
    return place->second ? &*place->second : nullptr;
}

std::optional<OpenedExercise> ProgrammeExercises::open(const std::string& id) const {
    const fs::path file = beside_ / (id + ".json");
    std::error_code none;
    try {
        // Not the programme itself, nor another one.
        if (is_exercise_id(id) && fs::is_regular_file(file, none) && !Programmes({}).has(file.string())) {
            return catalogue_->open(file.string(), std::nullopt);
        }
        return catalogue_->open(id, std::nullopt);
    } catch (const Failure& failure) {
        if (failure.code() == ExitCode::not_found) { return std::nullopt; }
        OpenedExercise unreadable; // there is a file, but it can't be read
        unreadable.file = id;
        return unreadable;
    }
}

std::vector<std::string> ProgrammeExercises::ids() const {
    std::set<std::string> all;
    for (const std::string& id : Catalogue({beside_}).ids()) { all.insert(id); }
    for (const std::string& id : catalogue_->ids()) { all.insert(id); }
    return {all.begin(), all.end()};
}

bool names_programme(const std::string& name, const Catalogue& catalogue) {
    if (!Programmes(catalogue.folders()).has(name)) { return false; }
    if (looks_like_path(name)) { return true; }
    const auto ids = catalogue.ids();
    return !std::binary_search(ids.begin(), ids.end(), name);
}

bool means_programme(const std::string& name, const Catalogue& catalogue) {
    if (names_programme(name, catalogue)) { return true; }
    if (looks_like_path(name)) { return false; }
    const auto exercises = catalogue.ids();
    return !nearest(name, exercises) && nearest(name, Programmes(catalogue.folders()).ids());
}

Diagnostics check_opened(const OpenedProgramme& opened, ProgrammeExercises& exercises,
                         const std::string& today, const OwnWords* own_words) {
    Diagnostics all = opened.diagnostics;
    if (opened.programme == nullptr) { return all; }
    const Diagnostics more =
        check_programme(*opened.programme, {today, [&](const std::string& id) { return exercises.find(id); },
                                            [&] { return exercises.ids(); }, own_words});
    all.insert(all.end(), more.begin(), more.end());
    sort_by_place(all);
    return all;
}

} // namespace kindly
