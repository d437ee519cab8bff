// SPDX-License-Identifier: MIT
// A text as words and sentences, in one pass: folded to small letters and one kind of apostrophe, each with
// its place and what stands before it. Knows no rule and no language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// What stands between a word and the one before it, from weak to strong.
enum class Between { space, hyphen, comma, colon, sentence };

struct TextWord {
    std::size_t begin = 0, end = 0;               ///< bytes of the text
    std::size_t folded_begin = 0, folded_end = 0; ///< bytes of TextWords::folded
    int known = -1;                               ///< its number in a PhraseTable
    Between before = Between::sentence;
    bool capital = false;     ///< began with a capital letter
    bool quoted = false;      ///< stands between double quotation marks
    bool placeholder = false; ///< {name}: no phrase names it
};

struct TextSentence {
    std::size_t first = 0, end = 0; ///< words
    bool question = false;
};

class TextWords {
public:
    /// Takes the place of what was read before; the memory is kept.
    void read(std::string_view text);

    std::vector<TextWord> words;
    std::vector<TextSentence> sentences;
    std::string folded;

    [[nodiscard]] std::string_view word(std::size_t index) const {
        const TextWord& one = words[index];
        return std::string_view(folded).substr(one.folded_begin, one.folded_end - one.folded_begin);
    }
    /// The sentence that a word stands in.
    [[nodiscard]] const TextSentence* sentence_of(std::size_t word) const;
    /// Words as a reader counts them: "well-known" is one.
    [[nodiscard]] std::size_t count(const TextSentence& sentence) const;
};

} // namespace kindly
