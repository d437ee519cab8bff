// SPDX-License-Identifier: MIT
// Sealing words at a terminal: what is asked and not shown, signals while asking, and no word in any file.
#include "program/child.hpp"

#include <fstream>
#include <iterator>
#include <termios.h>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string passphrase = "correct horse battery";
const std::string words = "a walk by the river";

std::filesystem::path log_file(const TemporaryHome& home) {
    return home.path() / ".local" / "share" / "kindly" / "practice.db";
}

/// An exercise that asks for words, and a practice of it with words in it.
void practise(const TemporaryHome& home) {
    if (!std::filesystem::exists(home.path() / "mine.json")) {
        ASSERT_EQ(finished(home, {"new", "mine", "-o", (home.path() / "mine.json").string()}).status, 0);
    }
    const std::string inputs = R"({"do":"answer","value":5})"
                               "\n"
                               R"({"do":"answer","value":3})"
                               "\n"
                               R"({"do":"answer","value":")" +
                               words +
                               R"("})"
                               "\n"
                               R"({"do":"answer","value":"keep"})"
                               "\n";
    ASSERT_EQ(finished(home,
                       {"practice", (home.path() / "mine.json").string(), "--instant", "--guide", "events"},
                       inputs)
                  .status,
              0);
}

std::vector<std::string> files_with(const TemporaryHome& home, const std::string& text) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path())) {
        if (!entry.is_regular_file()) { continue; }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        if (bytes.find(text) != std::string::npos) { found.push_back(entry.path().filename().string()); }
    }
    return found;
}

void lock_it(const TemporaryHome& home) {
    const auto file = home.path() / "secret";
    std::ofstream(file) << passphrase << '\n';
    ASSERT_EQ(finished(home, {"lock", "--yes", "--passphrase-file", file.string()}).status, 0);
    std::filesystem::remove(file);
}

bool shows_what_is_typed(const Child& child) {
    termios now{};
    return ::tcgetattr(child.terminal(), &now) == 0 && (now.c_lflag & ECHO) != 0;
}

TEST(Lock, ExplainsAsksTwiceAndShowsNothingOfThePassphrase) {
    const TemporaryHome home;
    practise(home);
    ASSERT_THAT(files_with(home, words), Not(IsEmpty()));
    Child child(home, {"lock"}, Child::On::terminal);
    child.wait_for("[y/N]");
    EXPECT_THAT(child.output(), HasSubstr("What stays visible"));
    EXPECT_THAT(child.output(), HasSubstr("nobody can bring these words back"));
    child.send("y\n");
    child.wait_for("while you type):");
    EXPECT_FALSE(shows_what_is_typed(child));
    child.send("short\n");
    child.wait_for("fewer than 8 characters");
    child.wait_for("while you type):");
    child.send(passphrase + "\n");
    child.wait_for("once more:");
    child.send(passphrase + "s\n");
    child.wait_for("not the same");
    child.wait_for("while you type):");
    child.send(passphrase + "\n");
    child.wait_for("once more:");
    child.send(passphrase + "\n");
    child.wait_for("Your words are sealed.");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.output(), Not(HasSubstr(passphrase)));
    EXPECT_TRUE(shows_what_is_typed(child));
    EXPECT_THAT(files_with(home, words), IsEmpty());
    EXPECT_THAT(files_with(home, passphrase), IsEmpty());
}

TEST(Lock, EnterAloneIsANoEverywhere) {
    const TemporaryHome home;
    practise(home);
    {
        Child child(home, {"lock"}, Child::On::terminal);
        child.wait_for("[y/N]");
        child.send("\n");
        child.wait_for("Nothing was changed.");
        EXPECT_EQ(child.wait(), 0);
    }
    Child child(home, {"lock"}, Child::On::terminal);
    child.wait_for("[y/N]");
    child.send("y\n");
    child.wait_for("while you type):");
    child.send("\n");
    child.wait_for("Nothing was changed.");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(files_with(home, words), Not(IsEmpty()));
    EXPECT_EQ(log_of(home)[0]["answers"][2]["value_text"], words);
}

TEST(Lock, SignalsWhileAskingLeaveTheTerminalAsItWas) {
    const TemporaryHome home;
    practise(home);
    lock_it(home);
    const std::string ctrl_c = "\x03";
    for (const auto& [signal, status] :
         std::vector<std::pair<int, int>>{{0, 130}, {SIGTERM, 143}, {SIGINT, 130}}) {
        Child child(home, {"unlock"}, Child::On::terminal);
        child.wait_for("Your passphrase:");
        ASSERT_FALSE(shows_what_is_typed(child));
        child.send("half of it");
        if (signal == 0) {
            child.send(ctrl_c);
        } else {
            child.kill(signal);
        }
        EXPECT_EQ(child.wait(), status);
        EXPECT_TRUE(shows_what_is_typed(child)) << signal;
        EXPECT_THAT(child.output(), HasSubstr("Nothing was changed."));
        EXPECT_THAT(child.output(), Not(HasSubstr("half of it")));
    }
    EXPECT_TRUE(log_of(home)[0]["answers"][2]["value_text"].is_null());
}

TEST(Lock, CtrlZAsksAgainAfterwards) {
    const TemporaryHome home;
    practise(home);
    lock_it(home);
    Child child(home, {"unlock"}, Child::On::terminal);
    child.wait_for("Your passphrase:");
    child.send("\x1a"); // nobody could continue it: it goes on at once
    child.wait_for("Your passphrase:");
    EXPECT_FALSE(shows_what_is_typed(child));
    child.send(passphrase + "\n");
    child.wait_for("no longer sealed");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home)[0]["answers"][2]["value_text"], words);
}

TEST(Lock, LogShowAsksAndGoesOnWithoutIt) {
    const TemporaryHome home;
    practise(home);
    lock_it(home);
    {
        Child child(home, {"log", "show"}, Child::On::terminal);
        child.wait_for("without them):");
        child.send("not this one\n");
        child.wait_for("That did not open them.");
        child.wait_for("Passphrase:");
        child.send(passphrase + "\n");
        child.wait_for(words);
        EXPECT_EQ(child.wait(), 0);
        EXPECT_THAT(child.output(), Not(HasSubstr(passphrase)));
    }
    {
        Child child(home, {"log", "show"}, Child::On::terminal);
        child.wait_for("without them):");
        child.send("\n");
        child.wait_for("(sealed)");
        EXPECT_EQ(child.wait(), 0);
    }
    Child child(home, {"log", "show"}, Child::On::terminal);
    child.wait_for("without them):");
    for (int attempt = 1; attempt < 3; ++attempt) {
        child.send("wrong\n");
        child.wait_for("That did not open them. Passphrase:");
    }
    child.send("wrong\n");
    child.wait_for("What was typed is not the passphrase");
    EXPECT_EQ(child.wait(), 1);
}

TEST(Lock, ThePassphraseIsChangedAtATerminal) {
    const TemporaryHome home;
    practise(home);
    lock_it(home);
    {
        Child child(home, {"lock", "--change"}, Child::On::terminal);
        child.wait_for("Your passphrase:");
        child.send(passphrase + "\n");
        child.wait_for("while you type):");
        child.send("a newer one\n");
        child.wait_for("once more:");
        child.send("a newer one\n");
        child.wait_for("From now on the new passphrase");
        EXPECT_EQ(child.wait(), 0);
    }
    Child child(home, {"unlock"}, Child::On::terminal);
    child.wait_for("Your passphrase:");
    child.send(passphrase + "\n");
    child.wait_for("That was not it. Your passphrase:");
    child.send("a newer one\n");
    child.wait_for("no longer sealed");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home)[0]["answers"][2]["value_text"], words);
}

TEST(Lock, TheClosingPlanIsAskedAbout) {
    const TemporaryHome home;
    practise(home);
    SQLite::Database(log_file(home).string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO kept (name, words, kept_at, kept_offset) VALUES"
              " ('closing_plan', 'name five blue things', 1, 0), ('phrase', 'ringing my sister', 1, 0)");
    Child child(home, {"lock"}, Child::On::terminal);
    child.wait_for("[y/N]");
    child.send("y\n");
    child.wait_for("Leave it unsealed");
    child.wait_for("[y/N]");
    child.send("y\n");
    for (const char* question : {"while you type):", "once more:"}) {
        child.wait_for(question);
        child.send(passphrase + "\n");
    }
    child.wait_for("Your words are sealed.");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(files_with(home, "ringing my sister"), IsEmpty());
    EXPECT_THAT(finished(home, {"ground", "--instant"}).output, HasSubstr("name five blue things"));
}

TEST(Lock, KilledWhilePractisingNoWordIsInAnyFile) {
    const TemporaryHome home;
    practise(home);
    lock_it(home);
    {
        Child child(home,
                    {"practice", (home.path() / "mine.json").string(), "--guide", "events", "--untimed"});
        const auto answer = [&](const std::string& value) {
            child.send(R"({"do":"answer","value":)" + value + "}\n");
        };
        for (int say = 0; say < 3; ++say) { child.send("{\"do\":\"continue\"}\n"); }
        child.wait_for_event("check_in");
        answer("5");
        for (int step = 0; step < 8; ++step) { child.send("{\"do\":\"continue\"}\n"); }
        child.wait_for_event("check_in");
        answer("3");
        child.wait_for_event("ask");
        answer("\"" + words + "\"");
        child.wait_for_event("section"); // the answer is in the log before the next thing appears
        EXPECT_EQ(finished(home, {"unlock"}).status, 2);
        child.kill(SIGKILL);
        child.wait();
    }
    EXPECT_THAT(files_with(home, words), IsEmpty());
    const auto log = log_of(home);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[1]["status"], "interrupted");
    EXPECT_TRUE(log[1]["answers"][2]["value_text"].is_null());
    EXPECT_EQ(log[1]["answers"][2]["withheld"], true);
    Child child(home, {"log", "show"}, Child::On::terminal);
    child.wait_for("without them):");
    child.send(passphrase + "\n");
    child.wait_for(words);
    EXPECT_EQ(child.wait(), 0);
}

TEST(Lock, FindingAsksForThePassphraseOnce) {
    const TemporaryHome home;
    practise(home);
    lock_it(home);
    Child child(home, {"log", "--find"}, Child::On::terminal);
    child.wait_for("Which words are you looking for?");
    EXPECT_THAT(child.output(), Not(HasSubstr("Passphrase"))) << "first what, then whether it may be read";
    child.send("river\n");
    child.wait_for("without them):");
    child.send("\n");
    EXPECT_EQ(child.wait(), 0);
    const std::string& shown = child.output();
    EXPECT_EQ(shown.find("Passphrase"), shown.rfind("Passphrase"));
}

TEST(Lock, IsRefusedWhileAPracticeIsGoingOn) {
    const TemporaryHome home;
    practise(home);
    const auto file = home.path() / "secret";
    std::ofstream(file) << passphrase << '\n';
    Child child(home, {"practice", (home.path() / "mine.json").string(), "--guide", "events", "--untimed"});
    child.wait_for_event("warning");
    child.send("{\"do\":\"continue\"}\n");
    child.wait_for_event("section"); // it is in the log now
    EXPECT_EQ(finished(home, {"lock", "--yes", "--passphrase-file", file.string()}).status, 1);
    EXPECT_EQ(log_of(home)[0]["answers"][2]["value_text"], words);
}

} // namespace
} // namespace kindly::tests
