// SPDX-License-Identifier: MIT
// A practice log that cannot be written: before a practice, and in the middle of one.
#include "program/child.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <sys/resource.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

namespace {

const std::string enter = "\n";

std::string answer(const json& value) { return json{{"do", "answer"}, {"value", value}}.dump() + "\n"; }

fs::path log_file(const TemporaryHome& home) { return home.path() / ".local/share/kindly/practice.db"; }

std::string text_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

/// From here on, the program's files may not grow: what a full disk is to it. Its log is larger already.
void no_more_room(const Child& child) {
    constexpr rlim_t bytes = 16384;
    const rlimit limit{bytes, RLIM_INFINITY};
    ASSERT_EQ(::prlimit(child.id(), RLIMIT_FSIZE, &limit, nullptr), 0);
}
void room_again(const Child& child) {
    const rlimit limit{RLIM_INFINITY, RLIM_INFINITY};
    ASSERT_EQ(::prlimit(child.id(), RLIMIT_FSIZE, &limit, nullptr), 0);
}

std::vector<std::string> through_events(std::vector<std::string> more = {}) {
    std::vector<std::string> all{"practice", "kind-pause", "--guide", "events", "--instant", "--seed", "1"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

void expect_whole(const TemporaryHome& home) {
    SQLite::Database database(log_file(home).string(), SQLite::OPEN_READONLY);
    SQLite::Statement check(database, "PRAGMA integrity_check");
    ASSERT_TRUE(check.executeStep());
    EXPECT_EQ(check.getColumn(0).getString(), "ok");
}

/// To the closing, with a rating before and one behind the moment at which there is no room any more.
void practise_without_room(Child& child) {
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    no_more_room(child);
    child.send(answer(4));
    EXPECT_THAT(child.wait_for_event("problem")["message"].get<std::string>(), HasSubstr("no room left"));
    child.wait_for_event("ask");
    child.send("{\"do\":\"close\"}\n");
}

} // namespace

TEST(Rescue, AFileNamedBeforehandTakesTheWholePractice) {
    const TemporaryHome home;
    finished(home, {"practice", "look", "--instant"});
    const fs::path file = home.path() / "rescued.jsonl";
    Child child(home, through_events({"--rescue", file.string()}));
    practise_without_room(child);
    EXPECT_EQ(child.wait_for_event("ended")["status"], "closed_early");
    EXPECT_EQ(child.wait(), 1) << "it is not in the log";

    EXPECT_EQ(fs::status(file).permissions() & fs::perms::mask,
              fs::perms::owner_read | fs::perms::owner_write);
    const std::string text = text_of(file);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
    const json line = json::parse(text);
    EXPECT_EQ(text.find("{\"record\":\"session\",\"id\":"), 0U);
    EXPECT_EQ(line["status"], "closed_early");
    EXPECT_EQ(line["stop_reason"], "person");
    EXPECT_EQ(line["distress_before"], 3);
    EXPECT_EQ(line["kindness_before"], 4);
    ASSERT_EQ(line["answers"].size(), 2U);
    EXPECT_EQ(line["answers"][0]["value_number"], 3);
    EXPECT_EQ(line["answers"][1]["value_number"], 4);
    EXPECT_EQ(line["answers"][1]["position"], 2);
    EXPECT_EQ(line["answers"][1]["more"]["question"], "kind_before");
    EXPECT_EQ(line["more"]["digest"].get<std::string>().size(), 64U);
    EXPECT_GE(line["more"]["steps"].size(), 2U);

    // What the log has of it is what was written before, and an older revision.
    expect_whole(home);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[1]["id"], line["id"]);
    EXPECT_EQ(log[1]["status"], "interrupted");
    EXPECT_EQ(log[1]["answers"].size(), 1U);
    EXPECT_EQ(line["revision"], 2);
}

TEST(Rescue, IsNotNeededWhereThereIsRoomAgain) {
    const TemporaryHome home;
    const fs::path file = home.path() / "rescued.jsonl";
    Child child(home, through_events({"--rescue", file.string()}));
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    no_more_room(child);
    child.send(answer(4));
    child.wait_for_event("problem");
    child.wait_for_event("ask");
    room_again(child);
    child.send("{\"do\":\"close\"}\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_FALSE(fs::exists(file));
    EXPECT_EQ(log_of(home)[0]["status"], "closed_early");
    EXPECT_EQ(log_of(home)[0]["answers"].size(), 2U);
}

TEST(Rescue, WithoutAFileItIsSaidAndNothingIsLeftBehind) {
    const TemporaryHome home;
    Child child(home, through_events());
    practise_without_room(child);
    EXPECT_EQ(child.wait(), 1);
    expect_whole(home);
    for (const auto& entry : fs::directory_iterator(home.path())) {
        EXPECT_EQ(entry.path().filename(), ".local") << "no file that nobody asked for";
    }
}

TEST(Rescue, NeverReplacesAFile) {
    const TemporaryHome home;
    const fs::path file = home.path() / "mine.txt";
    std::ofstream(file) << "mine";
    EXPECT_EQ(finished(home, through_events({"--rescue", file.string()})).status, 2);
    EXPECT_EQ(finished(home, through_events({"--rescue", "new", "--unrecorded"})).status, 2);
    EXPECT_EQ(log_of(home).size(), 0U) << "it did not begin";

    // It came into being meanwhile.
    const fs::path later = home.path() / "later.jsonl";
    Child child(home, through_events({"--rescue", later.string()}));
    child.wait_for_event("check_in");
    std::ofstream(later) << "mine";
    child.send(answer(3));
    child.wait_for_event("ask");
    no_more_room(child);
    child.send(answer(4));
    child.wait_for_event("problem");
    child.send("{\"do\":\"close\"}\n");
    EXPECT_EQ(child.wait(), 1);
    EXPECT_EQ(text_of(file), "mine");
    EXPECT_EQ(text_of(later), "mine");
}

TEST(Rescue, WordsThatAreToBeKeptAreInItToo) {
    const TemporaryHome home;
    finished(home, {"practice", "look", "--instant"});
    const fs::path exercise = fs::path(KINDLY_SOURCE_DIR) / "tests/cases/me/kept/files/evening.json";
    const fs::path file = home.path() / "my rescue.jsonl";
    Child child(home, {"practice", exercise.string(), "--guide", "events", "--rescue", file.string()});
    child.wait_for_event("warning");
    child.send("{\"do\":\"continue\"}\n");
    child.wait_for_event("ask");
    no_more_room(child);
    child.send(answer("Tea before mail."));
    child.wait_for_event("problem");
    child.send(answer("The heron\nwas there."));
    child.wait_for_event("answered");
    for (int rest = 0; rest < 2; ++rest) { child.send("{\"do\":\"skip\"}\n"); }
    for (int asked = 0; asked < 2; ++asked) {
        child.wait_for_event("keep");
        child.send(answer("keep"));
    }
    EXPECT_EQ(child.wait(), 1);

    const fs::path list = home.path() / ".local/share/kindly/exported-files.txt";
    EXPECT_EQ(text_of(list), file.string() + "\n") << "erase names it";
    EXPECT_EQ(json::parse(finished(home, {"me", "kept", "--json"}).output), json::array());
    EXPECT_EQ(finished(home, {"import", file.string()}).status, 0);
    const json kept = json::parse(finished(home, {"me", "kept", "--json"}).output);
    ASSERT_EQ(kept.size(), 2U);
    const std::set<std::string> words{kept[0]["words"], kept[1]["words"]};
    EXPECT_EQ(words, (std::set<std::string>{"Tea before mail.", "The heron\nwas there."}));
    EXPECT_EQ(kept[1]["session"], log_of(home)[1]["id"]);
}

TEST(Rescue, AtATerminalANameIsAskedFor) {
    const TemporaryHome home;
    std::ofstream(home.path() / "there.txt") << "mine";
    Child child(home, {"--now", "2026-11-22T08:15:00Z", "practice", "kind-pause", "--instant", "--seed", "1"},
                Child::On::terminal);
    child.wait_for("How distressed");
    child.send("3\n");
    child.wait_for("How kind");
    no_more_room(child);
    child.send("4\n");
    child.wait_for("Your answers cannot be saved just now");
    child.send("q\nq\n");
    child.wait_for("It can be put in a file instead");
    child.wait_for("kindly-2026-11-22-0815.jsonl");
    child.send("~/there.txt\n");
    child.wait_for("is there already; it was left as it is");
    child.wait_for(">");
    child.send(enter);
    EXPECT_EQ(child.wait(), 1);
    EXPECT_THAT(child.output(), HasSubstr("kindly import "));
    EXPECT_THAT(child.output(), Not(HasSubstr("!")));
    EXPECT_EQ(text_of(home.path() / "there.txt"), "mine");
    const json line = json::parse(text_of(home.path() / "kindly-2026-11-22-0815.jsonl"));
    EXPECT_EQ(line["answers"].size(), 2U);
    EXPECT_EQ(line["status"], "stopped");
}

TEST(Rescue, NoIsAnAnswerToo) {
    const TemporaryHome home;
    Child child(home, {"practice", "kind-pause", "--instant"}, Child::On::terminal);
    child.wait_for("How distressed");
    no_more_room(child);
    child.send("3\n");
    child.wait_for("Your answers cannot be saved just now");
    child.send("q\nq\n");
    child.wait_for("It can be put in a file instead");
    child.send("no\n");
    EXPECT_EQ(child.wait(), 1);
    EXPECT_THAT(child.output(), HasSubstr("This practice could not be saved: "));
}

TEST(BeforeIt, ATerminalIsAskedWhetherToPractiseUnrecorded) {
    const TemporaryHome home;
    const std::vector<std::string> arguments{"practice", "look", "--instant", "--data-dir", "/proc/nowhere"};
    {
        Child child(home, arguments, Child::On::terminal);
        child.wait_for("Practise without recording anything?");
        child.send(enter);
        EXPECT_EQ(child.wait(), 1);
        EXPECT_THAT(child.output(), Not(HasSubstr("Trial run"))) << "it did not begin";
    }
    Child child(home, arguments, Child::On::terminal);
    child.wait_for("Practise without recording anything?");
    child.send("yes\n");
    child.wait_for("hold a small thing");
    child.send("s\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_FALSE(fs::exists("/proc/nowhere"));
}

TEST(BeforeIt, AFullDiskIsSaidBeforeTheFirstWord) {
    const TemporaryHome home;
    finished(home, {"practice", "look", "--instant"});
    const json before = log_of(home);
    const std::string bytes = text_of(log_file(home));
    // The limit is handed down to the program. With the second one there is room for SQLite's shared memory
    // (32 KiB), so that the log opens, and none for the practice in it.
    for (const rlim_t room : {rlim_t{4096}, rlim_t{33} * 1024}) {
        SCOPED_TRACE(room);
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{room, limit.rlim_max};
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto done = finished(home, {"practice", "look", "--instant"});
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        EXPECT_EQ(done.status, 1);
        EXPECT_EQ(done.output, "") << "nothing was begun";
        EXPECT_EQ(log_of(home), before);
        EXPECT_EQ(text_of(log_file(home)), bytes);
    }
}

TEST(BeforeIt, ALogThatAnotherProgramHoldsIsSaidBeforeTheFirstWord) {
    const TemporaryHome home;
    finished(home, {"practice", "look", "--instant"});
    SQLite::Database other(log_file(home).string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    const auto done = finished(home, {"practice", "kind-pause", "--instant"});
    EXPECT_EQ(done.status, 1);
    EXPECT_EQ(done.output, "");
    other.exec("ROLLBACK");
    EXPECT_EQ(log_of(home).size(), 1U);
}

TEST(InTheMiddle, ALogThatAnotherProgramHoldsIsWaitedForOnceAndNotAtEachKey) {
    const TemporaryHome home;
    finished(home, {"practice", "look", "--instant"});
    Child child(home, through_events());
    child.wait_for_event("check_in");
    SQLite::Database other(log_file(home).string(), SQLite::OPEN_READWRITE, 60000);
    other.exec("BEGIN IMMEDIATE");
    child.send(answer(3));
    child.wait_for_event("problem");
    // Each of these waited as long as the first one, which is five seconds.
    const auto begin = std::chrono::steady_clock::now();
    for (const json& value : {json(4), json("yes"), json("fine")}) {
        child.send(answer(value));
        while (child.wait_for_event("answered")["value"] != value) {}
    }
    child.wait_for_event("check_in");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
    other.exec("ROLLBACK");
    child.send("{\"do\":\"close\"}\n");
    child.wait_for_event("ended");
    EXPECT_EQ(child.wait(), 0);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[1]["distress_before"], 3);
    EXPECT_EQ(log[1]["kindness_before"], 4);
}
