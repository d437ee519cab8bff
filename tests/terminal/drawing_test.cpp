// SPDX-License-Identifier: MIT
// What stands on the screen, in every size and with every number of colours; and how little is written for
// it.
#include "painting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

TEST(DrawingTest, WideCharactersAndMarksStandWhereTheyBelong) {
    ScreenChild child(painter());
    wait_for_picture(child);
    EXPECT_EQ(child.row(2), "日本語 e\u0301 ñ 👍   👩💻 ❤ end");
    EXPECT_EQ(child.cell(2, 0).width, 2);
    EXPECT_EQ(child.cell(2, 7).text, "e\u0301");
    EXPECT_EQ(child.cell(2, 23).text, "e"); // as many columns as the C library says, whatever is joined
}

TEST(DrawingTest, EdgesCutThroughWideCharacters) {
    ScreenChild child(painter());
    wait_for_picture(child);
    EXPECT_EQ(child.row(4).substr(0, 8), " 語left");
    EXPECT_TRUE(child.row(4).ends_with("日本"));
    EXPECT_EQ(child.cell(4, 75).text, "日");
    EXPECT_EQ(child.row(23).size(), 80U); // the corner itself, without scrolling
    EXPECT_TRUE(child.row(0).starts_with("size"));
}

TEST(DrawingTest, AnEqualFrameWritesNothing) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.send_keys("a");
    child.wait_for_text("1: character a");
    const auto before = child.mark();
    child.send_keys("=");
    child.wait_until([&] { return child.bells() == 1; }, "the bell behind a hundred equal frames");
    EXPECT_EQ(child.bytes_since(before), 1U);
}

TEST(DrawingTest, OnlyWhatChangedIsWritten) {
    ScreenChild child(painter());
    wait_for_picture(child);
    const auto before = child.mark();
    child.send_keys("a");
    child.wait_for_text("1: character a");
    EXPECT_LT(child.bytes_since(before), 60U);
}

TEST(DrawingTest, WhatWasForgottenIsDrawnAgain) {
    ScreenChild child(painter());
    wait_for_picture(child);
    const auto before = child.mark();
    child.send_keys("R");
    child.wait_for_text("1: character R");
    wait_for_picture(child);
    EXPECT_THAT(child.raw().substr(before), HasSubstr("accent"));
}

TEST(DrawingTest, TheCursorIsParkedAlsoWhereItIsHidden) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.send_keys("a");
    child.wait_until([&] { return child.cursor() == (Cursor{5, 14, true}); }, "the cursor behind the key");
    child.send_keys("C");
    child.wait_until([&] { return child.cursor() == (Cursor{6, 14, false}); }, "the hidden cursor");
    child.send_keys("C");
    child.wait_until([&] { return child.cursor() == (Cursor{7, 14, true}); }, "the cursor to come back");
}

TEST(DrawingTest, FitsEverySize) {
    ScreenChild child(painter());
    wait_for_picture(child);
    const std::pair<int, int> sizes[] = {{12, 40}, {5, 20}, {60, 200}, {1, 1}, {2, 3}, {24, 80}};
    for (const auto& [rows, columns] : sizes) {
        child.resize(rows, columns);
        const std::string corner = "corner";
        const std::string last =
            corner.substr(corner.size() - static_cast<std::size_t>(std::min(columns, 6)));
        child.wait_until([&, rows = rows, columns = columns] { return child.row(rows - 1).ends_with(last); },
                         "the corner at " + std::to_string(rows));
        if (rows >= 5) {
            child.wait_for_text("size " + std::to_string(rows) + "x" + std::to_string(columns));
            EXPECT_EQ(child.row(1).substr(0, 12), "normal quiet");
        }
    }
    child.send_keys("Q");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("size")));
}

TEST(DrawingTest, TheSizeIsTheTerminalsWhateverTheEnvironmentSays) {
    auto start = painter();
    start.variables.insert(start.variables.end(), {"LINES=5", "COLUMNS=10"});
    ScreenChild child(start);
    child.wait_for_text("size 24x80");
    EXPECT_TRUE(child.row(23).empty() || child.row(23).ends_with("corner"));
}

// Row 1 of the picture: "normal quiet strong accent".
constexpr int normal = 0;
constexpr int quiet = 7;
constexpr int strong = 13;
constexpr int accent = 20;

TEST(ColoursTest, WithManyColoursTonesAreShades) {
    for (const char* theme : {"auto", "light", "dark"}) {
        ScreenChild child(painter({.arguments = {theme}}));
        wait_for_picture(child);
        EXPECT_TRUE(child.shows("colours 256 eases"));
        EXPECT_EQ(child.cell(1, normal).foreground, -1);
        EXPECT_EQ(child.cell(1, strong).foreground, -1);
        EXPECT_TRUE(child.cell(1, strong).bold);
        EXPECT_FALSE(child.cell(1, normal).bold);
        EXPECT_GE(child.cell(1, quiet).foreground, 232);
        EXPECT_GE(child.cell(1, accent).foreground, 16);
        EXPECT_EQ(child.cell(1, accent).background, -1);
    }
}

void expect_no_colours(ScreenChild& child) {
    wait_for_picture(child);
    EXPECT_FALSE(child.shows("eases"));
    child.send_keys("++++"); // nothing, and then easing in
    child.wait_for_text("4: character +");
    EXPECT_TRUE(child.cell(1, strong).bold);
    child.send_keys("Q");
    EXPECT_EQ(child.wait(), 0);
    // 30 to 37, 38, 90 to 97 and their like for the background, alone or among others.
    EXPECT_THAT(child.raw(),
                Not(ContainsRegex("\033\\[([0-9]*;)*([349][0-7]|10[0-7]|[34]8|[34]8;5;[0-9]+)(;[0-9]*)*m")));
}

TEST(ColoursTest, WithoutColoursThereAreBoldAndNormalOnly) {
    ScreenChild child(painter({.arguments = {"no-colours"}}));
    expect_no_colours(child);
}

TEST(ColoursTest, ThePlainThemeHasNone) {
    ScreenChild child(painter({.arguments = {"plain"}}));
    expect_no_colours(child);
}

TEST(ColoursTest, AMonochromeTerminalHasNone) {
    ScreenChild child(painter({.arguments = {}, .term = "vt100"}));
    expect_no_colours(child);
}

TEST(ColoursTest, WithEightColoursWordsKeepTheTerminalsOwn) {
    for (const char* theme : {"auto", "light", "dark"}) {
        ScreenChild child(painter({.arguments = {theme}, .term = "linux"}));
        wait_for_picture(child);
        EXPECT_TRUE(child.shows("colours 8"));
        EXPECT_FALSE(child.shows("eases"));
        EXPECT_EQ(child.cell(1, normal).foreground, -1);
        EXPECT_EQ(child.cell(1, quiet).foreground, -1);
        EXPECT_EQ(child.cell(1, strong).foreground, -1);
        const int expected = std::string(theme) == "auto" ? -1 : std::string(theme) == "light" ? 4 : 6;
        EXPECT_EQ(child.cell(1, accent).foreground, expected);
    }
}

TEST(ColoursTest, TextEasesInAndEndsInTheTerminalsOwn) {
    ScreenChild child(painter({.arguments = {"dark"}}));
    wait_for_picture(child);
    EXPECT_EQ(child.cell(3, 0).foreground, -1);
    child.send_keys("+");
    child.wait_until([&] { return child.row(3).empty(); }, "the words to be gone");
    int before = 0;
    for (int step = 0; step < 3; ++step) {
        child.send_keys("+");
        child.wait_until(
            [&] { return child.row(3) == "easing quietly" && child.cell(3, 0).foreground > before; },
            "the next shade");
        before = child.cell(3, 0).foreground;
        EXPECT_GE(before, 232);
    }
    child.send_keys("+");
    child.wait_until([&] { return child.cell(3, 0).foreground == -1; }, "the terminal's own foreground");
    EXPECT_GE(child.cell(3, 8).foreground, 232); // what is quiet stays so
}

} // namespace

} // namespace kindly::tests
