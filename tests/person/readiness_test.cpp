// SPDX-License-Identifier: MIT
// The table for strong exercises, row by row.
#include "person/readiness.hpp"

#include "exercise/limits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr int stop_at = 7;

ReadinessFacts of_somebody_ready() {
    ReadinessFacts facts;
    facts.times_learnt_to_close = 1;
    facts.gentle_practices = 3;
    facts.today = 20000;
    return facts;
}

TEST(Readiness, SomebodyWhoHasDoneAllOfIt) {
    EXPECT_TRUE(readiness(of_somebody_ready(), stop_at).is_ready());
}

TEST(Readiness, NobodyHasDoneAnythingYet) {
    ReadinessFacts facts;
    facts.today = 20000;
    EXPECT_THAT(readiness(facts, stop_at).unmet,
                ElementsAre(StillAsked::learn_to_close, StillAsked::gentle_practices));
}

TEST(Readiness, LearningToClose) {
    ReadinessFacts facts = of_somebody_ready();
    facts.times_learnt_to_close = 0;
    EXPECT_THAT(readiness(facts, stop_at).unmet, ElementsAre(StillAsked::learn_to_close));
}

TEST(Readiness, ThreeGentlePractices) {
    ReadinessFacts facts = of_somebody_ready();
    facts.gentle_practices = 2;
    EXPECT_THAT(readiness(facts, stop_at).unmet, ElementsAre(StillAsked::gentle_practices));
}

TEST(Readiness, ADayBetween) {
    ReadinessFacts facts = of_somebody_ready();
    for (const int ago : {-1, 0, 1}) { // -1: the clock was set back
        facts.latest_strong = facts.today - ago;
        EXPECT_THAT(readiness(facts, stop_at).unmet, ElementsAre(StillAsked::day_between)) << ago;
    }
    facts.latest_strong = facts.today - 2;
    EXPECT_TRUE(readiness(facts, stop_at).is_ready());
}

TEST(Readiness, TheLastRating) {
    ReadinessFacts facts = of_somebody_ready();
    facts.rated_last = true;
    facts.last_rating = 5;
    facts.highest_rating = 5;
    EXPECT_TRUE(readiness(facts, stop_at).is_ready());
    facts.last_rating = 6;
    facts.highest_rating = 6;
    EXPECT_THAT(readiness(facts, stop_at).unmet, ElementsAre(StillAsked::lower_rating));
    facts.last_rating.reset(); // numb
    facts.highest_rating.reset();
    EXPECT_THAT(readiness(facts, stop_at).unmet, ElementsAre(StillAsked::lower_rating));
}

TEST(Readiness, AHighRatingWithinADayRefuses) {
    ReadinessFacts facts = of_somebody_ready();
    facts.rated_last = true;
    facts.last_rating = 2; // it has come down since
    facts.highest_rating = stop_at;
    EXPECT_EQ(readiness(facts, stop_at).refusal, Refusal::high_rating);
    EXPECT_EQ(readiness(facts, stop_at + 1).refusal, Refusal::none);
    facts.reached_a_stop = true; // of the exercise that asked
    EXPECT_EQ(readiness(facts, stop_at + 1).refusal, Refusal::high_rating);
}

TEST(Readiness, ATherapistsLockRefuses) {
    ReadinessFacts facts = of_somebody_ready();
    facts.locked = true;
    EXPECT_EQ(readiness(facts, stop_at).refusal, Refusal::locked);
    facts.log_was_read = false;
    EXPECT_EQ(readiness(facts, stop_at).refusal, Refusal::locked);
}

TEST(Readiness, ALogThatCannotBeReadIsToldAndCountsAsNotMet) {
    ReadinessFacts facts = of_somebody_ready();
    facts.log_was_read = false;
    EXPECT_THAT(readiness(facts, stop_at).unmet, ElementsAre(StillAsked::readable_log));
    EXPECT_THAT(in_words(StillAsked::readable_log), HasSubstr("log that can be read"));
}

TEST(Readiness, WordsNameTheExerciseAndPushNobody) {
    EXPECT_THAT(in_words(Refusal::high_rating, "soften"), HasSubstr("\"soften\""));
    EXPECT_THAT(in_words(Refusal::locked, "soften"), HasSubstr("therapist"));
    for (const auto asked : {StillAsked::learn_to_close, StillAsked::gentle_practices,
                             StillAsked::day_between, StillAsked::lower_rating, StillAsked::readable_log}) {
        EXPECT_THAT(in_words(asked),
                    Not(testing::AnyOf(HasSubstr("must"), HasSubstr("!"), testing::IsEmpty())));
    }
}

RC_GTEST_PROP(Readiness, NobodyIsReadyWithARatingAboveFiveOrAStrongOneYesterday, ()) {
    ReadinessFacts facts;
    facts.times_learnt_to_close = *rc::gen::inRange(0, 2);
    facts.gentle_practices = *rc::gen::inRange(0, 5);
    facts.today = 20000;
    facts.rated_last = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) { facts.last_rating = *rc::gen::inRange(0, 11); }
    facts.highest_rating = facts.last_rating;
    if (*rc::gen::arbitrary<bool>()) { facts.latest_strong = 20000 - *rc::gen::inRange(0, 4); }
    const bool high = facts.rated_last && (!facts.last_rating || *facts.last_rating > 5);
    const bool too_soon = facts.latest_strong && facts.today - *facts.latest_strong < 2;
    const bool new_here = facts.times_learnt_to_close == 0 || facts.gentle_practices < 3;
    RC_ASSERT(!((high || too_soon || new_here) && readiness(facts, stop_at).is_ready()));
    const bool stops = facts.highest_rating && *facts.highest_rating >= stop_at;
    RC_ASSERT((high || too_soon || new_here || stops) != readiness(facts, stop_at).is_ready());
}

} // namespace
} // namespace kindly
