// SPDX-License-Identifier: MIT
// The small pieces of TOML: a number's spelling, the letters of bare keys, a code point as UTF-8. Internal to
// toml.cpp. Knows no lines and no places.
#pragma once

#include <optional>
#include <string>

namespace kindly {

struct TomlNumber {
    std::string text; ///< without "_" and "+"
    bool decimal = false;
};

/// [+-] digits [. digits] [e [+-] digits], with single _ between digits and no 0 in front. Nothing for any
/// other spelling, hexadecimal and "inf" too.
[[nodiscard]] std::optional<TomlNumber> read_toml_number(const std::string& word);

/// May stand in a key without quotation marks.
[[nodiscard]] bool is_bare_in_toml(char letter);

/// `code`: at most 0x10FFFF.
void append_utf8(std::string& text, unsigned long code);

} // namespace kindly
