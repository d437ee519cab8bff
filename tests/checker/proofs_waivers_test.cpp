// SPDX-License-Identifier: MIT
// S013, and what an exception does to the finding that it names.
#include "small_exercise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::StartsWith;

/// Without a check-in after its kindness; today is 2026-11-22.
SmallExercise allowing(const std::string& exception) {
    SmallExercise one = moderate({arrive, kindness(words_of_kindness), rest});
    one.allow = "\"allow\": [ { " + exception + " } ], ";
    return one;
}

const std::string who_and_why = R"("reason": "asked aloud", "by": "a colleague")";

TEST(Exceptions, TurnAnErrorIntoAWarning) {
    const auto checked = allowing(R"("code": "S002", "until": "2027-06-30", )" + who_and_why).checked();
    EXPECT_THAT(first_lines(checked, "S002"),
                ElementsAre("test.json:6:9: warning S002: Nothing asks how the client is after \"kind\""));
    EXPECT_EQ(first_lines(checked, "S013").size(), 0U);
    for (const auto& finding : checked.diagnostics) {
        if (finding.code == "S002") {
            EXPECT_EQ(finding.explanation, "Allowed until 2027-06-30 by a colleague: asked aloud");
        }
    }
}

TEST(Exceptions, HoldUntilTheirLastDay) {
    EXPECT_THAT(
        first_lines(allowing(R"("code": "S002", "until": "2026-11-22", )" + who_and_why).checked(), "S002"),
        ElementsAre(StartsWith("test.json:6:9: warning")));
    const auto over = allowing(R"("code": "S002", "until": "2026-11-21", )" + who_and_why).checked();
    EXPECT_THAT(first_lines(over, "S002"), ElementsAre(StartsWith("test.json:6:9: error")));
    EXPECT_THAT(first_lines(over, "S013"),
                ElementsAre(EndsWith("The exception for S002 ended on 2026-11-21")));
}

TEST(Exceptions, SayWhatTheyStillNeed) {
    const auto checked = allowing(R"("code": "S002", "reason": "asked aloud")").checked();
    EXPECT_THAT(first_lines(checked, "S002"), ElementsAre(StartsWith("test.json:6:9: error")));
    EXPECT_THAT(first_lines(checked, "S013"),
                ElementsAre(EndsWith(
                    "The exception for S002 does not count yet. It still needs \"by\" and \"until\"")));
    for (const auto& finding : checked.diagnostics) {
        if (finding.code == "S013") {
            EXPECT_EQ(finding.suggestion, R"("by": "...", "until": "2027-06-30")");
        }
    }
}

TEST(Exceptions, AreForRulesThatHaveThem) {
    EXPECT_THAT(
        first_lines(allowing(R"("code": "S008", "until": "2027-06-30", )" + who_and_why).checked(), "S013"),
        ElementsAre(EndsWith("S008 has no exceptions, so this changes nothing")));
    EXPECT_THAT(
        first_lines(allowing(R"("code": "S099", "until": "2027-06-30", )" + who_and_why).checked(), "S013"),
        ElementsAre(EndsWith("There is no rule S099")));
}

/// Two that count would lower the severity twice, and so hide what is to stay visible until the date.
TEST(Exceptions, CountOnceForARule) {
    const auto checked = allowing(R"("code": "S002", "until": "2026-12-31", )" + who_and_why +
                                  R"( }, { "code": "S002", "until": "2027-06-30", )" + who_and_why)
                             .checked();
    EXPECT_THAT(first_lines(checked, "S002"), ElementsAre(StartsWith("test.json:6:9: warning")));
    EXPECT_THAT(
        first_lines(checked, "S013"),
        ElementsAre(EndsWith("There are two exceptions for S002; the one that holds longer is enough")));
    for (const auto& finding : checked.diagnostics) {
        if (finding.code == "S002") {
            EXPECT_THAT(finding.explanation, StartsWith("Allowed until 2027-06-30"));
        }
    }
}

TEST(Exceptions, ConcernNothingElse) {
    const auto checked = allowing(R"("code": "S009", "until": "2027-06-30", )" + who_and_why).checked();
    EXPECT_THAT(first_lines(checked, "S002"), ElementsAre(StartsWith("test.json:6:9: error")));
}

} // namespace
} // namespace kindly::tests
