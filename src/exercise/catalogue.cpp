// SPDX-License-Identifier: MIT
#include "exercise/catalogue.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/catalogue_files.hpp"
#include "exercise/languages.hpp"
#include "exercise/put_together.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".json";

Failure unknown(const std::string& name, const std::vector<std::string>& ids) {
    std::string sentence = fmt::format(fmt::runtime(_("There is no exercise \"{}\"")), name);
    if (const auto near = nearest(name, ids)) {
        sentence += fmt::format(fmt::runtime(_(". Did you mean \"{}\"?")), *near);
    }
    return {ExitCode::not_found, std::move(sentence),
            _("\"kindly list\" shows the exercises that there are.")};
}

/// `started`: there is a translation, but it is not whole.
Failure other_language(const std::string& name, const std::string& wanted,
                       const std::vector<std::string>& languages, const std::optional<fs::path>& started) {
    return {ExitCode::not_found,
            languages.empty()
                ? fmt::format(fmt::runtime(_("\"{}\" is not available in the language \"{}\"")), name, wanted)
                : fmt::format(fmt::runtime(_("\"{}\" is not available in the language \"{}\", but in: {}")),
                              name, wanted, joined(languages, ", ")),
            started ? fmt::format(fmt::runtime(_("Its translation is not whole yet: \"kindly check {}\" says "
                                                 "what is missing.")),
                                  started->string())
                    : std::string()};
}

} // namespace

bool looks_like_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(ending);
}

Catalogue::Catalogue(std::vector<fs::path> folders, std::vector<std::string> preferred)
    : folders_(std::move(folders)), preferred_(std::move(preferred)), read_(std::make_shared<FilesRead>()) {}

OpenedExercise Catalogue::open(const std::string& name, const std::optional<std::string>& language) const {
    if (looks_like_path(name)) {
        OpenedExercise written = open_path(name);
        // With mistakes its language can't be known; and whoever names a translation has chosen.
        if (!written.exercise || (written.original && !language)) { return written; }
        for (const std::string& wanted : language ? std::vector{*language} : preferred_) {
            if (auto found = find_in(written, wanted)) { return *std::move(found); }
        }
        if (!language) { return written; }
        throw other_language(name, *language, languages_of(written),
                             begun_translation(written.exercise->id, *language));
    }
    if (!is_exercise_id(name)) { throw unknown(name, ids()); }
    for (const std::string& wanted : language ? std::vector{*language} : preferred_) {
        if (auto found = find_in(name, wanted)) { return *std::move(found); }
    }
    if (!language) { return open_as_written(name); }
    std::set<std::string> languages = languages_written(name);
    if (auto first = first_named(name)) {
        if (!first->exercise) { return *std::move(first); }
        for (auto& other : languages_of(*first)) { languages.insert(std::move(other)); }
    }
    if (languages.empty()) { throw unknown(name, ids()); }
    throw other_language(name, *language, {languages.begin(), languages.end()},
                         begun_translation(name, *language));
}

OpenedExercise Catalogue::open_as_written(const std::string& name) const {
    if (looks_like_path(name)) {
        OpenedExercise opened = open_path(name);
        return opened.original ? open_path(opened.file.string()) : opened;
    }
    if (!is_exercise_id(name)) { throw unknown(name, ids()); }
    if (auto first = first_named(name)) { return *std::move(first); }
    const std::set<std::string> languages = languages_written(name);
    if (languages.empty()) { throw unknown(name, ids()); }
    throw Failure(
        ExitCode::not_found,
        fmt::format(fmt::runtime(_("\"{}\" is available in: {}")), name, fmt::join(languages, ", ")),
        fmt::format(fmt::runtime(_("Choose one with --language {}.")), *languages.begin()));
}

OpenedExercise Catalogue::open_path(const std::string& name) const {
    std::error_code none;
    if (!fs::exists(fs::symlink_status(name, none))) {
        throw Failure(ExitCode::not_found, fmt::format(fmt::runtime(_("There is no file {}")), name));
    }
    const fs::path file = name;
    const TranslationFile& translation = read_->translation(file);
    if (!translation.is_one) { return open_exercise_source(translation.source, file, folders_, read_); }
    if (translation.translation != nullptr) {
        const std::string& id = translation.translation->translates;
        for (const fs::path& folder : beside(file)) {
            const fs::path original = folder / (id + ".json");
            if (!is_exercise_id(id) || !is_there(original)) { continue; }
            if (auto found =
                    translated(open_exercise_file(original, folders_, read_), *translation.translation)) {
                return *std::move(found);
            }
            break;
        }
    }
    throw Failure(ExitCode::invalid_file,
                  fmt::format(fmt::runtime(_("{} is a translation, and cannot be used as it is")), name),
                  fmt::format(fmt::runtime(_("\"kindly check {}\" says what is missing.")), name));
}

/// ID.json of the first folder that has one, with or without mistakes.
std::optional<OpenedExercise> Catalogue::first_named(const std::string& id) const {
    for (const fs::path& folder : folders_) {
        const fs::path file = folder / (id + ".json");
        if (is_there(file)) { return open_named_file(file, {id, {}}, folders_, read_); }
    }
    return std::nullopt;
}

std::optional<OpenedExercise> Catalogue::written_in(const std::string& id,
                                                    const std::string& language) const {
    for (const fs::path& folder : folders_) {
        const fs::path own_file = folder / fmt::format("{}.{}.json", id, language);
        if (may_be_language(language) && is_there(own_file) && !read_->translation(own_file).is_one) {
            return open_named_file(own_file, {id, language}, folders_, read_);
        }
        const fs::path file = folder / (id + ".json");
        if (!is_there(file)) { continue; }
        OpenedExercise opened = open_named_file(file, {id, {}}, folders_, read_);
        if (opened.exercise && opened.exercise->language == language) { return opened; }
    }
    return std::nullopt;
}

std::optional<OpenedExercise> Catalogue::translated_into(const OpenedExercise& written,
                                                         const std::string& language) const {
    if (!may_be_language(language)) { return std::nullopt; }
    const std::string name = fmt::format("{}.{}.json", written.exercise->id, language);
    for (const fs::path& folder : beside(written.file)) {
        try {
            if (!is_there(folder / name)) { continue; }
            const TranslationFile& file = read_->translation(folder / name);
            if (file.translation == nullptr || file.translation->language != language) { continue; }
            if (auto found = translated(written, *file.translation)) { return found; }
        } catch (const Failure&) { // a file that cannot be read: then it is not there in this language
            continue;
        }
    }
    return std::nullopt;
}

std::optional<OpenedExercise> Catalogue::find_in(const std::string& id, const std::string& language) const {
    for (const std::string& wanted : languages_for(language)) {
        if (auto found = written_in(id, wanted)) { return found; }
        const auto first = first_named(id);
        if (!first || !first->exercise) { continue; }
        if (auto found = translated_into(*first, wanted)) { return found; }
    }
    return std::nullopt;
}

std::optional<OpenedExercise> Catalogue::find_in(const OpenedExercise& written,
                                                 const std::string& language) const {
    for (const std::string& wanted : languages_for(language)) {
        if (written.exercise->language == wanted) { return written; }
        if (written.original) { continue; }
        if (auto found = translated_into(written, wanted)) { return found; }
    }
    return std::nullopt;
}

/// Where the translations of this file are looked for, and the originals of a translation: beside it; and,
/// for one of the catalogue, in its other folders.
std::vector<fs::path> Catalogue::beside(const fs::path& file) const {
    std::vector<fs::path> places{file.parent_path()};
    std::error_code none;
    const auto is_here = [&](const fs::path& folder) {
        return fs::equivalent(folder, places.front().empty() ? fs::path(".") : places.front(), none);
    };
    if (std::any_of(folders_.begin(), folders_.end(), is_here)) {
        places.insert(places.end(), folders_.begin(), folders_.end());
    }
    return places;
}

std::optional<fs::path> Catalogue::begun_translation(const std::string& id,
                                                     const std::string& language) const {
    for (const fs::path& folder : folders_) {
        const fs::path file = folder / fmt::format("{}.{}.json", id, language);
        if (may_be_language(language) && is_there(file) && read_->translation(file).is_one) { return file; }
    }
    return std::nullopt;
}

bool Catalogue::available_in(const std::string& id, const std::string& language) const {
    if (!is_exercise_id(id)) { return false; }
    const auto found = find_in(id, language);
    return found && found->exercise;
}

OpenedExercise Catalogue::open_source(std::shared_ptr<const SourceText> source, const fs::path& file) const {
    return open_exercise_source(std::move(source), file, folders_, read_);
}

std::optional<Diagnostic> Catalogue::name_finding(const OpenedExercise& opened) const {
    if (!opened.exercise || !lies_in_one(opened.file, folders_)) { return std::nullopt; }
    return kindly::name_finding(*opened.exercise, opened.file);
}

std::optional<OpenedExercise> Catalogue::translated(const OpenedExercise& original,
                                                    const Translation& translation) const {
    if (!original.exercise) { return std::nullopt; }
    OpenedExercise opened;
    opened.exercise = put_together(*original.exercise, translation);
    if (!opened.exercise) { return std::nullopt; }
    opened.original = original.exercise;
    opened.diagnostics = original.diagnostics;
    opened.file = original.file;
    add_library(opened, folders_, read_);
    if (!missing_fragments(*opened.exercise, opened.find_fragment).empty()) { return std::nullopt; }
    return opened;
}

std::vector<std::string> Catalogue::fragments_missing(const OpenedExercise& original,
                                                      const std::string& language) const {
    FragmentLibrary library(library_folders(original.file, folders_), language,
                            std::make_shared<Diagnostics>(), read_);
    return missing_fragments(*original.exercise,
                             [&](const std::string& id, int major) { return library.find(id, major); });
}

std::shared_ptr<const Fragment> Catalogue::fragment(const std::string& id, int major,
                                                    const std::string& language) const {
    std::vector<fs::path> libraries;
    for (const fs::path& folder : folders_) { libraries.push_back(folder / "library"); }
    return FragmentLibrary(std::move(libraries), language, std::make_shared<Diagnostics>(), read_)
        .find(id, major);
}

} // namespace kindly
