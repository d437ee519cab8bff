// SPDX-License-Identifier: MIT
// Text as a row of cells, cut at the edges: where each character stands is decided here, so that ncurses and
// the terminal cannot come to different results. Knows neither of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kindly::screen {

struct Character {
    std::wstring text; ///< a character and the marks on it
    int width = 1;     ///< columns
    bool operator==(const Character&) const = default;
};

struct Cells {
    int column = 0; ///< of the first one
    std::vector<Character> characters;
};

/// The part of `text`, standing at `column`, that falls into columns 0 to `columns` - 1. A wide character
/// that an edge cuts in half leaves a blank.
[[nodiscard]] Cells cells_of(std::string_view text, int column, int columns);

} // namespace kindly::screen
