// SPDX-License-Identifier: MIT
// `back`, and what is refused: where it leads, what it says, and that it changes nothing.
#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::tests;
using std::chrono::seconds;

namespace {

Player begun(const std::string& steps, const std::string& intensity = "gentle") {
    const std::string section = R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [ )";
    Player player(plan_of(exercise_from(exercise_around(section + steps + " ] }", intensity))));
    player.begin().give(input::Continue{});
    return player;
}

const std::string rounds =
    R"({ "kind": "repeat", "times": 2, "steps": [ { "kind": "check_in", "id": "now", "text": "Now?" } ] },
       { "kind": "say", "text": "After." })";

std::string why(const Player& player) {
    return player.just<event::Refused>() ? player.last<event::Refused>()->why : "not refused";
}

} // namespace

TEST(GoingBack, ToACheckInThatWasLeftOutInALaterRound) {
    Player player = begun(rounds);
    player.answer(1.0).give(input::Skip{});
    ASSERT_EQ(player.last<event::Said>()->text, "After.");
    player.give(input::Back{}).give(input::Back{});
    ASSERT_TRUE(player.just<event::CheckInAsked>());
    EXPECT_FALSE(player.last<event::CheckInAsked>()->present) << "the last time it was left out";
    player.answer(2.0);
    EXPECT_TRUE(player.just<event::CheckInAsked>());
}

TEST(GoingBack, SaysWhereThereIsNothingBehind) {
    Player player = begun(rounds);
    player.give(input::Back{});
    EXPECT_EQ(why(player), "This is the beginning of this part.");
    player.give(input::Stop{}).give(input::Back{});
    EXPECT_EQ(why(player), "There is nothing to go back to here.");

    Player strong(plan_of(exercise_from(exercise_around(
        R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [ )" + rounds + " ] }", "strong"))));
    strong.begin().give(input::Back{}); // at the warning
    EXPECT_EQ(why(strong), "There is nothing to go back to here.");
    strong.give(input::Continue{}).give(input::Back{}); // where a yes is asked for
    EXPECT_EQ(why(strong), "There is nothing to go back to here.");
}

TEST(Refused, LeavesAPauseAsItIs) {
    Player player = begun(R"({ "kind": "pause", "for": "30s" })");
    player.pass(seconds(10)).give(input::Pause{});
    for (const Input& input : {Input(input::Answer{3.0}), Input(input::Back{})}) {
        player.pass(seconds(5)).give(input);
        ASSERT_EQ(player.fresh().size(), 1U);
        EXPECT_TRUE(player.just<event::Refused>());
        EXPECT_FALSE(player.wake_at()) << "time still stands";
    }
    player.give(input::Resume{});
    ASSERT_TRUE(player.wake_at());
    EXPECT_EQ(*player.wake_at() - player.now(), seconds(20));
    player.pass_all();
    EXPECT_EQ(player.last<event::Ended>()->paused, seconds(10));
}

TEST(Refused, InAGroundingToo) {
    Player player = begun(R"({ "kind": "pause", "for": "30s" })");
    player.give(input::Ground{}).give(input::Pause{}).give(input::Ground{});
    EXPECT_TRUE(player.just<event::Refused>());
    EXPECT_FALSE(player.just<event::Resumed>());
    player.give(input::Stop{}); // this does fit, and goes on by that
    EXPECT_TRUE(player.just<event::Resumed>());
    EXPECT_TRUE(player.just<event::Offered>());
}
