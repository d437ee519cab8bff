// SPDX-License-Identifier: MIT
// Calendar days by number, so that weeks and distances are plain arithmetic (proleptic Gregorian calendar,
// ISO 8601 weeks from Monday to Sunday). Knows no clock and no zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kindly {

/// Days since 1970-01-01.
using DayNumber = int;

/// Reads YYYY-MM-DD; empty when it is not a day that exists.
[[nodiscard]] std::optional<DayNumber> read_day(std::string_view written);
[[nodiscard]] std::string written_day(DayNumber day);

/// 0 is Monday, 6 is Sunday.
[[nodiscard]] int weekday(DayNumber day);
[[nodiscard]] DayNumber monday_of(DayNumber day);
/// "2026-W47": the year is that of the week's Thursday.
[[nodiscard]] std::string iso_week(DayNumber day);

} // namespace kindly
