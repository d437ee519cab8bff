// SPDX-License-Identifier: MIT
// A practice that broke off and goes on: the engine built again from a checkpoint, and the offer before it.
#include "session/player.hpp"
#include "session/resume_offer.hpp"
#include "session/summary.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using std::chrono::seconds;
using testing::ElementsAre;

namespace {

const std::string sections = R"({ "id": "how", "title": "How", "purpose": "arrive", "steps": [
    { "kind": "check_in", "id": "start", "text": "How distressed?" },
    { "kind": "ask", "id": "where", "text": "Where?", "answer": "choice", "options": [
      { "id": "body", "text": "In my body" }, { "id": "nowhere", "text": "Nowhere" } ] } ] },
  { "id": "kind", "title": "Kind", "component": "kindness", "purpose": "soothe", "steps": [
    { "kind": "recall", "answer": "where", "text": "You said:" },
    { "kind": "if", "when": { "answer": "where", "is": "body" }, "then": [ { "kind": "say", "text": "Body." } ],
      "else": [ { "kind": "say", "text": "Elsewhere." } ] },
    { "kind": "ask", "id": "line", "text": "One line?", "answer": "text", "optional": true },
    { "kind": "check_in", "id": "after", "text": "How now?", "about": "backdraft" },
    { "kind": "say", "text": "There." } ] })";

Checkpoint at_kind() {
    Checkpoint checkpoint;
    checkpoint.section = "kind";
    checkpoint.answers = {{"start", "how/start", 4.0}, {"where", "how/where", std::string("body")}};
    checkpoint.lowest_rating = checkpoint.last_rating = 4;
    checkpoint.practised = seconds(100);
    checkpoint.paused = seconds(7);
    return checkpoint;
}

/// Begun, past the warning.
Player resumed(const Checkpoint& checkpoint, std::map<std::string, std::string> drafts = {}) {
    SessionOptions options;
    options.checkpoint = checkpoint;
    options.drafts = std::move(drafts);
    Player player(plan_of(exercise_from(exercise_around(sections))), std::move(options));
    player.begin();
    EXPECT_TRUE(player.just<event::Warning>()) << "what to know before is always shown again";
    player.give(input::Continue{});
    return player;
}

Checkpoint after_something_hard() {
    Checkpoint checkpoint = at_kind();
    checkpoint.last_rating = 9;
    checkpoint.check_in_first = true;
    return checkpoint;
}

std::vector<std::string> section_ids(const Player& player) {
    std::vector<std::string> ids;
    for (const auto& section : player.all<event::SectionBegan>()) { ids.push_back(section.id); }
    return ids;
}

std::string text_of(const std::vector<Event>& events) {
    for (const auto& event : events) {
        if (const auto* refused = std::get_if<event::Refused>(&event.what)) { return refused->why; }
    }
    return {};
}

} // namespace

TEST(Resuming, BeginsWithTheSectionAndRemembersWhatWasSaid) {
    Player player = resumed(at_kind());
    EXPECT_THAT(section_ids(player), ElementsAre("kind"));
    EXPECT_EQ(player.last<event::Recalled>()->value, "In my body");
    player.pass_all();
    EXPECT_EQ(player.all<event::Said>().back().text, "Body.");
    EXPECT_TRUE(player.just<event::Asked>());
}

TEST(Resuming, TimesGoOnFromWhatTheyWere) {
    Player player = resumed(at_kind());
    player.pass(seconds(1)).give(input::Stop{}).give(input::Stop{});
    EXPECT_EQ(player.last<event::Ended>()->practised, seconds(101));
    EXPECT_EQ(player.last<event::Ended>()->paused, seconds(7));
}

TEST(Resuming, LeavingAtTheWarningAddsNothing) {
    SessionOptions options;
    options.checkpoint = at_kind();
    options.enter_waits = true;
    Player player(plan_of(exercise_from(exercise_around(sections))), options);
    player.begin().pass(seconds(60)).give(input::Stop{});
    EXPECT_EQ(player.last<event::Ended>()->practised, seconds(100));
}

TEST(Resuming, AnAnswerOfThatSectionStandsUntilItIsChangedButARatingIsAskedAnew) {
    Checkpoint checkpoint = at_kind();
    checkpoint.answers.push_back({"line", "kind/line", std::string("A walk.")});
    checkpoint.answers.push_back({"after", "kind/after", 3.0});
    Player player = resumed(checkpoint);
    player.pass_all();
    ASSERT_TRUE(player.last<event::Asked>()->present.has_value());
    EXPECT_EQ(*player.last<event::Asked>()->present, AnswerValue(std::string("A walk.")));
    player.give(input::Continue{});
    EXPECT_TRUE(player.all<event::Skipped>().empty());
    ASSERT_TRUE(player.just<event::CheckInAsked>());
    EXPECT_FALSE(player.last<event::CheckInAsked>()->present.has_value());
    player.give(input::Continue{});
    EXPECT_TRUE(player.just<event::Refused>());
}

TEST(Resuming, ARiseIsMeasuredAgainstTheLowestRatingOfTheWholePractice) {
    Checkpoint checkpoint = at_kind();
    checkpoint.lowest_rating = 2;
    Player player = resumed(checkpoint);
    player.pass_all().give(input::Skip{}).answer(4.0);
    ASSERT_TRUE(player.just<event::Offered>());
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::rise);
}

TEST(Resuming, ADraftStandsAtItsQuestionOnce) {
    Player player = resumed(at_kind(), {{"line", "Dear"}, {"where", "not for a choice"}});
    player.pass_all();
    ASSERT_EQ(player.all<event::Restored>().size(), 1U);
    EXPECT_EQ(player.last<event::Restored>()->id, "line");
    EXPECT_EQ(player.last<event::Restored>()->draft, "Dear");
    player.give(input::Ground{}).pass_all();
    player.answer(std::string("go_on"));
    EXPECT_TRUE(player.just<event::Asked>());
    EXPECT_EQ(player.all<event::Restored>().size(), 1U) << "whoever shows it has it";
}

TEST(Resuming, AfterSomethingHardItAsksFirstAndNeverGoesStraightOn) {
    for (const double rating : {0.0, 3.0, 6.0}) {
        Player player = resumed(after_something_hard());
        ASSERT_TRUE(player.just<event::CheckInAsked>());
        EXPECT_TRUE(section_ids(player).empty());
        player.answer(rating);
        ASSERT_TRUE(player.just<event::Offered>()) << rating;
        EXPECT_EQ(player.last<event::Offered>()->default_choice, "ground");
        EXPECT_THAT(player.last<event::Offered>()->choices,
                    testing::UnorderedElementsAre("ground", "close", "go_on"));
        EXPECT_TRUE(section_ids(player).empty());
        player.answer(std::string("go_on"));
        EXPECT_THAT(section_ids(player), ElementsAre("kind"));
    }
}

TEST(Resuming, StillHardLeadsToGroundingAndThenClosingIsTheDefault) {
    Player player = resumed(after_something_hard());
    player.answer(9.0);
    EXPECT_TRUE(player.just<event::GroundingPhase>());
    player.pass_all();
    EXPECT_EQ(player.last<event::Offered>()->default_choice, "close");
    player.give(input::Continue{}).pass_all();
    EXPECT_EQ(player.last<event::Ended>()->status, Status::closed_early);
    EXPECT_EQ(player.last<event::Ended>()->reason, StopReason::distress);
}

TEST(Resuming, NumbIsNoNumberThereEither) {
    Player player = resumed(after_something_hard());
    player.answer(std::string("numb"));
    EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::numb);
}

TEST(Resuming, ARatingThatIsLeftOutIsUnknownAndTakesTheCautiousWay) {
    Player player = resumed(after_something_hard());
    player.give(input::Skip{});
    EXPECT_EQ(player.last<event::Offered>()->default_choice, "ground");
    player.give(input::Continue{}).pass_all();
    EXPECT_EQ(player.last<event::Offered>()->default_choice, "close");
    Player nobody = resumed(after_something_hard());
    nobody.give(input::EndOfInput{}).pass_all();
    EXPECT_EQ(nobody.last<event::Ended>()->status, Status::closed_early);
    EXPECT_EQ(nobody.last<event::Ended>()->reason, StopReason::unanswered);
    EXPECT_TRUE(section_ids(nobody).size() == 2 && nobody.passed_closing()) << "grounding, then the closing";
}

TEST(Resuming, StopAndBackAtTheFirstQuestionComesBackToIt) {
    Player player = resumed(after_something_hard());
    player.give(input::Back{});
    EXPECT_TRUE(player.just<event::Refused>());
    player.give(input::Stop{}).answer(std::string("go_on"));
    EXPECT_TRUE(player.just<event::CheckInAsked>());
    player.give(input::Ground{}).pass_all();
    player.answer(std::string("go_on"));
    EXPECT_THAT(section_ids(player).back(), "kind");
}

TEST(Resuming, TheClosingEndsAsItWasGoneTo) {
    for (const StopReason reason : {StopReason::none, StopReason::person, StopReason::distress}) {
        Checkpoint checkpoint = at_kind();
        checkpoint.section = "close";
        checkpoint.closing = reason;
        Player player = resumed(checkpoint);
        player.pass_all();
        const auto* ended = player.last<event::Ended>();
        EXPECT_EQ(ended->status, reason == StopReason::none ? Status::completed : Status::closed_early);
        EXPECT_EQ(ended->reason, reason);
    }
    Checkpoint hard = after_something_hard();
    hard.section = "close";
    Player player = resumed(hard);
    player.answer(2.0).answer(std::string("close")).pass_all();
    EXPECT_EQ(player.last<event::Ended>()->status, Status::completed) << "the rest had been done before";
}

TEST(Resuming, EveryClosingThatIsGoneToEarlySaysWhy) {
    Player player(plan_of(exercise_from(exercise_around(sections))));
    player.begin().give(input::Continue{}).give(input::Close{});
    EXPECT_EQ(player.last<event::SectionBegan>()->early, StopReason::person);
}

TEST(Resuming, FromEverySectionOfEveryShippedExerciseItComesToAnEnd) {
    for (const char* id : {"look", "feet", "open-close", "kind-pause"}) {
        const auto plan = plan_of(shipped_exercise(id));
        for (const auto& section : plan->sections) {
            if (section.role == Role::grounding) { continue; }
            for (const bool hard : {false, true}) {
                SessionOptions options;
                options.checkpoint = Checkpoint{};
                options.checkpoint->section = section.id;
                options.checkpoint->check_in_first = hard;
                Player player(plan, options);
                player.begin().give(input::EndOfInput{}).pass_all();
                EXPECT_TRUE(player.ended() && player.passed_closing()) << id << " " << section.id;
            }
        }
    }
}

TEST(Resuming, FiguresGoOnFromTheFirstPart) {
    Summary::Before before;
    before.distress.before = 7;
    before.distress.first = "arrive/start";
    before.distress.first_is_before = true;
    before.lowest_rating = 4;
    before.past_arrival = true;
    before.groundings = 1;
    before.skipped = 2;
    Summary summary(before);
    Player player = resumed(at_kind());
    player.pass_all().give(input::Skip{}).answer(6.0);
    for (const auto& event : player.events()) { summary.observe(event); }
    EXPECT_EQ(summary.distress_before(), 7) << "still the first one";
    EXPECT_EQ(summary.distress_after(), 6);
    EXPECT_EQ(summary.backdraft(), Summary::Backdraft::noticed);
    EXPECT_EQ(summary.skipped(), 3);
    EXPECT_EQ(summary.groundings(), 1);
}

TEST(TheOffer, TakesOneOfItsChoicesAndNothingElse) {
    ResumeOffer offer(true, false);
    const auto shown = offer.advance(input::Begin{});
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(std::get<event::Offered>(shown[0].what).default_choice, "go_on");
    EXPECT_NE(text_of(offer.advance(input::Answer{3.0})), "");
    EXPECT_NE(text_of(offer.advance(input::Pause{})), "");
    EXPECT_FALSE(offer.chosen());
    (void)offer.advance(input::Answer{std::string("begin_again")});
    EXPECT_EQ(offer.chosen(), ResumeOffer::Choice::begin_again);
    EXPECT_TRUE(offer.advance(input::Continue{}).empty());
}

TEST(TheOffer, BeginsAgainByDefaultWhereTheExerciseHasChanged) {
    for (const bool can_go_on : {true, false}) {
        ResumeOffer offer(can_go_on, true);
        EXPECT_EQ(std::get<event::Offered>(offer.advance(input::Begin{})[0].what).choices.size(),
                  can_go_on ? 3U : 2U);
        (void)offer.advance(input::Continue{});
        EXPECT_EQ(offer.chosen(), ResumeOffer::Choice::begin_again);
    }
    ResumeOffer cannot(false, true);
    EXPECT_NE(text_of(cannot.advance(input::Answer{std::string("go_on")})), "");
}

TEST(TheOffer, LeavesEverythingAsItIsWhenNobodyChooses) {
    const Input leaving[] = {input::Stop{}, input::Close{}, input::EndOfInput{}};
    for (const auto& input : leaving) {
        ResumeOffer offer(true, false);
        (void)offer.advance(input::Begin{});
        (void)offer.advance(input);
        EXPECT_EQ(offer.chosen(), ResumeOffer::Choice::leave);
    }
    ResumeOffer offer(true, false);
    (void)offer.advance(input::Interrupt{});
    EXPECT_EQ(offer.chosen(), ResumeOffer::Choice::interrupted);
    ResumeOffer steady(true, false);
    (void)steady.advance(input::Ground{});
    EXPECT_EQ(steady.chosen(), ResumeOffer::Choice::ground);
}
