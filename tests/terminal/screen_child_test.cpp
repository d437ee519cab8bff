// SPDX-License-Identifier: MIT
// The harness itself, with a shell as the program: what it says must be so.
#include "screen_child.hpp"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

ScreenChild::Start shell(const std::string& script) { return {.command = {"/bin/sh", "-c", script}}; }

TEST(ScreenChildTest, ShowsWhatStandsOnTheScreen) {
    ScreenChild child(shell("printf 'one\\r\\n\\033[1mtwo\\033[m \\033[38;5;240mthree'; read line; exit 3"));
    child.wait_for_text("one two three");
    EXPECT_EQ(child.row(0), "one");
    EXPECT_EQ(child.row(1), "two three");
    EXPECT_TRUE(child.cell(1, 0).bold);
    EXPECT_EQ(child.cell(1, 4).foreground, 240);
    EXPECT_EQ(child.cell(1, 0).foreground, -1);
    EXPECT_EQ(child.cursor(), (Cursor{1, 9, true}));
    child.send_keys("\r");
    EXPECT_EQ(child.wait(), 3);
}

TEST(ScreenChildTest, KnowsTheAlternateScreenAndWhatIsLeftBehind) {
    ScreenChild child(
        shell("echo kept; printf '\\033[?1049h\\033[Hhidden'; read line; printf '\\033[?1049l'"));
    child.wait_for_text("hidden");
    EXPECT_TRUE(child.in_alternate_screen());
    child.send_keys("\r");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_FALSE(child.in_alternate_screen());
    EXPECT_THAT(child.left_behind(), HasSubstr("kept"));
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("hidden")));
}

TEST(ScreenChildTest, RemembersWhatScrolledOff) {
    ScreenChild child(shell("for n in 1 2 3 4 5 6 7 8 9; do echo line $n; done; read line"));
    child.wait_for_text("line 9");
    child.resize(4, 20);
    child.send_keys("\r");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.left_behind(), HasSubstr("line 1\n"));
}

TEST(ScreenChildTest, SeesModesThatAreNotPutBack) {
    ScreenChild child(shell("printf '\\033[?25l\\033[?2004h'; stty -echo; read line"));
    child.wait_until([&] { return !child.cursor().shown; }, "the cursor to go");
    child.send_keys("\r");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "modes; cursor; marks around pastes; ");
}

TEST(ScreenChildTest, StopsAndGoesOnAsUnderAShell) {
    ScreenChild child(shell("echo ready; read line; echo heard $line"));
    child.wait_for_text("ready");
    child.send_keys(keys::ctrl('z'));
    child.wait_until_stopped();
    child.bring_to_foreground();
    child.send_keys("you\r");
    child.wait_for_text("heard you");
    EXPECT_EQ(child.wait(), 0);
}

TEST(ScreenChildTest, CountsKeysThatNobodyReads) {
    ScreenChild child(shell("echo ready; exec sleep 600"));
    child.wait_for_text("ready");
    EXPECT_EQ(child.unread_keys(), 0U);
    child.send_keys("abc\r");
    child.wait_until([&] { return child.unread_keys() == 4; }, "four unread keys");
}

TEST(ScreenChildTest, TellsHowItEnded) {
    ScreenChild child(shell("echo ready; read line"));
    child.wait_for_text("ready");
    child.kill(SIGTERM);
    EXPECT_EQ(child.wait(), 128 + SIGTERM);
}

TEST(ScreenChildTest, AClosedWindowIsAHangup) {
    ScreenChild child(shell("echo ready; exec sleep 600"));
    child.wait_for_text("ready");
    child.hang_up();
    EXPECT_EQ(child.wait(), 128 + SIGHUP);
}

TEST(ScreenChildTest, GivesUpWhereTheProgramEnds) {
    ScreenChild child(shell("echo only this"));
    EXPECT_THROW(child.wait_for_text("something else"), std::runtime_error);
}

TEST(ScreenChildTest, TheEnvironmentIsWhatWasAskedFor) {
    ScreenChild child({.command = {"/usr/bin/env"}, .variables = {"NO_COLOR=1"}, .term = "vt100"});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_TRUE(child.shows("NO_COLOR=1"));
    EXPECT_TRUE(child.shows("TERM=vt100"));
    EXPECT_FALSE(child.shows("TMPDIR"));
}

TEST(ScreenChildTest, TwoAtATimeEndByThemselves) {
    auto first = std::make_unique<ScreenChild>(shell("echo ready; read line"));
    ScreenChild second(shell("echo ready; read line"));
    second.wait_for_text("ready");
    first.reset();
    second.send_keys("\r");
    EXPECT_EQ(second.wait(), 0);
}

} // namespace

} // namespace kindly::tests
