// SPDX-License-Identifier: MIT
// However it ends: the terminal is as it was, and nothing that stood on the screen can be read afterwards.
#include "painting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

struct End {
    const char* name;
    std::string keys;
    int signal;
    int status;
};

class EndsTest : public testing::TestWithParam<End> {};

TEST_P(EndsTest, PutsEverythingBack) {
    ScreenChild child(painter());
    wait_for_picture(child);
    EXPECT_TRUE(child.in_alternate_screen());
    EXPECT_NE(child.not_restored(), "");
    child.send_keys("secretC"); // and the cursor is hidden
    child.wait_until([&] { return !child.cursor().shown; }, "the cursor to be hidden");
    child.wait_for_text("7: character C");
    if (GetParam().signal != 0) {
        child.kill(GetParam().signal);
    } else {
        child.send_keys(GetParam().keys);
    }
    EXPECT_EQ(child.wait(), GetParam().status);
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("character")));
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("size")));
    EXPECT_FALSE(child.title_set());
    EXPECT_THAT(child.raw(), Not(HasSubstr("\033]"))); // no OSC: no title, no palette
}

INSTANTIATE_TEST_SUITE_P(
    All, EndsTest,
    testing::Values(End{"normally", "Q", 0, 0}, End{"by_an_exception", "X", 0, 9},
                    End{"aborting", "A", 0, 128 + SIGABRT}, End{"by_a_wrong_address", "N", 0, 128 + SIGSEGV},
                    End{"out_of_stack", "O", 0, 128 + SIGSEGV},
                    End{"by_Ctrl_C", keys::ctrl('c'), 0, 128 + SIGINT},
                    End{"told_to", "", SIGTERM, 128 + SIGTERM}, End{"by_SIGHUP", "", SIGHUP, 128 + SIGHUP},
                    End{"by_SIGINT", "", SIGINT, 128 + SIGINT}, End{"by_SIGQUIT", "", SIGQUIT, 128 + SIGQUIT},
                    End{"by_SIGSEGV", "", SIGSEGV, 128 + SIGSEGV}, End{"by_SIGBUS", "", SIGBUS, 128 + SIGBUS},
                    End{"by_SIGFPE", "", SIGFPE, 128 + SIGFPE}, End{"by_SIGILL", "", SIGILL, 128 + SIGILL}),
    [](const auto& which) { return std::string(which.param.name); });

class TermTest : public testing::TestWithParam<const char*> {};

TEST_P(TermTest, LeavesNothingToRead) {
    ScreenChild child(painter({.arguments = {}, .term = GetParam()}));
    wait_for_picture(child);
    child.send_keys("Q");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("size")));
    EXPECT_THAT(child.raw(), Not(HasSubstr("\033]")));
    EXPECT_THAT(child.raw(), Not(HasSubstr("$<")));
}

INSTANTIATE_TEST_SUITE_P(All, TermTest,
                         testing::Values("xterm-256color", "xterm", "screen", "screen-256color",
                                         "tmux-256color", "linux", "vt100", "vt220", "rxvt-unicode-256color",
                                         "xterm-mono"),
                         [](const auto& which) {
                             std::string name = which.param;
                             for (char& letter : name) { letter = letter == '-' ? '_' : letter; }
                             return name;
                         });

TEST(WaysOutTest, CtrlZLeavesTheScreenAndFgComesBack) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.send_keys("ab");
    child.wait_for_text("2: character b");
    child.send_keys(keys::ctrl('z'));
    child.wait_until_stopped();
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("character")));
    child.resize(20, 60); // meanwhile
    child.bring_to_foreground();
    child.wait_for_text("size 20x60");
    EXPECT_TRUE(child.in_alternate_screen());
    child.wait_for_text("2: character b");
    child.send_keys(keys::left);
    child.wait_for_text("3: left");
    child.send_keys(keys::ctrl('z')); // and once more
    child.wait_until_stopped();
    EXPECT_EQ(child.not_restored(), "");
    child.bring_to_foreground();
    child.wait_until([&] { return child.in_alternate_screen(); }, "the screen to come back");
    child.send_keys("Q");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("character")));
}

TEST(WaysOutTest, BeingStoppedUnaskedIsMendedOnTheWayBack) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.kill(SIGSTOP);
    child.wait_until_stopped();
    const auto before = child.mark();
    child.bring_to_foreground();
    child.wait_until([&] { return child.raw().find("accent", before) != std::string::npos; },
                     "all of it again");
    child.send_keys("Q");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
}

TEST(WaysOutTest, ToldToEndInTheBackgroundItEndsAndLeavesTheModesAlone) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.kill(SIGSTOP);
    child.wait_until_stopped();
    child.kill(SIGTERM);
    child.go_on_in_background();
    EXPECT_EQ(child.wait(), 128 + SIGTERM);     // and is not stopped by the system for touching the terminal
    EXPECT_EQ(child.not_restored(), "modes; "); // they are the shell's by now
}

TEST(WaysOutTest, AnEditorGetsAnOrdinaryTerminal) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.send_keys("C");
    child.wait_until([&] { return !child.cursor().shown; }, "the cursor to be hidden");
    child.send_keys("V");
    child.wait_for_text("2: character V");
    EXPECT_TRUE(child.in_alternate_screen());
    EXPECT_FALSE(child.cursor().shown);
    child.paste("words");
    child.wait_for_text("3: paste 5");
    child.send_keys("Q");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), HasSubstr("visited\ncooked"));
}

TEST(WaysOutTest, ADeadTerminalEndsItEvenWithoutASignal) {
    ScreenChild child(painter({.arguments = {"no-hangup"}}));
    wait_for_picture(child);
    child.hang_up();
    EXPECT_EQ(child.wait(), 129);
}

TEST(WaysOutTest, KeysThatCameTooLateDoNotReachTheShell) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.kill(SIGSTOP);
    child.wait_until_stopped();
    child.send_keys("my words\r"); // while nobody reads
    child.wait_until([&] { return child.unread_keys() > 0; }, "the keys to be there");
    child.kill(SIGTERM);
    child.bring_to_foreground();
    EXPECT_EQ(child.wait(), 128 + SIGTERM);
    EXPECT_EQ(child.unread_keys(), 0U);
    EXPECT_EQ(child.not_restored(), "");
}

TEST(WaysOutTest, NoHandlerOfNcursesStays) {
    ScreenChild child(painter({.arguments = {"handlers"}}));
    EXPECT_EQ(child.wait(), 0);
    EXPECT_TRUE(child.shows("all as they were, and afterwards"));
}

TEST(WaysOutTest, ATerminalThatIsNotKnownIsToldPlainly) {
    ScreenChild child(painter({.arguments = {}, .term = "no-such-terminal"}));
    EXPECT_EQ(child.wait(), 1);
    EXPECT_TRUE(child.shows("TERM=\"no-such-terminal\""));
    EXPECT_TRUE(child.shows("--plain"));
    EXPECT_EQ(child.not_restored(), "");
}

TEST(WaysOutTest, ATerminalWithoutAScreenIsToldPlainly) {
    ScreenChild child(painter({.arguments = {}, .term = "dumb"}));
    EXPECT_EQ(child.wait(), 1);
    EXPECT_TRUE(child.shows("can show lines, but not a screen"));
    EXPECT_EQ(child.raw().find('\033'), std::string::npos);
}

} // namespace

} // namespace kindly::tests
