// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "screen/fields_scale.hpp"

#include <algorithm>
#include <string>

namespace kindly::screen {

namespace {

using Took = Field::Took;

constexpr int brackets = 2; ///< room for them is kept around every number: nothing moves when one is chosen
constexpr int widest_gap = 1;
constexpr long long most_in_a_row = 100; ///< more than the widest terminal shows

std::string cell(long long number, bool chosen) {
    const std::string digits = std::to_string(number);
    return chosen ? '[' + digits + ']' : ' ' + digits + ' ';
}

/// One span for all that looks alike.
void put(ScreenLine& line, const std::string& text, Tone tone) {
    if (line.empty() || line.back().tone != tone) {
        line.push_back({text, tone});
    } else {
        line.back().text += text;
    }
}

int width_of(long long number) { return static_cast<int>(std::to_string(number).size()) + brackets; }

} // namespace

NumberRow::NumberRow(int lowest, int highest) : lowest_(lowest), highest_(highest), typed_(lowest, highest) {}

void NumberRow::choose(std::optional<int> number) {
    if (number && (*number < lowest_ || *number > highest_)) { number.reset(); }
    chosen_ = number;
}

void NumberRow::step(long long by) {
    const long long number = chosen_ ? *chosen_ + by : (by > 0 ? lowest_ : highest_);
    chosen_ = static_cast<int>(std::clamp(number, lowest_, highest_));
}

Took NumberRow::take(const Key& key) {
    if (typed_.uses(key)) {
        const auto number = typed_.add(key);
        if (number) {
            chosen_ = static_cast<int>(*number);
        } else if (!typed_.in_the_middle()) {
            return Took::hint;
        }
        return Took::changed;
    }
    typed_.forget();
    if (key.alt) { return Took::nothing; }
    switch (key.kind) {
    case Key::Kind::left: step(-1); return Took::changed;
    case Key::Kind::right: step(1); return Took::changed;
    case Key::Kind::home: choose(static_cast<int>(lowest_)); return Took::changed;
    case Key::Kind::end: choose(static_cast<int>(highest_)); return Took::changed;
    case Key::Kind::backspace:
    case Key::Kind::remove: chosen_.reset(); return Took::changed;
    default: return Took::nothing;
    }
}

NumberRow::Drawn NumberRow::draw(int columns) const {
    const long long count = highest_ - lowest_ + 1;
    if (count > most_in_a_row) { return draw_part(columns); }
    int wide = 0;
    for (long long number = lowest_; number <= highest_; ++number) { wide += width_of(number); }
    if (wide > columns) { return draw_part(columns); }
    const int gaps = static_cast<int>(count) - 1;
    const int gap = gaps > 0 ? std::min((columns - wide) / gaps, widest_gap) : 0;
    Drawn drawn;
    int column = 0;
    for (long long number = lowest_; number <= highest_; ++number) {
        const bool here = chosen_ == number;
        if (here) { drawn.column = column + 1; }
        put(drawn.line, cell(number, here), here ? Tone::strong : Tone::normal);
        column += width_of(number);
        if (number < highest_ && gap > 0) {
            put(drawn.line, std::string(static_cast<std::size_t>(gap), ' '), Tone::normal);
            column += gap;
        }
    }
    return drawn;
}

NumberRow::Drawn NumberRow::draw_part(int columns) const {
    constexpr int sign = 1; // "‹" and "›"
    const int widest = std::max(width_of(lowest_), width_of(highest_));
    const long long fits = std::max((columns - 2 * sign) / widest, 1);
    const long long last_first = std::max(highest_ - fits + 1, lowest_);
    const long long first =
        std::clamp(chosen_.value_or(static_cast<int>(lowest_)) - fits / 2, lowest_, last_first);
    const long long last = std::min(first + fits - 1, highest_);
    Drawn drawn;
    drawn.all = false;
    put(drawn.line, first > lowest_ ? "‹" : " ", Tone::normal);
    int column = sign;
    for (long long number = first; number <= last; ++number) {
        const bool here = chosen_ == number;
        if (here) { drawn.column = column + 1; }
        put(drawn.line, cell(number, here), here ? Tone::strong : Tone::normal);
        column += width_of(number);
    }
    if (last < highest_) { put(drawn.line, "›", Tone::normal); }
    return drawn;
}

} // namespace kindly::screen
