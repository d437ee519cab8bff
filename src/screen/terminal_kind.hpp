// SPDX-License-Identifier: MIT
// What terminfo says of the terminal that TERM names: the ways in and out, and what its keys send. Knows
// nothing of drawing.
#pragma once

#include "screen/keyboard.hpp"

#include <string>
#include <vector>

namespace kindly::screen {

struct TerminalKind {
    std::string other_screen; ///< the way in, first half: the alternate screen, where there is one
    std::string modes_on;     ///< second half: keypad, marks around pastes
    std::string way_out;      ///< all of that undone, cursor shown, nothing left to read
    std::string show_cursor;  ///< may be empty: it cannot be hidden
    std::string hide_cursor;
    int colours = 0;
    bool backspace_is_control_h = false;
    std::vector<Keyboard::Named> keys;
};

/// Throws Failure (environment) where TERM is not known, or cannot do what is needed.
[[nodiscard]] TerminalKind terminal_kind(int descriptor);

} // namespace kindly::screen
