// SPDX-License-Identifier: MIT
#include "screen/ability.hpp"

#include <algorithm>
#include <unistd.h>

#include <curses.h>
#include <term.h> // defines many short names: after all others

namespace kindly::screen {

namespace {

/// tigetstr's parameter is not const in every version.
bool has(const char* capability) {
    const char* found = tigetstr(const_cast<char*>(capability));
    return found != nullptr && found != reinterpret_cast<const char*>(-1);
}

} // namespace

Ability terminal_ability(const std::string& name) {
    Ability ability;
    if (name.empty()) { return ability; }
    TERMINAL* const before = cur_term;
    int error = 0; // with it, a terminal that is not known does not end the program
    const bool known = setupterm(const_cast<char*>(name.c_str()), STDOUT_FILENO, &error) == OK && error == 1;
    if (known) {
        ability.known = true;
        ability.usable = has("cup") && has("clear") && has("el") && tigetflag(const_cast<char*>("hc")) <= 0;
        ability.colours = std::max(0, tigetnum(const_cast<char*>("colors")));
        del_curterm(cur_term);
    }
    set_curterm(before);
    return ability;
}

} // namespace kindly::screen
