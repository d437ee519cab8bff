// SPDX-License-Identifier: MIT
// A terminal that takes nothing: the practice and its writing are safe, every way out works, and afterwards
// the screen is whole.
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

class Stalled : public testing::Test {
protected:
    Stalled() {
        std::string name = (std::filesystem::temp_directory_path() / "kindly-stalled-XXXXXX").string();
        home_ = ::mkdtemp(name.data());
        std::ofstream(home_ / "one.json") << R"({
  "format": "1.0", "id": "one", "version": "1.0", "language": "en", "title": "A line",
  "about": { "summary": "One line, for tests.", "authors": ["tests"], "license": "CC0-1.0",
    "sources": [ { "idea": "writing", "cite": "none" } ], "audience": "everyone" },
  "safety": { "intensity": "gentle", "before": "Only a test of writing." },
  "sections": [
    { "id": "write", "title": "Write", "purpose": "plan", "steps": [
      { "kind": "ask", "id": "line", "text": "What would help?", "answer": "text", "longest": 300 },
      { "kind": "pause", "for": "50s", "text": "A long rest." } ] },
    { "id": "ground", "title": "Here", "role": "grounding", "steps": [
      { "kind": "say", "text": "Feel the floor." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [
      { "kind": "say", "text": "That was all." } ] } ] })";
    }
    ~Stalled() override { std::filesystem::remove_all(home_); }

    [[nodiscard]] ScreenChild::Start practice() const {
        ScreenChild::Start start;
        start.command = {KINDLY_BINARY, "practice", (home_ / "one.json").string()};
        start.home = home_.string();
        start.variables = {"KINDLY_DATA_DIR=" + (home_ / "data").string()};
        return start;
    }
    static void begin(ScreenChild& child) {
        child.wait_for_text("Enter begin");
        child.send_keys(keys::enter);
        child.wait_for_text("Ctrl-D done");
    }
    static void wait_until_followed(ScreenChild& child) {
        child.wait_until([&] { return child.unread_keys() == 0 && child.is_waiting(); },
                         "the keys to be followed");
    }
    /// Until the system takes nothing more for the terminal. `keys` leave all as it was; much is drawn
    /// meanwhile.
    static void fill(ScreenChild& child, const std::string& keys) {
        child.stop_reading();
        while (child.has_room()) {
            for (int times = 0; times < 100; ++times) { child.send_keys(keys); }
            wait_until_followed(child);
        }
    }
    [[nodiscard]] bool log_holds(const std::string& words) const {
        std::stringstream bytes;
        bytes << std::ifstream(home_ / "data" / "practice.db-wal").rdbuf();
        return bytes.str().find(words) != std::string::npos;
    }
    /// The words that were typed are offered again.
    void expect_kept(const std::string& words) const {
        ScreenChild again(practice());
        again.wait_for_text("How would you like to go on?");
        again.send_keys("1" + keys::enter);
        begin(again);
        again.wait_for_text(words);
        again.send_keys(keys::ctrl('c') + "q");
        EXPECT_EQ(again.wait(), 0);
    }

    std::filesystem::path home_;
};

TEST_F(Stalled, EachSignalEndsItAndTheWordsAreKept) {
    for (const auto& [signal, status] :
         {std::pair(SIGTERM, 143), std::pair(SIGHUP, 129), std::pair(SIGINT, 130)}) {
        ScreenChild child(practice());
        begin(child);
        child.send_keys("half a thought");
        child.wait_for_text("half a thought");
        child.stop_output();
        child.send_keys(" and more");
        // Nothing is to be seen of it, but within two seconds it is safe.
        child.wait_until([&] { return log_holds("half a thought and more"); }, "the draft");
        child.kill(signal);
        EXPECT_EQ(child.wait(), status);
        EXPECT_EQ(child.unread_keys(), 0U);
        expect_kept("half a thought and more");
        std::filesystem::remove_all(home_ / "data");
    }
}

TEST_F(Stalled, WhatWasTypedMeanwhileIsThereWhenItGoesOn) {
    ScreenChild child(practice());
    begin(child);
    child.stop_output();
    child.send_keys("a quiet word");
    wait_until_followed(child);
    EXPECT_FALSE(child.shows("quiet"));
    child.go_on_with_output();
    child.wait_for_text("a quiet word");
    child.stop_output();
    child.send_keys(keys::ctrl('d')); // and the practice goes on
    child.send_keys("c");
    wait_until_followed(child);
    child.go_on_with_output();
    child.wait_for_text("A long rest.");
    EXPECT_FALSE(child.shows("quiet"));
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
}

TEST_F(Stalled, AConnectionThatComesBackFindsAWholeScreen) {
    ScreenChild child(practice());
    begin(child);
    child.send_keys(keys::alt("s"));
    child.wait_for_text("A long rest.");
    child.send_keys(" ");
    child.wait_for_text("This is paused. Take the time you need.");
    child.wait_for_text("space go on");
    const std::string before = child.all_text();
    fill(child, "xx");
    child.send_keys("xxxx");
    wait_until_followed(child);
    child.read_again();
    child.wait_until([&] { return child.all_text() == before; }, "the same screen");
    child.send_keys("x");
    child.wait_until([&] { return !child.shows("A long rest."); }, "the words to go");
    child.send_keys("xqq");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.not_restored(), "");
}

TEST_F(Stalled, AConnectionThatComesBackTooLateFindsItsTerminalAsItWas) {
    ScreenChild child(practice());
    begin(child);
    child.send_keys("half a thought");
    child.wait_for_text("half a thought");
    child.send_keys(keys::alt("x"));
    child.wait_until([&] { return !child.shows("half a thought"); }, "the words to go");
    fill(child, "x" + keys::alt("x"));
    child.kill(SIGTERM);
    child.wait_until([&] { return child.ended(); }, "the program to end");
    child.read_again();
    EXPECT_EQ(child.wait(), 143);
    EXPECT_EQ(child.not_restored(), "");
    EXPECT_THAT(child.left_behind(), Not(HasSubstr("thought")));
    expect_kept("half a thought");
}

} // namespace

} // namespace kindly::tests
