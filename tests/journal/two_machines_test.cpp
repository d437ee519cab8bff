// SPDX-License-Identifier: MIT
// One practice, changed on two machines that then exchange their logs.
#include "journal/accounts.hpp"
#include "journal/amending.hpp"
#include "journal/deleting.hpp"
#include "journal/merged.hpp"
#include "journal/store.hpp"
#include "journal/whole_session_rows.hpp"

#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace kindly::test;

/// One practice on two machines.
class OnTwoMachines : public testing::Test {
protected:
    OnTwoMachines() {
        for (const auto& folder : {&here_, &there_}) {
            take(folder->journal(), {{account(1, 1, 2)}, {}, {}});
        }
    }
    static void amend_on(const TemporaryFolder& folder, const Corrections& corrections, int second) {
        Journal journal = Journal::open_for_writing(folder.journal());
        const Entry entry = journal.find(id_of(1)).at(0);
        amend(journal, entry, changes(entry, journal.answers(id_of(1)), corrections), corrections,
              at(86400 + second));
    }
    static void delete_on(const TemporaryFolder& folder, int second) {
        Journal journal = Journal::open_for_writing(folder.journal());
        EXPECT_EQ(delete_words(journal, id_of(1), {{2}, false, false}, at(86400 + second)).answers, 1);
    }
    static WholeSession on(const TemporaryFolder& folder) {
        Journal journal = Journal::open_for_writing(folder.journal());
        return load_session(journal.store(), id_of(1))->session;
    }
    /// Each takes in what the other has.
    WholeSession exchanged() {
        const WholeSession before = on(here_);
        take(here_.journal(), {{on(there_)}, {}, {}});
        take(there_.journal(), {{before}, {}, {}});
        EXPECT_EQ(on(here_), on(there_));
        return on(here_);
    }

    TemporaryFolder here_, there_;
};

TEST_F(OnTwoMachines, WordsThatWereDeletedOnOneStayDeletedThoughMoreWasAmendedOnTheOther) {
    delete_on(here_, 9000);
    Corrections corrections;
    for (const int rating : {4, 5}) {
        corrections.ratings["distress_before"] = rating;
        amend_on(there_, corrections, 9000 + rating);
    }
    const WholeSession both = exchanged();
    EXPECT_EQ(both.revision, 3);
    EXPECT_EQ(both.ratings.distress_before, 5);
    EXPECT_EQ(both.answers.at(0).value_number, 5);
    EXPECT_EQ(both.answers.at(1).value_text, std::nullopt);
    EXPECT_TRUE(both.answers.at(1).words_deleted);
    EXPECT_EQ(ask_sql(there_.journal(), "SELECT count(*) FROM answer WHERE value_text IS NOT NULL"), "0");
}

TEST_F(OnTwoMachines, WordsThatWereWrittenAgainAfterTheyWereDeletedStay) {
    delete_on(here_, 9000);
    static_cast<void>(exchanged());
    Corrections corrections;
    corrections.answers[2] = "other words";
    amend_on(there_, corrections, 9500);
    corrections = {};
    corrections.ratings["distress_before"] = 4;
    amend_on(here_, corrections, 9600);
    amend_on(here_, {}, 9700);
    const WholeSession both = exchanged();
    EXPECT_EQ(both.ratings.distress_before, 4);
    EXPECT_EQ(both.answers.at(1).value_text, "other words");
    EXPECT_FALSE(both.answers.at(1).words_deleted);
}

} // namespace
} // namespace kindly
