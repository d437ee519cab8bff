// SPDX-License-Identifier: MIT
// What is derived after the practice itself: an entry made later, an amendment; and that the CSV says of
// every column what the JSON says. Written from the definitions of the export contract (kindly-log(5)).
#include "program/derived_columns.hpp"

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const json none = nullptr;

json entered(const TemporaryHome& home, const std::vector<std::string>& options) {
    std::vector<std::string> arguments{
        "--now", "2026-11-22T12:00:00", "log",       "add", "--exercise", "look",
        "--at",  "2026-11-20T03:30",    "--minutes", "10"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    EXPECT_EQ(finished(home, arguments).status, 0);
    return log_of(home).at(0);
}

std::vector<std::vector<std::string>> cells_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t at = 0; at < csv.size(); ++at) {
        const char letter = csv[at];
        if (quoted && letter == '"' && csv.compare(at, 2, "\"\"") == 0) {
            rows.back().back() += csv[at++];
        } else if (letter == '"') {
            quoted = !quoted;
        } else if (!quoted && letter == ',') {
            rows.back().emplace_back();
        } else if (!quoted && letter == '\r') {
            continue;
        } else if (!quoted && letter == '\n') {
            rows.push_back({""});
        } else {
            rows.back().back() += letter;
        }
    }
    rows.pop_back();
    return rows;
}

std::string as_cell(const json& value) {
    if (value.is_null()) { return ""; }
    if (value.is_string()) { return value; }
    if (!value.is_array()) { return value.dump(); }
    std::string joined;
    for (const auto& one : value) { joined += (joined.empty() ? "" : ";") + one.get<std::string>(); }
    return joined;
}

} // namespace

TEST(DerivedLater, AnEntryMadeLaterSaysOnlyWhatIsKnown) {
    const TemporaryHome home;
    const json entry = entered(home, {"--distress-before", "6", "--distress-after", "0"});
    EXPECT_EQ(entry.at("source"), "entered_later");
    EXPECT_EQ(entry.at("status"), "completed");
    EXPECT_EQ(entry.at("stop_reason"), none);
    EXPECT_EQ(entry.at("started_at"), "2026-11-20T03:30:00+00:00");
    EXPECT_EQ(entry.at("ended_at"), "2026-11-20T03:40:00+00:00");
    EXPECT_EQ(entry.at("day"), "2026-11-19");
    EXPECT_EQ(entry.at("recorded_at"), "2026-11-22T12:00:00+00:00");
    EXPECT_EQ(entry.at("amended_at"), none);
    EXPECT_EQ(entry.at("practised_seconds"), 600);
    EXPECT_EQ(entry.at("distress_before"), 6);
    EXPECT_EQ(entry.at("distress_after"), 0);
    EXPECT_EQ(entry.at("components"), json({"mindfulness"}));
    for (const char* column : {"planned_seconds", "paused_seconds", "kindness_before", "kindness_after",
                               "backdraft", "groundings", "skipped", "homework"}) {
        EXPECT_EQ(entry.at(column), none) << column << ": nobody knows, and that is not 0";
    }
}

TEST(DerivedLater, AnEntryMadeLaterEndedAsItWasEntered) {
    for (const char* status : {"completed", "closed_early", "stopped"}) {
        const TemporaryHome home;
        EXPECT_EQ(entered(home, {"--status", status}).at("status"), status);
    }
}

TEST(DerivedLater, AnAmendmentIsMarkedAndWhatFollowsFromItFollows) {
    const TemporaryHome home;
    const json before = entered(home, {"--distress-before", "6"});
    const std::string id = before.at("id");
    ASSERT_EQ(finished(home, {"--now", "2026-11-22T13:00:00", "log", "amend", id, "--at", "2026-11-20T04:00",
                              "--minutes", "12", "--distress-before", "none"})
                  .status,
              0);
    const json after = log_of(home).at(0);
    EXPECT_EQ(after.at("id"), id);
    EXPECT_EQ(after.at("amended_at"), "2026-11-22T13:00:00+00:00");
    EXPECT_EQ(after.at("recorded_at"), before.at("recorded_at"));
    EXPECT_EQ(after.at("day"), "2026-11-20");
    EXPECT_EQ(after.at("ended_at"), "2026-11-20T04:12:00+00:00");
    EXPECT_EQ(after.at("practised_seconds"), 720);
    EXPECT_EQ(after.at("distress_before"), none);
}

TEST(DerivedLater, TheConfigFileNamesTheParticipantAndTheHourAtWhichDaysBegin) {
    const TemporaryHome home;
    const std::string config = file_with(home,
                                         "participant = \"P017\"\n"
                                         "day_starts = \"05:30\"\n",
                                         "study.toml");
    const std::string file = file_with(home, exercise_with(section("soothe", words)));
    for (const auto& [now, day] :
         {std::pair{"2026-11-22T05:29:59", "2026-11-21"}, {"2026-11-22T05:30:00", "2026-11-22"}}) {
        ASSERT_EQ(finished(home, {"--config", config, "--now", now, "practice", file, "--instant"}).status,
                  0);
        const json entry = log_of(home).back();
        EXPECT_EQ(entry.at("participant"), "P017");
        EXPECT_EQ(entry.at("day"), day) << now;
    }
    ASSERT_EQ(finished(home, {"--now", "2026-11-23T05:00:00", "practice", file, "--instant"}).status, 0);
    EXPECT_EQ(log_of(home).back().at("participant"), none);
    EXPECT_EQ(log_of(home).back().at("day"), "2026-11-23");
}

TEST(DerivedLater, TheTableSaysWhatTheJsonSays) {
    const TemporaryHome home;
    const std::string file = file_with(
        home,
        exercise_with(section("arrive", check_in("start") + "," + kindness("kind")) + "," +
                      section("soothe", std::string(words) + "," + check_in("after", true), "kindness")));
    for (const std::vector<std::string>& said : std::vector<std::vector<std::string>>{
             {"4", "3", "6", "=ground", "=go_on"}, {"numb", "=go_on", "skip", "0"}, {"stop", "stop"}, {}}) {
        finished(home, {"practice", file, "--instant", "--guide", "events"}, inputs(said));
    }
    entered(home, {});
    const auto table = [&](const char* name) {
        return cells_of(finished(home, {"export", "--format", "csv", "--table", name, "--include-trials",
                                        "--share", "words"})
                            .output);
    };
    const json log = log_of(home);
    const auto sessions = table("sessions");
    const auto answers = table("answers");
    ASSERT_EQ(sessions.size(), log.size() + 1);
    std::size_t next = 1;
    for (std::size_t row = 1; row < sessions.size(); ++row) {
        const json& entry = log[row - 1];
        for (std::size_t column = 0; column < sessions[0].size(); ++column) {
            EXPECT_EQ(sessions[row][column], as_cell(entry.at(sessions[0][column]))) << sessions[0][column];
        }
        for (const json& answer : entry.at("answers")) {
            ASSERT_LT(next, answers.size());
            EXPECT_EQ(answers[next][0], entry.at("id"));
            for (std::size_t column = 1; column < answers[0].size(); ++column) {
                EXPECT_EQ(answers[next][column], as_cell(answer.at(answers[0][column])))
                    << answers[0][column];
            }
            ++next;
        }
    }
    EXPECT_EQ(next, answers.size());
}
