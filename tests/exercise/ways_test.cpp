// SPDX-License-Identifier: MIT
// The graph of ways against walking with every combination of answers, one by one.
#include "exercise/ways.hpp"

#include "support/every_path.hpp"
#include "support/exercises.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

std::shared_ptr<Plan> timing_plan(const std::shared_ptr<const Exercise>& exercise) {
    ExpandRequest request = usual_request(*exercise);
    request.every_variant = true;
    Expanded expanded = expand(exercise, shipped_fragments(), request);
    if (expanded.plan == nullptr) {
        throw std::runtime_error(to_text(expanded.diagnostics, {.plain = true}));
    }
    return expanded.plan;
}

void compare(const Plan& plan, bool& compared) {
    constexpr std::size_t affordable = 20000;
    const Walks walks = walk_all(plan, affordable);
    const Ways ways(plan);
    compared = walks.exact && ways.exact();
    if (!compared) { return; }
    ASSERT_EQ(static_cast<double>(walks.paths.size()), ways.count());
    std::vector<bool> reached(plan.instructions.size(), false);
    for (const auto& path : walks.paths) {
        for (const auto& passed : path) { reached[passed.instruction] = true; }
    }
    for (std::size_t at = 0; at < plan.sections[plan.closing].end; ++at) {
        if (is_step(plan.instructions[at])) {
            ASSERT_EQ(reached[at], ways.reached()[at]) << plan.instructions[at].path;
        }
    }
    for (const Stretch stretch : {Stretch::shortest, Stretch::usual, Stretch::longest}) {
        Milliseconds longest{};
        Milliseconds shortest = Milliseconds::max();
        for (const auto& path : walks.paths) {
            const Milliseconds guided = path_time(plan, path, stretch).guided;
            longest = std::max(longest, guided);
            shortest = std::min(shortest, guided);
        }
        ASSERT_EQ(longest, longest_way(plan, ways, stretch).guided);
        ASSERT_EQ(shortest, shortest_way(plan, ways, stretch).guided);
    }
}

const char* const two_questions = R"(
    { "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
      { "kind": "ask", "id": "where", "text": "Where?", "answer": "choice", "options": [
        { "id": "body", "text": "Body" }, { "id": "mind", "text": "Mind" }, { "id": "none", "text": "Nowhere" } ] },
      { "kind": "ask", "id": "more", "text": "More?", "answer": "yes_no" },
      { "kind": "if", "when": { "answer": "where", "is": "body" }, "then": [ { "kind": "say", "text": "Body." } ],
        "else": [ { "kind": "say", "text": "Else." } ] },
      { "kind": "if", "when": { "all": [ { "answer": "where", "is": "body" }, { "answer": "more", "is": true } ] },
        "then": [ { "kind": "say", "text": "Both." } ] } ] })";

} // namespace

TEST(Ways, KeepAnswersTogetherUntilNobodyLooksAtThem) {
    const auto plan = timing_plan(exercise_from(exercise_around(two_questions)));
    const Ways ways(*plan);
    EXPECT_TRUE(ways.exact());
    EXPECT_EQ(ways.count(), 3); // not body; body; body and more
}

/// Two answers that are never needed at the same time share a byte; behind the second question, which not
/// everybody is asked, it must not hold the first answer.
TEST(Ways, DoNotTakeOneAnswerForAnother) {
    const auto plan = timing_plan(exercise_from(exercise_around(R"(
    { "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
      { "kind": "ask", "id": "tired", "text": "Tired?", "answer": "yes_no" },
      { "kind": "ask", "id": "brief", "text": "Brief?", "answer": "yes_no",
        "only_if": { "answer": "tired", "is": true } },
      { "kind": "say", "text": "At length.", "only_if": { "answer": "brief", "is": false } } ] })")));
    const Ways ways(*plan);
    EXPECT_TRUE(ways.exact());
    EXPECT_EQ(ways.count(), 3); // not tired; tired, and not brief; tired, and anything else
    bool compared = false;
    compare(*plan, compared);
    EXPECT_TRUE(compared);
}

TEST(Ways, ComeToOneEndWhateverIsAskedAgainInTheLastRound) {
    const auto plan = timing_plan(exercise_from(exercise_around(R"(
    { "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
      { "kind": "repeat", "times": 3, "steps": [
        { "kind": "ask", "id": "more", "text": "More?", "answer": "yes_no", "expect": "10s" } ],
        "until": { "answer": "more", "is": false } } ] })")));
    const Ways ways(*plan);
    EXPECT_EQ(ways.count(), 3);
    const auto closing = std::chrono::milliseconds(2600 + 20000); // five words, and a pause
    EXPECT_EQ(shortest_way(*plan, ways, Stretch::usual).guided, std::chrono::seconds(10) + closing);
    EXPECT_EQ(longest_way(*plan, ways, Stretch::usual).guided, std::chrono::seconds(30) + closing);
}

TEST(Ways, TellTheDecisionsOnTheWay) {
    const auto plan = timing_plan(exercise_from(exercise_around(two_questions)));
    const Ways ways(*plan);
    for (std::size_t place = 0; place < ways.places().size(); ++place) {
        const std::size_t at = ways.places()[place].instruction;
        const auto* line = at == nowhere ? nullptr : std::get_if<Line>(&plan->instructions[at].what);
        if (line == nullptr || line->text != "Both.") { continue; }
        const auto decisions = ways.way_to(place);
        ASSERT_EQ(decisions.size(), 2U);
        EXPECT_EQ(decisions[0].options, std::vector<std::string>{"body"});
        ASSERT_TRUE(decisions[1].answer);
        EXPECT_TRUE(std::get<bool>(*decisions[1].answer));
    }
}

/// Each option that is named doubles the ways: twelve of them give 4,095 classes of answers.
TEST(Ways, TellEveryCombinationOfSeveralChoicesApart) {
    for (const int options : {7, 8, 12}) {
        std::string choices;
        std::string pauses;
        for (int option = 0; option < options; ++option) {
            const std::string id = "o" + std::to_string(option);
            choices += (option == 0 ? "" : ", ") + (R"({ "id": ")" + id + R"(", "text": "Some" })");
            pauses += R"(, { "kind": "pause", "for": "20s", "only_if": { "answer": "needs", "any_of": [ ")" +
                      id + R"(" ] } })";
        }
        const auto plan = timing_plan(exercise_from(exercise_around(
            R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
          { "kind": "ask", "id": "needs", "text": "What?", "answer": "choices", "options": [ )" +
            choices + " ] }" + pauses + " ] }")));
        const Ways ways(*plan);
        EXPECT_TRUE(ways.exact());
        EXPECT_EQ(ways.count(), 1 << options); // not answered, and none of them, are one way
        for (const auto& [at, seen] : ways.seen()) {
            EXPECT_TRUE(seen.held && seen.failed && seen.not_asked.empty()) << plan->instructions[at].path;
        }
        const auto closing = std::chrono::milliseconds(2600 + 20000); // five words, and a pause
        EXPECT_EQ(longest_way(*plan, ways, Stretch::usual).guided,
                  std::chrono::seconds(20 * options) + closing);
        EXPECT_EQ(shortest_way(*plan, ways, Stretch::usual).guided, closing);
    }
}

TEST(Ways, BeyondWhatCanBeRememberedAreBounds) {
    std::string sections = R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [)";
    for (int question = 0; question < 9; ++question) {
        sections += R"({ "kind": "ask", "id": "q)" + std::to_string(question) +
                    R"(", "text": "Which?", "answer": "choice", "options": [ { "id": "a", "text": "A" }, )"
                    R"({ "id": "b", "text": "B" }, { "id": "c", "text": "C" } ] },)";
    }
    for (int question = 0; question < 9; ++question) {
        for (const char* option : {"a", "b"}) {
            sections += R"({ "kind": "if", "when": { "answer": "q)" + std::to_string(question) +
                        R"(", "is": ")" + option + R"(" }, "then": [ { "kind": "pause", "for": "10s" } ] },)";
        }
    }
    sections += R"({ "kind": "say", "text": "One." } ] })";
    const auto plan = timing_plan(exercise_from(exercise_around(sections)));
    const Ways ways(*plan);
    EXPECT_FALSE(ways.exact());
    // Nobody can choose both a and b, but the bounds do not know that.
    EXPECT_GE(longest_way(*plan, ways, Stretch::usual).guided, std::chrono::seconds(9 * 10));
    EXPECT_LE(shortest_way(*plan, ways, Stretch::usual).guided, std::chrono::seconds(40));
}

RC_GTEST_PROP(WaysProperty, AreThoseThatEveryCombinationOfAnswersGives, ()) {
    const std::string json = Inventor().exercise();
    RC_LOG() << json << '\n';
    bool compared = false;
    compare(*timing_plan(exercise_from(json)), compared);
    RC_TAG(compared);
    RC_ASSERT(!testing::Test::HasFatalFailure());
}

TEST(Ways, OfShippedExercisesAreThoseThatEveryCombinationOfAnswersGives) {
    for (const char* id : {"look", "feet", "open-close", "kind-pause"}) {
        bool compared = false;
        compare(*timing_plan(shipped_exercise(id)), compared);
        EXPECT_TRUE(compared) << id;
    }
}

namespace {

std::string questions(int count) {
    std::string steps;
    for (int question = 0; question < count; ++question) {
        steps += R"({ "kind": "ask", "id": "q)" + std::to_string(question) +
                 R"(", "text": "Yes?", "answer": "yes_no" },)";
    }
    return steps;
}

/// A section of these steps; each ends with a comma.
std::string section_of(const std::string& steps) {
    return R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [)" + steps +
           R"({ "kind": "say", "text": "One." } ] })";
}

} // namespace

/// Each was one more call on the stack: a valid file ended the program.
TEST(Ways, MayPassByThousandsOfBranchesInARow) {
    std::string steps = questions(1);
    for (int branch = 0; branch < 2400; ++branch) {
        steps +=
            R"({ "kind": "if", "when": { "answer": "q0", "is": true }, "then": [ { "kind": "say", "text": "a" } ] },)";
    }
    const auto plan = timing_plan(exercise_from(exercise_around(section_of(steps))));
    const Ways ways(*plan);
    EXPECT_TRUE(ways.exact());
    EXPECT_EQ(ways.count(), 2); // all of them, or none
}

/// Whoever avoids touch is left with conditions that lead to nothing. Beyond what can be remembered, each of
/// them doubled what was to be followed.
TEST(Ways, ThatComeTogetherAreFollowedOnce) {
    std::string steps = questions(14); // more combinations than are remembered
    for (int step = 0; step < 60; ++step) {
        steps += R"({ "kind": "say", "text": "a", "involves": ["touch"], "only_if": { "answer": "q)" +
                 std::to_string(step % 14) + R"(", "is": true } },)";
    }
    for (int question = 0; question < 14; ++question) {
        steps += R"({ "kind": "if", "when": { "answer": "q)" + std::to_string(question) +
                 R"(", "is": true }, "then": [ { "kind": "say", "text": "b" } ] },)";
    }
    const auto exercise = exercise_from(exercise_around(section_of(steps)));
    ExpandRequest request = usual_request(*exercise);
    request.avoided = {Avoidable::touch};
    const Expanded expanded = expand(exercise, shipped_fragments(), request);
    ASSERT_NE(expanded.plan, nullptr);
    const Ways ways(*expanded.plan);
    EXPECT_FALSE(ways.exact());
    EXPECT_EQ(shortest_way(*expanded.plan, ways, Stretch::usual).questions, 14);
}

TEST(Plans, ThatWouldBeTooLongAreRefusedWithTheirReason) {
    std::string steps;
    for (int pick = 0; pick < 2000; ++pick) {
        steps +=
            R"({ "kind": "pick", "id": "p)" + std::to_string(pick) +
            R"(", "how": "random", "from": [ [ { "kind": "say", "text": "a" } ], [ { "kind": "say", "text": "b" } ] ] },)";
    }
    const auto exercise = exercise_from(exercise_around(section_of(steps)));
    ExpandRequest request = usual_request(*exercise);
    EXPECT_NE(expand(exercise, shipped_fragments(), request).plan, nullptr);
    request.every_variant = true; // five instructions for each
    const Expanded expanded = expand(exercise, shipped_fragments(), request);
    EXPECT_EQ(expanded.plan, nullptr);
    ASSERT_EQ(expanded.diagnostics.size(), 1U);
    EXPECT_EQ(expanded.diagnostics.front().code, "R008");
}
