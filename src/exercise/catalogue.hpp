// SPDX-License-Identifier: MIT
// Finding exercises and fragments in folders: by id (ID.json, ID.LANG.json), first folder wins, or by path;
// in the language asked for, as they were written or as they were translated, but always whole. Opens only
// what is asked for; only list() reads everything. Knows nothing of where the folders come from, or of the
// person.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"
#include "exercise/expand.hpp"
#include "exercise/translation.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

struct OpenedExercise {
    std::shared_ptr<const Exercise> exercise; ///< null where the file has errors
    Diagnostics diagnostics;                  ///< of the file, and of what its name promises
    std::filesystem::path file;               ///< the exercise's, also where it is shown in another language
    /// As it was written, where `exercise` is its translation; else null.
    std::shared_ptr<const Exercise> original;
    /// For expand(): the fragments beside this exercise first, then the catalogue's. Remembers what it has
    /// read.
    FragmentFinder find_fragment;
    /// What was wrong in fragments that find_fragment looked at (they count as not found); grows as it is
    /// used.
    std::shared_ptr<Diagnostics> fragment_problems;
};

/// A file of the catalogue that cannot be used.
struct BrokenExercise {
    std::filesystem::path file;
    Diagnostics diagnostics; ///< of what is in it; empty where it could not be read at all
    std::string problem;     ///< one line
};

struct Listing {
    std::vector<OpenedExercise> exercises; ///< by id, then language
    std::vector<BrokenExercise> broken;
};

class FilesRead;

class Catalogue {
public:
    /// `preferred`: languages, the first one before the others; empty where none goes before another.
    explicit Catalogue(std::vector<std::filesystem::path> folders, std::vector<std::string> preferred = {});

    /// An id, or a path when it holds a '/' or ends in ".json". `language`: only that language (or one that
    /// stands in for it: "de" for "de-AT"); otherwise the first preferred one that it is there in, or else as
    /// it was written. It is there in a language when it was written in it, or when its translation is whole
    /// and every fragment that it uses is there in that language, too. Throws Failure: not_found with the
    /// nearest names or the languages that there are, environment where the file cannot be read.
    [[nodiscard]] OpenedExercise open(const std::string& name,
                                      const std::optional<std::string>& language) const;
    /// As it was written, whatever is preferred.
    [[nodiscard]] OpenedExercise open_as_written(const std::string& name) const;

    /// Every language that an exercise is there in, sorted.
    [[nodiscard]] std::vector<std::string> languages_of(const OpenedExercise& opened) const;
    /// Whether open() would find it in this language (or in one that stands in for it).
    [[nodiscard]] bool available_in(const std::string& id, const std::string& language) const;

    /// An exercise whose bytes are here already; fragments are looked for beside `file` first.
    [[nodiscard]] OpenedExercise open_source(std::shared_ptr<const SourceText> source,
                                             const std::filesystem::path& file) const;

    /// K011, where it lies in one of the folders, by a name that would not find it.
    [[nodiscard]] std::optional<Diagnostic> name_finding(const OpenedExercise& opened) const;

    /// An exercise with the sentences of this translation; nothing where that is not whole.
    [[nodiscard]] std::optional<OpenedExercise> translated(const OpenedExercise& original,
                                                           const Translation& translation) const;

    /// Ids of fragments that it uses and that are not there in this language.
    [[nodiscard]] std::vector<std::string> fragments_missing(const OpenedExercise& original,
                                                             const std::string& language) const;

    /// Every exercise that open() could give: with `language`, those that are there in it; else each in the
    /// preferred language, or, where it is not there in any of them, in every language that it was written
    /// in. Never throws for what single files or folders are like.
    [[nodiscard]] Listing list(const std::optional<std::string>& language = std::nullopt) const;

    /// A fragment of the library, from the first folder that has it; null where none has, or it cannot be
    /// used. `language`: only in this one; empty for whichever it was written in.
    [[nodiscard]] std::shared_ptr<const Fragment> fragment(const std::string& id, int major,
                                                           const std::string& language) const;

    /// Languages of translations, by file names alone, and English: sorted, each once. Whether anything is
    /// there whole in one of them is for open() to say.
    [[nodiscard]] std::vector<std::string> languages() const;

    /// Ids, by file names alone: sorted, each once.
    [[nodiscard]] std::vector<std::string> ids() const;

    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return folders_; }
    [[nodiscard]] const std::vector<std::string>& preferred() const { return preferred_; }

private:
    [[nodiscard]] OpenedExercise open_path(const std::string& name) const;
    [[nodiscard]] std::optional<OpenedExercise> first_named(const std::string& id) const;
    [[nodiscard]] std::optional<OpenedExercise> written_in(const std::string& id,
                                                           const std::string& language) const;
    [[nodiscard]] std::optional<OpenedExercise> translated_into(const OpenedExercise& written,
                                                                const std::string& language) const;
    [[nodiscard]] std::optional<OpenedExercise> find_in(const std::string& id,
                                                        const std::string& language) const;
    [[nodiscard]] std::optional<OpenedExercise> find_in(const OpenedExercise& written,
                                                        const std::string& language) const;
    [[nodiscard]] std::vector<std::filesystem::path> beside(const std::filesystem::path& file) const;
    [[nodiscard]] std::set<std::string> languages_written(const std::string& id) const;
    [[nodiscard]] std::optional<std::filesystem::path> begun_translation(const std::string& id,
                                                                         const std::string& language) const;
    void choose_languages(Listing& listing, const std::optional<std::string>& language) const;

    std::vector<std::filesystem::path> folders_;
    std::vector<std::string> preferred_;
    std::shared_ptr<FilesRead> read_; ///< each once, for all exercises
};

/// Whether an argument names a file rather than an id.
[[nodiscard]] bool looks_like_path(const std::string& name);

/// Letters, digits, '-' and '_' only: never a way out of a folder.
[[nodiscard]] bool is_exercise_id(const std::string& name);

} // namespace kindly
