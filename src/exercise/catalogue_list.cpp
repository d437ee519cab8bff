// SPDX-License-Identifier: MIT
// What there is: lists of exercises and of languages.
#include "base/failure.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/catalogue_files.hpp"
#include "exercise/languages.hpp"

#include <algorithm>

namespace kindly {

namespace fs = std::filesystem;

/// By files that are exercises of their own.
std::set<std::string> Catalogue::languages_written(const std::string& id) const {
    std::set<std::string> languages;
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) {
            if (promised.id != id) { continue; }
            if (promised.language.empty()) {
                const OpenedExercise opened = open_named_file(file, promised, folders_, read_);
                if (opened.exercise) { languages.insert(opened.exercise->language); }
            } else if (!read_->translation(file).is_one) {
                languages.insert(promised.language);
            }
        }
    }
    return languages;
}

std::vector<std::string> Catalogue::languages_of(const OpenedExercise& opened) const {
    const OpenedExercise written =
        opened.original ? open_exercise_file(opened.file, folders_, read_) : opened;
    std::set<std::string> languages{written.exercise->language};
    for (const fs::path& folder : beside(written.file)) {
        for (const auto& [file, promised] : exercise_files(folder)) {
            if (promised.id != written.exercise->id || promised.language.empty()) { continue; }
            try {
                if (!read_->translation(file).is_one || translated_into(written, promised.language)) {
                    languages.insert(promised.language);
                }
            } catch (const Failure&) { // a file that cannot be read is no language more
                continue;
            }
        }
    }
    return {languages.begin(), languages.end()};
}

Listing Catalogue::list(const std::optional<std::string>& language) const {
    Listing listing;
    std::set<std::pair<std::string, std::string>> taken; // id and language
    std::set<fs::path> shadowed;                         // names of broken files: open() stops at them, too
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) {
            if (shadowed.contains(file.filename())) { continue; }
            try {
                if (!promised.language.empty() && read_->translation(file).is_one) { continue; }
                OpenedExercise opened = open_named_file(file, promised, folders_, read_);
                if (!opened.exercise) {
                    shadowed.insert(file.filename());
                    const auto first_error = std::find_if(
                        opened.diagnostics.begin(), opened.diagnostics.end(),
                        [](const Diagnostic& finding) { return finding.severity == Severity::error; });
                    std::string problem =
                        first_error == opened.diagnostics.end() ? file.string() : first_line(*first_error);
                    listing.broken.push_back({file, std::move(opened.diagnostics), std::move(problem)});
                } else if (taken.emplace(opened.exercise->id, opened.exercise->language).second) {
                    listing.exercises.push_back(std::move(opened));
                }
            } catch (const Failure& failure) { // one unreadable file must not hide the others
                shadowed.insert(file.filename());
                listing.broken.push_back({file, {}, failure.what()});
            }
        }
    }
    std::sort(listing.exercises.begin(), listing.exercises.end(), [](const auto& left, const auto& right) {
        return std::pair(left.exercise->id, left.exercise->language) <
               std::pair(right.exercise->id, right.exercise->language);
    });
    choose_languages(listing, language);
    return listing;
}

/// Of each exercise, what open() would give.
void Catalogue::choose_languages(Listing& listing, const std::optional<std::string>& language) const {
    const std::vector<std::string> wanted = language ? std::vector{*language} : preferred_;
    if (wanted.empty()) { return; }
    std::vector<OpenedExercise> chosen;
    for (auto first = listing.exercises.begin(); first != listing.exercises.end();) {
        const std::string& id = first->exercise->id;
        const auto end = std::find_if(first, listing.exercises.end(),
                                      [&](const auto& one) { return one.exercise->id != id; });
        std::optional<OpenedExercise> found;
        for (const std::string& one : wanted) {
            // What was written in it goes before a translation, as in open().
            for (const std::string& nearer : languages_for(one)) {
                const auto own = std::find_if(
                    first, end, [&](const auto& opened) { return opened.exercise->language == nearer; });
                if (!found && own != end) { found = *own; }
                for (auto original = first; !found && original != end; ++original) {
                    if (original->file.filename() == id + ".json") {
                        found = translated_into(*original, nearer);
                    }
                }
            }
            if (found) { break; }
        }
        if (found) {
            chosen.push_back(*std::move(found));
        } else if (!language) {
            chosen.insert(chosen.end(), first, end);
        }
        first = end;
    }
    listing.exercises = std::move(chosen);
}

std::vector<std::string> Catalogue::languages() const {
    std::set<std::string> languages{"en"}; // what is written in it needs no name for it
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) {
            if (!promised.language.empty()) { languages.insert(promised.language); }
        }
    }
    return {languages.begin(), languages.end()};
}

std::vector<std::string> Catalogue::ids() const {
    std::set<std::string> names;
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) { names.insert(promised.id); }
    }
    return {names.begin(), names.end()};
}

} // namespace kindly
