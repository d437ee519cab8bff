// SPDX-License-Identifier: MIT
// Whole practices by people of several kinds: that all goes well, that what does not is found, and can be
// played again.
#include "session/play.hpp"

#include "exercise/guided_time.hpp"
#include "session/transcript.hpp"
#include "support/exercises.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

PlayRequest request_for(const std::shared_ptr<const Plan>& plan, std::uint64_t practices) {
    const Ways ways(*plan);
    return {{{plan, shortest_way(*plan, ways, Stretch::fitted).guided,
              longest_way(*plan, ways, Stretch::fitted).guided}},
            practices,
            1};
}

bool always(std::uint64_t) { return true; }

} // namespace

TEST(Play, ShippedExercisesHoldForEverybody) {
    for (const char* id : {"look", "feet", "open-close", "kind-pause"}) {
        const auto plan = plan_of(shipped_exercise(id));
        const Played played = play(request_for(plan, 500), always);
        EXPECT_FALSE(played.counterexample) << id << ": " << played.counterexample->broken;
        EXPECT_EQ(played.practices, 500U);
        EXPECT_GT(played.endings.at(Status::completed), 0U) << id;
        EXPECT_GT(played.endings.at(Status::stopped), 0U) << id;
    }
}

TEST(Play, CountsEveryStepThatIsMet) {
    const auto plan = plan_of(shipped_exercise("kind-pause"));
    const Played played = play(request_for(plan, 500), always);
    for (std::size_t at = 0; at < plan->instructions.size(); ++at) {
        if (!is_step(plan->instructions[at])) { continue; }
        EXPECT_TRUE(played.met.contains(plan->instructions[at].written)) << plan->instructions[at].path;
    }
}

TEST(Play, WhatDoesNotHoldIsFoundAndPlayedAgain) {
    const auto plan = plan_of(shipped_exercise("look"));
    PlayRequest request = request_for(plan, 1000);
    request.plans.front().longest = std::chrono::seconds(10); // a computation that is wrong
    const Played played = play(request, always);
    ASSERT_TRUE(played.counterexample);
    EXPECT_EQ(played.counterexample->persona, Persona::calm);
    EXPECT_NE(played.counterexample->broken.find("were computed"), std::string::npos);
    EXPECT_LT(played.practices, 1000U);
    ASSERT_FALSE(played.counterexample->transcript.empty());

    request.seed = played.counterexample->seed;
    request.practices = 1;
    const Played again = play(request, always);
    ASSERT_TRUE(again.counterexample);
    EXPECT_EQ(again.counterexample->transcript, played.counterexample->transcript);
    EXPECT_EQ(transcript_of(request, request.seed).lines, played.counterexample->transcript);
}

TEST(Play, AnswersFitWhateverNumbersAreAskedFor) {
    for (const char* bounds : {R"("highest": -5)", R"("lowest": 2147483647)", R"("highest": -2147483647)",
                               R"("lowest": -2147483647, "highest": 2147483647)"}) {
        const auto plan = plan_of(exercise_from(
            exercise_around(std::string(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
            { "kind": "ask", "id": "n", "text": "How many?", "answer": "number", )") +
                            bounds + R"( }, { "kind": "say", "text": "b" } ] })")));
        const Played played = play(request_for(plan, 200), always);
        EXPECT_FALSE(played.counterexample) << bounds << ": " << played.counterexample->broken;
        EXPECT_GT(played.endings.at(Status::completed), 0U) << bounds;
    }
}

TEST(Play, TheSameSeedIsTheSamePractice) {
    const PlayRequest request = request_for(plan_of(shipped_exercise("kind-pause")), 1);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        EXPECT_EQ(transcript_of(request, seed).lines, transcript_of(request, seed).lines);
    }
}

TEST(Play, EverybodyGetsATurn) {
    const PlayRequest request = request_for(plan_of(shipped_exercise("look")), 1);
    std::map<Persona, int> turns;
    for (std::uint64_t seed = 0; seed < 200; ++seed) { ++turns[transcript_of(request, seed).persona]; }
    EXPECT_EQ(turns.size(), all_personas().size());
}

TEST(Play, EndsWhenItIsAskedTo) {
    const PlayRequest request = request_for(plan_of(shipped_exercise("look")), 100000);
    const Played played = play(request, [](std::uint64_t done) { return done < 100; });
    EXPECT_LT(played.practices, 300U);
}

TEST(Play, ANameLeftInBracesIsFound) {
    auto plan = std::make_shared<Plan>(*plan_of(shipped_exercise("look")));
    std::get<Line>(plan->instructions.front().what).text = "Hello, {name}";
    const Played played = play(request_for(plan, 10), always);
    ASSERT_TRUE(played.counterexample);
    EXPECT_EQ(played.counterexample->transcript, std::vector<std::string>{"Hello, {name}"});
}

TEST(Play, OnePersonaPlaysThemAll) {
    PlayRequest request = request_for(plan_of(shipped_exercise("kind-pause")), 1);
    for (const Persona persona : all_personas()) {
        request.persona = persona;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Transcript transcript = transcript_of(request, seed);
            EXPECT_EQ(transcript.persona, persona);
            EXPECT_EQ(transcript.broken, "") << in_words(persona) << ", seed " << seed;
            EXPECT_FALSE(transcript.events.empty());
        }
    }
}

TEST(Play, PersonasHaveWordsOfTheirOwn) {
    std::set<std::string> words;
    std::set<std::string> names;
    for (const Persona persona : all_personas()) {
        words.insert(word(persona));
        names.insert(in_words(persona));
    }
    EXPECT_EQ(words.size(), all_personas().size());
    EXPECT_EQ(names.size(), all_personas().size());
}

TEST(Play, NumbIsSaidAtEveryCheckIn) {
    PlayRequest request = request_for(plan_of(shipped_exercise("kind-pause")), 1);
    request.persona = Persona::numb;
    int check_ins = 0;
    for (const auto& event : transcript_of(request, 1).events) {
        const auto* answered = std::get_if<event::Answered>(&event.what);
        if (answered == nullptr || !answered->check_in) { continue; }
        ++check_ins;
        EXPECT_TRUE(std::holds_alternative<Numb>(answered->value));
    }
    EXPECT_EQ(check_ins, 2);
}

TEST(Play, WhoGroundsAnywhereAlsoGoesBack) {
    PlayRequest request = request_for(plan_of(shipped_exercise("kind-pause")), 1);
    request.persona = Persona::grounds;
    int read_again = 0;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        for (const auto& event : transcript_of(request, seed).events) {
            const auto* asked = std::get_if<event::Asked>(&event.what);
            const auto* check_in = std::get_if<event::CheckInAsked>(&event.what);
            read_again += (asked != nullptr && asked->present) || (check_in != nullptr && check_in->present);
        }
    }
    EXPECT_GT(read_again, 0);
}

TEST(Play, GoingBackIsTriedInRepeatsToo) {
    const auto plan =
        plan_of(exercise_from(exercise_around(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
            { "kind": "repeat", "times": 2, "steps": [ { "kind": "check_in", "id": "now", "text": "Now?" } ] },
            { "kind": "say", "text": "b" }, { "kind": "pause", "for": "1m" } ] })",
                                              "gentle")));
    PlayRequest request = request_for(plan, 2000);
    request.persona = Persona::grounds;
    const Played played = play(request, always);
    EXPECT_FALSE(played.counterexample) << played.counterexample->broken;
}

TEST(Play, AStrongOneIsNeverBegunWithoutAYes) {
    const auto plan =
        plan_of(exercise_from(exercise_around(R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
            { "kind": "check_in", "id": "now", "text": "Now?" }, { "kind": "say", "text": "b" } ] })",
                                              "strong")));
    PlayRequest request = request_for(plan, 5000);
    request.persona = Persona::grounds;
    const Played played = play(request, always);
    EXPECT_FALSE(played.counterexample) << played.counterexample->broken;
}

TEST(Play, PracticesDifferWhereWhatCanBeChosenDiffers) {
    const auto print = [](std::vector<std::string> choices, const char* by_default) {
        return fingerprint(
            {Milliseconds{}, event::Offered{OfferReason::stop, std::move(choices), by_default}}, 0);
    };
    EXPECT_EQ(print({choice::close, choice::stop}, choice::close),
              print({choice::close, choice::stop}, choice::close));
    EXPECT_NE(print({choice::close, choice::stop}, choice::close),
              print({choice::go_on, choice::stop}, choice::close));
    EXPECT_NE(print({choice::close, choice::stop}, choice::close),
              print({choice::close, choice::stop}, choice::stop));
    const auto answered = [](AnswerValue value) {
        return fingerprint(
            {Milliseconds{}, event::Answered{"q", std::move(value), {}, std::nullopt, std::nullopt}}, 0);
    };
    EXPECT_NE(answered(1.0), answered(2.0));
    EXPECT_NE(answered(1.0), answered(Numb{}));
}

TEST(Play, GivenAnswersComeFirstAndInTurn) {
    PlayRequest request = request_for(plan_of(shipped_exercise("kind-pause")), 1);
    request.persona = Persona::calm;
    request.answers["start"] = {std::nullopt};
    request.answers["words"] = {std::string("feel_false")};
    request.answers["after_kindness"] = {AnswerValue(7.0)};
    request.answers[at_offers] = {std::string(choice::close)};
    const Transcript transcript = transcript_of(request, 1);
    EXPECT_EQ(transcript.broken, "");
    const auto has = [&](const std::string& line) {
        return std::any_of(transcript.lines.begin(), transcript.lines.end(),
                           [&](const std::string& one) { return one.ends_with(line); });
    };
    EXPECT_TRUE(has("> skip start"));
    EXPECT_TRUE(has("> words feel_false"));
    EXPECT_TRUE(has("> after_kindness 7"));
    EXPECT_TRUE(has("> distress close"));
}
