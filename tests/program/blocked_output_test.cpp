// SPDX-License-Identifier: MIT
// A reader that has stopped reading, and a terminal that Ctrl-S has stopped: whoever wants to leave can.
#include "program/child.hpp"
#include "program/comes_true.hpp"

#include <gtest/gtest.h>

using namespace kindly::tests;

namespace {

void expect_interrupted(const TemporaryHome& home) {
    const auto log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["status"], "interrupted");
}

} // namespace

TEST(BlockedOutput, ASignalEndsAnEventStreamThatNobodyReads) {
    const TemporaryHome home;
    Child child(home, {"practice", "look", "--guide", "events"});
    child.wait_for_event("started");
    std::string nonsense;
    constexpr int more_than_a_pipe_holds = 5000; // each is refused, in a line of its own
    for (int line = 0; line < more_than_a_pipe_holds; ++line) { nonsense += "nonsense\n"; }
    child.send(nonsense);
    const std::string pipe = "/proc/self/fd/" + std::to_string(child.unread());
    const int other_end = ::open(pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(other_end, 0);
    ASSERT_TRUE(comes_true([&] {
        pollfd room{other_end, POLLOUT, 0};
        return ::poll(&room, 1, 0) == 0;
    }));
    ::close(other_end);
    child.kill(SIGTERM);
    EXPECT_EQ(child.wait_unread(), 128 + SIGTERM);
    expect_interrupted(home);
}

TEST(BlockedOutput, ASignalEndsAPlainPracticeBehindCtrlS) {
    const TemporaryHome home;
    Child child(home, {"practice", "look", "--guide", "plain"}, Child::On::terminal);
    child.wait_for("This one only looks outward");
    child.send("\x13?\n");
    child.kill(SIGTERM);
    EXPECT_EQ(child.wait_unread(), 128 + SIGTERM);
    expect_interrupted(home);
}

TEST(BlockedOutput, CtrlCBehindCtrlSIsStillAKindStop) {
    const TemporaryHome home;
    Child child(home, {"practice", "look", "--guide", "plain"}, Child::On::terminal);
    child.wait_for("This one only looks outward");
    child.send("\x13?\n\x03");
    child.wait_for("That is all right.");
    EXPECT_EQ(child.wait(), 0);
}
