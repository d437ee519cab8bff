// SPDX-License-Identifier: MIT
// A quiet sit and grounding as the system meets them: a window that is closed, signals, and what is opened at
// all.
#include "program/child.hpp"

#include <fstream>
#include <sys/inotify.h>

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

json log_once_ended(const TemporaryHome& home, Child& child) {
    child.wait();
    return log_of(home);
}

/// How many files, and folders, were opened in a folder meanwhile.
int opened_in(const std::filesystem::path& folder, const std::function<void()>& meanwhile) {
    const int watcher = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    EXPECT_GE(::inotify_add_watch(watcher, folder.c_str(), IN_OPEN), 0);
    meanwhile();
    alignas(inotify_event) char events[65536];
    int count = 0;
    for (;;) {
        const ssize_t got = ::read(watcher, events, sizeof events);
        if (got <= 0) { break; }
        for (ssize_t at = 0; at < got; ++count) {
            at += static_cast<ssize_t>(sizeof(inotify_event) +
                                       reinterpret_cast<const inotify_event*>(events + at)->len);
        }
    }
    ::close(watcher);
    return count;
}

} // namespace

TEST(Sit, AWindowThatIsClosedLeavesItInTheLogAsInterrupted) {
    const TemporaryHome home;
    Child child(home, {"sit", "--guide", "plain"}, Child::On::terminal);
    child.wait_for("as long as you like");
    child.hang_up();
    const json log = log_once_ended(home, child);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["exercise"], "sit");
    EXPECT_EQ(log[0]["status"], "interrupted");
    EXPECT_TRUE(log[0]["planned_seconds"].is_null());
    EXPECT_TRUE(log[0]["answers"].empty());
}

TEST(Sit, ASignalEndsItAsInAPractice) {
    const TemporaryHome home;
    Child child(home, {"sit", "20m", "--guide", "events"});
    child.wait_for_event("bell");
    child.kill(SIGTERM);
    EXPECT_EQ(child.wait(), 143);
    EXPECT_EQ(log_of(home)[0]["status"], "interrupted");
}

TEST(Sit, EnterEndsOneWithoutALengthAndTheTimeIsToldOnRequest) {
    const TemporaryHome home;
    Child child(home, {"sit", "--guide", "plain", "--unrecorded"}, Child::On::terminal);
    child.wait_for("(c and Enter tells the time.)");
    child.send("c\n");
    child.wait_for("so far.");
    child.send("\n");
    child.wait_for("The quiet ends here.");
    child.wait_for("You did this for");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_TRUE(log_of(home).empty());
}

TEST(Ground, NeitherItNorTheVersionLooksThroughTheExercises) {
    const TemporaryHome home;
    const auto folder = home.path() / ".local/share/kindly/exercises";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(KINDLY_SOURCE_DIR "/exercises/look.json", folder / "look.json");
    const auto opened = [&](const std::vector<std::string>& arguments) {
        return opened_in(folder, [&] { EXPECT_EQ(finished(home, arguments).status, 0); });
    };
    EXPECT_EQ(opened({"--version"}), 0);
    EXPECT_EQ(opened({"ground", "--instant"}), 0);
    EXPECT_GT(opened({"list"}), 0) << "or this would see nothing";
}

TEST(Ground, OnATerminalOwnWordsStayUntilThePersonGoesOn) {
    const TemporaryHome home;
    const auto file = home.path() / "plan.json";
    std::filesystem::copy_file(KINDLY_SOURCE_DIR "/tests/cases/ground/closing-plan/files/plan.json", file);
    ASSERT_EQ(finished(home, {"practice", file.string()}, "Call Sam.\n.\n1\n").status, 0);
    Child child(home, {"ground", "--guide", "plain"}, Child::On::terminal);
    child.wait_for("\"Call Sam.\"");
    child.wait_for("(Enter to go on.)");
    child.send("\n");
    child.wait_for("Everything else can wait.");
    child.send("q\n");
    child.wait_for("Enter: a short closing. q: leave now.");
    child.send("q\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home).size(), 1U) << "grounding is not recorded";
}
