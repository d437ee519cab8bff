// SPDX-License-Identifier: MIT
// What is read of TOML, by examples of its specification's spellings; and that everything else is refused
// with its place.
#include "base/toml.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using Kind = TomlValue::Kind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TomlFile read(const std::string& text) {
    return read_toml(std::make_shared<SourceText>("config.toml", text));
}

/// Everything that was read, one line each: "table.key kind text".
std::vector<std::string> told(const TomlFile& file) {
    const auto word = [](Kind kind) {
        switch (kind) {
        case Kind::text: return "text";
        case Kind::whole_number: return "whole";
        case Kind::decimal_number: return "decimal";
        case Kind::truth: return "truth";
        case Kind::list: return "list";
        }
        return "";
    };
    std::vector<std::string> lines;
    for (const auto& entry : file.entries) {
        std::string line;
        for (const auto& part : entry.table) { line += part + "/"; }
        line += fmt::format("{} {} {}", entry.key, word(entry.value.kind), entry.value.text);
        for (const auto& item : entry.value.items) {
            line += fmt::format("<{} {}>", word(item.kind), item.text);
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> told(const std::string& text) {
    const TomlFile file = read(text);
    EXPECT_THAT(file.diagnostics, IsEmpty())
        << text << (file.diagnostics.empty() ? "" : file.diagnostics[0].message);
    return told(file);
}

/// "line:column code message" of everything that is wrong.
std::vector<std::string> problems(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto& one : read(text).diagnostics) {
        const LineColumn place = one.source->locate(one.where.begin);
        lines.push_back(fmt::format("{}:{} {} {}", place.line, place.column, one.code, one.message));
    }
    return lines;
}

TEST(Toml, KeysTablesAndRemarks) {
    EXPECT_THAT(
        told("# a remark\n\nplain = true # another\r\n[practice]\nminutes = 5\n\n[log.show]\njson=false"),
        ElementsAre("plain truth true", "practice/minutes whole 5", "log/show/json truth false"));
    EXPECT_THAT(told("practice.minutes = 5\n\"quoted key\" = 'x'\n[ a . \"b c\" ]\nd . e = 1\n"),
                ElementsAre("practice/minutes whole 5", "quoted key text x", "a/b c/d/e whole 1"));
    EXPECT_THAT(told("\xEF\xBB\xBFplain = true"), ElementsAre("plain truth true"));
    EXPECT_THAT(told(""), IsEmpty());
    EXPECT_EQ(read("[empty]\n").tables.size(), 1U);
}

TEST(Toml, Texts) {
    EXPECT_THAT(told(R"(a = "tab\t quote\" back\\ line\n e\u0301 \U0001F33F #no remark")"),
                ElementsAre("a text tab\t quote\" back\\ line\n e\xCC\x81 \xF0\x9F\x8C\xBF #no remark"));
    EXPECT_THAT(told(R"(a = 'C:\new "thing"')"), ElementsAre(R"(a text C:\new "thing")"));
    EXPECT_THAT(told("a = \"\"\nb = ''"), ElementsAre("a text ", "b text "));
    EXPECT_THAT(told("a = \"Zoë\""), ElementsAre("a text Zoë"));
}

TEST(Toml, Numbers) {
    EXPECT_THAT(told("a = 0\nb = +17\nc = -4\nd = 1_000\ne = 1.5\nf = -0.25\ng = 2e3\nh = 6.6E-2"),
                ElementsAre("a whole 0", "b whole 17", "c whole -4", "d whole 1000", "e decimal 1.5",
                            "f decimal -0.25", "g decimal 2e3", "h decimal 6.6e-2"));
}

TEST(Toml, ListsOnOneLineAndOnSeveral) {
    EXPECT_THAT(
        told("a = [ \"x\", 'y' ]\nb = []\nc = [1, 2.5, true,]\n"),
        ElementsAre("a list <text x><text y>", "b list ", "c list <whole 1><decimal 2.5><truth true>"));
    EXPECT_THAT(told("a = [ # first\n  \"x\", # one\n\n  \"y\" # two\n  ,\n]\nb = 1"),
                ElementsAre("a list <text x><text y>", "b whole 1"));
}

TEST(Toml, WhatIsNotTomlIsNamedWithItsPlace) {
    EXPECT_THAT(problems("plain true"), ElementsAre("1:1 C001 \"plain\" is followed by no \"=\" and value"));
    EXPECT_THAT(problems("a = 1\n  = 2"),
                ElementsAre("2:3 C001 A line of this file is KEY = VALUE, [TABLE], or a remark after \"#\""));
    EXPECT_THAT(problems("a = always"),
                ElementsAre("1:5 C003 \"always\" is no number, and neither true nor false; a "
                            "text stands between quotation marks"));
    EXPECT_THAT(problems("a = \"x"), ElementsAre("1:5 C003 The text that begins here has no closing \""));
    EXPECT_THAT(problems("a = 'x"), ElementsAre("1:5 C003 The text that begins here has no closing '"));
    EXPECT_THAT(problems("a ="), ElementsAre("1:4 C003 A value is missing here"));
    EXPECT_THAT(problems("a = 1 b = 2"), ElementsAre("1:7 C001 Nothing more is expected on this line"));
    EXPECT_THAT(problems("[practice\na = 1"), ElementsAre("1:1 C001 The name of a table ends with \"]\""));
    EXPECT_THAT(problems("a = [1 2]"),
                ElementsAre("1:8 C003 A comma or the closing \"]\" of the list is missing here"));
    EXPECT_THAT(problems("a = [1,\n2\n"), ElementsAre("1:5 C003 This list has no closing \"]\""));
    EXPECT_THAT(problems("a = \"\\q\""), ElementsAre(HasSubstr("1:6 C003 After \"\\\" in a text")));
    EXPECT_THAT(problems("a = \"\\ud800\""), ElementsAre(HasSubstr("1:6 C003 After")));
    EXPECT_THAT(problems("a = \"\\u12\""), ElementsAre(HasSubstr("1:6 C003 After")));
    EXPECT_THAT(problems("a = 1\nb = \"\xFF\""), ElementsAre("2:6 C001 This is not UTF-8 from here on"));
    EXPECT_THAT(problems("a = \"x\x01y\""), ElementsAre("1:7 C003 A control character stands in this text"));
    EXPECT_THAT(problems("# \x1b[2J"), ElementsAre("1:3 C001 A control character stands in this remark"));
}

TEST(Toml, WhatTheFileDoesNotNeedIsRefusedToo) {
    EXPECT_THAT(problems("a = { b = 1 }"), ElementsAre("1:5 C003 Groups in { } are not used in this file"));
    EXPECT_THAT(problems("[[a]]"),
                ElementsAre("1:1 C001 Lists of tables, with two brackets, are not used in this file"));
    EXPECT_THAT(problems("a = [[1]]"), ElementsAre("1:6 C003 Lists inside lists are not used in this file"));
    EXPECT_THAT(problems("a = \"\"\"x\"\"\""),
                ElementsAre("1:5 C003 Texts over several lines are not used in this file"));
    EXPECT_THAT(problems("a = '''x'''"),
                ElementsAre("1:5 C003 Texts over several lines are not used in this file"));
    EXPECT_THAT(problems("a = 04:00"),
                ElementsAre("1:5 C003 Times and dates are written as texts in this file"));
    EXPECT_THAT(problems("a = 2026-11-22"),
                ElementsAre("1:5 C003 Times and dates are written as texts in this file"));
    for (const char* word :
         {"0x1F", "0b1", "007", "1__0", "_1", "1_", "1.", ".5", "1e", "inf", "nan", "True", "+", "--1"}) {
        EXPECT_THAT(problems(std::string("a = ") + word), ElementsAre(HasSubstr("1:5 C003 "))) << word;
    }
}

TEST(Toml, WrittenTwice) {
    EXPECT_THAT(problems("a = 1\n\na = 2"),
                ElementsAre("3:1 C002 \"a\" is set here for the second time; the first is on line 1"));
    EXPECT_THAT(problems("[t]\na = 1\n[t]\nb = 1"),
                ElementsAre("3:1 C002 The table [t] stands here for the second time"));
    EXPECT_THAT(problems("t.a = 1\n[t]\na = 2"),
                ElementsAre(HasSubstr("3:1 C002 \"a\" is set here for the second time")));
    EXPECT_THAT(problems("a = 1\n[t]\na = 1"), IsEmpty());
}

TEST(Toml, EveryProblemIsToldAndTheRestIsRead) {
    const std::string text = "a = always\nb = 2\nc = [\n 1,\n oops\n 2,\n]\nd = 3\ne\n[t]\nf = {\ng = 4\n";
    EXPECT_THAT(problems(text),
                ElementsAre(HasSubstr("1:5 "), HasSubstr("5:2 "), HasSubstr("9:1 "), HasSubstr("11:5 ")));
    EXPECT_THAT(told(read(text)), ElementsAre("b whole 2", "d whole 3", "t/g whole 4"));
}

RC_GTEST_PROP(TomlProperty, AnyTextComesBackFromItsEscapes, (const std::vector<char>& letters)) {
    std::string text;
    std::string written = "a = \"";
    for (const char letter : letters) {
        const auto code = static_cast<unsigned char>(letter) % 0x7FU + 1; // ASCII without NUL
        text += static_cast<char>(code);
        written += fmt::format("\\u{:04x}", code);
    }
    const TomlFile file = read(written + "\"");
    RC_ASSERT(file.diagnostics.empty());
    RC_ASSERT(file.entries.size() == 1U);
    RC_ASSERT(file.entries[0].value.text == text);
}

RC_GTEST_PROP(TomlProperty, AnyBytesAreReadOrRefused, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("a=b.[]{}\"'\\#,1-_tru e\n\r\t\x01\xC3\xA4")));
    const TomlFile file = read(text);
    for (const auto& one : file.diagnostics) {
        RC_ASSERT(one.where.begin <= text.size());
        RC_ASSERT(one.where.end >= one.where.begin);
        RC_ASSERT(!to_text(one, {}).empty());
    }
}

} // namespace
} // namespace kindly
