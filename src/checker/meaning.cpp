// SPDX-License-Identifier: MIT
#include "checker/meaning.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <utf8proc.h>

namespace kindly {

namespace {

/// Without accents, capitals and marks.
std::string folded(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                                    UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD));
    std::string plain(text);
    if (length >= 0) {
        plain.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    }
    std::free(mapped); // NOLINT: utf8proc allocates with malloc
    return plain;
}

/// Runs of letters and digits; "don't" is "do" and "not".
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string plain = folded(text);
    for (const std::string_view apostrophe : {"\u2019", "'"}) {
        for (std::size_t at = plain.find(apostrophe); at != std::string::npos; at = plain.find(apostrophe)) {
            const bool negates =
                at > 0 && plain[at - 1] == 'n' && plain.compare(at + apostrophe.size(), 1, "t") == 0;
            plain.replace(negates ? at - 1 : at, apostrophe.size() + (negates ? 2 : 0),
                          negates ? " not " : " ");
        }
    }
    bool inside = false;
    for (const char letter : plain) {
        const bool of_a_word = static_cast<unsigned char>(letter) >= 0x80 ||
                               (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (of_a_word && !inside) { words.emplace_back(); }
        if (of_a_word) { words.back() += letter; }
        inside = of_a_word;
    }
    return words;
}

bool is_among(const std::string& word, const std::set<std::string_view>& words) {
    return words.contains(word);
}

bool negates(const std::string& word) {
    static const std::set<std::string_view> words{
        "not",    "no",      "none",   "never",   "nothing", "nobody",  "nowhere", "neither",
        "nor",    "without", "cannot", "nein",    "nicht",   "kein",    "keine",   "keinen",
        "keiner", "keines",  "nie",    "niemals", "nichts",  "niemand", "ohne",    "nirgends",
        "non",    "pas",     "jamais", "rien",    "aucun",   "aucune",  "sans",    "nunca",
        "nada",   "sin",     "ningun", "ninguna", "nadie"};
    return is_among(word, words);
}

/// Words that carry no thought of their own.
bool is_light(const std::string& word) {
    static const std::set<std::string_view> words{
        "a",    "an",    "the",  "i",     "me",     "my",     "mine",   "myself", "you",   "your",  "it",
        "its",  "is",    "am",   "are",   "was",    "were",   "be",     "been",   "do",    "does",  "did",
        "have", "has",   "had",  "in",    "on",     "at",     "of",     "to",     "for",   "from",  "with",
        "by",   "and",   "or",   "but",   "so",     "as",     "that",   "this",   "these", "those", "there",
        "here", "s",     "m",    "re",    "ve",     "ll",     "d",      "would",  "will",  "can",   "could",
        "may",  "might", "just", "very",  "quite",  "some",   "any",    "am",     "they",  "them",  "der",
        "die",  "das",   "den",  "dem",   "des",    "ein",    "eine",   "einen",  "einem", "einer", "ich",
        "mich", "mir",   "mein", "meine", "meinem", "meinen", "meiner", "du",     "es",    "ist",   "bin",
        "sind", "und",   "oder", "im",    "am",     "an",     "auf",    "zu",     "mit",   "von",   "fur",
        "le",   "la",    "les",  "un",    "une",    "de",     "du",     "des",    "je",    "mon",   "ma",
        "mes",  "et",    "ou",   "dans",  "en",     "el",     "los",    "las",    "una",   "yo",    "mi",
        "mis",  "y",     "o",    "con",   "por",    "que"};
    return is_among(word, words);
}

bool is_number(const std::string& word) { return word.find_first_not_of("0123456789") == std::string::npos; }

/// One is a form, or a misspelling, of the other: feel, feeling; thougths, thoughts.
bool are_alike(const std::string& one, const std::string& other) {
    if (one == other) { return true; }
    const std::size_t shorter = std::min(one.size(), other.size());
    const std::size_t longer = std::max(one.size(), other.size());
    constexpr std::size_t enough = 4;
    constexpr std::size_t longest_ending = 3;
    if (shorter < enough || longer - shorter > longest_ending) { return false; }
    const auto differ =
        std::mismatch(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(shorter), other.begin());
    const auto common = static_cast<std::size_t>(differ.first - one.begin());
    if (common >= enough && longer - common <= longest_ending) { return true; }
    // The same letters but for one, or two exchanged: what is left after the common beginning and end.
    std::size_t tail = 0;
    while (tail < shorter - common && one[one.size() - 1 - tail] == other[other.size() - 1 - tail]) {
        ++tail;
    }
    const std::string middle_one = one.substr(common, one.size() - common - tail);
    const std::string middle_other = other.substr(common, other.size() - common - tail);
    const bool exchanged = middle_one.size() == 2 && middle_other.size() == 2 &&
                           middle_one[0] == middle_other[1] && middle_one[1] == middle_other[0];
    return exchanged || (middle_one.size() <= 1 && middle_other.size() <= 1);
}

bool contains_alike(const std::vector<std::string>& words, const std::string& word) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& one) { return are_alike(one, word); });
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A word of one text, its opposite in the other.
bool hold_opposites(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 34> opposites{{
        {"more", "less"},
        {"more", "fewer"},
        {"most", "least"},
        {"left", "right"},
        {"before", "after"},
        {"with", "without"},
        {"always", "never"},
        {"often", "rarely"},
        {"often", "seldom"},
        {"better", "worse"},
        {"easy", "hard"},
        {"easier", "harder"},
        {"high", "low"},
        {"higher", "lower"},
        {"up", "down"},
        {"on", "off"},
        {"yes", "no"},
        {"good", "bad"},
        {"open", "closed"},
        {"warm", "cold"},
        {"near", "far"},
        {"alone", "together"},
        {"in", "out"},
        {"inside", "outside"},
        {"little", "lot"},
        {"kind", "unkind"},
        {"all", "none"},
        {"mehr", "weniger"},
        {"links", "rechts"},
        {"immer", "nie"},
        {"besser", "schlechter"},
        {"leicht", "schwer"},
        {"ja", "nein"},
        {"mit", "ohne"},
    }};
    auto exchanged = [&](std::string_view a, std::string_view b) {
        return contains(one, a) && !contains(other, a) && contains(other, b) && !contains(one, b);
    };
    return std::any_of(opposites.begin(), opposites.end(), [&](const auto& pair) {
        return exchanged(pair.first, pair.second) || exchanged(pair.second, pair.first);
    });
}

struct Content {
    std::vector<std::string> words;
    std::multiset<std::string> numbers;
    int negations = 0;
};

Content content_of(const std::vector<std::string>& words, const std::vector<std::string>& others) {
    Content content;
    constexpr std::size_t prefix = 2;
    for (const std::string& word : words) {
        if (negates(word)) {
            ++content.negations;
        } else if (is_number(word)) {
            content.numbers.insert(word);
        } else if (word.starts_with("un") && !contains(others, word) &&
                   contains(others, word.substr(prefix))) {
            ++content.negations; // "unsure" beside "not sure"
            content.words.push_back(word.substr(prefix));
        } else if (!is_light(word)) {
            content.words.push_back(word);
        }
    }
    return content;
}

/// How much of both is made of the same pairs of neighbouring letters, 0 to 1 (Dice's coefficient).
double likeness(std::string_view one, std::string_view other) {
    auto pairs_of = [](std::string_view text) {
        std::multiset<std::string> pairs;
        const std::string plain = folded(text);
        std::vector<std::string> letters;
        for (const char byte : plain) {
            if ((static_cast<unsigned char>(byte) & 0xC0U) == 0x80U && !letters.empty()) {
                letters.back() += byte;
            } else if (byte != ' ') {
                letters.emplace_back(1, byte);
            }
        }
        for (std::size_t at = 1; at < letters.size(); ++at) { pairs.insert(letters[at - 1] + letters[at]); }
        return pairs;
    };
    const auto first = pairs_of(one);
    const auto second = pairs_of(other);
    if (first.empty() || second.empty()) { return folded(one) == folded(other) ? 1 : 0; }
    std::vector<std::string> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(first.size() + second.size());
}

} // namespace

bool may_mean_the_same(std::string_view one, std::string_view other) {
    const auto first = words_of(one);
    const auto second = words_of(other);
    if (first == second) { return true; }
    if (hold_opposites(first, second)) { return false; }
    const Content before = content_of(first, second);
    const Content after = content_of(second, first);
    if (before.negations % 2 != after.negations % 2 || before.numbers != after.numbers) { return false; }
    if (before.words.empty() && after.words.empty() && (before.negations > 0 || !before.numbers.empty())) {
        return true; // "Nowhere", "None"; "5", "5 of them"
    }
    const bool shared = std::any_of(before.words.begin(), before.words.end(), [&](const std::string& word) {
        return contains_alike(after.words, word);
    });
    constexpr double rather_alike = 0.5; // also for scripts that write no spaces between words
    return shared || likeness(one, other) >= rather_alike;
}

} // namespace kindly
