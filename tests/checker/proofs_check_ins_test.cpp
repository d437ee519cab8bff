// SPDX-License-Identifier: MIT
// S002, S006, S011 and S018: check-ins where they are needed, on every way; and nothing where they are.
#include "small_exercise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string more = ", ";
const std::string never = "test.json:6:9: error S002: Nothing asks how the client is after \"kind\"";
const std::string sometimes =
    "test.json:6:9: error S002: On some ways nothing asks how the client is after \"kind\"";

SmallExercise with_kindness(const std::string& steps, const std::string& then = rest) {
    return moderate({arrive, kindness(steps), then});
}

/// Explanation and suggestion of the only finding.
std::string said_about(const SmallExercise& one) {
    const auto found = one.checked().diagnostics;
    for (const auto& finding : found) {
        if (finding.severity != Severity::advice) { return finding.explanation + '\n' + finding.suggestion; }
    }
    return {};
}

TEST(CheckInsAfterKindness, AreMissed) {
    EXPECT_THAT(all_said(with_kindness(words_of_kindness)), ElementsAre(never));
    EXPECT_THAT(all_said(moderate({arrive, kindness(words_of_kindness),
                                   kindness(words_of_kindness + more + check_in("b"), "again"), rest})),
                ElementsAre(never))
        << "each has its own";
}

TEST(CheckInsAfterKindness, AreMissedOnSomeWays) {
    const auto extra_asks =
        with_kindness(words_of_kindness, section("ask", "soothe", say_rest + more + check_in("b"), extra));
    EXPECT_THAT(all_said(extra_asks), ElementsAre(sometimes));
    EXPECT_THAT(said_about(extra_asks), HasSubstr("This happens if \"ask\" is left out."));

    const auto branch =
        with_kindness(words_of_kindness + more + yes_or_no("q") + more + if_yes("q", check_in("b")));
    EXPECT_THAT(all_said(branch), ElementsAre(sometimes));
    EXPECT_THAT(said_about(branch), HasSubstr("This happens if \"A little more?\" is answered no."));

    const auto leaves = with_kindness(words_of_kindness + more + yes_or_no("q") + more +
                                      if_yes("q", say_rest, go_to("rest")) + more + check_in("after_kind"));
    EXPECT_THAT(all_said(leaves), ElementsAre(sometimes));
    EXPECT_THAT(said_about(leaves), HasSubstr("\"id\": \"after_kind_2\"")) << "the first name is taken";

    EXPECT_THAT(all_said(with_kindness(R"({ "kind": "pick", "id": "p", "how": "rotate", "from": [ [ )" +
                                       words_of_kindness + more + check_in("b") + " ], [ " +
                                       words_of_kindness + " ] ] }")),
                ElementsAre(sometimes));
}

TEST(CheckInsAfterKindness, AreTooEarlyWhereItGoesOn) {
    EXPECT_THAT(
        all_said(with_kindness(words_of_kindness + more + check_in("b") + more + words_of_kindness)),
        ElementsAre(
            "test.json:6:9: error S002: \"kind\" goes on for more than 20 seconds after its check-in, "
            "and nothing asks again"));
}

TEST(CheckInsAfterKindness, AreFoundWhereverTheyStand) {
    const std::string both = words_of_kindness + more + check_in("b");
    for (const auto& steps :
         {both, both + more + say_rest, R"({ "kind": "repeat", "times": 3, "steps": [ )" + both + " ] }",
          words_of_kindness + more + yes_or_no("q") + more + if_yes("q", check_in("b"), check_in("c")),
          yes_or_no("q") + more + if_yes("q", both),
          R"({ "kind": "pick", "id": "p", "how": "rotate", "from": [ [ )" + both + " ], [ " +
              words_of_kindness + more + check_in("c") + " ] ] }"}) {
        EXPECT_THAT(all_said(with_kindness(steps)), IsEmpty()) << steps;
    }
    EXPECT_THAT(
        all_said(with_kindness(words_of_kindness, section("ask", "soothe", check_in("b") + more + say_rest))),
        IsEmpty())
        << "at the beginning of the next section";
    auto in_closing = with_kindness(words_of_kindness);
    in_closing.closing = check_in("b") + more + in_closing.closing;
    EXPECT_THAT(all_said(in_closing), IsEmpty());
}

TEST(CheckInsAfterKindness, AreNotOwedWhereKindnessIsPassedOver) {
    const std::string choose =
        section("choose", "notice", yes_or_no("q") + more + if_yes("q", say_rest, go_to("rest")));
    EXPECT_THAT(
        all_said(moderate({arrive, choose, kindness(words_of_kindness + more + check_in("b")), rest})),
        IsEmpty());
    EXPECT_THAT(
        all_said(moderate({arrive, kindness(words_of_kindness + more + check_in("b"), "kind", extra), rest})),
        IsEmpty());
}

TEST(CheckInsAfterKindness, AreAdviceInAGentleExercise) {
    auto gentle = with_kindness(words_of_kindness);
    gentle.intensity = "gentle";
    EXPECT_THAT(first_lines(gentle.checked(), "S002"),
                ElementsAre("test.json:6:9: advice S002: Nothing asks how the client is after \"kind\""));
}

const std::string before_hard =
    "test.json:3:26: error S006: A \"strong\" exercise asks how the person is before anything hard";
const std::string in_first =
    "test.json:3:26: error S006: A \"strong\" exercise asks how the person is in its first section";
const std::string kind_and_asked = kindness(words_of_kindness + more + check_in("after"));

TEST(StrongExercises, AskBeforeAnythingHard) {
    for (const auto& first :
         {section("arrive", "arrive", say_rest), section("arrive", "arrive", check_in("start"), extra),
          section("arrive", "arrive", yes_or_no("q") + more + if_yes("q", check_in("start")))}) {
        EXPECT_THAT(all_said(strong({first, hard(), kind_and_asked, rest})), ElementsAre(before_hard))
            << first;
    }
    EXPECT_THAT(all_said(strong({hard(say_rest + more + check_in("start")), kind_and_asked, rest})),
                ElementsAre(before_hard));
    EXPECT_THAT(
        all_said(strong({section("welcome", "arrive", say_rest), arrive, hard(), kind_and_asked, rest})),
        ElementsAre(in_first));
}

TEST(StrongExercises, AreFineWhereTheyAskFirst) {
    EXPECT_THAT(all_said(strong({arrive, hard(), kind_and_asked, rest})), IsEmpty());
    EXPECT_THAT(all_said(strong({section("settle", "arrive", check_in("s"), extra), arrive, hard(),
                                 kind_and_asked, rest})),
                IsEmpty())
        << "with and without the extra section";
    EXPECT_THAT(all_said(strong({hard(check_in("s") + more + pause("10s")), kind_and_asked, rest})),
                IsEmpty());
    EXPECT_THAT(all_said(moderate({section("arrive", "arrive", say_rest), hard(), kind_and_asked, rest})),
                IsEmpty())
        << "a moderate one need not";
}

std::string quiet(int times) {
    return R"({ "kind": "repeat", "times": )" + std::to_string(times) + R"(, "steps": [ )" + say_rest + more +
           pause("40s") + " ] }";
}

TEST(LongStretches, AreSaidWithTheirTime) {
    EXPECT_THAT(
        all_said(moderate({arrive, section("long", "soothe", quiet(9))})),
        ElementsAre("test.json:6:109: warning S011: Up to 7m pass here without asking how the client is"));
    EXPECT_THAT(all_said(moderate({arrive, section("long", "soothe", quiet(7))})), IsEmpty());
    EXPECT_THAT(all_said(moderate(
                    {arrive, section("long", "soothe", quiet(5) + more + yes_or_no("q") + more + quiet(4))})),
                IsEmpty())
        << "a question will do";
    EXPECT_THAT(
        all_said(
            strong({arrive, section("long", "soothe", quiet(5) + more + yes_or_no("q") + more + quiet(4))})),
        ElementsAre("test.json:6:109: warning S018: Up to 7m pass in a strong exercise without asking how it "
                    "is"))
        << "in a strong one it will not";
    EXPECT_THAT(all_said(strong({arrive, section("long", "soothe", quiet(4))})), IsEmpty());
}

TEST(LongStretches, AreSaidForSettingsAtTheirEnds) {
    auto one =
        moderate({arrive, section("long", "soothe",
                                  R"({ "kind": "repeat", "times": { "parameter": "rounds" }, "steps": [ )" +
                                      say_rest + more + pause("50s") + " ] }")});
    one.parameters = R"("parameters": { "rounds": { "type": "number", "label": "Rounds", "default": 2, )"
                     R"("lowest": 1, "highest": 9 } },)";
    EXPECT_THAT(all_said(one), ElementsAre(testing::EndsWith("how the client is with \"rounds\" at 9")));
}

} // namespace
} // namespace kindly::tests
