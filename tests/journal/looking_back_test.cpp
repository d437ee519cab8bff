// SPDX-License-Identifier: MIT
// What earlier practices tell about the next one.
#include "journal/looking_back.hpp"

#include "base/digest.hpp"
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t day = 86400;
constexpr std::int64_t hour = 3600;

/// A whole number of days after the first practice could have been.
Moment on(int number, std::int64_t seconds = 0) { return at(number * day + seconds); }

class LookingBack : public testing::Test {
protected:
    /// Practice `number` begins on day `number`; `changes` as rated() makes them.
    void record(int number, const std::string& exercise, Intensity intensity, const std::string& status,
                Changes changes = {}, PracticeSource source = PracticeSource::timed) {
        SessionStart start = practice(number, source);
        start.exercise = exercise;
        start.intensity = intensity;
        begin(start, changes);
        Changes last;
        last.at = on(number, 300);
        last.figures = changes.figures;
        journal_.finish(start.id, last, status, status == "stopped" ? "person" : "");
    }
    void begin(const SessionStart& start, Changes changes = {}) {
        journal_.keep_text({TextToKeep::Kind::exercise, start.digest, start.exercise, "1.0", "en", "{}"});
        journal_.begin(start);
        if (changes.at.unix_ms == 0) { changes.at = start.started_at; }
        journal_.record(start.id, changes);
    }
    void interrupt(int number, const std::string& exercise) {
        record(number, exercise, Intensity::gentle, "interrupted");
    }

    TemporaryFolder folder_;
    Journal journal_ = Journal::open_for_writing(folder_.journal());
};

TEST_F(LookingBack, AnEmptyLogTellsNothing) {
    const Journal none = Journal::open_for_reading(folder_.path() / "nowhere" / "practice.db");
    for (const Journal* journal : std::initializer_list<const Journal*>{&journal_, &none}) {
        EXPECT_THAT(latest_practices(*journal, on(1), 10), IsEmpty());
        EXPECT_FALSE(lately_rated(*journal, on(1)).highest);
        EXPECT_FALSE(lately_rated(*journal, on(1)).any_check_in);
        EXPECT_EQ(before_strong(*journal, "2026-11-23").gentle_practices, 0);
        EXPECT_THAT(times_met(*journal, "kind-pause", sha256("kind-pause"), 3), IsEmpty());
        EXPECT_FALSE(left_since(*journal, on(0), on(1)));
    }
}

TEST_F(LookingBack, TheLatestPracticesComeFirst) {
    Changes changes = rated(6, 2 * day);
    changes.figures.distress_before = 6;
    changes.figures.distress_after = 3;
    record(1, "look", Intensity::gentle, "completed");
    record(2, "friend", Intensity::moderate, "stopped", changes);
    record(3, "hand", Intensity::gentle, "completed", {}, PracticeSource::trial);
    const auto found = latest_practices(journal_, on(4), 10);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].exercise, "friend");
    EXPECT_EQ(found[0].intensity, Intensity::moderate);
    EXPECT_EQ(found[0].distress_before, 6);
    EXPECT_EQ(found[0].distress_after, 3);
    EXPECT_EQ(found[0].stop_reason, "person");
    EXPECT_FALSE(found[0].done());
    EXPECT_TRUE(found[0].timed);
    EXPECT_EQ(found[1].exercise, "look");
    EXPECT_TRUE(found[1].done());
    EXPECT_THAT(latest_practices(journal_, on(4), 1), SizeIs(1));
}

TEST_F(LookingBack, WhatLiesFarAheadComesFromAWrongClock) {
    record(1, "look", Intensity::gentle, "completed");
    record(9, "feet", Intensity::gentle, "completed", rated(9, 9 * day));
    EXPECT_THAT(latest_practices(journal_, on(2), 10), SizeIs(1));
    EXPECT_FALSE(lately_rated(journal_, on(2)).highest);
}

TEST_F(LookingBack, RatingsOfTheLastDay) {
    record(1, "feet", Intensity::gentle, "completed", rated(8, day));
    record(2, "feet", Intensity::gentle, "completed", rated(3, 2 * day));
    LatelyRated found = lately_rated(journal_, on(2, hour));
    EXPECT_EQ(found.highest, 3);
    EXPECT_EQ(found.last, 3);
    found = lately_rated(journal_, on(2, -hour)); // both are within a day of it; the later one is the last
    EXPECT_EQ(found.highest, 8);
    EXPECT_TRUE(found.any_check_in);
    found = lately_rated(journal_, on(3, 1));
    EXPECT_FALSE(found.highest);
    EXPECT_FALSE(found.any_check_in);
}

TEST_F(LookingBack, NumbIsTheLastAndNoNumber) {
    Changes changes = rated(4, day);
    CheckInQuestion question;
    question.id = "after";
    question.text = "And now?";
    changes.add_answer(question, "close/after", Numb{}, on(1, 60));
    record(1, "feet", Intensity::gentle, "completed", changes);
    const LatelyRated found = lately_rated(journal_, on(1, hour));
    EXPECT_EQ(found.highest, 4);
    EXPECT_TRUE(found.any_check_in);
    EXPECT_FALSE(found.last);
}

TEST_F(LookingBack, SkippedRatingsAndTrialsTellNothing) {
    Changes skipped;
    skipped.at = on(1);
    CheckInQuestion question;
    question.id = "before";
    question.text = "How strong is it?";
    skipped.add_answer(question, "arrive/before", std::nullopt, on(1));
    record(1, "feet", Intensity::gentle, "completed", skipped);
    EXPECT_FALSE(lately_rated(journal_, on(1, hour)).any_check_in);
    record(2, "feet", Intensity::gentle, "completed", rated(9, 2 * day), PracticeSource::trial);
    EXPECT_FALSE(lately_rated(journal_, on(2, hour)).highest);
}

TEST_F(LookingBack, APracticeThatIsGoingOnIsRatedToo) {
    begin(practice(1), rated(9, day));
    EXPECT_EQ(lately_rated(journal_, on(1, hour)).highest, 9);
}

TEST_F(LookingBack, AStopThatWasReachedByTheExercisesOwnMeasure) {
    Changes changes = rated(6, day);
    SafetyRecord record_of_it;
    record_of_it.at = std::chrono::seconds(20);
    record_of_it.reason = "check_in";
    record_of_it.check_in = "before";
    record_of_it.value = 6;
    record_of_it.offer_grounding_at = 4;
    record_of_it.stop_at = 6;
    changes.safety.push_back(record_of_it);
    record(1, "own", Intensity::moderate, "completed", changes);
    EXPECT_TRUE(lately_rated(journal_, on(1, hour)).reached_a_stop);
    EXPECT_FALSE(lately_rated(journal_, on(2, hour)).reached_a_stop);
}

TEST_F(LookingBack, WhatStrongExercisesAskFor) {
    record(1, "look", Intensity::gentle, "completed");
    record(2, "feet", Intensity::gentle, "stopped"); // left: not done
    record(3, "open-close", Intensity::gentle, "closed_early");
    record(4, "hand", Intensity::gentle, "completed", {}, PracticeSource::trial);
    BeforeStrong found = before_strong(journal_, practice(5).day);
    EXPECT_EQ(found.gentle_practices, 1);
    EXPECT_EQ(found.times_learnt_to_close, 1);
    EXPECT_FALSE(found.latest_strong_day);
    for (const int number : {5, 6, 7}) { record(number, "look", Intensity::gentle, "completed"); }
    record(8, "soften", Intensity::strong, "stopped"); // begun is enough
    found = before_strong(journal_, practice(9).day);
    EXPECT_EQ(found.gentle_practices, 3); // counted no further
    EXPECT_EQ(found.latest_strong_day, practice(8).day);
    EXPECT_FALSE(before_strong(journal_, practice(30).day).latest_strong_day);
}

TEST_F(LookingBack, TimesThatTheSameTextWasMet) {
    for (const int number : {1, 2, 3}) { record(number, "kind-pause", Intensity::gentle, "completed"); }
    record(4, "kind-pause", Intensity::gentle, "completed", {}, PracticeSource::trial);
    const auto met = times_met(journal_, "kind-pause", sha256("kind-pause"), 2);
    ASSERT_THAT(met, SizeIs(2));
    EXPECT_EQ(met[0].unix_ms, on(3).unix_ms);
    EXPECT_EQ(met[1].unix_ms, on(2).unix_ms);
    EXPECT_THAT(times_met(journal_, "kind-pause", sha256("another text"), 2), IsEmpty());
}

TEST_F(LookingBack, WhatWasLeftALittleWhileAgo) {
    interrupt(1, "feet");
    EXPECT_TRUE(left_since(journal_, on(1), on(1, hour)));
    EXPECT_FALSE(left_since(journal_, on(1, 301), on(1, hour)));
    EXPECT_FALSE(left_since(journal_, on(1), on(1, 299)));
    record(2, "feet", Intensity::gentle, "completed"); // begun again since
    EXPECT_FALSE(left_since(journal_, on(1), on(3)));
}

TEST_F(LookingBack, AQuietSitThatBrokeOffWaitsForNobody) {
    interrupt(1, "sit");
    EXPECT_FALSE(left_since(journal_, on(1), on(1, hour)));
}

TEST_F(LookingBack, WhatIsGoingOnHasNotBeenLeft) {
    begin(practice(1));
    EXPECT_FALSE(left_since(journal_, on(1), on(1, hour)));
}

} // namespace
} // namespace kindly::test
