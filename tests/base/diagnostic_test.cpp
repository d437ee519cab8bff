// SPDX-License-Identifier: MIT
// How messages are laid out: marks under the right columns, what is explained, what is left out.
#include "base/diagnostic.hpp"

#include <algorithm>
#include <clocale>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::HasSubstr;
using testing::Not;

class DiagnosticText : public testing::Test {
protected:
    // Widths are the C library's, and its "C" locale knows no wide letters.
    static void SetUpTestSuite() { ASSERT_NE(std::setlocale(LC_ALL, "C.UTF-8"), nullptr); }

    static Diagnostic about(const std::string& bytes, const std::string& marked,
                            const std::string& second = {}) {
        Diagnostic diagnostic;
        diagnostic.code = "K001";
        diagnostic.message = "Something is not right";
        diagnostic.source = std::make_shared<const SourceText>("a.json", bytes);
        diagnostic.where = span(bytes, marked);
        if (!second.empty()) { diagnostic.also = span(bytes, second); }
        return diagnostic;
    }
    static Span span(const std::string& bytes, const std::string& part) {
        const std::size_t begin = bytes.find(part);
        return {begin, begin + part.size()};
    }
    static std::string excerpt(const Diagnostic& diagnostic) {
        const std::string text = to_text(diagnostic, {});
        return text.substr(text.find('\n') + 1);
    }
};

TEST_F(DiagnosticText, MarksThePlace) {
    EXPECT_EQ(to_text(about("{ \"a\": 1,\n  \"b\": 22 }\n", "22"), {}),
              "a.json:2:8: error K001: Something is not right\n"
              "    2 |   \"b\": 22 }\n"
              "      |        ^^\n");
}

TEST_F(DiagnosticText, TheFirstLineIsOneLineWhateverTheFileHolds) {
    Diagnostic diagnostic = about("{ \"a\\nb\": 1 }\n", "1");
    diagnostic.message = "There is no \"a\n\tb\"";
    EXPECT_EQ(first_line(diagnostic), "a.json:1:11: error K001: There is no \"a  b\"");
    EXPECT_THAT(to_text(diagnostic, {.plain = true}), testing::StartsWith(first_line(diagnostic) + "\n"));
}

TEST_F(DiagnosticText, WideLettersTakeTwoColumns) {
    EXPECT_EQ(to_text(about("\"静かに\": \"座る\", \"x\": 1\n", "\"座る\""), {}),
              "a.json:1:8: error K001: Something is not right\n"
              "    1 | \"静かに\": \"座る\", \"x\": 1\n"
              "      |           ^^^^^^\n");
}

TEST_F(DiagnosticText, CombiningMarksTakeNone) {
    EXPECT_EQ(excerpt(about("\"cafe\u0301\": 12\n", "12")), "    1 | \"cafe\u0301\": 12\n"
                                                            "      |         ^^\n");
}

TEST_F(DiagnosticText, TabsAreOneSpaceAndControlsAreNotPassedOn) {
    EXPECT_EQ(excerpt(about("\t\t\"a\x1b[31m\":\t5\n", "5")), "    1 |   \"a[31m\": 5\n"
                                                              "      |            ^\n");
}

TEST_F(DiagnosticText, TwoPlacesOnOneLineAreShownOnce) {
    const std::string line = "    \"distress\": { \"offer_grounding_at\": 5, \"stop_at\": 4 }\n";
    EXPECT_EQ(excerpt(about(line, "4", "5")),
              "    1 |     \"distress\": { \"offer_grounding_at\": 5, \"stop_at\": 4 }\n"
              "      |                                         -             ^\n");
    EXPECT_EQ(excerpt(about(line, "5", "4")),
              "    1 |     \"distress\": { \"offer_grounding_at\": 5, \"stop_at\": 4 }\n"
              "      |                                         ^             -\n");
}

TEST_F(DiagnosticText, WhereMarksOverlapThePlaceItselfIsSeen) {
    EXPECT_EQ(excerpt(about("{ \"a\": 12345 }\n", "234", "12345")), "    1 | { \"a\": 12345 }\n"
                                                                    "      |        -^^^-\n");
}

TEST_F(DiagnosticText, TwoPlacesOnTwoLinesAreShownOneAfterTheOther) {
    EXPECT_EQ(excerpt(about("{ \"a\": 1,\n  \"b\": 22 }\n", "22", "1")), "    2 |   \"b\": 22 }\n"
                                                                         "      |        ^^\n"
                                                                         "    1 | { \"a\": 1,\n"
                                                                         "      |        ^\n");
}

TEST_F(DiagnosticText, LongLinesAreShownAroundThePlace) {
    const std::string line = std::string(300, 'a') + "HERE" + std::string(300, 'b') + "\n";
    EXPECT_EQ(excerpt(about(line, "HERE")),
              fmt::format("    1 | ...{}HERE{}...\n      | {}^^^^\n", std::string(80, 'a'),
                          std::string(80, 'b'), std::string(83, ' ')));
}

TEST_F(DiagnosticText, LongLinesOfWideLettersAreCutBetweenLetters) {
    std::string line;
    for (int count = 0; count < 151; ++count) { line += "座"; }
    line += " HERE\n";
    const std::string text = excerpt(about("x" + line, "HERE"));
    const std::size_t end = text.find('\n');
    const std::string shown = text.substr(8, end - 8);
    EXPECT_TRUE(shown.starts_with("...座")) << text;
    const auto letters = static_cast<std::size_t>(std::count(shown.begin(), shown.end(), '\xE5'));
    EXPECT_EQ(text.substr(end + 1), fmt::format("      | {}^^^^\n", std::string(3 + 2 * letters + 1, ' ')));
}

TEST_F(DiagnosticText, PlacesFarApartInALongLineAreShownApart) {
    const std::string line = "FIRST" + std::string(400, 'a') + "SECOND\n";
    EXPECT_EQ(excerpt(about(line, "SECOND", "FIRST")),
              fmt::format("    1 | ...{0}SECOND\n      | {1}^^^^^^\n    1 | FIRST{0}...\n      | ^^^^^\n",
                          std::string(80, 'a'), std::string(83, ' ')));
}

TEST_F(DiagnosticText, AVeryLongPlaceIsMarkedAtItsBeginning) {
    const std::string word(500, 'w');
    EXPECT_EQ(excerpt(about("\"" + word + "\"\n", word)),
              fmt::format("    1 | \"{}...\n      |  {}\n", std::string(160, 'w'), std::string(80, '^')));
}

TEST_F(DiagnosticText, AnEmptyLineAndTheEndOfTheFileHaveAMarkToo) {
    Diagnostic empty = about("{\n\n}\n", "{");
    empty.where = {2, 2};
    EXPECT_EQ(excerpt(empty), "    2 | \n      | ^\n");
    Diagnostic end = about("{ \"a\"", "{");
    end.where = {5, 5};
    EXPECT_EQ(excerpt(end), "    1 | { \"a\"\n      |      ^\n");
    end.where = {900, 901};
    EXPECT_EQ(excerpt(end), "    1 | { \"a\"\n      |      ^\n");
    Diagnostic last_line = about("{}\n", "{");
    last_line.where = {3, 3};
    EXPECT_EQ(excerpt(last_line), "    2 | \n      | ^\n");
    Diagnostic nothing = about("", "{");
    nothing.where = {0, 0};
    EXPECT_EQ(excerpt(nothing), "    1 | \n      | ^\n");
}

TEST_F(DiagnosticText, APlaceOverSeveralLinesIsMarkedOnItsFirst) {
    EXPECT_EQ(excerpt(about("[ { \"a\": 1,\r\n    \"b\": 2 } ]\r\n", "{ \"a\": 1,\r\n    \"b\"")),
              "    1 | [ { \"a\": 1,\n"
              "      |   ^^^^^^^^^\n");
}

TEST_F(DiagnosticText, PlainLayoutHasNoDrawing) {
    Diagnostic diagnostic = about("{ \"a\": 1 }\n", "1", "\"a\"");
    diagnostic.explanation = "It matters.";
    diagnostic.suggestion = "\"a\": 2";
    EXPECT_EQ(to_text(diagnostic, {.plain = true}), "a.json:1:8: error K001: Something is not right\n"
                                                    "   It matters.\n"
                                                    "   Try: \"a\": 2\n");
}

TEST_F(DiagnosticText, ColourIsAroundSeverityAndMarksOnly) {
    const std::string text = to_text(about("{ \"a\": 1 }\n", "1"), {.colour = true});
    EXPECT_THAT(text, HasSubstr("error K001\x1b[0m: Something"));
    EXPECT_THAT(text, HasSubstr("\x1b[0m\n"));
    EXPECT_THAT(text, HasSubstr("{ \"a\": 1 }\n      |        \x1b["));
}

TEST_F(DiagnosticText, ACodeIsExplainedOnce) {
    Diagnostic first = about("{ \"a\": 1 }\n", "1");
    first.explanation = "This is why it matters.";
    first.suggestion = "\"a\": 2";
    Diagnostic same = first;
    Diagnostic other = first;
    other.suggestion = "\"a\": 3";
    Diagnostic particular = first;
    particular.explanation = "These are: 2, 3.";
    const std::string text = to_text(Diagnostics{first, same, other, particular}, {.plain = true});
    EXPECT_EQ(text, "a.json:1:8: error K001: Something is not right\n"
                    "   This is why it matters.\n"
                    "   Try: \"a\": 2\n"
                    "\n"
                    "a.json:1:8: error K001: Something is not right\n"
                    "\n"
                    "a.json:1:8: error K001: Something is not right\n"
                    "   Try: \"a\": 3\n"
                    "\n"
                    "a.json:1:8: error K001: Something is not right\n"
                    "   These are: 2, 3.\n");
    Explained explained;
    (void)to_text(Diagnostics{first}, {.plain = true}, explained);
    EXPECT_EQ(to_text(Diagnostics{same}, {.plain = true}, explained),
              "a.json:1:8: error K001: Something is not right\n");
}

TEST_F(DiagnosticText, AWarningNeverPushesAnErrorOut) {
    Diagnostic warning = about("{ \"a\": 1 }\n", "1");
    warning.severity = Severity::warning;
    warning.code = "L001";
    Diagnostic advice = warning;
    advice.severity = Severity::advice;
    advice.code = "L007";
    Diagnostics many(15, advice);
    many.insert(many.end(), 30, warning);
    Diagnostic error = about("{ \"a\": 1 }\n", "1");
    many.insert(many.end(), 3, error);
    const std::string text = to_text(many, {.plain = true});
    EXPECT_GT(text.find("error K001"), text.rfind("warning L001")) << "by place, not by severity";
    EXPECT_THAT(text, Not(HasSubstr("advice")));
    EXPECT_TRUE(text.ends_with("\n\nand 28 more; \"kindly check --format short\" lists all of them\n"))
        << text;
    std::size_t errors = 0;
    for (std::size_t at = 0; (at = text.find("error K001", at)) != std::string::npos; ++at) { ++errors; }
    EXPECT_EQ(errors, 3U);
}

TEST_F(DiagnosticText, TheRestOfWhatCheckDoesNotReadIsNotPromisedThere) {
    const Diagnostics many(25, about("{ \"a\": 1 }\n", "1"));
    EXPECT_TRUE(to_text(many, {.plain = true, .checked = false})
                    .ends_with("\n\nand 5 more, shown once some of these are mended\n"));
}

TEST_F(DiagnosticText, TwentyAreShownWithoutACount) {
    const Diagnostics twenty(20, about("{ \"a\": 1 }\n", "1"));
    EXPECT_THAT(to_text(twenty, {}), Not(HasSubstr("more")));
}

} // namespace
} // namespace kindly
