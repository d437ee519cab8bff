// SPDX-License-Identifier: MIT
// Looking for words in a text as a person means them: whatever their case, in any script, however letters
// with accents are put together. Knows nothing of where texts come from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

class WordsToFind {
public:
    /// White space parts them.
    explicit WordsToFind(std::string_view words);

    [[nodiscard]] std::size_t count() const { return words_.size(); }

    /// Where word number `word` stands.
    struct Place {
        std::size_t word = 0;
        std::size_t begin = 0, end = 0; ///< bytes of the text; whole characters
    };
    /// From left to right; they may overlap. A word is also found within a longer one.
    [[nodiscard]] std::vector<Place> in(std::string_view text) const;

private:
    std::vector<std::string> words_; ///< folded
};

} // namespace kindly
