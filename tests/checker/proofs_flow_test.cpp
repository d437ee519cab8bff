// SPDX-License-Identifier: MIT
// R003, R004, R005: what nobody reaches, conditions that never change, ways that are none.
#include "checker/small_exercises.hpp"

using namespace kindly::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string one(const std::string& steps) { return exercise_around(section("one", steps)); }

std::string sections(const std::string& first, const std::string& second, const std::string& third = {}) {
    return exercise_around(section("one", "\n" + first) + ", " + section("two", second) +
                           (third.empty() ? std::string() : ", " + section("three", third)));
}

std::string branch(const std::string& when, const std::string& then, const std::string& otherwise) {
    return R"({ "kind": "if", "when": )" + when + R"(, "then": [ )" + then + R"( ], "else": [ )" + otherwise +
           " ] }";
}

const char* rounds =
    R"("rounds": { "type": "number", "label": "Rounds", "default": 2, "lowest": 1, "highest": 4 })";

} // namespace

TEST(ProofsR003, ASectionBehindAJump) {
    EXPECT_THAT(messages(sections(jump("close"), say()), "R003"),
                ElementsAre("Nobody can reach \"two\": the step on line 5 always jumps past it"));
    EXPECT_THAT(
        messages(sections(jump("close"), say(), say()), "R003"),
        ElementsAre("Nobody can reach \"two\" and \"three\": the step on line 5 always jumps past it"))
        << "one cause, one message";
    EXPECT_THAT(messages(sections(jump("three"), say(), say()), "R003"),
                ElementsAre("Nobody can reach \"two\": the step on line 5 always jumps past it"));
}

TEST(ProofsR003, AStepBehindAJump) {
    EXPECT_THAT(messages(sections(say() + ",\n" + jump("two") + ",\n" + say() + ", " + say(), say()), "R003"),
                ElementsAre("Nobody can reach this: the step on line 6 always jumps past it"));
    EXPECT_THAT(messages(sections(jump("close") + ", " + say(), say()), "R003"),
                ElementsAre("Nobody can reach this, nor \"two\": the step on line 5 always jumps past it"));
    EXPECT_THAT(
        messages(sections(tired + ",\n" + branch(is_tired, jump("two"), jump("close")) + ", " + say(), say()),
                 "R003"),
        ElementsAre("Nobody can reach this: every way through the step on line 6 jumps past it"));
    EXPECT_THAT(messages(sections(R"({ "kind": "repeat", "times": 3, "steps": [ )" + jump("close") + ", " +
                                      say() + " ] }",
                                  say()),
                         "R003"),
                testing::Contains("Nobody can reach this: the step on line 5 always jumps past it"));
}

TEST(ProofsR003, NearMisses) {
    EXPECT_THAT(messages(sections(tired + ", " + only_if(jump("close"), is_tired), say()), "R003"),
                IsEmpty());
    std::string all_jump = where;
    for (const char* text : {"Body", "Mind", "Nowhere"}) {
        all_jump.insert(all_jump.find(std::string(R"("text": ")") + text), R"("go_to": "two", )");
    }
    EXPECT_THAT(messages(sections(all_jump + ", " + say(), say()), "R003"), IsEmpty())
        << "whoever leaves the question out goes on";
    EXPECT_THAT(
        messages(sections(tired + ", " + branch(is_tired, jump("two"), say()) + ", " + say(), say()), "R003"),
        IsEmpty());
    EXPECT_THAT(
        messages(sections(R"({ "kind": "say", "text": "Breathe.", "involves": ["breath"], "instead": [ )" +
                              say("Look.") + " ] }",
                          say()),
                 "R003"),
        IsEmpty())
        << "met by those who avoid breath";
}

TEST(ProofsR004, OneRootCause) {
    const std::string json = with_settings(
        sections(only_if(jump("close"), R"({ "parameter": "rounds", "at_least": 1 })"), say()), rounds);
    EXPECT_THAT(messages(json, "R004"), ElementsAre(R"(This is always true: "rounds" goes from 1 to 4)"));
    EXPECT_THAT(messages(json, "R003"), IsEmpty()) << "it was said at the condition";
}

TEST(ProofsR004, NeverTrue) {
    const std::string never = "This can never be true: ";
    EXPECT_THAT(
        messages(one(how_tired + ", " + only_if(say(), R"({ "answer": "tired", "at_least": 11 })")), "R004"),
        ElementsAre(never + R"("tired" goes from 0 to 10)"));
    EXPECT_THAT(
        messages(one(where + ", " +
                     branch(is_body, only_if(say(), R"({ "answer": "where", "is": "mind" })"), say())),
                 "R004"),
        ElementsAre(never + R"(only people who chose "body" come here, and it asks for "mind")"));
    EXPECT_THAT(
        messages(one(where + ", " +
                     branch(R"({ "answer": "where", "given": true })", say(), only_if(say(), is_body))),
                 "R004"),
        ElementsAre(never + R"(nobody who comes here has answered "where")"));
    EXPECT_THAT(
        messages(one(how_tired + ", " + only_if(say(), R"({ "all": [ { "answer": "tired", "at_least": 7 },
                                                          { "answer": "tired", "at_most": 3 } ] })")),
                 "R004"),
        ElementsAre(never + "nobody who comes here has answers that make all of these tests true"));
    EXPECT_THAT(messages(one(how_tired + ", " +
                             branch(R"({ "answer": "tired", "at_least": 5 })",
                                    only_if(say(), R"({ "answer": "tired", "at_most": 4 })"), say())),
                         "R004"),
                ElementsAre(never + R"(nobody who comes here has given such an answer to "tired")"));
}

TEST(ProofsR004, AlwaysTrue) {
    EXPECT_THAT(
        messages(one(where + ", " +
                     branch(is_body, only_if(say(), R"({ "answer": "where", "is_not": "mind" })"), say())),
                 "R004"),
        ElementsAre(R"(This is always true: only such answers to "where" lead here)"));
    EXPECT_THAT(
        messages(one(where + ", " +
                     branch(is_body, only_if(say(), R"({ "answer": "where", "given": true })"), say())),
                 "R004"),
        ElementsAre(R"(This is always true: everybody who comes here has answered "where")"));
}

TEST(ProofsR004, NearMisses) {
    EXPECT_THAT(
        messages(one(how_tired + ", " + only_if(say(), R"({ "answer": "tired", "at_least": 0 })")), "R004"),
        IsEmpty())
        << "not for those who leave it out";
    EXPECT_THAT(
        messages(one(how_tired + ", " + only_if(say(), R"({ "answer": "tired", "at_least": 10 })")), "R004"),
        IsEmpty());
    EXPECT_THAT(
        messages(one(only_if(say(), R"({ "answer": "mood", "of": "evening", "is": "low" })")), "R004"),
        IsEmpty())
        << "of another exercise nothing is known";
    EXPECT_THAT(
        messages(with_settings(one(only_if(say(), R"({ "parameter": "rounds", "at_least": 2 })")), rounds),
                 "R004"),
        IsEmpty());
    EXPECT_THAT(messages(one(R"({ "kind": "check_in", "id": "start", "text": "How?" }, )" +
                             only_if(say(), R"({ "answer": "start", "is": "numb" })")),
                         "R004"),
                IsEmpty());
    const std::string several =
        R"({ "kind": "ask", "id": "see", "text": "See?", "answer": "choices", "options": [
             { "id": "x", "text": "X" }, { "id": "y", "text": "Y" }, { "id": "z", "text": "Z" } ] }, )";
    EXPECT_THAT(messages(one(several + only_if(say(), R"({ "all": [ { "answer": "see", "any_of": ["x"] },
                                                                    { "answer": "see", "any_of": ["y"] } ] })")),
                         "R004"),
                IsEmpty())
        << "both can be chosen";
    EXPECT_THAT(messages(one(several + only_if(say(), R"({ "all": [ { "answer": "see", "is": "x" },
                                                                    { "answer": "see", "is": "y" } ] })")),
                         "R004"),
                ElementsAre(HasSubstr("never")))
        << "\"is\" means just that one";
}

TEST(ProofsR005, ThreeForms) {
    std::string jumping = where;
    for (const char* text : {"Body", "Mind", "Nowhere"}) {
        jumping.insert(jumping.find(std::string(R"("text": ")") + text), R"("go_to": "two", )");
    }
    EXPECT_THAT(messages(sections(jumping + ", " + say(), say()), "R005"),
                ElementsAre(HasSubstr("All 3 answers lead to the same next step")));
    EXPECT_THAT(messages(one(tired + ", " + branch(is_tired, say(), say())), "R005"),
                ElementsAre(HasSubstr("\"then\" and \"else\" are the same")));
    EXPECT_THAT(messages(one(R"({ "kind": "pick", "id": "p", "how": "rotate", "from": [ [ )" + say() +
                             " ], [ " + say() + " ] ] }"),
                         "R005"),
                ElementsAre("All variants of this \"pick\" are the same"));
}

TEST(ProofsR005, NearMisses) {
    std::string jumping = where;
    jumping.insert(jumping.find(R"("text": "Body")"), R"("go_to": "three", )");
    EXPECT_THAT(messages(sections(jumping, say(), say()), "R005"), IsEmpty());
    EXPECT_THAT(messages(one(where), "R005"), IsEmpty()) << "no answer is meant to lead anywhere";
    EXPECT_THAT(messages(one(tired + ", " + branch(is_tired, say(), say("Rest a little."))), "R005"),
                IsEmpty());
}
