// SPDX-License-Identifier: MIT
#include "base/day_ahead.hpp"

#include "base/day.hpp"
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

enum class Unit { days, weeks, months, years };

struct Ahead {
    int count = 1;
    Unit unit = Unit::days;
};

/// A language may have several forms of one word: "nächste|nächsten|nächstes".
bool is(const std::string& word, const char* english) {
    const std::string forms = bare_letters(std::string("|") + english + "|" + _(english) + "|");
    return word.find('|') == std::string::npos && forms.find("|" + word + "|") != std::string::npos;
}

std::vector<std::string> words_of(std::string_view written) {
    std::vector<std::string> words;
    std::string text = bare_letters(trimmed(written));
    for (std::size_t at = 1; at < text.size(); ++at) { // "in-2-weeks", for shells; but "-3" is no count
        if (text[at] == '-' && text[at - 1] != ' ') { text[at] = ' '; }
    }
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t", start), text.size());
        if (end > start) { words.push_back(text.substr(start, end - start)); }
        start = end + 1;
    }
    return words;
}

std::optional<Unit> unit_of(const std::string& word) {
    if (is(word, N_("day")) || is(word, N_("days"))) { return Unit::days; }
    if (is(word, N_("week")) || is(word, N_("weeks"))) { return Unit::weeks; }
    if (is(word, N_("month")) || is(word, N_("months"))) { return Unit::months; }
    if (is(word, N_("year")) || is(word, N_("years"))) { return Unit::years; }
    return std::nullopt;
}

std::optional<int> count_of(const std::string& word) {
    if (is(word, N_("a")) || is(word, N_("an")) || is(word, N_("one"))) { return 1; }
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    constexpr int most = 20000; // days: more than the 50 years that are taken
    const bool whole = error == std::errc() && end == word.data() + word.size();
    return whole && number >= 0 ? std::optional(std::min(number, most)) : std::nullopt;
}

/// "tomorrow", "next week", "in 2 weeks", "2 weeks", "in a month".
std::optional<Ahead> ahead_in(std::vector<std::string> words) {
    if (words.size() == 1 && is(words[0], N_("tomorrow"))) { return Ahead{1, Unit::days}; }
    if (words.size() == 2 && is(words[0], N_("next"))) {
        const auto unit = unit_of(words[1]);
        return unit ? std::optional(Ahead{1, *unit}) : std::nullopt;
    }
    if (!words.empty() && is(words[0], N_("in"))) { words.erase(words.begin()); }
    if (words.size() != 2) { return std::nullopt; }
    const auto count = count_of(words[0]);
    const auto unit = unit_of(words[1]);
    return count && unit ? std::optional(Ahead{*count, *unit}) : std::nullopt;
}

DayNumber after(DayNumber today, const Ahead& ahead) {
    constexpr int days_of_week = 7;
    if (ahead.unit == Unit::days) { return today + ahead.count; }
    if (ahead.unit == Unit::weeks) { return today + ahead.count * days_of_week; }
    const std::chrono::year_month_day from{std::chrono::sys_days(std::chrono::days(today))};
    const std::chrono::months months(ahead.unit == Unit::months ? ahead.count : 12 * ahead.count);
    const std::chrono::year_month month = std::chrono::year_month(from.year(), from.month()) + months;
    const auto last = std::chrono::year_month_day_last(month.year(), month.month() / std::chrono::last).day();
    const std::chrono::year_month_day to(month.year(), month.month(), std::min(from.day(), last));
    return static_cast<DayNumber>(std::chrono::sys_days(to).time_since_epoch().count());
}

std::string told(const char* format, std::string_view written) {
    return fmt::format(fmt::runtime(format), harmless(written));
}

} // namespace

DayAheadRead read_day_ahead(std::string_view written, const std::string& today) {
    constexpr int furthest_years = 50;
    const std::string_view text = trimmed(written);
    const DayNumber now = read_day(today).value_or(0);
    std::optional<DayNumber> day = read_day(text);
    if (!day) {
        if (const auto ahead = ahead_in(words_of(text))) { day = after(now, *ahead); }
    }
    if (!day) { return {{}, told(_("\"{}\" is not a day that can be read here"), text)}; }
    if (*day <= now) { return {{}, told(_("\"{}\" is not after today"), text)}; }
    if (*day > after(now, {furthest_years, Unit::years})) {
        return {{}, told(_("\"{}\" is more than 50 years ahead"), text)};
    }
    return {written_day(*day), {}};
}

std::string ways_to_write_a_day_ahead() {
    return _("Write a day like 2026-12-24, \"tomorrow\", \"in 2 weeks\" or \"next month\".");
}

} // namespace kindly
