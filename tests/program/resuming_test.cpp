// SPDX-License-Identifier: MIT
// Practices that break off: what is in the log then, and going on with them.
#include "program/child.hpp"
#include "program/long_line.hpp"

#include <fstream>
#include <random>
#include <sys/resource.h>
#include <thread>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;
using testing::HasSubstr;

namespace {

/// Three parts: a check-in, a text, a kind part; nothing in it takes time.
constexpr const char* letter =
    R"({ "format": "1.0", "id": "letter", "version": "1.0", "language": "en", "title": "Letter",
  "safety": { "intensity": "moderate", "before": "Some writing.", "backdraft": "That happens.",
              "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "parameters": { "lines": { "type": "number", "default": 2, "lowest": 1, "highest": 9, "label": "lines" } },
  "sections": [
    { "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
      { "kind": "check_in", "id": "start", "text": "How distressed?" } ] },
    { "id": "write", "title": "Write", "component": "kindness", "purpose": "soothe", "steps": [
      { "kind": "ask", "id": "name", "text": "To whom?", "answer": "text", "optional": true },
      { "kind": "ask", "id": "page", "text": "Write {lines} lines.", "answer": "text", "optional": true },
      { "kind": "check_in", "id": "after", "about": "backdraft", "text": "And now?" } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [
      { "kind": "say", "text": "Look around." }, { "kind": "pause", "for": "40s" } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [
      { "kind": "recall", "answer": "name", "text": "You wrote to:" },
      { "kind": "say", "text": "Look around." } ] } ] })";

std::string write_exercise(const TemporaryHome& home, const std::string& text = letter) {
    const std::string file = (home.path() / "letter.json").string();
    std::ofstream(file) << text;
    return file;
}

std::string answer(const json& value) { return json{{"do", "answer"}, {"value", value}}.dump() + "\n"; }
std::string draft(const std::string& words) { return json{{"do", "draft"}, {"text", words}}.dump() + "\n"; }
const std::string go_on = "{\"do\":\"continue\"}\n";

std::vector<std::string> practice(const std::string& what, std::vector<std::string> more = {}) {
    std::vector<std::string> all{"practice", what, "--guide", "events", "--untimed"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::string ask_log(const TemporaryHome& home, const std::string& sql) {
    SQLite::Database database((home.path() / ".local/share/kindly/practice.db").string(),
                              SQLite::OPEN_READONLY, 5000);
    SQLite::Statement statement(database, sql);
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

/// Waits for a value in the log, as long as somebody may still write it.
void wait_for_log(const TemporaryHome& home, const std::string& sql, const std::string& value) {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (ask_log(home, sql) != value) {
        ASSERT_LT(std::chrono::steady_clock::now(), limit) << sql;
        ::poll(nullptr, 0, 5); // another look in a moment
    }
}

/// Up to the question "page", where the program is killed; a draft stands there when there are words.
void break_off(const TemporaryHome& home, const std::string& file, const std::string& words = {},
               double rating = 3, const std::vector<std::string>& more = {}) {
    Child child(home, practice(file, more));
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(rating));
    child.wait_for_event("ask");
    child.send(answer("Ada"));
    child.wait_for_event("ask");
    if (!words.empty()) {
        child.send(draft(words));
        wait_for_log(home, "SELECT words FROM draft", words);
    }
    child.kill(SIGKILL);
    child.wait();
}

} // namespace

TEST(Resuming, GoesOnAtTheBeginningOfThePartWithEverythingThatWasSaidAndWritten) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file, "Dear Ada,\nit is", 3, {"--set", "lines=5"});
    const auto id = log_of(home)[0]["id"];

    Child child(home, practice(file), Child::On::terminal);
    const auto offer = child.wait_for_event("offer");
    EXPECT_EQ(offer["v"], 1);
    EXPECT_EQ(offer["reason"], "resume");
    EXPECT_EQ(offer["choices"], json({"go_on", "begin_again", "leave"}));
    EXPECT_EQ(offer["default"], "go_on");
    child.send(go_on);
    const auto started = child.wait_for_event("started");
    EXPECT_EQ(started["session"], id);
    EXPECT_EQ(started["resumed"], true);
    EXPECT_EQ(child.wait_for_event("warning")["text"], "Some writing.");
    child.send(go_on);
    EXPECT_EQ(child.wait_for_event("section")["id"], "write");
    EXPECT_EQ(child.wait_for_event("ask")["id"], "name");
    child.send(go_on); // the answer stands
    EXPECT_EQ(child.wait_for_event("ask")["text"], "Write 5 lines.") << "with the settings that it had";
    EXPECT_EQ(child.wait_for_event("restored")["draft"], "Dear Ada,\nit is");
    child.send(answer("Dear Ada,\nit is late."));
    child.wait_for_event("check_in");
    child.send(answer(2));
    EXPECT_EQ(child.wait_for_event("recall")["value"], "Ada");
    child.send(go_on + go_on);
    EXPECT_EQ(child.wait_for_event("ended")["status"], "completed");
    EXPECT_EQ(child.wait(), 0);

    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U) << "it is one practice";
    EXPECT_EQ(log[0]["id"], id);
    EXPECT_EQ(log[0]["status"], "completed");
    EXPECT_TRUE(log[0]["stop_reason"].is_null());
    EXPECT_EQ(log[0]["distress_before"], 3);
    EXPECT_EQ(log[0]["distress_after"], 2);
    EXPECT_EQ(log[0]["backdraft"], "none");
    EXPECT_EQ(log[0]["answers"].size(), 4U);
    EXPECT_EQ(ask_log(home, "SELECT revision FROM session"), "2");
    EXPECT_EQ(ask_log(home, "SELECT count(*) FROM draft"), "0");
    EXPECT_EQ(finished(home, {"practice", "--resume"}).status, 4) << "nothing is left in the middle";
}

TEST(Resuming, TimeInBetweenIsNeitherPractisedNorPaused) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file, {}, 3, {"--now", "2026-11-22T08:00:00Z"});
    const auto before = std::stoll(ask_log(home, "SELECT practised_ms FROM session"));
    Child child(home, practice(file, {"--resume", "--now", "2026-11-22T08:20:00Z"}));
    child.wait_for_event("warning");
    child.send("{\"do\":\"stop\"}\n");
    EXPECT_EQ(child.wait_for_event("ended")["practised_ms"], before);
    child.wait();
    EXPECT_EQ(ask_log(home, "SELECT paused_ms FROM session"), "0");
    EXPECT_EQ(ask_log(home, "SELECT practised_ms FROM session"), std::to_string(before));
    EXPECT_EQ(log_of(home)[0]["started_at"], "2026-11-22T08:00:00+00:00");
    EXPECT_EQ(log_of(home)[0]["ended_at"].get<std::string>().substr(0, 16), "2026-11-22T08:20");
}

TEST(Resuming, BegunAgainItBeginsWhenThatIsChosen) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file);
    Child child(home, practice(file), Child::On::terminal);
    EXPECT_EQ(child.wait_for_event("offer")["reason"], "resume");
    // The page may stay open for a night.
    const auto chosen = std::chrono::system_clock::now().time_since_epoch();
    child.send(answer("begin_again"));
    child.wait_for_event("warning");
    child.send("{\"do\":\"stop\"}\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_GE(std::stoll(ask_log(home, "SELECT max(started_at) FROM session")),
              std::chrono::duration_cast<std::chrono::milliseconds>(chosen).count());
}

TEST(PlainLines, ALineThatTheTerminalCutsOffIsToldAndCanGoOn) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    Child child(home, {"practice", file, "--guide", "plain", "--untimed"}, Child::On::terminal);
    child.wait_for("Some writing.");
    child.send("\n");
    child.wait_for("How distressed?");
    child.send("3\n");
    child.wait_for("To whom?");
    child.send("Ada\n.\n");
    child.wait_for("Write 2 lines.");
    const std::string page = longer_than_a_terminal_takes();
    child.send(page + "\n");
    child.wait_for("came as far as");
    child.send("and the rest.\n.\n");
    child.wait_for("And now?");
    EXPECT_EQ(ask_log(home, "SELECT value_text FROM answer WHERE question = 'page'"),
              cut_by_the_terminal(page) + "\nand the rest.");
}

TEST(BreakingOff, WhatWasTypedLastIsKeptWhereNobodyReadsAnyMore) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    Child child(home, practice(file));
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    child.send(answer("Ada"));
    child.wait_for_event("ask");
    child.send(draft("One line"));
    wait_for_log(home, "SELECT words FROM draft", "One line");
    child.kill(SIGSTOP); // so that all of this comes at once: a draft, a wrong line, and nobody who reads on
    child.send(draft("One line, and another") + "no JSON\n");
    child.hang_up();
    child.kill(SIGCONT);
    child.wait();
    EXPECT_EQ(ask_log(home, "SELECT words FROM draft"), "One line, and another");
    EXPECT_EQ(ask_log(home, "SELECT running FROM session"), "0");
    EXPECT_EQ(ask_log(home, "SELECT stop_reason FROM session"), "signal");
}

TEST(Resuming, AfterHalfAnHourItIsBegunAgainAndTheOldOneStays) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file, {}, 3, {"--now", "2026-11-22T08:00:00Z"});
    {
        Child child(home, practice(file, {"--now", "2026-11-22T08:31:00Z"}));
        child.wait_for_event("warning");
        EXPECT_EQ(child.output().find("offer"), std::string::npos);
        child.send("{\"do\":\"stop\"}\n");
        child.wait();
    }
    EXPECT_EQ(finished(home, {"--now", "2026-11-22T08:31:00Z", "practice", "--resume"}).status, 4);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0]["status"], "interrupted");
    EXPECT_EQ(log[1]["status"], "stopped");
}

TEST(Resuming, LeavingItChangesNothingAndBeginningAgainIsNotAskedTwice) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file, "words");
    const auto left = log_of(home);
    {
        Child child(home, practice(file), Child::On::terminal);
        child.wait_for_event("offer");
        child.send(answer("maybe"));
        child.wait_for_event("refused");
        child.send(answer("leave"));
        EXPECT_EQ(child.wait(), 0);
        EXPECT_EQ(child.output().find("started"), std::string::npos);
    }
    EXPECT_EQ(log_of(home), left);
    EXPECT_EQ(ask_log(home, "SELECT words FROM draft"), "words");
    {
        Child child(home, practice(file), Child::On::terminal);
        child.wait_for_event("offer");
        child.send(answer("begin_again"));
        EXPECT_NE(child.wait_for_event("started")["session"], left[0]["id"]);
        child.wait_for_event("warning");
        child.send("{\"do\":\"stop\"}\n");
        child.wait();
    }
    Child child(home, practice(file), Child::On::terminal);
    child.wait_for_event("started");
    EXPECT_EQ(child.output().find("offer"), std::string::npos) << "that was decided";
    child.send("{\"do\":\"stop\"}\n");
    child.wait();
}

TEST(Resuming, AfterAHighRatingItAsksFirstAndOffersToSteady) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    {
        Child child(home, practice(file));
        child.wait_for_event("warning");
        child.send(go_on);
        child.wait_for_event("check_in");
        child.send(answer(9));
        child.wait_for_event("grounding");
        child.wait_for_event("say");
        child.kill(SIGTERM);
        EXPECT_EQ(child.wait(), 143);
    }
    Child child(home, {"practice", "--resume", "--guide", "events", "--untimed"});
    child.wait_for_event("warning");
    child.send(go_on);
    const auto asked = child.wait_for_event("check_in");
    EXPECT_EQ(asked["id"], "on-return");
    child.send(answer(2));
    const auto offer = child.wait_for_event("offer");
    EXPECT_EQ(offer["choices"], json({"ground", "go_on", "close"}));
    EXPECT_EQ(offer["default"], "ground");
    child.send(answer("close"));
    EXPECT_EQ(child.wait_for_event("section")["role"], "closing");
    child.send(go_on + go_on);
    EXPECT_EQ(child.wait_for_event("ended")["status"], "closed_early");
    child.wait();
    const json log = log_of(home);
    EXPECT_EQ(log[0]["groundings"], 1);
    EXPECT_EQ(log[0]["distress_before"], 9);
    EXPECT_EQ(log[0]["answers"][1]["measure"], "distress_0_10");
    EXPECT_EQ(log[0]["answers"][1]["value_number"], 2);
}

TEST(Resuming, AChangedExerciseBeginsAgainUnlessItsAnswersStillMeanTheSame) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file);
    const auto changed = [](std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    };
    const auto offer_of = [&](const std::string& text) {
        write_exercise(home, text);
        Child child(home, practice(file), Child::On::terminal);
        const auto offer = child.wait_for_event("offer");
        child.send(answer("leave"));
        child.wait();
        return offer;
    };
    const auto another_text = offer_of(changed(letter, "Some writing.", "Some more writing."));
    EXPECT_EQ(another_text["choices"], json({"go_on", "begin_again", "leave"}));
    EXPECT_EQ(another_text["default"], "begin_again");
    const auto no_such_part = offer_of(changed(letter, "\"id\": \"write\"", "\"id\": \"writing\""));
    EXPECT_EQ(no_such_part["choices"], json({"begin_again", "leave"}));
    EXPECT_EQ(finished(home, practice(file, {"--resume"})).status, 4);
    EXPECT_EQ(log_of(home)[0]["status"], "interrupted");
}

TEST(Resuming, AFrontEndGetsThePracticeThatItAskedFor) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file);
    Child child(home, practice(file));
    EXPECT_FALSE(child.wait_for_event("started").contains("resumed"));
    EXPECT_EQ(child.output().find("offer"), std::string::npos);
    child.send("{\"do\":\"stop\"}\n");
    child.wait();
    EXPECT_EQ(log_of(home).size(), 2U);
}

TEST(Resuming, OnlyOneProgramGetsIt) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file);
    Child first(home, practice(file), Child::On::terminal);
    Child second(home, practice(file), Child::On::terminal);
    first.wait_for_event("offer");
    second.wait_for_event("offer");
    first.send(go_on);
    first.wait_for_event("warning");
    second.send(go_on);
    EXPECT_EQ(second.wait(), 1);
    EXPECT_EQ(finished(home, practice(file, {"--resume"})).status, 4) << "it is going on elsewhere";
    first.send("{\"do\":\"stop\"}\n");
    EXPECT_EQ(first.wait(), 0);
    EXPECT_EQ(ask_log(home, "SELECT revision FROM session"), "2");
    EXPECT_EQ(log_of(home).size(), 1U);
}

TEST(Resuming, WhatWouldMakeItAnotherPracticeIsRefused) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file);
    const auto before = log_of(home);
    for (const std::vector<std::string>& more : {std::vector<std::string>{"--minutes", "5"},
                                                 {"--seed", "1"},
                                                 {"--set", "lines=3"},
                                                 {"--unrecorded"},
                                                 {"--language", "en"},
                                                 {"--listen"}}) {
        std::vector<std::string> arguments = more;
        arguments.emplace_back("--resume");
        EXPECT_EQ(finished(home, practice(file, arguments)).status, 2) << more.front();
    }
    EXPECT_EQ(log_of(home), before);
}

TEST(Resuming, ThePlainGuideShowsTheDraftAndGoesOnBelowIt) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    {
        Child child(home, {"practice", file, "--untimed"}, Child::On::terminal);
        child.wait_for("Enter begins");
        child.send("\n");
        child.wait_for("How distressed?");
        child.send("3\n");
        child.wait_for("To whom?");
        child.send("Ada\n.\n");
        child.wait_for("Write 2 lines.");
        child.send("a first line\n");
        wait_for_log(home, "SELECT words FROM draft", "a first line");
        child.kill(SIGKILL);
        child.wait();
    }
    Child child(home, {"practice", file, "--untimed"}, Child::On::terminal);
    child.wait_for("left in the middle");
    child.wait_for("Enter alone: ");
    child.send("\n");
    child.wait_for("Enter begins");
    child.send("\n");
    child.wait_for("Your answer so far");
    child.send("\n");
    child.wait_for("what you have written so far");
    child.wait_for("a first line");
    child.send("a second\n.\n");
    child.wait_for("And now?");
    child.send("q\nq\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(ask_log(home, "SELECT value_text FROM answer WHERE question = 'page'"),
              "a first line\na second");
}

TEST(Resuming, TodayNamesIt) {
    const TemporaryHome home;
    Child child(home, {"practice", "kind-pause", "--guide", "events"});
    child.wait_for_event("warning");
    const auto suggested = [&] { return json::parse(finished(home, {"today", "--json"}).output); };
    EXPECT_EQ(suggested()["suggestion"]["id"], "look") << "it is still going on";
    child.kill(SIGKILL);
    child.wait();
    EXPECT_EQ(suggested()["offer"], "left");
    EXPECT_EQ(suggested()["left"]["exercise"], "kind-pause");
}

TEST(Resuming, PipesNeverAsk) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    break_off(home, file);
    const auto anew = finished(home, {"practice", file}, "q\n");
    EXPECT_EQ(anew.output.find("left in the middle"), std::string::npos);
    EXPECT_EQ(log_of(home).size(), 2U);
}

TEST(Drafts, AreSavedWithinTwoSecondsAndStayWhenNobodyIsThereAnyMore) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    Child child(home, practice(file));
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    const auto began = std::chrono::steady_clock::now();
    for (int words = 1; words <= 50; ++words) { child.send(draft("draft " + std::to_string(words))); }
    wait_for_log(home, "SELECT words FROM draft", "draft 50");
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10))
        << "two, on an idle machine";
    child.send(draft(""));
    wait_for_log(home, "SELECT count(*) FROM draft", "0");
    child.send(draft("a page"));
    child.close_input();
    child.wait_for_event("skipped");
    EXPECT_EQ(ask_log(home, "SELECT words FROM draft WHERE question = 'name'"), "a page")
        << "left out by nobody: the words stay";
}

TEST(Drafts, EndWithTheAnswerOrWhenTheQuestionIsLeftOut) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    Child child(home, practice(file));
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    child.send(draft("A"));
    wait_for_log(home, "SELECT words FROM draft", "A");
    child.send(answer("Ada"));
    child.wait_for_event("ask");
    EXPECT_EQ(ask_log(home, "SELECT count(*) FROM draft"), "0");
    child.send(draft("B"));
    wait_for_log(home, "SELECT words FROM draft", "B");
    child.send("{\"do\":\"skip\"}\n");
    child.wait_for_event("check_in");
    EXPECT_EQ(ask_log(home, "SELECT count(*) FROM draft"), "0");
}

namespace {

/// Kills it while answers and drafts come in; what had been told as safe must be there.
void kill_at_random(const TemporaryHome& home, const std::string& file, std::mt19937& random) {
    std::string told_name;
    bool rated = false;
    std::size_t typed = 0;
    {
        Child child(home, practice(file));
        child.wait_for_event("warning");
        child.send(go_on);
        child.wait_for_event("check_in");
        child.send(answer(3));
        // The kill comes at some moment within what follows, from beside it.
        const int after_ms = static_cast<int>(random() % 150);
        std::thread killer([&child, after_ms] {
            ::poll(nullptr, 0, after_ms);
            child.kill(SIGKILL);
        });
        try {
            child.wait_for_event("ask");
            rated = true;
            child.send(answer("Ada"));
            child.wait_for_event("ask");
            told_name = "Ada";
            for (;; ++typed) { child.send(draft(std::string(typed + 1, 'x'))); }
        } catch (const std::exception&) {} // it is gone
        killer.join();
        child.wait();
    }
    EXPECT_EQ(ask_log(home, "PRAGMA integrity_check"), "ok");
    const json log = log_of(home);
    ASSERT_FALSE(log.empty());
    EXPECT_EQ(log.back()["status"], "interrupted");
    std::string name;
    bool rating = false;
    for (const auto& one : log.back()["answers"]) {
        if (one["step"] == "write/name") { name = one["value_text"]; }
        if (one["step"] == "arrive/start") { rating = one["value_number"] == 3; }
    }
    if (rated) { EXPECT_TRUE(rating); }
    if (!told_name.empty()) { EXPECT_EQ(name, told_name); }

    // What was not told may be there or not, but never anything that was not typed.
    const std::string words = ask_log(home, "SELECT words FROM draft ORDER BY session DESC LIMIT 1");
    EXPECT_EQ(words, std::string(words.size(), 'x'));
    EXPECT_LE(words.size(), typed + 1);
    Child child(home, practice(file, {"--resume"}));
    EXPECT_EQ(child.wait_for_event("started")["session"], log.back()["id"]);
    child.wait_for_event("warning");
    child.send("{\"do\":\"stop\"}\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home).size(), log.size());
}

} // namespace

// KINDLY_KILLS in the environment: how often (see tests/CMakeLists.txt).
TEST(Killing, LosesNothingThatWasSafe) {
    const TemporaryHome home;
    const auto file = write_exercise(home);
    const char* wanted = std::getenv("KINDLY_KILLS");
    std::signal(SIGPIPE, SIG_IGN); // it is killed while we write to it
    const int kills = wanted == nullptr ? 50 : std::stoi(wanted);
    std::mt19937 random(20261122);
    for (int kill = 0; kill < kills && !HasFailure(); ++kill) { kill_at_random(home, file, random); }
}

TEST(Resuming, GoesOnInItsLanguageAndTheLogHoldsTheTranslation) {
    const TemporaryHome home;
    Child first(home, practice("look", {"--language", "de"}));
    const auto begun = first.wait_for_event("started");
    EXPECT_EQ(begun["language"], "de");
    EXPECT_EQ(begun["translation"].get<std::string>().size(), 64U);
    const auto warned = first.wait_for_event("warning")["text"];
    EXPECT_THAT(warned.get<std::string>(), testing::HasSubstr("Übung"));
    first.send(go_on);
    first.wait_for_event("say");
    first.kill(SIGKILL);
    first.wait();

    EXPECT_EQ(ask_log(home, "SELECT language FROM session"), "de");
    EXPECT_EQ(ask_log(home, "SELECT title FROM session"), "Hier im Raum");
    // The exercise as it was written, and beside it the translations of it and of its fragment.
    EXPECT_EQ(ask_log(home, "SELECT exercise_text.language FROM session JOIN exercise_text USING (digest)"),
              "en");
    EXPECT_EQ(ask_log(home,
                      "SELECT group_concat(kind || ' ' || id || ' ' || language, ', ') FROM (SELECT * FROM"
                      " fragment JOIN exercise_text USING (digest) ORDER BY kind, exercise_text.id)"),
              "fragment grounding/senses en, translation grounding/senses de, translation look de");
    EXPECT_EQ(ask_log(home, "SELECT count(*) FROM exercise_text WHERE digest = '" +
                                begun["translation"].get<std::string>() + "'"),
              "1");

    Child second(home, practice("look", {"--resume"}));
    const auto started = second.wait_for_event("started");
    EXPECT_EQ(started["language"], "de");
    EXPECT_EQ(started["resumed"], true);
    EXPECT_EQ(second.wait_for_event("warning")["text"], warned);
    second.kill(SIGKILL);
    second.wait();
}
