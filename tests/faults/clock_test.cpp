// SPDX-License-Identifier: MIT
// The wall clock jumps while somebody practises: set by hand, by the network, by a laptop that was asleep.
// What was practised is measured by the other clock, and nothing waits for a day.
#include "program/child.hpp"

#include <fstream>

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

class ClockJump : public testing::TestWithParam<long> {
protected:
    ClockJump() { set_clock(0); }

    void set_clock(long seconds) const { // renamed: nobody reads half a number
        const std::string beside = offset_ + ".new";
        std::ofstream(beside) << seconds << '\n';
        std::filesystem::rename(beside, offset_);
    }
    [[nodiscard]] std::vector<std::string> variables() const {
        const char* given = std::getenv("ASAN_OPTIONS");
        const std::string options = given == nullptr ? "" : std::string(given) + ":";
        return {"LD_PRELOAD=" KINDLY_FAULT_SHIM, "CLOCK_OFFSET=" + offset_,
                "ASAN_OPTIONS=" + options + "verify_asan_link_order=0"};
    }
    /// A practice of a silence of two seconds, after whose beginning the clock jumps.
    [[nodiscard]] std::string exercise() const {
        const std::string file = (home_.path() / "short.json").string();
        std::ofstream(file)
            << R"({ "format": "1.0", "id": "short", "version": "1.0", "language": "en", "title": "Short",
  "safety": { "intensity": "gentle", "before": "Quiet." },
  "sections": [
    { "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "start", "text": "How distressed?" }, { "kind": "pause", "for": "2s" },
      { "kind": "check_in", "id": "end", "text": "And now?" } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look." } ] } ] })";
        return file;
    }

    TemporaryHome home_;
    std::string offset_ = (home_.path() / "offset").string();
};

constexpr long day = 24 * 60 * 60;

} // namespace

TEST_P(ClockJump, InTheMiddleOfAPracticeChangesNothingThatIsMeasured) {
    Child child(home_, {"practice", exercise(), "--guide", "events", "--pace", "1"}, Child::On::pipes,
                variables());
    child.wait_for_event("check_in");
    child.send("{\"do\":\"answer\",\"value\":4}\n");
    child.wait_for_event("pause");
    set_clock(GetParam());
    EXPECT_LT(child.wait_for_event("check_in")["at_ms"], 60000);
    child.send("{\"do\":\"answer\",\"value\":2}\n");
    const json ended = child.wait_for_event("ended");
    EXPECT_EQ(ended["status"], "completed");
    EXPECT_LT(ended["practised_ms"], 60000);
    EXPECT_EQ(child.wait(), 0);
    const json log = log_of(home_);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["distress_before"], 4);
    EXPECT_EQ(log[0]["distress_after"], 2);
    EXPECT_GE(log[0]["practised_seconds"], 2);
    EXPECT_LT(log[0]["practised_seconds"], 60);
    // An end before the beginning would be false; it may only be as long as it was.
    EXPECT_LE(log[0]["started_at"], log[0]["ended_at"]);
}

TEST_P(ClockJump, BetweenTwoPracticesLosesNeither) {
    const std::string file = exercise();
    for (const long offset : {0L, GetParam()}) {
        set_clock(offset);
        Child child(home_, {"practice", file, "--guide", "events"}, Child::On::pipes, variables());
        child.wait_for_event("check_in");
        child.send("{\"do\":\"answer\",\"value\":4}\n{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n");
        EXPECT_EQ(child.wait(), 0);
    }
    EXPECT_EQ(log_of(home_).size(), 2U);
    for (const std::string command : {"today", "stats", "homework"}) {
        Child child(home_, {command, "--json"}, Child::On::pipes, variables());
        EXPECT_EQ(child.wait(), 0) << command << child.output();
    }
}

INSTANTIATE_TEST_SUITE_P(All, ClockJump, testing::Values(-day, -3600, 3600, day, 400 * day),
                         [](const auto& jump) {
                             return (jump.param < 0 ? "Back" : "Forward") +
                                    std::to_string(std::abs(jump.param) / 3600) + "Hours";
                         });
