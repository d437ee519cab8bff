// SPDX-License-Identifier: MIT
// Practices on a real terminal, from the first screen to the last, by keys alone.
#include "screen_child.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

class Guide : public testing::Test {
protected:
    Guide() {
        std::string name = (std::filesystem::temp_directory_path() / "kindly-guide-XXXXXX").string();
        home_ = ::mkdtemp(name.data());
    }
    ~Guide() override { std::filesystem::remove_all(home_); }

    [[nodiscard]] ScreenChild::Start practice(const std::string& exercise,
                                              const std::vector<std::string>& more = {}, int rows = 24,
                                              int columns = 80) const {
        ScreenChild::Start start;
        start.command = {KINDLY_BINARY, "practice", exercise, "--seed", "3"};
        start.command.insert(start.command.end(), more.begin(), more.end());
        start.home = home_.string();
        start.variables = {"LANG=C.UTF-8", "KINDLY_DATA_DIR=" + (home_ / "data").string(),
                           "XDG_RUNTIME_DIR=" + home_.string(), "EDITOR=" + editor_};
        start.rows = rows;
        start.columns = columns;
        return start;
    }
    /// A program that appends a line to the file that it is given.
    void use_editor(const std::string& script) {
        const auto path = home_ / "editor";
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        editor_ = path.string();
    }
    std::filesystem::path file(const std::string& name, const std::string& bytes) const {
        const auto path = home_ / name;
        std::ofstream(path) << bytes;
        return path;
    }
    /// One question in words, then a recall of it and a short closing.
    std::filesystem::path writing() const {
        return file("writing.json", R"({
  "format": "1.0", "id": "writing", "version": "1.0", "language": "en", "title": "A line",
  "about": { "summary": "One line, for tests.", "authors": ["tests"], "license": "CC0-1.0",
    "sources": [ { "idea": "writing", "cite": "none" } ], "audience": "everyone" },
  "safety": { "intensity": "gentle", "before": "Only a test of writing." },
  "sections": [
    { "id": "write", "title": "Write", "purpose": "plan", "steps": [
      { "kind": "say", "text": "Before the words." },
      { "kind": "ask", "id": "line", "text": "What would help?", "answer": "text", "longest": 300 },
      { "kind": "pause", "for": "50s", "text": "A long rest." },
      { "kind": "recall", "answer": "line", "text": "You wrote:" } ] },
    { "id": "ground", "title": "Here", "role": "grounding", "steps": [
      { "kind": "say", "text": "Feel the floor." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [
      { "kind": "say", "text": "That was all." } ] } ] })");
    }
    /// Goes on with Enter, answering whatever needs it, until the ending stands there.
    static void walk_to_the_end(ScreenChild& child) {
        constexpr int most_keys = 300;
        for (int key = 0; key < most_keys; ++key) {
            child.wait_until_it_waits(); // half of the ending is not the ending
            if (child.shows("Enter close")) { return; }
            const std::string before = child.all_text();
            const bool writes = child.shows("Ctrl-D done");
            child.send_keys(writes ? "a few words" + keys::ctrl('d')
                                   : std::string(child.shows("numb or far away") ? "2" : "") + keys::enter);
            child.wait_until(
                [&] { return child.all_text() != before && !(writes && child.shows("Ctrl-D done")); },
                "the next screen");
            if (child.shows("Choose an answer")) { child.send_keys("s"); }
        }
        FAIL() << "it does not come to an end:\n" << child.all_text();
    }

    std::filesystem::path home_;
    std::string editor_ = "/nonexistent/editor";
};

/// Where a silence counts down.
void go_to_the_long_rest(ScreenChild& child) {
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("Before the words.");
    child.send_keys(keys::enter);
    child.wait_for_text("Ctrl-D done");
    child.send_keys(keys::alt("s"));
    child.wait_for_text("A long rest.");
}

TEST_F(Guide, PausedNothingIsWrittenWhileASilenceElsewhereCountsOnceASecond) {
    ScreenChild paused(practice(writing().string(), {"--unrecorded"}));
    ScreenChild running(practice(writing().string(), {"--unrecorded"}));
    go_to_the_long_rest(paused);
    paused.send_keys(" ");
    paused.wait_for_text("This is paused. Take the time you need.");
    paused.wait_for_text("space go on");
    go_to_the_long_rest(running);
    running.wait_for_text("· 49 ·"); // the words have eased in by now
    const auto mark_paused = paused.mark();
    const auto mark_running = running.mark();
    paused.send_keys("7"); // has no meaning here
    paused.kill(SIGWINCH); // the size is the same
    running.wait_for_text("· 46 ·");
    paused.take_in();
    EXPECT_EQ(paused.bytes_since(mark_paused), 0U);
    constexpr std::size_t most_for_a_second = 60;
    EXPECT_LE(running.bytes_since(mark_running), 3 * most_for_a_second);
    EXPECT_GT(running.bytes_since(mark_running), 0U);
    paused.send_keys(" ");
    paused.wait_for_text("space pause");
    for (auto* child : {&paused, &running}) {
        child->send_keys("qq");
        EXPECT_EQ(child->wait(), 0);
    }
}

TEST_F(Guide, ACountdownThatIsSwitchedOffIsNotThere) {
    ScreenChild child(practice(writing().string(), {"--unrecorded"}));
    go_to_the_long_rest(child);
    child.wait_for_text("· 50 ·");
    child.send_keys("c");
    child.wait_until([&] { return !child.shows("·"); }, "the countdown to go");
    child.send_keys("c");
    child.wait_for_text("·");
    child.send_keys("x");
    child.wait_until([&] { return !child.shows("A long rest."); }, "the words to go");
    EXPECT_FALSE(child.shows("·"));
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
}

TEST_F(Guide, WhatIsWrittenIsKeptThroughDetoursAndLeavesNoTrace) {
    ScreenChild child(practice(writing().string()));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("Before the words.");
    child.send_keys(keys::enter);
    child.wait_for_text("Ctrl-D done");
    child.send_keys("a secret quiet");
    child.wait_for_text("a secret quiet");
    EXPECT_EQ(child.cursor().shown, true);
    EXPECT_EQ(child.cursor().row, child.row_of("a secret quiet")) << "parked where it is typed";

    child.send_keys(keys::escape);
    child.wait_for_text("Esc write on");
    child.send_keys("g");
    child.wait_for_text("Feel the floor.");
    child.send_keys(keys::enter);
    child.wait_for_text("How would you like to go on?");
    child.send_keys(keys::enter);
    child.wait_for_text("a secret quiet");

    child.send_keys(keys::alt("x"));
    child.wait_until([&] { return !child.shows("a secret quiet"); }, "the words to be hidden");
    EXPECT_THAT(child.all_text(), Not(HasSubstr("A line"))) << "the title too";
    child.send_keys("abc"); // nobody types where nothing can be seen
    child.send_keys("x");
    child.wait_for_text("a secret quiet");
    EXPECT_FALSE(child.shows("abc"));

    child.send_keys(keys::ctrl('c'));
    child.wait_for_text("That is enough for now.");
    child.send_keys(keys::down + keys::down + keys::enter);
    child.wait_for_text("a secret quiet");
    child.send_keys(keys::ctrl('d'));
    child.wait_for_text("A long rest.");
    child.send_keys(keys::enter);
    child.wait_for_text("You wrote: a secret quiet");
    walk_to_the_end(child);
    EXPECT_TRUE(child.shows("It is saved in your log."));
    child.send_keys(keys::enter);
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("secret")));
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("A line")));
}

TEST_F(Guide, AnEditorOfOnesOwnTakesTheWordsAndGivesThemBack) {
    use_editor("echo 'from the editor' >> \"$1\"; ls -l \"$1\" > \"$HOME/seen\"");
    ScreenChild child(practice(writing().string(), {"--unrecorded"}));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter + keys::enter);
    child.wait_for_text("Ctrl-O editor");
    child.send_keys("first" + keys::enter);
    child.send_keys(keys::ctrl('o'));
    child.wait_for_text("first from the editor");
    EXPECT_TRUE(child.in_alternate_screen());
    std::stringstream seen;
    seen << std::ifstream(home_ / "seen").rdbuf();
    EXPECT_THAT(seen.str(), HasSubstr("-rw-------"));
    for (const auto& entry : std::filesystem::directory_iterator(home_)) {
        EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("kindly-words")));
    }
    // What is there to guide the eye, and no command, goes there and comes back.
    use_editor("printf 'so\\302\\255ft' >> \"$1\"");
    child.send_keys(keys::ctrl('o'));
    child.wait_for_text("soft");
    use_editor("cp \"$1\" \"$HOME/given\"; exit 1");
    child.send_keys(keys::ctrl('o'));
    child.wait_for_text("The editor ended with a problem. Your words are here, as they were.");
    EXPECT_TRUE(child.shows("first from the editor"));
    std::stringstream given;
    given << std::ifstream(home_ / "given").rdbuf();
    EXPECT_THAT(given.str(), HasSubstr("so\xC2\xAD"
                                       "ft"));
    child.send_keys(keys::ctrl('c') + "q");
    EXPECT_EQ(child.wait(), 0);
}

TEST_F(Guide, ASizeTooSmallPausesAndAsksForRoom) {
    ScreenChild child(practice(writing().string(), {"--unrecorded"}));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("Before the words.");
    child.resize(8, 30);
    child.wait_for_text("A little more room, please.");
    child.resize(12, 40);
    child.wait_for_text("Before the words.");
    EXPECT_FALSE(child.shows("This is paused.")) << "it goes on by itself";
    child.resize(60, 200);
    child.wait_for_text("space pause → on ← back");
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.left_behind(), HasSubstr("Not today, then. That is all right."));
}

TEST_F(Guide, ControlZWaitsWhereItWasLeft) {
    ScreenChild child(practice(writing().string(), {"--unrecorded"}));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("Before the words.");
    child.send_keys(keys::ctrl('z'));
    child.wait_until_stopped();
    EXPECT_FALSE(child.in_alternate_screen());
    child.bring_to_foreground();
    child.wait_for_text("This waits where it was left, and nothing was missed.");
    EXPECT_TRUE(child.in_alternate_screen());
    EXPECT_TRUE(child.shows("Before the words."));
    child.send_keys(" ");
    child.wait_for_text("space pause");
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
}

TEST_F(Guide, EachSignalLeavesTheTerminalAsItWas) {
    for (const auto& [signal, status] :
         {std::pair(SIGTERM, 143), std::pair(SIGHUP, 129), std::pair(SIGINT, 130)}) {
        ScreenChild child(practice(writing().string()));
        child.wait_for_text("Enter begin");
        child.send_keys(keys::enter);
        child.wait_for_text("Before the words.");
        child.kill(signal);
        EXPECT_EQ(child.wait(), status);
        EXPECT_EQ(child.not_restored(), "");
        std::filesystem::remove_all(home_ / "data"); // nothing to go on with
    }
}

TEST_F(Guide, AWindowThatIsClosedEndsIt) {
    ScreenChild child(practice(writing().string()));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter + keys::enter);
    child.wait_for_text("Ctrl-D done");
    child.send_keys("half a thought");
    child.wait_for_text("half a thought");
    child.hang_up();
    EXPECT_EQ(child.wait(), 129);
    ScreenChild again(practice(writing().string()));
    again.wait_for_text("How would you like to go on?");
    again.send_keys("1" + keys::enter);
    again.wait_for_text("Enter begin");
    again.send_keys(keys::enter + keys::enter);
    again.wait_for_text("half a thought");
    again.wait_for_text("This is what you have written so far. It goes on from here.");
    again.send_keys(keys::ctrl('c') + "q");
    EXPECT_EQ(again.wait(), 0);
}

TEST_F(Guide, HelpHoldsTheTimeAndNamesPeople) {
    ScreenChild child(practice(writing().string(), {"--unrecorded"}));
    child.wait_for_text("Enter begin");
    child.send_keys("?");
    child.wait_for_text("local emergency number");
    child.send_keys(keys::escape);
    child.wait_for_text("Only a test of writing.");
    child.send_keys(keys::enter);
    child.wait_for_text("Before the words.");
    child.send_keys("c");
    child.send_keys("+");
    child.wait_for_text("Pace 1.25; 1 is as written.");
    child.send_keys("b");
    child.wait_for_text("This is the beginning of this part.");
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
}

TEST_F(Guide, GroundingFromTheHelpNeedsNoGoingOnFirst) {
    ScreenChild child(practice(writing().string(), {"--unrecorded"}));
    go_to_the_long_rest(child);
    child.send_keys("?");
    child.wait_for_text("local emergency number"); // the silence stands still meanwhile
    child.send_keys("g");
    child.wait_for_text("Feel the floor.");
    child.wait_until_it_waits();
    EXPECT_FALSE(child.shows("This is not paused.")) << child.all_text();
    EXPECT_FALSE(child.shows("This is paused")) << child.all_text();
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
}

} // namespace

} // namespace kindly::tests
