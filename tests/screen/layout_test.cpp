// SPDX-License-Identifier: MIT
#include "screen/layout.hpp"

#include <clocale>

#include <gtest/gtest.h>

namespace kindly::screen {
namespace {

// Widths are the C library's, and it knows them for its locale only.
const bool has_utf8 = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;

TEST(Layout, WidthCountsColumnsNotBytes) {
    ASSERT_TRUE(has_utf8);
    EXPECT_EQ(width(ScreenLine{{"für", Tone::normal}, {"静か", Tone::quiet}}), 7);
    EXPECT_EQ(width(Block{{{{"a", Tone::normal}}, {{"abc", Tone::normal}}}, {}, false}), 3);
}

TEST(Layout, PutsLinesBelowEachOtherAndLeavesOutWhatIsOutside) {
    Frame frame;
    put(frame,
        Block{{{{"one", {}}}, {{"two", {}}, {"三", Tone::strong}, {"!", {}}}, {{"three", {}}}}, {}, false},
        {-1, 4}, {1, 20});
    ASSERT_EQ(frame.pieces.size(), 3U);
    EXPECT_EQ(frame.pieces[0].span.text, "two");
    EXPECT_EQ(frame.pieces[1].at, (Place{0, 7}));
    EXPECT_EQ(frame.pieces[2].at, (Place{0, 9})) << "a wide character takes two columns";
}

TEST(Layout, TheFocusIsWhereTheCursorStands) {
    Frame frame;
    put(frame, Block{{{{"abc", {}}}}, Place{0, 2}, true}, {3, 10}, {24, 80});
    EXPECT_EQ(frame.cursor, (Place{3, 12}));
    EXPECT_TRUE(frame.cursor_shown);
}

} // namespace
} // namespace kindly::screen
