// SPDX-License-Identifier: MIT
// Drawings for a page: what is in them stands inside the frame, has words beside it, and cannot break out.
#include "render/svg_plot.hpp"

#include "render/log_page.hpp"

#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t number_of(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) { ++found; }
    return found;
}

/// Every coordinate lies inside the view box.
void stays_inside(const std::string& svg) {
    std::smatch box;
    RC_ASSERT(std::regex_search(svg, box, std::regex("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"")));
    const double width = std::stod(box[1]);
    const double height = std::stod(box[2]);
    for (std::size_t at = svg.find("=\""); at != std::string::npos; at = svg.find("=\"", at + 1)) {
        const std::size_t name = svg.find_last_of(" <", at) + 1;
        std::string axis = svg.substr(name, at - name);
        if (axis.back() == '1' || axis.back() == '2') { axis.pop_back(); }
        if (axis.front() == 'c') { axis.erase(0, 1); }
        if (axis != "x" && axis != "y") { continue; }
        const double value = std::stod(svg.substr(at + 2, 12));
        RC_ASSERT(value >= 0);
        RC_ASSERT(value <= (axis == "x" ? width : height));
    }
}

TEST(SvgBeforeAfter, HasALineForEachKindOfPairAndTheMeans) {
    PairCounts counts{};
    counts[7][4] = 2;
    counts[5][5] = 1;
    const std::string svg =
        svg_before_after(counts, {.id = "d", .title = "A <title>", .description = "\"x\" & y"});
    EXPECT_EQ(number_of(svg, "<circle"), 4U);
    EXPECT_EQ(number_of(svg, "class=\"mean\""), 1U);
    EXPECT_THAT(svg, HasSubstr("<title id=\"d-title\">A &lt;title&gt;</title>"));
    EXPECT_THAT(svg, HasSubstr("<desc id=\"d-text\">&quot;x&quot; &amp; y</desc>"));
    // A rating of 10 stands at 28, each one below it 18 further down: means 19/3 and 13/3.
    EXPECT_THAT(svg, HasSubstr("y1=\"94.0\""));
    EXPECT_THAT(svg, HasSubstr("y2=\"130.0\""));
}

TEST(SvgCalendar, NamesTheDaysWithPractice) {
    const DayNumber monday = *read_day("2026-11-16");
    const std::string svg = svg_calendar(
        {{monday, 1}, {monday + 6, 3}}, {.first_monday = monday, .first_day = monday, .last_day = monday + 6},
        {"c", "Days", "d"});
    EXPECT_EQ(number_of(svg, "<rect"), 7U);
    EXPECT_THAT(svg, HasSubstr("<title>2026-11-16: 1 practice</title>"));
    EXPECT_THAT(svg, HasSubstr("<title>2026-11-22: 3 practices</title>"));
}

RC_GTEST_PROP(SvgPlots, StayInsideTheirFrame, ()) {
    PairCounts counts{};
    for (auto& row : counts) {
        for (auto& count : row) { count = *rc::gen::element<std::int64_t>(0, 0, 1, 30, 1000000); }
    }
    stays_inside(svg_before_after(counts, {"a", "t", "d"}));
    Trend trend;
    for (const int week : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 900))) {
        trend.push_back({monday_of(20000) + 7 * week, *rc::gen::inRange(1, 4),
                         *rc::gen::inRange(0, 101) / 10.0, *rc::gen::inRange(0, 101) / 10.0});
    }
    const std::string svg = svg_trend(trend, {"b", "t", "d"});
    stays_inside(svg);
    RC_ASSERT(number_of(svg, "<circle") <= 2 * most_trend_points);
    RC_ASSERT((number_of(svg, "<circle") == 0) == trend.empty());
    std::vector<CalendarDay> days;
    for (const int offset : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 182))) {
        days.push_back({monday_of(20000) + offset, 1});
    }
    const std::string calendar = svg_calendar(
        days,
        {.first_monday = monday_of(20000), .first_day = monday_of(20000), .last_day = monday_of(20000) + 181},
        {"c", "t", "d"});
    stays_inside(calendar);
    RC_ASSERT(number_of(calendar, "<rect") == 182);
    RC_ASSERT(number_of(calendar, ": 1 practice<") == days.size());
}

} // namespace
} // namespace kindly
