// SPDX-License-Identifier: MIT
// Which colour a tone has, by the theme and by what the terminal can do. Plain values: knows no ncurses.
// Whatever is to be read ends in the terminal's own foreground.
#pragma once

#include "screen/block.hpp"
#include "screen/terminal.hpp"

namespace kindly::screen {

struct Look {
    static constexpr int own = -1; ///< the terminal's own foreground
    int colour = own;              ///< a number from the palette
    bool bold = false;
    bool seen = true; ///< false: nothing is there yet
    bool operator==(const Look&) const = default;
};

/// As many colours as text needs in order to ease in.
constexpr int enough_to_ease = 256;

/// `presence` as in Frame::Piece; `colours`: how many may be used.
[[nodiscard]] Look look_of(Tone tone, double presence, Theme theme, int colours);

/// The same colour where numbers are not a palette but red, green and blue, eight bits each.
[[nodiscard]] int direct_colour(int number);

} // namespace kindly::screen
