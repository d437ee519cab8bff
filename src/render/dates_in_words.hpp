// SPDX-License-Identifier: MIT
// Days and sums of time as tables and plots name them, in the language in use. Knows no clock.
#pragma once

#include "base/day.hpp"

#include <cstdint>
#include <string>

namespace kindly {

/// "Mon": 0 is Monday.
[[nodiscard]] std::string short_weekday(int weekday);
/// "Nov"
[[nodiscard]] std::string short_month(DayNumber day);
[[nodiscard]] int day_of_month(DayNumber day);
/// "12 h 5 min", "25 min", "40 s"
[[nodiscard]] std::string short_time(std::int64_t seconds);
/// "12 hours 5 minutes", for who listens to it. Minutes are rounded; below one of them, seconds.
[[nodiscard]] std::string time_in_words(std::int64_t seconds);

} // namespace kindly
