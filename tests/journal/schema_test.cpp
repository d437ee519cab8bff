// SPDX-License-Identifier: MIT
// Which files are taken for a practice log, which are refused, and that those stay as they are.
#include "journal/schema.hpp"

#include "journal/world.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sys/stat.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

unsigned mode_of(const fs::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

TEST(Schema, IsMadeWhereThereIsNothing) {
    const TemporaryFolder folder;
    { const Journal journal = Journal::open_for_writing(folder.journal()); }
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA application_id"), fmt::format("{}", schema::application_id));
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA user_version"), fmt::format("{}", schema::version));
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA journal_mode"), "wal");
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA integrity_check"), "ok");
    EXPECT_EQ(ask_sql(folder.journal(),
                      "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
                      " AND name NOT LIKE 'sqlite_%'"),
              "0");
}

TEST(Schema, IsKeptWhenOpenedAgain) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        record_whole(journal, 1);
    }
    const Journal journal = Journal::open_for_writing(folder.journal());
    EXPECT_EQ(journal.entries({}).size(), 1U);
}

TEST(Schema, AnEmptyFileIsANewLog) {
    const TemporaryFolder folder;
    write_bytes(folder.journal(), "");
    EXPECT_TRUE(Journal::open_for_reading(folder.journal()).empty());
    Journal journal = Journal::open_for_writing(folder.journal());
    record_whole(journal, 1);
    EXPECT_FALSE(journal.empty());
}

TEST(Schema, FilesAreForThePersonAlone) {
    const TemporaryFolder folder;
    const mode_t before = ::umask(0);
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.begin(practice(1));
    ::umask(before);
    EXPECT_EQ(mode_of(folder.journal().parent_path()), 0700U);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder.journal().parent_path())) {
        EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
        ++files;
    }
    EXPECT_EQ(files, 4); // database, write-ahead log, its index, lock
}

TEST(Schema, AFileThatOthersMayReadIsTakenBack) {
    const TemporaryFolder folder;
    { const Journal journal = Journal::open_for_writing(folder.journal()); }
    ::chmod(folder.journal().c_str(), 0644);
    { const Journal journal = Journal::open_for_writing(folder.journal()); }
    EXPECT_EQ(mode_of(folder.journal()), 0600U);
}

/// Refused by readers and writers alike, with these words, and not one byte of the folder changes.
void expect_refused(const TemporaryFolder& folder, const char* words) {
    const std::string before = state_of(folder.path());
    const auto writing = failure_of([&] { (void)Journal::open_for_writing(folder.journal()); });
    EXPECT_THAT(writing, HasSubstr(words));
    EXPECT_THAT(writing, HasSubstr(folder.journal().string()));
    EXPECT_EQ(writing.substr(0, 2), "1 ");
    EXPECT_THAT(failure_of([&] { (void)Journal::open_for_reading(folder.journal()); }), HasSubstr(words));
    EXPECT_EQ(state_of(folder.path()), before);
}

TEST(Schema, ANewerOneIsRefused) {
    const TemporaryFolder folder;
    { const Journal journal = Journal::open_for_writing(folder.journal()); }
    run_sql(folder.journal(), "PRAGMA user_version = 99");
    expect_refused(folder, "newer kindly");
}

TEST(Schema, AnotherProgramsDatabaseIsRefused) {
    const TemporaryFolder folder;
    run_sql(folder.journal(), "CREATE TABLE bookmarks (address TEXT); INSERT INTO bookmarks VALUES ('here')");
    expect_refused(folder, "another program");
}

TEST(Schema, AnotherApplicationIdIsRefusedEvenWhenEmpty) {
    const TemporaryFolder folder;
    run_sql(folder.journal(), "PRAGMA application_id = 252006675");
    expect_refused(folder, "another program");
}

TEST(Schema, AForeignDatabaseInWriteAheadModeIsLeftAlone) {
    const TemporaryFolder folder;
    run_sql(folder.journal(), "PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (address TEXT)");
    expect_refused(folder, "another program");
}

class Damage : public testing::Test {
protected:
    Damage() {
        Journal journal = Journal::open_for_writing(folder_.journal());
        for (int number = 1; number <= 40; ++number) { record_whole(journal, number); }
    }
    TemporaryFolder folder_;
};

TEST_F(Damage, TextIsRefused) {
    write_bytes(folder_.journal(), "Dear diary, this is no database at all. " + std::string(2000, 'x'));
    expect_refused(folder_, "damaged");
}

TEST_F(Damage, ATruncatedLogIsRefused) {
    const std::string bytes = bytes_of(folder_.journal());
    for (const std::size_t size :
         {bytes.size() / 2, bytes.size() - 4096, std::size_t{4096}, std::size_t{50}}) {
        write_bytes(folder_.journal(), bytes.substr(0, size));
        expect_refused(folder_, "damaged");
    }
}

TEST_F(Damage, AZeroFilledLogIsRefused) {
    write_bytes(folder_.journal(), std::string(bytes_of(folder_.journal()).size(), '\0'));
    expect_refused(folder_, "damaged");
}

TEST_F(Damage, ALogWithZeroesInTheMiddleIsNotWrittenTo) {
    std::string bytes = bytes_of(folder_.journal());
    std::fill(bytes.begin() + 4096, bytes.end() - 4096, '\0');
    write_bytes(folder_.journal(), bytes);
    const std::string before = state_of(folder_.path());
    EXPECT_THAT(failure_of([&] { (void)Journal::open_for_writing(folder_.journal()); }),
                HasSubstr("damaged"));
    EXPECT_EQ(state_of(folder_.path()), before);
}

TEST_F(Damage, AFolderInItsPlaceIsSaid) {
    const TemporaryFolder other;
    fs::create_directories(other.journal());
    EXPECT_THAT(failure_of([&] { (void)Journal::open_for_writing(other.journal()); }),
                HasSubstr("is a folder"));
    EXPECT_THAT(failure_of([&] { (void)Journal::open_for_reading(other.journal()); }),
                HasSubstr("is a folder"));
}

/// What is looked for is always bound: no SQL is put together from values.
TEST(Statements, AreNeverFormatted) {
    const std::regex formatted(
        R"((fmt::format|fmt::runtime|std::format|snprintf)[^;]*\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA)\b)");
    const std::regex joined_to(R"rx("\s*\+\s*[a-z_]+\s*\+\s*"|'" \+)rx");
    int looked_at = 0;
    for (const auto& file : fs::directory_iterator(fs::path(KINDLY_SOURCE_DIR) / "src" / "journal")) {
        const std::string source = bytes_of(file.path());
        ++looked_at;
        EXPECT_FALSE(std::regex_search(source, formatted)) << file.path();
        EXPECT_FALSE(std::regex_search(source, joined_to) && source.find("SELECT") != std::string::npos)
            << file.path();
    }
    EXPECT_GT(looked_at, 10);
}

} // namespace
} // namespace kindly::test
