// SPDX-License-Identifier: MIT
// Sentences as lines of a block. Knows widths; nothing of where the block will stand.
#pragma once

#include "screen/block.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kindly::screen {

/// At most `columns` wide, whatever the text: a longer word is broken. `text` is harmless already.
[[nodiscard]] std::vector<std::string> folded(std::string_view text, int columns);

/// Appends the text as lines, each behind `lead` (the later ones behind as many spaces).
void append(std::vector<ScreenLine>& lines, std::string_view text, int columns, Tone tone,
            std::string_view lead = {});

/// What fits into so many columns.
[[nodiscard]] std::string cut(std::string_view text, int columns);

} // namespace kindly::screen
