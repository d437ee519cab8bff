// SPDX-License-Identifier: MIT
// Finding practices again, and what earlier ones give to the next.
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr std::int64_t day = 86400;

std::vector<std::string> ids(const std::vector<Entry>& entries) {
    std::vector<std::string> found;
    for (const auto& entry : entries) { found.push_back(entry.id); }
    return found;
}

class Queries : public testing::Test {
protected:
    void finish(int number, const std::string& status = "completed", Changes last = {}) {
        last.at = at(number * day + 300);
        journal_.finish(id_of(number), last, status, status == "stopped" ? "person" : "");
    }
    void record(SessionStart start, int number, const std::string& status, const Changes& changes) {
        journal_.begin(start);
        journal_.record(start.id, changes);
        finish(number, status);
    }
    TemporaryFolder folder_;
    Journal journal_ = Journal::open_for_writing(folder_.journal());
};

TEST_F(Queries, TheNewestAreLast) {
    for (const int number : {3, 1, 2}) { record_whole(journal_, number); } // as an import may bring them
    EXPECT_THAT(ids(journal_.entries({})), ElementsAre(id_of(1), id_of(2), id_of(3)));
    Filter two;
    two.limit = 2;
    EXPECT_THAT(ids(journal_.entries(two)), ElementsAre(id_of(2), id_of(3)));
}

TEST_F(Queries, Filters) {
    record_whole(journal_, 1);
    record(practice(2), 2, "stopped", rated(4, 2 * day));
    SessionStart other = practice(3, PracticeSource::trial);
    other.exercise = "look";
    record(other, 3, "completed", rated(4, 3 * day));
    Filter filter;
    filter.exercise = "kind-pause";
    EXPECT_THAT(ids(journal_.entries(filter)), ElementsAre(id_of(1), id_of(2)));
    filter.status = "stopped";
    EXPECT_THAT(ids(journal_.entries(filter)), ElementsAre(id_of(2)));
    filter.exercise = "kind-pause' OR 1 --";
    EXPECT_THAT(journal_.entries(filter), IsEmpty());
    filter = {};
    filter.trials = false;
    EXPECT_THAT(ids(journal_.entries(filter)), ElementsAre(id_of(1), id_of(2)));
}

TEST_F(Queries, OneByItsIdOrTheBeginningOfIt) {
    record_whole(journal_, 1);
    record_whole(journal_, 2);
    EXPECT_THAT(ids(journal_.find(id_of(2))), ElementsAre(id_of(2)));
    EXPECT_THAT(ids(journal_.find("019AB3C2-0002")), ElementsAre(id_of(2)));
    EXPECT_THAT(ids(journal_.find("019ab3c2")), ElementsAre(id_of(1), id_of(2)));
    EXPECT_THAT(journal_.find("019ab3c3"), IsEmpty());
    EXPECT_THAT(journal_.find("%"), IsEmpty());
    EXPECT_THAT(journal_.find(""), IsEmpty());
}

TEST_F(Queries, TheLatestAnswerOfEachQuestionGoesOn) {
    record(practice(1), 1, "completed", written("the first line", day));
    record(practice(2), 2, "stopped", rated(6, 2 * day));
    journal_.begin(practice(3));
    journal_.record(id_of(3), written("the newest line, taken back", 3 * day));
    Changes skipped = written("", 3 * day + 20);
    skipped.answers.front().value.reset();
    journal_.record(id_of(3), skipped);
    finish(3);
    const auto earlier = journal_.earlier_answers({"kind-pause", "never-done"});
    // The third practice's line was skipped in the end, so the first one's is the latest.
    EXPECT_THAT(earlier, ElementsAre(Pair(Pair("kind-pause", "before"), AnswerValue(6.0)),
                                     Pair(Pair("kind-pause", "line"), AnswerValue("the first line"))));
    EXPECT_THAT(journal_.earlier_answers({"look"}), IsEmpty());
    EXPECT_THAT(journal_.earlier_answers({}), IsEmpty());
}

TEST_F(Queries, EarlierAnswersKeepTheirTypes) {
    journal_.begin(practice(1));
    Changes changes;
    changes.at = at(day + 1);
    Question question;
    const auto ask = [&](const char* id, Ask::Answer kind, AnswerValue value) {
        question.id = id;
        question.answer = kind;
        changes.add_answer(question, id, std::move(value), changes.at);
    };
    ask("choices", Ask::Answer::choices, std::vector<std::string>{"a", "b"});
    ask("none", Ask::Answer::choices, std::vector<std::string>{});
    ask("yes", Ask::Answer::yes_no, true);
    CheckInQuestion check_in;
    check_in.id = "numb";
    changes.add_answer(check_in, "numb", Numb(), changes.at);
    journal_.record(id_of(1), changes);
    finish(1);
    const auto earlier = journal_.earlier_answers({"kind-pause"});
    EXPECT_EQ(earlier.at({"kind-pause", "choices"}), AnswerValue(std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(earlier.at({"kind-pause", "none"}), AnswerValue(std::vector<std::string>{}));
    EXPECT_EQ(earlier.at({"kind-pause", "yes"}), AnswerValue(true));
    EXPECT_EQ(earlier.at({"kind-pause", "numb"}), AnswerValue(Numb()));
}

TEST_F(Queries, PicksAreInTheOrderLastSeen) {
    int number = 0;
    for (const std::size_t variant : {2U, 0U, 1U, 0U}) {
        SessionStart start = practice(++number);
        start.picks = {{"phrase", variant}};
        record(start, number, "completed", rated(1, number * day));
    }
    const auto seen = journal_.picks_seen("kind-pause");
    EXPECT_THAT(seen, ElementsAre(Pair("phrase", ElementsAre(2U, 1U, 0U))));
    EXPECT_THAT(journal_.picks_seen("look"), IsEmpty());
}

TEST_F(Queries, KeptWordsAreTheLatestByName) {
    journal_.begin(practice(1));
    Changes changes = rated(1, day);
    changes.kept = {{"closing_plan", "tea, then a walk"}, {"phrase", "may I rest"}};
    journal_.record(id_of(1), changes);
    changes = rated(1, day + 1);
    changes.kept = {{"closing_plan", "a walk, then tea"}};
    journal_.record(id_of(1), changes);
    EXPECT_THAT(journal_.kept_words(),
                ElementsAre(Pair("closing_plan", "a walk, then tea"), Pair("phrase", "may I rest")));
    // They outlive the practice that they come from.
    finish(1);
    run_sql(folder_.journal(), "PRAGMA foreign_keys = ON; DELETE FROM session");
    EXPECT_EQ(journal_.kept_words().size(), 2U);
}

TEST_F(Queries, TrialsFeedNothing) {
    SessionStart start = practice(1, PracticeSource::trial);
    start.picks = {{"phrase", 1}};
    journal_.begin(start);
    Changes changes = rated(9, day);
    changes.append(written("only trying", day));
    changes.kept = {{"closing_plan", "not meant"}};
    journal_.record(start.id, changes);
    finish(1);
    EXPECT_EQ(journal_.entries({}).size(), 1U);
    EXPECT_EQ(journal_.entries({}).front().source, "trial");
    EXPECT_EQ(journal_.answers(start.id).size(), 2U);
    EXPECT_THAT(journal_.earlier_answers({"kind-pause"}), IsEmpty());
    EXPECT_THAT(journal_.picks_seen("kind-pause"), IsEmpty());
    EXPECT_THAT(journal_.kept_words(), IsEmpty());
    EXPECT_THAT(journal_.latest_by_exercise(), IsEmpty());
    EXPECT_EQ(journal_.times_done("kind-pause", 9), 0);
    EXPECT_EQ(journal_.times_done(Intensity::gentle, 9), 0);
    EXPECT_FALSE(journal_.last_check_in());
}

TEST_F(Queries, TheLatestOfEachExercise) {
    record_whole(journal_, 1);
    record(practice(2), 2, "stopped", rated(4, 2 * day));
    SessionStart other = practice(3);
    other.exercise = "look";
    other.intensity = Intensity::moderate;
    record(other, 3, "closed_early", rated(4, 3 * day));
    const auto latest = journal_.latest_by_exercise();
    ASSERT_EQ(latest.size(), 2U);
    EXPECT_EQ(latest[0].exercise, "look");
    EXPECT_EQ(latest[1].exercise, "kind-pause");
    EXPECT_EQ(latest[1].status, "stopped");
    EXPECT_EQ(latest[1].started_at, at(2 * day));
    EXPECT_EQ(journal_.times_done("kind-pause", 9), 1); // one was stopped
    EXPECT_EQ(journal_.times_done(Intensity::moderate, 9), 1);
    EXPECT_EQ(journal_.times_done("look", 0), 0);
}

TEST_F(Queries, TheLastCheckInAboutDistress) {
    record(practice(1), 1, "completed", rated(8, day));
    journal_.begin(practice(2));
    Changes changes;
    changes.at = at(2 * day);
    CheckInQuestion check_in;
    check_in.id = "warmth";
    check_in.about = CheckIn::About::backdraft;
    changes.add_answer(check_in, "kindness/warmth", 2.0, changes.at);
    check_in.about = CheckIn::About::distress;
    changes.add_answer(check_in, "closing/now", std::nullopt, changes.at);
    journal_.record(id_of(2), changes);
    finish(2);
    ASSERT_TRUE(journal_.last_check_in());
    EXPECT_EQ(journal_.last_check_in()->value, 8);
    EXPECT_EQ(journal_.last_check_in()->answered_at, at(day));
    Changes numb;
    numb.add_answer(check_in, "closing/now", Numb(), at(3 * day));
    numb.at = at(3 * day);
    record(practice(3), 3, "completed", numb);
    EXPECT_EQ(journal_.last_check_in()->value, std::nullopt);
    EXPECT_EQ(journal_.last_check_in()->answered_at, at(3 * day));
}

} // namespace
} // namespace kindly::test
