// SPDX-License-Identifier: MIT
// A translation file compared with the exercise that it translates (family X). Opens no files; whoever calls
// it finds the exercise.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/translation.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace kindly {

struct Programme;

struct CheckedTranslation {
    Diagnostics diagnostics;
    /// Every sentence is there, and nothing is wrong with it. Nobody is shown half a translation.
    bool can_be_run = false;
};

/// X001 to X004, X006, and K011 where the name of the file promises something else.
[[nodiscard]] CheckedTranslation check_translation(const Translation& translation, const Exercise& exercise);
[[nodiscard]] CheckedTranslation check_translation(const Translation& translation, const Fragment& fragment);
[[nodiscard]] CheckedTranslation check_translation(const Translation& translation,
                                                   const Programme& programme);

/// Where the exercise (or fragment) of the translation `file` would be, in the order to look: beside it, then
/// in the folders of the catalogue (their libraries).
[[nodiscard]] std::vector<std::filesystem::path>
places_of_original(const Translation& translation, const std::filesystem::path& file,
                   const std::vector<std::filesystem::path>& folders);

/// X005: none of these places has it. `ids`: exercises that there are.
[[nodiscard]] Diagnostic original_not_found(const Translation& translation,
                                            const std::vector<std::filesystem::path>& looked_in,
                                            const std::vector<std::string>& ids);

/// X007: what the exercise uses from the library is not there in this language.
[[nodiscard]] Diagnostic fragments_not_translated(const Translation& translation,
                                                  const std::vector<std::string>& fragments);

/// X007: the same of exercises that the programme names.
[[nodiscard]] Diagnostic exercises_not_translated(const Translation& translation,
                                                  const std::vector<std::string>& exercises);

/// "German" for "de" or "de-x-sie"; empty for a language that has no name here.
[[nodiscard]] std::string language_in_words(const std::string& tag);

} // namespace kindly
