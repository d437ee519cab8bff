// SPDX-License-Identifier: MIT
// What may be kept of a practice says nothing about the answers that are not recorded: two people who answer
// everything else alike leave the same, whatever they said there.
#include "exercise/untold.hpp"

#include "support/every_path.hpp"
#include "support/exercises.hpp"
#include "support/script_writer.hpp"

#include <functional>

#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

std::shared_ptr<Plan> plan_around(const std::string& sections) {
    return plan_of(exercise_from(exercise_around(sections)));
}

const char* const danger = R"(
      { "kind": "ask", "id": "danger", "text": "Danger?", "answer": "yes_no", "recorded": false })";

/// Answers to everything, the same ones from the same two numbers.
struct Person {
    std::size_t usual = 0;  ///< decides what is answered to questions that are recorded
    std::size_t secret = 0; ///< and to those that are not

    [[nodiscard]] std::optional<AnswerValue> answer(const std::string& path, const Candidates& candidates,
                                                    bool recorded) const {
        const std::size_t number =
            std::hash<std::string>()(path + (recorded ? "" : "!")) ^ ((recorded ? usual : secret) * 7919);
        return candidates[number % candidates.size()];
    }
};

/// What is kept: steps and the answers to them.
std::string kept(const Plan& plan, const Untold& untold, const Interests& interests, const Person& person) {
    std::string kept;
    Answers answers;
    const auto answered = [&](const std::string& id, const std::optional<AnswerValue>& value, bool told) {
        if (value) {
            answers[id] = *value;
            if (told) { kept += " " + std::to_string(value->index()); }
        } else {
            answers.erase(id);
            if (told) { kept += " skipped"; }
        }
    };
    const auto operands = [&](const std::string& id) {
        const auto found = interests.answers.find(id);
        return found == interests.answers.end() ? std::vector<Test::Operand>() : found->second;
    };
    for (std::size_t at = 0; at < plan.sections[plan.closing].end;) {
        const Instruction& instruction = plan.instructions[at];
        const PlannedSection& section = plan.sections[instruction.section];
        if (at == section.begin && !untold.section(section.id)) { kept += "\n" + section.id + ":"; }
        const bool told = is_step(instruction) && !untold.step(instruction.path);
        if (told && !std::holds_alternative<Recollection>(instruction.what)) {
            kept += "\n" + instruction.path;
        }
        std::size_t next = at + 1;
        std::optional<AnswerValue> value;
        if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
            next = holds(branch->when, answers, {}, plan.settings) ? at + 1 : branch->otherwise;
        } else if (const auto* jump = std::get_if<Jump>(&instruction.what)) {
            next = jump->target;
        } else if (const auto* question = std::get_if<Question>(&instruction.what)) {
            value = person.answer(instruction.path, candidates_for(*question, operands(question->id)),
                                  question->recorded);
            answered(question->id, value, told);
            if (!value && instruction.repeat_end != nowhere) { next = instruction.repeat_end; }
            for (const auto& option : question->options) {
                if (value == AnswerValue(option.id) && option.jump != nowhere) { next = option.jump; }
            }
        } else if (const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what)) {
            Candidates candidates{std::nullopt, AnswerValue(Numb{})};
            add_numbers(candidates, operands(check_in->id), limits::lowest_rating, limits::highest_rating,
                        true);
            value = person.answer(instruction.path, candidates, true);
            answered(check_in->id, value, told);
            if (!value && instruction.repeat_end != nowhere) { next = instruction.repeat_end; }
        } else if (const auto* recall = std::get_if<Recollection>(&instruction.what); recall && told) {
            const bool shows = !recall->otherwise.empty() || !recall->kept.empty() || !recall->of.empty() ||
                               std::any_of(recall->answers.begin(), recall->answers.end(),
                                           [&](const std::string& id) { return answers.contains(id); });
            if (shows) { kept += "\n" + instruction.path; }
        }
        at = next;
    }
    return kept;
}

/// Whether something differed between people at all, so that a test which compares nothing is seen.
bool compare(const Plan& plan, const Untold& untold) {
    constexpr std::size_t people = 6;
    constexpr std::size_t secrets = 12;
    const Interests interests = gather(plan);
    std::set<std::string> all;
    for (std::size_t usual = 1; usual <= people; ++usual) {
        const std::string first = kept(plan, untold, interests, {usual, 0});
        for (std::size_t secret = 1; secret <= secrets; ++secret) {
            EXPECT_EQ(kept(plan, untold, interests, {usual, secret}), first);
        }
        all.insert(first);
    }
    return all.size() > 1;
}

} // namespace

TEST(Untold, NothingIsWithoutAQuestionThatIsForgotten) {
    const auto plan = plan_of(shipped_exercise("kind-pause"));
    const Untold untold(*plan);
    for (const auto& instruction : plan->instructions) { EXPECT_FALSE(untold.step(instruction.path)); }
    for (const auto& section : plan->sections) {
        EXPECT_FALSE(untold.section(section.id));
        EXPECT_FALSE(untold.practised_before(section.id));
        EXPECT_FALSE(untold.check_in_up_to(section.id));
    }
}

TEST(Untold, IsTheQuestionAndWhatOnlySomeOfItsAnswersLeadTo) {
    const auto plan = plan_around(std::string(R"(
    { "id": "one", "title": "One", "purpose": "arrive", "steps": [
      { "kind": "check_in", "id": "start", "text": "How?" },)") +
                                  danger + R"(,
      { "kind": "if", "when": { "answer": "danger", "is": true },
        "then": [ { "kind": "say", "text": "Then care." } ],
        "else": [ { "kind": "check_in", "id": "more", "text": "How?" } ] },
      { "kind": "say", "text": "On." } ] })");
    const Untold untold(*plan);
    EXPECT_FALSE(untold.step("one/start"));
    EXPECT_TRUE(untold.step("one/danger"));
    EXPECT_TRUE(untold.step("one/3/then/1"));
    EXPECT_TRUE(untold.step("one/3/else/more"));
    EXPECT_TRUE(untold.question("more"));
    EXPECT_FALSE(untold.step("one/4"));
    EXPECT_FALSE(untold.step("close/1"));
}

TEST(Untold, IsWhatAJumpPassesOver) {
    const auto plan = plan_around(std::string(R"(
    { "id": "one", "title": "One", "purpose": "arrive", "steps": [)") +
                                  danger + R"(,
      { "kind": "go_to", "section": "three", "only_if": { "answer": "danger", "is": true } } ] },
    { "id": "two", "title": "Two", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "mid", "text": "How?" } ] },
    { "id": "three", "title": "Three", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "after", "text": "How?" } ] },
    { "id": "four", "title": "Four", "purpose": "soothe", "steps": [ { "kind": "say", "text": "On." } ] })");
    const Untold untold(*plan);
    EXPECT_FALSE(untold.section("one"));
    EXPECT_TRUE(untold.section("two"));
    EXPECT_TRUE(untold.step("two/mid"));
    EXPECT_FALSE(untold.section("three"));
    EXPECT_FALSE(untold.step("three/after"));
    // "one" stands for where they were in "two"; what is asked in "three" is kept.
    EXPECT_TRUE(untold.check_in_up_to("one"));
    EXPECT_TRUE(untold.check_in_up_to("three"));
    EXPECT_FALSE(untold.check_in_up_to("four"));
    EXPECT_FALSE(untold.practised_before("one"));
    EXPECT_TRUE(untold.practised_before("three"));
    EXPECT_TRUE(untold.practised_before("close"));
}

TEST(Untold, IsWhatLooksAtAnAnswerThatOnlySomePeopleWereAskedFor) {
    const auto plan = plan_around(std::string(R"(
    { "id": "one", "title": "One", "purpose": "arrive", "steps": [)") +
                                  danger + R"(,
      { "kind": "ask", "id": "whom", "text": "Whom?", "answer": "yes_no",
        "only_if": { "answer": "danger", "is": false } },
      { "kind": "say", "text": "On." },
      { "kind": "check_in", "id": "there", "text": "How?", "only_if": { "answer": "whom", "given": true } },
      { "kind": "recall", "answer": "whom", "text": "You said:" },
      { "kind": "say", "text": "And on." } ] })");
    const Untold untold(*plan);
    EXPECT_TRUE(untold.step("one/whom"));
    EXPECT_FALSE(untold.step("one/3"));
    EXPECT_TRUE(untold.step("one/there"));
    EXPECT_TRUE(untold.step("one/5"));
    EXPECT_FALSE(untold.step("one/6"));
}

TEST(Untold, IsTheRestOfARepeatThatSkippingEnds) {
    const auto plan = plan_around(R"(
    { "id": "one", "title": "One", "purpose": "arrive", "steps": [
      { "kind": "repeat", "times": 2, "steps": [
        { "kind": "ask", "id": "word", "text": "A word?", "answer": "text", "optional": true, "recorded": false },
        { "kind": "say", "text": "On." } ] },
      { "kind": "say", "text": "After." } ] })");
    const Untold untold(*plan);
    EXPECT_TRUE(untold.step("one/1/round-1/2"));
    EXPECT_TRUE(untold.step("one/1/round-2/2"));
    EXPECT_FALSE(untold.step("one/2"));
}

TEST(Untold, TellsNothingOfTheShippedExercises) {
    for (const char* const id : {"coach", "firm-kindness", "friend", "mask", "mend", "steady-carer",
                                 "systems", "three-chairs", "two-truths", "unmet", "weekly"}) {
        SCOPED_TRACE(id);
        const auto plan = plan_of(shipped_exercise(id));
        EXPECT_TRUE(compare(*plan, Untold(*plan)));
    }
}

TEST(Untold, TellsNothingOfExercisesMadeUpAtRandom) {
    constexpr unsigned scripts = 300;
    int compared = 0;
    for (unsigned seed = 1; seed <= scripts; ++seed) {
        SCOPED_TRACE("script " + std::to_string(seed));
        ScriptWriter writer(seed);
        const auto exercise =
            read_exercise(std::make_shared<const SourceText>("generated.json", writer.exercise().dump(1)))
                .exercise;
        ASSERT_NE(exercise, nullptr);
        const auto made = expand(exercise, writer.fragments(), usual_request(*exercise)).plan;
        if (made == nullptr) { continue; }
        // Every third question is forgotten, so that there are many.
        Plan plan = *made;
        for (auto& instruction : plan.instructions) {
            if (auto* question = std::get_if<Question>(&instruction.what)) {
                question->recorded = std::hash<std::string>()(question->id) % 3 != 0;
            }
        }
        if (compare(plan, Untold(plan))) { ++compared; }
        if (HasFailure()) { return; }
    }
    EXPECT_GT(compared, 30);
}
