// SPDX-License-Identifier: MIT
// The columns about ratings, each value of each: distress and kindness before and after, backdraft,
// groundings, skipped. Written from the definitions of the export contract (kindly-log(5)).
#include "program/derived_columns.hpp"

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const json none = nullptr;

struct Case {
    const char* name;
    std::string exercise;
    std::vector<std::string> said;
    std::vector<std::pair<const char*, json>> expected;
};

// The person arrives, something is done, and there is a question afterwards.
const std::string both = exercise_with(section("arrive", check_in("start")) + "," +
                                       section("soothe", std::string(words) + "," + check_in("after")));
const std::string arrive_twice =
    exercise_with(section("arrive", check_in("start") + "," + check_in("again")) + "," +
                  section("teach", check_in("taught")) + "," + section("notice", words));
const std::string three_after =
    exercise_with(section("arrive", check_in("start")) + "," +
                  section("soothe", std::string(words) + "," + check_in("one") + "," + check_in("two")));
const std::string kind_both =
    exercise_with(section("arrive", kindness("kind_before")) + "," +
                  section("soothe", std::string(words) + "," + kindness("kind_after")));
const std::string with_backdraft =
    exercise_with(section("arrive", check_in("start")) + "," +
                  section("soothe", std::string(words) + "," + check_in("stirred", true) + "," +
                                        check_in("after") + "," + check_in("stirred_again", true)));

std::string only_in(const char* purpose) {
    return exercise_with(section(purpose, std::string(words) + "," + check_in("here")));
}
std::string after_a(const char* purpose) {
    return exercise_with(section("arrive", check_in("start")) + "," +
                             section(purpose, std::string(words) + "," + check_in("here")) + "," +
                             section("soothe", R"({ "kind": "pause", "for": "1m" })"),
                         "moderate");
}

const std::vector<Case> cases{
    // distress_before, distress_after
    {"Both", both, {"4", "2"}, {{"distress_before", 4}, {"distress_after", 2}}},
    {"Zero is a rating", both, {"0", "0"}, {{"distress_before", 0}, {"distress_after", 0}}},
    {"Ten is a rating",
     both,
     {"10", "=go_on", "10", "=go_on"},
     {{"distress_before", 10}, {"distress_after", 10}}},
    {"Only before", both, {"4", "skip"}, {{"distress_before", 4}, {"distress_after", none}}},
    {"Only after", both, {"skip", "2"}, {{"distress_before", none}, {"distress_after", 2}}},
    {"Neither", both, {"skip", "skip"}, {{"distress_before", none}, {"distress_after", none}}},
    {"Stopped between the two",
     both,
     {"4", "stop", "stop"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"Numb before is no number",
     both,
     {"numb", "=go_on", "2"},
     {{"distress_before", none}, {"distress_after", 2}}},
    {"Numb after is no number",
     both,
     {"4", "numb", "=go_on"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"Numb as the last word takes the place of an earlier number",
     three_after,
     {"4", "2", "numb", "=go_on"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"A number after numb counts",
     three_after,
     {"4", "numb", "=go_on", "2"},
     {{"distress_before", 4}, {"distress_after", 2}}},
    {"The last one answered, not the last one asked",
     three_after,
     {"4", "3", "skip"},
     {{"distress_before", 4}, {"distress_after", 3}}},
    {"The first is the first one asked: the second does not stand in for it",
     arrive_twice,
     {"skip", "3", "2"},
     {{"distress_before", none}, {"distress_after", none}}},
    {"Before any other part there is no after",
     arrive_twice,
     {"4", "3", "2"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"Teaching comes before", only_in("teach"), {"3"}, {{"distress_before", 3}, {"distress_after", none}}},
    {"Arriving comes before", only_in("arrive"), {"3"}, {{"distress_before", 3}, {"distress_after", none}}},
    {"After a step of noticing",
     only_in("notice"),
     {"3"},
     {{"distress_before", none}, {"distress_after", 3}}},
    {"After noticing", after_a("notice"), {"4", "3"}, {{"distress_before", 4}, {"distress_after", 3}}},
    {"After feeling", after_a("feeling"), {"4", "3"}, {{"distress_before", 4}, {"distress_after", 3}}},
    {"After a memory", after_a("memory"), {"4", "3"}, {{"distress_before", 4}, {"distress_after", 3}}},
    {"After the critic", after_a("critic"), {"4", "3"}, {{"distress_before", 4}, {"distress_after", 3}}},
    {"After soothing", after_a("soothe"), {"4", "3"}, {{"distress_before", 4}, {"distress_after", 3}}},
    {"After planning", after_a("plan"), {"4", "3"}, {{"distress_before", 4}, {"distress_after", 3}}},
    {"Asked as the very first step, it is before that step's part has done anything",
     exercise_with(section("soothe", check_in("start") + "," + words + "," + check_in("after"))),
     {"4", "2"},
     {{"distress_before", 4}, {"distress_after", 2}}},
    {"Not the first, and nothing of that part came before it: neither",
     exercise_with(section("arrive", check_in("start")) + "," +
                   section("soothe", check_in("here") + "," + words)),
     {"4", "3"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"Asked first, and nothing after",
     exercise_with(section("soothe", check_in("start") + "," + words)),
     {"4"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"In the closing it is after what went before",
     exercise_with(section("soothe", words), "gentle", check_in("end") + ","),
     {"3"},
     {{"distress_before", none}, {"distress_after", 3}}},
    {"In the closing after nothing but arriving it is not after",
     exercise_with(section("arrive", check_in("start")), "gentle", check_in("end") + ","),
     {"4", "3"},
     {{"distress_before", 4}, {"distress_after", none}}},
    {"Grounding is not a part that comes before an after",
     arrive_twice,
     {"4", "ground", "=go_on", "3", "2"},
     {{"distress_before", 4}, {"distress_after", none}, {"groundings", 1}}},
    {"An answer that was changed counts as it was left",
     exercise_with(section("arrive", check_in("start") + "," + kindness("kind")) + "," +
                   section("soothe", words)),
     {"3", "back", "2", "5"},
     {{"distress_before", 2}, {"distress_after", none}, {"kindness_before", 5}}},
    {"Changed to numb, it is no number any more",
     exercise_with(section("arrive", check_in("start") + "," + kindness("kind")) + "," +
                   section("soothe", words)),
     {"3", "back", "numb", "=go_on", "5"},
     {{"distress_before", none}, {"distress_after", none}}},
    {"Skipped at first and answered on coming back, it is answered",
     exercise_with(section("arrive", check_in("start") + "," + kindness("kind")) + "," +
                   section("soothe", words)),
     {"skip", "back", "3", "5"},
     {{"distress_before", 3}}},
    {"The first, changed after a look at the next question of its part, stays the one before",
     exercise_with(section("soothe", check_in("start") + "," + kindness("kind") + "," + words)),
     {"4", "back", "3", "skip"},
     {{"distress_before", 3}, {"distress_after", none}}},

    // kindness_before, kindness_after
    {"Kindness, both", kind_both, {"3", "6"}, {{"kindness_before", 3}, {"kindness_after", 6}}},
    {"Kindness, zero is a rating", kind_both, {"0", "0"}, {{"kindness_before", 0}, {"kindness_after", 0}}},
    {"Kindness, only before", kind_both, {"3", "skip"}, {{"kindness_before", 3}, {"kindness_after", none}}},
    {"Kindness, only after", kind_both, {"skip", "6"}, {{"kindness_before", none}, {"kindness_after", 6}}},
    {"Kindness, neither", kind_both, {"skip", "skip"}, {{"kindness_before", none}, {"kindness_after", none}}},
    {"Kindness and distress do not stand in for each other",
     exercise_with(section("arrive", check_in("start")) + "," +
                   section("soothe", std::string(words) + "," + kindness("kind_after"))),
     {"4", "6"},
     {{"distress_before", 4}, {"distress_after", none}, {"kindness_before", none}, {"kindness_after", 6}}},
    {"Another measure is not kindness",
     exercise_with(section("arrive", R"({ "kind": "ask", "id": "calm", "text": "How calm?", "answer": "scale",
           "lowest": 0, "highest": 10, "measure": "calm_0_10" })") +
                   "," + section("soothe", words)),
     {"5"},
     {{"kindness_before", none}, {"kindness_after", none}}},

    // backdraft
    {"No backdraft check-in", both, {"4", "2"}, {{"backdraft", none}}},
    {"Backdraft check-ins, none answered", with_backdraft, {"2", "skip", "2", "skip"}, {{"backdraft", none}}},
    {"No rise", with_backdraft, {"2", "2", "2", "2"}, {{"backdraft", "none"}}},
    {"A rise by one is none", with_backdraft, {"2", "3", "2", "3"}, {{"backdraft", "none"}}},
    {"Numb is answered, and no rise",
     with_backdraft,
     {"2", "numb", "=go_on", "2", "skip"},
     {{"backdraft", "none"}}},
    {"A rise by two is noticed",
     with_backdraft,
     {"2", "4", "=go_on", "2", "2"},
     {{"backdraft", "noticed"}, {"groundings", 0}}},
    {"Above the lowest so far, not the first",
     with_backdraft,
     {"4", "1", "1", "3", "=go_on"},
     {{"backdraft", "noticed"}}},
    {"A rise at an ordinary check-in is not backdraft",
     with_backdraft,
     {"1", "1", "4", "=go_on", "skip"},
     {{"backdraft", "none"}}},
    {"Noticed stays noticed when it goes down again",
     with_backdraft,
     {"2", "4", "=go_on", "2", "2"},
     {{"backdraft", "noticed"}, {"distress_after", 2}}},
    {"Grounding that followed",
     with_backdraft,
     {"2", "4", "=ground", "=go_on", "2", "2"},
     {{"backdraft", "grounded"}, {"groundings", 1}}},
    {"Grounding that followed later",
     with_backdraft,
     {"2", "4", "=go_on", "ground", "=go_on", "2", "2"},
     {{"backdraft", "grounded"}, {"groundings", 1}}},
    {"Grounding before it does not count",
     with_backdraft,
     {"ground", "=go_on", "2", "4", "=go_on", "2", "2"},
     {{"backdraft", "noticed"}, {"groundings", 1}}},
    {"Grounding at the highest ratings comes by itself",
     with_backdraft,
     {"2", "9", "=go_on", "2", "2"},
     {{"backdraft", "grounded"}, {"groundings", 1}}},

    // groundings, skipped
    {"No grounding, nothing skipped", both, {"4", "2"}, {{"groundings", 0}, {"skipped", 0}}},
    {"Grounded twice",
     both,
     {"ground", "=go_on", "4", "ground", "=go_on", "2"},
     {{"groundings", 2}, {"skipped", 0}}},
    {"One skipped", both, {"4", "skip"}, {{"skipped", 1}}},
    {"Two skipped", both, {"skip", "skip"}, {{"skipped", 2}}},
    {"Left out by nobody answering", both, {}, {{"skipped", 2}, {"status", "completed"}}},
};

} // namespace

class DerivedRatings : public testing::TestWithParam<std::size_t> {};

TEST_P(DerivedRatings, FollowsTheDefinition) {
    const Case& one = cases[GetParam()];
    SCOPED_TRACE(one.name);
    const json entry = entry_after(one.exercise, one.said);
    for (const auto& [column, value] : one.expected) { EXPECT_EQ(entry.at(column), value) << column; }
}

INSTANTIATE_TEST_SUITE_P(All, DerivedRatings, testing::Range(std::size_t{0}, cases.size()),
                         [](const testing::TestParamInfo<std::size_t>& one) {
                             std::string name;
                             for (const char letter : std::string(cases[one.param].name)) {
                                 if (std::isalnum(static_cast<unsigned char>(letter)) != 0) {
                                     name += letter;
                                 }
                             }
                             return name;
                         });
