// SPDX-License-Identifier: MIT
// Entries that are added or put right by hand: what they say then, what they said before, what is refused.
#include "journal/amending.hpp"

#include "journal/adding.hpp"
#include "journal/sealed_world.hpp"
#include "journal/story.hpp"
#include "journal/world.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Amending : public testing::Test {
protected:
    /// Entered later: practice 1, of 10 minutes, with a note.
    void add() {
        DoneElsewhere done;
        done.about = practice(1);
        done.about.started_at = at(1000);
        done.about.day = "2026-11-22";
        done.practised = std::chrono::minutes(10);
        done.distress_before = 6;
        done.note = "by the window";
        done.note_prompt = "Note";
        done.recorded_at = at(9000);
        add_done_elsewhere(journal_, done);
    }
    /// Timed: practice 2, with two check-ins and a text.
    void record() {
        journal_.begin(practice(2));
        constexpr std::int64_t began = 2 * 86400;
        Changes all = rated(7, began + 10);
        Changes later = rated(4, began + 200);
        later.answers[0].question = "after";
        all.append(later);
        all.append(written("a walk", began + 310));
        all.figures.distress_before = 7;
        all.figures.distress_after = 4;
        all.figures.practised = std::chrono::seconds(300);
        journal_.finish(id_of(2), all, "completed", "");
    }
    [[nodiscard]] Entry entry(int number) const { return journal_.find(id_of(number)).at(0); }
    std::vector<FieldChange> wanted(int number, const Corrections& corrections) const {
        return changes(entry(number), journal_.answers(id_of(number)), corrections);
    }
    void change(int number, const Corrections& corrections, std::int64_t seconds = 20000) {
        amend(journal_, entry(number), wanted(number, corrections), corrections, at(seconds));
    }
    static std::vector<std::string> fields(const std::vector<FieldChange>& changes) {
        std::vector<std::string> names;
        for (const auto& one : changes) { names.push_back(one.field); }
        return names;
    }

    TemporaryFolder folder_;
    Journal journal_ = Journal::open_for_writing(folder_.journal());
};

TEST_F(Amending, WhatWasDoneElsewhereSaysWhatIsKnownAndNothingElse) {
    add();
    const Entry added = entry(1);
    EXPECT_EQ(added.source, "entered_later");
    EXPECT_EQ(added.status, "completed");
    EXPECT_EQ(added.stop_reason, "");
    EXPECT_EQ(added.practised_seconds, 600);
    EXPECT_EQ(added.planned_seconds, std::nullopt);
    EXPECT_EQ(added.paused_seconds, std::nullopt);
    EXPECT_EQ(added.groundings, std::nullopt);
    EXPECT_EQ(added.skipped, std::nullopt);
    EXPECT_EQ(added.backdraft, "");
    EXPECT_EQ(added.distress_before, 6);
    EXPECT_EQ(added.distress_after, std::nullopt);
    EXPECT_EQ(added.started_at, at(1000));
    EXPECT_EQ(added.ended_at, at(1600));
    EXPECT_EQ(added.recorded_at, at(9000));
    EXPECT_EQ(added.amended_at, std::nullopt);
    EXPECT_EQ(added.revision, 1);
    const auto answers = journal_.answers(id_of(1));
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers[0].kind, "text");
    EXPECT_EQ(answers[0].question, "note");
    EXPECT_TRUE(answers[0].is_private);
    EXPECT_EQ(answers[0].value_text, "by the window");
}

TEST_F(Amending, ANewTimeMovesTheEndAlong) {
    record();
    const Entry before = entry(2);
    Corrections corrections;
    corrections.started_at = Moment{before.started_at.unix_ms - 3600000, 0};
    corrections.day = "2026-11-21";
    change(2, corrections);
    const Entry after = entry(2);
    EXPECT_EQ(after.started_at, *corrections.started_at);
    EXPECT_EQ(after.ended_at->unix_ms, before.ended_at->unix_ms - 3600000);
    EXPECT_EQ(after.day, "2026-11-21");
    EXPECT_EQ(after.practised_seconds, before.practised_seconds);
    EXPECT_EQ(after.revision, 2);
    EXPECT_EQ(after.amended_at, at(20000));
    EXPECT_EQ(ask_sql(folder_.journal(), "SELECT changed_at FROM session WHERE revision = 2"),
              std::to_string(at(20000).unix_ms));
}

TEST_F(Amending, MoreMinutesNeedALaterEndFewerOnesDoNotInWhatWasTimed) {
    record();
    const auto end = entry(2).ended_at;
    Corrections fewer;
    fewer.practised = std::chrono::seconds(1);
    change(2, fewer);
    EXPECT_EQ(entry(2).ended_at, end);
    EXPECT_EQ(entry(2).practised_seconds, 1);
    Corrections more;
    more.practised = std::chrono::minutes(30);
    change(2, more);
    EXPECT_EQ(entry(2).ended_at->unix_ms, entry(2).started_at.unix_ms + 1800000);
    add();
    change(1, fewer);
    EXPECT_EQ(entry(1).ended_at, at(1001)) << "of what was entered later, the end is start and length";
}

TEST_F(Amending, HistoryKeepsWhatEachFieldSaid) {
    add();
    Corrections first;
    first.practised = std::chrono::minutes(12);
    first.ratings["distress_before"] = std::nullopt;
    first.ratings["kindness_after"] = 3;
    change(1, first, 20000);
    Corrections second;
    second.practised = std::chrono::minutes(15);
    second.answers[1] = "by the door";
    change(1, second, 30000);
    const auto history = amendments_of(journal_, id_of(1));
    std::vector<std::string> told;
    for (const auto& one : history) {
        told.push_back(std::to_string(one.revision) + " " + one.field + " " + one.was.value_or("(none)"));
    }
    EXPECT_THAT(told, ElementsAre("2 ended_at 2026-11-22T08:41:40+01:00", "2 practised_seconds 600",
                                  "2 distress_before 6", "2 kindness_after (none)",
                                  "3 ended_at 2026-11-22T08:43:40+01:00", "3 practised_seconds 720",
                                  "3 answer.1 by the window"));
    EXPECT_EQ(entry(1).distress_before, std::nullopt);
    EXPECT_EQ(entry(1).kindness_after, 3);
    EXPECT_EQ(journal_.answers(id_of(1))[0].value_text, "by the door");
    EXPECT_EQ(entry(1).revision, 3);
}

TEST_F(Amending, ARatingAndTheAnswerThatItCameFromSayTheSame) {
    record();
    Corrections corrections;
    corrections.ratings["distress_before"] = 5;
    corrections.ratings["distress_after"] = std::nullopt;
    EXPECT_THAT(fields(wanted(2, corrections)),
                testing::UnorderedElementsAre("distress_before", "answer.1", "distress_after", "answer.2"));
    change(2, corrections);
    const auto answers = journal_.answers(id_of(2));
    EXPECT_EQ(answers[0].value_number, 5);
    EXPECT_EQ(answers[1].value_number, std::nullopt);
    EXPECT_TRUE(answers[1].skipped);
    EXPECT_EQ(answers[2].value_text, "a walk");
    EXPECT_EQ(entry(2).distress_before, 5);
    EXPECT_EQ(entry(2).distress_after, std::nullopt);
}

TEST_F(Amending, HowItEndedAndWhatItWasCanBeChangedOnlyWhereNobodySawIt) {
    record();
    add();
    Corrections ending;
    ending.status = "stopped";
    EXPECT_THAT(failure_of([&] { wanted(2, ending); }), HasSubstr("kindly itself saw"));
    EXPECT_THAT(fields(wanted(1, ending)), ElementsAre("status", "stop_reason"));
    change(1, ending);
    EXPECT_EQ(entry(1).stop_reason, "person");
    ending.status = "closed_early";
    change(1, ending);
    EXPECT_EQ(entry(1).stop_reason, "");
    Corrections other;
    other.exercise = practice(1);
    other.exercise->exercise = "feet";
    other.exercise->title = "Feet";
    other.exercise->components = {"mindfulness"};
    EXPECT_THAT(failure_of([&] { wanted(2, other); }), HasSubstr("kindly itself walked"));
    change(1, other);
    EXPECT_EQ(entry(1).exercise, "feet");
    EXPECT_EQ(entry(1).title, "Feet");
    EXPECT_THAT(entry(1).components, ElementsAre("mindfulness"));
}

TEST_F(Amending, WhatItSaysAlreadyIsNoChange) {
    add();
    Corrections same;
    same.started_at = at(1000);
    same.day = "2026-11-22";
    same.practised = std::chrono::minutes(10);
    same.status = "completed";
    same.ratings["distress_before"] = 6;
    same.ratings["distress_after"] = std::nullopt;
    same.answers[1] = "by the window";
    EXPECT_THAT(wanted(1, same), IsEmpty());
}

TEST_F(Amending, OnlyTextsThatAreThereGetNewWords) {
    record();
    Corrections none;
    none.answers[9] = "x";
    EXPECT_THAT(failure_of([&] { wanted(2, none); }), HasSubstr("no answer 9"));
    Corrections rating;
    rating.answers[1] = "x";
    EXPECT_THAT(failure_of([&] { wanted(2, rating); }), HasSubstr("not a text"));
}

TEST_F(Amending, AnEntryThatSomebodyElseChangedMeanwhileIsLeftAlone) {
    add();
    const Entry seen = entry(1);
    Corrections mine;
    mine.practised = std::chrono::minutes(20);
    const auto my_changes = wanted(1, mine);
    Corrections theirs;
    theirs.ratings["distress_before"] = 1;
    change(1, theirs);
    EXPECT_THAT(failure_of([&] { amend(journal_, seen, my_changes, mine, at(30000)); }),
                HasSubstr("changed by another program"));
    EXPECT_EQ(entry(1).practised_seconds, 600);
    EXPECT_EQ(entry(1).revision, 2);
    EXPECT_EQ(amendments_of(journal_, id_of(1)).size(), 1U);
}

TEST_F(Amending, WhileWordsAreSealedNotesNewWordsAndHistoryAreSealedToo) {
    lock_words(journal_, secret(the_passphrase), quick());
    ASSERT_TRUE(finish_locking(journal_));
    add(); // "by the window"
    Corrections first;
    first.answers[1] = "by the door";
    change(1, first, 20000);
    Corrections second;
    second.answers[1] = "by the gate";
    change(1, second, 30000);
    for (const auto& file : std::filesystem::directory_iterator(folder_.journal().parent_path())) {
        const std::string bytes = bytes_of(file.path());
        for (const char* words : {"by the window", "by the door", "by the gate"}) {
            EXPECT_EQ(bytes.find(words), std::string::npos) << words << " in " << file.path();
        }
    }
    for (const auto& one : amendments_of(journal_, id_of(1))) {
        EXPECT_TRUE(one.sealed);
        EXPECT_EQ(one.was, std::nullopt);
    }
    const Journal opened = Journal::open_for_reading(folder_.journal());
    ASSERT_TRUE(opened.open_words(secret(the_passphrase)));
    EXPECT_EQ(opened.answers(id_of(1)).at(0).value_text, "by the gate");
    const auto history = amendments_of(opened, id_of(1));
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].was, "by the window");
    EXPECT_EQ(history[1].was, "by the door");
    EXPECT_FALSE(history[0].sealed);
}

} // namespace
} // namespace kindly::test
