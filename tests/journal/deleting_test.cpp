// SPDX-License-Identifier: MIT
// What is deleted is gone: from the tables, from every file, also while another program has the log open.
#include "journal/deleting.hpp"

#include "journal/kept.hpp"
#include "journal/store.hpp"
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* secret = "nobody-knows-of-the-heron";

class Deleting : public testing::Test {
protected:
    /// Practice N with words; kept under a name if one is given.
    void record(int number, const std::string& words, const std::string& keep_as = {}) {
        journal_.begin(practice(number));
        Changes changes = written(words, number * 86400);
        if (!keep_as.empty()) { changes.kept.push_back({keep_as, words}); }
        journal_.finish(id_of(number), changes, "completed", "");
    }
    /// Whether the words stand in any file of the folder.
    [[nodiscard]] bool found(const std::string& words = secret) const {
        for (const auto& file : std::filesystem::directory_iterator(folder_.journal().parent_path())) {
            if (bytes_of(file.path()).find(words) != std::string::npos) { return true; }
        }
        return false;
    }
    [[nodiscard]] std::string ask(const char* sql) const { return ask_sql(folder_.journal(), sql); }

    TemporaryFolder folder_;
    Journal journal_ = Journal::open_for_writing(folder_.journal());
};

TEST_F(Deleting, APracticeGoesWithAllThatHangsOnItAndLeavesItsId) {
    record(1, secret);
    record(2, "another");
    ASSERT_TRUE(found());
    delete_sessions(journal_, {id_of(1)}, at(1000), false);
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
    EXPECT_EQ(journal_.entries({}).size(), 1U);
    EXPECT_EQ(ask("SELECT count(*) FROM answer"), "1");
    EXPECT_EQ(ask("SELECT id || ' ' || deleted_offset FROM deletion"), id_of(1) + " 3600");
    EXPECT_THAT(deleted_ids(journal_, id_of(1).substr(0, 8)), testing::Contains(id_of(1)));
}

TEST_F(Deleting, WordsAreGoneWhileAnotherConnectionIsOpenAndIdle) {
    record(1, secret);
    const Journal other = Journal::open_for_writing(folder_.journal());
    ASSERT_FALSE(other.empty());
    delete_sessions(journal_, {id_of(1)}, at(1000), false);
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
}

TEST_F(Deleting, WhileAnotherProgramReadsItIsNotYetGoneAndOnceItHasEndedItIs) {
    record(1, secret);
    SQLite::Database other(folder_.journal().string(), SQLite::OPEN_READONLY);
    {
        SQLite::Statement reading(other, "SELECT id FROM session");
        ASSERT_TRUE(reading.executeStep()); // its view of the log stays open
        delete_sessions(journal_, {id_of(1)}, at(1000), false);
        EXPECT_FALSE(remove_traces(journal_));
    }
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
}

TEST_F(Deleting, APracticeThatGoesOnIsRefusedAndNothingOfTheOthersIsDeletedEither) {
    record(1, secret);
    journal_.begin(practice(2));
    EXPECT_THAT(going_on(journal_, id_of(2)), ElementsAre(id_of(2)));
    EXPECT_THAT(failure_of([&] {
                    delete_sessions(journal_, {id_of(1), id_of(2)}, at(1000), false);
                }),
                HasSubstr("still going on"));
    EXPECT_THAT(failure_of([&] {
                    delete_words(journal_, id_of(2), {{}, true, false}, at(1000));
                }),
                HasSubstr("still going on"));
    EXPECT_EQ(journal_.entries({}).size(), 1U);
    EXPECT_EQ(ask("SELECT count(*) FROM deletion"), "0");
}

TEST_F(Deleting, ExerciseTextsStayWhileAnotherPracticeUsesThem) {
    TextToKeep text;
    text.digest = std::string(64, 'a');
    text.id = "own";
    text.version = "1.0";
    text.language = "en";
    text.bytes = "{}";
    journal_.keep_text(text);
    for (const int number : {1, 2}) {
        SessionStart start = practice(number);
        (number == 1 ? start.digest : start.fragments.emplace_back()) = text.digest;
        journal_.begin(start);
        journal_.finish(start.id, written("x", number * 86400), "completed", "");
    }
    delete_sessions(journal_, {id_of(1)}, at(1000), false);
    EXPECT_TRUE(journal_.text(text.digest));
    delete_sessions(journal_, {id_of(2)}, at(1000), false);
    EXPECT_FALSE(journal_.text(text.digest));
}

TEST_F(Deleting, KeptWordsStayUnlessTheyAreMeantToo) {
    record(1, secret, "plan");
    record(2, "tea and a walk", "other_plan");
    EXPECT_THAT(kept_from(journal_, id_of(1)), ElementsAre("plan"));
    delete_sessions(journal_, {id_of(1)}, at(1000), false);
    EXPECT_EQ(journal_.kept_words().at("plan"), secret);
    delete_sessions(journal_, {id_of(2)}, at(1000), true);
    EXPECT_FALSE(journal_.kept_words().contains("other_plan"));
}

TEST_F(Deleting, OnlyTheWordsOfOneAnswerWithWhatStoodThereBefore) {
    journal_.begin(practice(1));
    journal_.record(id_of(1), written("the first try", 1)); // answered again, in the same place
    journal_.finish(id_of(1), written(secret, 2), "completed", "");
    run_sql(folder_.journal(),
            "INSERT INTO amendment VALUES (1, 1, 2, 0, 0, 'answer.2', 'nobody-knows-of-the-heron', NULL, 0);"
            "INSERT INTO draft VALUES (1, 'line', 'nobody-knows-of-the-heron', NULL, 0, 0)");
    EXPECT_EQ(delete_words(journal_, id_of(1), {{2}, false, false}, at(500)).answers, 2);
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
    EXPECT_FALSE(found("the first try"));
    const Entry entry = journal_.find(id_of(1)).at(0);
    EXPECT_EQ(entry.revision, 2);
    EXPECT_EQ(entry.amended_at, at(500));
    for (const auto& answer : journal_.answers(id_of(1))) { EXPECT_TRUE(answer.words_deleted); }
    EXPECT_EQ(ask("SELECT changed_at FROM session"), std::to_string(at(500).unix_ms));
    EXPECT_EQ(delete_words(journal_, id_of(1), {{2}, false, false}, at(600)).answers, 0)
        << "there is nothing left";
    EXPECT_EQ(journal_.find(id_of(1)).at(0).revision, 2) << "and nothing has changed";
}

TEST_F(Deleting, TheWordsOfAnAnswerTakeTheirKeptCopyAlongWhenMeant) {
    record(1, secret, "plan");
    delete_words(journal_, id_of(1), {{1}, false, false}, at(500));
    EXPECT_TRUE(journal_.kept_words().contains("plan"));
    record(2, secret, "plan");
    delete_words(journal_, id_of(2), {{1}, false, true}, at(600));
    EXPECT_FALSE(journal_.kept_words().contains("plan"));
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
}

TEST_F(Deleting, KeptWordsAreToldByTheQuestionThatTheyComeFrom) {
    TextToKeep text;
    text.digest = std::string(64, 'a');
    text.id = "own";
    text.version = "1.0";
    text.language = "en";
    text.bytes = R"({"sections":[{"steps":[{"id":"line","ask":"What helps?","keep_as":"plan"},)"
                 R"({"id":"other","ask":"And else?","keep_as":"other_plan"}]}]})";
    journal_.keep_text(text);
    SessionStart start = practice(1);
    start.digest = text.digest;
    journal_.begin(start);
    Changes changes = written("what it says now", 86400);
    // As after an amendment: what is kept says something else.
    changes.kept = {
        {"plan", secret}, {"other_plan", "tea"}, {kept_name(start.exercise, "line", start.id), secret}};
    journal_.finish(start.id, changes, "completed", "");
    const WordsToDelete what{{1}, false, true};
    EXPECT_THAT(kept_from(journal_, id_of(1), what),
                ElementsAre(kept_name(start.exercise, "line", start.id), "plan"));
    EXPECT_TRUE(delete_words(journal_, id_of(1), what, at(500)).any);
    EXPECT_THAT(kept_from(journal_, id_of(1)), ElementsAre("other_plan"));
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
}

TEST_F(Deleting, AllWordsOfAPracticeAreTakenOutOfSettingsAndQuestionsToo) {
    SessionStart start = practice(1);
    start.settings = {{"warm_name", std::string(secret)}, {"rounds", 3}};
    journal_.begin(start);
    Changes changes = written(secret, 1);
    Changes choice = written("fine", 2);
    choice.answers[0].kind = "choice";
    choice.answers[0].question = "how";
    choice.answers[0].path = "one/how";
    choice.answers[0].prompt = std::string("How is it, ") + secret + "?";
    choice.answers[0].options = {{"fine", std::string("Fine, says ") + secret}};
    choice.answers[0].lowest_label = secret;
    changes.append(choice);
    journal_.finish(start.id, changes, "completed", "");
    EXPECT_EQ(delete_words(journal_, id_of(1), {{}, true, false}, at(500)).answers, 1);
    EXPECT_TRUE(remove_traces(journal_));
    EXPECT_FALSE(found());
    EXPECT_EQ(ask("SELECT settings FROM session"), R"({"rounds":3})");
    const auto answers = journal_.answers(id_of(1));
    EXPECT_EQ(answers[1].prompt, "How is it, ...?");
    EXPECT_EQ(answers[1].value_text, "fine") << "a choice is not what was written";
}

TEST_F(Deleting, WhatWasNeverThereLeavesAMarkForImports) {
    std::set<std::string> texts;
    journal_.store().write([&] { EXPECT_FALSE(take_out(journal_.store(), id_of(7), at(), false, texts)); });
    journal_.store().write([&] { take_out(journal_.store(), id_of(7), at(99), false, texts); });
    EXPECT_EQ(ask("SELECT deleted_at FROM deletion"), std::to_string(at().unix_ms)) << "the first one stays";
    EXPECT_THAT(texts, IsEmpty());
}

} // namespace
} // namespace kindly::test
