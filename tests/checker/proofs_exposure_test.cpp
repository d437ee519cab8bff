// SPDX-License-Identifier: MIT
// S015 and S016: how long an exercise stays with what is hard, and that it does not end there.
#include "small_exercise.hpp"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string more = ", ";
const std::string kind = kindness(words_of_kindness + more + check_in("after"));

std::string ends_at(const std::string& line) {
    return "test.json:" + line +
           ":9: error S015: The exercise can end right after \"hard\" (feeling). End on a section that "
           "soothes "
           "or plans";
}

const Diagnostic& only_error(const Checked& checked) {
    for (const auto& finding : checked.diagnostics) {
        if (finding.severity == Severity::error) { return finding; }
    }
    throw std::runtime_error("no error");
}

TEST(HardEndings, AreFoundHoweverTheyComeAbout) {
    EXPECT_THAT(all_said(moderate({arrive, kind, rest, hard()})), ElementsAre(ends_at("8")));
    EXPECT_THAT(all_said(moderate({arrive, kind, rest, hard(pause("10s"), extra)})),
                ElementsAre(ends_at("8")));

    const auto dropped = moderate({arrive, kind, hard(), section("a", "soothe", say_rest, extra),
                                   section("b", "plan", say_rest, extra)});
    EXPECT_THAT(all_said(dropped), ElementsAre(ends_at("7")));
    const auto checked = dropped.checked();
    EXPECT_THAT(only_error(checked).explanation,
                HasSubstr("This happens if \"a\" is left out, and \"b\" is left out."));
    EXPECT_EQ(only_error(checked).suggestion, "leave \"priority\": \"extra\" out of \"a\"");
}

TEST(HardEndings, AreFoundBehindJumpsWithOneMessage) {
    const auto jump = moderate(
        {arrive, hard(pause("10s") + more + yes_or_no("q") + more + if_yes("q", say_rest, go_to("close"))),
         kind, rest});
    EXPECT_THAT(all_said(jump), ElementsAre(ends_at("6"))) << "its share follows from that";
    const auto checked = jump.checked();
    EXPECT_THAT(only_error(checked).explanation,
                HasSubstr("This happens if \"A little more?\" is answered no."));
    EXPECT_EQ(only_error(checked).suggestion, "let that way go to \"kind\" first");
}

TEST(HardEndings, AreNoneWhereSomethingGentleFollows) {
    EXPECT_THAT(all_said(moderate({arrive, hard(), kind, rest})), IsEmpty());
    EXPECT_THAT(all_said(moderate({arrive, kind, hard(), rest, section("a", "soothe", say_rest, extra)})),
                IsEmpty());
    EXPECT_THAT(
        all_said(moderate(
            {arrive, hard(pause("10s") + more + yes_or_no("q") + more + if_yes("q", say_rest, go_to("rest"))),
             kind, rest})),
        IsEmpty());
}

TEST(HardShares, AreJudgedByIntensity) {
    EXPECT_THAT(
        all_said(moderate({arrive, hard(pause("50s")), kind, rest})),
        ElementsAre("test.json:3:26: error S016: 33 % of this moderate exercise stays with the hard feeling; "
                    "the limit is 25 %"));
    EXPECT_THAT(all_said(strong({arrive, hard(pause("45s")), kind, rest})), IsEmpty());
    auto gentle = moderate({arrive, hard(), kind, rest});
    gentle.intensity = "gentle";
    EXPECT_THAT(
        all_said(gentle),
        ElementsAre(StartsWith("test.json:3:26: error S016: This gentle exercise stays with the hard feeling "
                               "for 10 seconds.")));
}

TEST(HardShares, AreJudgedAtBothEndsAndWithoutWhatIsExtra) {
    const std::string stretched = R"({ "kind": "pause", "for": "10s", "longest": "58s" })";
    EXPECT_THAT(all_said(moderate({arrive, hard(stretched), kind, rest})),
                ElementsAre(HasSubstr("stays with the hard feeling at its longest; the limit is 25 %")));
    const std::string shrinks = R"({ "kind": "pause", "for": "40s", "shortest": "1s" })";
    EXPECT_THAT(all_said(moderate({arrive, hard(pause("20s")),
                                   kindness(say_rest + more + shrinks + more + check_in("after")),
                                   section("rest", "soothe", say_rest + more + shrinks)})),
                ElementsAre(HasSubstr("stays with the hard feeling at its shortest; the limit is 25 %")));
    EXPECT_THAT(all_said(moderate({arrive, hard(pause("18s")), kindness(say_rest + more + check_in("after")),
                                   section("rest", "soothe", say_rest + more + pause("20s")),
                                   section("b", "soothe", say_rest + more + pause("1m"), extra)})),
                ElementsAre(HasSubstr("error S016")));
}

TEST(HardShares, AreJudgedWithSettingsAtTheirEnds) {
    auto one = moderate({arrive,
                         hard(R"({ "kind": "repeat", "times": { "parameter": "rounds" }, "steps": [ )" +
                              say_rest + more + pause("15s") + " ] }"),
                         kind, rest});
    one.parameters = R"("parameters": { "rounds": { "type": "number", "label": "Rounds", "default": 1, )"
                     R"("lowest": 1, "highest": 5 } },)";
    const auto checked = one.checked();
    EXPECT_THAT(first_line(only_error(checked)), HasSubstr("hard feeling with \"rounds\" at 5; the limit"));
    EXPECT_THAT(only_error(checked).suggestion, StartsWith("narrower limits for that setting"));
}

TEST(TheCritic, SpeaksForAMinuteAtMost) {
    const std::string long_rest = section("more", "soothe", say_rest + more + pause("40s"));
    const auto speaks = [&](const std::string& first, const std::string& second) {
        return strong({arrive, section("critic", "critic", pause(first)), kind,
                       section("critic2", "critic", pause(second)), rest, long_rest});
    };
    EXPECT_THAT(all_said(speaks("31s", "30s")),
                ElementsAre("test.json:6:9: error S016: The critic speaks for 1m1s; the limit is 1m"));
    EXPECT_THAT(all_said(speaks("30s", "30s")), IsEmpty());
}

TEST(WhatSoothes, IsNotShorterThanWhatIsHard) {
    const std::string little = kindness(say_rest + more + check_in("after"));
    EXPECT_THAT(
        all_said(strong({arrive, section("teach", "teach", pause("45s")), hard(pause("30s")), little,
                         section("rest", "soothe", pause("20s"))})),
        ElementsAre(
            "test.json:3:26: error S016: What soothes and plans is 7 seconds shorter than what is hard"));
    EXPECT_THAT(all_said(strong({arrive, section("teach", "teach", pause("45s")), hard(pause("20s")), little,
                                 section("rest", "plan", pause("20s"))})),
                IsEmpty());
}

TEST(Exposure, SaysNothingOfWhatFollowsFromAnEmptiedSection) {
    EXPECT_THAT(all_said(moderate({arrive, kind, hard(), section("hand", "soothe", say_touch)})),
                ElementsAre(HasSubstr("error S021")));
}

} // namespace
} // namespace kindly::tests
