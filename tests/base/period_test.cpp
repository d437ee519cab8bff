// SPDX-License-Identifier: MIT
// Periods, by examples worked out with a paper calendar, and by what must hold of every year, month and week.
#include "base/period.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::HasSubstr;

const std::string sunday = "2026-11-22";

Period of(const std::string& written, const std::string& today = sunday) {
    const PeriodRead read = read_period(written, today);
    EXPECT_EQ(read.problem, "") << written;
    return read.period;
}

std::string problem_of(const std::string& written) {
    const PeriodRead read = read_period(written, sunday);
    EXPECT_EQ(read.period, Period()) << written;
    return read.problem;
}

struct Example {
    std::string written, first, last;
};

TEST(Period, EachWayOfWritingMeansTheseDays) {
    const std::vector<Example> examples{
        {"2026", "2026-01-01", "2026-12-31"},       {"2026-11", "2026-11-01", "2026-11-30"},
        {"2026-02", "2026-02-01", "2026-02-28"},    {"2024-02", "2024-02-01", "2024-02-29"},
        {"2026-11-22", "2026-11-22", "2026-11-22"}, {"2024-02-29", "2024-02-29", "2024-02-29"},
        {"2026-W47", "2026-11-16", "2026-11-22"},   {"2026-w47", "2026-11-16", "2026-11-22"},
        {"2026-W01", "2025-12-29", "2026-01-04"}, // begins in the year before
        {"2026-W53", "2026-12-28", "2027-01-03"}, // a long year
        {"2021-W01", "2021-01-04", "2021-01-10"},   {"2020-W53", "2020-12-28", "2021-01-03"},
        {"today", "2026-11-22", "2026-11-22"},      {"yesterday", "2026-11-21", "2026-11-21"},
        {"this week", "2026-11-16", "2026-11-22"},  {"last week", "2026-11-09", "2026-11-15"},
        {"this month", "2026-11-01", "2026-11-30"}, {"last month", "2026-10-01", "2026-10-31"},
        {"this year", "2026-01-01", "2026-12-31"},  {"last year", "2025-01-01", "2025-12-31"},
        {"last-month", "2026-10-01", "2026-10-31"}, // needs no quotes in a shell
        {"Last Week", "2026-11-09", "2026-11-15"},  {"1d", "2026-11-22", "2026-11-22"},
        {"7d", "2026-11-16", "2026-11-22"},         {"4w", "2026-10-26", "2026-11-22"},
        {"  today  ", "2026-11-22", "2026-11-22"},
    };
    for (const auto& example : examples) {
        EXPECT_EQ(of(example.written), (Period{example.first, example.last})) << example.written;
    }
}

TEST(Period, ARangeHoldsAllOfItsEnd) {
    EXPECT_EQ(of("2026-10..2026-11"), (Period{"2026-10-01", "2026-11-30"}));
    EXPECT_EQ(of("2026-W46 .. today"), (Period{"2026-11-09", "2026-11-22"}));
    EXPECT_EQ(of("last month..this month"), (Period{"2026-10-01", "2026-11-30"}));
    EXPECT_EQ(of("2026..2026"), (Period{"2026-01-01", "2026-12-31"}));
    EXPECT_EQ(of("2026-11-22..2026-11-22"), (Period{"2026-11-22", "2026-11-22"}));
    EXPECT_EQ(of("2026-11..2026"), (Period{"2026-11-01", "2026-12-31"}));
    EXPECT_EQ(of("2026-11.."), (Period{"2026-11-01", ""}));
    EXPECT_EQ(of("..2026-11"), (Period{"", "2026-11-30"}));
}

TEST(Period, AcrossTheTurnOfAYear) {
    EXPECT_EQ(of("last month", "2026-01-15"), (Period{"2025-12-01", "2025-12-31"}));
    EXPECT_EQ(of("yesterday", "2026-01-01"), (Period{"2025-12-31", "2025-12-31"}));
    EXPECT_EQ(of("this week", "2026-01-01"), (Period{"2025-12-29", "2026-01-04"}));
    EXPECT_EQ(of("last month", "2024-03-31"), (Period{"2024-02-01", "2024-02-29"}));
    EXPECT_EQ(of("7d", "2026-01-03"), (Period{"2025-12-28", "2026-01-03"}));
    EXPECT_EQ(of("this week", "2026-11-16"), (Period{"2026-11-16", "2026-11-22"})); // a Monday
}

TEST(Period, DatesThatCannotBeAreNamed) {
    EXPECT_EQ(problem_of("2026-02-30"), "\"2026-02-30\" is not a day: 2026-02 has the days 01 to 28");
    EXPECT_EQ(problem_of("2026-11-31"), "\"2026-11-31\" is not a day: 2026-11 has the days 01 to 30");
    EXPECT_EQ(problem_of("2026-11-00"), "\"2026-11-00\" is not a day: 2026-11 has the days 01 to 30");
    EXPECT_EQ(problem_of("2026-13"), "\"2026-13\": months are numbered from 01 to 12");
    EXPECT_EQ(problem_of("2026-00-10"), "\"2026-00-10\": months are numbered from 01 to 12");
    EXPECT_EQ(problem_of("2026-W54"), "\"2026-W54\" is not a week: 2026 has the weeks 01 to 53");
    EXPECT_EQ(problem_of("2025-W53"), "\"2025-W53\" is not a week: 2025 has the weeks 01 to 52");
    EXPECT_EQ(problem_of("2025-W00"), "\"2025-W00\" is not a week: 2025 has the weeks 01 to 52");
    EXPECT_EQ(problem_of("0000-05"), "\"0000-05\": years are counted from 1");
    EXPECT_EQ(problem_of("0d"), "\"0d\" is too short: the least is 1d, which is today");
    EXPECT_EQ(problem_of("999999999999d"), "\"999999999999d\" is longer than can be counted here");
}

TEST(Period, RangesTurnedRoundAreRefused) {
    EXPECT_EQ(problem_of("2026-11-22..2026-11-21"),
              "\"2026-11-22..2026-11-21\" ends before it begins: it would "
              "begin on 2026-11-22 and end on 2026-11-21");
    EXPECT_THAT(problem_of("today..last month"), HasSubstr("ends before it begins"));
}

TEST(Period, NothingElseIsGuessedAt) {
    for (const char* written : {"next week",
                                "tomorrow",
                                "last",
                                "week",
                                "26-11-22",
                                "2026-1",
                                "2026-11-2",
                                "2026/11/22",
                                "22.11.2026",
                                "2026-11-22T10:00",
                                "20261122",
                                "2026W47",
                                "2026-W7",
                                "2026-W47-1",
                                "-7d",
                                "+7d",
                                "7 d",
                                "7m",
                                "1y",
                                "d",
                                "w",
                                "..",
                                " .. ",
                                "",
                                "  ",
                                "a..b",
                                "2026-10..2026-11..2026-12",
                                "2026...2027",
                                "2026-11..x",
                                "99999999w",
                                "\x1b[2J",
                                "heute",
                                "2026-11-22Z",
                                "0000",
                                "٢٠٢٦"}) {
        EXPECT_NE(problem_of(written), "") << written;
    }
    EXPECT_THAT(problem_of("\x1b[2Jx"), testing::Not(HasSubstr("\x1b")));
}

TEST(Period, DaysStayComparableAsText) {
    EXPECT_EQ(of("9999"), (Period{"9999-01-01", "9999-12-31"}));
    EXPECT_THAT(problem_of("9999-W52"), HasSubstr("is outside the years")); // ends in the year 10000
    EXPECT_EQ(read_period("99999w", "1500-01-01").period, Period());
    EXPECT_THAT(read_period("99999w", "1500-01-01").problem, HasSubstr("is outside the years"));
}

using std::chrono::sys_days;

sys_days as_days(const std::string& day) {
    return sys_days(std::chrono::year(std::stoi(day.substr(0, 4))) /
                    std::chrono::month(static_cast<unsigned>(std::stoi(day.substr(5, 2)))) /
                    std::chrono::day(static_cast<unsigned>(std::stoi(day.substr(8, 2)))));
}

std::string as_text(sys_days day) {
    const std::chrono::year_month_day parts(day);
    return fmt::format("{:04}-{:02}-{:02}", int(parts.year()), unsigned(parts.month()),
                       unsigned(parts.day()));
}

long length(const Period& period) { return (as_days(period.last) - as_days(period.first)).count() + 1; }

RC_GTEST_PROP(PeriodProperty, AWeekHasSevenDaysFromMondayAndTheNextFollowsIt, ()) {
    const int year = *rc::gen::inRange(1, 9999);
    const int week = *rc::gen::inRange(1, 53);
    const Period period = of(fmt::format("{:04}-W{:02}", year, week));
    RC_ASSERT(length(period) == 7);
    RC_ASSERT(std::chrono::weekday(as_days(period.first)) == std::chrono::Monday);
    const PeriodRead next = read_period(fmt::format("{:04}-W{:02}", year, week + 1), sunday);
    const Period following = next.problem.empty() ? next.period : of(fmt::format("{:04}-W01", year + 1));
    RC_ASSERT(as_days(following.first) == as_days(period.last) + std::chrono::days(1));
}

RC_GTEST_PROP(PeriodProperty, MonthsFollowEachOtherAndFillTheYear, ()) {
    const int year = *rc::gen::inRange(1, 10000);
    const Period whole = of(fmt::format("{:04}", year));
    std::string begins = whole.first;
    for (int month = 1; month <= 12; ++month) {
        const Period period = of(fmt::format("{:04}-{:02}", year, month));
        RC_ASSERT(period.first == begins);
        begins = as_text(as_days(period.last) + std::chrono::days(1));
    }
    RC_ASSERT(as_days(begins) == as_days(whole.last) + std::chrono::days(1));
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    RC_ASSERT(length(whole) == (leap ? 366 : 365));
}

RC_GTEST_PROP(PeriodProperty, EveryDayLiesInItsOwnDayWeekMonthAndYear, ()) {
    const std::string today =
        as_text(as_days("1970-01-01") + std::chrono::days(*rc::gen::inRange(-200000, 200000)));
    for (const char* name : {"today", "this week", "this month", "this year", "1d", "30d", "2w"}) {
        const Period period = of(name, today);
        RC_ASSERT(period.first <= today);
        RC_ASSERT(today <= period.last);
    }
    for (const char* unit : {"week", "month", "year"}) {
        const Period before = of(std::string("last ") + unit, today);
        const Period now = of(std::string("this ") + unit, today);
        RC_ASSERT(as_days(before.last) + std::chrono::days(1) == as_days(now.first));
    }
    RC_ASSERT(of(today, sunday) == of("today", today));
    const int count = *rc::gen::inRange(1, 1000);
    RC_ASSERT(length(of(fmt::format("{}d", count), today)) == count);
    RC_ASSERT(length(of(fmt::format("{}w", count), today)) == 7 * count);
}

RC_GTEST_PROP(PeriodProperty, AnyTextGivesDaysInOrderOrAReason, ()) {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-.wWd tlasy")));
    const PeriodRead read = read_period(text, sunday);
    if (!read.problem.empty()) {
        RC_ASSERT(read.period == Period());
        return;
    }
    RC_ASSERT(!read.period.first.empty() || !read.period.last.empty());
    if (!read.period.first.empty() && !read.period.last.empty()) {
        RC_ASSERT(read.period.first <= read.period.last);
    }
}

} // namespace
} // namespace kindly
