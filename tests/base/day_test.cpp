// SPDX-License-Identifier: MIT
#include "base/day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

TEST(Day, ReadsDaysThatExist) {
    EXPECT_EQ(read_day("1970-01-01"), 0);
    EXPECT_EQ(read_day("2026-11-22"), 20779);
    EXPECT_EQ(read_day("1969-12-31"), -1);
    EXPECT_TRUE(read_day("2024-02-29"));
    for (const char* const wrong : {"", "2026-11-2", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31",
                                    "2026/11/22", "2026-11-22 ", "-026-11-22", "2026-+1-22"}) {
        EXPECT_FALSE(read_day(wrong)) << wrong;
    }
}

TEST(Day, KnowsWeeksByTheirThursday) {
    // ISO 8601: the first week of a year holds its first Thursday.
    EXPECT_EQ(iso_week(*read_day("2026-11-22")), "2026-W47");
    EXPECT_EQ(iso_week(*read_day("2026-12-31")), "2026-W53");
    EXPECT_EQ(iso_week(*read_day("2027-01-03")), "2026-W53");
    EXPECT_EQ(iso_week(*read_day("2027-01-04")), "2027-W01");
    EXPECT_EQ(iso_week(*read_day("2024-12-30")), "2025-W01");
    EXPECT_EQ(iso_week(*read_day("2021-01-03")), "2020-W53");
    EXPECT_EQ(weekday(*read_day("2026-11-22")), 6);
    EXPECT_EQ(written_day(monday_of(*read_day("2026-11-22"))), "2026-11-16");
    EXPECT_EQ(weekday(-4), 6); // 1969-12-28
}

RC_GTEST_PROP(Day, IsReadAsItWasWritten, ()) {
    const DayNumber day = *rc::gen::inRange(-700000, 2900000);
    RC_ASSERT(read_day(written_day(day)) == std::optional(day));
    RC_ASSERT(monday_of(day) + weekday(day) == day);
    RC_ASSERT(iso_week(day) == iso_week(monday_of(day)));
    RC_ASSERT(iso_week(day) != iso_week(monday_of(day) - 1));
}

} // namespace
} // namespace kindly
