// SPDX-License-Identifier: MIT
#include "base/day.hpp"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace kindly {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

std::optional<unsigned> read_digits(std::string_view digits) {
    unsigned number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, number);
    return error == std::errc() && stopped == end ? std::optional(number) : std::nullopt;
}

year_month_day date(DayNumber day) { return sys_days(std::chrono::days(day)); }

} // namespace

std::optional<DayNumber> read_day(std::string_view written) {
    constexpr std::size_t length = 10;
    if (written.size() != length || written[4] != '-' || written[7] != '-') { return std::nullopt; }
    const auto year = read_digits(written.substr(0, 4));
    const auto month = read_digits(written.substr(5, 2));
    const auto day = read_digits(written.substr(8, 2));
    if (!year || !month || !day) { return std::nullopt; }
    const year_month_day read(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                              std::chrono::day(*day));
    if (!read.ok()) { return std::nullopt; }
    return static_cast<DayNumber>(sys_days(read).time_since_epoch().count());
}

std::string written_day(DayNumber day) {
    const year_month_day written = date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(written.year()),
                       static_cast<unsigned>(written.month()), static_cast<unsigned>(written.day()));
}

int weekday(DayNumber day) {
    constexpr int days_of_week = 7;
    constexpr int of_1970_01_01 = 3; // a Thursday
    return ((day + of_1970_01_01) % days_of_week + days_of_week) % days_of_week;
}

DayNumber monday_of(DayNumber day) { return day - weekday(day); }

std::string iso_week(DayNumber day) {
    constexpr int to_thursday = 3;
    constexpr int days_of_week = 7;
    const DayNumber thursday = monday_of(day) + to_thursday;
    const auto year = date(thursday).year();
    const auto first = sys_days(year / std::chrono::January / 1).time_since_epoch().count();
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday - first) / days_of_week + 1);
}

} // namespace kindly
