// SPDX-License-Identifier: MIT
// Row 14 of the accessibility table: the alternate screen. However a practice ends, nothing that stood on the
// screen or was typed is on the main screen or in its history; and plain lines, which stay, say so.
#include "states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

struct WayOut {
    std::string name;
    std::vector<Press> presses; ///< from the text that is being written; the last one ends it
    int signal;
    int status;
};

void PrintTo(const WayOut& way, std::ostream* out) { *out << way.name; }

const std::string words = "nobody else knows";

void expect_no_traces(const ScreenChild& child) {
    const std::string left = child.left_behind();
    for (const std::string& text :
         {words, std::string("nobody"), std::string("What would help?"), std::string("One of each"),
          std::string("All of them"), std::string("Words to read."), std::string("You wrote this"),
          std::string("Look around"), std::string("That is enough")}) {
        EXPECT_THAT(left, Not(HasSubstr(text)));
    }
    EXPECT_EQ(child.not_restored(), "");
}

class Row14 : public testing::TestWithParam<WayOut> {};

TEST_P(Row14, LeavesNoTrace) {
    const WayOut& way = GetParam();
    const PractisingHome home;
    auto start = home.kindly({"practice", test_exercise("states")}, smallest_screen,
                             {"ASAN_OPTIONS=handle_segv=0:handle_abort=0"});
    ScreenChild child(start);
    go_to(child, state("writing"));
    child.send_keys(words + " ");
    for (int line = 0; line < 30; ++line) {
        child.send_keys(std::to_string(line) + " " + words + keys::enter);
    }
    child.send_keys("the end of it");
    child.wait_for_text("the end of it");
    for (std::size_t at = 0; at < way.presses.size(); ++at) {
        child.send_keys(way.presses[at].keys);
        if (!way.presses[at].then.empty()) { child.wait_for_text(way.presses[at].then); }
    }
    if (way.signal != 0) { child.kill(way.signal); }
    EXPECT_EQ(child.wait(), way.status);
    expect_no_traces(child);
}

const std::string stop_line = "That is enough for now.";

INSTANTIATE_TEST_SUITE_P(
    By, Row14,
    testing::Values(
        WayOut{"the_end",
               {{keys::ctrl('d'), "You wrote this:"},
                {"\r", "How distressed"},
                {"2\r", "The last words."},
                {"\r", "Look around"},
                {"\r", "That was all."},
                {"\r", "Would you like to keep"},
                {"\r", "Enter close"},
                {"\r", ""}},
               0,
               0},
        WayOut{"stopping_twice", {{keys::alt("q"), stop_line}, {"q", ""}}, 0, 0},
        WayOut{"Ctrl_C_twice", {{keys::ctrl('c'), stop_line}, {keys::ctrl('c'), ""}}, 0, 0},
        WayOut{"stopping_while_hidden", {{keys::alt("x"), "x show"}, {"q", "q leave now"}, {"q", ""}}, 0, 0},
        WayOut{"SIGTERM", {}, SIGTERM, 143}, WayOut{"SIGHUP", {}, SIGHUP, 129},
        WayOut{"SIGINT", {}, SIGINT, 130}, WayOut{"SIGSEGV", {}, SIGSEGV, 139},
        WayOut{"SIGABRT", {}, SIGABRT, 134}, WayOut{"SIGQUIT", {}, SIGQUIT, 131}),
    [](const auto& which) { return which.param.name; });

TEST(Row14Stopped, LeavesNoTraceWhileItIsStoppedNorWhenItIsKilledThere) {
    for (const int signal : {SIGKILL, SIGTERM, SIGHUP}) {
        const PractisingHome home;
        ScreenChild child(home.kindly({"practice", test_exercise("states")}));
        go_to(child, state("writing"));
        child.send_keys(words);
        child.wait_for_text(words);
        child.send_keys(keys::ctrl('z'));
        child.wait_until_stopped();
        expect_no_traces(child);
        child.kill(signal);
        child.go_on_in_background();
        EXPECT_EQ(child.wait(), 128 + signal);
        expect_no_traces(child);
    }
}

TEST(Row14Plain, PlainLinesOnATerminalSayThatTheyStay) {
    const PractisingHome home;
    ScreenChild child(
        home.kindly({"practice", test_exercise("states"), "--unrecorded", "--plain"}, large_screen));
    child.wait_for_text("stays in this terminal's history");
    EXPECT_FALSE(child.in_alternate_screen());
    child.send_keys("q\r");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.left_behind(), HasSubstr("One of each")) << "and it is so";
}

} // namespace

} // namespace kindly::tests
