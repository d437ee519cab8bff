// SPDX-License-Identifier: MIT
// What goes in comes out: columns, answers of each kind, what was skipped, numb, private, deleted.
#include "base/digest.hpp"
#include "journal/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Recording : public testing::Test {
protected:
    Entry entry(int number = 1) const {
        const auto found = journal_.find(id_of(number));
        return found.empty() ? Entry() : found.front();
    }
    TemporaryFolder folder_;
    Journal journal_ = Journal::open_for_writing(folder_.journal());
};

TEST_F(Recording, AWholePracticeHasTheColumnsOfTheContract) {
    SessionStart start = practice(1);
    start.homework = "week-2";
    start.participant = "P07";
    journal_.begin(start);
    Changes last = rated(6, 86400 + 30);
    last.figures.practised = Milliseconds(348499);
    last.figures.paused = Milliseconds(12500);
    last.figures.distress_before = 6;
    last.figures.distress_after = 3;
    last.figures.kindness_before = 0;
    last.figures.kindness_after = 10;
    last.figures.backdraft = "grounded";
    last.figures.groundings = 2;
    last.figures.skipped = 1;
    last.figures.last_section = "closing";
    last.at = at(86400 + 361);
    journal_.finish(start.id, last, "closed_early", "person");

    const Entry found = entry();
    EXPECT_EQ(found.id, start.id);
    EXPECT_EQ(found.exercise, "kind-pause");
    EXPECT_EQ(found.exercise_version, "1.0");
    EXPECT_EQ(found.title, "A kind pause");
    EXPECT_EQ(found.language, "en");
    EXPECT_THAT(found.components, ElementsAre("mindfulness", "kindness"));
    EXPECT_EQ(to_rfc3339(found.started_at), "2026-11-23T08:15:00+01:00");
    ASSERT_TRUE(found.ended_at);
    EXPECT_EQ(to_rfc3339(*found.ended_at), "2026-11-23T08:21:01+01:00");
    EXPECT_EQ(found.day, "2026-11-23");
    EXPECT_EQ(found.status, "closed_early");
    EXPECT_EQ(found.stop_reason, "person");
    EXPECT_EQ(found.planned_seconds, 300);
    EXPECT_EQ(found.practised_seconds, 348);
    EXPECT_EQ(found.paused_seconds, 13); // half a second rounds up
    EXPECT_EQ(found.distress_before, 6);
    EXPECT_EQ(found.distress_after, 3);
    EXPECT_EQ(found.kindness_before, 0);
    EXPECT_EQ(found.kindness_after, 10);
    EXPECT_EQ(found.backdraft, "grounded");
    EXPECT_EQ(found.groundings, 2);
    EXPECT_EQ(found.skipped, 1);
    EXPECT_EQ(found.homework, "week-2");
    EXPECT_EQ(found.source, "timed");
    EXPECT_EQ(found.participant, "P07");
    EXPECT_EQ(found.recorded_at, start.started_at);
    EXPECT_FALSE(found.amended_at);
    EXPECT_EQ(found.kindly_version, "0.1.0");
    EXPECT_EQ(found.revision, 1);
    EXPECT_EQ(found.last_section, "closing");
}

TEST_F(Recording, WhatIsMissingIsMissing) {
    SessionStart start = practice(1);
    start.planned.reset();
    start.components.clear();
    journal_.begin(start);
    Changes last;
    last.at = at(86400 + 5);
    journal_.finish(start.id, last, "completed", "");
    const Entry found = entry();
    EXPECT_EQ(found.planned_seconds, std::nullopt);
    EXPECT_EQ(found.distress_before, std::nullopt);
    EXPECT_EQ(found.kindness_after, std::nullopt);
    EXPECT_EQ(found.backdraft, "");
    EXPECT_EQ(found.stop_reason, "");
    EXPECT_EQ(found.homework, "");
    EXPECT_TRUE(found.components.empty());
    EXPECT_EQ(ask_sql(folder_.journal(),
                      "SELECT count(*) FROM session WHERE homework IS NULL AND stop_reason IS NULL"
                      " AND participant IS NULL AND backdraft IS NULL AND distress_after IS NULL"),
              "1");
}

TEST_F(Recording, AnswersOfEveryKind) {
    journal_.begin(practice(1));
    Changes changes;
    changes.at = at(86400 + 60);
    Question question;
    question.text = "Asked?";
    const auto ask = [&](const char* id, Ask::Answer kind, std::optional<AnswerValue> value) {
        question.id = id;
        question.answer = kind;
        changes.add_answer(question, std::string("notice/") + id, std::move(value), changes.at);
    };
    question.lowest = 1;
    question.highest = 5;
    question.lowest_label = "far";
    question.highest_label = "near";
    question.measure = "kindness_0_10";
    ask("scale", Ask::Answer::scale, 4.0);
    question.lowest = question.highest = std::nullopt;
    question.measure.clear();
    ask("number", Ask::Answer::number, 2.5);
    ask("yes", Ask::Answer::yes_no, true);
    ask("no", Ask::Answer::yes_no, false);
    question.options = {{"body", "In the body", nowhere}, {"head", "In the \"head\"", nowhere}};
    ask("choice", Ask::Answer::choice, "body");
    ask("choices", Ask::Answer::choices, std::vector<std::string>{"body", "head"});
    question.options.clear();
    question.is_private = true;
    ask("text", Ask::Answer::text, "May I be kind;\nto myself 🌱 '); DROP TABLE answer; --");
    ask("skipped", Ask::Answer::text, std::nullopt);
    CheckInQuestion check_in;
    check_in.id = "now";
    check_in.text = "How strong?";
    check_in.about = CheckIn::About::backdraft;
    changes.add_answer(check_in, "kindness/now", Numb(), changes.at);
    check_in.about = CheckIn::About::distress;
    changes.add_answer(check_in, "kindness/now", 0.0, changes.at);
    journal_.record(id_of(1), changes);

    const auto answers = journal_.answers(id_of(1));
    ASSERT_EQ(answers.size(), 10U);
    for (std::size_t index = 0; index < answers.size(); ++index) {
        EXPECT_EQ(answers[index].position, static_cast<std::int64_t>(index) + 1);
        EXPECT_EQ(answers[index].answered_at, changes.at);
    }
    EXPECT_EQ(answers[0].step, "notice/scale");
    EXPECT_EQ(answers[0].question, "scale");
    EXPECT_EQ(answers[0].kind, "scale");
    EXPECT_EQ(answers[0].measure, "kindness_0_10");
    EXPECT_EQ(answers[0].prompt, "Asked?");
    EXPECT_EQ(answers[0].value_number, 4.0);
    EXPECT_EQ(answers[0].value_text, std::nullopt);
    EXPECT_EQ(answers[0].lowest, 1);
    EXPECT_EQ(answers[0].highest_label, "near");
    EXPECT_EQ(answers[1].value_number, 2.5);
    EXPECT_EQ(answers[2].value_text, "yes");
    EXPECT_EQ(answers[3].value_text, "no");
    EXPECT_EQ(answers[4].value_text, "body");
    ASSERT_EQ(answers[4].options.size(), 2U);
    EXPECT_EQ(answers[4].options[1].second, "In the \"head\"");
    EXPECT_EQ(answers[5].value_text, "body;head");
    EXPECT_EQ(answers[6].value_text, "May I be kind;\nto myself 🌱 '); DROP TABLE answer; --");
    EXPECT_TRUE(answers[6].is_private);
    EXPECT_TRUE(answers[7].skipped);
    EXPECT_EQ(answers[7].value_text, std::nullopt);
    EXPECT_EQ(answers[8].kind, "check_in");
    EXPECT_EQ(answers[8].about, "backdraft");
    EXPECT_EQ(answers[8].measure, "distress_0_10");
    EXPECT_EQ(answers[8].value_text, "numb");
    EXPECT_EQ(answers[8].value_number, std::nullopt);
    EXPECT_FALSE(answers[8].is_private);
    EXPECT_EQ(answers[9].value_number, 0.0);
}

TEST_F(Recording, WhatIsNotToBeRecordedLeavesNothing) {
    Question question;
    question.id = "danger";
    question.text = "Are you safe?";
    question.answer = Ask::Answer::yes_no;
    question.recorded = false;
    Changes changes;
    changes.add_answer(question, "arrive/danger", false, at());
    changes.add_answer(question, "arrive/danger", std::nullopt, at());
    EXPECT_TRUE(changes.answers.empty());
}

TEST_F(Recording, AnsweringAgainKeepsBoth) {
    journal_.begin(practice(1));
    journal_.record(id_of(1), rated(7, 86400 + 10));
    journal_.record(id_of(1), rated(5, 86400 + 20));
    const auto answers = journal_.answers(id_of(1));
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].value_number, 7);
    EXPECT_EQ(answers[1].value_number, 5);
}

TEST_F(Recording, ChangesThatWaitedAreWrittenInOrder) {
    journal_.begin(practice(1));
    Changes waiting = rated(7, 86400 + 10);
    waiting.append(rated(5, 86400 + 20));
    journal_.record(id_of(1), waiting);
    const auto answers = journal_.answers(id_of(1));
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[1].value_number, 5);
    EXPECT_EQ(waiting.at, at(86400 + 20));
}

TEST_F(Recording, StepsSafetyAndPicksAreKept) {
    SessionStart start = practice(1);
    start.picks = {{"phrase", 2}};
    start.fragments = {sha256("senses"), sha256("senses")};
    start.settings = {{"rounds", 3}, {"name", std::string("Bär")}, {"silence", std::chrono::seconds(90)}};
    start.budget = std::chrono::minutes(3);
    start.factor = -0.5;
    start.dropped = {"more"};
    journal_.begin(start);
    Changes changes;
    changes.at = at(86400 + 60);
    changes.steps.push_back({"arrive/1", "say", Milliseconds(0), Milliseconds(4000), "time"});
    changes.steps.push_back({"arrive/2", "pause", Milliseconds(4000), Milliseconds(9000), "grounded"});
    SafetyRecord noticed;
    noticed.at = Milliseconds(9000);
    noticed.reason = "distress";
    noticed.check_in = "now";
    noticed.value = 9;
    noticed.offer_grounding_at = 6;
    noticed.stop_at = 8;
    noticed.offered = {"ground", "close", "go_on"};
    noticed.chosen = "ground";
    changes.safety.push_back(noticed);
    journal_.record(start.id, changes);
    const auto ask = [&](const char* sql) { return ask_sql(folder_.journal(), sql); };
    EXPECT_EQ(
        ask("SELECT group_concat(position || path || kind || began_ms || ended_ms || how, ' ') FROM step"),
        "1arrive/1say04000time 2arrive/2pause40009000grounded");
    EXPECT_EQ(ask("SELECT reason || value || offer_grounding_at || stop_at || offered || chosen FROM safety"),
              "distress968ground;close;go_onground");
    EXPECT_EQ(ask("SELECT variant FROM pick WHERE pick = 'phrase'"), "2");
    EXPECT_EQ(ask("SELECT count(*) FROM fragment"), "1");
    EXPECT_EQ(ask("SELECT settings FROM session"), R"({"name":"Bär","rounds":3,"silence":"1m30s"})");
    EXPECT_EQ(ask("SELECT plan FROM session"), R"({"budget_ms":180000,"factor":-0.5,"dropped":["more"]})");
    EXPECT_EQ(ask("SELECT seed FROM session"), "7");
}

TEST_F(Recording, AnExerciseIsKeptOnceAndNeverReplaced) {
    const std::string digest = sha256("canonical");
    TextToKeep text{TextToKeep::Kind::exercise, digest, "kind-pause", "1.0", "en", "{ \"first\": true }"};
    journal_.keep_text(text);
    text.bytes = "{ \"second\": true }";
    journal_.keep_text(text);
    const auto kept = journal_.text(digest);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->bytes, "{ \"first\": true }");
    EXPECT_EQ(kept->kind, "exercise");
    EXPECT_FALSE(journal_.text(sha256("another")));
}

TEST_F(Recording, DeletedWordsAreInNoFile) {
    journal_.begin(practice(1));
    journal_.record(id_of(1), written("my very own secret words", 86400 + 30));
    Changes last;
    last.at = at(86400 + 60);
    last.forgotten = {"line"};
    journal_.finish(id_of(1), last, "completed", "");
    const auto answers = journal_.answers(id_of(1));
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_TRUE(answers[0].words_deleted);
    EXPECT_EQ(answers[0].value_text, std::nullopt);
    for (const auto& file : std::filesystem::directory_iterator(folder_.journal().parent_path())) {
        EXPECT_THAT(bytes_of(file.path()), Not(HasSubstr("very own secret"))) << file.path();
    }
}

TEST_F(Recording, APracticeTakenOutMeanwhileIsSaid) {
    journal_.begin(practice(1));
    run_sql(folder_.journal(), "DELETE FROM session");
    EXPECT_THAT(failure_of([&] { journal_.record(id_of(1), rated(3, 86400 + 10)); }), HasSubstr("no longer"));
}

} // namespace
} // namespace kindly::test
