// SPDX-License-Identifier: MIT
// Row 15 of the accessibility table: every state at 40x12 and at 200x60, and from one size to another.
#include "states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

class Row15 : public testing::TestWithParam<std::string> {};

constexpr TerminalSize too_small{8, 30};

/// One that stands there in a window that has always had this size.
struct Untouched {
    Untouched(const State& state, TerminalSize size) : child(start_of(home, state, size)) {
        go_to(child, state);
    }
    const PractisingHome home;
    ScreenChild child;
};

TEST_P(Row15, IsTheSameHoweverTheWindowBecameSoLarge) {
    const State& here = state(GetParam());
    const bool moves = here.name == "silence" || here.name == "breathing";
    const PractisingHome home;
    ScreenChild child(start_of(home, here, usual_screen));
    go_to(child, here);
    for (const TerminalSize size : {smallest_screen, large_screen, smallest_screen, usual_screen}) {
        child.resize(too_small.rows, too_small.columns);
        child.wait_for_text("A little more room, please.");
        child.resize(size.rows, size.columns);
        child.wait_for_text(here.shows);
        Untouched other(here, size);
        other.child.wait_until_it_waits();
        EXPECT_THAT(other.child.all_text(), testing::Not(testing::HasSubstr("…"))) << "nothing is cut";
        EXPECT_LT(other.child.cursor().row, size.rows);
        EXPECT_LT(other.child.cursor().column, size.columns);
        if (moves) { continue; } // by the time it stands there it is another one
        const auto same = [&] {
            other.child.take_in(); // both go on: either may have drawn only half of it, or an earlier moment
            return child.all_text() == other.child.all_text();
        };
        try {
            child.wait_until(same, "the same at " + in_words(size));
        } catch (const std::runtime_error& failure) {
            FAIL() << failure.what() << "\nand in a window that has always been so large:\n"
                   << other.child.all_text();
        }
    }
    child.kill(SIGTERM);
    EXPECT_EQ(child.wait(), here.name == "ending" ? 0 : 143) << "the ending is kept already";
    EXPECT_EQ(child.not_restored(), "");
}

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& state : states()) { all.push_back(state.name); }
    return all;
}

INSTANTIATE_TEST_SUITE_P(In, Row15, testing::ValuesIn(names()),
                         [](const auto& which) { return which.param; });

TEST(Row15Typing, WordsAreAllThereInEachSize) {
    const PractisingHome home;
    ScreenChild child(start_of(home, state("writing"), usual_screen));
    go_to(child, state("writing"));
    const std::string words = "each of these words stays on the screen in every size, one after the other";
    child.send_keys(words);
    for (const TerminalSize size : {smallest_screen, large_screen, TerminalSize{13, 41}, usual_screen}) {
        child.resize(size.rows, size.columns);
        child.wait_for_text(words);
    }
    child.send_keys(" here");
    child.wait_for_text(words + " here");
}

} // namespace

} // namespace kindly::tests
