// SPDX-License-Identifier: MIT
// Finds the phrases of word lists in a text: one lookup a word, then the few phrases that begin with it.
// Which of them are harmless where they stand is decided here too (taken back, supposed, somebody else's
// speech).
#pragma once

#include "checker/text_words.hpp"
#include "checker/word_lists.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kindly {

struct FoundPhrase {
    Rule rule;
    std::size_t first, end;     ///< words of the text
    const std::string* instead; ///< lives as long as the table
};

class PhraseTable {
public:
    PhraseTable() = default;
    explicit PhraseTable(const LanguageWords& list);

    /// The words as they are, none with a meaning of its own.
    void add_plain(Rule rule, std::string_view words, std::string_view instead);

    /// Numbers the words that it knows, then gives every phrase in the order in which they begin, the longest
    /// of a rule where several begin. All of them, harmless or not.
    void find(TextWords& text, std::vector<FoundPhrase>& found) const;

    [[nodiscard]] bool has_mark(const TextWord& word, Mark mark) const {
        return word.known >= 0 &&
               (known_[static_cast<std::size_t>(word.known)].marks & static_cast<unsigned>(mark)) != 0;
    }

    /// The phrase is taken back ("no need to"), asked, or somebody else's words in quotation marks.
    [[nodiscard]] bool is_no_statement(const TextWords& text, const FoundPhrase& phrase) const;
    /// The phrase says that something can be left out (Rule::leaves_out, Rule::may), and nothing near it says
    /// the opposite. It may be asked.
    [[nodiscard]] bool lets_leave_out(const TextWords& text, const FoundPhrase& phrase) const;
    /// Also where it is only supposed ("if"), or what a critic or a thought says.
    [[nodiscard]] bool is_harmless(const TextWords& text, const FoundPhrase& phrase) const;

private:
    struct Part {
        enum class Kind : unsigned char { word, any, gap, single_letter };
        Kind kind = Kind::word;
        bool optional = false;
        bool after_comma = false; ///< may stand behind one
        bool capital = false;
        std::vector<int> words; ///< one of them
    };
    struct Pattern {
        Rule rule;
        bool begins_clause = false;
        bool ends_clause = false;
        bool looks_ahead = false; ///< its last word has to stand there, but is not part of it
        std::vector<Part> parts;
        std::size_t instead = 0;
    };
    struct Known {
        unsigned marks = 0;
        std::vector<std::size_t> patterns; ///< those that begin with it, but for those in by_two_words_
        bool by_two = false;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
    };

    int number(std::string_view word);
    void add(Rule rule, std::string_view words, std::size_t instead);
    Part part(std::string_view written);
    void keep(Pattern pattern);
    void try_at(const TextWords& text, std::size_t index, std::size_t number, std::size_t first_here,
                std::vector<FoundPhrase>& found) const;
    [[nodiscard]] std::size_t match(const TextWords& text, const Pattern& pattern, std::size_t part,
                                    std::size_t word, std::size_t begin) const;
    [[nodiscard]] bool fits(const TextWords& text, const Part& part, std::size_t word) const;
    [[nodiscard]] bool is_taken_back(const TextWords& text, std::size_t word) const;
    [[nodiscard]] bool begins_clause(const TextWords& text, std::size_t word) const;

    std::unordered_map<std::string, int, Hash, std::equal_to<>> numbers_;
    std::vector<Known> known_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_two_words_;
    std::vector<Pattern> patterns_;
    std::vector<std::string> instead_;
};

/// The list of a language, made ready once; null where there is none.
[[nodiscard]] const PhraseTable* phrases_for(std::string_view language);

} // namespace kindly
