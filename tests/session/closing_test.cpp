// SPDX-License-Identifier: MIT
// Detours out of the closing lead back into it: it does not begin anew, and what was done stays done.
#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::ElementsAre;

namespace {

/// All of it done but the closing, which asks how it is before its last words.
Player in_the_closing() {
    std::string json = exercise_around(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "say", "text": "Hello there." } ] })");
    const std::string last = R"({ "kind": "say", "text": "Look around the room." })";
    json.insert(json.find(last), R"({ "kind": "check_in", "id": "end", "text": "How now?" }, )");
    Player player(plan_of(exercise_from(json)));
    player.begin().pass_all();
    EXPECT_EQ(player.last<event::SectionBegan>()->id, "close");
    EXPECT_TRUE(player.just<event::CheckInAsked>());
    return player;
}

/// Through the grounding, to the offer behind it.
Player grounded_there() {
    Player player = in_the_closing();
    player.answer(9.0).pass_all();
    EXPECT_TRUE(player.just<event::Offered>());
    return player;
}

void expect_completed(Player& player) {
    player.pass_all();
    ASSERT_TRUE(player.ended());
    EXPECT_EQ(player.last<event::Ended>()->status, Status::completed);
    EXPECT_EQ(player.last<event::Ended>()->reason, StopReason::none);
    int closings = 0;
    for (const auto& section : player.all<event::SectionBegan>()) {
        closings += section.role == Role::closing ? 1 : 0;
    }
    EXPECT_EQ(closings, 1);
    EXPECT_EQ(player.all<event::CheckInAsked>().size(), 1U);
}

} // namespace

TEST(Closing, GoesOnBehindAGroundingThatItsOwnRatingBrought) {
    Player player = grounded_there();
    EXPECT_THAT(player.last<event::Offered>()->choices, ElementsAre(choice::go_on, choice::stop));
    EXPECT_EQ(player.last<event::Offered>()->default_choice, choice::go_on);
    EXPECT_FALSE(player.all<event::SupportShown>().empty());
    player.give(input::Continue{});
    EXPECT_EQ(player.last<event::Said>()->text, "Look around the room.");
    expect_completed(player);
}

TEST(Closing, GoesOnBehindAGroundingThatWasAskedFor) {
    Player player = in_the_closing();
    player.answer(1.0).give(input::Ground{}).pass_all();
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_THAT(player.last<event::Offered>()->choices, ElementsAre(choice::go_on, choice::stop));
    player.give(input::Continue{});
    expect_completed(player);
}

TEST(Closing, AskedForFromAGroundingWithinItGoesOn) {
    for (const bool behind : {false, true}) {
        Player player = behind ? grounded_there() : in_the_closing();
        if (!behind) { player.answer(1.0).give(input::Ground{}); }
        player.give(input::Close{});
        EXPECT_TRUE(player.just<event::Said>()) << behind;
        EXPECT_EQ(player.last<event::Said>()->text, "Look around the room.");
        expect_completed(player);
    }
}

TEST(Closing, AStopInAGroundingWithinItOffersTheWayBack) {
    Player player = in_the_closing();
    player.answer(1.0).give(input::Ground{}).give(input::Stop{});
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_THAT(player.last<event::Offered>()->choices, ElementsAre(choice::go_on, choice::stop));
    Player leaves = in_the_closing();
    leaves.answer(1.0).give(input::Ground{}).give(input::Stop{}).give(input::Stop{});
    ASSERT_TRUE(leaves.ended());
    EXPECT_EQ(leaves.last<event::Ended>()->status, Status::stopped);
    player.give(input::Continue{});
    expect_completed(player);
}

TEST(Closing, NobodyThereRunsToItsEnd) {
    Player player = in_the_closing();
    player.answer(9.0).give(input::EndOfInput{});
    expect_completed(player);
}
