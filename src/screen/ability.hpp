// SPDX-License-Identifier: MIT
// What the terminal named by TERM can do, as terminfo tells. Changes nothing and draws nothing.
#pragma once

#include <string>

namespace kindly::screen {

struct Ability {
    bool known = false;  ///< terminfo has it
    bool usable = false; ///< its cursor can be moved and its lines cleared: enough for the screen guide
    int colours = 0;     ///< 0 without any
};

/// `name`: the value of TERM. While there is a Terminal, ask it instead.
[[nodiscard]] Ability terminal_ability(const std::string& name);

} // namespace kindly::screen
