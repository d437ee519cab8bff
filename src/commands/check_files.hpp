// SPDX-License-Identifier: MIT
// What `kindly check` is to look at: files, folders with everything in them, ids; and what is to be said of
// each. Finds out what sort of file it is. Prints nothing.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/fitting.hpp"
#include "exercise/reader.hpp"
#include "exercise/programmes.hpp"
#include "exercise/translation.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct OwnWords;

struct FileToCheck {
    std::filesystem::path file;
    std::string name;  ///< as messages call it
    bool named = true; ///< by the person; else found in a folder, where other programs' files may lie
};

struct FilesToCheck {
    std::vector<FileToCheck> files;    ///< each file once, however often it was named
    std::vector<std::string> problems; ///< what cannot be read, one line each
};

/// `names`: files, folders (everything below them), ids of exercises and programmes. Throws Failure
/// (not_found) for a name that is none of these.
[[nodiscard]] FilesToCheck find_files_to_check(const std::vector<std::string>& names,
                                               const Catalogue& catalogue);

struct CheckedFile {
    bool not_ours = false; ///< JSON of another program, found in a folder: nothing was checked
    std::string name;
    Diagnostics diagnostics;        ///< sorted by place
    std::optional<TimeRange> times; ///< of an exercise
    OpenedExercise opened;          ///< of an exercise; its exercise is null where it has errors
};

/// Checks files, one after the other; what several of them share is read once.
class FileChecker {
public:
    /// `catalogue` outlives this; `today`: YYYY-MM-DD.
    FileChecker(const Catalogue& catalogue, std::string today)
        : catalogue_(catalogue), today_(std::move(today)) {}

    /// Throws Failure where it cannot be read.
    [[nodiscard]] CheckedFile check(const FileToCheck& file);

private:
    CheckedFile check_exercise(const FileToCheck& file, std::shared_ptr<const SourceText> source);
    CheckedFile check_fragment(const FileToCheck& file, std::shared_ptr<const SourceText> source);
    CheckedFile check_programme(const FileToCheck& file, std::shared_ptr<const SourceText> source);
    CheckedFile check_translation(const FileToCheck& file, std::shared_ptr<const SourceText> source);
    /// With its original; then, where it is whole, what is wrong in its sentences.
    void compare(const Translation& translation, const OpenedExercise& original, const FileToCheck& file,
                 Diagnostics& diagnostics);
    void compare(const Translation& translation, const ReadFragment& original, const FileToCheck& file,
                 Diagnostics& diagnostics);
    void compare(const Translation& translation, const OpenedProgramme& original, const FileToCheck& file,
                 Diagnostics& diagnostics);
    const OwnWords* own_words_beside(const std::filesystem::path& file);

    const Catalogue& catalogue_;
    std::string today_;
    std::map<std::filesystem::path, std::shared_ptr<const OwnWords>> own_words_; ///< by words.json
};

/// Everything that keeps an exercise from being used, as every command sees it.
[[nodiscard]] Diagnostics check_opened(const OpenedExercise& opened, const Catalogue& catalogue,
                                       const std::string& today);

} // namespace kindly
