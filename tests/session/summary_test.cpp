// SPDX-License-Identifier: MIT
// The figures of a log entry, each from the definition of its column.
#include "session/summary.hpp"

#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

const std::string sections = R"({ "id": "how", "title": "How", "purpose": "arrive", "steps": [
    { "kind": "check_in", "id": "start", "text": "How distressed?" },
    { "kind": "ask", "id": "kind_before", "text": "How kind?", "answer": "scale", "lowest": 0, "highest": 10, "measure": "kindness_0_10" } ] },
  { "id": "kind", "title": "Kind", "component": "kindness", "purpose": "soothe", "steps": [
    { "kind": "say", "text": "Kind words." },
    { "kind": "check_in", "id": "middle", "text": "How now?", "about": "backdraft" },
    { "kind": "check_in", "id": "after", "text": "And now?" },
    { "kind": "ask", "id": "kind_after", "text": "How kind?", "answer": "scale", "lowest": 0, "highest": 10, "measure": "kindness_0_10" } ] })";

/// Plays it with these answers (nothing: skipped); offers are answered with "go on".
Summary summary_of(const std::vector<std::optional<AnswerValue>>& answers, const char* at_offer = "go_on") {
    Player player(plan_of(exercise_from(exercise_around(sections))));
    player.begin();
    std::size_t next = 0;
    for (int count = 0; count < 1000 && !player.ended(); ++count) {
        if (player.pass_to_next()) { continue; }
        if (std::holds_alternative<event::Offered>(player.events().back().what)) {
            player.answer(std::string(
                player.last<event::Offered>()->reason == OfferReason::resume ? "go_on" : at_offer));
        } else if (next < answers.size() && answers[next]) {
            player.answer(*answers[next++]);
        } else {
            ++next;
            player.give(input::Skip{});
        }
    }
    Summary summary;
    for (const auto& event : player.events()) { summary.observe(event); }
    return summary;
}

} // namespace

TEST(Summary, BeforeAndAfterAreTheFirstAndTheLast) {
    const Summary summary = summary_of({4.0, 3.0, 4.0, 2.0, 6.0});
    EXPECT_EQ(summary.distress_before(), 4);
    EXPECT_EQ(summary.distress_after(), 2);
    EXPECT_EQ(summary.kindness_before(), 3);
    EXPECT_EQ(summary.kindness_after(), 6);
    EXPECT_EQ(summary.skipped(), 0);
    EXPECT_EQ(summary.backdraft(), Summary::Backdraft::none);
}

TEST(Summary, NeitherStandsInForTheOther) {
    const Summary skipped_first = summary_of({std::nullopt, std::nullopt, 4.0, 2.0, 6.0});
    EXPECT_FALSE(skipped_first.distress_before().has_value());
    EXPECT_FALSE(skipped_first.kindness_before().has_value());
    EXPECT_EQ(skipped_first.distress_after(), 2);
    EXPECT_EQ(skipped_first.skipped(), 2);
    const Summary skipped_later = summary_of({4.0, 3.0});
    EXPECT_EQ(skipped_later.distress_before(), 4);
    EXPECT_FALSE(skipped_later.distress_after().has_value());
    EXPECT_FALSE(skipped_later.kindness_after().has_value());
}

TEST(Summary, TheLastOneAnsweredCounts) {
    const Summary summary = summary_of({4.0, 3.0, 4.0, std::nullopt, 6.0});
    EXPECT_EQ(summary.distress_after(), 4);
}

TEST(Summary, NumbAsTheLastWordTakesThePlaceOfANumber) {
    EXPECT_FALSE(summary_of({4.0, 3.0, 4.0, Numb{}, 6.0}).distress_after().has_value());
}

TEST(Summary, NumbIsNoNumber) {
    const Summary summary = summary_of({Numb{}, 3.0, Numb{}, Numb{}, 6.0});
    EXPECT_FALSE(summary.distress_before().has_value());
    EXPECT_FALSE(summary.distress_after().has_value());
    EXPECT_EQ(summary.backdraft(), Summary::Backdraft::none);
}

TEST(Summary, BackdraftIsEmptyWhenItWasNotAnswered) {
    EXPECT_FALSE(summary_of({4.0, 3.0, std::nullopt, 3.0, 5.0}).backdraft().has_value());
}

TEST(Summary, BackdraftIsNoticedWhenItRoseByTwo) {
    const Summary summary = summary_of({1.0, 3.0, 3.0, 2.0, 5.0});
    EXPECT_EQ(summary.backdraft(), Summary::Backdraft::noticed);
    EXPECT_EQ(summary.groundings(), 0);
}

TEST(Summary, BackdraftIsGroundedWhenGroundingFollowed) {
    const Summary summary = summary_of({1.0, 3.0, 3.0, 2.0, 5.0}, "ground");
    EXPECT_EQ(summary.backdraft(), Summary::Backdraft::grounded);
    EXPECT_EQ(summary.groundings(), 1);
}

TEST(Summary, ARiseAtAnOrdinaryCheckInIsNoBackdraft) {
    const Summary summary = summary_of({1.0, 3.0, 1.0, 3.0, 5.0});
    EXPECT_EQ(summary.backdraft(), Summary::Backdraft::none);
}
