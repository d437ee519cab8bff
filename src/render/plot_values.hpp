// SPDX-License-Identifier: MIT
// What plots are drawn from: plain values, the same for a terminal and for a page. Knows no practices.
#pragma once

#include "base/day.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kindly {

/// A whole scale from 0 to 10.
constexpr int highest_rating = 10;
using RatingCounts = std::array<std::int64_t, highest_rating + 1>;

struct CalendarDay {
    DayNumber day = 0;
    std::int64_t count = 0;
};

struct BeforeAfter {
    RatingCounts before{}, after{};
};

/// The means of some weeks together.
struct TrendPoint {
    DayNumber monday = 0; ///< of the first week
    std::int64_t pairs = 0;
    double before = 0, after = 0;
};
using Trend = std::vector<TrendPoint>; ///< by time; weeks without a pair are left out

/// So many weeks of the calendar become one, counted from the first. Means are weighted by pairs.
[[nodiscard]] Trend pooled(const Trend& trend, int weeks);
/// From the first week to the last, both included; 0 if there is none.
[[nodiscard]] int weeks_spanned(const Trend& trend);

} // namespace kindly
