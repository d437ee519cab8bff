// SPDX-License-Identifier: MIT
// status, stop_reason and the columns that say what was practised, each value of each. Written from the
// definitions of the export contract (kindly-log(5)).
#include "program/derived_columns.hpp"

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const json none = nullptr;

struct Case {
    const char* name;
    std::string exercise;
    std::vector<std::string> said;
    json status, stop_reason;
};

const std::string sections = section("arrive", check_in("start")) + "," +
                             section("soothe", std::string(words) + "," + check_in("after"));
const std::string gentle = exercise_with(sections);
const std::string moderate = exercise_with(sections, "moderate");
const std::string asks_in_closing = exercise_with(sections, "gentle", kindness("kind") + ",");
// The exercise itself leads past a part.
const std::string with_a_way_round = exercise_with(
    section("arrive", R"({ "kind": "ask", "id": "where", "text": "Where to?", "answer": "choice", "options": [
      { "id": "on", "text": "On" }, { "id": "end", "text": "To the end", "go_to": "close" } ] })") +
    "," + section("soothe", words));

const std::vector<Case> cases{
    {"Every part and the closing", gentle, {"4", "2"}, "completed", none},
    {"Skipping is no leaving", gentle, {"skip", "skip"}, "completed", none},
    {"Grounding on the way is no leaving", gentle, {"ground", "=go_on", "4", "2"}, "completed", none},
    {"An offer, and going on", gentle, {"6", "=go_on", "2"}, "completed", none},
    {"The part that the path leads round was not on the path", with_a_way_round, {"=end"}, "completed", none},
    {"Nobody there, gentle", gentle, {}, "completed", none},

    {"Close was chosen at an offer", gentle, {"4", "6", "=close"}, "closed_early", "distress"},
    {"Close was chosen after grounding that was asked for",
     gentle,
     {"4", "ground", "=close"},
     "closed_early",
     "person"},
    {"Close was taken", gentle, {"4", "close"}, "closed_early", "person"},
    {"Close was taken before any answer", gentle, {"close"}, "closed_early", "person"},
    {"The closing after stop", gentle, {"4", "stop", "=close"}, "closed_early", "person"},
    {"The closing after stop, distressed",
     gentle,
     {"6", "=go_on", "stop", "=close"},
     "closed_early",
     "distress"},
    {"A rating in between has come down",
     exercise_with(section("arrive", check_in("start")) + "," +
                   section("soothe", check_in("middle") + "," + check_in("after"))),
     {"6", "=go_on", "2", "close"},
     "closed_early",
     "person"},
    {"Exactly at the offer", gentle, {"5", "=go_on", "close"}, "closed_early", "distress"},
    {"One below the offer", gentle, {"4", "close"}, "closed_early", "person"},
    {"Numb is not a rating at or above the offer",
     gentle,
     {"numb", "=go_on", "close"},
     "closed_early",
     "person"},
    {"Grounding, then the closing, at the highest ratings",
     gentle,
     {"9", "=close"},
     "closed_early",
     "distress"},
    {"Nobody there, moderate: grounding and the closing", moderate, {}, "closed_early", "unanswered"},

    {"Stopped and left", gentle, {"4", "stop", "stop"}, "stopped", "person"},
    {"Stopped at the first question", gentle, {"stop", "stop"}, "stopped", "person"},
    {"Stop was chosen", gentle, {"4", "stop", "=stop"}, "stopped", "person"},
    {"Stopped, distressed", gentle, {"6", "=go_on", "stop", "stop"}, "stopped", "distress"},
    {"Stopped after grounding at the highest ratings", gentle, {"9", "=stop"}, "stopped", "distress"},
    {"Left in the closing", asks_in_closing, {"4", "2", "stop"}, "stopped", "person"},
    {"Left in the closing after close was taken",
     asks_in_closing,
     {"4", "close", "stop"},
     "stopped",
     "person"},
    {"Stop, and then going on after all", gentle, {"4", "stop", "=go_on", "2"}, "completed", none},
};

/// Waits at a question that nobody answers yet.
const std::string waiting =
    exercise_with(section("arrive", check_in("start")) + "," + section("soothe", kindness("kind")));

json entry_after_signal(int signal, int expected_exit, const std::string& rating = "2") {
    const TemporaryHome home;
    Child child(home, {"practice", file_with(home, waiting), "--guide", "events"});
    child.wait_for_event("warning");
    child.send(inputs({"continue"}));
    child.wait_for_event("check_in");
    child.send(inputs({rating}));
    if (rating == "6") {
        child.wait_for_event("offer");
        child.send(inputs({"=go_on"}));
    }
    child.wait_for_event("ask");
    child.kill(signal);
    EXPECT_EQ(child.wait(), expected_exit);
    return log_of(home).at(0);
}

} // namespace

class DerivedStatus : public testing::TestWithParam<std::size_t> {};

TEST_P(DerivedStatus, FollowsTheDefinition) {
    const Case& one = cases[GetParam()];
    SCOPED_TRACE(one.name);
    const json entry = entry_after(one.exercise, one.said);
    EXPECT_EQ(entry.at("status"), one.status);
    EXPECT_EQ(entry.at("stop_reason"), one.stop_reason);
}

INSTANTIATE_TEST_SUITE_P(All, DerivedStatus, testing::Range(std::size_t{0}, cases.size()));

TEST(DerivedStatus, ASignalInterrupts) {
    for (const auto& [signal, status] : {std::pair{SIGINT, 130}, {SIGTERM, 143}, {SIGHUP, 129}}) {
        const json entry = entry_after_signal(signal, status);
        EXPECT_EQ(entry.at("status"), "interrupted") << signal;
        EXPECT_EQ(entry.at("stop_reason"), "signal") << signal;
        EXPECT_EQ(entry.at("distress_before"), 2) << signal;
    }
}

TEST(DerivedStatus, ASignalIsTheReasonHoweverHighTheLastRating) {
    EXPECT_EQ(entry_after_signal(SIGTERM, 143, "6").at("stop_reason"), "signal");
}

TEST(DerivedStatus, ACrashInterrupts) {
    const json entry = entry_after_signal(SIGKILL, 128 + SIGKILL);
    EXPECT_EQ(entry.at("status"), "interrupted");
    EXPECT_EQ(entry.at("stop_reason"), "crash");
    EXPECT_EQ(entry.at("distress_before"), 2);
    EXPECT_EQ(entry.at("kindness_after"), none);
    EXPECT_EQ(entry.at("skipped"), 0);
}

TEST(DerivedStatus, AStrongExerciseThatNobodyAgreedToLeavesNothing) {
    const TemporaryHome home;
    const std::string file = file_with(home, exercise_with(sections, "strong"));
    EXPECT_EQ(finished(home, {"practice", file, "--guide", "events"}).status, 0);
    EXPECT_EQ(log_of(home).size(), 0U);
}

TEST(DerivedWhat, TheExerciseAsItWas) {
    const json entry = entry_after(gentle, {"4", "2"});
    EXPECT_EQ(entry.at("exercise"), "made");
    EXPECT_EQ(entry.at("exercise_version"), "2.3");
    EXPECT_EQ(entry.at("title"), "Made for a test");
    EXPECT_EQ(entry.at("language"), "en");
    EXPECT_EQ(entry.at("homework"), none);
    EXPECT_EQ(entry.at("participant"), none);
    EXPECT_EQ(entry.at("amended_at"), none);
    EXPECT_EQ(entry.at("kindly_version"), KINDLY_VERSION);
}

TEST(DerivedWhat, TheLanguageIsTheExercises) {
    std::string german = gentle;
    german.replace(german.find("\"en\""), 4, "\"de\"");
    EXPECT_EQ(entry_after(german, {"4", "2"}).at("language"), "de");
}

TEST(DerivedWhat, ComponentsAreThoseOfThePartsKeptInOrderEachOnce) {
    EXPECT_EQ(entry_after(exercise_with(section("soothe", words)), {}).at("components"), json::array());
    const std::string three =
        section("notice", words, "mindfulness") + "," + section("soothe", words, "kindness") + "," +
        section("soothe", words, "common_humanity") + "," + section("plan", words, "kindness");
    EXPECT_EQ(entry_after(exercise_with(three), {}).at("components"),
              json({"mindfulness", "kindness", "common_humanity"}));
}

TEST(DerivedWhat, APartThatDidNotFitBringsNoComponent) {
    const std::string part = R"({ "kind": "pause", "for": "50s", "shortest": "50s", "longest": "3m" })";
    std::string extra = section("soothe", part, "kindness");
    extra.insert(extra.find("\"purpose\""), "\"priority\": \"extra\", ");
    const std::string exercise = exercise_with(section("notice", part, "mindfulness") + "," + extra);
    EXPECT_EQ(entry_after(exercise, {}).at("components"), json({"mindfulness", "kindness"}));
    EXPECT_EQ(entry_after(exercise, {}, {"--minutes", "1"}).at("components"), json({"mindfulness"}));
}

TEST(DerivedWhat, SourceTellsATrialFromAPractice) {
    EXPECT_EQ(entry_after(gentle, {"4", "2"}).at("source"), "trial");
    const TemporaryHome home;
    Child child(home, {"practice", file_with(home, waiting), "--guide", "events"});
    child.send(inputs({"continue", "4", "skip", "continue"}));
    EXPECT_EQ(child.wait_for_event("ended").at("status"), "completed");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home).at(0).at("source"), "timed");
}
