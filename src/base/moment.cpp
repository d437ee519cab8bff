// SPDX-License-Identifier: MIT
#include "base/moment.hpp"

#include <charconv>
#include <ctime>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::int64_t ms_in_second = 1000;
constexpr int seconds_in_minute = 60;
constexpr int seconds_in_hour = 3600;

/// Floor division: times before 1970 round towards the past too.
std::int64_t floored(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

struct Fields {
    std::chrono::year_month_day date{};
    std::chrono::hh_mm_ss<std::chrono::milliseconds> time;
};

Fields local_fields(Moment moment) {
    using namespace std::chrono;
    const sys_time<milliseconds> local{
        milliseconds(moment.unix_ms + moment.utc_offset_seconds * ms_in_second)};
    const auto day = floor<days>(local);
    return {year_month_day(day), hh_mm_ss<milliseconds>(local - day)};
}

/// Exactly `digits` digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) { return std::nullopt; }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc() || end != text.data() + digits || text.front() == '-') { return std::nullopt; }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char letter) {
    if (text.empty() || text.front() != letter) { return false; }
    text.remove_prefix(1);
    return true;
}

std::string day_text(const std::chrono::year_month_day& date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace

std::string to_rfc3339(Moment moment, bool with_milliseconds) {
    const Fields fields = local_fields(moment);
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", day_text(fields.date), fields.time.hours().count(),
                                   fields.time.minutes().count(), fields.time.seconds().count());
    if (with_milliseconds) { text += fmt::format(".{:03}", fields.time.subseconds().count()); }
    const int offset = moment.utc_offset_seconds;
    const int size = offset < 0 ? -offset : offset;
    return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / seconds_in_hour,
                              size % seconds_in_hour / seconds_in_minute);
}

std::optional<Moment> read_moment(std::string_view written) {
    using namespace std::chrono;
    std::string_view text = written;
    const auto year_number = take_digits(text, 4);
    if (!year_number || !take(text, '-')) { return std::nullopt; }
    const auto month_number = take_digits(text, 2);
    if (!month_number || !take(text, '-')) { return std::nullopt; }
    const auto day_number = take_digits(text, 2);
    if (!day_number) { return std::nullopt; }
    const year_month_day date{year(*year_number), month(static_cast<unsigned>(*month_number)),
                              day(static_cast<unsigned>(*day_number))};
    if (!date.ok()) { return std::nullopt; }
    int hours_number = 0;
    int minutes_number = 0;
    int seconds_number = 0;
    int milliseconds_number = 0;
    if (!text.empty()) {
        if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) { return std::nullopt; }
        const auto hour_digits = take_digits(text, 2);
        if (!hour_digits || !take(text, ':')) { return std::nullopt; }
        const auto minute_digits = take_digits(text, 2);
        if (!minute_digits) { return std::nullopt; }
        hours_number = *hour_digits;
        minutes_number = *minute_digits;
        if (take(text, ':')) {
            const auto second_digits = take_digits(text, 2);
            if (!second_digits) { return std::nullopt; }
            seconds_number = *second_digits;
            if (take(text, '.')) {
                int scale = 100;
                bool any = false;
                while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
                    milliseconds_number += (text.front() - '0') * scale;
                    scale /= 10;
                    any = true;
                    text.remove_prefix(1);
                }
                if (!any) { return std::nullopt; }
            }
        }
        if (hours_number > 23 || minutes_number > 59 || seconds_number > 59) { return std::nullopt; }
    }
    const auto local = sys_days(date).time_since_epoch() + hours(hours_number) + minutes(minutes_number) +
                       seconds(seconds_number);
    const std::int64_t local_ms = duration_cast<milliseconds>(local).count() + milliseconds_number;
    if (take(text, 'Z') || take(text, 'z')) {
        return text.empty() ? std::optional(Moment{local_ms, 0}) : std::nullopt;
    }
    if (!text.empty()) {
        const int sign = text.front() == '-' ? -1 : 1;
        if (!take(text, '+') && !take(text, '-')) { return std::nullopt; }
        const auto offset_hours = take_digits(text, 2);
        if (!offset_hours || !take(text, ':')) { return std::nullopt; }
        const auto offset_minutes = take_digits(text, 2);
        if (!offset_minutes || !text.empty() || *offset_hours > 23 || *offset_minutes > 59) {
            return std::nullopt;
        }
        const int offset = sign * (*offset_hours * seconds_in_hour + *offset_minutes * seconds_in_minute);
        return Moment{local_ms - offset * ms_in_second, offset};
    }
    std::tm fields{};
    fields.tm_year = static_cast<int>(date.year()) - 1900;
    fields.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    fields.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    fields.tm_hour = hours_number;
    fields.tm_min = minutes_number;
    fields.tm_sec = seconds_number;
    fields.tm_isdst = -1;
    const std::time_t stamp = std::mktime(&fields);
    return in_local_zone(static_cast<std::int64_t>(stamp) * ms_in_second + milliseconds_number);
}

std::string local_day(Moment moment, Milliseconds day_starts) {
    moment.unix_ms -= day_starts.count();
    return day_text(local_fields(moment).date);
}

std::string date_and_time(Moment moment) {
    const Fields fields = local_fields(moment);
    return fmt::format("{} {:02}:{:02}", day_text(fields.date), fields.time.hours().count(),
                       fields.time.minutes().count());
}

Moment in_local_zone(std::int64_t unix_ms) {
    const auto seconds = static_cast<std::time_t>(floored(unix_ms, ms_in_second));
    std::tm fields{};
    ::localtime_r(&seconds, &fields);
    return {unix_ms, static_cast<int>(fields.tm_gmtoff)};
}

} // namespace kindly
