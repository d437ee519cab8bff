// SPDX-License-Identifier: MIT
#include "screen/line_breaks.hpp"

#include "screen/paragraphs.hpp"
#include "screen/rows.hpp"

#include <gtest/gtest.h>

namespace kindly::screen {
namespace {

TEST(LineBreaks, ClosingMarksDoNotBeginALineAndOpeningOnesDoNotEndIt) {
    const std::string text = "静かに、「息」を。";
    const auto at = [&](const char* mark) { return may_break_before(text, text.find(mark)); };
    EXPECT_TRUE(at("か"));
    EXPECT_FALSE(at("、"));
    EXPECT_TRUE(at("「"));
    EXPECT_FALSE(at("息")) << "right behind an opening mark";
    EXPECT_FALSE(at("」"));
    EXPECT_FALSE(at("。"));
}

TEST(LineBreaks, FoldedLinesKeepMarksWithTheirWords) {
    EXPECT_EQ(folded("静かに休む。ゆっくり", 10), (std::vector<std::string>{"静かに休", "む。ゆっく", "り"}));
    EXPECT_EQ(folded("これは「息」です", 8), (std::vector<std::string>{"これは", "「息」で", "す"}));
    EXPECT_EQ(folded("。。。。。。。。", 6).size(), 3U) << "nothing but marks is broken somewhere";
}

TEST(LineBreaks, WrittenLinesDoSoToo) {
    EXPECT_EQ(broken_lines("静かに休む。ゆっくり休む。", 10),
              (std::vector<std::string>{"静かに休", "む。ゆっく", "り休む。"}));
}

} // namespace
} // namespace kindly::screen
