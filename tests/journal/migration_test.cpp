// SPDX-License-Identifier: MIT
// Logs that older versions have written, kept as SQL in released/: nothing of them is lost on the way to the
// newest schema, reading does not bring the file itself up to date, and a broken-off way leaves it as it was.
#include "journal/schema.hpp"
#include "journal/world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::SizeIs;

/// One for each schema that was ever released.
class Released : public testing::TestWithParam<int> {
protected:
    Released() {
        std::filesystem::create_directories(folder_.journal().parent_path());
        const std::string sql =
            bytes_of(fmt::format("{}/tests/journal/released/schema-{}.sql", KINDLY_SOURCE_DIR, GetParam()));
        run_sql(folder_.journal(), sql.c_str());
    }
    const TemporaryFolder folder_; // NOLINT(*-non-private-member-*): gtest's way
};

/// What schema-1.sql holds, as people see it.
void expect_all_there(const Journal& journal) {
    const auto entries = journal.entries({});
    ASSERT_THAT(entries, SizeIs(4));
    EXPECT_EQ(entries[0].exercise, "kind-pause");
    EXPECT_EQ(entries[0].status, "completed");
    EXPECT_EQ(entries[0].distress_before, 7);
    EXPECT_EQ(entries[0].distress_after, 4);
    EXPECT_EQ(entries[0].kindness_after, 6);
    EXPECT_EQ(entries[0].revision, 1);
    EXPECT_EQ(entries[1].day, "2026-11-20"); // 02:10 in the night after
    EXPECT_EQ(entries[2].status, "interrupted");
    EXPECT_EQ(entries[2].stop_reason, "crash");
    EXPECT_EQ(entries[3].source, "trial");
    const auto answers = journal.answers(entries[0].id);
    ASSERT_FALSE(answers.empty());
    EXPECT_EQ(answers.back().value_text, "a walk by the river");
    EXPECT_TRUE(answers.back().is_private);
    EXPECT_THAT(journal.kept_words(), ElementsAre(Pair("closing_plan", "name five things I see\nthen tea")));
    ASSERT_TRUE(journal.text(entries[0].digest).has_value());
    EXPECT_EQ(journal.text(entries[0].digest)->bytes, "kind-pause as it was");
}

TEST_P(Released, IsReadWithoutATrace) {
    const std::string before = state_of(folder_.path());
    expect_all_there(Journal::open_for_reading(folder_.journal()));
    EXPECT_EQ(state_of(folder_.path()), before);
}

TEST_P(Released, IsBroughtUpToDateByWriting) {
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        expect_all_there(journal);
        record_whole(journal, 1);
    }
    EXPECT_EQ(ask_sql(folder_.journal(), "PRAGMA user_version"), fmt::format("{}", schema::version));
    EXPECT_EQ(ask_sql(folder_.journal(), "PRAGMA integrity_check"), "ok");
    EXPECT_EQ(ask_sql(folder_.journal(), "SELECT count(*) FROM pragma_foreign_key_check"), "0");
    EXPECT_THAT(Journal::open_for_reading(folder_.journal()).entries({}), SizeIs(5));
}

TEST_P(Released, EndsWithTheTablesOfANewLog) {
    const TemporaryFolder fresh;
    { const Journal journal = Journal::open_for_writing(fresh.journal()); }
    { const Journal journal = Journal::open_for_writing(folder_.journal()); }
    constexpr const char* tables = "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema "
                                   "WHERE sql IS NOT NULL ORDER BY name)";
    EXPECT_EQ(ask_sql(folder_.journal(), tables), ask_sql(fresh.journal(), tables));
}

TEST_P(Released, ABrokenOffWayLeavesItAsItWas) {
    // A table in the way: the step cannot be taken whole.
    run_sql(folder_.journal(), GetParam() == 1   ? "CREATE TABLE seal (other TEXT)"
                               : GetParam() == 2 ? "CREATE TABLE homework_note (other TEXT)"
                                                 : "CREATE TABLE letter (other TEXT)");
    const std::string tables = "SELECT count(*) FROM pragma_table_info('answer')";
    const std::string before = ask_sql(folder_.journal(), tables.c_str());
    EXPECT_NE(failure_of([&] { (void)Journal::open_for_writing(folder_.journal()); }), "");
    EXPECT_EQ(ask_sql(folder_.journal(), tables.c_str()), before);
    EXPECT_EQ(ask_sql(folder_.journal(), "PRAGMA user_version"), fmt::format("{}", GetParam()));
    EXPECT_EQ(ask_sql(folder_.journal(), "SELECT count(*) FROM session"), "4");
}

INSTANTIATE_TEST_SUITE_P(Schemas, Released, testing::Range(1, schema::version));

} // namespace
} // namespace kindly::test
