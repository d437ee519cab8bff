// SPDX-License-Identifier: MIT
// A strong exercise behind its first check-in, the short warning of what is known, and ratings that a person
// does not want to be asked for.
#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::HasSubstr;

namespace {

const std::string asking_sections = R"({ "id": "how", "title": "How", "purpose": "arrive", "steps": [
    { "kind": "check_in", "id": "start", "text": "How distressed?" },
    { "kind": "ask", "id": "kind_before", "text": "How kind?", "answer": "scale", "lowest": 0, "highest": 10,
      "measure": "kindness_0_10" } ] },
  { "id": "kind", "title": "Kind", "component": "kindness", "purpose": "soothe", "steps": [
    { "kind": "say", "text": "May I be kind." },
    { "kind": "check_in", "id": "after", "text": "How now?", "about": "backdraft" },
    { "kind": "ask", "id": "other", "text": "How here?", "answer": "scale", "lowest": 0, "highest": 10,
      "measure": "here_0_10" },
    { "kind": "say", "text": "There." } ] })";

/// Begun with a yes, at its first check-in.
Player strong_one() {
    Player player(plan_of(exercise_from(exercise_around(asking_sections, "strong"))));
    player.begin().give(input::Continue{}).answer(true).pass_all();
    return player;
}

std::size_t times_asked(const Player& player) { return player.all<event::Consent>().size(); }

/// The ids of what a plan asks.
std::vector<std::string> asked_by(const std::string& intensity, RatingsAsked ratings) {
    ExpandRequest request;
    request.ratings = ratings;
    const auto exercise = exercise_from(exercise_around(asking_sections, intensity));
    const auto expanded = expand(exercise, shipped_fragments(), request);
    std::vector<std::string> ids;
    for (const auto& instruction : expanded.plan->instructions) {
        if (const auto* one = std::get_if<CheckInQuestion>(&instruction.what)) { ids.push_back(one->id); }
        if (const auto* one = std::get_if<Question>(&instruction.what)) { ids.push_back(one->id); }
        if (const auto* line = std::get_if<Line>(&instruction.what);
            line != nullptr && line->text.find("grounding is there") != std::string::npos) {
            ids.emplace_back("(grounding)");
        }
    }
    return ids;
}

} // namespace

TEST(AskedAgain, AFirstRatingUpToFiveGoesOn) {
    Player player = strong_one();
    player.answer(4.0);
    EXPECT_TRUE(player.just<event::Asked>());
    EXPECT_EQ(times_asked(player), 1U);
}

TEST(AskedAgain, AboveFiveGoingOnNeedsAYes) {
    Player player = strong_one();
    player.answer(6.0);
    ASSERT_TRUE(player.just<event::Offered>());
    player.answer(std::string(choice::go_on));
    ASSERT_TRUE(player.just<event::Consent>());
    EXPECT_THAT(player.last<event::Consent>()->unmet, testing::ElementsAre(HasSubstr("5 or lower")));
    player.give(input::Continue{});
    EXPECT_TRUE(player.just<event::Refused>());
    player.answer(true);
    EXPECT_TRUE(player.just<event::Asked>());
    EXPECT_EQ(player.last<event::Asked>()->question.id, "kind_before");
}

TEST(AskedAgain, ANoLeadsToTheClosing) {
    Player player = strong_one();
    player.answer(6.0).answer(std::string(choice::go_on)).answer(false).pass_all();
    EXPECT_TRUE(player.passed_closing());
    ASSERT_TRUE(player.ended());
    EXPECT_EQ(player.last<event::Ended>()->status, Status::closed_early);
    EXPECT_EQ(player.last<event::Ended>()->reason, StopReason::distress);
}

TEST(AskedAgain, AlsoBehindTheGrounding) {
    Player player = strong_one();
    player.answer(8.0).pass_all();
    ASSERT_NE(player.last<event::Offered>(), nullptr);
    player.answer(std::string(choice::go_on));
    EXPECT_TRUE(player.just<event::Consent>());
}

TEST(AskedAgain, NumbOrWithoutAnAnswer) {
    Player numb = strong_one();
    numb.answer(Numb{}).answer(std::string(choice::go_on));
    EXPECT_TRUE(numb.just<event::Consent>());
    Player skipped = strong_one();
    skipped.give(input::Skip{}).answer(std::string(choice::go_on));
    EXPECT_TRUE(skipped.just<event::Consent>());
}

TEST(AskedAgain, OnlyBehindTheFirst) {
    Player player = strong_one();
    player.answer(2.0).give(input::Skip{}).pass_all();
    player.answer(6.0);
    ASSERT_TRUE(player.just<event::Offered>());
    player.answer(std::string(choice::go_on));
    EXPECT_EQ(times_asked(player), 1U);
}

TEST(AskedAgain, NobodyIsTakenToTheClosing) {
    Player player = strong_one();
    player.answer(6.0).answer(std::string(choice::go_on));
    ASSERT_TRUE(player.just<event::Consent>());
    player.give(input::EndOfInput{}).pass_all();
    EXPECT_TRUE(player.passed_closing());
    EXPECT_TRUE(player.ended());
}

TEST(AskedAgain, GroundingStopAndCloseAreThereMeanwhile) {
    for (const int way : {0, 1, 2}) {
        Player player = strong_one();
        player.answer(6.0).answer(std::string(choice::go_on));
        if (way == 0) { player.give(input::Ground{}); }
        if (way == 1) { player.give(input::Stop{}); }
        if (way == 2) { player.give(input::Close{}); }
        player.pass_all();
        if (way == 1) { // the closing is offered, as everywhere in a practice
            ASSERT_TRUE(player.just<event::Offered>());
            EXPECT_EQ(player.last<event::Offered>()->default_choice, choice::close);
            EXPECT_EQ(player.last<event::Offered>()->reason, OfferReason::stop);
            player.give(input::Continue{}).pass_all();
        }
        EXPECT_TRUE(player.ended()) << way;
        EXPECT_TRUE(player.passed_closing()) << way;
        EXPECT_EQ(player.all<event::GroundingPhase>().empty(), way != 0) << way;
    }
}

TEST(AskedAgain, ASecondStopThereLeaves) {
    Player player = strong_one();
    player.answer(6.0).answer(std::string(choice::go_on)).give(input::Stop{}).give(input::Stop{});
    ASSERT_TRUE(player.ended());
    EXPECT_EQ(player.last<event::Ended>()->status, Status::stopped);
}

TEST(AskedAgain, WhoGoesOnBehindAStopOrAGroundingIsAskedAgain) {
    for (const bool grounds : {false, true}) {
        Player player = strong_one();
        player.answer(6.0).answer(std::string(choice::go_on));
        if (grounds) { player.give(input::Ground{}); }
        player.give(input::Stop{}).answer(std::string(choice::go_on));
        ASSERT_TRUE(player.just<event::Consent>()) << grounds;
        EXPECT_TRUE(player.last<event::Consent>()->begun);
        player.answer(true);
        ASSERT_TRUE(player.just<event::Asked>()) << "behind the check-in, not at the beginning again";
        EXPECT_EQ(player.last<event::Asked>()->question.id, "kind_before");
    }
}

TEST(AskedAgain, NotInTheClosing) {
    const std::string asks = R"({ "id": "how", "title": "How", "purpose": "arrive", "steps": [
        { "kind": "say", "text": "Hello there." } ] })";
    std::string json = exercise_around(asks, "strong");
    const std::string last = R"({ "kind": "say", "text": "Look around the room." })";
    json.insert(json.find(last), R"({ "kind": "check_in", "id": "end", "text": "How now?" }, )");
    Player player(plan_of(exercise_from(json)));
    player.begin().give(input::Continue{}).answer(true).give(input::Close{}).answer(6.0);
    ASSERT_TRUE(player.just<event::Offered>());
    player.answer(std::string(choice::go_on));
    EXPECT_TRUE(player.just<event::Said>());
    EXPECT_EQ(times_asked(player), 1U);
}

TEST(FirstYes, IsStillNeededBehindAGroundingThatCameBeforeIt) {
    for (const bool at_consent : {false, true}) {
        SessionOptions options;
        options.unmet = {"one thing"};
        Player player(plan_of(exercise_from(exercise_around(asking_sections, "strong"))), options);
        player.begin();
        if (at_consent) { player.give(input::Continue{}); }
        player.give(input::Ground{}).give(input::Stop{});
        ASSERT_TRUE(player.just<event::Offered>());
        player.answer(std::string(choice::go_on));
        ASSERT_TRUE(player.just<event::Consent>()) << at_consent;
        EXPECT_THAT(player.last<event::Consent>()->unmet, testing::ElementsAre("one thing"));
        EXPECT_FALSE(player.last<event::Consent>()->begun);
        player.answer(true);
        EXPECT_TRUE(player.just<event::CheckInAsked>());
        EXPECT_EQ(player.last<event::SectionBegan>()->id, "how");
    }
}

TEST(FirstYes, NobodyThereIsTakenToTheClosing) {
    Player player(plan_of(exercise_from(exercise_around(asking_sections, "strong"))));
    player.begin().give(input::Ground{}).give(input::Stop{}).answer(std::string(choice::go_on));
    ASSERT_TRUE(player.just<event::Consent>());
    player.give(input::EndOfInput{}).pass_all();
    ASSERT_TRUE(player.ended());
    EXPECT_TRUE(player.passed_closing());
    EXPECT_TRUE(player.all<event::CheckInAsked>().empty());
}

TEST(AskedAgain, OthersAreNotAsked) {
    Player player(plan_of(exercise_from(exercise_around(asking_sections, "moderate"))));
    player.begin().give(input::Continue{}).pass_all();
    player.answer(6.0).answer(std::string(choice::go_on));
    EXPECT_TRUE(player.just<event::Asked>());
    EXPECT_EQ(times_asked(player), 0U);
}

TEST(BriefWarning, IsOneLineOfGentleOnesAlone) {
    for (const char* intensity : {"gentle", "moderate", "strong"}) {
        SessionOptions options;
        options.brief_warning = true;
        const auto plan = plan_of(exercise_from(exercise_around(asking_sections, intensity)));
        Player player(plan, options);
        player.begin();
        const std::string& text = player.last<event::Warning>()->text;
        EXPECT_EQ(text == plan->warning, std::string(intensity) != "gentle") << text;
        EXPECT_LE(text.size(), 300U);
        EXPECT_EQ(text.find('\n'), std::string::npos);
        player.pass_to_next(); // it goes on by itself as before
        EXPECT_EQ(player.just<event::Consent>(), std::string(intensity) == "strong");
    }
}

TEST(RatingsAsked, AsThePersonPrefers) {
    using testing::ElementsAre;
    EXPECT_THAT(asked_by("gentle", {true, true}), ElementsAre("start", "kind_before", "after", "other"));
    EXPECT_THAT(asked_by("gentle", {true, false}), ElementsAre("start", "kind_before", "other"));
    EXPECT_THAT(asked_by("gentle", {false, false}), ElementsAre("other"));
    EXPECT_THAT(asked_by("moderate", {true, false}),
                ElementsAre("start", "kind_before", "(grounding)", "other"));
    EXPECT_THAT(asked_by("moderate", {false, false}), ElementsAre("(grounding)", "other"));
    EXPECT_THAT(asked_by("strong", {false, false}), ElementsAre("start", "kind_before", "after", "other"));
}
