// SPDX-License-Identifier: MIT
// Translation files: reading one (families J and K, L003), and comparing it with the exercise that it
// translates (family X). Opens no files; whoever calls it finds the exercise.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kindly {

struct Programme;

struct TranslatedText {
    std::string name; ///< as shown_texts() names it
    std::string from; ///< the sentence that was translated
    std::string to;   ///< empty: not translated yet
    const Member* written = nullptr;
    bool readable = true; ///< false: what is wrong with it was said while reading
};

struct Translation {
    std::shared_ptr<const Document> document;
    std::string format;
    std::string translates; ///< an exercise's id, or a fragment's: "grounding/senses"
    std::string of_version;
    std::string language;
    std::string by;
    std::vector<TranslatedText> texts; ///< in the order of the file
    bool has_errors = false;           ///< said while reading: it cannot be run
};

struct ReadTranslation {
    /// Null when there is nothing to compare; mistakes in single sentences leave it.
    std::shared_ptr<const Translation> translation;
    Diagnostics diagnostics;
};

[[nodiscard]] ReadTranslation read_translation(std::shared_ptr<const SourceText> source);

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

/// "German" for "de" or "de-x-sie"; empty for a language that has no name here.
[[nodiscard]] std::string language_in_words(const std::string& tag);

} // namespace kindly
