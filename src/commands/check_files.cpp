// SPDX-License-Identifier: MIT
#include "commands/check_files.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/translate.hpp"
#include "checker/checker.hpp"
#include "checker/own_words.hpp"
#include "checker/translation.hpp"
#include "commands/file_sorts.hpp"
#include "commands/programme_files.hpp"
#include "exercise/limits.hpp"
#include "exercise/programme_reader.hpp"
#include "exercise/put_together.hpp"
#include "exercise/reader.hpp"
#include "homework/assignment_check.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/report_reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

bool is_json(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with(".");
}

/// Files of a folder and everything below it, in order. A folder that cannot be opened is a problem; links to
/// folders are not followed, so that this ends.
std::vector<fs::path> files_below(const fs::path& folder, std::vector<std::string>& problems) {
    std::vector<fs::path> found;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
        std::error_code none;
        const bool hidden = entry->path().filename().string().starts_with(".");
        if (entry->is_directory(none) && hidden) { entry.disable_recursion_pending(); }
        if (!entry->is_directory(none) && is_json(entry->path())) { found.push_back(entry->path()); }
    }
    if (error) {
        problems.push_back(fmt::format(fmt::runtime(_("The folder {} cannot be read to its end: {}")),
                                       folder.string(), error.message()));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::shared_ptr<const SourceText> source_of(const FileToCheck& file) {
    return std::make_shared<const SourceText>(file.name, read_file(file.file, limits::file_bytes));
}

/// "grounding/senses" and so on, from the folders where fragments are looked for.
std::vector<std::string> fragment_names(const fs::path& beside, const Catalogue& catalogue) {
    std::set<std::string> names;
    std::vector<fs::path> folders{beside.parent_path() / "library"};
    for (const auto& folder : catalogue.folders()) { folders.push_back(folder / "library"); }
    std::vector<std::string> problems; // there may be no such folder
    for (const auto& folder : folders) {
        for (const auto& file : files_below(folder, problems)) {
            const std::string name = file.lexically_relative(folder).replace_extension().string();
            if (name.find('.') == std::string::npos) { names.insert(name); }
        }
    }
    return {names.begin(), names.end()};
}

CheckRequest request_for(const OpenedExercise& opened, const Catalogue& catalogue, const std::string& today,
                         const OwnWords* own_words) {
    return {today, opened.find_fragment,
            [file = opened.file, &catalogue] { return fragment_names(file, catalogue); }, own_words};
}

/// What is wrong in fragments keeps the exercise from being used; it is said once, about the fragment's file.
void add_fragment_problems(const OpenedExercise& opened, Diagnostics& diagnostics) {
    for (const auto& problem : *opened.fragment_problems) {
        const bool known = std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& one) {
            return first_line(one) == first_line(problem);
        });
        if (!known) { diagnostics.push_back(problem); }
    }
}

/// The exercises that a translation lies beside, by the names of their files.
std::vector<std::string> ids_beside(const fs::path& translation) {
    std::vector<std::string> ids;
    const fs::path folder = translation.has_parent_path() ? translation.parent_path() : fs::path(".");
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
        const std::string stem = entry->path().stem().string();
        if (is_json(entry->path()) && stem.find('.') == std::string::npos) { ids.push_back(stem); }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void add(Diagnostics& diagnostics, const Diagnostics& more) {
    diagnostics.insert(diagnostics.end(), more.begin(), more.end());
}

/// What is wrong in the sentences of a translation, of all that is wrong in what was put together from it.
void add_of_translation(Diagnostics& diagnostics, Diagnostics found, const Document& document) {
    place_in_files(found, document);
    std::erase_if(found,
                  [&](const Diagnostic& one) { return one.source != document.parts->translation->source; });
    add(diagnostics, found);
}

} // namespace

FilesToCheck find_files_to_check(const std::vector<std::string>& names, const Catalogue& catalogue) {
    FilesToCheck found;
    std::set<fs::path> seen;
    const auto add = [&](const fs::path& file, bool named) {
        std::error_code none;
        const fs::path real = fs::weakly_canonical(file, none);
        if (seen.insert(none ? file : real).second) { found.files.push_back({file, file.string(), named}); }
    };
    for (const auto& name : names) {
        std::error_code none;
        if (fs::is_directory(name, none)) {
            for (const auto& file : files_below(name, found.problems)) { add(file, false); }
        } else if (fs::exists(fs::symlink_status(name, none)) || looks_like_path(name)) {
            add(name, true);
        } else {
            add(means_programme(name, catalogue) ? Programmes(catalogue.folders()).open(name).file
                                                 : catalogue.open_as_written(name).file,
                true);
        }
    }
    return found;
}

const OwnWords* FileChecker::own_words_beside(const fs::path& file) {
    const fs::path place = file.parent_path() / own_words_file;
    const auto [found, is_new] = own_words_.try_emplace(place);
    std::error_code none;
    if (is_new && fs::is_regular_file(place, none)) {
        found->second = read_own_words(source_of({place, place.string()})).words;
    }
    return found->second.get();
}

CheckedFile FileChecker::check_exercise(const FileToCheck& file, std::shared_ptr<const SourceText> source) {
    CheckedFile checked;
    checked.opened = catalogue_.open_source(std::move(source), file.file);
    checked.diagnostics = checked.opened.diagnostics;
    if (checked.opened.exercise == nullptr) { return checked; }
    if (auto finding = catalogue_.name_finding(checked.opened)) {
        checked.diagnostics.push_back(*std::move(finding));
    }
    const Checked result =
        kindly::check_exercise(checked.opened.exercise,
                               request_for(checked.opened, catalogue_, today_, own_words_beside(file.file)));
    checked.diagnostics.insert(checked.diagnostics.end(), result.diagnostics.begin(),
                               result.diagnostics.end());
    add_fragment_problems(checked.opened, checked.diagnostics);
    checked.times = result.times;
    return checked;
}

CheckedFile FileChecker::check_fragment(const FileToCheck& file, std::shared_ptr<const SourceText> source) {
    CheckedFile checked;
    const ReadFragment read = read_fragment(std::move(source));
    checked.diagnostics = read.diagnostics;
    if (read.fragment == nullptr) { return checked; }
    const Diagnostics more =
        kindly::check_fragment(*read.fragment, {today_, {}, {}, own_words_beside(file.file)});
    checked.diagnostics.insert(checked.diagnostics.end(), more.begin(), more.end());
    return checked;
}

CheckedFile FileChecker::check_programme(const FileToCheck& file, std::shared_ptr<const SourceText> source) {
    CheckedFile checked;
    ProgrammeExercises exercises(catalogue_, file.file);
    const OpenedProgramme opened = Programmes::open_source(std::move(source), file.file);
    checked.diagnostics = check_opened(opened, exercises, today_, own_words_beside(file.file));
    if (auto finding = Programmes(catalogue_.folders()).name_finding(opened)) {
        checked.diagnostics.push_back(*std::move(finding));
    }
    return checked;
}

Diagnostics FileChecker::assignment_findings(ReadAssignment read) const {
    if (read.assignment == nullptr) { return std::move(read.diagnostics); }
    const Diagnostics more = check_assignment(*read.assignment, catalogue_, today_);
    read.diagnostics.insert(read.diagnostics.end(), more.begin(), more.end());
    return std::move(read.diagnostics);
}

CheckedFile FileChecker::check_translation(const FileToCheck& file,
                                           std::shared_ptr<const SourceText> source) {
    CheckedFile checked;
    checked.name = file.name;
    ReadTranslation read = read_translation(std::move(source));
    checked.diagnostics = std::move(read.diagnostics);
    if (read.translation == nullptr) { return checked; }
    const Translation& translation = *read.translation;
    const auto places = places_of_original(translation, file.file, catalogue_.folders());
    const auto place = std::find_if(places.begin(), places.end(), [](const fs::path& one) {
        std::error_code none;
        return fs::is_regular_file(one, none);
    });
    if (place == places.end()) {
        std::vector<std::string> ids = ids_beside(file.file);
        for (auto& id : catalogue_.ids()) { ids.push_back(std::move(id)); }
        checked.diagnostics.push_back(original_not_found(translation, places, ids));
        return checked;
    }
    auto text = source_of({*place, place->string()});
    if (looks_like_programme(text->bytes())) {
        compare(translation, Programmes::open_source(std::move(text), *place), file, checked.diagnostics);
    } else if (translation.translates.find('/') != std::string::npos) {
        compare(translation, read_fragment(std::move(text)), file, checked.diagnostics);
    } else {
        compare(translation, catalogue_.open_as_written(fs::absolute(*place).string()), file,
                checked.diagnostics);
    }
    return checked;
}

void FileChecker::compare(const Translation& translation, const OpenedExercise& original,
                          const FileToCheck& file, Diagnostics& diagnostics) {
    // Mistakes of its own come first; they are said there.
    if (original.exercise == nullptr) { return add(diagnostics, original.diagnostics); }
    const CheckedTranslation result = kindly::check_translation(translation, *original.exercise);
    add(diagnostics, result.diagnostics);
    if (!result.can_be_run) { return; }
    const auto shown = catalogue_.translated(original, translation);
    if (!shown) {
        const auto missing = catalogue_.fragments_missing(original, translation.language);
        if (!missing.empty()) { diagnostics.push_back(fragments_not_translated(translation, missing)); }
        return;
    }
    const Checked checked = kindly::check_exercise(
        shown->exercise, request_for(*shown, catalogue_, today_, own_words_beside(file.file)));
    add_of_translation(diagnostics, checked.diagnostics, *shown->exercise->document);
}

void FileChecker::compare(const Translation& translation, const ReadFragment& original,
                          const FileToCheck& file, Diagnostics& diagnostics) {
    if (original.fragment == nullptr) { return add(diagnostics, original.diagnostics); }
    const CheckedTranslation result = kindly::check_translation(translation, *original.fragment);
    add(diagnostics, result.diagnostics);
    const auto shown = result.can_be_run ? put_together(*original.fragment, translation) : nullptr;
    if (shown == nullptr) { return; }
    add_of_translation(diagnostics,
                       kindly::check_fragment(*shown, {today_, {}, {}, own_words_beside(file.file)}),
                       *shown->document);
}

void FileChecker::compare(const Translation& translation, const OpenedProgramme& original,
                          const FileToCheck& file, Diagnostics& diagnostics) {
    if (original.programme == nullptr) { return add(diagnostics, original.diagnostics); }
    const CheckedTranslation result = kindly::check_translation(translation, *original.programme);
    add(diagnostics, result.diagnostics);
    const auto shown = result.can_be_run ? put_together(*original.programme, translation) : nullptr;
    if (shown == nullptr) { return; }
    ProgrammeExercises exercises(catalogue_, original.file, translation.language);
    const auto missing = exercises.missing(*original.programme);
    if (!missing.empty()) { diagnostics.push_back(exercises_not_translated(translation, missing)); }
    add_of_translation(diagnostics,
                       check_opened({shown, {}, original.file, original.programme}, exercises, today_,
                                    own_words_beside(file.file)),
                       *shown->document);
}

CheckedFile FileChecker::check(const FileToCheck& file) {
    auto source = source_of(file);
    CheckedFile checked;
    if (!file.named && is_not_ours(source->bytes())) {
        checked.not_ours = true;
    } else {
        switch (sort_of(file.file, source->bytes())) {
        case FileSort::exercise: checked = check_exercise(file, std::move(source)); break;
        case FileSort::fragment: checked = check_fragment(file, std::move(source)); break;
        case FileSort::programme: checked = check_programme(file, std::move(source)); break;
        case FileSort::assignment: checked.diagnostics = assignment_findings(read_assignment(source)); break;
        case FileSort::plan: checked.diagnostics = assignment_findings(read_plan(source)); break;
        case FileSort::report: checked.diagnostics = read_report(source).diagnostics; break;
        case FileSort::translation: checked = check_translation(file, std::move(source)); break;
        case FileSort::own_words: checked.diagnostics = read_own_words(source).diagnostics; break;
        }
    }
    checked.name = file.name;
    sort_by_place(checked.diagnostics);
    return checked;
}

Diagnostics check_opened(const OpenedExercise& opened, const Catalogue& catalogue, const std::string& today) {
    if (opened.exercise == nullptr) { return opened.diagnostics; }
    Checked checked = check_exercise(opened.exercise, request_for(opened, catalogue, today, nullptr));
    add_fragment_problems(opened, checked.diagnostics);
    return std::move(checked.diagnostics);
}

} // namespace kindly
