// SPDX-License-Identifier: MIT
// A programme with the exercises that it names, found beside it or in the catalogue and each read once; and
// everything that is to be said about it. Prints nothing.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/programmes.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kindly {

struct OwnWords;

class ProgrammeExercises {
public:
    /// `catalogue` outlives this. A programme in a folder programmes/ has its exercises in the one above.
    /// `language`: in this one, where they are there in it; else, and without one, as they were written.
    ProgrammeExercises(const Catalogue& catalogue, const std::filesystem::path& programme,
                       std::string language = {});

    /// Null where there is none; its exercise is null where it cannot be read.
    [[nodiscard]] const OpenedExercise* find(const std::string& id);
    [[nodiscard]] std::vector<std::string> ids() const;
    /// Those of this programme that are not there in the language, by id.
    [[nodiscard]] std::vector<std::string> missing(const Programme& programme);

private:
    [[nodiscard]] std::optional<OpenedExercise> open(const std::string& id) const;

    const Catalogue* catalogue_;
    std::string language_;
    std::filesystem::path beside_;
    std::map<std::string, std::optional<OpenedExercise>> read_;
};

/// There is a programme by this name (or at this path), and no exercise, which would go before it.
[[nodiscard]] bool names_programme(const std::string& name, const Catalogue& catalogue);
/// The same; or there is neither, and the nearest name is a programme's.
[[nodiscard]] bool means_programme(const std::string& name, const Catalogue& catalogue);

/// In this language, or one that stands in for it, with every exercise that it names: nobody begins a
/// programme that goes on in another language. Nothing where one of them is not there. What was written in
/// it needs no more than itself.
[[nodiscard]] std::optional<OpenedProgramme>
programme_in(const OpenedProgramme& written, const std::string& language, const Catalogue& catalogue);
/// Those that programme_in() would give it in, sorted.
[[nodiscard]] std::vector<std::string> languages_of(const OpenedProgramme& written,
                                                    const Catalogue& catalogue);

/// All findings, those of reading it too. `today`: YYYY-MM-DD; `own_words` may be null.
[[nodiscard]] Diagnostics check_opened(const OpenedProgramme& opened, ProgrammeExercises& exercises,
                                       const std::string& today, const OwnWords* own_words = nullptr);

} // namespace kindly
