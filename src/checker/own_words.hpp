// SPDX-License-Identifier: MIT
// A project's own words about wording: words.json beside the exercises, which adds words that can sound like
// blame there (L007) and names phrases that are fine there. Reads bytes; finds no file.
#pragma once

#include "base/diagnostic.hpp"
#include "checker/phrases.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct OwnWords {
    struct Blame {
        std::string words;
        std::string instead; ///< "try"; may be empty
    };
    std::string language; ///< "en"; "de" is used for "de-x-sie" as well
    std::vector<Blame> blame;
    std::vector<std::string> fine;
    /// Our list of the language, if there is one, with these words in it.
    std::shared_ptr<const PhraseTable> phrases;

    [[nodiscard]] bool speaks(std::string_view exercise_language) const;
};

struct ReadOwnWords {
    /// Null when there are errors.
    std::shared_ptr<const OwnWords> words;
    Diagnostics diagnostics;
};

[[nodiscard]] ReadOwnWords read_own_words(const std::shared_ptr<const SourceText>& source);

} // namespace kindly
