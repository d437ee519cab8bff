// SPDX-License-Identifier: MIT
// Practices that broke off, as the log knows them, and taking one up again.
#include "journal/resuming.hpp"

#include "journal/drafts.hpp"
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

constexpr auto timed = PracticeSource::timed;

/// Recorded as far as `changes`, and left there as a crash leaves it.
void leave(const TemporaryFolder& folder, const SessionStart& start, const Changes& changes) {
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.begin(start);
    journal.record(start.id, changes);
}

Journal opened(const TemporaryFolder& folder) {
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.settle_abandoned(at(3600));
    return journal;
}

Changes typed(const std::string& words, std::int64_t seconds) {
    Changes changes;
    changes.at = at(seconds);
    changes.drafts = {{"line", words}};
    return changes;
}

TEST(Returning, FindsTheOneThatWasLeftLast) {
    const TemporaryFolder folder;
    { record_whole(*std::make_unique<Journal>(Journal::open_for_writing(folder.journal())), 1); }
    EXPECT_FALSE(latest_interrupted(opened(folder), "", timed));
    leave(folder, practice(2), rated(5, 400));
    leave(folder, practice(3, PracticeSource::trial), rated(5, 500));
    const Journal journal = opened(folder);
    const auto left = latest_interrupted(journal, "", timed);
    ASSERT_TRUE(left);
    EXPECT_EQ(left->entry.id, id_of(2));
    EXPECT_EQ(left->left_at(), at(400));
    EXPECT_EQ(latest_interrupted(journal, "", PracticeSource::trial)->entry.id, id_of(3));
    EXPECT_TRUE(latest_interrupted(journal, left->entry.exercise, timed));
    EXPECT_FALSE(latest_interrupted(journal, "another", timed));
}

TEST(Returning, TellsWhatItWasMadeOfAndWhereItStood) {
    const TemporaryFolder folder;
    SessionStart start = practice(1);
    start.settings = {{"lines", 3}, {"rest", Milliseconds(90000)}, {"phrase", std::string("kind words")}};
    start.budget = std::chrono::minutes(5);
    start.dropped = {"extra"};
    start.listening = true;
    start.seed = 77;
    start.picks = {{"which", 2}};
    Changes changes = rated(8, 60);
    changes.figures.practised = Milliseconds(50000);
    changes.figures.paused = Milliseconds(4000);
    changes.figures.distress_before = 8;
    changes.figures.last_section = "write";
    changes.figures.grounded = true;
    changes.figures.closing_reason = "distress";
    changes.steps = {{"write/1", "say", Milliseconds(0), Milliseconds(61000), "time"}};
    leave(folder, start, changes);
    const auto left = latest_interrupted(opened(folder), "", timed);
    ASSERT_TRUE(left && left->settings);
    EXPECT_THAT(*left->settings, testing::UnorderedElementsAre(Pair("lines", "3"), Pair("rest", "1m30s"),
                                                               Pair("phrase", "kind words")));
    EXPECT_EQ(left->budget, Milliseconds(300000));
    EXPECT_THAT(left->dropped, ElementsAre("extra"));
    EXPECT_TRUE(left->listening);
    EXPECT_EQ(left->seed, 77U);
    EXPECT_THAT(left->picks, ElementsAre(PickMade{"which", 2}));
    EXPECT_EQ(left->figures.practised, Milliseconds(50000));
    EXPECT_EQ(left->figures.paused, Milliseconds(4000));
    EXPECT_EQ(left->figures.distress_before, 8);
    EXPECT_EQ(left->figures.last_section, "write");
    EXPECT_TRUE(left->figures.grounded);
    EXPECT_EQ(left->figures.closing_reason, "distress");
    EXPECT_EQ(left->clock, Milliseconds(61000));
    ASSERT_EQ(left->steps.size(), 1U);
    EXPECT_EQ(left->steps[0].path, "write/1");
    EXPECT_EQ(left->answers.size(), 1U);
}

TEST(Returning, SettingsThatAreSealedAreUnknown) {
    const TemporaryFolder folder;
    SessionStart start = practice(1);
    start.settings = {{"lines", 3}};
    leave(folder, start, rated(5, 60));
    run_sql(folder.journal(), "UPDATE session SET settings = NULL, settings_sealed = x'01'");
    EXPECT_FALSE(latest_interrupted(opened(folder), "", timed)->settings);
}

TEST(Returning, SetsItRunningUnderItsIdAsANewRevision) {
    const TemporaryFolder folder;
    leave(folder, practice(1), rated(5, 60));
    {
        Journal journal = opened(folder);
        const auto left = latest_interrupted(journal, "", timed);
        take_up(journal, *left, at(1200));
        EXPECT_TRUE(Journal::open_for_reading(folder.journal()).entries({}).empty()) << "it is going on";
        EXPECT_FALSE(latest_interrupted(journal, "", timed));
        journal.record(id_of(1), written("more", 1210));
        Changes last;
        last.at = at(1220);
        journal.finish(id_of(1), last, "completed", "");
    }
    const Journal journal = Journal::open_for_reading(folder.journal());
    ASSERT_EQ(journal.entries({}).size(), 1U);
    EXPECT_EQ(journal.entries({})[0].revision, 2);
    EXPECT_EQ(journal.entries({})[0].status, "completed");
    EXPECT_EQ(journal.entries({})[0].stop_reason, "");
    EXPECT_EQ(journal.answers(id_of(1)).size(), 2U);
    EXPECT_EQ(journal.answers(id_of(1))[1].position, 2);
}

TEST(Returning, ACrashAfterwardsLeavesItToBeFoundAgain) {
    const TemporaryFolder folder;
    leave(folder, practice(1), rated(5, 60));
    {
        Journal journal = opened(folder);
        take_up(journal, *latest_interrupted(journal, "", timed), at(1200));
        journal.record(id_of(1), written("more", 1210));
    }
    const auto left = latest_interrupted(opened(folder), "", timed);
    ASSERT_TRUE(left);
    EXPECT_EQ(left->entry.revision, 2);
    EXPECT_EQ(left->entry.stop_reason, "crash");
    EXPECT_EQ(left->answers.size(), 2U);
    EXPECT_EQ(left->left_at(), at(1210));
}

TEST(Returning, OnlyOneProgramGetsIt) {
    const TemporaryFolder folder;
    leave(folder, practice(1), rated(5, 60));
    Journal first = opened(folder);
    Journal second = Journal::open_for_writing(folder.journal());
    const auto left = latest_interrupted(first, "", timed);
    take_up(first, *left, at(1200));
    EXPECT_THAT(failure_of([&] { take_up(second, *left, at(1201)); }), HasSubstr("another terminal"));
    Changes last;
    last.at = at(1220);
    first.finish(id_of(1), last, "stopped", "person");
    EXPECT_THAT(failure_of([&] { take_up(second, *left, at(1221)); }), HasSubstr("by another program"));
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT status || revision FROM session"), "stopped2");
    take_up(
        first,
        [&] {
            leave(folder, practice(2), rated(5, 4000));
            first.settle_abandoned(at(4100));
            return *latest_interrupted(first, "", timed);
        }(),
        at(4200));
}

TEST(Drafts, TheLatestOneStandsUntilItIsTakenAway) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.begin(practice(1));
    journal.record(id_of(1), typed("one", 10));
    journal.record(id_of(1), typed("one two", 12));
    EXPECT_THAT(drafts_of(journal, id_of(1)), ElementsAre(Pair("line", "one two")));
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT saved_at FROM draft"), std::to_string(at(12).unix_ms));
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT ended_at FROM session"), std::to_string(at(12).unix_ms))
        << "somebody was there until then";
    Changes answered = written("one two three", 14);
    answered.drafts = {{"line", ""}};
    journal.record(id_of(1), answered);
    EXPECT_TRUE(drafts_of(journal, id_of(1)).empty());
}

TEST(Drafts, GoWithTheirPracticeAndAreNotReadWhereTheyAreSealed) {
    const TemporaryFolder folder;
    leave(folder, practice(1), typed("words", 10));
    EXPECT_THAT(latest_interrupted(opened(folder), "", timed)->drafts, ElementsAre(Pair("line", "words")));
    run_sql(folder.journal(), "UPDATE draft SET words = '', sealed = x'01'");
    EXPECT_TRUE(latest_interrupted(opened(folder), "", timed)->drafts.empty());
    run_sql(folder.journal(), "PRAGMA foreign_keys = ON; DELETE FROM session");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM draft"), "0");
}

TEST(LatestAnswers, AreTheOnesThatStand) {
    std::vector<AnswerEntry> answers(5);
    answers[0].question = "a", answers[0].kind = "text", answers[0].value_text = "first";
    answers[1].question = "a", answers[1].kind = "text", answers[1].value_text = "second";
    answers[2].question = "b", answers[2].kind = "yes_no", answers[2].value_text = "yes";
    answers[3].question = "b", answers[3].kind = "yes_no", answers[3].skipped = true;
    answers[4].question = "c", answers[4].kind = "check_in", answers[4].value_text = "numb";
    const Answers latest = latest_answers(answers);
    EXPECT_EQ(latest.size(), 2U);
    EXPECT_EQ(latest.at("a"), AnswerValue(std::string("second")));
    EXPECT_EQ(latest.at("c"), AnswerValue(Numb()));
}

} // namespace
} // namespace kindly::test
