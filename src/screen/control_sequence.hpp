// SPDX-License-Identifier: MIT
// What the numbers and the last letter of an escape sequence mean, in the dialects of xterm, rxvt, the Linux
// console and the VT100. Knows nothing of how they were found.
#pragma once

#include "screen/key.hpp"

#include <optional>
#include <string_view>

namespace kindly::screen {

struct SequenceMeaning {
    enum class Kind { key, paste_begins, nothing } kind = Kind::nothing;
    Key key;
};

/// "ESC [ parameters last".
[[nodiscard]] SequenceMeaning meaning_of_sequence(std::string_view parameters, char last);
/// "ESC O digits last". Nothing: not a key that any terminal has.
[[nodiscard]] std::optional<Key> meaning_of_shift(std::string_view digits, char last);

} // namespace kindly::screen
