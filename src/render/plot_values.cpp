// SPDX-License-Identifier: MIT
#include "render/plot_values.hpp"

namespace kindly {

namespace {
constexpr int days_of_week = 7;
}

int weeks_spanned(const Trend& trend) {
    return trend.empty() ? 0 : (trend.back().monday - trend.front().monday) / days_of_week + 1;
}

Trend pooled(const Trend& trend, int weeks) {
    Trend together;
    for (const TrendPoint& point : trend) {
        const DayNumber first = trend.front().monday;
        const int length = weeks * days_of_week;
        const DayNumber monday = first + (point.monday - first) / length * length;
        if (together.empty() || together.back().monday != monday) {
            together.push_back({.monday = monday, .pairs = 0, .before = 0, .after = 0});
        }
        TrendPoint& sum = together.back();
        const auto had = static_cast<double>(sum.pairs);
        const auto more = static_cast<double>(point.pairs);
        sum.before = (sum.before * had + point.before * more) / (had + more);
        sum.after = (sum.after * had + point.after * more) / (had + more);
        sum.pairs += point.pairs;
    }
    return together;
}

} // namespace kindly
