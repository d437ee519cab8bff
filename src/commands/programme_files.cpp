// SPDX-License-Identifier: MIT
#include "commands/programme_files.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "checker/programme_check.hpp"
#include "exercise/languages.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace kindly {

namespace fs = std::filesystem;

ProgrammeExercises::ProgrammeExercises(const Catalogue& catalogue, const fs::path& programme,
                                       std::string language)
    : catalogue_(&catalogue), language_(std::move(language)) {
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
        const bool lies_beside =
            is_exercise_id(id) && fs::is_regular_file(file, none) && !Programmes({}).has(file.string());
        OpenedExercise written = catalogue_->open_as_written(lies_beside ? file.string() : id);
        if (language_.empty() || written.exercise == nullptr) { return written; }
        try {
            return catalogue_->open(lies_beside ? file.string() : id, language_);
        } catch (const Failure&) { // not there in it
            return written;
        }
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

std::vector<std::string> ProgrammeExercises::missing(const Programme& programme) {
    const std::vector<std::string> languages = languages_for(language_);
    std::vector<std::string> ids = exercises_of(programme);
    std::erase_if(ids, [&](const std::string& id) {
        const OpenedExercise* opened = find(id);
        return opened != nullptr && opened->exercise != nullptr &&
               std::find(languages.begin(), languages.end(), opened->exercise->language) != languages.end();
    });
    return ids;
}

std::optional<OpenedProgramme> programme_in(const OpenedProgramme& written, const std::string& language,
                                            const Catalogue& catalogue) {
    auto found = Programmes(catalogue.folders()).in_language(written, language);
    if (!found || found->original == nullptr) { return found; }
    if (!ProgrammeExercises(catalogue, written.file, language).missing(*found->programme).empty()) {
        return std::nullopt;
    }
    return found;
}

std::vector<std::string> languages_of(const OpenedProgramme& written, const Catalogue& catalogue) {
    std::vector<std::string> languages = Programmes(catalogue.folders()).languages_begun(written);
    std::erase_if(languages, [&](const std::string& language) {
        const auto found = programme_in(written, language, catalogue);
        return !found || found->programme->language != language;
    });
    return languages;
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
