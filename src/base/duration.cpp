// SPDX-License-Identifier: MIT
#include "base/duration.hpp"

#include "base/translate.hpp"

#include <array>
#include <cctype>
#include <charconv>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr long long milliseconds_in_second = 1000;
constexpr long long seconds_in_minute = 60;
constexpr std::size_t most_digits = 5;

/// Takes digits off the front; empty if there are none or too many.
std::optional<long long> take_number(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && std::isdigit(static_cast<unsigned char>(text[count])) != 0) { ++count; }
    if (count == 0 || count > most_digits) { return std::nullopt; }
    long long number = 0;
    std::from_chars(text.data(), text.data() + count, number);
    text.remove_prefix(count);
    return number;
}

long long whole_seconds(Milliseconds duration) {
    return (duration.count() + milliseconds_in_second / 2) / milliseconds_in_second;
}

std::string lower_without_spaces(std::string_view text) {
    std::string plain;
    for (const char letter : text) {
        if (letter != ' ' && letter != '\t') {
            plain.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(letter))));
        }
    }
    return plain;
}

/// Which unit a word means: 's', 'm', 'h', or 0.
char unit_of(std::string_view word) {
    constexpr std::array<std::string_view, 6> seconds{"s", "sec", "secs", "second", "seconds", "sec."};
    constexpr std::array<std::string_view, 6> minutes{"m", "min", "mins", "minute", "minutes", "min."};
    constexpr std::array<std::string_view, 4> hours{"h", "hr", "hour", "hours"};
    for (const auto known : seconds) {
        if (word == known) { return 's'; }
    }
    for (const auto known : minutes) {
        if (word == known) { return 'm'; }
    }
    for (const auto known : hours) {
        if (word == known) { return 'h'; }
    }
    return 0;
}

} // namespace

std::optional<Milliseconds> read_duration(std::string_view written) {
    long long seconds = 0;
    const auto first = take_number(written);
    if (!first || written.empty()) { return std::nullopt; }
    if (written.front() == 'm') {
        seconds = *first * seconds_in_minute;
        written.remove_prefix(1);
        if (!written.empty()) {
            const auto second = take_number(written);
            if (!second || *second >= seconds_in_minute || written != "s") { return std::nullopt; }
            seconds += *second;
        }
    } else if (written == "s") {
        seconds = *first;
    } else {
        return std::nullopt;
    }
    return std::chrono::seconds(seconds);
}

std::optional<std::string> right_spelling_of_duration(std::string_view written) {
    const std::string plain = lower_without_spaces(written);
    std::string_view rest = plain;
    if (rest.starts_with("pt")) { rest.remove_prefix(2); } // ISO 8601
    long long seconds = 0;
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) { // 1:30
        auto minutes = take_number(rest);
        if (!minutes || !rest.starts_with(':')) { return std::nullopt; }
        rest.remove_prefix(1);
        auto left = take_number(rest);
        if (!left || !rest.empty() || *left >= seconds_in_minute) { return std::nullopt; }
        return written_duration(std::chrono::seconds(*minutes * seconds_in_minute + *left));
    }
    bool any = false;
    while (!rest.empty()) {
        auto number = take_number(rest);
        if (!number) { return std::nullopt; }
        long long tenths = 0;
        if (rest.starts_with('.') && rest.size() > 1 &&
            std::isdigit(static_cast<unsigned char>(rest[1])) != 0) {
            tenths = rest[1] - '0';
            rest.remove_prefix(2);
        }
        std::size_t length = 0;
        while (length < rest.size() && std::isdigit(static_cast<unsigned char>(rest[length])) == 0) {
            ++length;
        }
        std::string_view word = rest.substr(0, length);
        rest.remove_prefix(length);
        if (word == "ms") {
            seconds += *number / milliseconds_in_second;
            any = true;
            continue;
        }
        const char unit = unit_of(word);
        if (unit == 0) { return std::nullopt; }
        const long long size = unit == 's'   ? 1
                               : unit == 'm' ? seconds_in_minute
                                             : seconds_in_minute * seconds_in_minute;
        seconds += *number * size + tenths * size / 10;
        any = true;
    }
    if (!any || seconds <= 0) { return std::nullopt; }
    return written_duration(std::chrono::seconds(seconds));
}

std::string written_duration(Milliseconds duration) {
    const long long all = whole_seconds(duration);
    const long long minutes = all / seconds_in_minute;
    const long long seconds = all % seconds_in_minute;
    if (minutes == 0) { return fmt::format("{}s", seconds); }
    if (seconds == 0) { return fmt::format("{}m", minutes); }
    return fmt::format("{}m{}s", minutes, seconds);
}

std::string duration_in_words(Milliseconds duration) {
    const long long all = whole_seconds(duration);
    const long long minutes = all / seconds_in_minute;
    const long long seconds = all % seconds_in_minute;
    std::string words;
    if (minutes > 0) { words = plural("{} minute", "{} minutes", minutes); }
    if (seconds > 0 || minutes == 0) {
        if (!words.empty()) { words += ' '; }
        words += plural("{} second", "{} seconds", seconds);
    }
    return words;
}

std::string about_duration(Milliseconds duration) {
    const long long seconds = whole_seconds(duration);
    if (seconds < seconds_in_minute * 3 / 4) { return _("less than a minute"); }
    const long long minutes = (seconds + seconds_in_minute / 2) / seconds_in_minute;
    return plural("about {} minute", "about {} minutes", minutes);
}

} // namespace kindly
