// SPDX-License-Identifier: MIT
#include "exercise/links.hpp"

#include "exercise/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using test::Case;
using test::expect_in;
using test::lines;
using test::read_with_step;
using test::Sample;
using test::source;
using testing::ElementsAre;
using testing::IsEmpty;

/// A question of every sort before the step, and settings of every type.
Sample with_questions() {
    Sample sample;
    sample.parameters =
        R"("parameters": { "rounds": { "type": "number", "label": "R", "default": 2, "lowest": 1, "highest": 4 }, )"
        R"("warm_name": { "type": "text", "label": "W", "default": "dear" }, )"
        R"("length": { "type": "duration", "label": "L", "default": "30s", "lowest": "10s", "highest": "1m" }, )"
        R"("touch": { "type": "choice", "label": "T", "default": "none", "options": [ { "id": "none", "text": "N" }, { "id": "hand", "text": "H" } ] } },)";
    sample.before =
        R"({ "kind": "check_in", "id": "start", "text": "?" }, )"
        R"({ "kind": "ask", "id": "where", "text": "?", "answer": "choice", "options": [ { "id": "body", "text": "B" }, { "id": "mind", "text": "M" } ] }, )"
        R"({ "kind": "ask", "id": "several", "text": "?", "answer": "choices", "options": [ { "id": "a", "text": "A" }, { "id": "b", "text": "B" } ] }, )"
        R"({ "kind": "ask", "id": "tension", "text": "?", "answer": "scale", "lowest": 0, "highest": 10 }, )"
        R"({ "kind": "ask", "id": "alone", "text": "?", "answer": "yes_no" }, )"
        R"({ "kind": "ask", "id": "words", "text": "?", "answer": "text" },)";
    return sample;
}

/// `{ "kind": "say" ... }` on one condition, which begins in column 42.
std::string when(const std::string& condition) {
    return R"({ "kind": "say", "text": "x", "only_if": { )" + condition + " } }";
}

TEST(Links, A001UnknownAnswersAndSettings) {
    expect_in(
        &Sample::step,
        {
            {when(R"("answer": "wher", "is": "body")"),
             {R"(f:7:54: error A001: No question is called "wher")"}},
            {when(R"("answer": "something", "is": "body")"),
             {R"(f:7:54: error A001: No question is called "something")"}},
            {when(R"("parameter": "round", "is": 2)"),
             {R"(f:7:57: error A001: There is no setting "round". Did you mean "rounds" (line 3)?)"}},
            {R"({ "kind": "recall", "answer": "wher", "text": "x" })",
             {R"(f:7:31: error A001: No question is called "wher")"}},
            {R"({ "kind": "recall", "answer": ["where", "wher"], "text": "x" })",
             {R"(f:7:41: error A001: No question is called "wher")"}},
            {R"({ "kind": "repeat", "times": { "parameter": "turns" }, "steps": [ { "kind": "say", "text": "x" } ] })",
             {R"(f:7:45: error A001: There is no setting "turns")"}},
            {R"({ "kind": "repeat", "times": { "parameter": "warm_name" }, "steps": [ { "kind": "say", "text": "x" } ] })",
             {R"(f:7:45: error A001: "warm_name" is a text; "times" needs a number)"}},
            {R"({ "kind": "pause", "for": { "parameter": "rounds" } })",
             {R"(f:7:42: error A001: "rounds" is a number; "for" needs a duration)"}},
            {R"({ "kind": "pause", "for": { "parameter": "length" } })", {}},
            {when(R"("answer": "wher", "of": "open-close", "is": "body")"), {}},
        },
        with_questions());
    const auto read = [] {
        Sample sample = with_questions();
        sample.step = when(R"("answer": "wher", "is": "body")");
        return sample.read();
    }();
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(to_text(read.diagnostics[0], {.plain = true}),
              "f:7:54: error A001: No question is called \"wher\"\n"
              "   This condition looks at an answer that no question before it gives.\n"
              "   Try: \"where\" (asked on line 6). Questions so far: start, where, several, tension, alone, "
              "words.\n");
}

TEST(Links, A003AskedLater) {
    expect_in(
        &Sample::step,
        {{when(R"("answer": "more", "is": true)"),
          {R"(f:7:54: error A003: "more" is asked on line 10, after this condition. Move the question up)"}},
         {R"({ "kind": "recall", "answer": "more", "text": "x" })",
          {R"(f:7:31: error A003: "more" is asked on line 10, after this. Move the question up)"}},
         // Looked at after each round, so after the question.
         {R"({ "kind": "repeat", "times": 2, "steps": [ { "kind": "ask", "id": "on", "text": "?", "answer": "yes_no" } ], "until": { "answer": "on", "is": true } })",
          {}},
         {R"({ "kind": "ask", "id": "on", "text": "?", "answer": "yes_no", "only_if": { "answer": "on", "given": false } })",
          {R"(f:7:86: error A003: "on" is asked on line 7, after this condition. Move the question up)"}}});
    // The closing runs last, wherever it stands.
    Sample sample;
    sample.closing =
        R"({ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "x", "only_if": { "answer": "more", "is": true } } ] })";
    EXPECT_THAT(lines(sample.read().diagnostics), IsEmpty());
}

TEST(Links, A004TestsThatDoNotFit) {
    expect_in(
        &Sample::step,
        {
            {when(R"("answer": "where", "at_least": 6)"),
             {R"(f:7:63: error A004: "where" is a choice, so "at_least" cannot be used. Use "is" or "any_of")"}},
            {when(R"("answer": "words", "is": "x")"),
             {R"(f:7:63: error A004: "words" is a text, so "is" cannot be used. Use "given")"}},
            {when(R"("answer": "alone", "any_of": [true])"),
             {R"(f:7:63: error A004: "alone" is a yes/no question, so "any_of" cannot be used. Use "is")"}},
            {when(R"("answer": "alone", "is": "yes")"),
             {R"(f:7:69: error A004: "alone" is a yes/no question. Write true or false, without quotes)"}},
            {when(R"("answer": "tension", "is": "6")"),
             {R"(f:7:71: error A004: "tension" is a scale. Write a number, without quotes)"}},
            {when(R"("answer": "start", "is": "high")"),
             {R"(f:7:69: error A004: "start" is a check-in. Write a number, without quotes)"}},
            {when(R"("answer": "where", "is": true)"),
             {R"(f:7:69: error A004: "where" is a choice. Write one of its options, between quotes: body, mind)"}},
            {when(R"("parameter": "rounds", "given": true)"),
             {R"(f:7:67: error A004: "given" is for answers; a setting always has a value. Leave this test out)"}},
            {when(R"("parameter": "warm_name", "is": "dear")"),
             {R"(f:7:70: error A004: "warm_name" is a text, which cannot be compared)"}},
            {when(R"("answer": "start", "is": "numb")"), {}},
            {when(R"("answer": "start", "any_of": [8, "numb"])"), {}},
            {when(R"("answer": "words", "given": true)"), {}},
            {when(R"("answer": "several", "any_of": ["a", "b"])"), {}},
            {when(R"("parameter": "length", "at_least": "20s")"), {}},
            {when(R"("parameter": "length", "at_least": 20)"),
             {R"(f:7:79: error K005: 20 has no unit. Write "20s" for seconds or "20m" for minutes)"}},
            {when(R"("parameter": "touch", "is_not": "none")"), {}},
        },
        with_questions());
}

TEST(Links, A005UnknownOptions) {
    expect_in(&Sample::step,
              {
                  {when(R"("answer": "where", "is": "bodie")"),
                   {R"(f:7:69: error A005: "where" has no option "bodie". Did you mean "body"?)"}},
                  {when(R"("answer": "several", "any_of": ["a", "xyz"])"),
                   {R"(f:7:81: error A005: "several" has no option "xyz")"}},
                  {when(R"("parameter": "touch", "is": "hands")"),
                   {R"(f:7:72: error A005: "touch" has no option "hands". Did you mean "hand"?)"}},
              },
              with_questions());
}

TEST(Links, A006NamesInTexts) {
    auto say = [](const std::string& text) { return R"({ "kind": "say", "text": ")" + text + "\" }"; };
    expect_in(
        &Sample::step,
        {
            {say("{warm_name}, hello"), {}},
            {say("a {{ brace and }"), {}},
            {say("{warmname}, hello"),
             {R"(f:7:27: error A006: {warmname} is not a setting. Did you mean {warm_name} (line 3)?)"}},
            {say("äö \\\"x\\\" {nobody}"), {R"(f:7:36: error A006: {nobody} is not a setting)"}},
            {say("You said {where}."),
             {R"(f:7:36: error A006: {where} is an answer, and answers cannot stand inside a sentence. Show it with "recall")"}},
            {say("Hello {warm_name"),
             {R"(f:7:33: error A006: This brace is not closed. Write {name}, or {{ for a brace)"}},
            {say("Hello {warm {warm_name}"),
             {R"(f:7:33: error A006: This brace is not closed. Write {name}, or {{ for a brace)"}},
            {say("Hello { } there"),
             {R"(f:7:33: error A006: { } is not the name of a setting. For a brace in the text write {{)"}},
            {R"({ "kind": "use", "library": "a/b@1", "with": { "who": "{nobody}" } })",
             {R"(f:7:56: error A006: {nobody} is not a setting)"}},
            {R"({ "kind": "say", "text": "x", "note": "{for colleagues" })", {}},
        },
        with_questions());
    expect_in(&Sample::safety, {{R"("safety": { "intensity": "gentle", "before": "Hello {nobody}." },)",
                                 {R"(f:4:53: error A006: {nobody} is not a setting)"}}});
}

TEST(Links, R001UnknownSections) {
    expect_in(
        &Sample::step,
        {
            {R"({ "kind": "go_to", "section": "cloze" })",
             {R"(f:7:31: error R001: There is no section "cloze". Did you mean "close" (line 13)?)"}},
            {R"({ "kind": "go_to", "section": "elsewhere" })",
             {R"(f:7:31: error R001: There is no section "elsewhere")"}},
            {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "choice", "options": [ { "id": "x", "text": "X", "go_to": "tow" }, { "id": "y", "text": "Y" } ] })",
             {R"(f:7:110: error R001: There is no section "tow". Did you mean "two" (line 9)?)"}},
            {R"({ "kind": "go_to", "section": "two" })", {}},
            {R"({ "kind": "go_to", "section": "close" })", {}},
        });
}

TEST(Links, R002BackwardJumps) {
    expect_in(
        &Sample::later,
        {
            {R"({ "kind": "go_to", "section": "one" })",
             {R"(f:10:31: error R002: "go_to" can only go forward. "one" (line 6) comes before "two". To do steps again, use "repeat")"}},
            {R"({ "kind": "go_to", "section": "two" })",
             {R"(f:10:31: error R002: "go_to" can only go forward, and "two" is the section it stands in. To do steps again, use "repeat")"}},
            {R"({ "kind": "go_to", "section": "feet" })",
             {R"(f:10:31: error R002: "go_to" cannot lead to the grounding section: people enter it by a key, or from a check-in)"}},
        });
    expect_in(
        &Sample::closing,
        {{R"({ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "x" }, { "kind": "go_to", "section": "two" } ] })",
          {R"(f:13:128: error R002: "go_to" can only go forward. "two" (line 9) comes before "close". To do steps again, use "repeat")"}}});
}

TEST(Links, R007Roles) {
    const std::string second =
        R"({ "id": "end", "title": "End", "role": "closing", "steps": [ { "kind": "say", "text": "x" } ] })";
    const std::string main =
        R"({ "id": "late", "title": "Late", "purpose": "plan", "steps": [ { "kind": "say", "text": "x" } ] })";
    const std::string closing = Sample().closing;
    expect_in(
        &Sample::closing,
        {{closing + ",\n" + second,
          {R"(f:14:40: error R007: Two sections are marked "closing" (lines 13 and 14). Keep one)"}},
         {closing + ",\n" + main,
          {R"(f:14:9: error R007: "late" stands after the closing section, but the closing always comes last. Move it up)"}},
         {main + ",\n" + closing, {}}});
    const std::string grounding = Sample().grounding;
    expect_in(
        &Sample::grounding,
        {{grounding + "\n" +
              R"({ "id": "more_feet", "title": "F", "role": "grounding", "steps": [ { "kind": "say", "text": "x" } ] },)",
          {R"(f:13:44: error R007: Two sections are marked "grounding" (lines 12 and 13). Keep one)"}}});
}

TEST(Links, R008Repeats) {
    Sample forty;
    forty.parameters =
        R"("parameters": { "rounds": { "type": "number", "label": "R", "default": 2, "lowest": 1, "highest": 40 }, "open": { "type": "number", "label": "O", "default": 2 } },)";
    auto repeat = [](const std::string& times, const std::string& steps) {
        return R"({ "kind": "repeat", "times": )" + times + R"(, "steps": [ )" + steps + " ] }";
    };
    const std::string say = R"({ "kind": "say", "text": "x" })";
    expect_in(
        &Sample::step,
        {
            {repeat(R"({ "parameter": "rounds" })", say),
             {R"(f:7:45: error R008: With "rounds" at its highest (40) these words are said 40 times. The limit is 20)"}},
            {repeat(R"({ "parameter": "open" })", say),
             {R"(f:7:45: error R008: "open" has no "highest", so these steps could be repeated without end)"}},
            {repeat("21", say),
             {R"(f:7:30: error R008: These steps are repeated 21 times. The limit is 20)"}},
            {repeat("20", repeat("4", say)),
             {R"(f:7:74: error R008: A repeat inside a repeat: these steps come up to 80 times. The limit is 60)"}},
            {repeat("20", repeat("3", say)), {}},
        },
        forty);
    Sample zero;
    zero.parameters =
        R"("parameters": { "rounds": { "type": "number", "label": "R", "default": 2, "lowest": 0, "highest": 4 } },)";
    expect_in(&Sample::step,
              {{repeat(R"({ "parameter": "rounds" })", say),
                {R"(f:7:45: error K006: With "rounds" at its lowest (0), "times" would be less than 1)"}}},
              zero);
}

TEST(Links, SettingsOfBreathingAndPauses) {
    Sample wide;
    wide.parameters =
        R"("parameters": { "rounds": { "type": "number", "label": "R", "default": 2, "lowest": 1, "highest": 40 }, )"
        R"("length": { "type": "duration", "label": "L", "default": "30s", "lowest": "10s", "highest": "21m" }, )"
        R"("open": { "type": "duration", "label": "O", "default": "30s" } },)";
    expect_in(
        &Sample::step,
        {
            {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": { "parameter": "rounds" } })",
             {R"(f:7:72: error T004: With "rounds" at its highest, 40 rounds take 6m40s. Paced breathing can last 5m and 30 rounds at most)"}},
            {R"({ "kind": "pause", "for": { "parameter": "length" } })",
             {R"(f:7:42: error K006: With "length" at its highest this pause lasts 21m. One pause can last 20m at most)"}},
            {R"({ "kind": "pause", "for": { "parameter": "open" } })",
             {R"(f:7:42: error K006: "open" has no "highest", so this pause could last any time)"}},
        },
        wide);
    expect_in(
        &Sample::step,
        {
            {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": { "parameter": "rounds" }, "lowest": 2 })",
             {R"(f:7:94: error K006: "lowest" (2) is higher than "rounds" at its lowest (1))"}},
            {R"({ "kind": "pause", "for": { "parameter": "length" }, "shortest": "20s", "longest": "50s" })",
             {R"(f:7:66: error T001: "shortest" (20s) is longer than "length" at its lowest (10s))",
              R"(f:7:84: error T001: "longest" (50s) is shorter than "length" at its highest (1m))"}},
            {R"({ "kind": "pause", "for": { "parameter": "length" }, "shortest": "5s", "longest": "2m" })",
             {}},
        },
        with_questions());
}

TEST(Links, S001AndS004WhatEveryExerciseHas) {
    expect_in(&Sample::grounding, {{"", {R"(f:5:1: error S001: There is no grounding section)"}}});
    Sample open;
    open.grounding.pop_back(); // the comma
    expect_in(&Sample::closing, {{"", {R"(f:5:1: error S004: There is no closing section)"}}}, open);
    expect_in(
        &Sample::closing,
        {{R"({ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "pause", "for": "5s" } ] })",
          {R"(f:13:9: error S004: The closing section says nothing. Every ending passes here; one kind sentence is enough)"}},
         {R"({ "id": "close", "title": "Close", "role": "closing", "steps": [] })",
          {R"(f:13:9: error S004: The closing section says nothing. Every ending passes here; one kind sentence is enough)"}}});
    EXPECT_THAT(
        lines(read_exercise(
                  source(R"({ "format": "1.0", "id": "a", "version": "1.0", "language": "en", "title": "A",
"safety": { "intensity": "gentle", "before": "B." }, "sections": [] })"))
                  .diagnostics),
        ElementsAre("f:2:66: error K006: There are no sections"));
}

TEST(Links, S005Grounding) {
    auto grounding = [](const std::string& more, const std::string& step) {
        return R"({ "id": "feet", "title": "Feet", "role": "grounding", )" + more + "\"steps\": [\n" + step +
               " ] },";
    };
    expect_in(
        &Sample::grounding,
        {
            {grounding("", R"({ "kind": "ask", "id": "a", "text": "?", "answer": "yes_no" })"),
             {"f:13:11: error S005: Grounding must not ask questions. Someone who needs it may not be able "
              "to answer"}},
            {grounding("", R"({ "kind": "check_in", "id": "a", "text": "?" })"),
             {"f:13:11: error S005: Grounding must not ask questions. Someone who needs it may not be able "
              "to answer"}},
            {grounding("", R"({ "kind": "go_to", "section": "two" })"),
             {"f:13:11: error S005: Grounding must not jump. Afterwards people go on where they were, or "
              "choose"}},
            {grounding("",
                       R"({ "kind": "repeat", "times": 2, "steps": [ { "kind": "say", "text": "x" } ] })"),
             {R"(f:13:11: error S005: Grounding is kept simple: "repeat" cannot stand in it, only "say", "pause" and "use")"}},
            {grounding(R"("component": "kindness", )", R"({ "kind": "say", "text": "x" })"),
             {"f:12:68: error S005: Grounding must not offer kindness. It leads outward, to the room"}},
            {grounding(
                 "",
                 R"({ "kind": "use", "library": "a/b@1" }, { "kind": "pause", "for": "5s" }, { "kind": "breathe", "in": "4s", "out": "4s", "rounds": 2 })"),
             {}},
        });
}

TEST(Links, L003InvisibleCharacters) {
    auto say = [](const std::string& text) { return R"({ "kind": "say", "text": ")" + text + "\" }"; };
    expect_in(
        &Sample::step,
        {
            {say("ab\u202Ecd"),
             {"f:7:29: error L003: There is an invisible character here (U+202E, right-to-left override). "
              "Delete it and type the word again"}},
            {say("ab\\u001b[1m"),
             {"f:7:29: error L003: There is an invisible character here (U+001B, escape). Delete it and type "
              "the word again"}},
            {say("ä\\n\\u200bx"),
             {"f:7:30: error L003: There is an invisible character here (U+200B, zero-width space). Delete "
              "it and type the word again"}},
            {say("\\u0000"),
             {"f:7:27: error L003: There is an invisible character here (U+0000, zero). Delete it and type "
              "the word again"}},
            {say("two\\nlines, na\u00A0ja, \u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"), {}},
        });
}

TEST(Links, FragmentsAreCheckedByThemselves) {
    const std::string heading =
        R"({ "format": "1.0", "id": "a/b", "version": "1.0", "language": "en", "title": "A", "steps": [)"
        "\n";
    auto found = [&](const std::string& step) {
        return lines(read_fragment(source(heading + step + "\n] }")).diagnostics);
    };
    EXPECT_THAT(found(R"({ "kind": "say", "text": "{who}, {{ hello" })"), IsEmpty());
    EXPECT_THAT(found(R"({ "kind": "say", "text": "{who" })"),
                ElementsAre(testing::HasSubstr("f:2:27: error A006")));
    EXPECT_THAT(found(R"({ "kind": "say", "text": "x", "only_if": { "answer": "y", "is": 1 } })"),
                ElementsAre(testing::HasSubstr("error A001")));
    EXPECT_THAT(found(R"({ "kind": "repeat", "times": 30, "steps": [ { "kind": "say", "text": "x" } ] })"),
                ElementsAre(testing::HasSubstr("error R008")));
    EXPECT_THAT(found(R"({ "kind": "say", "text": "\u202e" })"),
                ElementsAre(testing::HasSubstr("error L003")));
}

} // namespace
} // namespace kindly
