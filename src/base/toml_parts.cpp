// SPDX-License-Identifier: MIT
#include "base/toml_parts.hpp"

#include <cstddef>

namespace kindly {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

} // namespace

std::optional<TomlNumber> read_toml_number(const std::string& word) {
    if (word.empty()) { return std::nullopt; }
    TomlNumber number;
    std::string& text = number.text;
    std::size_t at = word.front() == '+' || word.front() == '-' ? 1 : 0;
    if (word.front() == '-') { text = "-"; }
    const auto digits = [&] {
        std::size_t count = 0;
        while (at < word.size()) {
            const bool between = word[at] == '_' && count > 0 && word[at - 1] != '_' &&
                                 at + 1 < word.size() && is_digit(word[at + 1]);
            if (!is_digit(word[at]) && !between) { break; }
            if (!between) {
                text += word[at];
                ++count;
            }
            ++at;
        }
        return count;
    };
    const std::size_t first = at;
    const std::size_t count = digits();
    if (count == 0 || (count > 1 && word[first] == '0')) { return std::nullopt; }
    if (at < word.size() && word[at] == '.') {
        text += word[at++];
        number.decimal = true;
        if (digits() == 0) { return std::nullopt; }
    }
    if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
        ++at;
        text += 'e';
        number.decimal = true;
        if (at < word.size() && (word[at] == '+' || word[at] == '-')) { text += word[at++]; }
        if (digits() == 0) { return std::nullopt; }
    }
    return at == word.size() ? std::optional(number) : std::nullopt;
}

bool is_bare_in_toml(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || is_digit(letter) ||
           letter == '_' || letter == '-';
}

void append_utf8(std::string& text, unsigned long code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(lead[more] | (code >> (6U * static_cast<unsigned>(more))));
    for (int part = more - 1; part >= 0; --part) {
        text += static_cast<char>(0x80U | ((code >> (6U * static_cast<unsigned>(part))) & 0x3FU));
    }
}

} // namespace kindly
