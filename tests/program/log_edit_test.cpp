// SPDX-License-Identifier: MIT
// `kindly log` at a terminal: what it asks, what it shows page by page and leaves no trace of, and what is
// refused or said when another program is in the way.
#include "program/child.hpp"
#include "program/long_line.hpp"

#include <fstream>
#include <memory>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const std::vector<std::string> screen{"TERM=xterm"};

std::vector<std::string> with_time(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--now", "2026-11-23T10:00"});
    return arguments;
}

/// A practice entered later, with this note; its id.
std::string add(const TemporaryHome& home, const std::string& note) {
    finished(home,
             with_time({"log", "add", "--exercise", "look", "--at", "2026-11-22T19:30", "--minutes", "10",
                        "--note"}),
             note);
    return log_of(home).back()["id"];
}

std::filesystem::path log_file(const TemporaryHome& home) {
    return home.path() / ".local/share/kindly/practice.db";
}

std::string many_lines() {
    std::string note;
    for (int line = 1; line <= 60; ++line) { note += "line " + std::to_string(line) + "\n"; }
    return note;
}

/// What the terminal got after the alternate screen was left.
std::string after_the_screen(const std::string& output) {
    const std::string leave = "\x1b[?1049l";
    const auto at = output.rfind(leave);
    return at == std::string::npos ? "the screen was never left" : output.substr(at + leave.size());
}

} // namespace

TEST(LogAdd, ALineThatTheTerminalCutsOffIsToldAndCanGoOn) {
    const TemporaryHome home;
    Child child(home,
                with_time({"log", "add", "--exercise", "look", "--at", "2026-11-22T19:30", "--minutes", "10",
                           "--note"}),
                Child::On::terminal);
    child.wait_for("full stop");
    const std::string page = longer_than_a_terminal_takes();
    child.send(page + "\n");
    child.wait_for("came as far as");
    child.send("and the rest.\n.\n");
    EXPECT_EQ(child.wait(), 0);
    const std::string kept = log_of(home).back()["answers"][0]["value_text"];
    EXPECT_EQ(kept, cut_by_the_terminal(page) + "\nand the rest.");
}

TEST(LogShow, UsesTheAlternateScreenAndLeavesNothingBehind) {
    const TemporaryHome home;
    add(home, "nobody knows of the heron\n");
    Child child(home, {"log", "show"}, Child::On::terminal, screen);
    child.wait_for("\x1b[?1049h");
    child.wait_for("heron");
    child.wait_for("q: leave");
    child.send("q");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.output().find("heron", child.output().rfind("\x1b[2J\x1b[H")), std::string::npos);
    EXPECT_EQ(after_the_screen(child.output()), "");
    EXPECT_LT(child.output().find("\x1b[?1049h"), child.output().find("heron"));
}

TEST(LogShow, GoesPageByPageAndStaysWhereItWasWhenTheWindowChanges) {
    const TemporaryHome home;
    add(home, many_lines());
    Child child(home, {"log", "show"}, Child::On::terminal, screen);
    child.wait_for("1-23 of "); // a terminal that tells no size counts as 80 x 24
    child.send(" ");
    child.wait_for("23-45 of ");
    child.send("b");
    child.wait_for("1-23 of ");
    child.send("\x1b[B\x1b[B");
    child.wait_for("3-25 of ");
    child.send("\x1b[A");
    child.wait_for("2-24 of ");
    child.resize(40, 12);
    child.wait_for("-12 of "); // 11 lines and the last one, from line 2 on
    child.send("G");
    child.wait_for("line 60");
    child.send("q");
    EXPECT_EQ(child.wait(), 0);
}

TEST(LogShow, GivesTheTerminalBackWhenASignalEndsIt) {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        const TemporaryHome home;
        add(home, "heron\n");
        Child child(home, {"log", "show"}, Child::On::terminal, screen);
        child.wait_for("q: leave");
        child.kill(signal);
        EXPECT_EQ(child.wait(), 128 + signal);
        EXPECT_EQ(after_the_screen(child.output()), "");
    }
}

TEST(LogShow, ControlCLeavesIt) {
    const TemporaryHome home;
    add(home, "heron\n");
    Child child(home, {"log", "show"}, Child::On::terminal, screen);
    child.wait_for("q: leave");
    child.send("\x03");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(after_the_screen(child.output()), "");
}

TEST(LogShow, PrintsPlainLinesWhereThatIsWanted) {
    const TemporaryHome home;
    add(home, "heron\n");
    for (const auto& arguments :
         {std::vector<std::string>{"log", "show", "--plain"}, {"log", "show", "--json"}}) {
        Child child(home, arguments, Child::On::terminal, screen);
        EXPECT_EQ(child.wait(), 0);
        EXPECT_EQ(child.output().find('\x1b'), std::string::npos);
        EXPECT_NE(child.output().find("heron"), std::string::npos);
    }
    Child dumb(home, {"log", "show"}, Child::On::terminal);
    EXPECT_EQ(dumb.wait(), 0);
    EXPECT_EQ(dumb.output().find('\x1b'), std::string::npos);
}

TEST(LogFind, AsksForTheWordsAtATerminal) {
    const TemporaryHome home;
    add(home, "nobody knows of the heron\n");
    Child child(home, {"log", "--find"}, Child::On::terminal, screen);
    child.wait_for("Which words");
    child.send("HERON\n");
    child.wait_for("\x1b[?1049h");
    child.wait_for("\x1b[1mheron\x1b[22m");
    child.send("q");
    EXPECT_EQ(child.wait(), 0);
}

TEST(LogAdd, AsksForEverythingAndAsksAgainForWhatCannotBe) {
    const TemporaryHome home;
    Child child(home, with_time({"log", "add"}), Child::On::terminal);
    child.wait_for("Which exercise");
    child.send("lok\n");
    child.wait_for("Did you mean \"look\"?");
    child.wait_for("Which exercise");
    child.send("look\n");
    child.wait_for("When did it begin?");
    child.send("2026-11-24 10:00\n");
    child.wait_for("has not come yet");
    child.wait_for("When did it begin?");
    child.send("yesterday 7:15\n");
    child.wait_for("How many minutes");
    child.send("\n");
    child.wait_for("This question needs an answer");
    child.wait_for("How many minutes");
    child.send("12\n");
    child.wait_for("How did it end");
    child.send("closed early\n");
    for (const char* rating : {"5", "", "", "8"}) {
        child.wait_for("(Enter: not rated)");
        child.send(std::string(rating) + "\n");
    }
    child.wait_for(".q: leave");
    child.send("It rained.\nAll day.\n.\n");
    child.wait_for("Write this down?");
    child.send("y\n");
    EXPECT_EQ(child.wait(), 0);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["started_at"], "2026-11-22T07:15:00+00:00");
    EXPECT_EQ(log[0]["practised_seconds"], 720);
    EXPECT_EQ(log[0]["status"], "closed_early");
    EXPECT_EQ(log[0]["distress_before"], 5);
    EXPECT_TRUE(log[0]["distress_after"].is_null());
    EXPECT_EQ(log[0]["kindness_after"], 8);
    EXPECT_EQ(log[0]["answers"][0]["value_text"], "It rained.\nAll day.");
}

TEST(LogAdd, CanBeLeftAtEveryQuestionWithoutATrace) {
    const TemporaryHome home;
    const std::vector<std::string> answers{"look\n", "yesterday 7:15\n", "12\n", "\n", "\n", "\n", "\n", "\n",
                                           ".q\n"};
    for (std::size_t questions = 0; questions < answers.size(); ++questions) {
        Child child(home, with_time({"log", "add"}), Child::On::terminal);
        for (std::size_t at = 0; at < questions; ++at) { child.send(answers[at]); }
        child.send(questions == answers.size() - 1 ? ".q\n" : "q\n");
        EXPECT_EQ(child.wait(), 0);
        EXPECT_NE(child.output().find("Nothing was written down."), std::string::npos) << questions;
    }
    EXPECT_FALSE(std::filesystem::exists(log_file(home)));
}

TEST(LogAmend, AsksFieldByFieldAndEnterKeepsWhatIsThere) {
    const TemporaryHome home;
    const std::string id = add(home, "");
    Child child(home, with_time({"log", "amend", id}), Child::On::terminal);
    child.wait_for("Exercise [look]:");
    child.send("\n");
    child.wait_for("Began [2026-11-22 19:30]:");
    child.send("\n");
    child.wait_for("Minutes [10 minutes]:");
    child.send("15\n");
    child.wait_for("[completed]:");
    child.send("\n");
    for (const char* rating : {"4", "", "", ""}) {
        child.wait_for("[not rated]:");
        child.send(std::string(rating) + "\n");
    }
    child.wait_for("length: was 10 minutes, is 15 minutes");
    child.wait_for("distress before: was not there, is 4");
    child.wait_for("Change it like this?");
    child.send("y\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home)[0]["practised_seconds"], 900);
    EXPECT_EQ(log_of(home)[0]["distress_before"], 4);
}

TEST(LogDelete, ShowsWhatItIsAboutAndOnlyAYesDeletes) {
    const TemporaryHome home;
    const std::string id = add(home, "heron\n");
    for (const char* answer : {"\n", "n\n", "y\n"}) {
        Child child(home, with_time({"log", "delete", id}), Child::On::terminal);
        child.wait_for("2026-11-22 19:30");
        child.wait_for("(y or n)");
        child.send(answer);
        EXPECT_EQ(child.wait(), 0);
        EXPECT_EQ(log_of(home).size(), std::string(answer) == "y\n" ? 0U : 1U);
    }
}

TEST(LogDelete, WhileAnotherProgramReadsTheLogItIsSaidAndOnceMoreFinishesIt) {
    const TemporaryHome home;
    const std::string id = add(home, "heron\n");
    add(home, "another\n"); // so that there is something to read
    {
        SQLite::Database other(log_file(home).string(), SQLite::OPEN_READONLY);
        SQLite::Statement reading(other, "SELECT id FROM session");
        ASSERT_TRUE(reading.executeStep());
        EXPECT_EQ(finished(home, {"log", "delete", id, "--yes"}).status, 1);
        EXPECT_EQ(log_of(home).size(), 1U) << "out of the log it is";
    }
    EXPECT_EQ(finished(home, {"log", "delete", id, "--yes"}).status, 0);
    for (const auto& file : std::filesystem::directory_iterator(log_file(home).parent_path())) {
        const int in = ::open(file.path().c_str(), O_RDONLY | O_CLOEXEC);
        std::string bytes(1U << 20U, '\0');
        bytes.resize(static_cast<std::size_t>(::read(in, bytes.data(), bytes.size())));
        ::close(in);
        EXPECT_EQ(bytes.find("heron"), std::string::npos) << file.path();
    }
}

TEST(LogDelete, APracticeThatIsStillGoingOnIsRefused) {
    const TemporaryHome home;
    Child practice(home, {"practice", "kind-pause", "--guide", "events"});
    const std::string id = practice.wait_for_event("started")["session"];
    practice.send("{\"do\":\"continue\"}\n");
    practice.wait_for_event("section"); // by now it is in the log
    EXPECT_EQ(finished(home, {"log", "delete", id, "--yes"}).status, 1);
    EXPECT_EQ(finished(home, {"log", "amend", id, "--minutes", "5"}).status, 1);
    practice.send("{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n");
    EXPECT_EQ(practice.wait(), 0);
    EXPECT_EQ(log_of(home).size(), 1U);
    EXPECT_EQ(finished(home, {"log", "delete", id, "--yes"}).status, 0);
    EXPECT_EQ(log_of(home).size(), 0U);
}

TEST(KeptWords, AreShownAgainUntilTheyAreDeleted) {
    const TemporaryHome home;
    const auto practise = [&](const std::string& plan, const std::string& choice) {
        Child child(home, {"practice", "open-close", "--guide", "events"});
        std::string seen;
        std::string recalled;
        for (bool over = false; !over;) {
            child.wait_for("\n");
            const std::string& all = child.output();
            const auto end = all.rfind('\n');
            const std::string fresh = all.substr(seen.size(), end + 1 - seen.size());
            seen = all.substr(0, end + 1);
            for (std::size_t at = 0; at < fresh.size();) {
                const auto line_end = fresh.find('\n', at);
                const json event = json::parse(fresh.substr(at, line_end - at));
                at = line_end + 1;
                const std::string kind = event["event"];
                if (kind == "recall" && event["text"] == "You kept this plan before:") {
                    recalled = event["value"];
                }
                if (kind == "ask" && event["id"] == "my_plan" && !plan.empty()) {
                    child.send(json{{"do", "answer"}, {"value", plan}}.dump() + "\n");
                } else if (kind == "keep") {
                    child.send(json{{"do", "answer"}, {"value", choice}}.dump() + "\n");
                } else if (kind == "ask" || kind == "check_in" || kind == "say" || kind == "pause" ||
                           kind == "breathe" || kind == "warning" || kind == "recall") {
                    child.send("{\"do\":\"skip\"}\n");
                } else if (kind == "offer") {
                    child.send(json{{"do", "answer"}, {"value", event["default"]}}.dump() + "\n");
                }
                over = over || kind == "ended";
            }
        }
        EXPECT_EQ(child.wait(), 0);
        return recalled;
    };
    EXPECT_EQ(practise("tea by the window", "keep"), "");
    EXPECT_EQ(practise("not this one", "delete"), "tea by the window");
    EXPECT_EQ(practise("", ""), "tea by the window");
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 3U);
    const auto deleted = finished(home, {"log", "delete", log[0]["id"], "--yes"});
    EXPECT_NE(deleted.output.find("Words kept from there stay: closing_plan."), std::string::npos);
    EXPECT_EQ(practise("a longer walk", "keep"), "tea by the window");
    const std::string last = log_of(home).back()["id"];
    EXPECT_EQ(finished(home, {"log", "delete", last, "--answer", "5", "--with-kept", "--yes"}).status, 0);
    EXPECT_EQ(practise("", ""), "");
}

TEST(Recall, ShowsTheChoicesOfAnotherExerciseInTheWordsThatTheyHad) {
    const TemporaryHome home;
    const auto write = [&](const std::string& id, const std::string& steps) {
        std::string file = (home.path() / (id + ".json")).string();
        std::ofstream(file) << R"({ "format": "1.0", "id": ")" << id
                            << R"(", "version": "1.0", "language": "en", "title": "Signs",
  "safety": { "intensity": "moderate", "before": "Quiet.", "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "sections": [ { "id": "signs", "title": "Signs", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "start", "text": "How distressed?" }, )"
                            << steps << R"( ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look around." } ] } ] })";
        return file;
    };
    const std::string go_on = "{\"do\":\"continue\"}\n";
    const auto begun = [&](const std::string& file) {
        auto child =
            std::make_unique<Child>(home, std::vector<std::string>{"practice", file, "--guide", "events",
                                                                   "--exercise-path", home.path().string()});
        child->send(go_on);
        child->wait_for_event("check_in");
        child->send("{\"do\":\"answer\",\"value\":2}\n");
        return child;
    };
    const auto first =
        begun(write("signs", R"({ "kind": "ask", "id": "known", "text": "Which?", "answer": "choices",
        "options": [ { "id": "tight", "text": "A tight chest" }, { "id": "tears", "text": "Tears" },
                     { "id": "none", "text": "None" } ] })"));
    first->wait_for_event("ask");
    first->send("{\"do\":\"answer\",\"value\":[\"tight\",\"tears\"]}\n" + go_on);
    first->wait_for_event("ended");
    EXPECT_EQ(first->wait(), 0);
    const auto second = begun(write("later", R"({ "kind": "recall", "answer": "known", "of": "signs",
        "text": "These were your signs:", "otherwise": "Signs may come later." })"));
    EXPECT_EQ(second->wait_for_event("recall")["value"], "A tight chest\nTears");
    second->send("{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n");
    EXPECT_EQ(second->wait(), 0);
}
