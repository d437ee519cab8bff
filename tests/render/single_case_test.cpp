// SPDX-License-Identifier: MIT
#include "render/single_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::IsEmpty;

TEST(SingleCase, DrawsEachPracticeBeforeAndAfter) {
    const DayNumber day = *read_day("2026-11-23");
    const PlotLines lines = draw_single_case({{day, 6, 4}, {day + 1, 3, 3}, {day + 2, 0, 10}}, {80, false});
    ASSERT_EQ(lines.size(), 13U);
    EXPECT_EQ(lines[0], "10 |        *");
    EXPECT_EQ(lines[4], " 6 | o");
    EXPECT_EQ(lines[6], " 4 |  *");
    EXPECT_EQ(lines[7], " 3 |    o*");
    EXPECT_EQ(lines[10], " 0 |       o");
    EXPECT_EQ(lines[11], "   +---------");
    EXPECT_EQ(lines[12], "    2026-11-23 - 2026-11-25");
}

TEST(SingleCase, ShowsTheLatestWhereNotAllHaveRoom) {
    std::vector<RatedPractice> many;
    for (int day = 0; day < 100; ++day) { many.push_back({day, 5, 4}); }
    for (const auto& line : draw_single_case(many, {40, false})) { EXPECT_LE(line.size(), 40U); }
    EXPECT_THAT(draw_single_case({}, {40, false}), IsEmpty());
}

} // namespace
} // namespace kindly
