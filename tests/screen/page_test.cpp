// SPDX-License-Identifier: MIT
// A page with its keys, drawn at any size: what has room, what is left out first, what can be scrolled to.
#include "screen/page.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::screen {
namespace {

using testing::HasSubstr;
using testing::Not;

Page usual_page() {
    Page page;
    page.parts = {{"A title", Tone::strong},
                  {"about 3 minutes, gentle", Tone::quiet, true},
                  {"What it is about, in a sentence that is rather longer than a small screen is wide.",
                   Tone::normal, false, true},
                  {"Why it is here today."},
                  {"One thing more.", Tone::quiet, false, true}};
    page.keys = {{'\n', "Enter begin"}, {'g', "g steady me now"},   {'t', "t quiet timer"},
                 {'l', "l list"},       {'?', "? people to reach"}, {'q', "q leave"}};
    return page;
}

/// Row by row, with a newline behind each.
std::string text_of(const Frame& frame, Size size) {
    std::map<int, std::string> rows;
    for (const auto& piece : frame.pieces) {
        EXPECT_LT(piece.at.row, size.rows);
        EXPECT_GE(piece.at.row, 0);
        rows[piece.at.row] += piece.span.text;
    }
    std::string text;
    for (const auto& [row, words] : rows) { text += words + "\n"; }
    return text;
}

std::string drawn(const Page& page, Size size, int scroll = 0) {
    return text_of(draw(page, size, scroll), size);
}

TEST(Pages, AllOfItWhereThereIsRoom) {
    const std::string text = drawn(usual_page(), {24, 80});
    for (const auto& part : usual_page().parts) { EXPECT_THAT(text, HasSubstr(part.text.substr(0, 20))); }
    for (const auto& key : usual_page().keys) { EXPECT_THAT(text, HasSubstr(key.words)); }
}

TEST(Pages, ASmallScreenLeavesOutWhatCanBeSparedAndNoKey) {
    Page page = usual_page();
    page.parts.push_back({"Something else to know, which takes two lines of a small screen."});
    const std::string text = drawn(page, {12, 40});
    EXPECT_THAT(text, HasSubstr("A title"));
    EXPECT_THAT(text, HasSubstr("Why it is here today."));
    EXPECT_THAT(text, Not(HasSubstr("One thing more.")));
    for (const auto& key : page.keys) { EXPECT_THAT(text, HasSubstr(key.words)); }
}

TEST(Pages, WhatIsLongerCanBeScrolled) {
    Page page = usual_page();
    for (int count = 0; count < 20; ++count) { page.parts.push_back({"Line " + std::to_string(count)}); }
    int scroll = 0;
    EXPECT_THAT(text_of(draw(page, {12, 40}, scroll), {12, 40}), HasSubstr("↓ more"));
    scroll = 1000;
    const std::string end = text_of(draw(page, {12, 40}, scroll), {12, 40});
    EXPECT_THAT(end, HasSubstr("Line 19"));
    EXPECT_LT(scroll, 40);
    scroll = -3;
    EXPECT_THAT(text_of(draw(page, {12, 40}, scroll), {12, 40}), HasSubstr("A title"));
    EXPECT_EQ(scroll, 0);
}

TEST(Pages, NothingOfATextReachesTheTerminalAsACommand) {
    Page page = usual_page();
    page.parts[0].text = "A \033[2Jtitle";
    EXPECT_THAT(drawn(page, {24, 80}), Not(HasSubstr("\033")));
}

RC_GTEST_PROP(Pages, StayOnTheScreenWhateverItsSize, ()) {
    const Size size{*rc::gen::inRange(1, 60), *rc::gen::inRange(6, 200)};
    Page page = usual_page();
    const int more = *rc::gen::inRange(0, 12);
    for (int count = 0; count < more; ++count) { page.parts.push_back({"Some more words to read."}); }
    int scroll = *rc::gen::inRange(-5, 100);
    const Frame frame = draw(page, size, scroll);
    for (const auto& piece : frame.pieces) {
        RC_ASSERT(piece.at.row >= 0 && piece.at.row < size.rows);
        RC_ASSERT(piece.at.column >= 0);
    }
}

} // namespace
} // namespace kindly::screen
