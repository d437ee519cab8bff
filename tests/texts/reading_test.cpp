// SPDX-License-Identifier: MIT
// How hard the texts are to read, by each language's own measure: whoever opens an exercise when things are
// hard reads short sentences of plain words. Limits are the project's (content brief, L19), not findings.
#include "checker/text_words.hpp"
#include "checker/wording_parts.hpp"
#include "texts/library.hpp"

#include <iostream>
#include <numeric>
#include <optional>
#include <set>

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::IsEmpty;

namespace {

struct SentenceLimits {
    double mean;         ///< words, over a file
    std::size_t longest; ///< words
};
/// German joins words into fewer and longer ones; Spanish says the same with more small ones.
const std::map<std::string, SentenceLimits>& sentence_limits() {
    static const std::map<std::string, SentenceLimits> table{
        {"en", {14, 22}}, {"de", {12, 20}}, {"es", {16, 26}}};
    return table;
}

// Grades at school: Flesch and Kincaid's for English, the first Viennese formula for German.
constexpr double highest_median_grade = 6;
constexpr double highest_grade = 8;
// F. Szigriszt Pazos (1993) as read by I. Barrio Cantalejo and others (2008): from 65 "fairly easy", from 55
// "normal".
constexpr double lowest_median_ease = 65;
constexpr double lowest_ease = 55;

/// What is read in one go, and not a title or an option of a few words.
bool is_sentences(const LibraryText& text) {
    return text.kind != ShownText::Kind::title && text.kind != ShownText::Kind::option &&
           text.kind != ShownText::Kind::setting;
}

double mean_sentence(const LibraryFile& file) {
    double words = 0;
    double sentences = 0;
    TextWords read;
    for (const auto& text : file.texts) {
        if (!is_sentences(text)) { continue; }
        read.read(text.text);
        for (const auto& sentence : read.sentences) {
            words += static_cast<double>(read.count(sentence));
            ++sentences;
        }
    }
    return sentences == 0 ? 0 : words / sentences;
}

std::vector<std::string> long_sentences(const LibraryFile& file, std::size_t longest) {
    std::vector<std::string> found;
    TextWords read;
    for (const auto& text : file.texts) {
        read.read(text.text);
        for (const auto& sentence : read.sentences) {
            if (read.count(sentence) > longest) { found.push_back(file.name + ": " + text.text); }
        }
    }
    return found;
}

/// Of an English or German file; nothing where there are too few words to tell.
std::optional<double> grade(const LibraryFile& file) {
    ReadingLevel level(file.language);
    TextWords words;
    for (const auto& text : file.texts) {
        words.read(text.text);
        level.add(words);
    }
    return level.grade();
}

/// Syllables of a Spanish word, written without its accents' meaning lost: strong vowels (a, e, o, and weak
/// ones with an accent) never share one.
std::size_t spanish_syllables(std::string_view word) {
    static const std::map<std::string, bool> vowels{{"a", true},  {"e", true},  {"o", true},  {"á", true},
                                                    {"é", true},  {"ó", true},  {"í", true},  {"ú", true},
                                                    {"i", false}, {"u", false}, {"ü", false}, {"y", false}};
    std::size_t syllables = 0;
    bool inside = false;
    bool strong_before = false;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = (static_cast<unsigned char>(word[at]) & 0xE0U) == 0xC0U ? 2 : 1;
        const auto vowel = vowels.find(std::string(word.substr(at, length)));
        at += length;
        if (vowel == vowels.end()) {
            inside = false;
            continue;
        }
        if (!inside || (vowel->second && strong_before)) {
            ++syllables;
            strong_before = false;
        }
        inside = true;
        strong_before = strong_before || vowel->second;
    }
    return std::max<std::size_t>(syllables, 1);
}

/// Szigriszt's perspicuity of a Spanish file: higher is easier.
std::optional<double> ease(const LibraryFile& file) {
    double words = 0;
    double sentences = 0;
    double syllables = 0;
    TextWords read;
    for (const auto& text : file.texts) {
        read.read(text.text);
        sentences += static_cast<double>(read.sentences.size());
        words += static_cast<double>(read.words.size());
        for (std::size_t at = 0; at < read.words.size(); ++at) {
            syllables += static_cast<double>(spanish_syllables(read.word(at)));
        }
    }
    if (words < static_cast<double>(limits::least_words_for_reading_level)) { return std::nullopt; }
    return 206.835 - 62.3 * syllables / words - words / sentences;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

struct Measured {
    std::map<std::string, double> by_file;
    [[nodiscard]] double median() const {
        std::vector<double> values;
        for (const auto& [name, value] : by_file) { values.push_back(value); }
        return ::median(std::move(values));
    }
};

template <class Measure>
Measured measured(const std::vector<LibraryFile>& files, const std::string& language,
                  const Measure& measure) {
    Measured all;
    for (const auto& file : files) {
        if (main_language(file.language) != language) { continue; }
        if (const auto value = measure(file)) { all.by_file.emplace(file.name, *value); }
    }
    return all;
}

std::set<std::string> languages() {
    std::set<std::string> all;
    for (const auto& file : library().files()) { all.insert(main_language(file.language)); }
    return all;
}

LibraryFile file_of(const std::string& language, const std::string& text) {
    return {"made up", "made-up", language, {{ShownText::Kind::say, "a", text, false}}, nullptr, nullptr};
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int time = 0; time < times; ++time) { all += text; }
    return all;
}

} // namespace

/// A language without a measure is said aloud, so that nobody takes silence for a good result.
TEST(Reading, EveryLanguageHasAMeasure) {
    for (const auto& language : languages()) {
        if (!sentence_limits().contains(language)) {
            std::cout << "No measure of reading for " << language << ": its texts are not measured.\n";
        }
    }
    EXPECT_TRUE(languages().contains("en"));
}

TEST(Reading, SentencesAreShort) {
    for (const auto& file : library().files()) {
        const auto limit = sentence_limits().find(main_language(file.language));
        if (limit == sentence_limits().end()) { continue; }
        EXPECT_LE(mean_sentence(file), limit->second.mean) << file.name;
        EXPECT_THAT(long_sentences(file, limit->second.longest), IsEmpty());
    }
}

TEST(Reading, EnglishAndGermanGrades) {
    for (const std::string language : {"en", "de"}) {
        const Measured grades = measured(library().files(), language, grade);
        if (grades.by_file.empty()) {
            ASSERT_NE(language, "en");
            std::cout << "There is nothing in " << language << " yet.\n";
            continue;
        }
        EXPECT_LE(grades.median(), highest_median_grade) << language;
        for (const auto& [name, value] : grades.by_file) { EXPECT_LE(value, highest_grade) << name; }
    }
}

TEST(Reading, SpanishEase) {
    const Measured found = measured(library().files(), "es", ease);
    if (found.by_file.empty()) { GTEST_SKIP() << "There is nothing in Spanish yet."; }
    EXPECT_GE(found.median(), lowest_median_ease);
    for (const auto& [name, value] : found.by_file) { EXPECT_GE(value, lowest_ease) << name; }
}

/// Parts of the library are too short to be measured one by one: all of them are measured as one text.
TEST(Reading, ThePartsTogether) {
    LibraryFile together = file_of("en", "");
    for (const auto& file : library().files()) {
        if (file.fragment == nullptr) { continue; }
        together.texts.insert(together.texts.end(), file.texts.begin(), file.texts.end());
    }
    const auto value = grade(together);
    ASSERT_TRUE(value);
    EXPECT_LE(*value, highest_median_grade);
}

TEST(Reading, TheMeasuresTellHardFromEasy) {
    const auto easy = file_of("en", repeated("You might look at the sky. ", 20));
    const auto hard =
        file_of("en", repeated("Subsequently endeavour to conceptualise interpersonal difficulties "
                               "comprehensively, irrespective of previous experience. ",
                               10));
    EXPECT_LT(grade(easy).value(), highest_median_grade);
    EXPECT_GT(grade(hard).value(), highest_grade);
    EXPECT_GT(mean_sentence(file_of("en", "One two three four five. One two three.")), 3.9);
    EXPECT_THAT(long_sentences(file_of("en", "One two. One two three."), 2), testing::SizeIs(1));
    EXPECT_FALSE(grade(file_of("en", "Too little to tell.")));

    const auto leicht = file_of("de", repeated("Schau dich im Raum um. ", 20));
    const auto schwer =
        file_of("de", repeated("Anschliessend konzeptualisieren Beteiligte zwischenmenschliche "
                               "Schwierigkeiten unter Berücksichtigung vorangegangener Erfahrungen. ",
                               10));
    EXPECT_LT(grade(leicht).value(), highest_median_grade);
    EXPECT_GT(grade(schwer).value(), highest_grade);

    const auto facil = file_of("es", repeated("Mira a tu lado y ve el sol en la mesa. ", 10));
    const auto dificil =
        file_of("es", repeated("Posteriormente conceptualícense exhaustivamente dificultades "
                               "interpersonales independientemente experimentadas. ",
                               12));
    EXPECT_GT(ease(facil).value(), lowest_median_ease);
    EXPECT_LT(ease(dificil).value(), lowest_ease);
}

TEST(Reading, SpanishSyllables) {
    const std::map<std::string, std::size_t> words{{"sol", 1},     {"mesa", 2},   {"tiempo", 2}, {"leer", 2},
                                                   {"todavía", 4}, {"cuerpo", 2}, {"ahora", 3},  {"pausa", 2},
                                                   {"y", 1},       {"oír", 2},    {"cuidado", 3}};
    for (const auto& [word, syllables] : words) { EXPECT_EQ(spanish_syllables(word), syllables) << word; }
}
