// SPDX-License-Identifier: MIT
// The rules of today's suggestion: one by one, and what holds whatever happened before.
#include "person/suggestion.hpp"

#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::AnyOf;
using testing::StrEq;

constexpr DayNumber day = 20000;

SuggestionChoice choice(const std::string& id, Intensity intensity = Intensity::gentle, int usual = 5,
                        int shortest = 2) {
    return {id, intensity, Audience::everyone, std::chrono::minutes(shortest), std::chrono::minutes(usual)};
}

std::vector<SuggestionChoice> library() {
    const auto moderate = Intensity::moderate;
    std::vector<SuggestionChoice> all{choice("feet"),
                                      choice("hand"),
                                      choice("rhythm", Intensity::gentle, 6),
                                      choice("savour", Intensity::gentle, 8),
                                      choice("ordinary"),
                                      choice("open-close", Intensity::gentle, 7),
                                      choice("systems"),
                                      choice("calm-place"),
                                      choice("friendly-breath"),
                                      choice("weekly"),
                                      choice("kind-pause", moderate),
                                      choice("friend", moderate, 6),
                                      choice("own-words", moderate, 8),
                                      choice("goodwill", moderate, 8),
                                      choice("soften", Intensity::strong, 8),
                                      choice("mend", Intensity::strong, 10)};
    all.push_back(choice("look", Intensity::gentle, 3, 1));
    SuggestionChoice carer = choice("steady-carer", moderate, 6);
    carer.audience = Audience::clinicians;
    all.push_back(carer);
    return all;
}

SuggestionPast done(const std::string& id, DayNumber when, Intensity intensity = Intensity::gentle) {
    SuggestionPast past;
    past.exercise = id;
    past.day = when;
    past.intensity = intensity;
    past.done = true;
    past.practised = std::chrono::minutes(5);
    return past;
}

SuggestionFacts at(int hour, std::vector<SuggestionPast> past = {}) {
    SuggestionFacts facts;
    facts.today = day;
    facts.hour = hour;
    facts.past = std::move(past);
    for (const auto& one : facts.past) { facts.tried.insert(one.exercise); }
    return facts;
}

Suggestion of(const SuggestionFacts& facts) {
    const auto found = suggest(library(), facts);
    EXPECT_TRUE(found.has_value());
    return found.value_or(Suggestion{});
}

TEST(Suggestions, TheFirstTimeIsShortAndAsksNothing) {
    const Suggestion found = of(at(10));
    EXPECT_EQ(found.exercise, "look");
    EXPECT_EQ(found.rule, SuggestionRule::first_time);
    EXPECT_FALSE(found.minutes);
}

TEST(Suggestions, ALogThatCannotBeReadIsMetWithSomethingSteady) {
    SuggestionFacts facts = at(10);
    facts.log_was_read = false;
    EXPECT_EQ(of(facts).exercise, "look");
    EXPECT_EQ(of(facts).rule, SuggestionRule::unknown_past);
}

TEST(Suggestions, AfterAHighRatingTheTwoSteadyOnesTakeTurns) {
    SuggestionFacts facts = at(15, {done("kind-pause", day - 1, Intensity::moderate)});
    facts.last_rating = 8;
    EXPECT_EQ(of(facts).exercise, "look");
    EXPECT_EQ(of(facts).rule, SuggestionRule::hard);
    facts.past.insert(facts.past.begin(), done("look", day));
    EXPECT_EQ(of(facts).exercise, "feet");
    facts.past.insert(facts.past.begin(), done("feet", day));
    EXPECT_EQ(of(facts).exercise, "look");
    EXPECT_EQ(of(facts).minutes, std::nullopt);
    facts.last_rating = 5;
    EXPECT_NE(of(facts).rule, SuggestionRule::hard);
}

TEST(Suggestions, NumbStaysWithTheRoom) {
    SuggestionFacts facts = at(15, {done("feet", day - 1)});
    facts.numb = true;
    EXPECT_EQ(of(facts).rule, SuggestionRule::numb);
    EXPECT_EQ(of(facts).exercise, "look");
}

TEST(Suggestions, LeftForDistressIsAsHardAsAHighRating) {
    SuggestionFacts facts = at(15, {done("friend", day - 1, Intensity::moderate)});
    facts.past.front().done = false;
    facts.past.front().for_distress = true;
    EXPECT_EQ(of(facts).rule, SuggestionRule::hard);
}

TEST(Suggestions, LeftForAnyOtherReasonIsFollowedBySomethingEasy) {
    SuggestionFacts facts = at(15, {done("friend", day - 1, Intensity::moderate), done("feet", day - 2)});
    facts.past.front().done = false;
    EXPECT_EQ(of(facts).rule, SuggestionRule::easy);
    EXPECT_EQ(of(facts).exercise, "feet");
}

TEST(Suggestions, OncePractisedTodayAnotherIsShort) {
    const Suggestion found =
        of(at(15, {done("kind-pause", day, Intensity::moderate), done("feet", day - 1)}));
    EXPECT_EQ(found.rule, SuggestionRule::once_more);
    EXPECT_EQ(found.exercise, "feet");
    EXPECT_EQ(found.minutes, 3);
}

TEST(Suggestions, TheNightIsQuietAndShort) {
    for (const int hour : {22, 23, 0, 3, 4}) {
        const Suggestion found = of(at(hour, {done("savour", day - 1), done("rhythm", day - 2)}));
        EXPECT_EQ(found.rule, SuggestionRule::night) << hour;
        EXPECT_EQ(found.exercise, "rhythm") << hour;
        EXPECT_EQ(found.minutes, 5) << hour;
    }
}

TEST(Suggestions, WhoeverIsUpAtNightMeetsAUsualDay) {
    SuggestionFacts facts =
        at(3, {done("rhythm", day - 1), done("hand", day - 2), done("look", day - 3), done("feet", day - 4)});
    for (auto& past : facts.past) { past.hour = 3; }
    EXPECT_EQ(of(facts).rule, SuggestionRule::new_gentle);
    EXPECT_EQ(of(facts).exercise, "open-close");
}

TEST(Suggestions, NoWalkInTheDark) {
    SuggestionFacts facts = at(19);
    for (const auto& one : library()) {
        if (one.id != "savour" && one.id != "ordinary") { facts.tried.insert(one.id); }
    }
    facts.past = {done("hand", day - 1)};
    EXPECT_THAT(of(facts).exercise, testing::Not(AnyOf(StrEq("savour"), StrEq("ordinary"))));
    facts.hour = 10;
    EXPECT_EQ(of(facts).exercise, "ordinary");
}

TEST(Suggestions, NoModerateOneBeforeThreeGentleOnes) {
    SuggestionFacts facts = at(10, {done("look", day - 1), done("feet", day - 2)});
    for (const auto& one : library()) {
        if (one.intensity == Intensity::gentle) { facts.tried.insert(one.id); }
    }
    EXPECT_EQ(of(facts).rule, SuggestionRule::known);
    facts.past.push_back(done("hand", day - 3));
    EXPECT_EQ(of(facts).rule, SuggestionRule::new_moderate);
    EXPECT_EQ(of(facts).exercise, "friend");
}

TEST(Suggestions, NoThirdModerateOneInARow) {
    const auto moderate = Intensity::moderate;
    const Suggestion found =
        of(at(10, {done("friend", day - 1, moderate), done("kind-pause", day - 2, moderate),
                   done("hand", day - 3), done("look", day - 4), done("feet", day - 5)}));
    EXPECT_EQ(found.rule, SuggestionRule::after_moderate);
    EXPECT_EQ(found.exercise, "feet");
}

TEST(Suggestions, AfterAStrongOneSomethingGentle) {
    const Suggestion found = of(at(10, {done("soften", day - 1, Intensity::strong), done("hand", day - 2)}));
    EXPECT_EQ(found.rule, SuggestionRule::after_strong);
    EXPECT_EQ(found.exercise, "hand");
}

TEST(Suggestions, WhatHelpedComesAgainAndSaysHow) {
    SuggestionFacts facts = at(
        10, {done("ordinary", day - 1), done("hand", day - 2), done("feet", day - 3), done("look", day - 4)});
    facts.past[2].distress_before = 5;
    facts.past[2].distress_after = 3;
    EXPECT_EQ(of(facts).exercise, "feet");
    EXPECT_EQ(of(facts).rule, SuggestionRule::lighter);
    facts.past[2].distress_after = 5;
    facts.past[2].kindness_before = 2;
    facts.past[2].kindness_after = 4;
    EXPECT_EQ(of(facts).rule, SuggestionRule::kinder);
    facts.past[2].distress_after = 7; // kinder, and harder: nothing is claimed
    EXPECT_NE(of(facts).exercise, "feet");
}

TEST(Suggestions, AfterSomethingHardGentleOnesForSomeDays) {
    SuggestionFacts facts = at(
        10, {done("rhythm", day - 1), done("friend", day - 2, Intensity::moderate), done("hand", day - 3)});
    facts.past[1].distress_before = 4;
    facts.past[1].distress_after = 7;
    for (const auto& one : library()) {
        if (one.intensity == Intensity::gentle) { facts.tried.insert(one.id); }
    }
    EXPECT_EQ(of(facts).rule, SuggestionRule::known);
}

TEST(Suggestions, TheTimeThatSomebodyHasIsNeverGoneOver) {
    SuggestionFacts facts = at(10, {done("look", day - 1)});
    facts.wanted = std::chrono::minutes(2);
    EXPECT_EQ(of(facts).minutes, 2);
    facts.wanted = std::chrono::minutes(1);
    EXPECT_EQ(of(facts).exercise, "look");
    EXPECT_EQ(of(facts).minutes, 1);
    facts.wanted = std::chrono::seconds(30);
    EXPECT_FALSE(suggest(library(), facts));
}

TEST(Suggestions, WhoeverStopsEarlyIsOfferedLessAtOnce) {
    SuggestionFacts facts = at(10);
    for (int ago = 1; ago <= 5; ++ago) {
        facts.past.push_back(done("look", day - ago));
        facts.past.back().practised = std::chrono::minutes(2);
    }
    facts.tried = {"look", "feet", "hand"};
    const Suggestion found = of(facts);
    EXPECT_EQ(found.exercise, "open-close");
    EXPECT_EQ(found.minutes, 3);
}

TEST(Suggestions, NothingIsPromisedThatIsNotSo) {
    const std::vector<SuggestionChoice> own{choice("own", Intensity::gentle, 20, 12)};
    SuggestionFacts facts = at(10, {done("other", day - 1)});
    facts.last_rating = 9;
    const auto found = suggest(own, facts);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rule, SuggestionRule::gentle); // neither short nor known to be steady
    EXPECT_EQ(found->minutes, 12);
}

TEST(Suggestions, OnlyStrongOnesAreAsGoodAsNone) {
    EXPECT_FALSE(suggest({choice("soften", Intensity::strong)}, at(10)));
    EXPECT_FALSE(suggest({}, at(10)));
}

/// Any life at all.
SuggestionFacts any_facts() {
    SuggestionFacts facts = at(*rc::gen::inRange(0, 24));
    facts.log_was_read = *rc::gen::weightedElement<bool>({{9, true}, {1, false}});
    facts.numb = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
    const auto rating = [] {
        return *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(0, 11)) : std::nullopt;
    };
    facts.last_rating = rating();
    if (*rc::gen::inRange(0, 4) == 0) { facts.wanted = std::chrono::minutes(*rc::gen::inRange(1, 20)); }
    const auto all = library();
    const int practices = *rc::gen::inRange(0, 20);
    DayNumber when = day;
    for (int count = 0; count < practices; ++count) {
        when -= *rc::gen::inRange(0, 20);
        const auto& one = all[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(all.size())))];
        SuggestionPast past = done(one.id, when, one.intensity);
        past.hour = *rc::gen::inRange(0, 24);
        past.done = *rc::gen::arbitrary<bool>();
        past.for_distress = !past.done && *rc::gen::arbitrary<bool>();
        past.distress_before = rating();
        past.distress_after = rating();
        past.kindness_before = rating();
        past.kindness_after = rating();
        facts.past.push_back(past);
        facts.tried.insert(one.id);
    }
    return facts;
}

RC_GTEST_PROP(Suggestions, WhateverHappenedItIsForThem, ()) {
    const SuggestionFacts facts = any_facts();
    std::vector<SuggestionChoice> choices = library();
    // Some are not whole for this person.
    std::erase_if(choices, [](const SuggestionChoice&) { return *rc::gen::inRange(0, 4) == 0; });
    const auto found = suggest(choices, facts);
    const auto again = suggest(choices, facts);
    RC_ASSERT(found.has_value() == again.has_value());
    if (!found) { return; }
    RC_ASSERT(found->exercise == again->exercise);
    RC_ASSERT(found->rule == again->rule);
    const auto one = std::find_if(choices.begin(), choices.end(),
                                  [&](const SuggestionChoice& each) { return each.id == found->exercise; });
    RC_ASSERT(one != choices.end());
    RC_ASSERT(one->intensity != Intensity::strong);
    RC_ASSERT(one->audience == Audience::everyone || facts.tried.contains(one->id));
    RC_ASSERT(one->id != "weekly");
    const bool hard = facts.numb || (facts.last_rating && *facts.last_rating >= 6);
    if (hard || facts.past.empty() || !facts.log_was_read || facts.past.front().day == day) {
        RC_ASSERT(one->intensity == Intensity::gentle);
    }
    if (facts.past.size() >= 2 && facts.past[0].intensity == Intensity::moderate &&
        facts.past[1].intensity == Intensity::moderate) {
        RC_ASSERT(one->intensity == Intensity::gentle);
    }
    if (found->minutes) {
        RC_ASSERT(std::chrono::minutes(*found->minutes) >= one->shortest);
        RC_ASSERT(std::chrono::minutes(*found->minutes) < one->usual);
    }
    const Milliseconds length =
        found->minutes ? Milliseconds(std::chrono::minutes(*found->minutes)) : one->usual;
    if (facts.wanted) { RC_ASSERT(length <= *facts.wanted); }
    if (facts.hour >= 18 || facts.hour < 7) { RC_ASSERT(one->id != "savour" && one->id != "ordinary"); }
    const std::string words = in_words(found->rule);
    if (words.find("tried") != std::string::npos) { RC_ASSERT(!facts.tried.contains(one->id)); }
    if (words.find("know this") != std::string::npos) { RC_ASSERT(facts.tried.contains(one->id)); }
    if (words.find("short") != std::string::npos) { RC_ASSERT(length <= std::chrono::minutes(6)); }
    if (words.find("eyes open") != std::string::npos) { RC_ASSERT(one->id == "look" || one->id == "feet"); }
}

TEST(Suggestions, NoReasonSpeaksOfAGapPraisesOrPushes) {
    const std::regex wrong(
        "days? ago|missed|streak|back again|welcome back|long time|it has been|well done|good "
        "job|should|must|!|in a row|again today|keep it up",
        std::regex::icase);
    for (int rule = 0; rule <= static_cast<int>(SuggestionRule::known); ++rule) {
        const std::string words = in_words(static_cast<SuggestionRule>(rule));
        EXPECT_FALSE(words.empty()) << rule;
        EXPECT_FALSE(std::regex_search(words, wrong)) << words;
        EXPECT_STRNE(word(static_cast<SuggestionRule>(rule)), "");
    }
}

} // namespace
} // namespace kindly
