// SPDX-License-Identifier: MIT
// What leaves at each level, what does not, and that it is counted.
#include "exchange/holding_back.hpp"

#include <gtest/gtest.h>

namespace kindly::test {
namespace {

PracticeRow distressed() {
    PracticeRow row;
    row.status = "stopped";
    row.stop_reason = "distress";
    row.distress_before = 8;
    row.distress_after = 0;
    row.kindness_before = 2;
    row.backdraft = "grounded";
    row.groundings = 1;
    row.skipped = 2;
    row.practised_seconds = 60;
    row.settings = R"({"name":"my dear","rounds":3,"pause":"30s"})";
    return row;
}

AnswerRow answer(std::string_view kind, bool is_private, std::optional<double> number,
                 std::optional<std::string_view> text) {
    AnswerRow row;
    row.kind = kind;
    row.is_private = is_private;
    row.value_number = number;
    row.value_text = text;
    row.prompt = "How is it?";
    return row;
}

TEST(HoldingBack, CountsTellNothingOfRatings) {
    HoldingBack holding_back(Share::counts);
    PracticeRow row = distressed();
    holding_back.practice(row);
    EXPECT_FALSE(row.distress_before || row.distress_after || row.kindness_before || row.groundings);
    EXPECT_EQ(row.backdraft, "");
    EXPECT_EQ(row.stop_reason, "");
    EXPECT_EQ(row.status, "stopped");
    EXPECT_EQ(row.skipped, 2);
    EXPECT_EQ(row.practised_seconds, 60);
    EXPECT_EQ(holding_back.withheld().by_level, 6);
    EXPECT_EQ(holding_back.level(), "counts");
}

TEST(HoldingBack, OtherReasonsForStoppingStay) {
    for (const char* reason : {"person", "unanswered", "signal", "crash"}) {
        HoldingBack holding_back(Share::counts);
        PracticeRow row;
        row.stop_reason = reason;
        holding_back.practice(row);
        EXPECT_EQ(row.stop_reason, reason);
        EXPECT_EQ(holding_back.withheld().by_level, 0);
    }
}

TEST(HoldingBack, RatingsAndWordsLeaveThePracticeWhole) {
    for (const Share share : {Share::ratings, Share::words}) {
        HoldingBack holding_back(share);
        PracticeRow row = distressed();
        holding_back.practice(row);
        EXPECT_EQ(row.distress_before, 8);
        EXPECT_EQ(row.distress_after, 0);
        EXPECT_EQ(row.backdraft, "grounded");
        EXPECT_EQ(row.stop_reason, "distress");
        EXPECT_EQ(row.groundings, 1);
        EXPECT_EQ(holding_back.withheld().by_level, 0);
        EXPECT_EQ(holding_back.level(), share == Share::ratings ? "ratings" : "");
    }
}

TEST(HoldingBack, EachKindOfAnswerAtEachLevel) {
    struct Case {
        std::string_view kind;
        bool is_private;
        std::optional<double> number;
        std::optional<std::string_view> text;
        bool counts, ratings, words; ///< leaves
    };
    const std::optional<double> none;
    for (const Case& one :
         {Case{"check_in", false, 5, {}, false, true, true},
          Case{"check_in", false, none, "numb", false, true, true},
          Case{"scale", false, 5, {}, false, true, true}, Case{"scale", true, 5, {}, false, false, true},
          Case{"number", false, 5, {}, false, true, true},
          Case{"yes_no", false, none, "yes", false, true, true},
          Case{"choice", false, none, "a", false, true, true},
          Case{"choices", true, none, "a;b", false, false, true},
          Case{"text", false, none, "words", false, false, true},
          Case{"text", true, none, "words", false, false, true}}) {
        for (const Share share : {Share::counts, Share::ratings, Share::words}) {
            const bool leaves = share == Share::counts    ? one.counts
                                : share == Share::ratings ? one.ratings
                                                          : one.words;
            HoldingBack holding_back(share);
            PracticeRow practice = distressed();
            holding_back.practice(practice);
            const auto before = holding_back.withheld().by_level;
            AnswerRow row = answer(one.kind, one.is_private, one.number, one.text);
            EXPECT_EQ(holding_back.answer(row), !leaves) << one.kind;
            EXPECT_EQ(row.value_number.has_value() || row.value_text.has_value(), leaves) << one.kind;
            EXPECT_EQ(row.prompt, "How is it?");
            EXPECT_EQ(holding_back.withheld().by_level - before, leaves ? 0 : 1);
        }
    }
}

TEST(HoldingBack, ASkippedQuestionIsNotWithheld) {
    HoldingBack holding_back(Share::counts);
    AnswerRow row = answer("text", true, {}, {});
    row.skipped = true;
    EXPECT_FALSE(holding_back.answer(row));
    EXPECT_EQ(holding_back.withheld().by_level, 0);
}

TEST(HoldingBack, APromptWithThePersonsOwnWordsStaysBelowWords) {
    for (const Share share : {Share::counts, Share::ratings, Share::words}) {
        HoldingBack holding_back(share);
        PracticeRow practice = distressed();
        holding_back.practice(practice);
        AnswerRow row = answer("check_in", false, {}, {});
        row.skipped = true;
        row.prompt = "How is it, my dear?";
        EXPECT_EQ(holding_back.answer(row), share != Share::words);
        EXPECT_EQ(row.prompt.empty(), share != Share::words);
        // Another practice, with other words of its own.
        practice.settings = "{}";
        holding_back.practice(practice);
        row.prompt = "How is it, my dear?";
        EXPECT_FALSE(holding_back.answer(row));
        EXPECT_EQ(row.prompt, "How is it, my dear?");
    }
}

TEST(HoldingBack, WhatIsSealedIsCountedByItself) {
    HoldingBack holding_back(Share::words);
    AnswerRow row = answer("text", true, {}, {});
    row.sealed = "sealed";
    row.prompt = {};
    EXPECT_TRUE(holding_back.answer(row));
    EXPECT_EQ(holding_back.withheld().sealed, 1);
    EXPECT_EQ(holding_back.withheld().by_level, 0);

    HoldingBack ratings(Share::ratings); // it would not leave anyway
    EXPECT_TRUE(ratings.answer(row));
    EXPECT_EQ(ratings.withheld().sealed, 0);
    EXPECT_EQ(ratings.withheld().by_level, 1);
}

TEST(HoldingBack, WhatNeverCameHereIsTold) {
    HoldingBack holding_back(Share::words);
    PracticeRow practice = distressed();
    practice.shared_at = "counts";
    holding_back.practice(practice);
    EXPECT_EQ(holding_back.level(), "counts");
    AnswerRow row = answer("text", true, {}, {});
    row.withheld = true;
    EXPECT_TRUE(holding_back.answer(row));
    EXPECT_EQ(holding_back.withheld().elsewhere, 1);

    HoldingBack counts(Share::counts); // the lower level is told
    practice.shared_at = "ratings";
    counts.practice(practice);
    EXPECT_EQ(counts.level(), "counts");
}

} // namespace
} // namespace kindly::test
