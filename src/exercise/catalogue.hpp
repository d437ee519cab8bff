// SPDX-License-Identifier: MIT
// Finding exercises and fragments in folders: by id (ID.json, ID.LANG.json), first folder wins, or by path.
// Opens only what is asked for; only list() reads everything. Knows nothing of where the folders come from,
// or of the person.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"
#include "exercise/expand.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct OpenedExercise {
    std::shared_ptr<const Exercise> exercise; ///< null where the file has errors
    Diagnostics diagnostics;                  ///< of the file, and of what its name promises
    std::filesystem::path file;
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

class FragmentsRead;

class Catalogue {
public:
    explicit Catalogue(std::vector<std::filesystem::path> folders);

    /// An id, or a path when it holds a '/' or ends in ".json". `language`: only that language (or one that
    /// it belongs to: "de" for "de-AT"); otherwise ID.json in the language that it has. Throws Failure:
    /// not_found with the nearest names, environment where the file cannot be read.
    [[nodiscard]] OpenedExercise open(const std::string& name,
                                      const std::optional<std::string>& language) const;

    /// An exercise whose bytes are here already; fragments are looked for beside `file` first.
    [[nodiscard]] OpenedExercise open_source(std::shared_ptr<const SourceText> source,
                                             const std::filesystem::path& file) const;

    /// Every exercise that open() could give. Never throws for what single files or folders are like.
    [[nodiscard]] Listing list() const;

    /// A fragment of the library, from the first folder that has it; null where none has, or it cannot be
    /// used.
    [[nodiscard]] std::shared_ptr<const Fragment> fragment(const std::string& id, int major) const;

    /// Ids, by file names alone: sorted, each once.
    [[nodiscard]] std::vector<std::string> ids() const;

    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return folders_; }

private:
    std::vector<std::filesystem::path> folders_;
    std::shared_ptr<FragmentsRead> fragments_; ///< read once each, for all exercises
};

/// Whether an argument names a file rather than an id.
[[nodiscard]] bool looks_like_path(const std::string& name);

/// Letters, digits, '-' and '_' only: never a way out of a folder.
[[nodiscard]] bool is_exercise_id(const std::string& name);

} // namespace kindly
