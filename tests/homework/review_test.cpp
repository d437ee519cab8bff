// SPDX-License-Identifier: MIT
// What a review says: the client's question first, harm before numbers, versions apart, no blame.
#include "homework/review.hpp"

#include "base/text.hpp"
#include "homework/report_series.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

ReportPractice practice(const char* exercise, const char* version, const char* day, int before, int after) {
    ReportPractice one;
    one.exercise = exercise;
    one.version = version;
    one.day = day;
    one.status = "completed";
    one.distress_before = before;
    one.distress_after = after;
    return one;
}

Report report() {
    Report report;
    report.title = "Evenings";
    report.for_whom = "Sam";
    report.from = "R. Lind";
    report.share = "words";
    report.questions = {{"note.1", "For next time", "Could it be shorter?"}};
    report.items = {{"feet", "1.0", "", "", "daily", 7, 4, 1, 1, {{"2026-W48", 7, 5}}}};
    report.practices = {practice("feet", "1.0", "2026-11-23", 6, 4),
                        practice("feet", "1.2", "2026-11-24", 5, 5)};
    report.left_out = {{"feet", "2026-11-25", "Visitors."}};
    return report;
}

std::vector<std::string> headings(const Reviewed& reviewed) {
    std::vector<std::string> all;
    for (const PageSection& section : reviewed.sections) { all.push_back(section.heading); }
    return all;
}

std::string all_of(const Reviewed& reviewed) {
    std::string text;
    for (const PageSection& section : reviewed.sections) {
        text += section.heading + "\n";
        for (const auto* lines : {&section.sentences, &section.points, &section.remarks}) {
            text += joined(*lines, "\n") + "\n";
        }
    }
    return text;
}

TEST(Review, TellsTheirQuestionFirstThenObstaclesAndHarmThenNumbers) {
    EXPECT_THAT(headings(review(report(), "")),
                ElementsAre("For next time, in their words", "What came in between", "What was hard",
                            "What was practised", "Ratings, before to after", "What is not here",
                            "For you, before you meet"));
}

TEST(Review, CountsTurnsByTurnAndByWeek) {
    const std::string text = all_of(review(report(), ""));
    EXPECT_THAT(text, HasSubstr("feet, every day: 4 of 7; in part 1, left out 1, open 1."));
    EXPECT_THAT(text, HasSubstr("2026-W48: 5 of 7"));
    EXPECT_THAT(text, HasSubstr("lower in 1, the same in 1, higher in 0 (6 to 4, 5 to 5)"));
}

TEST(Review, TellsOfPracticesThatCountForNoTurn) {
    Report one = report(); // two practices; four whole and one in part are counted
    EXPECT_THAT(all_of(review(one, "")), Not(HasSubstr("for no turn")));
    one.items.front().done = 1;
    one.items.front().in_part = 0;
    EXPECT_THAT(all_of(review(one, "")), HasSubstr("1 more practice of it counts for no turn."));
    one.items.front().done = 0;
    EXPECT_THAT(all_of(review(one, "")), HasSubstr("2 more practices of it count for no turn."));
    one.practices[0].exercise = "hand"; // the easier one, in the place of this one
    one.practices[0].instead_of = "feet";
    EXPECT_THAT(all_of(review(one, "")), HasSubstr("2 more practices of it count for no turn."));
}

TEST(Review, TellsStoppingAndGroundingAsGoodDecisions) {
    Report one = report();
    one.practices[0].status = "stopped";
    one.practices[0].stop_reason = "distress";
    one.practices[1].backdraft = "grounded";
    const std::string text = all_of(review(one, ""));
    EXPECT_THAT(text, HasSubstr("feet was stopped because of distress. Stopping was a good decision."));
    EXPECT_THAT(text, HasSubstr("grounding followed. That was a good decision."));
}

TEST(Review, NeverPutsVersionsTogetherWhoseMeasuresChanged) {
    Report one = report();
    one.practices[1].version = "2.0";
    const Reviewed reviewed = review(one, "");
    const std::string text = all_of(reviewed);
    EXPECT_THAT(text,
                HasSubstr("feet, version 1.x, distress: lower in 1, the same in 0, higher in 0 (6 to 4)"));
    EXPECT_THAT(text,
                HasSubstr("feet, version 2.x, distress: lower in 0, the same in 1, higher in 0 (5 to 5)"));
    EXPECT_EQ(reviewed.plots.size(), 2U);
}

TEST(Review, AtCountsSaysWhatCannotBeSeen) {
    Report one = report();
    one.share = "counts";
    for (ReportPractice& practice : one.practices) {
        practice.distress_before = practice.distress_after = std::nullopt;
    }
    const Reviewed reviewed = review(one, "");
    EXPECT_THAT(all_of(reviewed), HasSubstr("distress and backdraft cannot be seen here"));
    EXPECT_THAT(reviewed.plots, IsEmpty());
    EXPECT_THAT(headings(reviewed), Not(Contains("Ratings, before to after")));
}

TEST(Review, SinceADayLeavesOutWhatWasToldBefore) {
    const std::string text = all_of(review(report(), "2026-11-25"));
    EXPECT_THAT(text, Not(HasSubstr("6 to 4")));
    EXPECT_THAT(text, HasSubstr("Visitors."));
    EXPECT_THAT(text, HasSubstr("4 of 7"));
}

TEST(ReportSeries, TellsWhichReportsANewerOneTellsAgain) {
    ReportSeries series;
    const auto add = [&](const char* mark, const char* written_on, const char* id) {
        Report one = report();
        one.series = mark;
        one.written_on = written_on;
        one.id = id;
        series.add(one, std::string(id) + ".json");
    };
    add("sam", "2026-12-06", "b");
    add("sam", "2026-12-13", "a"); // the day says more than the id
    add("kim", "2026-12-06", "c");
    add("", "2026-12-06", "d"); // reports of an earlier kindly
    add("", "2026-12-13", "e");
    add("sam", "2026-11-29", "f");
    add("kim", "2026-12-06", "g"); // the same day: ids sort by time
    std::vector<std::string> told;
    for (const auto& [older, newer] : series.told_again()) { told.push_back(older + " in " + newer); }
    EXPECT_THAT(told, ElementsAre("b.json in a.json", "c.json in g.json", "f.json in a.json"));
    EXPECT_THAT(series.older_ids(), testing::UnorderedElementsAre("b", "c", "f"));
}

TEST(Review, AsksAboutPractisedDaysOnlyWhereThereAreSome) {
    EXPECT_THAT(all_of(review(report(), "")), HasSubstr("practised days"));
    Report none = report();
    none.practices.clear();
    EXPECT_THAT(all_of(review(none, "")), Not(HasSubstr("practised days")));
}

TEST(Review, HasNoExclamationAndNoBlame) {
    const std::string text = all_of(review(report(), ""));
    for (const char* word : {"!", "missed", "fail", "streak", "should have"}) {
        EXPECT_THAT(text, Not(HasSubstr(word)));
    }
}

} // namespace
} // namespace kindly::test
