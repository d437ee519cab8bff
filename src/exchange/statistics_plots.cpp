// SPDX-License-Identifier: MIT
#include "exchange/statistics_plots.hpp"

namespace kindly {

static_assert(Pairs::highest == highest_rating);

std::vector<CalendarDay> calendar_of(const Statistics& statistics) {
    std::vector<CalendarDay> days;
    days.reserve(statistics.by_day.size());
    for (const auto& [day, amount] : statistics.by_day) {
        days.push_back({.day = day, .count = amount.practices});
    }
    return days;
}

BeforeAfter before_after_of(const Pairs& pairs) { return {.before = pairs.before(), .after = pairs.after()}; }

Trend trend_of(const Statistics& statistics, Measure measure) {
    Trend trend;
    for (const auto& [monday, week] : statistics.by_week) {
        const Pairs& pairs = week.ratings.*measure;
        const auto before = pairs.mean_before();
        const auto after = pairs.mean_after();
        if (before && after) {
            trend.push_back({.monday = monday, .pairs = pairs.count(), .before = *before, .after = *after});
        }
    }
    return trend;
}

} // namespace kindly
