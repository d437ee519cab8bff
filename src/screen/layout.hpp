// SPDX-License-Identifier: MIT
// Puts blocks onto a frame. Knows widths; knows nothing of what the blocks say.
#pragma once

#include "screen/block.hpp"

#include <vector>

namespace kindly::screen {

/// Columns, by the C library's wcwidth.
[[nodiscard]] int width(const ScreenLine& line);
/// Of the widest one.
[[nodiscard]] int width(const std::vector<ScreenLine>& lines);
[[nodiscard]] int width(const Block& block);

/// With its top left corner at `at`. Rows above or below the screen are left out. The block's focus becomes
/// the frame's cursor.
void put(Frame& frame, const Block& block, Place at, Size screen, double presence = 1);

/// The column at which something `wide` columns wide stands in the middle.
[[nodiscard]] int centred(int wide, Size screen);

} // namespace kindly::screen
