// SPDX-License-Identifier: MIT
#include "exercise/json_text.hpp"

#include "exercise/limits.hpp"
#include "exercise/reading.hpp"

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using namespace std::string_literals;
using test::codes;
using test::lines;
using test::source;
using testing::ElementsAre;
using testing::IsEmpty;

ParsedText parse(std::string bytes) { return parse_written(source(std::move(bytes))); }

struct Case {
    std::string text;
    std::vector<std::string> found;
    bool readable = false; ///< the rest of the file can be read all the same
};

void expect(const std::vector<Case>& cases) {
    for (const auto& one : cases) {
        const ParsedText parsed = parse(one.text);
        EXPECT_EQ(lines(parsed.diagnostics), one.found) << one.text;
        EXPECT_EQ(parsed.document != nullptr, one.readable) << one.text;
    }
}

TEST(JsonText, EveryValueAndKeyHasItsPlace) {
    const std::string text = "{ \"a\" : [1, -2.5e1 ,true,null],\n  \"b\\u0041\": \"x\\\"y\", \"c\": {} }";
    const ParsedText parsed = parse(text);
    ASSERT_THAT(lines(parsed.diagnostics), IsEmpty());
    const Written& root = parsed.document->root;
    auto written = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
    EXPECT_EQ(written(root.span), text);
    ASSERT_EQ(root.members.size(), 3U);
    EXPECT_EQ(written(root.members[0].key_span), "\"a\"");
    const Written& list = root.members[0].value;
    EXPECT_EQ(written(list.span), "[1, -2.5e1 ,true,null]");
    ASSERT_EQ(list.entries.size(), 4U);
    EXPECT_EQ(written(list.entries[0].span), "1");
    EXPECT_TRUE(list.entries[0].whole);
    EXPECT_EQ(written(list.entries[1].span), "-2.5e1");
    EXPECT_EQ(list.entries[1].number, -25);
    EXPECT_FALSE(list.entries[1].whole);
    EXPECT_EQ(written(list.entries[2].span), "true");
    EXPECT_EQ(written(list.entries[3].span), "null");
    EXPECT_EQ(root.members[1].key, "bA");
    EXPECT_EQ(written(root.members[1].value.span), "\"x\\\"y\"");
    EXPECT_EQ(root.members[1].value.text, "x\"y");
    EXPECT_EQ(written(root.members[2].value.span), "{}");
    EXPECT_EQ(root.find("c"), &root.members[2].value);
    EXPECT_EQ(root.find("d"), nullptr);
}

TEST(JsonText, ReadsWhatIsCorrect) {
    for (const char* text :
         {"{}", "[]", " { } ", "0", "-0", "1e-5", "\"\"", "[\"“quotes” of the text’s own\"]",
          "{\"a\":\"// no comment, /* nor this */ # nor this\"}", "[9007199254740991,-9007199254740991]",
          "[\"\\ud83d\\ude42\", \"\\u00e4\\n\\t\\/\\\\\"]", "{\"a\": 1}\r\n", "\t[\r\n1\r\n]"}) {
        const ParsedText parsed = parse(text);
        EXPECT_THAT(lines(parsed.diagnostics), IsEmpty()) << text;
        EXPECT_NE(parsed.document, nullptr) << text;
    }
}

TEST(JsonText, SaysWhereACommaOrColonIsMissing) {
    expect({
        {"[1 2]", {"f:1:2: error J001: A comma is missing after this"}},
        {"[\n  { \"a\": 1 }\n  { \"b\": 2 }\n]", {"f:2:12: error J001: A comma is missing after this"}},
        {"{ \"a\": \"x\"\n\n\n  \"b\": 2 }", {"f:1:10: error J001: A comma is missing after this"}},
        {"{ \"a\": 5 \"b\": 8 }", {"f:1:8: error J001: A comma is missing after this"}},
        {"[\"ä\" \"b\"]", {"f:1:4: error J001: A comma is missing after this"}},
        {"[\"a\"\"b\"]", {"f:1:4: error J001: A comma is missing after this"}},
        {"{ \"a\" 1 }", {"f:1:5: error J001: A colon is missing after this"}},
        {"{ \"a\" = 1 }", {"f:1:7: error J001: Write a colon (:) instead of this"}},
        {"{ \"a\": 1; \"b\": 2 }", {"f:1:9: error J001: Write a comma (,) instead of this"}},
        {"{ \"a\", \"b\": 2 }", {"f:1:5: error J001: A colon and a value are missing after this"}},
        {"{ \"a\": , \"b\": 2 }", {"f:1:6: error J001: A value is missing after this"}},
        {"{ \"a\": }", {"f:1:6: error J001: A value is missing after this"}},
        {"{ \"a\": 1: 2 }", {"f:1:9: error J001: This colon does not belong here"}},
        {"{ : 1 }", {"f:1:3: error J001: A name in quotes is missing before this colon"}},
    });
}

TEST(JsonText, SaysWhichBracketIsMissing) {
    expect({
        {"[ \"a\": 1 }, { \"a\": 2 } ]", {"f:1:3: error J001: A \"{\" is missing before this"}},
        {"{ \"a\": [ { \"b\": 1 ] }", {"f:1:17: error J001: A \"}\" is missing after this"}},
        {"{ \"a\": [ 1, 2 }", {"f:1:13: error J001: A \"]\" is missing after this"}},
        {"{ \"a\": 1 ]", {"f:1:10: error J001: This should be \"}\", to close the \"{\" on line 1"}},
        {"{\n  \"a\": {\n    \"b\": 1,\n  \"c\": { \"d\": 2 }\n}",
         {"f:3:10: error J001: A \"}\" is missing after this"}},
        {"{\n  \"a\": { \"b\": 1,\n  \"c\": 2\n}", {"f:2:15: error J001: A \"}\" is missing after this"}},
        {"{ \"a\": { \"b\": 1 }, { \"b\": 2 } ] }", {"f:1:8: error J001: A \"[\" is missing before this"}},
        {"[ { \"a\": \"x\" , { \"a\": \"y\" } ]", {"f:1:12: error J001: A \"}\" may be missing after this"}},
        {"{ \"a\": 1", {"f:1:8: error J001: The file ends here, but the \"{\" on line 1 is still open"}},
        {"{ \"a\": 1 } }", {"f:1:12: error J001: There is one \"}\" too many"}},
        {"{} {}", {"f:1:4: error J001: Nothing may stand after the end of the file's contents"}},
        {"}", {"f:1:1: error J001: There is no opening bracket for this \"}\""}},
        {"", {"f:1:1: error J001: There is nothing in this file"}},
        {" \n ", {"f:1:1: error J001: There is nothing in this file"}},
    });
}

TEST(JsonText, SaysWhereAQuoteIsMissing) {
    expect({
        {"{ kind\": \"say\" }", {"f:1:3: error J001: A quote (\") is missing before this"}},
        {"{ \"kind: \"say\" }", {"f:1:7: error J001: A quote (\") is missing after this"}},
        {"{ \"kind: 3, \"b\": 2 }", {"f:1:7: error J001: A quote (\") is missing after this"}},
        {"{ \"kind\": say\" }", {"f:1:11: error J001: A quote (\") is missing before this"}},
        {"{ \"kind\": \"say, \"text\": \"x\" }", {"f:1:14: error J001: A quote (\") is missing after this"}},
        {"{ \"text\": \"Hello },\n  \"b\": 1 }", {"f:1:16: error J001: A quote (\") is missing after this"}},
        {"{ \"text\": \"Hello\n there.\" }", {"f:1:17: error J001: A line break stands inside a text"}},
        {"{ \"text\": \"Hello\r\n there.\" }", {"f:1:17: error J001: A line break stands inside a text"}},
        {"{ \"text\": \"a\tb\" }", {"f:1:13: error J001: A tab stands inside a text. Use a space"}},
        {"{ \"text\": \"a\x1b[1m\" }",
         {"f:1:13: error J001: A control character stands inside a text. Delete it"}},
        {"{ \"text\": \"Say \"hello\" now\" }",
         {"f:1:16: error J001: This quote (\") ends the text. Inside a text write \\\""}},
        {"{ \"text\": \"a \\d\" }",
         {"f:1:14: error J001: A backslash (\\) begins a special character. For the backslash itself write "
          "two: \\\\"}},
        {"{ \"text\": \"\\ud800!\" }",
         {"f:1:12: error J001: This stands for half a character. Write the character itself"}},
    });
}

TEST(JsonText, SaysWhatIsNoValue) {
    expect({
        {"[True]", {"f:1:2: error J001: Write true in small letters"}},
        {"[30s]", {"f:1:2: error J001: A duration needs quotes around it"}},
        {"[05]", {"f:1:2: error J001: A number cannot begin with 0"}},
        {"[+5]", {"f:1:2: error J001: A number is written without +"}},
        {"[.5]", {"f:1:2: error J001: A number cannot begin with a point"}},
        {"[5.]", {"f:1:2: error J001: This is not a number, and a text needs quotes around it"}},
        {"[-]", {"f:1:2: error J001: This is not a number, and a text needs quotes around it"}},
        {"[?]", {"f:1:2: error J001: This does not belong here"}},
    });
}

TEST(JsonText, KnowsForeignMarks) {
    const std::string curly = "error J002: This is a curly quote (“). JSON needs the straight one (\")";
    const std::string closing = "error J002: This is a curly quote (”). JSON needs the straight one (\")";
    expect({
        {"{ “a\": 1 }", {"f:1:3: " + curly}, true},
        {"{ \"a”: \"x\", \"b\": 2 }", {"f:1:5: " + closing}, true},
        {"{ \"a\": \"x”, \"b\": 2 }", {"f:1:10: " + closing}, true},
        {"{ \"a\": \"x” }\n", {"f:1:10: " + closing}, true},
        {"{ “a”: “x” }", {"f:1:3: " + curly, "f:1:8: " + curly}, true},
        {"{ \"a\": “one “two” three” }", {"f:1:8: " + curly}, true},
        {"{ 'a': 1 }",
         {"f:1:3: error J002: This is a single quote ('). JSON needs the straight one (\")"},
         true},
        {"{\u00A0\"a\": 1 }",
         {"f:1:2: error J002: This is a non-breaking space. JSON needs the ordinary one"},
         true},
        {"{\u200B\"a\": 1 }", {"f:1:2: error J002: There is an invisible character here. Delete it"}, true},
        {"[1，2]",
         {"f:1:3: error J002: This is a full-width comma (，). JSON needs the ordinary one (,)"},
         true},
        {"{\"a\"：1｝",
         {"f:1:5: error J002: This is a full-width colon (：). JSON needs the ordinary one (:)",
          "f:1:7: error J002: This is a full-width bracket (｝). JSON needs the ordinary one (})"},
         true},
        {"{ “a: 1 }", {"f:1:3: " + curly}},
        {"{ \"a\": \"She said “yes”, and went\" \"b\": 1 }",
         {"f:1:33: error J001: A comma is missing after this"}},
    });
}

TEST(JsonText, PlacesBehindForeignMarksAreStillRight) {
    const std::string text = "{ “a”: [ “x”, 7 ] }";
    const ParsedText parsed = parse(text);
    ASSERT_NE(parsed.document, nullptr);
    const Member& member = parsed.document->root.members.front();
    auto written = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
    EXPECT_EQ(written(member.key_span), "“a”");
    EXPECT_EQ(written(member.value.entries[0].span), "“x”");
    EXPECT_EQ(written(member.value.entries[1].span), "7");
}

TEST(JsonText, KnowsTrailingCommas) {
    expect({
        {"[1, 2,]", {"f:1:6: error J003: There is a comma after the last entry. Remove it"}, true},
        {"{ \"a\": [1,\n], \"b\": 2,\n}",
         {"f:1:10: error J003: There is a comma after the last entry. Remove it",
          "f:2:10: error J003: There is a comma after the last entry. Remove it"},
         true},
        {"[1,,2]", {"f:1:4: error J003: There are two commas here. Remove one"}, true},
        {"[,1]", {"f:1:2: error J003: There is a comma before the first entry. Remove it"}, true},
        {"{,}", {"f:1:2: error J003: There is a comma before the first entry. Remove it"}, true},
    });
}

TEST(JsonText, KnowsComments) {
    const std::string message =
        "error J005: JSON has no comments. Put the remark in a \"note\": it is never shown to clients";
    expect({
        {"{ // here\n \"a\": 1 }", {"f:1:3: " + message}, true},
        {"{ \"a\": /* one\n two */ 1 }", {"f:1:8: " + message}, true},
        {"# first\n{}", {"f:1:1: " + message}, true},
        {"{} // last", {"f:1:4: " + message}, true},
        {"{ /* open", {"f:1:3: " + message}},
        {"{ // a\n // b\n \"a\": 1, }",
         {"f:1:3: " + message, "f:2:2: " + message,
          "f:3:8: error J003: There is a comma after the last entry. Remove it"},
         true},
    });
}

/// A person's own settings have no "note": whoever followed that advice would be told that it is unknown.
TEST(JsonText, AdvisesANoteOnlyWhereThereIsOne) {
    const ParsedText parsed = parse_written(source("{ // here\n}"), nullptr, Remarks::none);
    EXPECT_THAT(lines(parsed.diagnostics),
                ElementsAre("f:1:3: error J005: JSON has no comments. Leave the remark out"));
    EXPECT_EQ(parsed.diagnostics[0].suggestion, "");
}

TEST(JsonText, ShowsBothPlacesOfADuplicate) {
    const ParsedText parsed = parse("{\n  \"kind\": \"say\",\n  \"text\": \"a\",\n  \"text\": \"b\" }");
    ASSERT_THAT(lines(parsed.diagnostics),
                ElementsAre("f:4:3: error J004: \"text\" is written twice in this step (first at 3:3). Only "
                            "one could be used; please keep one"));
    ASSERT_TRUE(parsed.diagnostics[0].also);
    EXPECT_EQ(parsed.diagnostics[0].source->locate(parsed.diagnostics[0].also->begin), (LineColumn{3, 3}));
    expect({
        {"{ \"safety\": { \"a\": 1, \"a\": 2 } }",
         {"f:1:23: error J004: \"a\" is written twice in \"safety\" (first at 1:15). Only one could be used; "
          "please keep one"},
         true},
        {"{ \"a\": 1, \"\\u0061\": 2 }",
         {"f:1:11: error J004: \"a\" is written twice here (first at 1:3). Only one could be used; please "
          "keep one"},
         true},
    });
}

TEST(JsonText, SaysHowTheFileIsSaved) {
    expect({
        {"\xFF\xFE{\0}\0"s,
         {"f:1:1: error J006: The file is saved as UTF-16 (\"Unicode\" in Notepad). Save it as UTF-8"}},
        {"\xFE\xFF\0{\0}"s,
         {"f:1:1: error J006: The file is saved as UTF-16 (\"Unicode\" in Notepad). Save it as UTF-8"}},
        {"{\0\"\0a\0\"\0:\0"s,
         {"f:1:1: error J006: The file is saved as UTF-16 (\"Unicode\" in Notepad). Save it as UTF-8"}},
        {"\xFF\xFE\0\0{\0\0\0"s, {"f:1:1: error J006: The file is saved as UTF-32. Save it as UTF-8"}},
        {"{ \"a\": \"\xE4\" }",
         {"f:1:9: error J006: The file is not saved as UTF-8: the byte E4 stands for no letter there. Save "
          "it as UTF-8"}},
        {"{ \"a\": \"\xC0\xAF\" }",
         {"f:1:9: error J006: The file is not saved as UTF-8: the byte C0 stands for no letter there. Save "
          "it as UTF-8"}},
        {"{ \"abcdefgh\": 1, \0 }"s,
         {"f:1:18: error J006: There is a zero byte here, which no text has. Is this really an exercise "
          "file?"}},
        {"\xEF\xBB\xBF{ }",
         {"f:1:1: error J006: The file begins with an invisible mark (a BOM). Save it as \"UTF-8\", not as "
          "\"UTF-8 with BOM\""},
         true},
    });
}

TEST(JsonText, HasLimits) {
    const std::string long_text(1840, 'x');
    expect({
        {"{ \"text\": \"" + long_text + "\" }",
         {"f:1:11: error J007: This text has 1,840 characters; a screen holds about 1,200. Split it into two "
          "\"say\" steps"},
         true},
        {"{ \"note\": \"" + long_text + "\" }",
         {"f:1:11: error J007: This text has 1,840 characters; at most 1,200 can be kept. Make it shorter"},
         true},
        {"[9007199254740992]",
         {"f:1:2: error J007: This number is too large: whole numbers go up to 9007199254740991"},
         true},
        {"[-99999999999999999999999]",
         {"f:1:2: error J007: This number is too large: whole numbers go up to 9007199254740991"},
         true},
        {"[1e999]", {"f:1:2: error J007: This number is too large or too small to be kept"}, true},
        {"[NaN]", {"f:1:2: error J007: This is not a number that can be used"}},
        {"[-Infinity]", {"f:1:2: error J007: This is not a number that can be used"}},
        {std::string(33, '[') + std::string(33, ']'),
         {"f:1:33: error J007: This is nested more than 32 levels deep"}},
    });
    EXPECT_THAT(
        lines(parse("{ \"text\": \"" + std::string(600, 'x') + std::string(600, 'y') + "\" }").diagnostics),
        IsEmpty());
    std::string umlauts;
    for (std::size_t count = 0; count < limits::text_characters; ++count) { umlauts += "ä"; }
    EXPECT_THAT(lines(parse("[\"" + umlauts + "\"]").diagnostics), IsEmpty());
    EXPECT_NE(parse(std::string(32, '[') + std::string(32, ']')).document, nullptr);
}

TEST(JsonText, RefusesALargeFileFromItsSize) {
    EXPECT_EQ(lines(parse(std::string(3U * 1024 * 1024, '[')).diagnostics),
              std::vector<std::string>{
                  "f:1:1: error J007: The file has more than 1 MB, which is the most that is read"});
}

TEST(JsonText, DeepNestingIsNoDanger) {
    for (const char* bracket : {"[", "{\"a\":"}) {
        std::string deep;
        for (int level = 0; level < 100000; ++level) { deep += bracket; }
        EXPECT_THAT(codes(parse(deep).diagnostics), ElementsAre("J007"));
    }
}

/// Whatever the bytes: no crash, and every place is inside the file. Sanitizers watch.
void expect_sound(const std::string& bytes) {
    const ParsedText parsed = parse(bytes);
    RC_ASSERT(parsed.document != nullptr || !parsed.diagnostics.empty());
    for (const auto& diagnostic : parsed.diagnostics) {
        RC_ASSERT(diagnostic.where.begin <= diagnostic.where.end);
        RC_ASSERT(diagnostic.where.end <= bytes.size());
        RC_ASSERT(!to_text(diagnostic, {}).empty());
    }
}

RC_GTEST_PROP(JsonText, AnyBytesAreAnswered, ()) {
    expect_sound(*rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
}

RC_GTEST_PROP(JsonText, AnyMarksAreAnswered, ()) {
    static const std::vector<std::string> pieces{
        "{",  "}",    "[",   "]",  ",",   ":", "\"", "\"a\"", " ",           "\n",     "1",
        "-",  "true", "nul", "\\", "\\u", "“", "”",  "'",     "，",          "\u00A0", "//",
        "/*", "*/",   "#",   "e5", "0",   ".", "ä",  "\xE4",  "\xEF\xBB\xBF"};
    std::string text;
    for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
        text += piece;
    }
    expect_sound(text);
}

RC_GTEST_PROP(JsonText, AnEditedExerciseIsAnswered, ()) {
    static const std::string good = test::file_bytes("tests/exercise/data/hard-moment-break.json");
    std::string text = good;
    const auto edits = *rc::gen::inRange(1, 6);
    for (int edit = 0; edit < edits; ++edit) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto length = *rc::gen::inRange<std::size_t>(0, 8);
        text.replace(at, std::min(length, text.size() - at),
                     *rc::gen::container<std::string>(rc::gen::elementOf("{}[]\",:1a\\ \n"s)));
    }
    expect_sound(text);
    const auto read = read_exercise(source(text));
    for (const auto& diagnostic : read.diagnostics) {
        RC_ASSERT(diagnostic.where.begin <= diagnostic.where.end);
        RC_ASSERT(diagnostic.where.end <= text.size());
    }
    RC_ASSERT((read.exercise != nullptr) == !has_errors(read.diagnostics));
}

TEST(JsonText, LargeFilesOfMistakesComeToAnEnd) {
    // Each of these once made some reader slow: many small values, many brackets that match nothing, one long
    // line of mistakes. No time is asserted; quadratic time would run into the limit that every test has.
    for (const std::string piece : {"1,", "{\"a\":1},", "\"x\",", "[],", "\"a\" ", ",", "\"a\":1,", "“", "“,",
                                    "/**/", "\u00A0", "“\": 1,"}) {
        for (const std::string end : {"0]", "\"b\":1}"}) {
            std::string text = end.back() == ']' ? "[" : "{";
            while (text.size() < limits::file_bytes / 4) { text += piece; }
            const ParsedText parsed = parse(text + end);
            EXPECT_TRUE(parsed.document != nullptr || has_errors(parsed.diagnostics));
        }
    }
}

} // namespace
} // namespace kindly
