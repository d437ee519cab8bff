// SPDX-License-Identifier: MIT
// Kept words that were deleted: what stays of them, and that they do not come back.
#include "journal/kept_marks.hpp"

#include "journal/accounts.hpp"
#include "journal/deleting.hpp"
#include "journal/kept.hpp"
#include "journal/merged.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace kindly::test;

TEST(DeletedKeptWords, DoNotComeBackWhicheverWayTheyWereDeleted) {
    const TemporaryFolder folder;
    const Log log{{account(1, 1, 2), account(2, 1, 2)},
                  {},
                  {{"plan", "tea", {}, at(5)},
                   {"phrase", "softly", id_of(1), at(5)},
                   {"line", "a heron", id_of(2), at(5)}}};
    take(folder.journal(), log);
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        EXPECT_TRUE(forget_kept(journal, "plan", at(1000)));
        EXPECT_TRUE(delete_words(journal, id_of(1), {{}, true, true}, at(1000)).any);
        delete_sessions(journal, {id_of(2)}, at(1000), true);
        EXPECT_TRUE(deleted_ids(journal, "6b65").empty());
    }
    Log of_unknown_origin = log;
    for (IncomingKept& kept : of_unknown_origin.kept) { kept.session.clear(); }
    for (const Log& older : {log, of_unknown_origin}) {
        const MergeCounts counts = take(folder.journal(), older);
        EXPECT_EQ(counts.kept_left_out + counts.kept_deleted_before, 3U);
        EXPECT_FALSE(counts.changed());
    }
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM kept"), "0");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM deletion WHERE id GLOB '6b657074-*'"), "3");
}

TEST(DeletedKeptWords, CanBeKeptAgain) {
    const TemporaryFolder folder;
    take(folder.journal(), {{account(1, 1, 2)}, {}, {{"plan", "tea", {}, at(5)}}});
    Journal journal = Journal::open_for_writing(folder.journal());
    EXPECT_TRUE(forget_kept(journal, "plan", at(10)));
    journal.begin(practice(3));
    Changes changes = written("words", 20);
    changes.kept = {{"plan", "tea"}};
    journal.finish(id_of(3), changes, "completed", "");
    const auto words = [&] { return ask_sql(folder.journal(), "SELECT words || kept_at FROM kept"); };
    const std::string again = words();
    EXPECT_EQ(again, "tea" + std::to_string(at(20).unix_ms));
    take(folder.journal(), {{}, {{kept_mark("plan"), at(15)}}, {{"plan", "older", {}, at(12)}}});
    EXPECT_EQ(words(), again);
    take(folder.journal(), {{}, {}, {{"plan", "rest", {}, at(30)}}});
    EXPECT_EQ(words(), "rest" + std::to_string(at(30).unix_ms));
}

TEST(DeletedKeptWords, AreTakenOutWhereTheyWereDeletedElsewhere) {
    const TemporaryFolder folder;
    const Log log{{}, {{kept_mark("plan"), at(10)}, {kept_mark("other"), at(10)}}, {}};
    take(folder.journal(), {{}, {}, {{"plan", "tea", {}, at(5)}, {"phrase", "softly", {}, at(5)}}});
    const MergeCounts counts = take(folder.journal(), log);
    EXPECT_EQ(counts.kept_deleted, 1U);
    EXPECT_EQ(counts.other_changes, 1U);
    EXPECT_TRUE(counts.any_deleted());
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT group_concat(name) FROM kept"), "phrase");
    EXPECT_FALSE(take(folder.journal(), log).changed());
}

TEST(KeptMark, LooksLikeAnIdAndDoesNotTellTheName) {
    const std::string mark = kept_mark("small_promise");
    EXPECT_THAT(mark, testing::MatchesRegex("6b657074-[0-9a-f]+-8[0-9a-f]+-9[0-9a-f]+-[0-9a-f]+"));
    EXPECT_EQ(mark.size(), id_of(1).size());
    EXPECT_EQ(mark, kept_mark("small_promise"));
    EXPECT_NE(mark, kept_mark("small_promis"));
    EXPECT_TRUE(is_kept_mark(mark));
    EXPECT_FALSE(is_kept_mark(id_of(1)));
    EXPECT_FALSE(is_kept_mark("6b657074-0001-7000-8000-000000000000"));
}

} // namespace
} // namespace kindly
