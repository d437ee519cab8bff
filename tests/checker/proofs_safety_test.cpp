// SPDX-License-Identifier: MIT
// S005 (length), S008 (questions), S014, S017 (length), S019 and S021.
#include "small_exercise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string more = ", ";
const std::string kind = kindness(words_of_kindness + more + check_in("after"));

SmallExercise resting() { return moderate({arrive, kind, rest}); }

TEST(Grounding, TakesFourMinutesAtMost) {
    auto one = resting();
    const std::string spoken = R"({ "kind": "say", "text": "Look around slowly." }, )";
    one.grounding = spoken + pause("2m") + more + spoken + pause("2m");
    EXPECT_THAT(
        first_lines(one.checked(), "S005"),
        ElementsAre(
            "test.json:8:9: error S005: Grounding takes 4 minutes 5 seconds; the limit is 4 minutes"));
    one.grounding = spoken + pause("1m") + more + spoken + pause("2m");
    EXPECT_THAT(first_lines(one.checked(), "S005"), IsEmpty());
}

TEST(Grounding, DoesWithoutPacedBreathing) {
    auto one = resting();
    const std::string breathe = R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 2 })";
    one.grounding += more + breathe;
    EXPECT_THAT(all_said(one),
                ElementsAre("test.json:8:155: warning S019: For someone far away or panicking, breath can "
                            "make it worse. Sights, sounds and feet are steadier"));
    EXPECT_THAT(all_said(moderate({arrive, kind, section("b", "soothe", say_rest + more + breathe)})),
                IsEmpty());
}

TEST(Grounding, DoesWithoutPacedBreathingInFragments) {
    const std::string fragment =
        R"({ "format": "1.0", "id": "grounding/breath", "version": "1.0", "language": "en", "title": "B", )"
        R"("steps": [ { "kind": "say", "text": "Look around." }, )"
        R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 2 } ] })";
    auto one = resting();
    one.grounding += R"(, { "kind": "use", "library": "grounding/breath@1" })";
    const FragmentFinder finder = [&](const std::string&, int) {
        return read_fragment(std::make_shared<const SourceText>("breath.json", fragment)).fragment;
    };
    const auto checked = check_exercise(exercise_from(one.json()), {"2026-11-22", finder, {}});
    EXPECT_THAT(first_lines(checked, "S019"),
                ElementsAre(HasSubstr("\"grounding/breath\" has paced breathing in it.")));
}

TEST(QuestionsInKindness, SayThatTheyCanBeLeftOut) {
    const auto asking = [](const std::string& text, const std::string& answer,
                           const std::string& rest_of_it) {
        return moderate(
            {arrive,
             kindness(words_of_kindness + R"(, { "kind": "ask", "id": "line", "text": ")" + text +
                      R"(", "answer": ")" + answer + "\"" + rest_of_it + " }, " + check_in("after")),
             rest});
    };
    EXPECT_THAT(first_lines(asking("Which words?", "text", "").checked(), "S008"),
                ElementsAre(HasSubstr("error S008: This question does not say that it can be left out")));
    EXPECT_THAT(all_said(asking("Which words?", "text", ", \"optional\": true")), IsEmpty());
    EXPECT_THAT(all_said(asking("Which words, if you like?", "text", "")), IsEmpty());
    for (const char* free : {"You may write one kind sentence.", "This is optional: which words?",
                             "Which words? You can leave it empty.", "You might note a word, or nothing."}) {
        EXPECT_THAT(first_lines(asking(free, "text", "").checked(), "S008"), IsEmpty()) << free;
    }
    for (const char* owed :
         {"Write one kind sentence. You may not leave this out.",
          "Write one kind sentence. This is not optional.", "You might not leave it out. Which words?"}) {
        EXPECT_THAT(first_lines(asking(owed, "text", "").checked(), "S008"), testing::SizeIs(1)) << owed;
    }
    const auto in_german = [&](const std::string& text) {
        std::string json = asking(text, "text", "").json();
        json.replace(json.find(R"("language": "en")"), 16, R"("language": "de")");
        return first_lines(check(json), "S008");
    };
    EXPECT_THAT(in_german("Was sie kann, schreib auf."), testing::SizeIs(1));
    EXPECT_THAT(in_german("Du kannst das nicht auslassen."), testing::SizeIs(1));
    EXPECT_THAT(in_german("Welche Worte, wenn du magst?"), IsEmpty());
    EXPECT_THAT(in_german("Hier k\u00f6nnen Sie etwas notieren."), IsEmpty());
    EXPECT_THAT(all_said(asking("More words?", "yes_no", "")), IsEmpty()) << "nobody has to write";
    EXPECT_THAT(all_said(moderate({arrive, kind,
                                   section("plan", "plan",
                                           R"({ "kind": "ask", "id": "line", "text": "Which words?", )"
                                           R"("answer": "text" })")})),
                IsEmpty())
        << "outside kindness";
}

TEST(HoldingTheBreath, IsWarnedOfUnlessItCanBeLeftOut) {
    const auto holding = [](const std::string& keys) {
        return moderate({arrive, kind,
                         section("b", "soothe",
                                 say_rest + R"(, { "kind": "breathe", "in": "4s", "out": "6s", "rounds": 2)" +
                                     keys + " }")});
    };
    EXPECT_THAT(all_said(holding(", \"hold\": \"3s\"")),
                ElementsAre(HasSubstr("warning S014: Holding the breath")));
    EXPECT_THAT(all_said(holding(R"(, "hold": "3s", "text": "You can leave the hold out.")")), IsEmpty());
    EXPECT_THAT(all_said(holding(R"(, "hold": "3s", "text": "Slowly, in and out.")")),
                ElementsAre(HasSubstr("warning S014")));
    EXPECT_THAT(all_said(holding("")), IsEmpty());
}

TEST(TheClosing, TakesItsTime) {
    auto one = resting();
    one.closing = R"({ "kind": "say", "text": "Look around. Move. Then think of the next thing." })";
    EXPECT_THAT(
        all_said(one),
        ElementsAre(
            "test.json:9:9: warning S017: The closing takes 5 seconds. Give people time to come back to "
            "the room"));
    one.closing += more + pause("16s");
    EXPECT_THAT(all_said(one), IsEmpty());
    one.closing =
        yes_or_no("q") + more + if_yes("q", one.closing, one.closing.substr(0, one.closing.find("}, ") + 1));
    EXPECT_THAT(all_said(one), ElementsAre(HasSubstr("warning S017: The closing takes 5 seconds")))
        << "by its shortest way";
}

TEST(ThingsAvoided, LeaveSomethingWhole) {
    const auto with = [](const std::string& steps) {
        return moderate({arrive, kind, section("hand", "soothe", steps), rest});
    };
    const std::string instead =
        say_touch.substr(0, say_touch.size() - 2) + ", \"instead\": [ " + say_rest + " ] }";
    const std::string picture =
        R"({ "kind": "say", "text": "You might picture a place.", "involves": ["imagery"] })";
    EXPECT_THAT(
        all_said(with(say_touch + more + pause("20s"))),
        ElementsAre(
            "test.json:7:66: error S021: Without \"touch\" this section says nothing. Add \"instead\", or "
            "list \"touch\" under \"needs\""));
    EXPECT_THAT(
        all_said(with(say_touch + more + picture)),
        ElementsAre(HasSubstr("error S021: Without \"touch\" and \"imagery\" this section says nothing")));
    EXPECT_THAT(all_said(with(instead)), IsEmpty());
    EXPECT_THAT(all_said(with(instead + more + picture)), IsEmpty());
    EXPECT_THAT(all_said(with(say_rest + more + yes_or_no("q") + more + if_yes("q", say_touch))), IsEmpty())
        << "a branch may become empty";
}

TEST(ThingsAvoided, LeaveMoreThanACheckInOfKindness) {
    EXPECT_THAT(all_said(moderate({arrive,
                                   kindness(say_touch + more +
                                            R"({ "kind": "check_in", "id": "b", "about": "backdraft", )"
                                            R"("text": "How distressed do you feel now?" })"),
                                   rest})),
                ElementsAre(HasSubstr("error S021: Without \"touch\" this section says nothing")));
    EXPECT_THAT(
        all_said(moderate({section("arrive", "arrive", say_touch + more + check_in("start")), kind, rest})),
        IsEmpty())
        << "arriving may be just that";
}

TEST(ThingsAvoided, LeaveAClosingAndAGrounding) {
    auto one = resting();
    one.closing = R"({ "kind": "say", "text": "Look around. Stretch. Think of the next thing.", "involves": )"
                  R"(["body"] }, )" +
                  pause("20s");
    EXPECT_THAT(all_said(one),
                ElementsAre(HasSubstr("test.json:9:66: error S021: Without \"body\" this section")));
    one = resting();
    one.grounding = R"({ "kind": "say", "text": "Feel your feet.", "involves": ["body"] })";
    EXPECT_THAT(all_said(one),
                ElementsAre(HasSubstr("test.json:8:66: error S021: Without \"body\" this section")));
}

} // namespace
} // namespace kindly::tests
