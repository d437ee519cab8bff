// SPDX-License-Identifier: MIT
#include "exchange/bulk_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace kindly {

namespace {

// Eight letters at a time: a byte of `word` that fits sets the highest bit of its place.
constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t high_bits = 0x8080808080808080;

constexpr std::uint64_t each(char letter) { return ones * static_cast<unsigned char>(letter); }
constexpr std::uint64_t has_zero(std::uint64_t word) { return (word - ones) & ~word & high_bits; }
constexpr std::uint64_t has(std::uint64_t word, char letter) { return has_zero(word ^ each(letter)); }
constexpr std::uint64_t has_control(std::uint64_t word) { return (word - each(' ')) & ~word & high_bits; }

std::uint64_t eight(const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

constexpr bool is_plain_in_json(unsigned char letter) {
    return letter >= ' ' && letter < 0x80 && letter != '"' && letter != '\\';
}

constexpr std::size_t longest_character = 4;

/// The bytes of the character that begins here: 1 to 4; 0 where it is none.
std::size_t character_length(const unsigned char* from, const unsigned char* end) {
    const auto is_rest = [&](std::size_t index) {
        return from + index < end && (from[index] & 0xC0U) == 0x80;
    };
    const unsigned char first = *from;
    if (first < 0x80) { return 1; }
    if (first >= 0xC2 && first <= 0xDF) { return is_rest(1) ? 2 : 0; }
    if (first >= 0xE0 && first <= 0xEF) {
        if (!is_rest(1) || !is_rest(2)) { return 0; }
        const bool longer_than_need_be = first == 0xE0 && from[1] < 0xA0;
        const bool surrogate = first == 0xED && from[1] > 0x9F;
        return longer_than_need_be || surrogate ? 0 : 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!is_rest(1) || !is_rest(2) || !is_rest(3)) { return 0; }
        const bool longer_than_need_be = first == 0xF0 && from[1] < 0x90;
        const bool past_the_last = first == 0xF4 && from[1] > 0x8F;
        return longer_than_need_be || past_the_last ? 0 : longest_character;
    }
    return 0;
}

/// Two digits.
char* two(char* at, std::int64_t value) {
    *at++ = static_cast<char>('0' + value / 10);
    *at++ = static_cast<char>('0' + value % 10);
    return at;
}

} // namespace

BulkText::BulkText(Output& out)
    : out_(out), buffer_(new char[capacity]), // NOLINT(*-owning-memory): owned at once
      at_(buffer_.get()), end_(buffer_.get() + capacity) {}

void BulkText::empty() {
    const std::string_view waiting(buffer_.get(), static_cast<std::size_t>(at_ - buffer_.get()));
    at_ = buffer_.get();
    out_.write(waiting);
}

void BulkText::flush() {
    empty();
    out_.flush();
}

void BulkText::put_in_pieces(std::string_view text) {
    empty();
    if (text.size() <= room()) { return put(text); }
    out_.write(text);
}

void BulkText::number(std::int64_t value) {
    make_room(most_at_once);
    at_ = std::to_chars(at_, end_, value).ptr;
}

bool BulkText::real(double value) {
    constexpr double most_exact = 9007199254740992.0; // 2^53
    if (!std::isfinite(value)) { return false; }
    if (std::nearbyint(value) == value && std::abs(value) < most_exact) {
        number(static_cast<std::int64_t>(value));
        return true;
    }
    make_room(most_at_once);
    at_ = fmt::format_to(at_, "{}", value);
    return true;
}

void BulkText::time(Moment moment, bool with_milliseconds) {
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t day = 86'400'000;
    const std::int64_t local = moment.unix_ms + moment.utc_offset_seconds * second;
    const std::int64_t days = local / day - (local % day < 0 ? 1 : 0);
    if (days != day_) {
        const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
        const int year = static_cast<int>(date.year());
        constexpr int last_year = 9999;
        if (year < 0 || year > last_year || days < -1'000'000 || days > 10'000'000) { // no such practice
            return put(to_rfc3339(moment, with_milliseconds));
        }
        fmt::format_to(date_.data(), "{:04}-{:02}-{:02}T", year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
        day_ = days;
    }
    if (moment.utc_offset_seconds != offset_) {
        const int size = std::abs(moment.utc_offset_seconds);
        constexpr int most_offset = 100 * 3600;
        if (size >= most_offset) { return put(to_rfc3339(moment, with_milliseconds)); }
        offset_ = moment.utc_offset_seconds;
        offset_text_[0] = offset_ < 0 ? '-' : '+';
        char* at = two(offset_text_.data() + 1, size / (minute * minute));
        *at++ = ':';
        two(at, size / minute % minute);
    }
    make_room(most_at_once);
    std::memcpy(at_, date_.data(), date_.size());
    at_ += date_.size();
    const std::int64_t of_day = local - days * day;
    const std::int64_t seconds = of_day / second;
    at_ = two(at_, seconds / (minute * minute));
    *at_++ = ':';
    at_ = two(at_, seconds / minute % minute);
    *at_++ = ':';
    at_ = two(at_, seconds % minute);
    if (with_milliseconds) {
        const std::int64_t rest = of_day % second;
        *at_++ = '.';
        *at_++ = static_cast<char>('0' + rest / 100);
        at_ = two(at_, rest % 100);
    }
    std::memcpy(at_, offset_text_.data(), offset_text_.size());
    at_ += offset_text_.size();
}

std::size_t BulkText::put_character(const char* from, const char* end) {
    const auto* bytes =
        reinterpret_cast<const unsigned char*>(from); // NOLINT(*-reinterpret-cast): bytes are bytes
    const std::size_t length = character_length(bytes, reinterpret_cast<const unsigned char*>(end)); // NOLINT
    if (length == 0) {
        put(std::string_view("\xEF\xBF\xBD"));
        return 1;
    }
    put(std::string_view(from, length));
    return length;
}

namespace {

/// Where the letters begin that a terminal may obey: C1 controls, marks and orders about the writing
/// direction, letters without width.
bool may_command(std::string_view letter) {
    const auto first = static_cast<unsigned char>(letter[0]);
    const auto second = static_cast<unsigned char>(letter.size() > 1 ? letter[1] : 0);
    return (first == 0xC2 && second < 0xA0) || (first == 0xD8 && second == 0x9C) ||
           (first == 0xE2 && (second == 0x80 || second == 0x81)) || (first == 0xEF && second == 0xBB);
}

} // namespace

void BulkText::json(std::string_view text) {
    const char* from = text.data();
    const char* const end = from + text.size();
    put('"');
    while (from != end) {
        make_room(most_at_once);
        while (end - from >= 8 && room() >= 8) {
            const std::uint64_t word = eight(from);
            if (((word & high_bits) | has_control(word) | has(word, '"') | has(word, '\\')) != 0) { break; }
            std::memcpy(at_, from, 8);
            at_ += 8;
            from += 8;
        }
        if (from == end) { break; }
        // The letters before the one that stopped us, and the last few.
        make_room(most_at_once);
        for (int left = 8; left > 0 && from != end && is_plain_in_json(static_cast<unsigned char>(*from));
             left--) {
            *at_++ = *from++;
        }
        if (from == end) { break; }
        const auto letter = static_cast<unsigned char>(*from);
        if (is_plain_in_json(letter)) { continue; }
        if (letter >= 0x80) {
            const std::string_view letters(from,
                                           static_cast<std::size_t>(std::min<std::ptrdiff_t>(end - from, 3)));
            if (may_command(letters)) {
                const auto* bytes =
                    reinterpret_cast<const unsigned char*>(from); // NOLINT(*-reinterpret-cast)
                const std::size_t length =
                    character_length(bytes, reinterpret_cast<const unsigned char*>(end)); // NOLINT
                if (length != 0) {
                    put(json_in_sight(std::string_view(from, length)));
                    from += length;
                    continue;
                }
            }
            from += put_character(from, end);
            continue;
        }
        from++;
        switch (letter) {
        case '"': put(R"(\")"); break;
        case '\\': put(R"(\\)"); break;
        case '\b': put(R"(\b)"); break;
        case '\f': put(R"(\f)"); break;
        case '\n': put(R"(\n)"); break;
        case '\r': put(R"(\r)"); break;
        case '\t': put(R"(\t)"); break;
        default:
            make_room(most_at_once);
            at_ = fmt::format_to(at_, "\\u{:04x}", static_cast<unsigned>(letter));
        }
    }
    put('"');
}

void BulkText::csv(std::string_view text, std::string_view first) {
    const char* from = text.data();
    const char* const end = from + text.size();
    bool plain = first.empty();
    for (; plain && end - from >= 8; from += 8) {
        const std::uint64_t word = eight(from);
        plain =
            ((word & high_bits) | has(word, ',') | has(word, '"') | has(word, '\n') | has(word, '\r')) == 0;
    }
    for (; plain && from != end; from++) {
        const char letter = *from;
        plain = static_cast<unsigned char>(letter) < 0x80 && letter != ',' && letter != '"' &&
                letter != '\n' && letter != '\r';
    }
    if (plain) { return put(text); }
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) { put('"'); }
    put(first);
    for (from = text.data(); from != end;) {
        make_room(most_at_once);
        while (end - from >= 8 && room() >= 8) {
            const std::uint64_t word = eight(from);
            if (((word & high_bits) | has(word, '"')) != 0) { break; }
            std::memcpy(at_, from, 8);
            at_ += 8;
            from += 8;
        }
        if (from == end) { break; }
        make_room(most_at_once);
        if (*from == '"') {
            put(R"("")");
            from++;
        } else if (static_cast<unsigned char>(*from) >= 0x80) {
            from += put_character(from, end);
        } else {
            *at_++ = *from++;
        }
    }
    if (quoted) { put('"'); }
}

} // namespace kindly
