// SPDX-License-Identifier: MIT
// The page of `today` on a real terminal: single keys, all of it readable on a small one, nothing left
// behind.
#include "states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

const std::string title = "Here in the room";

TEST(Today, FirstTimeFitsTheScreenAndNothingOfItIsLeftBehind) {
    for (const TerminalSize size : {usual_screen, smallest_screen, large_screen}) {
        const PractisingHome home;
        ScreenChild today(home.kindly({}, size));
        today.wait_for_text(title);
        EXPECT_TRUE(today.shows("They are not therapy, and they are not emergency help.")) << in_words(size);
        EXPECT_TRUE(today.shows("nothing in it needs answering")) << today.all_text();
        for (const char* key :
             {"Enter begin", "g steady me now", "t quiet timer", "l list", "? people to reach", "q leave"}) {
            EXPECT_TRUE(today.shows(key)) << key << " " << in_words(size);
        }
        today.send_keys("x"); // of no use here, and no harm
        today.send_keys("q");
        EXPECT_EQ(today.wait(), 0);
        EXPECT_EQ(today.not_restored(), "");
        EXPECT_THAT(today.left_behind(), Not(HasSubstr(title)));
    }
}

TEST(Today, EachKeyLeadsWhereItSays) {
    const std::pair<const char*, const char*> keys_and_words[] = {{"?", "local emergency number"},
                                                                  {"l", "starter"},
                                                                  {"g", "q stop"},
                                                                  {"G", "q stop"},
                                                                  {"t", "Enter end"}};
    for (const auto& [key, words] : keys_and_words) {
        const PractisingHome home;
        ScreenChild today(home.kindly({"today"}, {60, 100}));
        today.wait_for_text(title);
        today.send_keys(key);
        today.wait_until([&] { return !today.shows(title) || today.shows(words); }, "what the key leads to");
        today.wait_for_text(words);
    }
}

TEST(Today, EscapeAndControlCLeave) {
    for (const std::string& key : {std::string("\033"), keys::ctrl('c')}) {
        const PractisingHome home;
        ScreenChild today(home.kindly({"today"}));
        today.wait_for_text(title);
        today.send_keys(key);
        EXPECT_EQ(today.wait(), 0);
        EXPECT_EQ(today.not_restored(), "");
    }
}

TEST(Today, ASignalLeavesTheTerminalAsItWas) {
    for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
        const PractisingHome home;
        ScreenChild today(home.kindly({"today"}));
        today.wait_for_text(title);
        today.kill(signal);
        EXPECT_EQ(today.wait(), 128 + signal);
        EXPECT_EQ(today.not_restored(), "");
    }
}

TEST(Today, AnotherSizeIsDrawnAnew) {
    const PractisingHome home;
    ScreenChild today(home.kindly({"today"}));
    today.wait_for_text(title);
    today.resize(smallest_screen.rows, smallest_screen.columns);
    today.wait_until(
        [&] { return today.shows("q leave") && today.row(11).find("q leave") != std::string::npos; },
        "the keys on the last row of the small screen");
    EXPECT_TRUE(today.shows(title));
}

TEST(Today, LinesWithAPromptWhereThatIsAskedFor) {
    for (const std::vector<std::string>& variables :
         {std::vector<std::string>{"ACCESSIBLE=1"}, std::vector<std::string>{"TERM=dumb"}}) {
        const PractisingHome home;
        ScreenChild today(home.kindly({"today"}, usual_screen, variables));
        today.wait_for_text(title);
        today.wait_for_text(">");
        EXPECT_THAT(today.raw(), Not(HasSubstr("\033[?1049h")));
        today.send_keys("z\r");
        today.wait_for_text("That key does nothing here.");
        today.send_keys("q\r");
        EXPECT_EQ(today.wait(), 0);
    }
}

} // namespace

} // namespace kindly::tests
