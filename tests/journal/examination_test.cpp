// SPDX-License-Identifier: MIT
// Whole logs and damaged ones: what is said of them, and that looking changes nothing.
#include "journal/examination.hpp"

#include "journal/world.hpp"

#include <string>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using namespace kindly::test;
using State = Examination::State;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int practices = 60;

void record_many(const std::filesystem::path& file) {
    Journal journal = Journal::open_for_writing(file);
    for (int number = 1; number <= practices; ++number) { record_whole(journal, number); }
}

std::size_t page_of(const std::filesystem::path& file, const char* sql) {
    return static_cast<std::size_t>(std::stoul(ask_sql(file, sql)));
}

void fill_page(const std::filesystem::path& file, std::size_t page, char with) {
    constexpr std::size_t size = 4096;
    std::string bytes = bytes_of(file);
    bytes.replace((page - 1) * size, size, std::string(size, with));
    write_bytes(file, bytes);
}

TEST(Examination, NoLogYet) {
    const TemporaryFolder folder;
    EXPECT_EQ(examine_log(folder.journal()).state, State::missing);
}

TEST(Examination, AWholeLogIsCountedAndLeftUntouched) {
    const TemporaryFolder folder;
    record_many(folder.journal());
    const std::string before = state_of(folder.journal().parent_path());
    for (const Looking looking : {Looking::at_everything, Looking::at_figures}) {
        const Examination found = examine_log(folder.journal(), looking);
        EXPECT_EQ(found.state, State::whole);
        EXPECT_EQ(found.schema, newest_schema());
        EXPECT_EQ(found.practices, practices);
        EXPECT_EQ(found.running, 0);
        EXPECT_EQ(found.answers, practices);
        EXPECT_THAT(found.problems, IsEmpty());
    }
    EXPECT_EQ(state_of(folder.journal().parent_path()), before);
}

TEST(Examination, WhatCannotBeCountedIsNotWhole) {
    const TemporaryFolder folder;
    record_many(folder.journal());
    run_sql(folder.journal(), "ALTER TABLE answer RENAME TO lost");
    for (const Looking looking : {Looking::at_everything, Looking::at_figures}) {
        const Examination found = examine_log(folder.journal(), looking);
        EXPECT_NE(found.state, State::whole);
        EXPECT_FALSE(found.problems.empty());
    }
}

TEST(Examination, APracticeThatIsGoingOnIsCountedByItself) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    record_whole(journal, 1);
    journal.begin(practice(2));
    const Examination found = examine_log(folder.journal());
    EXPECT_EQ(found.state, State::whole);
    EXPECT_EQ(found.practices, 1);
    EXPECT_EQ(found.running, 1);
}

TEST(Examination, OfADamagedTableBothEndsAreRead) {
    const TemporaryFolder folder;
    record_many(folder.journal());
    const std::size_t leaf =
        page_of(folder.journal(), "SELECT pageno FROM dbstat WHERE name = 'session' AND pagetype "
                                  "= 'leaf' ORDER BY path LIMIT 1 OFFSET 1");
    fill_page(folder.journal(), leaf, '\xA5');
    const std::string before = state_of(folder.journal().parent_path());
    const Examination found = examine_log(folder.journal());
    EXPECT_EQ(found.state, State::damaged);
    EXPECT_THAT(found.problems, Not(IsEmpty()));
    EXPECT_GT(found.practices, 0);
    EXPECT_LT(found.practices, practices);
    EXPECT_EQ(found.answers, found.practices); // each has one
    EXPECT_EQ(state_of(folder.journal().parent_path()), before);
}

TEST(Examination, RowsThatBelongToNothingAreDamageToo) {
    const TemporaryFolder folder;
    record_many(folder.journal());
    run_sql(folder.journal(), "PRAGMA foreign_keys = OFF; DELETE FROM session WHERE number = 1;");
    const Examination found = examine_log(folder.journal());
    EXPECT_EQ(found.state, State::damaged);
    ASSERT_THAT(found.problems, Not(IsEmpty()));
    EXPECT_THAT(found.problems.front(), HasSubstr("belongs to no row of session"));
    EXPECT_EQ(found.practices, practices - 1);
}

TEST(Examination, AnotherProgramsDatabaseIsNotCalledDamaged) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.journal().parent_path());
    run_sql(folder.journal(), "CREATE TABLE shopping (thing TEXT)");
    const Examination found = examine_log(folder.journal());
    EXPECT_EQ(found.state, State::unreadable);
    ASSERT_THAT(found.problems, Not(IsEmpty()));
    EXPECT_THAT(found.problems.front(), HasSubstr("another program"));
}

// A page of which a part is missing reads as zeroes there: rows with one number, again and again.
TEST(Examination, ALogCutOffInTheMiddleOfAPageIsReadToItsEnd) {
    const TemporaryFolder folder;
    record_many(folder.journal());
    const std::string whole = bytes_of(folder.journal());
    for (std::size_t length = whole.size() - 1; length > whole.size() / 2; length -= 61) {
        write_bytes(folder.journal(), whole.substr(0, length));
        const Examination found = examine_log(folder.journal());
        EXPECT_LE(found.practices, practices) << length;
    }
}

RC_GTEST_PROP(ExaminationProperty, WhateverPageIsOverwrittenOrCutOffNothingIsCountedTwice, ()) {
    static const std::string whole = [] {
        const TemporaryFolder folder;
        record_many(folder.journal());
        return bytes_of(folder.journal());
    }();
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.journal().parent_path());
    std::string bytes = whole;
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, whole.size());
    if (*rc::gen::arbitrary<bool>()) {
        bytes.resize(at);
    } else {
        const std::size_t length = *rc::gen::inRange<std::size_t>(1, 6000);
        for (std::size_t byte = at; byte < std::min(at + length, bytes.size()); ++byte) {
            bytes[byte] = '\x7F';
        }
    }
    write_bytes(folder.journal(), bytes);
    const Examination found = examine_log(folder.journal());
    RC_ASSERT(found.practices + found.running <= practices);
    RC_ASSERT(found.answers <= practices);
    RC_ASSERT(bytes_of(folder.journal()) == bytes);
}

} // namespace
} // namespace kindly
