// SPDX-License-Identifier: MIT
// The columns about time, each value of each: day, started_at, ended_at, recorded_at, planned_seconds,
// practised_seconds, paused_seconds. Written from the definitions of the export contract (kindly-log(5)).
#include "program/derived_columns.hpp"

#include <cmath>
#include <ostream>

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const std::string quiet = exercise_with(section("soothe", words));

json entry_at(const std::string& zone, const std::string& now) {
    TemporaryHome home;
    home.zone = zone;
    const std::string file = file_with(home, quiet);
    EXPECT_EQ(finished(home, {"practice", file, "--instant", "--now", now}).status, 0);
    return log_of(home).at(0);
}

std::int64_t rounded(const json& milliseconds) { return std::llround(milliseconds.get<double>() / 1000); }

/// Reads "2026-11-22T08:15:00+01:00" as far as differences within a day need it.
int seconds_of_day(const json& moment) {
    const auto text = moment.get<std::string>();
    return std::stoi(text.substr(11, 2)) * 3600 + std::stoi(text.substr(14, 2)) * 60 +
           std::stoi(text.substr(17, 2));
}

struct Night {
    const char* zone;
    const char* now;
    const char* started_at;
    const char* day;
    /// Named by what it is about, not by where it stands in memory.
    friend void PrintTo(const Night& night, std::ostream* out) { *out << night.zone << " " << night.now; }
};

} // namespace

class DerivedDay : public testing::TestWithParam<Night> {};

TEST_P(DerivedDay, IsThePlacesOwnAndBeginsAtFour) {
    const json entry = entry_at(GetParam().zone, GetParam().now);
    EXPECT_EQ(entry.at("started_at"), GetParam().started_at);
    EXPECT_EQ(entry.at("day"), GetParam().day);
    // Recorded while it is practised.
    EXPECT_EQ(entry.at("recorded_at"), GetParam().started_at);
}

INSTANTIATE_TEST_SUITE_P(
    All, DerivedDay,
    testing::Values(
        Night{"UTC", "2026-11-22T12:00:00", "2026-11-22T12:00:00+00:00", "2026-11-22"},
        Night{"UTC", "2026-11-22T03:59:59", "2026-11-22T03:59:59+00:00", "2026-11-21"},
        Night{"UTC", "2026-11-22T04:00:00", "2026-11-22T04:00:00+00:00", "2026-11-22"},
        Night{"UTC", "2026-11-22T00:00:00", "2026-11-22T00:00:00+00:00", "2026-11-21"},
        Night{"UTC", "2026-11-21T23:59:59", "2026-11-21T23:59:59+00:00", "2026-11-21"},
        // A new month, a new year, a leap day.
        Night{"UTC", "2027-01-01T02:00:00", "2027-01-01T02:00:00+00:00", "2026-12-31"},
        Night{"UTC", "2028-03-01T02:00:00", "2028-03-01T02:00:00+00:00", "2028-02-29"},
        // The day where it happened, not the one at Greenwich.
        Night{"Pacific/Auckland", "2026-11-22T08:00:00", "2026-11-22T08:00:00+13:00", "2026-11-22"},
        Night{"America/Los_Angeles", "2026-11-21T23:30:00", "2026-11-21T23:30:00-08:00", "2026-11-21"},
        Night{"Asia/Kolkata", "2026-11-22T03:30:00", "2026-11-22T03:30:00+05:30", "2026-11-21"},
        Night{"Asia/Kathmandu", "2026-11-22T04:15:00", "2026-11-22T04:15:00+05:45", "2026-11-22"},
        Night{"America/St_Johns", "2026-11-22T05:00:00", "2026-11-22T05:00:00-03:30", "2026-11-22"},
        // An hour is left out, and one comes twice: the clock on the wall counts.
        Night{"Europe/Berlin", "2026-03-29T01:30:00", "2026-03-29T01:30:00+01:00", "2026-03-28"},
        Night{"Europe/Berlin", "2026-03-29T03:59:00", "2026-03-29T03:59:00+02:00", "2026-03-28"},
        Night{"Europe/Berlin", "2026-03-29T04:00:00", "2026-03-29T04:00:00+02:00", "2026-03-29"},
        Night{"Europe/Berlin", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-24"},
        Night{"Europe/Berlin", "2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00", "2026-10-24"},
        Night{"Europe/Berlin", "2026-10-25T03:59:59", "2026-10-25T03:59:59+01:00", "2026-10-24"},
        Night{"Europe/Berlin", "2026-10-25T04:00:00", "2026-10-25T04:00:00+01:00", "2026-10-25"}));

TEST(DerivedTimes, APracticeThatRunsIntoTheNextDayBelongsToTheDayItBegan) {
    TemporaryHome home;
    const std::string file = file_with(
        home, exercise_with(section("soothe", R"({ "kind": "pause", "for": "10m", "longest": "10m" })")));
    EXPECT_EQ(finished(home, {"practice", file, "--instant", "--now", "2026-11-22T03:55:00"}).status, 0);
    const json entry = log_of(home).at(0);
    EXPECT_EQ(entry.at("day"), "2026-11-21");
    EXPECT_EQ(entry.at("ended_at").get<std::string>().substr(0, 13), "2026-11-22T04");
}

TEST(DerivedTimes, PlannedIsTheGuidanceAsItWasFitted) {
    const TemporaryHome home;
    const std::string file = file_with(
        home, exercise_with(section(
                  "soothe", R"({ "kind": "pause", "for": "2m", "shortest": "1m", "longest": "9m" })")));
    for (const std::vector<std::string>& minutes :
         {std::vector<std::string>{}, {"--minutes", "2"}, {"--minutes", "5"}}) {
        std::vector<std::string> arguments{"practice", file, "--instant", "--guide", "events"};
        arguments.insert(arguments.end(), minutes.begin(), minutes.end());
        const auto done = finished(home, arguments);
        ASSERT_EQ(done.status, 0);
        const json started = json::parse(done.output.substr(0, done.output.find('\n')));
        const json log = log_of(home);
        EXPECT_EQ(log.back().at("planned_seconds"), rounded(started.at("planned_ms")));
        if (!minutes.empty()) {
            EXPECT_NEAR(log.back().at("planned_seconds").get<int>(), std::stoi(minutes[1]) * 60, 10);
        }
    }
}

TEST(DerivedTimes, PractisedIsTheTimeOfThePracticeWithItsGroundings) {
    // On the virtual clock: two minutes of silence, and texts that are read.
    const std::string silence = R"({ "kind": "pause", "for": "2m", "shortest": "2m" })";
    const std::string exercise =
        exercise_with(section("arrive", check_in("start")) + "," + section("soothe", silence));
    const json plain = entry_after(exercise, {"3"});
    const json grounded = entry_after(exercise, {"ground", "=go_on", "3"});
    EXPECT_GE(plain.at("practised_seconds"), 120);
    EXPECT_GT(grounded.at("practised_seconds"), plain.at("practised_seconds")) << "grounding is practice too";
    EXPECT_EQ(plain.at("paused_seconds"), 0);
    EXPECT_EQ(seconds_of_day(plain.at("ended_at")) >= 0, true);
}

TEST(DerivedTimes, PausesAreLeftOutAndCounted) {
    const TemporaryHome home;
    const std::string exercise = exercise_with(section("arrive", check_in("start")));
    Child child(home, {"practice", file_with(home, exercise), "--guide", "events"});
    child.wait_for_event("warning");
    child.send(inputs({"continue"}));
    child.wait_for_event("check_in");
    child.send(inputs({"pause"}));
    child.wait_for_event("paused");
    {
        // Another practice tells when two seconds have gone by.
        const std::string tick =
            exercise_with(section("soothe", R"({ "kind": "pause", "for": "2s", "longest": "2s" })"));
        Child other(home,
                    {"practice", file_with(home, tick, "tick.json"), "--guide", "events", "--unrecorded"});
        other.wait_for_event("warning");
        other.send(inputs({"continue"}));
        other.wait_for_event("pause");
        other.wait_for_event("section");
    }
    child.send(inputs({"resume"}));
    child.wait_for_event("resumed");
    child.send(inputs({"3", "continue"}));
    const json ended = child.wait_for_event("ended");
    EXPECT_EQ(child.wait(), 0);
    const json entry = log_of(home).at(0);
    EXPECT_GE(ended.at("paused_ms"), 2000);
    EXPECT_EQ(entry.at("paused_seconds"), rounded(ended.at("paused_ms")));
    EXPECT_EQ(entry.at("practised_seconds"), rounded(ended.at("practised_ms")));
    // Together they are the time between beginning and end; the reading of the warning comes before it.
    const int whole = seconds_of_day(entry.at("ended_at")) - seconds_of_day(entry.at("started_at"));
    const int known = entry.at("practised_seconds").get<int>() + entry.at("paused_seconds").get<int>();
    EXPECT_LE(known, whole + 2);
}

TEST(DerivedTimes, AnInterruptedPracticeKeepsTheTimeUntilItsLastChange) {
    const TemporaryHome home;
    const std::string exercise = exercise_with(
        section("arrive", check_in("start") + R"(, { "kind": "pause", "for": "2s", "longest": "2s" })" + "," +
                              kindness("kind")) +
        "," + section("soothe", words));
    Child child(home, {"practice", file_with(home, exercise), "--guide", "events"});
    child.wait_for_event("warning");
    child.send(inputs({"continue"}));
    child.wait_for_event("check_in");
    child.send(inputs({"3"}));
    const json asked = child.wait_for_event("ask"); // after two seconds of silence
    child.kill(SIGKILL);
    child.wait();
    const json entry = log_of(home).at(0);
    EXPECT_EQ(entry.at("stop_reason"), "crash");
    EXPECT_GE(entry.at("practised_seconds"), 2);
    EXPECT_LE(entry.at("practised_seconds").get<std::int64_t>(), rounded(asked.at("at_ms")));
    EXPECT_EQ(entry.at("paused_seconds"), 0);
}
