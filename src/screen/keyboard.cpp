// SPDX-License-Identifier: MIT
#include "screen/keyboard.hpp"

#include "screen/control_sequence.hpp"

#include <algorithm>
#include <utility>

#include <utf8proc.h>

namespace kindly::screen {

namespace {

using Kind = Key::Kind;

constexpr char escape = '\033';
constexpr std::string_view end_of_paste = "\033[201~";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Of the character that this byte begins; 0: it begins none.
std::size_t length_of_character(unsigned char first) {
    if (first < 0x80) { return 1; }
    if (first >= 0xC2 && first <= 0xDF) { return 2; }
    if (first >= 0xE0 && first <= 0xEF) { return 3; }
    if (first >= 0xF0 && first <= 0xF4) { return 4; }
    return 0;
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

} // namespace

Keyboard::Keyboard(std::vector<Named> named, bool backspace_is_control_h, std::size_t longest_paste)
    : named_(std::move(named)), backspace_is_control_h_(backspace_is_control_h),
      longest_paste_(longest_paste) {
    // Where one is the beginning of another, the longer one is meant.
    std::stable_sort(named_.begin(), named_.end(), [](const Named& left, const Named& right) {
        return left.bytes.size() > right.bytes.size();
    });
}

void Keyboard::take(std::string_view bytes) {
    waiting_ += bytes;
    parse(false);
}

std::vector<Key> Keyboard::keys() { return std::exchange(keys_, {}); }

Milliseconds Keyboard::patience() const {
    // Escape by itself is told from Alt only by the time; nobody types the longer beginnings by hand.
    constexpr Milliseconds for_a_key{50};
    constexpr Milliseconds for_a_sequence{1000};
    constexpr Milliseconds for_a_paste{2000};
    if (pasting_) { return for_a_paste; }
    if (waiting_.empty()) { return {}; }
    return waiting_.size() <= 2 ? for_a_key : for_a_sequence;
}

void Keyboard::give_up() { parse(true); }

void Keyboard::parse(bool final) {
    for (;;) {
        std::size_t at = 0;
        while (at < waiting_.size() && !pasting_) {
            const std::size_t used = one(std::string_view(waiting_).substr(at), final);
            if (used == 0) { break; }
            at += used;
        }
        waiting_.erase(0, at);
        if (!pasting_) { return; }
        paste(final);
        if (pasting_) { return; }
    }
}

void Keyboard::paste(bool final) {
    const auto end = waiting_.find(end_of_paste, searched_);
    if (end == std::string::npos && !final) {
        const std::size_t kept = end_of_paste.size() - 1;
        searched_ = waiting_.size() > kept ? waiting_.size() - kept : 0;
        if (searched_ > longest_paste_ || refused_) {
            // None of it is taken: there is no need to keep it either.
            refused_ = true;
            waiting_.erase(0, searched_);
            searched_ = 0;
        }
        return;
    }
    const std::size_t length = std::min(end, waiting_.size());
    if (refused_ || length > longest_paste_) {
        keys_.push_back({.kind = Kind::paste_refused, .text = {}});
    } else if (length > 0) {
        keys_.push_back({.kind = Kind::paste, .text = waiting_.substr(0, length)});
    }
    waiting_.erase(0, end == std::string::npos ? length : length + end_of_paste.size());
    pasting_ = refused_ = false;
    searched_ = 0;
}

void Keyboard::add(Key key, bool alt) {
    if (key.kind != Kind::other) { key.alt = key.alt || alt; }
    keys_.push_back(std::move(key));
}

std::size_t Keyboard::one(std::string_view rest, bool final, bool alt) {
    const auto first = static_cast<unsigned char>(rest.front());
    if (first == escape) { return after_escape(rest, final, alt); }
    if (first >= ' ' && first != 0x7f) { return letter(rest, final, alt); }
    switch (first) {
    case '\r':
    case '\n': add({.kind = Kind::enter, .text = {}}, alt); break;
    case '\t': add({.kind = Kind::tab, .text = {}}, alt); break;
    case 0x7f: add({.kind = Kind::backspace, .text = {}}, alt); break;
    case '\b':
        add({.kind = Kind::backspace, .text = {}, .alt = false, .control = !backspace_is_control_h_}, alt);
        break;
    default:
        if (first >= 1 && first <= 26) {
            add({.kind = Kind::control, .text = std::string(1, static_cast<char>(first - 1 + 'a'))}, alt);
        } else {
            add({}, alt);
        }
    }
    return 1;
}

std::size_t Keyboard::after_escape(std::string_view rest, bool final, bool alt) {
    for (const auto& named : named_) {
        if (rest.starts_with(named.bytes)) {
            add(named.key, alt);
            return named.bytes.size();
        }
        if (!final && named.bytes.starts_with(rest)) { return 0; }
    }
    if (rest.size() == 1) {
        if (!final) { return 0; }
        add({.kind = Kind::escape, .text = {}}, alt);
        return 1;
    }
    switch (rest[1]) {
    case '[': return control_sequence(rest, final, alt);
    case 'O': return single_shift(rest, final, alt);
    case ']':
    case 'P': return answer(rest, final, alt);
    case escape: {
        // Twice Escape; or Alt with a key that has a sequence of its own, as rxvt sends it.
        const bool may_be_alt = rest.size() == 2 || rest[2] == '[' || rest[2] == 'O';
        if (rest.size() == 2 && !final) { return 0; }
        if (rest.size() > 2 && may_be_alt) {
            const std::size_t used = one(rest.substr(1), final, true);
            return used == 0 ? 0 : used + 1;
        }
        add({.kind = Kind::escape, .text = {}}, alt);
        return 1;
    }
    default: {
        const std::size_t used = one(rest.substr(1), final, true);
        return used == 0 ? 0 : used + 1;
    }
    }
}

std::size_t Keyboard::control_sequence(std::string_view rest, bool final, bool alt) {
    constexpr std::size_t longest = 64;
    if (rest.size() == 2) {
        if (!final) { return 0; }
        add({.kind = Kind::character, .text = "["}, true);
        return 2;
    }
    // Three shapes of their own: function keys of the Linux console, and the oldest mice.
    const std::size_t whole = rest[2] == '[' ? 4 : rest[2] == 'M' ? 6 : 0;
    if (whole > 0) {
        if (rest.size() < whole && !final) { return 0; }
        if (rest[2] == '[') { add({}, alt); }
        return std::min(whole, rest.size());
    }
    for (std::size_t at = 2; at < rest.size() && at < longest; ++at) {
        const char byte = rest[at];
        const bool ends = (byte >= '@' && byte <= '~') || (byte == '$' && at > 2 && is_digit(rest[2]));
        if (ends) {
            const auto meaning = meaning_of_sequence(rest.substr(2, at - 2), byte);
            if (meaning.kind == SequenceMeaning::Kind::key) { add(meaning.key, alt); }
            if (meaning.kind == SequenceMeaning::Kind::paste_begins) { pasting_ = true; }
            return at + 1;
        }
        if (byte < ' ' || byte > '?') { // broken off
            add({}, alt);
            return at;
        }
    }
    if (rest.size() < longest && !final) { return 0; }
    add({}, alt);
    return std::min(rest.size(), longest);
}

std::size_t Keyboard::single_shift(std::string_view rest, bool final, bool alt) {
    std::size_t at = 2;
    while (at < rest.size() && at < 4 && is_digit(rest[at])) { ++at; }
    if (at == rest.size() && !final) { return 0; }
    if (at < rest.size()) {
        if (const auto key = meaning_of_shift(rest.substr(2, at - 2), rest[at])) {
            add(*key, alt);
            return at + 1;
        }
    }
    add({.kind = Kind::character, .text = "O"}, true);
    return 2;
}

/// What the terminal answers to a question that an earlier program had asked. Nobody here has a use for it;
/// above all, it is nothing that was typed.
std::size_t Keyboard::answer(std::string_view rest, bool final, bool alt) {
    constexpr std::size_t longest = 4096;
    if (rest.size() == 2 && !final) { return 0; }
    const bool is_answer =
        rest.size() > 2 && (is_digit(rest[2]) || (rest[1] == 'P' && (rest[2] == '>' || rest[2] == '!')));
    const auto bell = is_answer ? rest.find('\a') : std::string_view::npos;
    const auto ended = is_answer ? rest.find("\033\\") : std::string_view::npos;
    if (bell != std::string_view::npos && bell < ended) { return bell + 1; }
    if (ended != std::string_view::npos) { return ended + 2; }
    if (is_answer && rest.size() < longest) { return final ? rest.size() : 0; }
    add({.kind = Kind::character, .text = std::string(1, rest[1])}, true);
    static_cast<void>(alt);
    return 2;
}

std::size_t Keyboard::letter(std::string_view rest, bool final, bool alt) {
    const std::size_t length = length_of_character(static_cast<unsigned char>(rest.front()));
    std::size_t there = 1;
    while (there < length && there < rest.size() && continues(rest[there])) { ++there; }
    if (there == rest.size() && there < length && !final) { return 0; }
    utf8proc_int32_t value = -1;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                     static_cast<utf8proc_ssize_t>(there), &value);
    if (value < 0 || there < length) {
        add({.kind = Kind::character, .text = std::string(replacement)},
            alt); // it is to be seen that something came
    } else if (utf8proc_category(value) == UTF8PROC_CATEGORY_CC) {
        add({}, alt);
    } else {
        add({.kind = Kind::character, .text = std::string(rest.substr(0, there))}, alt);
    }
    return there;
}

} // namespace kindly::screen
