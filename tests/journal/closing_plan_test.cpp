// SPDX-License-Identifier: MIT
// The closing plan as `ground` reads it: at once, or not at all.
#include "journal/closing_plan.hpp"

#include "world.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::test;

namespace {

class ClosingPlan : public testing::Test {
protected:
    void keep(const std::string& words) {
        Journal journal = Journal::open_for_writing(file_);
        journal.begin(practice(1));
        Changes changes = rated(3, 1);
        changes.kept.push_back({closing_plan_name, words});
        changes.kept.push_back({"another", "not this"});
        journal.finish(id_of(1), changes, "completed", "");
    }
    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.journal();
};

} // namespace

TEST_F(ClosingPlan, IsNotThereWhereNobodyKeptOne) {
    EXPECT_FALSE(read_open_closing_plan(file_).words);
    EXPECT_FALSE(read_open_closing_plan(file_).unreadable);
    EXPECT_FALSE(std::filesystem::exists(file_.parent_path())) << "looking makes nothing";
    Journal journal = Journal::open_for_writing(file_);
    record_whole(journal, 1);
    EXPECT_FALSE(read_open_closing_plan(file_).words);
    EXPECT_FALSE(read_open_closing_plan(file_).unreadable);
}

TEST_F(ClosingPlan, IsReadWithoutATrace) {
    keep("Call Sam.");
    const std::string before = state_of(file_.parent_path());
    EXPECT_EQ(read_open_closing_plan(file_).words, "Call Sam.");
    EXPECT_EQ(state_of(file_.parent_path()), before);
}

TEST_F(ClosingPlan, IsReadWhileAPracticeIsWritten) {
    Journal journal = Journal::open_for_writing(file_);
    journal.begin(practice(1));
    Changes changes = rated(3, 1);
    changes.kept.push_back({closing_plan_name, "Call Sam."});
    journal.record(id_of(1), changes);
    EXPECT_EQ(read_open_closing_plan(file_).words, "Call Sam.");
}

TEST_F(ClosingPlan, WaitsForNobodyWhoHasTheLogToThemselves) {
    keep("Call Sam.");
    SQLite::Database other(file_.string(), SQLite::OPEN_READWRITE);
    other.exec("PRAGMA journal_mode = WAL");
    other.exec("PRAGMA locking_mode = EXCLUSIVE");
    other.exec("BEGIN IMMEDIATE");
    other.exec("UPDATE kept SET words = words || ' And more.'");
    other.exec("COMMIT");
    // As it was before what is being written: better than none.
    EXPECT_EQ(read_open_closing_plan(file_).words, "Call Sam.");
    EXPECT_FALSE(read_open_closing_plan(file_).unreadable);
}

TEST_F(ClosingPlan, SaysWhereALogCannotBeRead) {
    std::filesystem::create_directories(file_.parent_path());
    write_bytes(file_, std::string(5000, 'x'));
    EXPECT_TRUE(read_open_closing_plan(file_).unreadable);
    write_bytes(file_, "");
    EXPECT_FALSE(read_open_closing_plan(file_).unreadable);
    std::filesystem::remove(file_);
    std::filesystem::create_directory(file_);
    EXPECT_TRUE(read_open_closing_plan(file_).unreadable);
}

TEST_F(ClosingPlan, OfAHomeThatNobodyMayReadIsDoneWithout) {
    keep("Call Sam.");
    std::filesystem::permissions(file_.parent_path(), std::filesystem::perms::none);
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
    EXPECT_EQ(as_nobody([&] {
                  const OpenClosingPlan plan = read_open_closing_plan(file_);
                  return std::string(plan.words ? "read" : "without") + (plan.unreadable ? ", told" : "");
              }),
              "without, told");
    std::filesystem::permissions(file_.parent_path(), std::filesystem::perms::owner_all);
}
