// SPDX-License-Identifier: MIT
// What the keys of the page of `today` begin, with everything that was asked for on the command line.
#include "program/child.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr winsize usual{24, 80, 0, 0};
const std::vector<std::string> able{"TERM=xterm-256color"};
const std::string full_screen = "\x1b[?1049h";

void configure(const TemporaryHome& home) {
    const auto folder = home.path() / ".config/kindly";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "config.toml") << "bell = \"off\"\n";
}

} // namespace

TEST(PageKeys, WhatFollowsStaysPlainWithAConfigurationToo) {
    const TemporaryHome home;
    configure(home);
    Child child(home, {"--plain"}, Child::On::terminal, able, &usual);
    child.wait_for("q leave");
    child.send("g\n");
    child.wait_for("Grounding");
    child.wait_for("q stop");
    child.send("q\nq\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.output(), Not(HasSubstr(full_screen)));
}

TEST(PageKeys, TheQuietTimerIsWrittenWhereTheLogWasAskedFor) {
    const TemporaryHome home;
    configure(home);
    const std::string elsewhere = (home.path() / "elsewhere").string();
    Child child(home, {"--plain", "--data-dir", elsewhere}, Child::On::terminal);
    child.wait_for("q leave");
    child.send("t\n");
    child.wait_for("Enter");
    child.send("\n");
    child.send("q\nq\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(finished(home, {"log", "--json", "--data-dir", elsewhere}).output, HasSubstr("\"sit\""));
    EXPECT_EQ(log_of(home).size(), 0U);
}

TEST(PageKeys, PracticeWithoutANameKeepsToItsOptions) {
    const TemporaryHome home;
    Child child(home, {"practice", "--unrecorded", "--instant"}, Child::On::terminal);
    child.wait_for("Enter begin");
    child.send("\n");
    child.wait_for("This can be left out");
    child.send("\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.output(), HasSubstr("Trial run"));
    EXPECT_EQ(log_of(home).size(), 0U) << "nothing of it was to be kept";
}

TEST(PageKeys, PracticeWithoutANameRefusesWhatIsAboutOneExercise) {
    const TemporaryHome home;
    std::ofstream(home.path() / "settings.json") << "{}";
    for (const std::vector<std::string>& more : {std::vector<std::string>{"--set", "rounds=3"},
                                                 {"--settings", "settings.json"},
                                                 {"--guide", "events"}}) {
        std::vector<std::string> arguments{"practice"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        Child child(home, arguments, Child::On::terminal);
        EXPECT_EQ(child.wait(), 2) << child.output();
        EXPECT_THAT(child.output(), HasSubstr(more.front()));
    }
}
