// SPDX-License-Identifier: MIT
// Looking for words in practices; and the words in which earlier choices are shown again.
#include "journal/finding.hpp"

#include "journal/earlier.hpp"
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

AnswerEntry answer(std::int64_t position, const std::string& kind, const std::string& prompt,
                   const std::string& value) {
    AnswerEntry entry;
    entry.position = position;
    entry.kind = kind;
    entry.prompt = prompt;
    entry.value_text = value;
    return entry;
}

class Finding : public testing::Test {
protected:
    [[nodiscard]] std::vector<std::string> found(const std::string& words) const {
        std::vector<std::string> lines;
        if (const auto in = find_words(WordsToFind(words), entry_, answers_)) {
            for (const auto& line : *in) { lines.push_back(std::to_string(line.position) + " " + line.text); }
        }
        return lines;
    }
    Entry entry_ = [] {
        Entry entry;
        entry.title = "A kind pause";
        return entry;
    }();
    std::vector<AnswerEntry> answers_ = [] {
        auto signs = answer(2, "choices", "Which of these?", "tight;critic");
        signs.options = {{"tight", "A tight chest"}, {"critic", "A harsh voice"}, {"tears", "Tears"}};
        return std::vector{answer(1, "text", "What helps?", "first the river\nthen tea"), signs};
    }();
};

TEST_F(Finding, TheLineIsGivenInWhichAWordStands) {
    EXPECT_THAT(found("TEA"), testing::ElementsAre("1 then tea"));
    EXPECT_THAT(found("chest"), testing::ElementsAre("2 A tight chest"));
    EXPECT_THAT(found("which"), testing::ElementsAre("2 Which of these?"));
    EXPECT_THAT(found("kind"), testing::ElementsAre("0 A kind pause"));
}

TEST_F(Finding, AllWordsHaveToBeInOnePractice) {
    EXPECT_THAT(found("tea kind"), testing::ElementsAre("1 then tea", "0 A kind pause"));
    EXPECT_THAT(found("tea elephant"), testing::IsEmpty());
}

TEST_F(Finding, WhatWasNotChosenIsNotFoundAndIdsAreNoWords) {
    EXPECT_THAT(found("tears"), testing::IsEmpty());
    EXPECT_THAT(found("critic"), testing::IsEmpty());
}

TEST(EarlierOptions, AreThoseOfTheLatestAnswerAsTheyWereShown) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    const auto record = [&](int number, const std::string& text, bool skipped, PracticeSource source) {
        journal.begin(practice(number, source));
        Changes changes = written("soft", number * 86400);
        changes.answers[0].kind = "choice";
        changes.answers[0].options = {{"soft", text}};
        if (skipped) { changes.answers[0].value.reset(); }
        journal.finish(id_of(number), changes, "completed", "");
    };
    record(1, "As it was first", false, PracticeSource::timed);
    record(2, "As it was then", false, PracticeSource::timed);
    record(3, "Not answered", true, PracticeSource::timed);
    record(4, "Only tried", false, PracticeSource::trial);
    const std::string exercise = practice(1).exercise;
    const auto options = earlier_options(journal, {exercise, "never"});
    ASSERT_EQ(options.size(), 1U);
    EXPECT_EQ(options.at({exercise, "line"}).at("soft"), "As it was then");
}

} // namespace
} // namespace kindly::test
