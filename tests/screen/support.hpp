// SPDX-License-Identifier: MIT
// What tests of the screen share: keys in short, blocks as plain lines, widths as on a terminal.
#pragma once

#include "base/text.hpp"
#include "screen/block.hpp"
#include "screen/field.hpp"
#include "screen/key.hpp"

#include <clocale>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kindly::screen {

/// Widths follow the locale, as in the program.
inline const bool locale_is_utf8 = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;

inline std::string in_words(const Block& block) {
    std::string all;
    for (const auto& line : block.lines) {
        for (const auto& span : line) { all += span.text; }
        while (!all.empty() && all.back() == ' ') { all.pop_back(); }
        all += '\n';
    }
    return all;
}

inline std::ostream& operator<<(std::ostream& out, const Place& place) {
    return out << "row " << place.row << ", column " << place.column;
}

inline Key press(Key::Kind kind) { return {kind, {}, false, false}; }
inline Key with_alt(Key key) {
    key.alt = true;
    return key;
}
inline Key with_control(Key key) {
    key.control = true;
    return key;
}
inline Key letter(std::string text) { return {Key::Kind::character, std::move(text), false, false}; }
inline Key control(std::string text) { return {Key::Kind::control, std::move(text), false, false}; }
inline Key paste(std::string text) { return {Key::Kind::paste, std::move(text), false, false}; }

/// One key for each code point; a newline is Enter.
template <class Field>
void type(Field& field, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) { ++end; }
        const auto typed = std::string(text.substr(at, end - at));
        field.take(typed == "\n" ? press(Key::Kind::enter) : letter(typed));
        at = end;
    }
}

template <class Field>
void press_times(Field& field, int times, const Key& key) {
    for (int time = 0; time < times; ++time) { field.take(key); }
}

} // namespace kindly::screen
