// SPDX-License-Identifier: MIT
// Two logs become one: whatever the order, whatever each of them withholds.
#include "journal/merging.hpp"

#include "journal/accounts.hpp"
#include "journal/amending.hpp"
#include "journal/deleting.hpp"
#include "journal/joining.hpp"
#include "journal/kept_marks.hpp"
#include "journal/merged.hpp"
#include "journal/sealed_world.hpp"
#include "journal/store.hpp"
#include "journal/story.hpp"
#include "journal/whole_session_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using namespace kindly::test;

WholeSession any_account(int practice) {
    WholeSession session =
        gone_on(account(practice, *rc::gen::inRange<std::int64_t>(1, 4), *rc::gen::inRange(0, 3)),
                *rc::gen::inRange(0, 3), *rc::gen::inRange(0, 3));
    if (session.details_revision == 0) { return session; }
    // The words may have stayed as they were in an earlier revision; those of the second one were deleted.
    WholeAnswer& words = session.answers.at(1);
    words.value_revision = *rc::gen::inRange<std::int64_t>(1, session.revision + 1);
    words.words_deleted = words.value_revision == 2;
    words.value_text = "words of revision " + std::to_string(words.value_revision);
    if (words.words_deleted) { words.value_text.reset(); }
    return session;
}

RC_GTEST_PROP(Joining, TheOrderMakesNoDifference, ()) {
    const WholeSession first = any_account(1);
    const WholeSession second = any_account(1);
    const WholeSession third = any_account(1);
    RC_ASSERT(joined(first, second) == joined(second, first));
    RC_ASSERT(joined(joined(first, second), third) == joined(first, joined(second, third)));
}

RC_GTEST_PROP(Joining, TheSameAgainChangesNothing, ()) {
    const WholeSession first = any_account(1);
    const WholeSession both = joined(first, any_account(1));
    RC_ASSERT(joined(both, both) == both);
    RC_ASSERT(joined(both, first) == both);
}

TEST(Joining, WhatANewerAccountWithholdsIsKept) {
    const WholeSession both = joined(account(1, 1, 2), account(1, 2, 0));
    EXPECT_EQ(both.revision, 2);
    EXPECT_EQ(both.title, "A kind pause 2");
    EXPECT_EQ(both.answers.at(1).value_text, "words of revision 1");
    EXPECT_EQ(both.answers.at(1).value_revision, 1);
    EXPECT_EQ(both.ratings.distress_before, 1);
    // The words of the newer revision still take their place when they come.
    EXPECT_EQ(joined(both, account(1, 2, 2)), account(1, 2, 2));
}

TEST(Joining, WordsThatWereDeletedThereAreDeletedHere) {
    WholeSession deleted = account(1, 2, 2);
    deleted.answers.at(1).value_text.reset();
    deleted.answers.at(1).words_deleted = true;
    const WholeSession both = joined(account(1, 1, 2), deleted);
    EXPECT_EQ(both.answers.at(1).value_text, std::nullopt);
    EXPECT_TRUE(both.answers.at(1).words_deleted);
}

TEST(Joining, OfTwoAmendmentsWithOneRevisionTheLaterOneHolds) {
    WholeSession here = account(1, 2, 2);
    WholeSession there = account(1, 2, 2);
    there.amended_at = at(86400 + 5000);
    there.answers.at(1).value_text = "later words";
    EXPECT_EQ(joined(here, there), there);
    EXPECT_EQ(joined(there, here), there);
}

/// Everything that a merge can bring, as text.
std::string told(const std::filesystem::path& file) {
    Journal journal = Journal::open_for_writing(file);
    std::string all;
    for (int practice = 1; practice <= 3; ++practice) {
        const auto stored = load_session(journal.store(), id_of(practice));
        if (!stored) { continue; }
        const WholeSession& session = stored->session;
        all += session.id + " " + std::to_string(session.revision) + " " + session.title + " " +
               std::to_string(session.ratings_revision) + " " + std::to_string(session.details_revision) +
               " " + session.details.settings + std::to_string(session.started_at.unix_ms);
        for (const auto& answer : session.answers) {
            all += " " + std::to_string(answer.position) + answer.value_text.value_or("-") +
                   std::to_string(answer.value_number.value_or(-1)) + std::to_string(answer.value_revision) +
                   std::to_string(answer.answered_at.unix_ms) + (answer.words_deleted ? "deleted" : "");
        }
        all += "\n";
    }
    all += ask_sql(file, "SELECT group_concat(id || deleted_at) FROM (SELECT * FROM deletion ORDER BY id)");
    return all +
           ask_sql(file, "SELECT group_concat(name || words || kept_at || ifnull(session, '')) FROM kept");
}

Log any_log() {
    Log log;
    for (int practice = 1; practice <= 3; ++practice) {
        switch (*rc::gen::inRange(0, 4)) {
        case 0: break;
        case 1: log.deletions.push_back({id_of(practice), at(*rc::gen::inRange(0, 3))}); break;
        default: log.sessions.push_back(any_account(practice)); break;
        }
    }
    if (*rc::gen::arbitrary<bool>()) {
        log.kept.push_back(
            {"plan", *rc::gen::element<std::string>("tea", "rest"), {}, at(*rc::gen::inRange(0, 4))});
    }
    if (*rc::gen::arbitrary<bool>()) {
        log.deletions.emplace_back(kept_mark("plan"), at(*rc::gen::inRange(0, 4)));
    }
    return log;
}

RC_GTEST_PROP(Merging, TwoLogsInEitherOrderGiveTheSame, ()) {
    const Log first = any_log();
    const Log second = any_log();
    const TemporaryFolder one;
    const TemporaryFolder other;
    take(one.journal(), first);
    take(one.journal(), second);
    take(other.journal(), second);
    take(other.journal(), first);
    RC_ASSERT(told(one.journal()) == told(other.journal()));
    RC_ASSERT(!take(one.journal(), first).changed());
    RC_ASSERT(!take(one.journal(), second).changed());
}

TEST(Merging, TheSameAgainLeavesTheFileAsItIs) {
    const TemporaryFolder folder;
    const Log log{{account(1, 1, 2), account(2, 2, 1)}, {{id_of(3), at()}}, {{"plan", "tea", {}, at()}}};
    EXPECT_EQ(take(folder.journal(), log).added, 2U);
    const std::string before = bytes_of(folder.journal());
    EXPECT_FALSE(take(folder.journal(), log).changed());
    EXPECT_EQ(bytes_of(folder.journal()), before);
}

TEST(Merging, WhatDoesNotHoldLeavesNothing) {
    const TemporaryFolder folder;
    EXPECT_EQ(take(folder.journal(), {{account(1, 1, 2)}, {}, {}}, false).added, 1U);
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM session"), "0");
}

TEST(Merging, APracticeThatGoesOnIsLeftAlone) {
    const TemporaryFolder folder;
    Journal running = Journal::open_for_writing(folder.journal());
    running.begin(practice(1));
    const MergeCounts counts = take(folder.journal(), {{account(1, 3, 2)}, {{id_of(1), at()}}, {}});
    EXPECT_EQ(counts.running, 2U);
    EXPECT_FALSE(counts.changed());
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT revision || ' ' || running FROM session"), "1 1");
}

/// Revision 2 came without words, which are those of revision 1; then something is changed here.
class ChangedHere : public testing::Test {
protected:
    ChangedHere() {
        second_.details.amendments = {{1, 2, at(86400 + 2000), "answer.2", "words of revision 1", {}, false}};
        take(folder_.journal(), {{account(1, 1, 2)}, {}, {}});
        take(folder_.journal(), {{account(1, 2, 1)}, {}, {}});
    }
    void amend_here(const Corrections& corrections) {
        Journal journal = Journal::open_for_writing(folder_.journal());
        const Entry entry = journal.find(id_of(1)).at(0);
        amend(journal, entry, changes(entry, journal.answers(id_of(1)), corrections), corrections,
              at(86400 + 9000));
    }
    void delete_here(const WordsToDelete& what) {
        Journal journal = Journal::open_for_writing(folder_.journal());
        EXPECT_TRUE(delete_words(journal, id_of(1), what, at(86400 + 9000)).any);
    }
    [[nodiscard]] WholeSession here() const {
        Journal journal = Journal::open_for_writing(folder_.journal());
        return load_session(journal.store(), id_of(1))->session;
    }
    [[nodiscard]] std::vector<std::string> history() const {
        const Journal journal = Journal::open_for_reading(folder_.journal());
        static_cast<void>(journal.open_words(secret(the_passphrase)));
        std::vector<std::string> told;
        for (const auto& one : amendments_of(journal, id_of(1))) {
            told.push_back(std::to_string(one.revision) + " " + one.field + " " + one.was.value_or("-"));
        }
        return told;
    }

    TemporaryFolder folder_;
    WholeSession second_ = account(1, 2, 2);
};

TEST_F(ChangedHere, NewWordsAndWhatTheyWereBeforeStayWhereAnOlderRevisionComesInWhole) {
    Corrections corrections;
    corrections.answers[2] = "words of my own";
    amend_here(corrections);
    take(folder_.journal(), {{second_}, {}, {}});
    EXPECT_EQ(here().answers.at(1).value_text, "words of my own");
    EXPECT_EQ(here().details.settings, R"({"revision":2})");
    EXPECT_THAT(history(),
                testing::ElementsAre("2 answer.2 words of revision 1", "3 answer.2 words of revision 1"));
    EXPECT_FALSE(take(folder_.journal(), {{second_}, {}, {}}).changed());
}

TEST_F(ChangedHere, SealedHistoryStaysReadableWhereEarlierHistoryComesIn) {
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        lock_words(journal, secret(the_passphrase), quick());
        ASSERT_TRUE(finish_locking(journal));
    }
    Corrections corrections;
    corrections.answers[2] = "words of my own";
    amend_here(corrections);
    corrections.answers[2] = "and once more";
    amend_here(corrections);
    take(folder_.journal(), {{second_}, {}, {}});
    EXPECT_THAT(history(),
                testing::ElementsAre("2 answer.2 words of revision 1", "3 answer.2 words of revision 1",
                                     "4 answer.2 words of my own"));
}

TEST_F(ChangedHere, WordsThatHadNeverComeAndWereWrittenHereStay) {
    take(folder_.journal(), {{account(2, 2, 1)}, {}, {}});
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        const Entry entry = journal.find(id_of(2)).at(0);
        Corrections corrections;
        corrections.answers[2] = "written here";
        amend(journal, entry, changes(entry, journal.answers(id_of(2)), corrections), corrections,
              at(2 * 86400 + 9000));
    }
    take(folder_.journal(), {{account(2, 2, 2)}, {}, {}});
    Journal journal = Journal::open_for_writing(folder_.journal());
    const WholeSession both = load_session(journal.store(), id_of(2))->session;
    EXPECT_EQ(both.answers.at(1).value_text, "written here");
    ASSERT_EQ(both.details.amendments.size(), 1U);
    EXPECT_EQ(both.details.amendments.at(0).revision, 3);
}

TEST_F(ChangedHere, RatingsAmendedHereStay) {
    take(folder_.journal(), {{account(2, 1, 2)}, {}, {}});
    take(folder_.journal(), {{account(2, 2, 0)}, {}, {}});
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        const Entry entry = journal.find(id_of(2)).at(0);
        Corrections corrections;
        corrections.ratings["distress_before"] = 9;
        amend(journal, entry, changes(entry, journal.answers(id_of(2)), corrections), corrections,
              at(2 * 86400 + 9000));
    }
    take(folder_.journal(), {{account(2, 2, 2)}, {}, {}});
    Journal journal = Journal::open_for_writing(folder_.journal());
    const WholeSession both = load_session(journal.store(), id_of(2))->session;
    EXPECT_EQ(both.ratings.distress_before, 9);
    EXPECT_EQ(both.answers.at(0).value_number, 9);
}

TEST_F(ChangedHere, DeletedWordsDoNotComeBackByAnOlderRevision) {
    delete_here({{2}, false, false});
    take(folder_.journal(), {{second_}, {}, {}});
    EXPECT_EQ(here().answers.at(1).value_text, std::nullopt);
    EXPECT_TRUE(here().answers.at(1).words_deleted);
    EXPECT_THAT(history(), testing::IsEmpty());
}

TEST(Joining, DeletedWordsDoNotComeBackAsWhatAnAnswerWasBefore) {
    WholeSession here = account(1, 3, 1); // no details came
    here.answers.at(1).value_revision = 3;
    here.answers.at(1).words_deleted = true;
    WholeSession there = account(1, 2, 2);
    there.details.amendments = {{1, 2, at(9), "answer.2", "words of revision 1", {}, false}};
    const WholeSession both = joined(here, there);
    EXPECT_EQ(both, joined(there, here));
    EXPECT_TRUE(both.answers.at(1).words_deleted);
    EXPECT_EQ(both.answers.at(1).value_text, std::nullopt);
    ASSERT_EQ(both.details.amendments.size(), 1U);
    EXPECT_EQ(both.details.amendments.at(0).was, std::nullopt);
}

TEST_F(ChangedHere, SealedSettingsThatWereDeletedAreNotFilledInAgain) {
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        lock_words(journal, secret(the_passphrase), quick());
        ASSERT_TRUE(finish_locking(journal));
    }
    WholeSession first = account(2, 1, 2);
    first.details.settings = R"({"warm_name":"my dear"})";
    take(folder_.journal(), {{first}, {}, {}});
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        EXPECT_TRUE(delete_words(journal, id_of(2), {{}, true, false}, at(2 * 86400 + 9000)).any);
    }
    EXPECT_FALSE(take(folder_.journal(), {{first}, {}, {}}).changed());
    EXPECT_EQ(ask_sql(folder_.journal(), "SELECT settings || (settings_sealed IS NULL) FROM session"
                                         " ORDER BY started_at DESC"),
              "{}1");
}

TEST(Merging, ADraftThatWasDeletedDoesNotComeBack) {
    const TemporaryFolder folder;
    WholeSession begun = account(1, 1, 2);
    begun.answers.clear();
    begun.details.settings = "{}";
    take(folder.journal(), {{begun}, {}, {}});
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        const WordsDeleted deleted = delete_words(journal, id_of(1), {{}, true, false}, at(9000));
        EXPECT_EQ(deleted.answers, 0);
        EXPECT_TRUE(deleted.any);
        EXPECT_FALSE(delete_words(journal, id_of(1), {{}, true, false}, at(9000)).any);
    }
    EXPECT_FALSE(take(folder.journal(), {{begun}, {}, {}}).changed());
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM draft"), "0");
}

TEST(Merging, WordsKeptFromADeletedPracticeDoNotComeBack) {
    const TemporaryFolder folder;
    const Log log{{account(1, 1, 2)}, {}, {{"plan", "tea", id_of(1), at()}, {"other", "rest", {}, at()}}};
    take(folder.journal(), log);
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        delete_sessions(journal, {id_of(1)}, at(1000), true);
    }
    const MergeCounts counts = take(folder.journal(), log);
    EXPECT_EQ(counts.kept_left_out, 1U);
    EXPECT_FALSE(counts.changed());
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT group_concat(name) FROM kept"), "other");
}

TEST(Merging, ADeletedPracticeDoesNotComeBack) {
    const TemporaryFolder folder;
    take(folder.journal(), {{account(1, 1, 2)}, {}, {}});
    EXPECT_EQ(take(folder.journal(), {{}, {{id_of(1), at()}}, {}}).deleted, 1U);
    EXPECT_EQ(take(folder.journal(), {{account(1, 3, 2)}, {}, {}}).deleted_before, 1U);
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM session"), "0");
}

} // namespace
} // namespace kindly
