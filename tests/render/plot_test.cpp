// SPDX-License-Identifier: MIT
// Plots made of letters: every line fits, every count is drawn, and nothing of the drawing needs colour.
#include "render/plot.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::ElementsAre;

DayNumber day(const char* written) { return *read_day(written); }

bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
}

TEST(Calendar, HasARowForEachDayOfTheWeek) {
    const std::vector<CalendarDay> days{
        {day("2026-12-21"), 2}, {day("2026-12-27"), 1}, {day("2027-01-03"), 3}, {day("2027-01-05"), 11}};
    const CalendarPlot plot = draw_calendar(days, {.columns = 78, .unicode = true});
    EXPECT_THAT(plot.lines, ElementsAre("      Jan", "Mon ▓ · ·", "Tue · · █", "Wed · ·", "Thu · ·",
                                        "Fri · ·", "Sat · ·", "Sun ▒ █"));
    EXPECT_EQ(plot.first_day, day("2026-12-21"));
    const CalendarPlot ascii = draw_calendar(days, {.columns = 78, .unicode = false});
    EXPECT_THAT(ascii.lines, ElementsAre("      Jan", "Mon 2 . .", "Tue . . +", "Wed . .", "Thu . .",
                                         "Fri . .", "Sat . .", "Sun 1 3"));
}

TEST(BeforeAfterPlot, HasABarForEachRating) {
    BeforeAfter counts;
    counts.before[7] = 4;
    counts.before[6] = 1;
    counts.after[3] = 5;
    const PlotLines lines = draw_before_after(counts, {.columns = 40, .unicode = false});
    EXPECT_THAT(lines, ElementsAre("    before            after", " 10", "  9", "  8", "  7 ############ 4",
                                   "  6 ### 1", "  5", "  4", "  3                   ############### 5",
                                   "  2", "  1", "  0"));
}

TEST(TrendPlot, DrawsBothSeries) {
    const Trend trend{
        {day("2026-11-02"), 1, 8, 5}, {day("2026-11-09"), 2, 6, 6}, {day("2026-11-16"), 1, 0, 10}};
    const TrendPlot plot = draw_trend(trend, {.columns = 40, .unicode = false});
    EXPECT_EQ(plot.weeks, 1);
    EXPECT_THAT(plot.lines, ElementsAre(" 10 ------------x-----", "  9", "  8 o", "  7", "  6       *",
                                        "  5 x-----------------", "  4", "  3", "  2", "  1",
                                        "  0 ------------o-----", "    2026-11-02 to 2026-11-16"));
}

TEST(Trend, IsPooledByPairs) {
    const Trend pooled_trend =
        pooled({{day("2026-11-02"), 1, 8, 4}, {day("2026-11-09"), 3, 4, 0}, {day("2026-11-30"), 2, 5, 5}}, 2);
    ASSERT_EQ(pooled_trend.size(), 2U);
    EXPECT_EQ(pooled_trend[0].pairs, 4);
    EXPECT_DOUBLE_EQ(pooled_trend[0].before, 5);
    EXPECT_DOUBLE_EQ(pooled_trend[0].after, 1);
    EXPECT_EQ(pooled_trend[1].monday, day("2026-11-30"));
}

RC_GTEST_PROP(Plots, FitTheirPaper, ()) {
    const PlotPaper paper{.columns = static_cast<std::size_t>(*rc::gen::inRange(38, 81)),
                          .unicode = *rc::gen::arbitrary<bool>()};
    const auto offsets = *rc::gen::nonEmpty(
        rc::gen::container<std::set<int>>(rc::gen::inRange(0, *rc::gen::element(20, 400, 9000))));
    std::vector<CalendarDay> days;
    Trend trend;
    for (const int offset : offsets) {
        days.push_back({20000 + offset, *rc::gen::inRange(1, 12)});
        const DayNumber monday = monday_of(20000 + offset);
        if (trend.empty() || trend.back().monday != monday) {
            trend.push_back({monday, *rc::gen::inRange(1, 5), *rc::gen::inRange(0, 101) / 10.0,
                             *rc::gen::inRange(0, 101) / 10.0});
        }
    }
    BeforeAfter counts;
    for (RatingCounts* const side : {&counts.before, &counts.after}) {
        for (auto& count : *side) { count = *rc::gen::element<std::int64_t>(0, 1, 7, 500, 1000000); }
    }
    const CalendarPlot calendar = draw_calendar(days, paper);
    const TrendPlot over_time = draw_trend(trend, paper);
    const PlotLines bars = draw_before_after(counts, paper);
    for (const PlotLines& lines : {calendar.lines, over_time.lines, bars}) {
        for (const std::string& line : lines) {
            RC_ASSERT(display_width(line) <= paper.columns);
            RC_ASSERT(paper.unicode || is_ascii(line));
            RC_ASSERT(line.empty() || line.back() != ' ');
        }
    }
    // Every day that is shown has its sign.
    std::size_t signs = 0;
    for (std::size_t row = 1; row < calendar.lines.size(); ++row) {
        const std::string& line = calendar.lines[row];
        for (const char letter : line.substr(std::min<std::size_t>(line.size(), 4))) {
            signs += paper.unicode || letter == ' ' || letter == '.' ? 0 : 1;
        }
    }
    const auto shown = std::count_if(days.begin(), days.end(),
                                     [&](const CalendarDay& one) { return one.day >= calendar.first_day; });
    RC_ASSERT(paper.unicode || signs == static_cast<std::size_t>(shown));
    // Something is never nothing: each bar has its number.
    for (int rating = 0; rating <= highest_rating; ++rating) {
        const std::string& line = bars[static_cast<std::size_t>(highest_rating - rating + 1)];
        const auto index = static_cast<std::size_t>(rating);
        for (const std::int64_t count : {counts.before[index], counts.after[index]}) {
            RC_ASSERT(count == 0 || line.find(" " + std::to_string(count)) != std::string::npos);
        }
    }
}

} // namespace
} // namespace kindly
