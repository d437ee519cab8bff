// SPDX-License-Identifier: MIT
// Plots as SVG to stand in a page: a calendar, ratings before and after, ratings over time. Drawn in
// currentColor, in the size of a phone, each with a title and a description for who cannot see it. From plain
// values; no script, no style of their own, nothing fetched.
#pragma once

#include "render/plot_values.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace kindly {

/// Escaped here. `id` makes the ids of title and description unique on their page: letters and digits only.
struct SvgWords {
    std::string id, title, description;
};

/// By [before][after].
using PairCounts = std::array<RatingCounts, highest_rating + 1>;

/// A line from before (left) to after (right) for each kind of pair, as strong as it was frequent; the means
/// as a line of class "mean".
[[nodiscard]] std::string svg_before_after(const PairCounts& counts, const SvgWords& words);

/// At most so many points can be told apart.
constexpr int most_trend_points = 26;
/// Before with open circles on a broken line, after with full ones on a full line.
[[nodiscard]] std::string svg_trend(const Trend& trend, const SvgWords& words);

/// So many weeks have room in one calendar.
constexpr int calendar_weeks = 26;
/// The days from `first_monday` on; those that lie outside `first_day` to `last_day` are left out.
struct CalendarStretch {
    DayNumber first_monday = 0, first_day = 0, last_day = 0;
};
[[nodiscard]] std::string svg_calendar(const std::vector<CalendarDay>& days, const CalendarStretch& stretch,
                                       const SvgWords& words);

} // namespace kindly
