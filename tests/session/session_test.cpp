// SPDX-License-Identifier: MIT
// The engine by example: each rule of a practice, on a virtual clock.
#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const std::string silence_section = R"({ "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
    { "kind": "say", "text": "One two three four five." },
    { "kind": "pause", "for": "30s" },
    { "kind": "say", "text": "Six seven." } ] })";

const std::string asking_section = R"({ "id": "how", "title": "How", "purpose": "arrive", "steps": [
    { "kind": "check_in", "id": "start", "text": "How distressed?" } ] },
  { "id": "kind", "title": "Kind", "component": "kindness", "purpose": "soothe", "steps": [
    { "kind": "say", "text": "May I be kind." },
    { "kind": "check_in", "id": "after", "text": "How now?", "about": "backdraft" },
    { "kind": "say", "text": "There." } ] })";

std::shared_ptr<Plan> plan_around(const std::string& sections, const std::string& intensity = "moderate") {
    return plan_of(exercise_from(exercise_around(sections, intensity)));
}

/// Begun, past the warning.
Player begun(const std::string& sections, const std::string& intensity = "moderate",
             SessionOptions options = {}) {
    Player player(plan_around(sections, intensity), std::move(options));
    player.begin();
    player.give(input::Continue{});
    return player;
}

event::Ended ending(const Player& player) {
    const auto* ended = player.last<event::Ended>();
    if (ended == nullptr) {
        ADD_FAILURE() << "has not ended";
        return {};
    }
    return *ended;
}

} // namespace

TEST(Session, ReadsPausesAndEndsByItself) {
    Player player(plan_around(silence_section, "gentle"));
    player.begin();
    EXPECT_EQ(player.all<event::Warning>().size(), 1U);
    EXPECT_FALSE(player.last<event::Warning>()->waits);
    player.pass_all();
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_EQ(ending(player).reason, StopReason::none);
    // 1 s + 5 words / 2.5; 30 s; 1 s + 2 / 2.5; closing: 1 s + 4 / 2.5 and 20 s.
    EXPECT_EQ(ending(player).practised, Milliseconds(3000 + 30000 + 1800 + 2600 + 20000));
    EXPECT_EQ(ending(player).paused, Milliseconds(0));
}

TEST(Session, TellsWhatWouldHaveHappenedHoweverLateItIsAsked) {
    Player late(plan_around(silence_section, "gentle"));
    late.begin();
    late.pass(minutes(10));
    Player punctual(plan_around(silence_section, "gentle"));
    punctual.begin();
    punctual.pass_all();
    ASSERT_EQ(late.events().size(), punctual.events().size());
    for (std::size_t at = 0; at < late.events().size(); ++at) {
        EXPECT_EQ(late.events()[at].at, punctual.events()[at].at);
    }
}

TEST(Session, GroundingInsideASilenceActsAtOnceAndComesBackWithWhatIsLeft) {
    Player player = begun(silence_section);
    player.pass(seconds(3)).pass(seconds(12)); // 12 s into the silence
    player.give(input::Ground{});
    EXPECT_TRUE(player.just<event::GroundingPhase>());
    player.pass_all();
    ASSERT_NE(player.last<event::Offered>(), nullptr);
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::resume);
    EXPECT_EQ(player.last<event::Offered>()->default_choice, "go_on");
    player.give(input::Continue{});
    ASSERT_TRUE(player.just<event::SilenceBegan>());
    EXPECT_EQ(player.last<event::SilenceBegan>()->length, seconds(18));
}

TEST(Session, GroundingAskedForInsideGroundingIsRefused) {
    Player player = begun(silence_section);
    player.give(input::Ground{}).give(input::Ground{});
    EXPECT_TRUE(player.just<event::Refused>());
    EXPECT_EQ(player.all<event::GroundingPhase>().size(), 1U);
}

TEST(Session, StopInsideASilenceOffersTheClosingAndAsksNothing) {
    Player player = begun(silence_section);
    player.pass(seconds(10)).give(input::Stop{});
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::stop);
    EXPECT_FALSE(player.wake_at().has_value());
    player.give(input::Continue{}).pass_all();
    EXPECT_TRUE(player.passed_closing());
    EXPECT_EQ(ending(player).status, Status::closed_early);
    EXPECT_EQ(ending(player).reason, StopReason::person);
}

TEST(Session, ASecondStopLeavesAtOnce) {
    Player player = begun(silence_section);
    player.give(input::Stop{}).give(input::Stop{});
    EXPECT_EQ(ending(player).status, Status::stopped);
    EXPECT_EQ(ending(player).reason, StopReason::person);
    EXPECT_FALSE(player.passed_closing());
}

TEST(Session, AStopPressedByMistakeCanBeTakenBack) {
    Player player = begun(silence_section);
    player.pass(seconds(3)).pass(seconds(10)).give(input::Stop{}).answer("go_on");
    ASSERT_TRUE(player.just<event::SilenceBegan>());
    EXPECT_EQ(player.last<event::SilenceBegan>()->length, seconds(20));
}

TEST(Session, TheClosingIsOneKeyAwayEverywhere) {
    Player player = begun(asking_section);
    player.give(input::Close{}).pass_all();
    EXPECT_EQ(ending(player).status, Status::closed_early);
    EXPECT_TRUE(player.passed_closing());
}

TEST(Session, AHighRatingGroundsFirstThenClosesUnlessGoingOnIsChosen) {
    Player player = begun(asking_section);
    player.answer(9.0);
    EXPECT_TRUE(player.just<event::GroundingPhase>());
    player.pass_all();
    ASSERT_NE(player.last<event::Offered>(), nullptr);
    EXPECT_EQ(player.last<event::Offered>()->default_choice, "close");
    EXPECT_FALSE(player.all<event::SupportShown>().empty());
    player.give(input::Continue{}).pass_all();
    EXPECT_TRUE(player.passed_closing());
    EXPECT_EQ(ending(player).status, Status::closed_early);
    EXPECT_EQ(ending(player).reason, StopReason::distress);
}

TEST(Session, BetweenTheThresholdsGroundingIsOffered) {
    Player player = begun(asking_section);
    player.answer(5.0);
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::distress);
    EXPECT_EQ(player.last<event::Offered>()->choices, (std::vector<std::string>{"ground", "go_on", "close"}));
    player.answer("go_on");
    EXPECT_EQ(player.last<event::SectionBegan>()->id, "kind");
}

TEST(Session, ARiseOfTwoTellsOfBackdraftAndOffers) {
    Player player = begun(asking_section);
    player.answer(1.0).pass_all();
    ASSERT_EQ(player.last<event::CheckInAsked>()->question.id, "after");
    player.answer(3.0);
    EXPECT_EQ(player.last<event::Said>()->text, "It can sting.");
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::rise);
}

TEST(Session, ARiseIsMeasuredFromTheLowestRatingSoFar) {
    Player player = begun(asking_section);
    player.answer(4.0).pass_all();
    player.answer(3.0);
    EXPECT_FALSE(player.just<event::Offered>());
    player.pass_all();
    EXPECT_EQ(ending(player).status, Status::completed);
}

TEST(Session, NumbIsNotANumberAndLeadsToTheSenses) {
    Player player = begun(asking_section);
    player.answer("n");
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::numb);
    EXPECT_EQ(player.last<event::Answered>()->value, AnswerValue(Numb{}));
    player.give(input::Continue{});
    EXPECT_TRUE(player.just<event::GroundingPhase>());
}

TEST(Session, GroundingForSomebodyFarAwayHasNoBreathing) {
    const std::string json = exercise_around(asking_section);
    std::string with_breath = json;
    with_breath.insert(with_breath.find(R"({ "kind": "say", "text": "Look around you." })"),
                       R"({ "kind": "breathe", "in": "3s", "out": "4s", "rounds": 2 }, )");
    Player player(plan_of(exercise_from(with_breath)));
    player.begin().give(input::Continue{}).answer(Numb{}).give(input::Continue{});
    player.pass_all();
    EXPECT_TRUE(player.all<event::BreathingBegan>().empty());
}

TEST(Session, ASkippedCheckInIsUnknownAndAModerateExerciseNamesGroundingOnce) {
    Player player = begun(asking_section);
    player.give(input::Skip{});
    EXPECT_TRUE(player.just<event::Skipped>());
    EXPECT_TRUE(player.just<event::Said>());
    player.pass_all().give(input::Skip{}).pass_all();
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_EQ(player.all<event::Skipped>().size(), 2U);
    EXPECT_TRUE(player.all<event::Answered>().empty());
}

TEST(Session, AGentleExerciseRunsOnWhenNobodyAnswers) {
    Player player(plan_around(asking_section, "gentle"));
    player.begin().give(input::EndOfInput{}).pass_all();
    EXPECT_EQ(ending(player).status, Status::completed);
    EXPECT_EQ(player.all<event::Skipped>().size(), 2U);
}

TEST(Session, AModerateExerciseGroundsAndClosesWhenNobodyAnswers) {
    Player player(plan_around(asking_section));
    player.begin().give(input::EndOfInput{}).pass_all();
    EXPECT_EQ(ending(player).status, Status::closed_early);
    EXPECT_EQ(ending(player).reason, StopReason::unanswered);
    EXPECT_EQ(player.all<event::GroundingPhase>().size(), 2U);
    EXPECT_TRUE(player.passed_closing());
}

TEST(Session, AStrongExerciseBeginsOnlyWithAYes) {
    Player player(plan_around(asking_section, "strong"));
    player.begin().give(input::Continue{});
    ASSERT_TRUE(player.just<event::Consent>());
    player.give(input::Continue{});
    EXPECT_TRUE(player.just<event::Refused>());
    player.answer("yes");
    EXPECT_TRUE(player.just<event::SectionBegan>());
}

TEST(Session, AStrongExerciseDoesNotBeginWhenNobodyAnswers) {
    Player player(plan_around(asking_section, "strong"));
    player.begin().give(input::EndOfInput{}).pass_all();
    EXPECT_EQ(ending(player).status, Status::stopped);
    EXPECT_TRUE(player.all<event::SectionBegan>().empty());
}

TEST(Session, PausingStopsTheClock) {
    Player player = begun(silence_section);
    player.pass(seconds(3)).pass(seconds(5)).give(input::Pause{});
    EXPECT_FALSE(player.wake_at().has_value());
    player.pass(minutes(7));
    EXPECT_TRUE(player.fresh().empty());
    player.give(input::Resume{});
    ASSERT_TRUE(player.wake_at().has_value());
    EXPECT_EQ(*player.wake_at() - player.now(), seconds(25));
    player.pass_all();
    EXPECT_EQ(ending(player).paused, minutes(7));
    EXPECT_EQ(ending(player).practised, Milliseconds(3000 + 30000 + 1800 + 2600 + 20000));
}

TEST(Session, SuspensionFreezesTheClockWhereItWasLastLived) {
    Player player = begun(silence_section);
    player.pass(seconds(3)).pass(seconds(5)).pass(seconds(0));
    Session::Outcome none;
    player.pass(seconds(0));
    // The machine slept for an hour: the guide tells so instead of letting time pass.
    const auto events_before = player.events().size();
    Player asleep = begun(silence_section);
    asleep.pass(seconds(3)).pass(seconds(5));
    asleep.give(input::Suspend{});
    EXPECT_TRUE(asleep.just<event::Suspended>());
    EXPECT_FALSE(asleep.wake_at().has_value());
    asleep.give(input::Continue{});
    EXPECT_TRUE(asleep.just<event::Resumed>());
    EXPECT_EQ(*asleep.wake_at() - asleep.now(), seconds(25));
    EXPECT_EQ(events_before, player.events().size());
}

TEST(Session, PaceChangesSilencesButNeverTheClosing) {
    Player player = begun(silence_section);
    player.pass(seconds(3)).pass(seconds(10)).give(input::Pace{2});
    EXPECT_EQ(*player.wake_at() - player.now(), seconds(10)); // 20 s were left
    player.pass_to_next();
    EXPECT_EQ(*player.wake_at() - player.now(), Milliseconds(900));
    player.pass_to_next();
    EXPECT_EQ(*player.wake_at() - player.now(), Milliseconds(2600)); // closing: as written
}

TEST(Session, UntimedWaitsForThePerson) {
    SessionOptions options;
    options.untimed = true;
    Player player = begun(silence_section, "gentle", options);
    for (int step = 0; step < 5; ++step) {
        EXPECT_FALSE(player.wake_at().has_value()) << step;
        player.give(input::Continue{});
    }
    EXPECT_EQ(ending(player).status, Status::completed);
}

TEST(Session, BackReadsAgainAndNeverTakesAnAnswerBack) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "one", "text": "One?", "answer": "yes_no" }, { "kind": "say", "text": "Then." },
        { "kind": "if", "when": { "answer": "one", "is": true }, "then": [ { "kind": "say", "text": "It was yes." } ],
          "else": [ { "kind": "say", "text": "It was no." } ] } ] })");
    player.answer(true).give(input::Back{});
    ASSERT_TRUE(player.just<event::Asked>());
    ASSERT_TRUE(player.last<event::Asked>()->present.has_value());
    player.give(input::Continue{}); // the answer stands
    EXPECT_EQ(player.last<event::Said>()->text, "Then.");
    player.give(input::Back{}).answer(false); // or is changed; both are kept
    EXPECT_EQ(player.all<event::Answered>().size(), 2U);
    player.pass_to_next();
    EXPECT_EQ(player.last<event::Said>()->text, "It was no.");
}

TEST(Session, BackStaysInItsSection) {
    Player player = begun(asking_section);
    player.answer(1.0);
    ASSERT_EQ(player.last<event::SectionBegan>()->id, "kind");
    player.give(input::Back{});
    EXPECT_TRUE(player.just<event::Refused>());
}

TEST(Session, AQuestionSkippedInARepeatEndsTheRepeat) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "repeat", "times": 3, "steps": [ { "kind": "ask", "id": "more", "text": "More?", "answer": "yes_no" } ] },
        { "kind": "say", "text": "After." } ] })");
    player.answer(true);
    EXPECT_TRUE(player.just<event::Asked>());
    EXPECT_FALSE(player.last<event::Asked>()->present.has_value());
    player.give(input::Skip{});
    EXPECT_EQ(player.last<event::Said>()->text, "After.");
}

TEST(Session, RepeatLooksAtUntilAfterEachRound) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "repeat", "times": 3, "until": { "answer": "enough", "is": true },
          "steps": [ { "kind": "ask", "id": "enough", "text": "Enough?", "answer": "yes_no" } ] },
        { "kind": "say", "text": "After." } ] })");
    player.answer(false);
    EXPECT_TRUE(player.just<event::Asked>());
    player.answer(true);
    EXPECT_EQ(player.last<event::Said>()->text, "After.");
}

TEST(Session, WhatDoesNotFitIsRefusedAndChangesNothing) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "n", "text": "How much?", "answer": "scale", "lowest": 1, "highest": 5 } ] })");
    for (const AnswerValue& wrong : {AnswerValue(0.0), AnswerValue(6.0), AnswerValue(2.5), AnswerValue(true),
                                     AnswerValue(std::string("3"))}) {
        player.answer(wrong);
        EXPECT_TRUE(player.just<event::Refused>());
        EXPECT_EQ(player.fresh().size(), 1U);
    }
    player.answer(5.0);
    EXPECT_TRUE(player.just<event::Answered>());
}

TEST(Session, RecallShowsWhatWasWrittenOrSaysThatThereIsNothing) {
    const std::string sections = R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "words", "text": "Words?", "answer": "text", "optional": true },
        { "kind": "recall", "answer": "words", "text": "You wrote:", "otherwise": "Nothing was written, and that is fine." } ] })";
    Player writes = begun(sections);
    writes.answer("Be \x1b[31mgentle");
    EXPECT_EQ(writes.last<event::Recalled>()->value, "Be [31mgentle"); // no escape sequence survives
    Player silent = begun(sections);
    silent.give(input::Skip{});
    EXPECT_EQ(silent.last<event::Recalled>()->value, "");
    EXPECT_EQ(silent.last<event::Recalled>()->text, "Nothing was written, and that is fine.");
}

TEST(Session, RecallOfAnotherExerciseShowsAChoiceInTheWordsThatItHad) {
    SessionOptions options;
    options.earlier[{"signs", "known"}] = std::vector<std::string>{"tight", "gone_since"};
    options.earlier_options[{"signs", "known"}] = {{"tight", "A tight chest"}};
    const Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "recall", "answer": "known", "of": "signs", "text": "Your signs:", "otherwise": "None yet." } ] })",
                                "moderate", options);
    EXPECT_EQ(player.last<event::Recalled>()->value, "A tight chest\ngone_since");
}

TEST(Session, WordsMayBeKeptOrDeletedAtTheEnd) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "plan", "text": "Plan?", "answer": "text", "optional": true, "keep_as": "closing_plan" } ] })");
    player.answer("Tea, then a walk.").pass_all();
    ASSERT_TRUE(player.just<event::KeepAsked>());
    EXPECT_EQ(player.last<event::KeepAsked>()->keep_as, "closing_plan");
    player.answer("keep");
    ASSERT_NE(player.last<event::Kept>(), nullptr);
    EXPECT_EQ(player.last<event::Kept>()->text, "Tea, then a walk.");
    EXPECT_EQ(ending(player).status, Status::completed);
}

TEST(Session, WordsStayAsTheyWereWrittenButForControlCharacters) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "letter", "text": "A letter?", "answer": "text", "keep": "ask" } ] })");
    // Newer than any library, a mark of direction, a flag made of tags, a soft hyphen.
    const std::string written =
        "new \U0001FAE9, \u200F, \U0001F3F4\U000E0067\U000E0062\U000E007F, so\u00ADft\n\ttab";
    player.answer("\x1b" + written + "\r\xC2\x9B");
    ASSERT_TRUE(player.just<event::Answered>());
    EXPECT_EQ(player.last<event::Answered>()->value, AnswerValue(written));
    player.pass_all();
    ASSERT_NE(player.last<event::KeepAsked>(), nullptr);
    EXPECT_EQ(player.last<event::KeepAsked>()->text, written);

    Player unseen = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "letter", "text": "A letter?", "answer": "text" } ] })");
    unseen.answer(std::string("\u200F \u00AD"));
    EXPECT_TRUE(unseen.just<event::Refused>()) << "there is nothing to be seen in it";
}

TEST(Session, ASignalEndsItAsInterruptedWithEverythingKept) {
    Player player = begun(asking_section);
    player.answer(2.0).give(input::Interrupt{});
    EXPECT_EQ(ending(player).status, Status::interrupted);
    EXPECT_EQ(ending(player).reason, StopReason::signal);
    player.give(input::Continue{});
    EXPECT_TRUE(player.fresh().empty());
}

TEST(Session, WaitsForEnterOnlyWhereSomebodyIsThere) {
    const std::string sections = R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "say", "text": "Words.", "wait": "enter" } ] })";
    SessionOptions options;
    options.enter_waits = true;
    EXPECT_FALSE(begun(sections, "gentle", options).wake_at().has_value());
    EXPECT_TRUE(begun(sections, "gentle").wake_at().has_value());
    Player left_alone = begun(sections, "gentle", options);
    left_alone.give(input::EndOfInput{}).pass_all();
    EXPECT_EQ(ending(left_alone).status, Status::completed);
}

TEST(Session, BellsRingAtTheirTimes) {
    Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "pause", "for": "30s", "bell": "both", "bell_every": "12s" } ] })",
                          "gentle");
    player.pass_all();
    std::vector<Milliseconds> rung;
    Milliseconds began{};
    for (const auto& event : player.events()) {
        if (std::holds_alternative<event::SilenceBegan>(event.what) && rung.empty()) { began = event.at; }
        if (std::holds_alternative<event::Bell>(event.what)) { rung.push_back(event.at - began); }
    }
    EXPECT_EQ(rung, (std::vector<Milliseconds>{seconds(0), seconds(12), seconds(24), seconds(30)}));
}

TEST(Session, BellsKeepThePaceOfTheirSilence) {
    for (const double pace : {2.0, 0.5}) {
        SessionOptions options;
        options.pace = pace;
        Player player = begun(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
            { "kind": "pause", "for": "30s", "bell_every": "12s" } ] })",
                              "gentle", options);
        player.pass_all();
        std::vector<Milliseconds> rung;
        Milliseconds began{};
        for (const auto& event : player.events()) {
            if (std::holds_alternative<event::SilenceBegan>(event.what) && rung.empty()) { began = event.at; }
            if (std::holds_alternative<event::Bell>(event.what)) { rung.push_back(event.at - began); }
        }
        const auto at = [&](int second) { return Milliseconds(static_cast<int>(second * 1000 / pace)); };
        EXPECT_EQ(rung, (std::vector<Milliseconds>{at(12), at(24)})) << pace;
    }
}

TEST(Numb, TheSecondTimeClosingIsOfferedFirstAndGroundingStaysThere) {
    Player player = begun(asking_section);
    player.answer(Numb{});
    EXPECT_EQ(player.last<event::Offered>()->default_choice, choice::ground);
    player.answer(std::string(choice::go_on));
    while (player.last<event::CheckInAsked>()->question.id != "after" && player.pass_to_next()) {}
    player.answer(Numb{});
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::numb);
    EXPECT_EQ(player.last<event::Offered>()->default_choice, choice::close);
    EXPECT_THAT(player.last<event::Offered>()->choices, testing::Contains(choice::ground));
    player.give(input::Continue{});
    EXPECT_TRUE(player.passed_closing());
    EXPECT_EQ(player.all<event::GroundingPhase>().size(), 0U);
}

TEST(Numb, InAStrongExerciseClosingIsOfferedFirstAtOnce) {
    Player player(plan_around(asking_section, "strong"));
    player.begin();
    player.give(input::Continue{});
    player.answer(true);
    player.answer(Numb{});
    EXPECT_EQ(player.last<event::Offered>()->default_choice, choice::close);
}

TEST(Support, IsNamedOnceForEachRatingThatCallsForIt) {
    Player player = begun(asking_section);
    player.answer(10.0);
    player.pass_all(); // through the grounding, to the offer behind it
    EXPECT_EQ(player.all<event::SupportShown>().size(), 1U);
    player.answer(std::string(choice::close));
    player.pass_all();
    EXPECT_TRUE(player.ended());
    EXPECT_EQ(player.all<event::SupportShown>().size(), 1U) << "not again in the closing";

    Player again = begun(asking_section);
    again.answer(10.0);
    again.pass_all();
    again.answer(std::string(choice::go_on));
    while (again.last<event::CheckInAsked>()->question.id != "after" && again.pass_to_next()) {}
    again.answer(9.0);
    again.pass_all();
    EXPECT_EQ(again.all<event::SupportShown>().size(), 2U) << "another rating is another moment";
}
