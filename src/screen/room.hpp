// SPDX-License-Identifier: MIT
// Which rows and columns are for what, on a screen of some size. Pure.
#pragma once

#include "screen/block.hpp"

namespace kindly::screen {

struct Room {
    int left = 0;    ///< the first column of what is shown
    int columns = 0; ///< at most 64
    int header = 0;  ///< rows from here on
    int top = 0;     ///< of the body
    int rows = 0;    ///< of the body
    int spare = 0;   ///< rows of air below the body, for what would not fit otherwise
    int hint = 0;    ///< the last row of a hint
    int progress = 0;
    int keys = 0;
};

/// `hint_lines`: what a hint takes is taken from the body where there is no other place for it. `header`:
/// there is one.
[[nodiscard]] Room room_in(Size size, int hint_lines, bool header = true);

} // namespace kindly::screen
