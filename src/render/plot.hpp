// SPDX-License-Identifier: MIT
// Plots made of letters: a calendar of days, ratings before and after, ratings over time. They work without
// colour, and with ASCII alone. From plain values; knows no output and no terminal.
#pragma once

#include "render/plot_values.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kindly {

struct PlotPaper {
    std::size_t columns = 80; ///< from 40
    bool unicode = true;      ///< shades and blocks; else ASCII
};

using PlotLines = std::vector<std::string>;

/// A row for each day of the week, a column for each week; the latest weeks where not all have room.
/// `days` are in order and not empty.
struct CalendarPlot {
    DayNumber first_day = 0, last_day = 0; ///< that are shown
    PlotLines lines;
    std::string key; ///< what the signs stand for, in one line
};
[[nodiscard]] CalendarPlot draw_calendar(const std::vector<CalendarDay>& days, const PlotPaper& paper);

/// A row for each rating from 10 down, with a bar for how often it was given before, and one for after.
[[nodiscard]] PlotLines draw_before_after(const BeforeAfter& counts, const PlotPaper& paper);

/// A row for each rating from 10 down, time from left to right. `trend` is not empty.
struct TrendPlot {
    int weeks = 1; ///< in one column
    PlotLines lines;
    std::string key;
};
[[nodiscard]] TrendPlot draw_trend(const Trend& trend, const PlotPaper& paper);

} // namespace kindly
