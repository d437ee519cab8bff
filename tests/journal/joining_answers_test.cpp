// SPDX-License-Identifier: MIT
// Two machines go on from copies of one practice: no answer of either is lost.
#include "journal/accounts.hpp"
#include "journal/joining.hpp"
#include "journal/merging.hpp"
#include "journal/sealed_world.hpp"

#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace kindly::test;

/// By position, with a word of each.
std::vector<std::string> words_in(const WholeSession& session) {
    std::vector<std::string> words;
    for (const WholeAnswer& answer : session.answers) {
        words.push_back(std::to_string(answer.position) + " " + answer.value_text.value_or("-"));
    }
    return words;
}

TEST(Joining, AnswersThatOnlyTheOlderAccountHasStay) {
    const WholeSession older = gone_on(account(1, 1, 2), 0, 1);
    for (const int level : {0, 1, 2}) {
        const WholeSession both = joined(older, account(1, 2, level));
        EXPECT_EQ(both, joined(account(1, 2, level), older));
        EXPECT_EQ(both.revision, 2);
        ASSERT_EQ(both.answers.size(), 3U);
        EXPECT_EQ(both.answers.at(2), older.answers.at(2));
    }
}

TEST(Joining, WhatTwoMachinesWentOnWithIsInTheOrderOfTime) {
    WholeSession first = gone_on(account(1, 1, 2), 0, 2);
    WholeSession second = gone_on(account(1, 2, 2), 1, 2);
    second.details.amendments = {{1, 2, at(9), "answer.3", "what it was", {}, false}};
    const WholeSession both = joined(first, second);
    EXPECT_EQ(both, joined(second, first));
    EXPECT_THAT(words_in(both), testing::ElementsAre("1 -", "2 words of revision 2", "3 machine 0, answer 0",
                                                     "4 machine 1, answer 0", "5 machine 0, answer 1",
                                                     "6 machine 1, answer 1"));
    EXPECT_EQ(both.details.amendments.at(0).field, "answer.4");
    EXPECT_EQ(joined(both, first), both);
    EXPECT_EQ(joined(both, second), both);
}

TEST(Joining, WhatIsSealedStaysWhereItIsAndOthersMakeRoom) {
    WholeSession here = gone_on(account(1, 1, 2), 1, 2);
    for (WholeAnswer& answer : here.answers) {
        if (answer.value_text) { answer.sealed = "sealed " + *std::exchange(answer.value_text, {}); }
    }
    WholeSession there = gone_on(account(1, 2, 1), 0, 1);
    there.answers.at(2).value_text = "machine 0, answer 0";
    there.answers.at(2).value_revision = 2;
    const WholeSession both = joined(here, there);
    ASSERT_EQ(both.answers.size(), 5U);
    for (const std::size_t place : {2U, 3U}) {
        EXPECT_EQ(both.answers.at(place).sealed, here.answers.at(place).sealed);
        EXPECT_EQ(both.answers.at(place).position, here.answers.at(place).position);
    }
    EXPECT_EQ(both.answers.at(4).value_text, "machine 0, answer 0");
    EXPECT_EQ(joined(both, there), both);
}

TEST(Joining, DeletedWordsStayDeletedWhereTheyStandAtAnotherPosition) {
    WholeSession deleted = joined(gone_on(account(1, 2, 2), 0, 1), gone_on(account(1, 2, 2), 1, 1));
    deleted.revision = deleted.details_revision = 3;
    deleted.answers.at(3).value_text.reset();
    deleted.answers.at(3).words_deleted = true;
    deleted.answers.at(3).value_revision = 3;
    const WholeSession both = joined(deleted, gone_on(account(1, 2, 2), 1, 1));
    EXPECT_EQ(both, deleted);
}

TEST(Joining, ALetterComesWithTheWordsThatItIsMadeOf) {
    WholeSession older = gone_on(account(1, 1, 2), 0, 2);
    older.details.letters = {{"other", "2030-01-01", at(8), {}}};
    EXPECT_EQ(joined(account(1, 2, 2), older).details.letters, older.details.letters);
    // Where the words are there, it was taken back.
    EXPECT_THAT(joined(gone_on(account(1, 2, 2), 0, 2), older).details.letters, testing::IsEmpty());
}

TEST(Joining, SealedWordsStayReadableWhereAnswersOfAnotherMachineComeBetween) {
    const TemporaryFolder folder;
    const auto take = [&](const WholeSession& session) {
        Journal journal = Journal::open_for_writing(folder.journal());
        return merge(journal, at(900000), [&](Merging& merging) {
            merging.take(session);
            return true;
        });
    };
    take(gone_on(account(2, 1, 2), 1, 2));
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        lock_words(journal, secret(the_passphrase), quick());
        ASSERT_TRUE(finish_locking(journal));
    }
    const WholeSession other = gone_on(account(2, 2, 2), 0, 2);
    EXPECT_EQ(take(other).updated, 1U);
    EXPECT_FALSE(take(other).changed());
    const Journal journal = Journal::open_for_reading(folder.journal());
    static_cast<void>(journal.open_words(secret(the_passphrase)));
    std::vector<std::string> words;
    for (const AnswerEntry& answer : journal.answers(id_of(2))) {
        if (answer.kind == "text") { words.push_back(answer.value_text.value_or("-")); }
    }
    EXPECT_THAT(words,
                testing::ElementsAre("words of revision 2", "machine 1, answer 0", "machine 1, answer 1",
                                     "machine 0, answer 0", "machine 0, answer 1"));
}

} // namespace
} // namespace kindly
