// SPDX-License-Identifier: MIT
// A quiet sit in the engine: its bells, its end, and what a person may do in it.
#include "exercise/sitting.hpp"

#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

namespace {

Player sitting(const Sitting& sitting) {
    auto plan = plan_of(sitting_exercise(sitting));
    keep_time(*plan, sitting);
    SessionOptions options;
    options.quiet_start = true;
    Player player(plan, options);
    player.begin();
    return player;
}

std::vector<Milliseconds> bells(const Player& player) {
    std::vector<Milliseconds> at;
    for (const auto& event : player.events()) {
        if (std::holds_alternative<event::Bell>(event.what)) { at.push_back(event.at); }
    }
    return at;
}

event::Ended ending(const Player& player) {
    EXPECT_TRUE(player.ended());
    return player.last<event::Ended>() != nullptr ? *player.last<event::Ended>() : event::Ended{};
}

} // namespace

TEST(QuietSit, BeginsAtOnceAndRingsAtItsBeginningBetweenAndAtItsEnd) {
    Player player = sitting({minutes(20), seconds(30), minutes(8)});
    EXPECT_TRUE(player.all<event::Warning>().empty());
    EXPECT_TRUE(player.last<event::SilenceBegan>()->quiet);
    player.pass_all();
    const Milliseconds first = seconds(30);
    EXPECT_THAT(bells(player),
                ElementsAre(first, first + minutes(8), first + minutes(16), first + minutes(20)));
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_EQ(player.all<event::Asked>().size() + player.all<event::CheckInAsked>().size(), 0U);
}

TEST(QuietSit, WithoutALengthLastsUntilThePersonGoesOn) {
    Player player = sitting({std::nullopt, {}, minutes(5)});
    EXPECT_TRUE(player.last<event::SilenceBegan>()->waits);
    player.pass(minutes(183));
    EXPECT_EQ(bells(player).size(), 1U + 36U) << "it goes on ringing";
    EXPECT_FALSE(player.ended());
    player.give(input::Continue{});
    player.pass_all();
    EXPECT_EQ(bells(player).size(), 37U);
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_GE(ending(player).practised, minutes(183));
}

TEST(QuietSit, WithoutALengthAndWithoutBellsNothingWakesAnybody) {
    Player player = sitting({std::nullopt, {}, {}});
    EXPECT_FALSE(player.wake_at());
}

TEST(QuietSit, WithoutALengthEndsWhereNobodyIsLeftToEndIt) {
    Player player = sitting({std::nullopt, {}, minutes(5)});
    player.pass(minutes(12));
    player.give(input::EndOfInput{});
    player.pass_all();
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_LT(ending(player).practised, minutes(13));
    Player alone = sitting({std::nullopt, seconds(30), {}});
    alone.give(input::EndOfInput{});
    alone.pass_all();
    EXPECT_EQ(ending(alone).status, Status::completed) << "also where that is known before it begins";
}

TEST(QuietSit, KeepsItsTimeAtAnyPace) {
    Player player = sitting({minutes(10), {}, {}});
    player.pass(minutes(2));
    const auto before = player.wake_at();
    player.give(input::Pace{4});
    EXPECT_TRUE(player.just<event::Refused>());
    EXPECT_EQ(player.wake_at(), before);
}

TEST(QuietSit, EndsEarlyWithAKeyAndTellsTheTimeThatItWas) {
    Player player = sitting({minutes(45), {}, {}});
    player.pass(minutes(12));
    player.give(input::Continue{});
    player.pass_all();
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_LT(ending(player).practised, minutes(13));
}

TEST(QuietSit, AFreshBellRingsInItsOwnTimeAfterAPause) {
    Player player = sitting({minutes(20), {}, minutes(5)});
    player.pass(minutes(3));
    player.give(input::Pause{});
    player.pass(minutes(60));
    player.give(input::Resume{});
    player.pass_all();
    EXPECT_THAT(bells(player),
                ElementsAre(Milliseconds{}, minutes(5), minutes(10), minutes(15), minutes(20)));
    EXPECT_EQ(ending(player).paused, minutes(60));
}

TEST(QuietSit, ComesBackFromGroundingToWhatWasLeft) {
    Player player = sitting({minutes(20), {}, {}});
    player.pass(minutes(5));
    player.give(input::Ground{});
    while (player.last<event::Offered>() == nullptr && player.pass_to_next()) {}
    ASSERT_NE(player.last<event::Offered>(), nullptr);
    player.answer(std::string(choice::go_on));
    EXPECT_EQ(player.last<event::SilenceBegan>()->length, minutes(15));
    Player open = sitting({std::nullopt, {}, {}});
    open.pass(minutes(5));
    open.give(input::Ground{});
    while (open.last<event::Offered>() == nullptr && open.pass_to_next()) {}
    open.answer(std::string(choice::go_on));
    EXPECT_TRUE(open.last<event::SilenceBegan>()->waits);
}

TEST(QuietSit, IsKeptAsInterruptedWhenItIs) {
    Player player = sitting({minutes(20), {}, {}});
    player.pass(minutes(5));
    player.give(input::Interrupt{});
    EXPECT_EQ(ending(player).status, Status::interrupted);
    EXPECT_EQ(ending(player).practised, minutes(5));
}
