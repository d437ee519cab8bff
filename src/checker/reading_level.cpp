// SPDX-License-Identifier: MIT
// How hard sentences are to read: their length (L001), and the grade at school of all of them together
// (L002).
#include "checker/wording_parts.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

std::string_view first_part(std::string_view language) { return language.substr(0, language.find('-')); }

std::size_t longest_sentence(std::string_view language) {
    const std::string_view first = first_part(language);
    if (first == "de") { return limits::longest_sentence_de; }
    return first == "es" ? limits::longest_sentence_es : limits::longest_sentence;
}

bool is_vowel(std::string_view word, std::size_t at) {
    const char letter = word[at];
    if (static_cast<unsigned char>(letter) >= 0x80) {
        // The first byte of a two-byte letter: the German umlauts, and the accents of borrowed words.
        const bool latin = static_cast<unsigned char>(letter) == 0xC3U && at + 1 < word.size();
        const auto second = latin ? static_cast<unsigned char>(word[at + 1]) : 0U;
        return latin && second != 0x9FU && second != 0xA7U && second != 0xB1U; // but ß, ç, ñ
    }
    switch (letter) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y': return true;
    default: return false;
    }
}

/// Runs of vowels.
std::size_t vowel_groups(std::string_view word) {
    std::size_t groups = 0;
    bool inside = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) { continue; }
        const bool vowel = is_vowel(word, at);
        if (vowel && !inside) { ++groups; }
        inside = vowel;
    }
    return groups;
}

/// English: a silent "e" at the end, and "ed" and "es" where they add nothing.
std::size_t english_syllables(std::string_view word) {
    std::size_t groups = vowel_groups(word);
    const bool silent_ending = (word.ends_with('e') && !word.ends_with("le")) ||
                               (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded")) ||
                               (word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ces") &&
                                !word.ends_with("zes") && !word.ends_with("xes") && !word.ends_with("ges") &&
                                !word.ends_with("shes") && !word.ends_with("ches"));
    if (silent_ending && groups > 1) { --groups; }
    return std::max<std::size_t>(groups, 1);
}

std::size_t letter_count(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

} // namespace

void check_sentences(const ShownText& text, const TextWords& words, std::string_view language,
                     Findings& findings) {
    const std::size_t most = longest_sentence(language);
    for (const auto& sentence : words.sentences) {
        if (sentence.end - sentence.first <= most) { continue; }
        const std::size_t count = words.count(sentence);
        if (count <= most) { continue; }
        findings.warning(
            "L001",
            place_of(findings, text, words.words[sentence.first].begin, words.words[sentence.end - 1].end),
            filled(_("{} words in one sentence. People in distress read short sentences more easily"), count),
            {filled(_("Up to {} words are easy to follow. Two sentences can say the same."), most), {}, {}});
        return;
    }
}

ReadingLevel::ReadingLevel(std::string_view language) {
    const std::string_view first = first_part(language);
    if (first == "en") { formula_ = Formula::flesch_kincaid; }
    if (first == "de") { formula_ = Formula::wiener; }
}

void ReadingLevel::add(const TextWords& words) {
    if (formula_ == Formula::none) { return; }
    sentences_ += static_cast<double>(words.sentences.size());
    constexpr std::size_t short_word = 6;
    constexpr std::size_t many_syllables = 3;
    for (std::size_t index = 0; index < words.words.size(); ++index) {
        const std::string_view word = words.word(index);
        const std::size_t syllables = formula_ == Formula::flesch_kincaid
                                          ? english_syllables(word)
                                          : std::max<std::size_t>(vowel_groups(word), 1);
        ++words_;
        syllables_ += static_cast<double>(syllables);
        if (syllables == 1) { ++short_words_; }
        if (syllables >= many_syllables) { ++many_syllables_; }
        if (letter_count(word) > short_word) { ++long_words_; }
    }
}

std::optional<double> ReadingLevel::grade() const {
    return words_ < limits::least_words_for_reading_level ? std::nullopt : rough_grade();
}

std::optional<double> ReadingLevel::rough_grade() const {
    if (formula_ == Formula::none || words_ == 0) { return std::nullopt; }
    // J. P. Kincaid and others (1975), Research Branch Report 8-75.
    if (formula_ == Formula::flesch_kincaid) {
        return 0.39 * words_ / sentences_ + 11.8 * syllables_ / words_ - 15.59;
    }
    // R. Bamberger and E. Vanecek (1984), the first of their formulas for non-fiction.
    constexpr double percent = 100;
    return 0.1935 * percent * many_syllables_ / words_ + 0.1672 * words_ / sentences_ +
           0.1297 * percent * long_words_ / words_ - 0.0327 * percent * short_words_ / words_ - 0.875;
}

} // namespace kindly
