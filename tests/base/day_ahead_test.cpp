// SPDX-License-Identifier: MIT
#include "base/day_ahead.hpp"

#include "base/day.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

std::string day(const char* written, const std::string& today = "2026-11-23") {
    const DayAheadRead read = read_day_ahead(written, today);
    EXPECT_EQ(read.day.empty(), !read.problem.empty()) << written;
    return read.day;
}

TEST(DayAhead, IsReadInTheWaysThatPeopleWriteIt) {
    EXPECT_EQ(day("2026-12-24"), "2026-12-24");
    EXPECT_EQ(day(" tomorrow "), "2026-11-24");
    EXPECT_EQ(day("in 2 weeks"), "2026-12-07");
    EXPECT_EQ(day("In  2  Weeks"), "2026-12-07");
    EXPECT_EQ(day("2 weeks"), "2026-12-07");
    EXPECT_EQ(day("in-2-weeks"), "2026-12-07");
    EXPECT_EQ(day("in a week"), "2026-11-30");
    EXPECT_EQ(day("next week"), "2026-11-30");
    EXPECT_EQ(day("next month"), "2026-12-23");
    EXPECT_EQ(day("in 3 months"), "2027-02-23");
    EXPECT_EQ(day("next year"), "2027-11-23");
    EXPECT_EQ(day("in 1 day"), "2026-11-24");
}

TEST(DayAhead, AMonthEndsWhereItEnds) {
    EXPECT_EQ(day("next month", "2026-10-31"), "2026-11-30");
    EXPECT_EQ(day("in 1 month", "2027-01-31"), "2027-02-28");
    EXPECT_EQ(day("in 1 month", "2028-01-31"), "2028-02-29");
    EXPECT_EQ(day("next year", "2028-02-29"), "2029-02-28");
}

TEST(DayAhead, WhatCannotBeIsRefused) {
    for (const char* written :
         {"", "soon", "2026-11-23", "2026-11-22", "2026-02-30", "in 0 days", "in -3 days", "in 2", "weeks",
          "next", "yesterday", "today", "in 99999999999 days", "in 51 years", "2077-11-24", "24.12.2026",
          "in 2 weeks or so"}) {
        EXPECT_EQ(day(written), "") << written;
    }
    EXPECT_THAT(read_day_ahead("today\x1b[31m", "2026-11-23").problem,
                testing::Not(testing::HasSubstr("\x1b")));
    EXPECT_EQ(day("2076-11-23"), "2076-11-23");
}

RC_GTEST_PROP(DayAhead, ReadsEveryDayAheadAsItIsWritten, ()) {
    const DayNumber today = *rc::gen::inRange(10000, 40000);
    const int ahead = *rc::gen::inRange(1, 18000);
    const std::string written = written_day(today + ahead);
    RC_ASSERT(read_day_ahead(written, written_day(today)).day == written);
    RC_ASSERT(read_day_ahead("in " + std::to_string(ahead) + " days", written_day(today)).day == written);
}

} // namespace
} // namespace kindly
