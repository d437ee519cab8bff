// SPDX-License-Identifier: MIT
// Text in bulk: JSON strings, CSV cells, numbers and times, straight into a large buffer that empties itself
// into an Output. Made for millions of rows: no string for each field. Knows neither rows nor formats'
// layouts.
#pragma once

#include "base/moment.hpp"
#include "base/output.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string_view>

namespace kindly {

/// Members throw what Output throws. Bytes that are no UTF-8 become U+FFFD.
class BulkText {
public:
    explicit BulkText(Output& out);
    BulkText(const BulkText&) = delete;
    BulkText& operator=(const BulkText&) = delete;
    ~BulkText() = default; ///< what was not flushed is not written

    /// As it is.
    void put(std::string_view text) {
        if (text.size() > room()) { return put_in_pieces(text); }
        if (!text.empty()) { std::memcpy(at_, text.data(), text.size()); }
        at_ += text.size();
    }
    void put(char letter) {
        make_room(1);
        *at_++ = letter;
    }
    void number(std::int64_t value);
    /// A whole number without a point; else the shortest form that is read back as the same number. False,
    /// and nothing written, for what is no number.
    [[nodiscard]] bool real(double value);
    /// As to_rfc3339() writes it.
    void time(Moment moment, bool with_milliseconds = false);
    /// In quotes, escaped.
    void json(std::string_view text);
    /// A cell of RFC 4180: in quotes where it must be. `first`: put before it ("'"), inside the quotes.
    void csv(std::string_view text, std::string_view first = {});
    void flush();

private:
    static constexpr std::size_t capacity = 131072;
    static constexpr std::size_t most_at_once = 64; ///< what make_room() may be asked for

    [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(end_ - at_); }
    void make_room(std::size_t bytes) {
        if (room() < bytes) { empty(); }
    }
    void empty();
    void put_in_pieces(std::string_view text);
    /// The character that begins at `from`, or U+FFFD; how many bytes it took.
    std::size_t put_character(const char* from, const char* end);

    Output& out_;
    std::unique_ptr<char[]> buffer_; // NOLINT(*-avoid-c-arrays): bytes that need no beginning
    char* at_;
    char* end_;
    // Days and offsets repeat from row to row.
    std::int64_t day_ = std::numeric_limits<std::int64_t>::min();
    std::array<char, 11> date_{}; ///< 2026-11-22T
    int offset_ = std::numeric_limits<int>::min();
    std::array<char, 6> offset_text_{}; ///< +01:00
};

} // namespace kindly
