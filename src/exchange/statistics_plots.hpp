// SPDX-License-Identifier: MIT
// From the figures of the log to what plots are drawn from. Owns which measure goes where; draws nothing.
#pragma once

#include "journal/statistics.hpp"
#include "render/plot_values.hpp"

#include <vector>

namespace kindly {

using Measure = Pairs RatingPairs::*; ///< &RatingPairs::distress, &RatingPairs::kindness

[[nodiscard]] std::vector<CalendarDay> calendar_of(const Statistics& statistics);
[[nodiscard]] BeforeAfter before_after_of(const Pairs& pairs);
/// Weeks with at least one pair.
[[nodiscard]] Trend trend_of(const Statistics& statistics, Measure measure);

} // namespace kindly
