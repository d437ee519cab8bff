// SPDX-License-Identifier: MIT
// The parts of check_wording (families.hpp), a family of rules each; nobody else needs this.
#pragma once

#include "checker/families.hpp"
#include "checker/phrases.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// Where bytes [begin, end) of a shown text stand in the file.
[[nodiscard]] inline Span place_of(const Findings& findings, const ShownText& text, std::size_t begin,
                                   std::size_t end) {
    return place_in_text(findings.source(), *text.written, begin, end);
}

/// The group that a text belongs to when it is judged for what it does to the person practising.
[[nodiscard]] bool is_practised(const ShownText& text);

/// L004, L005, L006: what can be seen without knowing any language.
void check_letters(const ShownText& text, Findings& findings);

/// S010 for what looks like a telephone number, a web or a mail address. `phrases` may be null.
void check_contact_details(const ShownText& text, const TextWords& words, const PhraseTable* phrases,
                           Findings& findings);

/// L001.
void check_sentences(const ShownText& text, const TextWords& words, std::string_view language,
                     Findings& findings);

/// L002: adds up one text after the other, and judges them together.
class ReadingLevel {
public:
    explicit ReadingLevel(std::string_view language);
    void add(const TextWords& words);
    /// The grade at school; nothing where there is no formula, or too little to read.
    [[nodiscard]] std::optional<double> grade() const;
    /// The same of a few words, where it is good for nothing but comparing.
    [[nodiscard]] std::optional<double> rough_grade() const;

private:
    enum class Formula { none, flesch_kincaid, wiener };
    Formula formula_ = Formula::none;
    double words_ = 0, sentences_ = 0, syllables_ = 0;
    double short_words_ = 0, long_words_ = 0, many_syllables_ = 0;
};

/// S007, S008, S009, S010 (names of helplines), S012, S020 and L007, by the phrases found in one text.
void check_phrases(const ShownText& text, const TextWords& words, const std::vector<FoundPhrase>& found,
                   const PhraseTable& phrases, Findings& findings);

/// S017: what the closing speaks of.
class ClosingWords {
public:
    void add(const std::vector<FoundPhrase>& found);
    void judge(const Section& closing, const LanguageWords& list, Findings& findings) const;

private:
    bool looks_ = false, moves_ = false, next_act_ = false;
};

} // namespace kindly
