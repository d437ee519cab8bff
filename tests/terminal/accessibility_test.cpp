// SPDX-License-Identifier: MIT
// What people rely on who listen, enlarge the screen, or want no motion: the rows 7, 10 and 11 of the
// accessibility table, at the terminal. Row 14 is accessibility_traces_test, row 15 accessibility_sizes_test;
// all others are in tests/program/accessibility_test.
#include "states.hpp"

#include <memory>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

// Row 7: the cursor is parked at the focus, where magnifiers and screen readers follow it.

struct Focus {
    std::string state;
    std::string keys;   ///< pressed there
    std::string before; ///< what stands right before the cursor
    std::string at;     ///< what begins under it
    bool shown = false; ///< something is typed there
};

void PrintTo(const Focus& focus, std::ostream* out) { *out << focus.state; }

std::vector<Focus> focuses() {
    return {{"warning", "", " ", "Only a test of keys."},
            {"reading", "", " ", "Words to"},
            {"silence", "", " ", "A long rest."},
            {"breathing", "", " ", "In"},
            {"scale", "5", "[", "5]"},
            {"choice", "2", " ", "› 2  A short walk"},
            {"choices", keys::down, " ", "› [ ] 2  Some rain"},
            {"yes_no", "n", " ", "› n  no"},
            {"number", "7", " › 7", "", true},
            {"writing", "some words", "some words", "", true},
            {"escaped", "", " ", "", true},
            {"recall", "", " ", "You wrote this:"},
            {"check_in", "4", "[", "4]"},
            {"offer", keys::down, " ", "› 2  Go on"},
            {"consent", "ye", " › ye", "", true},
            {"grounding", "", " ", "Feel the floor."},
            {"grounded", "", " ", "› 1  Go on"},
            {"paused", "", " ", "A long rest."},
            {"help", "", " ", "To steady"},
            {"hidden", "", " ", "x show"},
            {"stop_line", keys::down, " ", "› 2  "},
            {"closing", "", " ", "Look around"},
            {"keep", keys::down, " ", "› 1  "},
            {"ending", "", " ", "You "}};
}

class Row7 : public testing::TestWithParam<Focus> {};

/// The row of the cursor, cut where it is.
std::pair<std::string, std::string> around_cursor(const ScreenChild& child) {
    const Cursor cursor = child.cursor();
    std::string before;
    for (int column = 0; column < cursor.column; ++column) {
        const std::string cell = child.cell(cursor.row, column).text;
        before += cell.empty() ? " " : cell;
    }
    const std::string row = child.row(cursor.row);
    return {before, row.size() > before.size() ? row.substr(before.size()) : ""};
}

TEST_P(Row7, TheCursorIsAtTheFocus) {
    const Focus& focus = GetParam();
    for (const TerminalSize size : {usual_screen, smallest_screen}) {
        const PractisingHome home;
        ScreenChild child(start_of(home, state(focus.state), size));
        go_to(child, state(focus.state));
        child.send_keys(focus.keys);
        child.wait_until(
            [&] {
                const auto [before, at] = around_cursor(child);
                return before.ends_with(focus.before) && at.starts_with(focus.at) &&
                       child.cursor().shown == focus.shown;
            },
            "the cursor between \"" + focus.before + "\" and \"" + focus.at + "\" at " + in_words(size));
    }
}

INSTANTIATE_TEST_SUITE_P(In, Row7, testing::ValuesIn(focuses()),
                         [](const auto& which) { return which.param.state; });

TEST(Row7All, EveryStateHasItsFocus) {
    std::set<std::string> held;
    for (const auto& focus : focuses()) { held.insert(focus.state); }
    for (const auto& one : states()) { EXPECT_TRUE(held.contains(one.name)) << one.name; }
}

// Row 10: with reduced motion at most one update a second, and words instead of shapes.

/// The pictures that come one after the other until `last` is to be seen.
std::vector<std::string> pictures_until(ScreenChild& child, const std::string& last) {
    std::vector<std::string> all{child.all_text()};
    const Cursor focus = child.cursor(); // it is elsewhere while half of a picture is there
    child.wait_until(
        [&] {
            if (child.cursor() != focus) { return false; }
            if (child.all_text() != all.back()) { all.push_back(child.all_text()); }
            return child.shows(last);
        },
        last);
    return all;
}

bool has_shapes(const std::string& picture) {
    for (const char* shape : {"⣿", "⣷", "⢀", "█", "▏", "▌"}) {
        if (picture.find(shape) != std::string::npos) { return true; }
    }
    return false;
}

TEST(Row10, ReducedMotionIsWordsOnceASecond) {
    for (const bool by_option : {false, true}) {
        for (const TerminalSize size : {usual_screen, smallest_screen}) {
            const PractisingHome home;
            auto start = start_of(home, state("breathing"), size);
            (by_option ? start.command : start.variables)
                .push_back(by_option ? "--reduced-motion" : "REDUCED_MOTION=1");
            ScreenChild child(start);
            go_to(child, state("breathing"));
            child.wait_for_text("In · 3");
            child.wait_until_it_waits();
            const auto mark = child.mark();
            const auto pictures = pictures_until(child, "Out · 6");
            EXPECT_EQ(pictures.size(), 4U)
                << "3, 2, 1, and out" << testing::PrintToString(pictures); // three seconds
            constexpr std::size_t most_for_a_second = 80;
            EXPECT_LE(child.bytes_since(mark), 3 * most_for_a_second);
            for (const auto& picture : pictures) { EXPECT_FALSE(has_shapes(picture)) << picture; }
        }
    }
}

TEST(Row10, NothingEasesIn) {
    const PractisingHome home;
    ScreenChild child(start_of(home, state("reading"), usual_screen, {"REDUCED_MOTION=1"}));
    go_to(child, state("reading"));
    child.wait_until_it_waits();
    const int row = child.row_of("Words to read.");
    const auto column = static_cast<int>(child.row(row).find("Words"));
    EXPECT_EQ(child.cell(row, column).foreground, -1) << "the terminal's own, at once";
    const auto mark = child.mark();
    ScreenChild clock(start_of(home, state("silence"), usual_screen));
    go_to(clock, state("silence"));
    clock.wait_for_text("4:58");
    child.take_in();
    EXPECT_EQ(child.bytes_since(mark), 0U);
}

TEST(Row10, WithoutItThereIsMotion) { // or the rest of this row would hold for nothing
    const PractisingHome home;
    ScreenChild child(start_of(home, state("breathing"), usual_screen));
    go_to(child, state("breathing"));
    child.wait_until_it_waits();
    const auto pictures = pictures_until(child, "Out");
    EXPECT_GT(pictures.size(), 10U);
    EXPECT_TRUE(has_shapes(pictures.back()));
}

// Row 11: any motion can be paused, and then nothing at all is written.

TEST(Row11, PausedMeansNoBytes) {
    const PractisingHome home;
    const std::vector<std::string> rest{"warning",   "reading",  "silence",   "breathing", "scale", "choice",
                                        "yes_no",    "number",   "recall",    "check_in",  "offer", "consent",
                                        "grounding", "grounded", "stop_line", "closing",   "keep"};
    std::vector<std::unique_ptr<ScreenChild>> paused;
    for (const auto& name : rest) {
        paused.push_back(std::make_unique<ScreenChild>(start_of(home, state(name), usual_screen)));
        go_to(*paused.back(), state(name));
        paused.back()->send_keys("p");
        paused.back()->wait_for_text("This is paused. Take the time you need.");
        paused.back()->wait_until_it_waits();
    }
    std::vector<std::size_t> marks;
    for (const auto& child : paused) { marks.push_back(child->mark()); }
    ScreenChild clock(start_of(home, state("silence"), usual_screen));
    go_to(clock, state("silence"));
    clock.wait_for_text("4:57");
    for (std::size_t at = 0; at < paused.size(); ++at) {
        paused[at]->take_in();
        EXPECT_EQ(paused[at]->bytes_since(marks[at]), 0U) << rest[at];
        const auto& name = rest[at];
        paused[at]->send_keys("p"); // and it goes on from there
        paused[at]->wait_until([&] { return !paused[at]->shows("This is paused."); }, name + " to go on");
        EXPECT_TRUE(paused[at]->shows(state(name).shows)) << name;
    }
}

} // namespace

} // namespace kindly::tests
