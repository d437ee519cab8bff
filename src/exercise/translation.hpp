// SPDX-License-Identifier: MIT
// Translation files: reading one (families J and K, L003), and whether it is whole. What an author is told
// about one that is not, is the checker's. Opens no files.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"
#include "exercise/shown_texts.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kindly {

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

/// {names} in this text are filled in when somebody practises; titles and "about" are shown as they are
/// written.
[[nodiscard]] bool is_filled_in(const ShownText& text);

/// A translation of the sentence as it was before counts as none: the warning, check-ins, grounding and
/// closing have to say what they say now, and answers in two languages have to be answers to the same
/// question.
[[nodiscard]] bool must_be_up_to_date(const ShownText& text);

/// Every one of these texts (an exercise's or a fragment's, with their names) can be shown in this language:
/// each is translated, with the same {names}, and none is out of date that must not be. Nobody is shown half
/// a translation.
[[nodiscard]] bool is_whole(const Translation& translation, const std::vector<ShownText>& texts);

} // namespace kindly
