// SPDX-License-Identifier: MIT
// `kindly erase` at a terminal, and while a practice is going on.
#include "program/child.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace kindly::tests {
namespace {

using testing::HasSubstr;

Finished answered(const TemporaryHome& home, const std::string& answer) {
    Child child(home, {"erase"}, Child::On::terminal);
    child.wait_for("[y/N]");
    child.send(answer);
    const int status = child.wait();
    return {status, child.output()};
}

/// Where the log is, whatever the environment calls the data folder.
bool has_log(const TemporaryHome& home) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path())) {
        if (entry.path().filename() == "practice.db") { return true; }
    }
    return false;
}

TEST(Erase, AsksAtATerminalAndOnlyAYesRemoves) {
    const TemporaryHome home;
    ASSERT_EQ(finished(home, {"practice", "look", "--instant", "--guide", "events"}).status, 0);
    ASSERT_TRUE(has_log(home));
    for (const char* no : {"\n", "n\n", "perhaps\n", "\x04"}) {
        const Finished done = answered(home, no);
        EXPECT_EQ(done.status, 0);
        EXPECT_THAT(done.output, HasSubstr("practice.db"));
        EXPECT_THAT(done.output, HasSubstr("Nothing was removed."));
        EXPECT_TRUE(has_log(home));
    }
    const Finished done = answered(home, "y\n");
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(done.output, HasSubstr("It is gone"));
    EXPECT_FALSE(has_log(home));
}

TEST(Erase, IsRefusedWhileAPracticeIsGoingOn) {
    const TemporaryHome home;
    {
        Child practice(home, {"practice", "look", "--guide", "events"});
        practice.wait_for_event("section"); // it is in the log from here on
        EXPECT_EQ(finished(home, {"erase", "--yes"}).status, 1);
        EXPECT_TRUE(has_log(home));
        practice.kill(SIGKILL); // its lock file stays behind, and nobody holds it
        practice.wait();
    }
    EXPECT_TRUE(has_log(home));
    EXPECT_EQ(finished(home, {"erase", "--yes"}).status, 0);
    EXPECT_FALSE(has_log(home));
}

} // namespace
} // namespace kindly::tests
