// SPDX-License-Identifier: MIT
// Words set aside until a day: which there are, when they are ready, and that they go with what they are of.
#include "journal/letters.hpp"

#include "journal/deleting.hpp"
#include "journal/sealed_world.hpp"
#include "journal/streaming.hpp"
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Letters : public testing::Test {
protected:
    void record(int number, const std::string& words, const std::string& ready_on,
                PracticeSource source = PracticeSource::timed) const {
        Journal journal = Journal::open_for_writing(folder.journal());
        journal.begin(practice(number, source));
        Changes changes = written(words, number * 86400 + 20);
        changes.letters = {{"line", ready_on}};
        journal.finish(id_of(number), changes, "completed", "");
    }
    [[nodiscard]] Journal reading() const { return Journal::open_for_reading(folder.journal()); }
    [[nodiscard]] std::vector<std::string> days() const {
        std::vector<std::string> found;
        for (const Letter& letter : letters(reading())) { found.push_back(letter.ready_on); }
        return found;
    }
    const TemporaryFolder folder;
};

TEST_F(Letters, AreListedWithTheFirstReadyOneFirst) {
    EXPECT_THAT(letters(reading()), IsEmpty());
    EXPECT_FALSE(letter_is_ready(reading(), "2099-01-01"));
    record(1, "dear me", "2027-01-01");
    record(2, "dear you", "2026-12-24");
    record(3, "a trial", "2026-12-01", PracticeSource::trial);
    const auto all = letters(reading());
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].session, id_of(2));
    EXPECT_EQ(all[0].ready_on, "2026-12-24");
    EXPECT_EQ(all[0].exercise, "kind-pause");
    EXPECT_EQ(all[0].title, "A kind pause");
    EXPECT_EQ(all[0].set_aside_at, at(2 * 86400 + 20));
    EXPECT_FALSE(all[0].opened_at.has_value());
    EXPECT_EQ(reading().answers(id_of(2)).at(static_cast<std::size_t>(all[0].position - 1)).value_text,
              "dear you");
}

TEST_F(Letters, AreReadyFromTheirDayOnUntilTheyAreOpened) {
    record(1, "dear me", "2026-12-24");
    EXPECT_FALSE(letter_is_ready(reading(), "2026-12-23"));
    EXPECT_TRUE(letter_is_ready(reading(), "2026-12-24"));
    EXPECT_TRUE(letter_is_ready(reading(), "2027-12-24"));
    const Letter letter = letters(reading()).front();
    Journal journal = Journal::open_for_writing(folder.journal());
    mark_opened(journal, letter, at(100 * 86400));
    mark_opened(journal, letter, at(200 * 86400)); // the first time counts
    EXPECT_FALSE(letter_is_ready(journal, "2027-12-24"));
    EXPECT_EQ(letters(journal).front().opened_at, at(100 * 86400));
    Filter changed;
    changed.changed_since = at(100 * 86400).unix_ms;
    EXPECT_THAT(journal.entries(changed), SizeIs(1)) << "a nightly export hears of it";
}

TEST_F(Letters, GoWithTheirWordsAndWithTheirPractice) {
    record(1, "dear me", "2027-01-01");
    record(2, "dear you", "2027-01-02");
    record(3, "dear all", "2027-01-03");
    Journal journal = Journal::open_for_writing(folder.journal());
    delete_sessions(journal, {id_of(1)}, at(0), false);
    WordsToDelete one;
    one.positions = {1};
    EXPECT_EQ(delete_words(journal, id_of(2), one, at(0)).answers, 1);
    EXPECT_THAT(days(), ElementsAre("2027-01-03"));
    WordsToDelete all;
    all.all_words = true;
    EXPECT_EQ(delete_words(journal, id_of(3), all, at(0)).answers, 1);
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM letter"), "0") << "not even the dates are left";
}

TEST_F(Letters, AreSealedWithTheLogAndStayListed) {
    record(1, "dear me", "2026-12-24");
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        lock_words(journal, secret(the_passphrase), quick());
    }
    record(2, "dear you", "2026-12-25");
    EXPECT_THAT(days(), ElementsAre("2026-12-24", "2026-12-25"));
    EXPECT_TRUE(letter_is_ready(reading(), "2026-12-24"));
    EXPECT_FALSE(reading().answers(id_of(2)).front().value_text.has_value());
    const Journal opened = reading();
    ASSERT_TRUE(opened.open_words(secret(the_passphrase)));
    EXPECT_EQ(opened.answers(id_of(2)).front().value_text, "dear you");
}

TEST_F(Letters, AreInAWholeCopyOfTheLog) {
    record(1, "dear me", "2026-12-24");
    const Journal journal = reading();
    LogStream log(journal, {}, LogStream::Depth::everything);
    PracticeRow practice;
    ASSERT_TRUE(log.next(practice));
    LetterRow letter;
    ASSERT_TRUE(log.next(letter));
    EXPECT_EQ(letter.question, "line");
    EXPECT_EQ(letter.ready_on, "2026-12-24");
    EXPECT_FALSE(letter.opened_at.has_value());
    EXPECT_FALSE(log.next(letter));
}

} // namespace
} // namespace kindly::test
