// SPDX-License-Identifier: MIT
// No word is lost: the screen guide is killed while somebody writes, and what was written is there again. And
// the other commands that lead to the screen guide.
#include "../program/comes_true.hpp"
#include "states.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;

/// A file of the log holds these words. The draft is written by itself, within two seconds.
bool is_kept(const PractisingHome& home, const std::string& words) {
    std::error_code gone;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path() / "data", gone)) {
        std::stringstream bytes;
        if (entry.is_regular_file(gone)) { bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf(); }
        if (bytes.str().find(words) != std::string::npos) { return true; }
    }
    return false;
}

const std::string words = "what I meant to say is";

/// Among the exercises of the person's own, so that today can offer it.
void add_exercise(const PractisingHome& home) {
    std::stringstream bytes;
    bytes << std::ifstream(test_exercise("states")).rdbuf();
    home.file("data/exercises/states.json", bytes.str());
}

/// Killed with kill -9 while writing, without having finished anything.
void write_and_be_killed(const PractisingHome& home) {
    add_exercise(home);
    ScreenChild child(home.kindly({"practice", "states"}));
    go_to(child, state("writing"));
    child.send_keys(words);
    child.wait_for_text(words);
    child.wait_until([&] { return is_kept(home, words); }, "the draft to be kept");
    child.kill(SIGKILL);
    EXPECT_EQ(child.wait(), 128 + SIGKILL);
}

void expect_words_back(ScreenChild& child) {
    child.wait_for_text("How would you like to go on?");
    child.send_keys("1" + keys::enter);
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("The first words.");
    child.send_keys("sssssssss");
    child.wait_for_text("This is what you have written so far. It goes on from here.");
    EXPECT_TRUE(child.shows(words)) << child.all_text();
    child.send_keys(" this");
    child.wait_for_text(words + " this");
    child.send_keys(keys::ctrl('d'));
    child.wait_for_text("You wrote this: " + words + " this");
}

TEST(SafeWriting, KilledWhileWritingTheNextPracticeHasTheWords) {
    const PractisingHome home;
    write_and_be_killed(home);
    ScreenChild again(home.kindly({"practice", "states"}));
    expect_words_back(again);
}

TEST(SafeWriting, KilledWhileWritingTodayOffersToGoOn) {
    const PractisingHome home;
    write_and_be_killed(home);
    ScreenChild today(home.kindly({"today"}));
    today.wait_for_text("One of each");
    today.wait_for_text("It was left in the middle a little while ago, and can go on from there.");
    today.wait_for_text("Enter");
    today.send_keys(keys::enter);
    expect_words_back(today);
}

TEST(SafeWriting, TodayBeginsWithEnterOnTheScreen) {
    const PractisingHome home;
    ScreenChild today(home.kindly({"today"}));
    today.wait_for_text("g steady me now");
    EXPECT_TRUE(today.in_alternate_screen());
    today.send_keys(keys::enter);
    today.wait_until([&] { return today.in_alternate_screen() && today.shows("g ground"); },
                     "the first screen of the practice");
    today.send_keys("q");
    EXPECT_EQ(today.wait(), 0);
    EXPECT_EQ(today.not_restored(), "");
}

TEST(SafeWriting, GroundGroundsOnTheScreenFromTheFirstKeyOn) {
    for (const TerminalSize size : {usual_screen, smallest_screen}) {
        const PractisingHome home;
        ScreenChild ground(home.kindly({"ground"}, size));
        ground.wait_for_text("q stop");
        EXPECT_TRUE(ground.in_alternate_screen());
        EXPECT_FALSE(ground.shows("Enter begin")) << "nothing stands before it";
        ground.send_keys("?");
        ground.wait_for_text("local emergency number");
        ground.send_keys("?");
        ground.wait_for_text("q stop");
        ground.send_keys("q");
        ground.wait_until([&] { return !ground.shows("s skip"); }, "the stop line");
        ground.send_keys("q");
        EXPECT_EQ(ground.wait(), 0);
        EXPECT_EQ(ground.not_restored(), "");
    }
}

TEST(SafeWriting, SupportIsLinesThatStay) {
    const PractisingHome home;
    ScreenChild support(home.kindly({"support"}, large_screen));
    support.wait_for_text("Enter leaves it out."); // once, and after the page
    support.send_keys(keys::enter);
    EXPECT_EQ(support.wait(), 0);
    EXPECT_TRUE(support.shows("local emergency number"));
    EXPECT_EQ(support.raw().find("\033[?1049h"), std::string::npos)
        << "a number can still be read afterwards";
}

TEST(SafeWriting, WhereTheLogIsLockedTheEditorIsOpenedOnlyAfterAWord) {
    const PractisingHome home;
    home.file("editor", "#!/bin/sh\necho 'from the editor' >> \"$1\"\n");
    std::filesystem::permissions(home.path() / "editor", std::filesystem::perms::owner_all);
    const std::vector<std::string> editor{"EDITOR=" + (home.path() / "editor").string()};
    const auto file = home.file("passphrase", "correct horse battery\n");
    ScreenChild lock(home.kindly({"lock", "--yes", "--passphrase-file", file.string()}));
    EXPECT_EQ(lock.wait(), 0) << lock.all_text();
    ScreenChild child(home.kindly({"practice", test_exercise("states")}, usual_screen, editor));
    go_to(child, state("writing"));
    child.wait_for_text("Ctrl-O editor");
    child.send_keys("first" + keys::enter + keys::ctrl('o'));
    child.wait_for_text(
        "An editor may keep copies of these words that are not locked. Ctrl-O again opens it.");
    EXPECT_FALSE(child.shows("from the editor"));
    child.send_keys(keys::ctrl('o'));
    child.wait_for_text("first from the editor");
    child.send_keys(keys::alt("q"));
    child.wait_for_text("That is enough for now.");
    child.send_keys("q");
    EXPECT_EQ(child.wait(), 0);
}

/// What is in the environment may be of another time, or of somebody else.
TEST(SafeWriting, AnEditorsFileLiesOnlyInAFolderThatIsThePersonsOwn) {
    const PractisingHome home;
    home.file("editor",
              "#!/bin/sh\ncase $1 in */elsewhere/*) exit 1 ;; esac\necho 'from the editor' >> \"$1\"\n");
    std::filesystem::permissions(home.path() / "editor", std::filesystem::perms::owner_all);
    const std::filesystem::path elsewhere = home.path() / "elsewhere";
    ScreenChild child(home.kindly(
        {"practice", test_exercise("states"), "--unrecorded"}, usual_screen,
        {"EDITOR=" + (home.path() / "editor").string(), "XDG_RUNTIME_DIR=" + elsewhere.string()}));
    go_to(child, state("writing"));
    child.wait_for_text("Ctrl-O editor");
    child.send_keys("first" + keys::enter + keys::ctrl('o'));
    child.wait_for_text("from the editor");
    EXPECT_FALSE(std::filesystem::exists(elsewhere));
    child.send_keys(keys::alt("q"));
    child.wait_for_text("That is enough for now.");
    child.send_keys("q");
    EXPECT_EQ(child.wait(), 0);
}

std::vector<std::string> folders_of_editors(const PractisingHome& home) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(home.path())) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("kindly-words-")) { found.push_back(name); }
    }
    return found;
}

/// Words are in an editor when the power goes, as far as a program can tell.
void kill_in_the_editor(const PractisingHome& home) {
    home.file("editor", "#!/bin/sh\n: >\"$HOME/opened\"\nexec cat\n");
    std::filesystem::permissions(home.path() / "editor", std::filesystem::perms::owner_all);
    ScreenChild child(home.kindly({"practice", test_exercise("states"), "--unrecorded"}, usual_screen,
                                  {"EDITOR=" + (home.path() / "editor").string()}));
    go_to(child, state("writing"));
    child.wait_for_text("Ctrl-O editor");
    child.send_keys("a heron" + keys::enter + keys::ctrl('o'));
    ASSERT_TRUE(comes_true([&] { return std::filesystem::exists(home.path() / "opened"); }));
    child.kill(SIGKILL);
    EXPECT_EQ(child.wait(), 128 + SIGKILL);
    std::filesystem::remove(home.path() / "opened");
}

TEST(SafeWriting, WhatAKillLeavesOfAnEditorsFileIsErased) {
    const PractisingHome home;
    kill_in_the_editor(home);
    ASSERT_EQ(folders_of_editors(home).size(), 1U);
    ScreenChild erase(home.kindly({"erase", "--yes"}));
    EXPECT_EQ(erase.wait(), 0) << erase.all_text();
    EXPECT_NE(erase.raw().find("words that were in your editor"), std::string::npos);
    EXPECT_EQ(folders_of_editors(home), std::vector<std::string>{});
}

TEST(SafeWriting, WhatAKillLeavesOfAnEditorsFileGoesWithTheNextPracticeAndWhenWordsAreLocked) {
    const PractisingHome home;
    kill_in_the_editor(home);
    const std::vector<std::string> before = folders_of_editors(home);
    ASSERT_EQ(before.size(), 1U);
    kill_in_the_editor(home);
    EXPECT_EQ(folders_of_editors(home).size(), 1U);
    EXPECT_NE(folders_of_editors(home), before);
    const auto file = home.file("passphrase", "correct horse battery\n");
    ScreenChild lock(home.kindly({"lock", "--yes", "--passphrase-file", file.string()}));
    EXPECT_EQ(lock.wait(), 0) << lock.all_text();
    EXPECT_EQ(folders_of_editors(home), std::vector<std::string>{});
}

} // namespace

} // namespace kindly::tests
