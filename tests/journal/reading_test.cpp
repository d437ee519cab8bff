// SPDX-License-Identifier: MIT
// Reading never writes: not where there is no log, not in a read-only home, not beside a running practice.
#include "journal/store.hpp"
#include "journal/world.hpp"

#include <filesystem>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Reading, WithoutALogIsEmptyAndMakesNothing) {
    const TemporaryFolder folder;
    const Journal journal = Journal::open_for_reading(folder.journal());
    EXPECT_TRUE(journal.empty());
    EXPECT_THAT(journal.entries({}), IsEmpty());
    EXPECT_THAT(journal.find("019"), IsEmpty());
    EXPECT_THAT(journal.answers(id_of(1)), IsEmpty());
    EXPECT_THAT(journal.kept_words(), IsEmpty());
    EXPECT_THAT(journal.latest_by_exercise(), IsEmpty());
    EXPECT_EQ(journal.times_done("kind-pause", 4), 0);
    EXPECT_FALSE(journal.last_check_in());
    EXPECT_FALSE(journal.text("0"));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Reading, LeavesNoTrace) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        record_whole(journal, 1);
    }
    const std::string before = state_of(folder.path());
    {
        const Journal journal = Journal::open_for_reading(folder.journal());
        EXPECT_EQ(journal.entries({}).size(), 1U);
        EXPECT_EQ(journal.answers(id_of(1)).size(), 1U);
    }
    EXPECT_EQ(state_of(folder.path()), before);
}

TEST(Reading, ALogThatIsGoneMeanwhileIsAFailureLikeAnyOther) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        record_whole(journal, 1);
    }
    const Journal journal = Journal::open_for_reading(folder.journal());
    EXPECT_FALSE(failure_of([&] {
                     journal.store().read([&](SQLite::Database&) {
                         fs::remove(folder.journal());
                         return 1;
                     });
                 }).empty());
}

TEST(Reading, WorksWhereTheNameHasMeaningToSqlite) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "50% #1 ?really" / "practice.db";
    {
        Journal journal = Journal::open_for_writing(file);
        record_whole(journal, 1);
    }
    EXPECT_EQ(Journal::open_for_reading(file).entries({}).size(), 1U);
}

TEST(Reading, WorksInAReadOnlyHome) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        record_whole(journal, 1);
    }
    fs::permissions(folder.path(), fs::perms(0755));
    fs::permissions(folder.journal(), fs::perms(0444));
    fs::permissions(folder.journal().parent_path(), fs::perms(0555));
    const std::string before = state_of(folder.path());
    EXPECT_EQ(as_nobody([&]() -> std::string {
                  const Journal journal = Journal::open_for_reading(folder.journal());
                  return journal.entries({}).size() == 1 && journal.answers(id_of(1)).size() == 1 ? "read"
                                                                                                  : "empty";
              }),
              "read");
    EXPECT_EQ(state_of(folder.path()), before);
}

/// What a killed program leaves in a home that has become read-only: the newest answers stand in the
/// write-ahead log.
class KilledThenReadOnly : public testing::Test {
protected:
    KilledThenReadOnly() {
        Process other([&](Process& self) -> std::string {
            Journal journal = Journal::open_for_writing(folder_.journal());
            record_whole(journal, 1);
            self.tell();
            return self.hear() ? "" : "left alone";
        });
        EXPECT_TRUE(other.hear());
        other.kill();
        EXPECT_EQ(other.result(), "killed by 9");
        EXPECT_FALSE(bytes_of(folder_.journal().string() + "-wal").empty());
    }
    void close_the_home() {
        fs::permissions(folder_.path(), fs::perms(0755));
        for (const auto& file : fs::directory_iterator(folder_.journal().parent_path())) {
            fs::permissions(file.path(), fs::perms(0444));
        }
        fs::permissions(folder_.journal().parent_path(), fs::perms(0555));
    }
    TemporaryFolder folder_;
};

TEST_F(KilledThenReadOnly, TheNewestIsReadAllTheSame) {
    close_the_home();
    const std::string before = state_of(folder_.path());
    EXPECT_EQ(as_nobody([&] {
                  const Journal journal = Journal::open_for_reading(folder_.journal());
                  return std::to_string(journal.entries({}).size());
              }),
              "1");
    EXPECT_EQ(state_of(folder_.path()), before);
}

TEST_F(KilledThenReadOnly, WithoutTheIndexItIsSaidRatherThanLeftOut) {
    fs::remove(folder_.journal().string() + "-shm");
    close_the_home();
    const std::string before = state_of(folder_.path());
    EXPECT_THAT(
        as_nobody([&] { return failure_of([&] { (void)Journal::open_for_reading(folder_.journal()); }); }),
        HasSubstr("copy it to another place"));
    EXPECT_EQ(state_of(folder_.path()), before);
}

TEST(Reading, AFileThatMayNotBeReadIsSaid) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        record_whole(journal, 1);
    }
    fs::permissions(folder.path(), fs::perms(0755));
    fs::permissions(folder.journal(), fs::perms(0000));
    fs::permissions(folder.journal().parent_path(), fs::perms(0755));
    const auto said =
        as_nobody([&] { return failure_of([&] { (void)Journal::open_for_reading(folder.journal()); }); });
    EXPECT_THAT(said, HasSubstr("cannot be read: Permission denied"));
}

TEST(Reading, SeesWhatARunningProgramHasJustWritten) {
    const TemporaryFolder folder;
    Journal writer = Journal::open_for_writing(folder.journal());
    record_whole(writer, 1);
    const Journal reader = Journal::open_for_reading(folder.journal());
    EXPECT_EQ(reader.entries({}).size(), 1U);
    record_whole(writer, 2);
    EXPECT_EQ(reader.entries({}).size(), 2U);
}

TEST(Reading, WithoutLocksNoticesThatTheFileChanged) {
    const TemporaryFolder folder;
    {
        Journal writer = Journal::open_for_writing(folder.journal());
        record_whole(writer, 1);
    }
    const Journal reader = Journal::open_for_reading(folder.journal());
    EXPECT_EQ(reader.entries({}).size(), 1U);
    for (int number = 2; number <= 60; ++number) { // opened and closed: each time the pages themselves change
        Journal writer = Journal::open_for_writing(folder.journal());
        record_whole(writer, number);
        if (number % 7 == 0) { EXPECT_EQ(reader.entries({}).size(), static_cast<std::size_t>(number)); }
    }
    EXPECT_EQ(reader.entries({}).size(), 60U);
}

} // namespace
} // namespace kindly::test
