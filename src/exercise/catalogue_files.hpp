// SPDX-License-Identifier: MIT
// What the catalogue's parts, and programmes, have in common: names of files, and reading one with what
// belongs to it. Prints nothing.
#pragma once

#include "exercise/catalogue.hpp"
#include "exercise/fragment_library.hpp"

namespace kindly {

/// What a file's name promises: "look.de.json" is the exercise "look" in the language "de".
struct FileName {
    std::string id;
    std::string language; ///< empty: whichever the file says
};

/// BCP 47 to look at: "de", "de-AT", "de-x-sie". Keeps "exercise-1.schema.json" out.
[[nodiscard]] bool may_be_language(std::string_view text);

/// By name.
[[nodiscard]] std::vector<std::pair<std::filesystem::path, FileName>>
exercise_files(const std::filesystem::path& folder);

using Folders = std::vector<std::filesystem::path>;

[[nodiscard]] OpenedExercise open_exercise_source(std::shared_ptr<const SourceText> source,
                                                  const std::filesystem::path& file, const Folders& folders,
                                                  const std::shared_ptr<FilesRead>& read);
[[nodiscard]] OpenedExercise open_exercise_file(const std::filesystem::path& file, const Folders& folders,
                                                const std::shared_ptr<FilesRead>& read);
/// K011 where its name promises something else.
[[nodiscard]] OpenedExercise open_named_file(const std::filesystem::path& file, const FileName& promised,
                                             const Folders& folders, const std::shared_ptr<FilesRead>& read);

/// Whoever asks for it by its name finds it there.
[[nodiscard]] bool lies_in_one(const std::filesystem::path& file, const Folders& folders);
/// K011, where the file's name promises something else.
[[nodiscard]] std::optional<Diagnostic> name_finding(const Exercise& exercise,
                                                     const std::filesystem::path& file);

/// Where the fragments of this exercise are looked for.
[[nodiscard]] Folders library_folders(const std::filesystem::path& file, const Folders& folders);

/// Gives `opened` what it needs to look for its fragments.
void add_library(OpenedExercise& opened, const Folders& folders, const std::shared_ptr<FilesRead>& read);

/// Of the fragments that a practice could need, whatever is chosen, picked or avoided in it, those that are
/// not found: ids, sorted.
[[nodiscard]] std::vector<std::string> missing_fragments(const Exercise& exercise,
                                                         const FragmentFinder& find);

} // namespace kindly
