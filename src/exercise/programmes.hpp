// SPDX-License-Identifier: MIT
// Finding programmes: in the folder programmes/ of each folder of exercises, by id (ID.json), first folder
// wins, or by path. Opens only what is asked for; only list() reads everything. Knows no exercise.
#pragma once

#include "exercise/catalogue.hpp"
#include "exercise/programme.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct OpenedProgramme {
    std::shared_ptr<const Programme> programme; ///< null where the file has errors
    Diagnostics diagnostics;                    ///< of the file, and of what its name promises
    std::filesystem::path file; ///< the programme's, also where it is shown in another language
    /// As it was written, where `programme` is its translation; else null.
    std::shared_ptr<const Programme> original;
};

struct ProgrammeListing {
    std::vector<OpenedProgramme> programmes; ///< by id
    std::vector<BrokenExercise> broken;
};

class Programmes {
public:
    /// `folders`: those of the exercises.
    explicit Programmes(std::vector<std::filesystem::path> folders);

    /// Whether open() would find a file by this id, or the file at this path holds a programme.
    [[nodiscard]] bool has(const std::string& name) const;
    /// An id, or a path as in Catalogue::open(), in the language in which it was written. Throws Failure:
    /// not_found with the nearest names, environment where the file cannot be read.
    [[nodiscard]] OpenedProgramme open(const std::string& name) const;
    /// A programme whose bytes are here already.
    [[nodiscard]] static OpenedProgramme open_source(std::shared_ptr<const SourceText> source,
                                                     const std::filesystem::path& file);
    /// K011, where it lies in one of the folders, by a name that would not find it.
    [[nodiscard]] std::optional<Diagnostic> name_finding(const OpenedProgramme& opened) const;
    /// Its own sentences in this language, or the nearest one that stands in for it, where a whole
    /// translation lies beside it or in the folders; itself, where it was written in it. Whether its
    /// exercises are there in this language, too, is for whoever offers it to see.
    [[nodiscard]] std::optional<OpenedProgramme> in_language(const OpenedProgramme& written,
                                                             const std::string& language) const;
    /// Languages in which there may be one, by file names alone, and that in which it was written: sorted.
    [[nodiscard]] std::vector<std::string> languages_begun(const OpenedProgramme& written) const;
    /// Every programme that open() could give. Never throws for what single files or folders are like.
    [[nodiscard]] ProgrammeListing list() const;
    /// Ids, by file names alone: sorted, each once.
    [[nodiscard]] std::vector<std::string> ids() const;

private:
    [[nodiscard]] std::vector<std::filesystem::path> beside(const std::filesystem::path& file) const;

    std::vector<std::filesystem::path> folders_; ///< programmes/ in each
};

} // namespace kindly
