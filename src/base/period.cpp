// SPDX-License-Identifier: MIT
#include "base/period.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace kindly {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int days_of_a_week = 7;

struct Days {
    sys_days first, last;
};

/// Either the days or why there are none.
struct Found {
    std::optional<Days> days;
    std::string problem;
};

Found found(sys_days first, sys_days last) { return {Days{first, last}, {}}; }
Found refused(std::string problem) { return {std::nullopt, std::move(problem)}; }

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

sys_days date(int year, unsigned month, unsigned day) {
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

sys_days last_of_month(int year, unsigned month) {
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last);
}

/// ISO 8601: the week that holds the fourth of January is the first one.
sys_days first_week(int year) {
    const sys_days fourth = date(year, 1, 4);
    return fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
}

int weeks_of(int year) {
    return static_cast<int>((first_week(year + 1) - first_week(year)).count() / days_of_a_week);
}

sys_days monday_of(sys_days day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

Found whole_month(std::chrono::year_month month) {
    return found(sys_days(month / std::chrono::day(1)), sys_days(month / std::chrono::last));
}

Found whole_year(int year) { return found(date(year, 1, 1), last_of_month(year, 12)); }

std::string written(sys_days day) {
    const year_month_day parts(day);
    return fmt::format("{:04}-{:02}-{:02}", int(parts.year()), unsigned(parts.month()),
                       unsigned(parts.day()));
}

Found not_understood(std::string_view text) {
    return refused(filled(_("\"{}\" cannot be read as a day or a stretch of days"), text));
}

/// "2026", "2026-11", "2026-11-22", "2026-W47". `shown`: the text for messages.
std::optional<Found> by_calendar(std::string_view text, std::string_view shown) {
    constexpr std::size_t year_digits = 4;
    if (text.size() < year_digits || !all_digits(text.substr(0, year_digits))) { return std::nullopt; }
    const int year = number(text.substr(0, year_digits));
    const std::string_view rest = text.substr(year_digits);
    if (year == 0 && (rest.empty() || rest.front() == '-')) {
        return refused(filled(_("\"{}\": years are counted from 1"), shown));
    }
    if (rest.empty()) { return whole_year(year); }
    const bool long_enough = rest.size() >= 3 && rest[0] == '-';
    if (long_enough && rest.size() == 4 && rest[1] == 'w' && all_digits(rest.substr(2))) {
        const int week = number(rest.substr(2));
        if (week < 1 || week > weeks_of(year)) {
            return refused(
                filled(_("\"{}\" is not a week: {:04} has the weeks 01 to {}"), shown, year, weeks_of(year)));
        }
        const sys_days monday = first_week(year) + days(days_of_a_week) * (week - 1);
        return found(monday, monday + days(days_of_a_week - 1));
    }
    if (!long_enough || !all_digits(rest.substr(1, 2))) { return std::nullopt; }
    const int month = number(rest.substr(1, 2));
    const std::string_view after = rest.substr(3);
    const bool day_follows = after.size() == 3 && after[0] == '-' && all_digits(after.substr(1));
    if (!after.empty() && !day_follows) { return std::nullopt; }
    if (month < 1 || month > 12) {
        return refused(filled(_("\"{}\": months are numbered from 01 to 12"), shown));
    }
    const auto in_month = static_cast<unsigned>(month);
    if (after.empty()) { return found(date(year, in_month, 1), last_of_month(year, in_month)); }
    const auto day = static_cast<unsigned>(number(after.substr(1)));
    const unsigned last = unsigned(year_month_day(last_of_month(year, in_month)).day());
    if (day < 1 || day > last) {
        return refused(
            filled(_("\"{}\" is not a day: {:04}-{:02} has the days 01 to {}"), shown, year, month, last));
    }
    return found(date(year, in_month, day), date(year, in_month, day));
}

/// "today", "last month"; between two words a space or a hyphen.
std::optional<Found> by_name(std::string_view text, sys_days today) {
    const year_month_day parts(today);
    const std::chrono::year_month month(parts.year(), parts.month());
    const sys_days monday = monday_of(today);
    const days week(days_of_a_week);
    if (text == "today") { return found(today, today); }
    if (text == "yesterday") { return found(today - days(1), today - days(1)); }
    if (text == "this week") { return found(monday, monday + week - days(1)); }
    if (text == "last week") { return found(monday - week, monday - days(1)); }
    if (text == "this month") { return whole_month(month); }
    if (text == "last month") { return whole_month(month - std::chrono::months(1)); }
    if (text == "this year") { return whole_year(int(parts.year())); }
    if (text == "last year") { return whole_year(int(parts.year()) - 1); }
    return std::nullopt;
}

/// "7d", "4w": ending today.
std::optional<Found> by_length(std::string_view text, sys_days today) {
    constexpr std::size_t most_digits = 5;
    if (text.size() < 2 || !all_digits(text.substr(0, text.size() - 1))) { return std::nullopt; }
    const char unit = text.back();
    if (unit != 'd' && unit != 'w') { return std::nullopt; }
    const std::string_view digits = text.substr(0, text.size() - 1);
    const int count = digits.size() <= most_digits ? number(digits) : 0;
    if (digits.size() <= most_digits && count == 0) {
        return refused(filled(_("\"{}\" is too short: the least is 1d, which is today"), text));
    }
    if (digits.size() > most_digits) {
        return refused(filled(_("\"{}\" is longer than can be counted here"), text));
    }
    const int length = unit == 'w' ? count * days_of_a_week : count;
    return found(today - days(length - 1), today);
}

Found one(std::string_view written_so, sys_days today) {
    std::string text = lowered_ascii(written_so);
    for (const char* name : {"this-", "last-"}) {
        if (text.starts_with(name)) { text[4] = ' '; }
    }
    for (const auto& answer :
         {by_calendar(text, harmless(written_so)), by_name(text, today), by_length(text, today)}) {
        if (answer) { return *answer; }
    }
    return not_understood(harmless(written_so));
}

/// Days are compared as text, so each has a year of four digits.
bool has_four_digits(sys_days day) { return day >= date(1, 1, 1) && day <= last_of_month(9999, 12); }

PeriodRead unreadable(std::string problem) { return {{}, std::move(problem)}; }

} // namespace

PeriodRead read_period(std::string_view written_so, const std::string& today_written) {
    const std::string_view text = trimmed(written_so);
    const auto today_read = by_calendar(today_written, today_written);
    const sys_days today = today_read && today_read->days ? today_read->days->first : sys_days{};
    if (text.empty()) { return unreadable(_("The time is empty")); }

    const std::size_t dots = text.find("..");
    const bool is_range = dots != std::string_view::npos;
    const std::string_view from = trimmed(text.substr(0, dots));
    const std::string_view until = is_range ? trimmed(text.substr(dots + 2)) : from;
    if (from.empty() && until.empty()) {
        return unreadable(_("\"..\" alone says neither from when nor until when"));
    }

    Period period;
    std::optional<sys_days> first;
    std::optional<sys_days> last;
    if (!from.empty()) {
        const Found read = one(from, today);
        if (!read.days) { return unreadable(read.problem); }
        first = read.days->first;
    }
    if (!until.empty()) {
        const Found read = one(until, today);
        if (!read.days) { return unreadable(read.problem); }
        last = read.days->last;
    }
    for (const auto& day : {first, last}) {
        if (day && !has_four_digits(*day)) {
            return unreadable(filled(_("\"{}\" is outside the years 0001 to 9999"), harmless(text)));
        }
    }
    if (first && last && *first > *last) {
        return unreadable(filled(_("\"{}\" ends before it begins: it would begin on {} and end on {}"),
                                 harmless(text), written(*first), written(*last)));
    }
    if (first) { period.first = written(*first); }
    if (last) { period.last = written(*last); }
    return {period, {}};
}

std::string ways_to_write_a_period() {
    return _(
        "Write a year (2026), a month (2026-11), a week (2026-W47), a day (2026-11-22), today, yesterday, "
        "this or last with week, month or year (\"last month\"), a number of days or weeks until today (7d, "
        "4w), or "
        "two of these with \"..\" between them (2026-09..2026-11); one side of \"..\" may be left out.");
}

} // namespace kindly
