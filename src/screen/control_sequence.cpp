// SPDX-License-Identifier: MIT
#include "screen/control_sequence.hpp"

#include <array>
#include <cstddef>

namespace kindly::screen {

namespace {

using Kind = Key::Kind;

struct Modifiers {
    bool shift = false;
    bool alt = false;
    bool control = false;
};

/// As xterm numbers them: one more than the sum of 1 shift, 2 Alt, 4 Ctrl, 8 Meta.
Modifiers modifiers(int number) {
    const unsigned bits = number > 0 ? static_cast<unsigned>(number - 1) : 0;
    return {(bits & 1U) != 0, (bits & (2U | 8U)) != 0, (bits & 4U) != 0};
}

struct Numbers {
    std::array<int, 3> at{};
    std::size_t count = 0;
};

Numbers numbers_in(std::string_view parameters) {
    Numbers numbers;
    bool inside_sub = false; // after a colon come details that nobody here asks for
    int value = 0;
    const auto finish = [&] {
        if (numbers.count < numbers.at.size()) { numbers.at[numbers.count++] = value; }
        value = 0;
        inside_sub = false;
    };
    constexpr int most = 100000000;
    for (const char byte : parameters) {
        if (byte == ';') {
            finish();
        } else if (byte == ':') {
            inside_sub = true;
        } else if (byte >= '0' && byte <= '9' && !inside_sub && value < most) {
            value = value * 10 + (byte - '0');
        }
    }
    if (!parameters.empty()) { finish(); }
    return numbers;
}

std::optional<Kind> cursor_key(char last) {
    switch (last) {
    case 'A': return Kind::up;
    case 'B': return Kind::down;
    case 'C': return Kind::right;
    case 'D': return Kind::left;
    case 'F': return Kind::end;
    case 'H': return Kind::home;
    default: return std::nullopt;
    }
}

Kind editing_key(int number) {
    switch (number) {
    case 1:
    case 7: return Kind::home;
    case 3: return Kind::remove;
    case 4:
    case 8: return Kind::end;
    case 5: return Kind::page_up;
    case 6: return Kind::page_down;
    default: return Kind::other;
    }
}

Key with(Kind kind, Modifiers held) {
    // Where nothing can be made of Ctrl or Alt, the key stays what it is.
    return {.kind = kind, .text = {}, .alt = held.alt, .control = held.control};
}

/// A key told by its code point (xterm's modifyOtherKeys and those who write the same with "u").
Key key_by_code(int code, Modifiers held) {
    switch (code) {
    case '\b':
    case 127: return with(Kind::backspace, held);
    case '\t': return held.shift ? with(Kind::back_tab, {}) : with(Kind::tab, held);
    case '\r':
    case '\n': return {.kind = Kind::enter, .text = {}, .alt = held.alt};
    case 27: return {.kind = Kind::escape, .text = {}, .alt = held.alt};
    default: break;
    }
    if (code < ' ' || code > '~') { return {}; }
    char letter = static_cast<char>(code);
    if (held.control) {
        if (letter >= 'A' && letter <= 'Z') { letter = static_cast<char>(letter - 'A' + 'a'); }
        if (letter < 'a' || letter > 'z') { return {}; }
        return {.kind = Kind::control, .text = std::string(1, letter), .alt = held.alt};
    }
    return {.kind = Kind::character, .text = std::string(1, letter), .alt = held.alt};
}

} // namespace

SequenceMeaning meaning_of_sequence(std::string_view parameters, char last) {
    using Meaning = SequenceMeaning::Kind;
    // '?', '>', '<', '=': the terminal's answers to questions, and mice.
    if (!parameters.empty() && parameters.front() >= '<' && parameters.front() <= '?') { return {}; }
    const auto numbers = numbers_in(parameters);
    const int first = numbers.at[0];
    auto held = modifiers(numbers.at[1]);
    if (const auto kind = cursor_key(last)) { return {Meaning::key, with(*kind, held)}; }
    switch (last) {
    case 'Z': return {Meaning::key, {.kind = Kind::back_tab, .text = {}}};
    case 'I': // the window has, or has lost, the focus
    case 'O':
    case 'R': // where the cursor is; what the terminal is; how it is
    case 'n': return {};
    case 'a': // rxvt, with shift
    case 'b':
    case 'c':
    case 'd': return {Meaning::key, with(*cursor_key(static_cast<char>(last - 'a' + 'A')), {})};
    case 'u': return {Meaning::key, key_by_code(first, held)};
    case '^': held.control = true; break; // rxvt, with Ctrl
    case '@': held.control = true; break; // with both
    case '$':
    case '~': break;
    default: return {Meaning::key, {}};
    }
    constexpr int paste_begins = 200;
    constexpr int paste_ends = 201; // it began before we asked for marks
    constexpr int other_key = 27;
    if (first == paste_begins) { return {Meaning::paste_begins, {}}; }
    if (first == paste_ends) { return {}; }
    if (first == other_key && numbers.count == 3) { return {Meaning::key, key_by_code(numbers.at[2], held)}; }
    const Kind kind = editing_key(first);
    return {Meaning::key, kind == Kind::other ? Key{} : with(kind, held)};
}

std::optional<Key> meaning_of_shift(std::string_view digits, char last) {
    int number = 0;
    for (const char digit : digits) { number = number * 10 + (digit - '0'); }
    if (const auto kind = cursor_key(last)) { return with(*kind, modifiers(number)); }
    if (last >= 'a' && last <= 'd') { // rxvt
        return with(*cursor_key(static_cast<char>(last - 'a' + 'A')), {.control = true});
    }
    // The block of numbers, in the mode in which it can be told from the digits above the letters.
    constexpr std::string_view sent = "jklmnopqrstuvwxyX";
    constexpr std::string_view meant = "*+,-./0123456789=";
    if (const auto at = sent.find(last); at != std::string_view::npos) {
        return Key{.kind = Kind::character, .text = std::string(1, meant[at])};
    }
    switch (last) {
    case 'M': return Key{.kind = Kind::enter, .text = {}};
    case 'I': return Key{.kind = Kind::tab, .text = {}};
    case 'E': // the middle of that block
    case 'P': // F1 to F4
    case 'Q':
    case 'R':
    case 'S': return Key{};
    default: return std::nullopt;
    }
}

} // namespace kindly::screen
