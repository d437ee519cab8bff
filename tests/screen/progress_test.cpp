// SPDX-License-Identifier: MIT
#include "screen/progress.hpp"

#include "screen/stage.hpp"

#include <gtest/gtest.h>

namespace kindly::screen {
namespace {

using namespace testing;
using std::chrono::minutes;
using std::chrono::seconds;

struct Going {
    Progress progress;
    explicit Going(double pace = 1, bool untimed = false) : progress(pace, untimed) {}
    void at(Milliseconds moment, decltype(Event::what) what) { progress.observe({moment, std::move(what)}); }
    [[nodiscard]] std::string words(Milliseconds now) const {
        const auto shown = progress.at(now);
        return shown ? shown->words : "(nothing)";
    }
};

event::SilenceBegan silence(Milliseconds length) { return {length, "", false}; }

TEST(Progress, TellsTheTimeLeftAsItGoesBy) {
    Going going;
    going.at({}, started(240));
    going.at({}, silence(minutes(2)));
    EXPECT_EQ(going.words({}), "about 4 minutes left");
    EXPECT_EQ(going.words(minutes(1)), "about 3 minutes left");
    EXPECT_DOUBLE_EQ(going.progress.at(minutes(1))->share, 0.25);
    going.at(minutes(1), ended(0, StepEnd::enter));
    EXPECT_EQ(going.words(minutes(1)), "about 2 minutes left") << "what was passed over is gone as well";
}

TEST(Progress, AQuestionThatTakesLongTakesNothingAway) {
    Going going;
    going.at({}, started(240));
    event::Asked asked;
    asked.question.expect = seconds(60);
    going.at({}, asked);
    EXPECT_EQ(going.words(minutes(20)), "about 3 minutes left");
    going.at(minutes(20), ended(0, StepEnd::answered));
    EXPECT_EQ(going.words(minutes(20)), "about 3 minutes left");
}

TEST(Progress, GoingBackBringsTheTimeBack) {
    Going going;
    going.at({}, started(240));
    going.at({}, silence(minutes(1)));
    going.at(minutes(1), ended(0));
    going.at(minutes(1), silence(minutes(1)));
    going.at(minutes(2), ended(1, StepEnd::back));
    EXPECT_EQ(going.words(minutes(2)), "about 4 minutes left");
}

TEST(Progress, GroundingIsNoPartOfItAndWhatItInterruptedIsCountedOnce) {
    Going going;
    going.at({}, started(240));
    going.at({}, silence(minutes(2)));
    going.at(minutes(1), ended(0, StepEnd::grounded));
    going.at(minutes(1), event::GroundingPhase{true});
    EXPECT_EQ(going.words(minutes(1)), "(nothing)") << "nobody counts there";
    going.at(minutes(1), silence(minutes(5)));
    going.at(minutes(6), ended(9));
    going.at(minutes(6), event::GroundingPhase{false});
    going.at(minutes(6), silence(minutes(1)));
    EXPECT_EQ(going.words(minutes(6)), "about 3 minutes left");
    going.at(minutes(7), ended(0));
    EXPECT_EQ(going.words(minutes(7)), "about 2 minutes left");
}

TEST(Progress, AtAnotherPaceItSaysOnlyWhatIsSure) {
    Going going(2);
    going.at({}, started(240));
    going.at({}, silence(minutes(1))); // two minutes of the plan
    EXPECT_EQ(going.words({}), "at most about 4 minutes left");
    EXPECT_EQ(going.words(seconds(30)), "at most about 3 minutes left");
    going.progress.change_pace(0.5, seconds(30));
    EXPECT_EQ(going.words(seconds(30)), "at most about 6 minutes left");
    going.progress.change_pace(1, seconds(30));
    EXPECT_EQ(going.words(seconds(30)), "about 3 minutes left");
}

TEST(Progress, TheClosingIsTheLastPart) {
    Going going;
    going.at({}, started(240));
    going.at({}, section("Close", Role::closing));
    EXPECT_EQ(going.words({}), "the last part") << "also when it was gone to early";
}

TEST(Progress, SaysNothingRatherThanAFalseNumber) {
    Going untimed(1, true);
    untimed.at({}, started(240));
    EXPECT_EQ(untimed.words({}), "(nothing)");
    Going resumed;
    event::Started again = started(240);
    again.resumed = true;
    resumed.at({}, again);
    EXPECT_EQ(resumed.words({}), "(nothing)") << "nobody knows how much lies behind";
    EXPECT_EQ(Going().words({}), "(nothing)");
}

TEST(Progress, TheThinLineIsAsLongAsItShouldBe) {
    EXPECT_EQ(thin_line(0.5, 4, true) + thin_line(0.5, 4, false), "━━──");
    EXPECT_EQ(thin_line(0, 3, true), "");
    EXPECT_EQ(thin_line(2, 3, true), "━━━");
}

} // namespace
} // namespace kindly::screen
