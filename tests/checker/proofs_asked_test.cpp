// SPDX-License-Identifier: MIT
// A002: every way past a question is found, with its cause and a cure; whoever is guarded is left alone.
#include "checker/small_exercises.hpp"

using namespace kindly::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

const std::string missed = R"("tired" may not have been asked yet)";
const std::string on_tired = only_if(say(), is_tired);

std::string one(const std::string& steps) { return exercise_around(section("one", steps)); }

} // namespace

TEST(ProofsA002, AskedOnEveryWay) { EXPECT_THAT(messages(one(tired + ",\n" + on_tired), "A002"), IsEmpty()); }

TEST(ProofsA002, AnAnswerJumpsPastIt) {
    std::string jumping = where;
    jumping.insert(jumping.find(R"("text": "Body")"), R"("go_to": "two", )");
    const std::string json =
        exercise_around(section("one", "\n" + jumping + ",\n" + tired) + ",\n" + section("two", on_tired));
    EXPECT_THAT(messages(json, "A002"), ElementsAre(missed));
    EXPECT_THAT(more_of(json, "A002"), HasSubstr("If the client picks \"body\" on line 5, the jump skips"));
    EXPECT_THAT(more_of(json, "A002"),
                HasSubstr("| ask it before line 5, or write { \"all\": [ { \"answer\": "
                          "\"tired\", \"given\": true }, " +
                          is_tired + " ] }"));
}

TEST(ProofsA002, AJumpLeadsPastIt) {
    const std::string json =
        exercise_around(section("one", "\n" + where + ",\n" + only_if(jump("two"), is_body) + ",\n" + tired) +
                        ",\n" + section("two", on_tired));
    EXPECT_THAT(messages(json, "A002"), ElementsAre(missed));
    EXPECT_THAT(more_of(json, "A002"),
                HasSubstr("The jump on line 7 leads past the question. This happens if "
                          "\"Where?\" is answered \"Body\". | ask it before line 7"));
}

TEST(ProofsA002, ASectionMayBeLeftOut) {
    const std::string json =
        exercise_around(section("one", tired, R"("priority": "extra", )") + ",\n" + section("two", on_tired));
    EXPECT_THAT(messages(json, "A002"), ElementsAre(missed));
    EXPECT_THAT(more_of(json, "A002"), HasSubstr("When time is short, \"one\" is left out, and the question "
                                                 "with it. | take \"priority\": \"extra\" out"));
    EXPECT_THAT(messages(exercise_around(section("one", tired + ',' + on_tired, R"("priority": "extra", )") +
                                         ",\n" + section("two", say())),
                         "A002"),
                IsEmpty());
}

TEST(ProofsA002, WhatComesAfterARepeat) {
    const std::string repeat = R"({ "kind": "repeat", "times": 2, "steps": [ )" + tired + ", ";
    const std::string json = one(repeat + say() + " ] },\n" + on_tired);
    EXPECT_THAT(messages(json, "A002"), ElementsAre(missed));
    EXPECT_THAT(more_of(json, "A002"), HasSubstr("The question stands in the \"repeat\" on line 4"));
    EXPECT_THAT(messages(one(repeat + on_tired + " ] }"), "A002"), IsEmpty()) << "inside the same repeat";
    EXPECT_THAT(messages(one(R"({ "kind": "repeat", "times": 2, "until": )" + is_tired + R"(, "steps": [ )" +
                             tired + " ] }"),
                         "A002"),
                IsEmpty())
        << "\"until\" belongs to the repeat";
}

TEST(ProofsA002, WhoAvoidsSomething) {
    std::string on_breath = tired;
    on_breath.insert(on_breath.rfind('}'), R"(, "involves": ["breath"] )");
    const std::string json = one(say() + ',' + on_breath + ",\n" + on_tired);
    EXPECT_THAT(messages(json, "A002"), ElementsAre(missed));
    EXPECT_THAT(more_of(json, "A002"),
                HasSubstr("There is a way past the question for someone who avoids \"breath\""));
}

TEST(ProofsA002, OneBranchOrVariant) {
    const std::string branch =
        where + ",\n" + R"({ "kind": "if", "when": )" + is_body + R"(, "then": [ )" + tired + " ]";
    EXPECT_THAT(messages(one(branch + " },\n" + on_tired), "A002"), ElementsAre(missed));
    EXPECT_THAT(
        more_of(one(branch + " },\n" + on_tired), "A002"),
        HasSubstr("The question depends on the condition on line 6. This happens if \"Where?\" is not"));
    const std::string beside = one(branch + R"(, "else": [ )" + on_tired + " ] }");
    EXPECT_THAT(more_of(beside, "A002"),
                HasSubstr("in another branch of the step on line 6, and nobody comes through both. | ask it "
                          "before line 6"));
    EXPECT_THAT(more_of(beside, "A002"), testing::Not(HasSubstr("given")));
    const std::string pick = R"({ "kind": "pick", "id": "p", "how": "rotate", "from": [ [ )" + tired +
                             " ], [ " + say("Other.") + " ] ] },\n" + on_tired;
    EXPECT_THAT(more_of(one(where + ',' + pick), "A002"),
                HasSubstr("The question is in one variant of the \"pick\""));
}

TEST(ProofsA002, ASettingDecides) {
    const std::string asked_with_a = only_if(tired, R"({ "parameter": "mode", "is": "a" })");
    const char* mode = R"("mode": { "type": "choice", "label": "Mode", "default": "a",
        "options": [ { "id": "a", "text": "A" }, { "id": "b", "text": "B" } ] })";
    EXPECT_THAT(more_of(with_settings(one(asked_with_a + ",\n" + on_tired), mode), "A002"),
                HasSubstr("This happens with \"mode\" at b."));
    EXPECT_THAT(
        messages(with_settings(one(asked_with_a + ",\n" +
                                   only_if(say(), R"({ "all": [ { "parameter": "mode", "is": "a" }, )" +
                                                      is_tired + " ] }")),
                               mode),
                 "A002"),
        IsEmpty())
        << "with b the condition is false, whatever was asked";
}

TEST(ProofsA002, Guarded) {
    const std::string asked = where + ',' + only_if(tired, is_body) + ",\n";
    const std::string given = R"({ "answer": "tired", "given": true })";
    EXPECT_THAT(messages(one(asked + on_tired), "A002"), ElementsAre(missed));
    EXPECT_THAT(messages(one(asked + only_if(say(), given)), "A002"), IsEmpty());
    EXPECT_THAT(
        messages(one(asked + only_if(say(), R"({ "all": [ )" + given + ", " + is_tired + " ] }")), "A002"),
        IsEmpty());
    EXPECT_THAT(
        messages(one(asked + R"({ "kind": "if", "when": )" + given + R"(, "then": [ )" + on_tired + " ] }"),
                 "A002"),
        IsEmpty())
        << "an \"if\" around it is a guard too";
    EXPECT_THAT(
        messages(one(asked + R"({ "kind": "if", "when": )" + is_body + R"(, "then": [ )" + on_tired + " ] }"),
                 "A002"),
        IsEmpty())
        << "asked for the same answer";
    EXPECT_THAT(
        messages(one(asked + only_if(say(), R"({ "all": [ )" + is_body + ", " + is_tired + " ] }")), "A002"),
        IsEmpty());
}

TEST(ProofsA002, BesideAnotherInAny) {
    const std::string json =
        one(where + ',' + only_if(tired, is_body) + ",\n" +
            only_if(say(), R"({ "any": [ )" + is_tired + R"(, { "answer": "where", "is": "none" } ] })"));
    EXPECT_THAT(messages(json, "A002"), ElementsAre(missed));
    EXPECT_THAT(more_of(json, "A002"), HasSubstr("or look at it in a condition of its own"))
        << "\"given\" in \"any\" would hold for everybody who answered";
}

TEST(ProofsA002, TooManyWaysToFollow) {
    std::string questions;
    std::string conditions;
    for (int number = 0; number < 13; ++number) {
        const std::string id = "q" + std::to_string(number);
        questions += R"({ "kind": "ask", "id": ")" + id + R"(", "text": "Q?", "answer": "yes_no" }, )";
        conditions += ", " + only_if(say("Yes."), R"({ "answer": ")" + id + R"(", "is": true })");
    }
    EXPECT_THAT(messages(one(questions + tired + conditions + ", " + on_tired), "A002"), IsEmpty());
    EXPECT_THAT(
        messages(one(questions + where + ", " + only_if(tired, is_body) + conditions + ", " + on_tired),
                 "A002"),
        ElementsAre(missed));
}

namespace {

/// A harder section between the first one and the gentle end.
std::string with_hard_part(const std::string& steps) {
    return exercise_around(
        section("one", R"({ "kind": "check_in", "id": "start", "text": "How is it?" }, )" + steps) + ", " +
        R"({ "id": "hard", "title": "Hard", "purpose": "feeling", "steps": [ { "kind": "pause", "for": "12s" } ] }, )" +
        section("gentle", R"({ "kind": "pause", "for": "40s" })"));
}

} // namespace

TEST(ProofsA007, WithoutAnAnswerTheHarderWay) {
    EXPECT_THAT(messages(with_hard_part(tired + R"(, { "kind": "if", "when": )" + is_tired +
                                        R"(, "then": [ )" + jump("gentle") + " ] }"),
                         "A007"),
                ElementsAre(HasSubstr("If the client skips \"tired\", the exercise goes on with the hard")));
    EXPECT_THAT(
        messages(with_hard_part(tired + R"(, { "kind": "if", "when": )" + is_tired + R"(, "then": [ )" +
                                jump("gentle") + R"( ], "else": [ )" + jump("hard") + " ] }"),
                 "A007"),
        ElementsAre(HasSubstr("the \"else\" steps run. They stay with the hard feeling")));
    std::string jumping = where;
    jumping.insert(jumping.find(R"("text": "Nowhere")"), R"("go_to": "gentle", )");
    EXPECT_THAT(messages(with_hard_part(jumping), "A007"),
                ElementsAre(HasSubstr("which another answer avoids")));
}

TEST(ProofsA007, BesideASetting) {
    const char* rounds =
        R"("rounds": { "type": "number", "label": "Rounds", "default": 2, "lowest": 1, "highest": 4 })";
    const auto gentle_if = [&](const std::string& combination, const std::string& setting) {
        return with_settings(with_hard_part(tired + ", " +
                                            only_if(jump("gentle"), "{ \"" + combination + "\": [ " +
                                                                        setting + ", " + is_tired + " ] }")),
                             rounds);
    };
    EXPECT_THAT(messages(gentle_if("any", R"({ "parameter": "rounds", "at_least": 3 })"), "A007"),
                ElementsAre(HasSubstr("If the client skips \"tired\"")));
    EXPECT_THAT(messages(gentle_if("all", R"({ "parameter": "rounds", "at_least": 3 })"), "A007"), IsEmpty())
        << "as set, no answer leads the gentler way";
}

TEST(ProofsA007, NearMisses) {
    const std::string not_tired = R"({ "answer": "tired", "is": false })";
    EXPECT_THAT(messages(with_hard_part(tired + R"(, { "kind": "if", "when": )" + is_tired +
                                        R"(, "then": [ )" + jump("hard") + " ] }, " + jump("gentle")),
                         "A007"),
                IsEmpty())
        << "chosen, not fallen into";
    EXPECT_THAT(messages(with_hard_part(
                             tired + ", " +
                             only_if(jump("gentle"), R"({ "any": [ )" + is_tired +
                                                         R"(, { "answer": "tired", "given": false } ] })")),
                         "A007"),
                IsEmpty())
        << "who does not answer is led the gentler way";
    EXPECT_THAT(messages(with_hard_part(tired + ", " + only_if(say(), not_tired)), "A007"), IsEmpty())
        << "both ways meet the same";
    EXPECT_THAT(messages(exercise_around(section("one", tired + ", " + only_if(jump("two"), is_tired) + ", " +
                                                            R"({ "kind": "pause", "for": "40s" })") +
                                         ", " + section("two", say())),
                         "A007"),
                IsEmpty())
        << "nothing here is hard";
}
