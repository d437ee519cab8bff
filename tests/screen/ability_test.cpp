// SPDX-License-Identifier: MIT
#include "screen/ability.hpp"

#include <gtest/gtest.h>

namespace kindly::screen {
namespace {

TEST(Ability, of_usual_terminals_is_enough) {
    for (const char* name : {"xterm", "xterm-256color", "screen", "linux", "vt100"}) {
        const Ability ability = terminal_ability(name);
        EXPECT_TRUE(ability.known) << name;
        EXPECT_TRUE(ability.usable) << name;
    }
    EXPECT_EQ(terminal_ability("xterm-256color").colours, 256);
    EXPECT_EQ(terminal_ability("xterm").colours, 8);
    EXPECT_EQ(terminal_ability("vt100").colours, 0);
}

TEST(Ability, of_a_simple_terminal_is_not) {
    const Ability dumb = terminal_ability("dumb");
    EXPECT_TRUE(dumb.known);
    EXPECT_FALSE(dumb.usable);
    for (const char* name : {"", "no-such-terminal", "../../etc/passwd", "a\x1b[31mb"}) {
        EXPECT_FALSE(terminal_ability(name).known) << name;
        EXPECT_FALSE(terminal_ability(name).usable) << name;
    }
}

TEST(Ability, is_the_same_when_asked_again) {
    for (int times = 0; times < 100; ++times) {
        EXPECT_EQ(terminal_ability("xterm-256color").colours, 256);
        EXPECT_FALSE(terminal_ability("no-such-terminal").known);
    }
}

} // namespace
} // namespace kindly::screen
