// SPDX-License-Identifier: MIT
// Words that people chose to keep: listed, changed, forgotten, and one line of them for each day.
#include "journal/kept.hpp"

#include "journal/sealed_world.hpp"
#include "journal/world.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

KeptWords words(const std::string& name, const std::string& text) {
    KeptWords one;
    one.name = name;
    one.words = text;
    return one;
}

class Kept : public testing::Test {
protected:
    Kept() {
        Journal journal = Journal::open_for_writing(folder.journal());
        journal.begin(practice(1));
        Changes changes = written("a walk by the river", 20);
        changes.kept = {{"phrase", "softly now"},
                        {kept_name("kind-pause", "line", id_of(1)), "a walk by the river"}};
        journal.finish(id_of(1), changes, "completed", "");
    }
    const TemporaryFolder folder;
};

TEST_F(Kept, AreListedWithWhereTheyComeFrom) {
    const auto all = kept(Journal::open_for_reading(folder.journal()));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].name, "kind-pause.line.019ab3c2-0001");
    EXPECT_EQ(all[0].words, "a walk by the river");
    EXPECT_EQ(all[0].exercise, "kind-pause");
    EXPECT_EQ(all[0].session, id_of(1));
    EXPECT_EQ(all[1].name, "phrase");
    EXPECT_EQ(all[1].kept_at, at(20));
}

TEST_F(Kept, AreChangedAndForgottenWithoutATraceInTheFile) {
    Journal journal = Journal::open_for_writing(folder.journal());
    EXPECT_FALSE(change_kept(journal, "other", "x", at(30)));
    EXPECT_TRUE(change_kept(journal, "phrase", "gently now", at(30)));
    EXPECT_EQ(kept(journal).back().words, "gently now");
    EXPECT_EQ(kept(journal).back().kept_at, at(30));
    EXPECT_TRUE(forget_kept(journal, "phrase", at(40)));
    EXPECT_FALSE(forget_kept(journal, "phrase", at(40)));
    EXPECT_THAT(kept(journal), SizeIs(1));
    EXPECT_THAT(state_of(folder.journal().parent_path()), Not(HasSubstr("softly now")));
    EXPECT_THAT(state_of(folder.journal().parent_path()), Not(HasSubstr("gently now")));
}

TEST_F(Kept, AreSealedWhenTheyAreChangedInASealedLog) {
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        lock_words(journal, secret(the_passphrase), quick());
        EXPECT_TRUE(change_kept(journal, "phrase", "gently now", at(30)));
    }
    const Journal journal = Journal::open_for_reading(folder.journal());
    for (const KeptWords& one : kept(journal)) { EXPECT_FALSE(one.words.has_value()) << one.name; }
    EXPECT_THAT(line_of_the_day(kept(journal), 5), IsEmpty());
    EXPECT_THAT(state_of(folder.journal().parent_path()), Not(HasSubstr("gently now")));
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    EXPECT_EQ(kept(journal).back().words, "gently now");
}

TEST(LineOfTheDay, IsTheSameAllDayAndEachComesInItsTurn) {
    const std::vector<KeptWords> all{words("a", "one\n\n  two \n"), words("b", "three"), words("c", "four")};
    std::set<std::string> seen;
    for (int day = 20000; day < 20003; ++day) {
        seen.insert(line_of_the_day(all, day));
        EXPECT_EQ(line_of_the_day(all, day), line_of_the_day(all, day));
        EXPECT_NE(line_of_the_day(all, day), line_of_the_day(all, day + 1));
    }
    EXPECT_EQ(seen, (std::set<std::string>{"one / two", "three", "four"}));
    EXPECT_THAT(line_of_the_day(all, -1), Not(IsEmpty()));
}

TEST(LineOfTheDay, ComesFromAPageLineByLine) {
    const std::string first(70, 'a');
    const std::string second(60, 'b');
    const std::vector<KeptWords> all{words("a", first + "\n" + second + "\n" + std::string(130, 'c'))};
    EXPECT_EQ(line_of_the_day(all, 0), first);
    EXPECT_EQ(line_of_the_day(all, 1), second);
    EXPECT_EQ(line_of_the_day(all, 2), first);
}

TEST(LineOfTheDay, IsOneHarmlessLineAndNeverTheClosingPlan) {
    EXPECT_THAT(line_of_the_day({}, 1), IsEmpty());
    EXPECT_THAT(line_of_the_day({words("closing_plan", "ring my sister")}, 1), IsEmpty());
    EXPECT_THAT(line_of_the_day({words("a", std::string(121, 'x'))}, 1), IsEmpty());
    EXPECT_THAT(line_of_the_day({words("a", " \n\t\n")}, 1), IsEmpty());
    EXPECT_EQ(line_of_the_day({words("a", "soft\x1b[2J\x07ly")}, 1).find('\x1b'), std::string::npos);
    KeptWords sealed;
    sealed.name = "a";
    EXPECT_THAT(line_of_the_day({sealed}, 1), IsEmpty());
}

} // namespace
} // namespace kindly::test
