// SPDX-License-Identifier: MIT
#include "render/dates_in_words.hpp"

#include "base/translate.hpp"

#include <array>
#include <chrono>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t minutes_of_hour = 60;

std::chrono::year_month_day date(DayNumber day) { return std::chrono::sys_days(std::chrono::days(day)); }

std::int64_t rounded_minutes(std::int64_t seconds) { return (seconds + minute / 2) / minute; }

} // namespace

std::string short_weekday(int weekday) {
    constexpr std::array names{N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun")};
    return _(names.at(static_cast<std::size_t>(weekday)));
}

std::string short_month(DayNumber day) {
    constexpr std::array names{N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
                               N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
    return _(names.at(static_cast<unsigned>(date(day).month()) - 1));
}

int day_of_month(DayNumber day) { return static_cast<int>(static_cast<unsigned>(date(day).day())); }

std::string short_time(std::int64_t seconds) {
    if (seconds < minute) { return fmt::format(fmt::runtime(_("{} s")), seconds); }
    const std::int64_t minutes = rounded_minutes(seconds);
    if (minutes < minutes_of_hour) { return fmt::format(fmt::runtime(_("{} min")), minutes); }
    return fmt::format(fmt::runtime(_("{} h {} min")), minutes / minutes_of_hour, minutes % minutes_of_hour);
}

std::string time_in_words(std::int64_t seconds) {
    if (seconds < minute) { return plural("{} second", "{} seconds", seconds); }
    const std::int64_t minutes = rounded_minutes(seconds);
    const std::int64_t hours = minutes / minutes_of_hour;
    const std::int64_t rest = minutes % minutes_of_hour;
    std::string words;
    if (hours > 0) { words = plural("{} hour", "{} hours", hours); }
    if (rest > 0 || hours == 0) {
        words += (words.empty() ? "" : " ") + plural("{} minute", "{} minutes", rest);
    }
    return words;
}

} // namespace kindly
