// SPDX-License-Identifier: MIT
#include "screen/cells.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kindly::screen {

namespace {

class CellsTest : public testing::Test {
protected:
    static void SetUpTestSuite() { use_environment_language(); } // widths need a UTF-8 locale
};

std::wstring shown(const Cells& cells) {
    std::wstring all;
    for (const auto& character : cells.characters) { all += character.text; }
    return all;
}

int wide(const Cells& cells) {
    int columns = 0;
    for (const auto& character : cells.characters) { columns += character.width; }
    return columns;
}

TEST_F(CellsTest, MarksStandOnTheirLetter) {
    const auto cells = cells_of("e\u0301x", 0, 80);
    ASSERT_EQ(cells.characters.size(), 2U);
    EXPECT_EQ(cells.characters[0].text, L"e\u0301");
    EXPECT_EQ(cells.characters[1].text, L"x");
}

TEST_F(CellsTest, NoCellHoldsMoreThanNcursesCan) {
    std::string pile = "e";
    for (int mark = 0; mark < 50; ++mark) { pile += "\u0301"; }
    const auto cells = cells_of(pile + "x", 0, 80);
    ASSERT_EQ(cells.characters.size(), 2U);
    EXPECT_EQ(cells.characters[0].text.size(), 5U);
}

TEST_F(CellsTest, EdgesCut) {
    EXPECT_EQ(shown(cells_of("hello", -2, 80)), L"llo");
    EXPECT_EQ(cells_of("hello", -2, 80).column, 0);
    EXPECT_EQ(shown(cells_of("hello", 77, 80)), L"hel");
    EXPECT_EQ(shown(cells_of("hello", 80, 80)), L"");
    EXPECT_EQ(shown(cells_of("hello", -5, 80)), L"");
    EXPECT_EQ(shown(cells_of("日本", -1, 80)), L" 本");
    EXPECT_EQ(shown(cells_of("日本", 0, 3)), L"日 ");
    EXPECT_EQ(shown(cells_of("日", -1, 0)), L"");
}

TEST_F(CellsTest, WhatTerminalsDisagreeAboutIsLeftAway) {
    EXPECT_EQ(shown(cells_of("👩\u200D💻!", 0, 80)), L"👩💻!");
    EXPECT_EQ(shown(cells_of("❤\uFE0F!", 0, 80)), L"❤!");
    EXPECT_EQ(shown(cells_of("👍🏽!", 0, 80)), L"👍  !");
    EXPECT_EQ(shown(cells_of("क्\u200Dष", 0, 80)), L"क्\u200Dष"); // where it belongs to the writing, it stays
}

TEST_F(CellsTest, BytesThatAreNoTextAreSeen) {
    EXPECT_EQ(shown(cells_of("a\xFF"
                             "b",
                             0, 80)),
              L"a\uFFFDb");
}

TEST_F(CellsTest, StandAsWideAsEverybodyElseCounts) {
    EXPECT_TRUE(rc::check("width", [] {
        const auto points =
            *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
                "a", "日", "\u0301", "\u200D", "👍", "🏽", "\uFE0F", "\xFF", "é", " ", "\u200C"}));
        const std::string text = joined(points, "");
        const auto whole = cells_of(text, 0, 100000);
        RC_ASSERT(wide(whole) == static_cast<int>(display_width(text)));
        const int column = *rc::gen::inRange(-10, 10);
        const auto cut = cells_of(text, column, 10);
        const int left = std::max(column, 0);
        const int right = std::min(column + wide(whole), 10);
        RC_ASSERT(wide(cut) == std::max(right - left, 0));
        RC_ASSERT(cut.column >= 0);
    }));
}

} // namespace

} // namespace kindly::screen
