// SPDX-License-Identifier: MIT
#include "exercise/catalogue_files.hpp"

#include "base/files.hpp"
#include "exercise/fragment_uses.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".json";

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }
bool is_letter_or_digit(char letter) { return is_letter(letter) || (letter >= '0' && letter <= '9'); }

/// K011
std::optional<Diagnostic> differs_from(const FileName& promised, const Exercise& exercise) {
    auto differs = name_differs(*exercise.document, "id", exercise.id, promised.id);
    if (differs || promised.language.empty()) { return differs; }
    return name_differs(*exercise.document, "language", exercise.language, promised.language);
}

std::optional<FileName> read_file_name(const std::string& name) {
    if (name.size() <= ending.size() || !name.ends_with(ending)) { return std::nullopt; }
    const std::string stem = name.substr(0, name.size() - ending.size());
    const std::size_t point = stem.find('.');
    FileName parts{stem.substr(0, point), point == std::string::npos ? "" : stem.substr(point + 1)};
    if (!is_exercise_id(parts.id)) { return std::nullopt; }
    if (point != std::string::npos && !may_be_language(parts.language)) { return std::nullopt; }
    return parts;
}

} // namespace

bool is_exercise_id(const std::string& name) {
    constexpr std::size_t longest = 100;
    return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [](char letter) {
        return is_letter_or_digit(letter) || letter == '-' || letter == '_';
    });
}

bool may_be_language(std::string_view text) {
    const std::string_view primary = text.substr(0, text.find('-'));
    return primary.size() >= 2 && primary.size() <= 3 &&
           std::all_of(primary.begin(), primary.end(), is_letter) && text.back() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char letter) { return letter == '-' || is_letter_or_digit(letter); });
}

std::vector<std::pair<fs::path, FileName>> exercise_files(const fs::path& folder) {
    std::vector<std::pair<fs::path, FileName>> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (auto name = read_file_name(entry->path().filename().string()); name && is_there(entry->path())) {
            files.emplace_back(entry->path(), *std::move(name));
        }
    }
    std::sort(files.begin(), files.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    return files;
}

OpenedExercise open_exercise_source(std::shared_ptr<const SourceText> source, const fs::path& file,
                                    const Folders& folders, const std::shared_ptr<FilesRead>& read) {
    OpenedExercise opened;
    opened.file = file;
    ReadExercise found = read_exercise(std::move(source));
    opened.exercise = std::move(found.exercise);
    opened.diagnostics = std::move(found.diagnostics);
    add_library(opened, folders, read);
    return opened;
}

OpenedExercise open_exercise_file(const fs::path& file, const Folders& folders,
                                  const std::shared_ptr<FilesRead>& read) {
    auto source = std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes));
    return open_exercise_source(std::move(source), file, folders, read);
}

OpenedExercise open_named_file(const fs::path& file, const FileName& promised, const Folders& folders,
                               const std::shared_ptr<FilesRead>& read) {
    OpenedExercise opened = open_exercise_file(file, folders, read);
    if (!opened.exercise) { return opened; }
    if (auto differs = differs_from(promised, *opened.exercise)) {
        opened.diagnostics.push_back(*std::move(differs));
        sort_by_place(opened.diagnostics);
        opened.exercise = nullptr;
    }
    return opened;
}

bool lies_in_one(const fs::path& file, const Folders& folders) {
    std::error_code none;
    const fs::path own = fs::absolute(file, none).parent_path();
    return std::any_of(folders.begin(), folders.end(),
                       [&](const fs::path& folder) { return fs::equivalent(own, folder, none) && !none; });
}

std::optional<Diagnostic> name_finding(const Exercise& exercise, const fs::path& file) {
    const auto promised = read_file_name(file.filename().string());
    return promised ? differs_from(*promised, exercise) : std::nullopt;
}

Folders library_folders(const fs::path& file, const Folders& folders) {
    Folders libraries{file.parent_path() / "library"};
    for (const fs::path& folder : folders) { libraries.push_back(folder / "library"); }
    return libraries;
}

void add_library(OpenedExercise& opened, const Folders& folders, const std::shared_ptr<FilesRead>& read) {
    opened.fragment_problems = std::make_shared<Diagnostics>();
    const auto library = std::make_shared<FragmentLibrary>(
        library_folders(opened.file, folders), opened.exercise ? opened.exercise->language : std::string(),
        opened.fragment_problems, read);
    opened.find_fragment = [library](const std::string& id, int major) { return library->find(id, major); };
}

std::vector<std::string> missing_fragments(const Exercise& exercise, const FragmentFinder& find) {
    const auto missing = fragments_used(exercise, find).missing;
    return {missing.begin(), missing.end()};
}

} // namespace kindly
