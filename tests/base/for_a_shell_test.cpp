// SPDX-License-Identifier: MIT
// Names of files in commands that people copy: a shell takes them as one word, and never as an option.
#include "base/text.hpp"

#include <gtest/gtest.h>

using namespace kindly;

TEST(ForAShell, LeavesPlainNamesAsTheyAre) {
    EXPECT_EQ(for_a_shell("/home/sam/evenings-2.kindly.json"), "/home/sam/evenings-2.kindly.json");
}

TEST(ForAShell, QuotesWhatAShellWouldTakeApart) {
    EXPECT_EQ(for_a_shell("my own.json"), "'my own.json'");
    EXPECT_EQ(for_a_shell("sam's.json"), "'sam'\\''s.json'");
    EXPECT_EQ(for_a_shell("a$b"), "'a$b'");
    EXPECT_EQ(for_a_shell("~x"), "'~x'");
    EXPECT_EQ(for_a_shell(""), "''");
}

TEST(ForAShell, NeverLooksLikeAnOption) {
    EXPECT_EQ(for_a_shell("-x.json"), "./-x.json");
    EXPECT_EQ(for_a_shell("-x y.json"), "'./-x y.json'");
}
