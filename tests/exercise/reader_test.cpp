// SPDX-License-Identifier: MIT
#include "exercise/reader.hpp"

#include "exercise/json_text.hpp"
#include "exercise/reading.hpp"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using test::Case;
using test::codes;
using test::expect_in;
using test::lines;
using test::read_with_step;
using test::Sample;
using test::source;
using testing::ElementsAre;
using testing::IsEmpty;

void expect_in_step(const std::vector<Case>& cases) {
    for (const auto& one : cases) {
        const ReadExercise read = read_with_step(one.written);
        EXPECT_EQ(lines(read.diagnostics), one.found) << one.written;
        EXPECT_EQ(read.exercise != nullptr, one.found.empty()) << one.written;
    }
}

TEST(Reader, ReadsTheExampleOfTheFormat) {
    const ReadExercise read =
        read_exercise(source(test::file_bytes("tests/exercise/data/hard-moment-break.json")));
    ASSERT_THAT(lines(read.diagnostics), IsEmpty());
    const Exercise& exercise = *read.exercise;
    EXPECT_EQ(exercise.format, "1.0");
    EXPECT_EQ(exercise.id, "hard-moment-break");
    EXPECT_EQ(exercise.version, "2.1");
    EXPECT_EQ(exercise.language, "en");
    EXPECT_EQ(exercise.title, "A short break for a hard moment");
    EXPECT_THAT(exercise.about.authors, ElementsAre("your name"));
    EXPECT_EQ(exercise.about.reviewed->second, "2026-11-02");
    ASSERT_EQ(exercise.parameters.size(), 2U);
    EXPECT_EQ(exercise.parameters[0].name, "warm_name");
    EXPECT_EQ(exercise.parameters[0].type, Parameter::Type::text);
    EXPECT_EQ(exercise.parameters[0].default_text, "my dear");
    EXPECT_EQ(exercise.parameters[0].longest, 30);
    EXPECT_EQ(exercise.parameters[0].set_by, SetBy::client);
    EXPECT_EQ(exercise.parameters[1].default_number, 2);
    EXPECT_EQ(exercise.parameters[1].lowest, 1);
    EXPECT_EQ(exercise.parameters[1].highest, 4);
    EXPECT_EQ(exercise.safety.intensity, Intensity::moderate);
    EXPECT_EQ(exercise.safety.offer_grounding_at, 5);
    EXPECT_EQ(exercise.safety.stop_at, 8);
    ASSERT_EQ(exercise.sections.size(), 6U);
    const Section& notice = exercise.sections[1];
    EXPECT_EQ(notice.component, Component::mindfulness);
    EXPECT_EQ(notice.purpose, Purpose::notice);
    EXPECT_EQ(notice.priority, Priority::core);
    EXPECT_EQ(exercise.sections[2].priority, Priority::extra);
    EXPECT_EQ(exercise.sections[4].role, Role::grounding);
    ASSERT_EQ(notice.steps.size(), 4U);
    const auto& pause = std::get<Pause>(notice.steps[1].what);
    EXPECT_EQ(std::get<Milliseconds>(pause.length), std::chrono::seconds(30));
    EXPECT_EQ(pause.shortest, std::chrono::seconds(10));
    EXPECT_EQ(pause.longest, std::chrono::minutes(1));
    const auto& where = std::get<Ask>(notice.steps[2].what);
    EXPECT_EQ(notice.steps[2].id, "where");
    ASSERT_EQ(where.options.size(), 3U);
    EXPECT_EQ(where.options[2].text, "I am not sure");
    const auto& branch = std::get<If>(notice.steps[3].what);
    ASSERT_EQ(branch.when.tests.size(), 1U);
    EXPECT_EQ(branch.when.tests[0].name, "where");
    EXPECT_EQ(std::get<std::string>(branch.when.tests[0].operands[0]), "body");
    EXPECT_THAT(branch.then[0].involves, ElementsAre(Avoidable::breath));
    EXPECT_EQ(std::get<int>(std::get<Breathe>(branch.then[0].what).rounds), 3);
    const auto& pick = std::get<Pick>(exercise.sections[2].steps[0].what);
    EXPECT_EQ(pick.from.size(), 2U);
    const auto& repeat = std::get<Repeat>(exercise.sections[3].steps[1].what);
    EXPECT_EQ(std::get<ParameterName>(repeat.times).name, "rounds");
    const auto& keep = std::get<Ask>(exercise.sections[3].steps[3].what);
    EXPECT_TRUE(keep.optional);
    EXPECT_TRUE(keep.is_private());
    const auto& use = std::get<Use>(exercise.sections[4].steps[0].what);
    EXPECT_EQ(use.library, "grounding/senses");
    EXPECT_EQ(use.major, 1);
    // Every part points to where it was written.
    EXPECT_EQ(exercise.document->source->locate(notice.steps[2].written->span.begin).line, 26U);
}

TEST(Reader, TheSampleIsCorrect) { EXPECT_THAT(lines(Sample().read().diagnostics), IsEmpty()); }

TEST(Reader, ReadsEveryKindOfStep) {
    const std::vector<std::string> correct{
        R"({ "kind": "say", "text": "A {{ brace.", "wait": "enter", "support": true, "suggest": "kind-pause", "id": "hello", "note": "why" })",
        R"({ "kind": "pause", "for": "1m30s", "shortest": "30s", "longest": "2m", "text": "Rest.", "bell": "both", "bell_every": "30s" })",
        R"({ "kind": "breathe", "in": "4s", "out": "6s", "hold": "2s", "rest": "1s", "rounds": 3, "lowest": 2, "highest": 6, "text": "Easy.",
             "instead": [] })",
        R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": { "parameter": "rounds" } })",
        R"({ "kind": "ask", "id": "a", "text": "?", "answer": "scale", "lowest": 0, "highest": 10, "lowest_label": "low", "highest_label": "high",
             "measure": "kindness_0_10", "optional": true, "expect": "10s" })",
        R"({ "kind": "ask", "id": "a", "text": "?", "answer": "number", "lowest": 1, "highest": 9 })",
        R"({ "kind": "ask", "id": "a", "text": "?", "answer": "number" })",
        R"({ "kind": "ask", "id": "a", "text": "?", "answer": "text", "longest": 300, "keep": "ask", "keep_as": "plan", "private": false })",
        R"({ "kind": "ask", "id": "a", "text": "?", "answer": "choices", "recorded": false,
             "options": [ { "id": "x", "text": "X", "go_to": "close" }, { "id": "y", "text": "Y", "note": "n" } ] })",
        R"({ "kind": "if", "when": { "all": [ { "answer": "start", "at_least": 3 }, { "parameter": "rounds", "is_not": 2 } ] },
             "then": [ { "kind": "say", "text": "Yes." } ], "else": [ { "kind": "say", "text": "No." } ] })",
        R"({ "kind": "repeat", "times": 3, "steps": [ { "kind": "ask", "id": "again", "text": "?", "answer": "yes_no" } ],
             "until": { "answer": "again", "is": false } })",
        R"({ "kind": "pick", "id": "p", "how": "random", "from": [ [ { "kind": "say", "text": "A" } ], [ { "kind": "say", "text": "B" } ] ] })",
        R"({ "kind": "use", "library": "settle/hands@2", "with": { "name": "{rounds} times" } })",
        R"({ "kind": "recall", "answer": "start", "text": "You said:", "otherwise": "Nothing.", "wait": "reading_time" })",
        R"({ "kind": "recall", "answer": ["start"], "text": "You said:" })",
        R"({ "kind": "recall", "answer": { "kept": "closing_plan" }, "text": "You kept:" })",
        R"({ "kind": "recall", "answer": "anything", "of": "open-close", "text": "You said:" })",
        R"({ "kind": "check_in", "id": "c", "text": "?", "about": "backdraft" })",
        R"({ "kind": "go_to", "section": "two", "only_if": { "answer": "start", "given": true } })",
        R"({ "kind": "say", "text": "x", "involves": ["touch", "eyes-closed"], "instead": [ { "kind": "say", "text": "y" } ] })",
        R"({ "kind": "say", "text": "x", "only_if": { "any": [ { "answer": "start", "is": "numb" }, { "answer": "start", "any_of": [9, 10] } ] } })",
        R"({ "kind": "say", "text": "x", "only_if": { "answer": "mood", "of": "kind-pause", "is": "low" } })",
    };
    for (const auto& step : correct) {
        EXPECT_THAT(lines(read_with_step(step).diagnostics), IsEmpty()) << step;
    }
}

TEST(Reader, K001UnknownKeys) {
    expect_in_step({
        {R"({ "kind": "pause", "for": "30s", "shortset": "10s" })",
         {R"(f:7:34: error K001: A pause has no "shortset". Did you mean "shortest"?)"}},
        {R"({ "kind": "pause", "duration": "30s" })",
         {R"(f:7:20: error K001: A pause has no "duration". The word here is "for": "for": "30s")"}},
        {R"({ "kind": "pause", "for": "30s", "max": "1m" })",
         {R"(f:7:34: error K001: A pause has no "max". The word here is "longest": "longest": "1m")"}},
        {R"({ "kind": "say", "prompt": "Hello" })",
         {R"(f:7:18: error K001: A "say" has no "prompt". The word here is "text": "text": "...")"}},
        {R"({ "kind": "say", "txet": "Hello" })",
         {R"(f:7:18: error K001: A "say" has no "txet". Did you mean "text"?)"}},
        {R"({ "kind": "ask", "di": "x", "text": "?", "answer": "text" })",
         {R"(f:7:18: error K001: A question has no "di". Did you mean "id"?)"}},
        {R"({ "knid": "say", "text": "Hello" })",
         {R"(f:7:3: error K001: A step has no "knid". Did you mean "kind"?)"}},
        {R"({ "type": "say", "text": "Hello" })",
         {R"(f:7:3: error K001: A step has no "type". The word here is "kind")"}},
        // A key that looks like nothing, where something is missing: one message.
        {R"({ "kind": "pause", "dauer": "30s" })",
         {R"(f:7:20: error K001: A pause has no "dauer", and this one lacks "for")"}},
        {R"({ "kind": "pause", "for": "30s", "zzzzz": 1 })",
         {R"(f:7:34: error K001: A pause has no "zzzzz")"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "answer": "start", "si": 3 } })",
         {R"(f:7:63: error K001: A condition has no "si". Did you mean "is"?)"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "answer": "start", ">=": 3 } })",
         {R"(f:7:63: error K001: A condition has no ">=". The word here is "at_least": "at_least": 6)"}},
        {R"({ "kind": "repeat", "times": { "paramter": "rounds" }, "steps": [ { "kind": "say", "text": "x" } ] })",
         {R"(f:7:32: error K001: This group has no "paramter". Did you mean "parameter"?)"}},
    });
    expect_in(&Sample::heading,
              {{R"("fromat": "1.0", "id": "sample", "version": "1.0", "language": "en", "title": "Sample",)",
                {R"(f:2:1: error K001: An exercise has no "fromat". Did you mean "format"?)"}}});
    expect_in(
        &Sample::safety,
        {{R"("saftey": { "intensity": "gentle", "before": "You can stop." },)",
          {R"(f:4:1: error K001: An exercise has no "saftey". Did you mean "safety"?)"}},
         {R"("safety": { "intensity": "gentle", "warning": "You can stop." },)",
          {R"(f:4:36: error K001: "safety" has no "warning". The word here is "before": "before": "You can stop whenever you like.")"}}});
    expect_in(&Sample::parameters,
              {{R"("parameters": { "rounds": { "type": "number", "label": "Rounds", "defualt": 2 } },)",
                {R"(f:3:66: error K001: A setting has no "defualt". Did you mean "default"?)"}}});
}

TEST(Reader, K002MissingKeys) {
    expect_in_step({
        {R"({ "kind": "ask", "text": "?", "answer": "text" })",
         {R"(f:7:1: error K002: This question has no "id". The answer needs a name, for example "id": "where")"}},
        {R"({ "kind": "pause" })", {R"(f:7:1: error K002: This pause has no "for")"}},
        {R"({ "text": "Hello" })", {R"(f:7:1: error K002: This step has no "kind")"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "choice" })",
         {R"(f:7:1: error K002: This question has no "options")"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "scale", "lowest": 0 })",
         {R"(f:7:1: error K002: This question has no "highest")"}},
        {R"({ "kind": "breathe" })",
         {R"(f:7:1: error K002: This "breathe" has no "in")",
          R"(f:7:1: error K002: This "breathe" has no "out")",
          R"(f:7:1: error K002: This "breathe" has no "rounds")"}},
        {R"({ "kind": "if", "then": [ { "kind": "say", "text": "x" } ] })",
         {R"(f:7:1: error K002: This "if" has no "when")"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "is": 3 } })",
         {R"(f:7:42: error K002: This condition has no "answer")"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "answer": "start" } })",
         {R"(f:7:42: error K002: This condition has no test)"}},
        {R"({ "kind": "repeat", "times": {}, "steps": [ { "kind": "say", "text": "x" } ] })",
         {R"(f:7:30: error K002: This group has no "parameter")"}},
    });
    expect_in(&Sample::safety, {{R"("safety": { "intensity": "gentle" },)",
                                 {R"(f:4:11: error K002: "safety" has no "before")"}},
                                {"", {R"(f:3:108: error K002: This exercise has no "safety")"}}});
    expect_in(&Sample::grounding,
              {{R"({ "id": "feet", "title": "Feet", "steps": [ { "kind": "say", "text": "Look." } ] },)",
                {R"(f:12:1: error K002: This section has no "purpose")"}}});
    Sample sample;
    sample.safety = R"("safety": { "intensity": "gentle", "before": "You can stop." },)";
    sample.step = R"({ "kind": "check_in", "id": "c", "text": "?", "about": "backdraft" })";
    EXPECT_THAT(lines(sample.read().diagnostics),
                ElementsAre(R"(f:4:11: error K002: "safety" has no "backdraft")"));
}

TEST(Reader, K003WrongTypes) {
    expect_in_step({
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": "3" })",
         {R"(f:7:57: error K003: "rounds" should be a number like 3, without quotes)"}},
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 2.5 })",
         {R"(f:7:57: error K003: "rounds" should be a whole number like 3)"}},
        {R"({ "kind": "say", "text": 5 })",
         {R"(f:7:26: error K003: "text" should be a text, between quotes)"}},
        {R"({ "kind": "say", "text": null })",
         {R"(f:7:26: error K003: "text" is left empty here. Give it a value, or leave it out)"}},
        {R"({ "kind": "say", "text": ["a", "b"] })",
         {R"(f:7:26: error K003: "text" should be a text like "...")"}},
        {R"({ "kind": "say", "text": "a", "support": "true" })",
         {R"(f:7:42: error K003: "support" should be true or false, without quotes)"}},
        {R"({ "kind": "pause", "for": true })",
         {R"(f:7:27: error K003: "for" should be a duration like "30s")"}},
        {R"("Hello")",
         {R"(f:7:1: error K003: A step should be a group like { "kind": "say", "text": "..." })"}},
        {R"({ "kind": 5 })",
         {R"(f:7:11: error K003: "kind" should be one of these words, between quotes: say, pause, breathe, ask, if, repeat, pick, use, recall, check_in, go_to)"}},
        {R"({ "kind": "if", "when": "where == body", "then": [ { "kind": "say", "text": "x" } ] })",
         {R"(f:7:25: error K003: A condition should be a group like { "answer": "where", "is": "body" })"}},
        {R"({ "kind": "if", "when": { "answer": "start", "is": 1 }, "then": { "kind": "say", "text": "x" } })",
         {R"(f:7:65: error K003: "then" should be a list: [ ... ])"}},
        {R"({ "kind": "say", "text": "x", "involves": "touch" })",
         {R"(f:7:43: error K003: "involves" should be a list: [ ... ])"}},
        {R"({ "kind": "say", "text": "x", "note": 7 })",
         {R"(f:7:39: error K003: "note" should be a text like "...")"}},
        {R"({ "kind": "recall", "answer": 7, "text": "x" })",
         {R"(f:7:31: error K003: "answer" should be the name of a question, a list of them, or { "kept": "..." })"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "answer": "start", "at_least": "6" } })",
         {R"(f:7:75: error K003: "at_least" should be a number like 6, without quotes)"}},
    });
    EXPECT_THAT(lines(read_exercise(source("[]")).diagnostics),
                ElementsAre("f:1:1: error K003: The file should begin with { and end with }"));
    expect_in(&Sample::heading,
              {{R"("format": 1.0, "id": "sample", "version": 2.1, "language": "en", "title": "Sample",)",
                {R"(f:2:11: error K003: "format" should be a text, between quotes)",
                 R"(f:2:43: error K003: "version" should be a text, between quotes)"}}});
}

TEST(Reader, K004UnknownWords) {
    expect_in_step({
        {R"({ "kind": "checkin", "id": "c", "text": "?" })",
         {R"(f:7:11: error K004: There is no step kind "checkin". Did you mean "check_in"? Kinds: say, pause, breathe, ask, if, repeat, pick, use, recall, check_in, go_to)"}},
        {R"({ "kind": "wait", "for": "10s" })",
         {R"(f:7:11: error K004: There is no step kind "wait". Did you mean "pause"? Kinds: say, pause, breathe, ask, if, repeat, pick, use, recall, check_in, go_to)"}},
        {R"({ "kind": "dance" })",
         {R"(f:7:11: error K004: There is no step kind "dance". Kinds: say, pause, breathe, ask, if, repeat, pick, use, recall, check_in, go_to)"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "yesno" })",
         {R"(f:7:52: error K004: "answer" cannot be "yesno". Did you mean "yes_no"? Words: choice, choices, scale, yes_no, number, text)"}},
        {R"({ "kind": "say", "text": "a", "wait": "key" })",
         {R"(f:7:39: error K004: "wait" cannot be "key". Words: enter, reading_time)"}},
        {R"({ "kind": "say", "text": "a", "involves": ["eyes_closed"] })",
         {R"(f:7:44: error K004: "involves" cannot name "eyes_closed". Did you mean "eyes-closed"? Words: breath, touch, eyes-closed, body, imagery, memory, people)"}},
    });
    expect_in(
        &Sample::grounding,
        {{R"({ "id": "feet", "title": "Feet", "role": "gruonding", "steps": [ { "kind": "say", "text": "Look." } ] },)",
          {R"(f:12:42: error K004: "role" cannot be "gruonding". Did you mean "grounding"? Words: main, grounding, closing)"}}});
}

TEST(Reader, K005Durations) {
    expect_in_step({
        {R"({ "kind": "pause", "for": "30 sec" })",
         {R"(f:7:27: error K005: "30 sec" is not a duration. Write "30s")"}},
        {R"({ "kind": "pause", "for": 30 })",
         {R"(f:7:27: error K005: 30 has no unit. Write "30s" for seconds or "30m" for minutes)"}},
        {R"({ "kind": "pause", "for": "30" })",
         {R"(f:7:27: error K005: 30 has no unit. Write "30s" for seconds or "30m" for minutes)"}},
        {R"({ "kind": "pause", "for": "PT2M" })",
         {R"(f:7:27: error K005: "PT2M" is not a duration. Write "2m")"}},
        {R"({ "kind": "pause", "for": "1:30" })",
         {R"(f:7:27: error K005: "1:30" is not a duration. Write "1m30s")"}},
        {R"({ "kind": "pause", "for": "a while" })",
         {R"(f:7:27: error K005: "a while" is not a duration. Write it like "45s", "2m" or "1m30s")"}},
        {R"({ "kind": "pause", "for": -1.5 })",
         {R"(f:7:27: error K005: This is not a duration. Write it like "45s", "2m" or "1m30s")"}},
    });
}

TEST(Reader, K006OutOfRange) {
    expect_in(
        &Sample::parameters,
        {{R"("parameters": { "r": { "type": "number", "label": "R", "default": 6, "lowest": 1, "highest": 4 } },)",
          {R"(f:3:67: error K006: The default (6) is higher than "highest" (4))"}},
         {R"("parameters": { "r": { "type": "number", "label": "R", "default": 0, "lowest": 1, "highest": 4 } },)",
          {R"(f:3:67: error K006: The default (0) is lower than "lowest" (1))"}},
         // Nothing follows from a number that cannot be read.
         {R"("parameters": { "rounds": { "type": "number", "label": "R", "default": 2, "lowest": 1, "highest": 99999999999999999999 } },)",
          {R"(f:3:99: error J007: This number is too large: whole numbers go up to 9007199254740991)"}},
         {R"("parameters": { "r": { "type": "number", "label": "R", "default": 3, "lowest": 5, "highest": 4 } },)",
          {R"(f:3:80: error K006: "lowest" (5) is higher than "highest" (4))"}},
         {R"("parameters": { "r": { "type": "duration", "label": "R", "default": "10s", "lowest": "20s", "highest": "1m" } },)",
          {R"(f:3:69: error K006: The default (10s) is lower than "lowest" (20s))"}},
         {R"("parameters": { "r": { "type": "text", "label": "R", "default": "friend", "longest": 3 } },)",
          {R"(f:3:65: error K006: The default has 6 characters, more than "longest" (3))"}},
         {R"("parameters": { "r": { "type": "choice", "label": "R", "default": "sft", "options": [ { "id": "soft", "text": "S" }, { "id": "loud", "text": "L" } ] } },)",
          {R"(f:3:67: error A005: "r" has no option "sft". Did you mean "soft"?)"}}});
    expect_in_step({
        {R"({ "kind": "say", "text": "  " })", {R"(f:7:26: error K006: "text" is empty)"}},
        {R"({ "kind": "pause", "for": "0s" })",
         {R"(f:7:27: error K006: "for" cannot be nothing. Write at least "1s")"}},
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 0 })",
         {R"(f:7:57: error K006: "rounds" must be 1 or more)"}},
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 3, "lowest": 5, "highest": 2 })",
         {R"(f:7:70: error K006: "lowest" (5) is higher than "highest" (2))"}},
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 3, "highest": 2 })",
         {R"(f:7:57: error K006: "rounds" (3) is higher than "highest" (2))"}},
        {R"({ "kind": "repeat", "times": -1, "steps": [ { "kind": "say", "text": "x" } ] })",
         {R"(f:7:30: error K006: "times" must be 1 or more)"}},
        {R"({ "kind": "repeat", "times": 2, "steps": [] })",
         {R"(f:7:42: error K006: There are no steps in "steps")"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "scale", "lowest": 10, "highest": 0 })",
         {R"(f:7:86: error K006: "highest" (0) must be higher than "lowest" (10))"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "scale", "lowest": 1, "highest": 5, "measure": "kindness_0_10" })",
         {R"(f:7:99: error K006: "kindness_0_10" is always a scale from 0 to 10)"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "choice", "options": [ { "id": "x", "text": "X" } ] })",
         {R"(f:7:73: error K006: There is 1 option here. A choice has 2 to 12)"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "text", "longest": 0 })",
         {R"(f:7:71: error K006: "longest" counts characters: between 1 and 20000)"}},
        {R"({ "kind": "pick", "id": "p", "how": "rotate", "from": [ [ { "kind": "say", "text": "x" } ] ] })",
         {R"(f:7:55: error K006: "from" needs two or more lists of steps to pick from)"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "all": [ {"answer":"start","is":1}, {"answer":"start","is":1}, {"answer":"start","is":1},
            {"answer":"start","is":1}, {"answer":"start","is":1}, {"answer":"start","is":1} ] } })",
         {R"(f:7:51: error K006: "all" joins 1 to 5 conditions; this one has 6)"}},
    });
}

TEST(Reader, SaysOfNumbersAndDatesWhatIsSo) {
    Sample far;
    far.parameters =
        R"("parameters": { "r": { "type": "number", "label": "R", "default": 2, "lowest": -99999999999 } },)";
    EXPECT_THAT(lines(far.read().diagnostics),
                testing::Contains(testing::EndsWith("error K006: \"lowest\" is too far from 0 to be used")));
    const auto reviewed = [](const std::string& day) {
        Sample sample;
        sample.heading += R"("about": { "reviewed": { "by": "a colleague", "on": ")" + day + R"(" } },)";
        return codes(sample.read().diagnostics);
    };
    EXPECT_THAT(reviewed("2026-02-31"), testing::Contains("K007"));
    EXPECT_THAT(reviewed("2025-02-29"), testing::Contains("K007"));
    EXPECT_THAT(reviewed("2024-02-29"), testing::Not(testing::Contains("K007")));
}

/// A whole file on one line: the line of the message itself is not another one.
TEST(Reader, NamesOnlyOtherLines) {
    std::string steps = R"({ "kind": "say", "text": "One {nam}." }, { "kind": "say", "text": "Two {nam}." })";
    const auto explanation = [&] {
        Sample sample;
        sample.step = steps;
        const Diagnostics found = sample.read().diagnostics;
        return found.size() == 1 ? found[0].explanation : std::string("not one");
    };
    EXPECT_THAT(explanation(), testing::Not(testing::HasSubstr("It is the same on line")));
    steps.insert(steps.find("{ \"kind\": \"say\", \"text\": \"Two"), "\n");
    EXPECT_THAT(explanation(), testing::HasSubstr("It is the same on line 8."));
}

TEST(Reader, LooksAtWordsCalledNote) {
    EXPECT_THAT(
        codes(read_with_step(R"({ "kind": "use", "library": "t/a@1", "with": { "note": "a\u001bb" } })")
                  .diagnostics),
        testing::ElementsAre("L003"));
    EXPECT_THAT(codes(read_with_step(R"({ "kind": "use", "library": "t/a@1", "with": { "note": "{nam}" } })")
                          .diagnostics),
                testing::ElementsAre("A006"));
}

TEST(Reader, K006SoManySettings) {
    const auto found = [](int count) {
        Sample sample;
        std::string settings;
        for (int setting = 0; setting < count; ++setting) {
            settings += R"("s)" + std::to_string(setting) +
                        R"(": { "type": "number", "label": "S", "default": 2, "lowest": 1, "highest": 4 }, )";
        }
        sample.parameters = R"("parameters": { )" + settings + R"("note": "a remark" },)";
        return lines(sample.read().diagnostics);
    };
    EXPECT_THAT(found(30), IsEmpty());
    EXPECT_THAT(found(31), ElementsAre(testing::HasSubstr(
                               R"(error K006: "parameters" holds 31 settings; it can hold 30 at most)")));
}

TEST(Reader, K007Spelling) {
    expect_in_step({
        {R"({ "kind": "ask", "id": "Where is it", "text": "?", "answer": "text" })",
         {R"(f:7:24: error K007: "Where is it" cannot be an id. Use small letters, digits and _ (in names of exercises and fragments also -): "where_is_it")"}},
        {R"({ "kind": "ask", "id": "Gefühl?", "text": "?", "answer": "text" })",
         {R"(f:7:24: error K007: "Gefühl?" cannot be an id. Use small letters, digits and _ (in names of exercises and fragments also -): "gefuhl")"}},
        {R"({ "kind": "use", "library": "grounding/senses" })",
         {R"(f:7:29: error K007: "grounding/senses" does not say which version. Write "grounding/senses@1")"}},
        {R"({ "kind": "use", "library": "senses@1" })",
         {R"(f:7:29: error K007: "senses@1" does not name a part of the library. Write it like "grounding/senses@1")"}},
        {R"({ "kind": "use", "library": "../etc/passwd@1" })",
         {R"(f:7:29: error K007: "../etc/passwd@1" does not name a part of the library. Write it like "grounding/senses@1")"}},
    });
    expect_in(
        &Sample::heading,
        {{R"("format": "1.0", "id": "My Exercise", "version": "1", "language": "english", "title": "Sample",)",
          {R"(f:2:24: error K007: "My Exercise" cannot be the name of an exercise. Use small letters, digits, - and _: "my-exercise")",
           R"(f:2:50: error K007: "1" cannot be a version. Write two numbers with a point between them, like "1.0")",
           R"(f:2:67: error K007: "english" is not a language code. Write it like "en", "de" or "pt-BR")"}},
         {R"("format": "1.0", "id": "my-exercise_2", "version": "12.34", "language": "de-x-sie", "title": "Sample",)",
          {}}});
    expect_in(
        &Sample::parameters,
        {{R"("parameters": { "Warm name": { "type": "text", "label": "N", "default": "dear" } },)",
          {R"(f:3:17: error K007: "Warm name" cannot be the name of a setting. Use small letters, digits and _: "warm_name")"}}});
}

TEST(Reader, K008KeysOfAnotherKind) {
    expect_in_step({
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "scale", "options": [ { "id": "x", "text": "X" }, { "id": "y", "text": "Y" } ] })",
         {R"(f:7:61: error K008: "options" belongs to choice questions, but this one is a "scale". Use "lowest"/"highest", or change the answer to "choice")"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "yes_no", "lowest": 1 })",
         {R"(f:7:62: error K008: "lowest" belongs to "scale" or "number" questions, but this one is a "yes_no". Leave it out, or change the answer)"}},
        {R"({ "kind": "pause", "for": "10s", "rounds": 3 })",
         {R"(f:7:34: error K008: "rounds" belongs to "breathe", but this is a "pause")"}},
        {R"({ "kind": "say", "for": "10s" })",
         {R"(f:7:18: error K008: "for" belongs to "pause", but this is a "say")"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "text", "recorded": false, "keep": "ask" })",
         {R"(f:7:79: error K008: "keep" keeps the words, but "recorded": false forgets them. Leave one of the two out)"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "answer": "start", "is": 3, "at_least": 5 } })",
         {R"(f:7:72: error K008: A condition has one test; this one has "is" and "at_least". To join two, use "all")"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "answer": "start", "parameter": "rounds", "is": 3 } })",
         {R"(f:7:63: error K008: A condition looks at one thing; this one has "answer" and "parameter")"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "all": [ { "any": [ { "answer": "start", "is": 3 } ] } ] } })",
         {R"(f:7:55: error K008: "any" cannot stand inside "all": conditions are one level deep)"}},
        {R"({ "kind": "say", "text": "x", "only_if": { "all": [ { "answer": "start", "is": 3 } ], "answer": "start" } })",
         {R"(f:7:87: error K008: "answer" cannot stand beside "all". Put it inside, as a condition of its own)"}},
    });
    expect_in(
        &Sample::closing,
        {{R"({ "id": "close", "title": "Close", "role": "closing", "priority": "extra", "steps": [ { "kind": "say", "text": "Enough." } ] })",
          {R"(f:13:55: error K008: A "closing" section is never left out, so it cannot be "extra")"}}});
    expect_in(
        &Sample::parameters,
        {{R"("parameters": { "r": { "type": "number", "label": "R", "default": 1, "longest": 3 } },)",
          {R"(f:3:70: error K008: "longest" belongs to settings of type "text", but this one is a "number")"}}});
}

TEST(Reader, K009Formats) {
    expect_in(
        &Sample::heading,
        {{R"("format": "1.3", "id": 5, "sparkle": true,)",
          {R"(f:2:11: error K009: This exercise is written for format 1.3; this program knows up to 1.0. Please update the program)"}},
         {R"("format": "2.0",)",
          {R"(f:2:11: error K009: This exercise is written for format 2.0; this program knows up to 1.0. Please update the program)"}},
         {R"("format": "one", "id": "sample", "version": "1.0", "language": "en", "title": "Sample",)",
          {R"(f:2:11: error K009: There is no format "one". This program knows "1.0")"}}});
}

TEST(Reader, K010NamesUsedTwice) {
    expect_in_step({
        {R"({ "kind": "check_in", "id": "start", "text": "?" })",
         {R"(f:7:29: error K010: "start" is already the name of the check-in on line 6. Answers would be mixed up)"}},
        {R"({ "kind": "if", "when": { "answer": "start", "is": 1 }, "then": [ { "kind": "ask", "id": "more", "text": "?", "answer": "yes_no" } ] })",
         {R"(f:10:24: error K010: "more" is already the name of the question on line 7. Answers would be mixed up)"}},
        {R"({ "kind": "ask", "id": "a", "text": "?", "answer": "choice", "options": [ { "id": "x", "text": "X" }, { "id": "x", "text": "Y" } ] })",
         {R"(f:7:111: error K010: "x" is already the name of the option on line 7. Answers would be mixed up)"}},
    });
    expect_in(
        &Sample::grounding,
        {{R"({ "id": "two", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look." } ] },)",
          {R"(f:12:9: error K010: "two" is already the name of the section on line 9. Give this one another name)"}}});
}

TEST(Reader, TimesThatCannotBe) {
    expect_in_step({
        {R"({ "kind": "pause", "for": "30s", "shortest": "40s" })",
         {R"(f:7:46: error T001: "shortest" (40s) is longer than "for" (30s))"}},
        {R"({ "kind": "pause", "for": "30s", "longest": "20s" })",
         {R"(f:7:45: error T001: "longest" (20s) is shorter than "for" (30s))"}},
        {R"({ "kind": "pause", "for": "21m" })", {R"(f:7:27: error K006: One pause can last 20m at most)"}},
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "hold": "20s", "rounds": 3 })",
         {R"(f:7:55: error T004: Holding the breath for 20s can cause faintness. The longest allowed is 7s)"}},
        {R"({ "kind": "breathe", "in": "16s", "out": "6s", "rounds": 3 })",
         {R"(f:7:28: error T004: A phase of 16s is too long for one breath. The longest allowed is 15s)"}},
        {R"({ "kind": "breathe", "in": "1s", "out": "1s", "rounds": 3 })",
         {R"(f:7:28: error T004: These are 30 breaths a minute. Between 3 and 15 are allowed)"}},
        {R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 40 })",
         {R"(f:7:57: error T004: 40 rounds of paced breathing are too many. At most 30 are allowed)"}},
        {R"({ "kind": "breathe", "in": "8s", "out": "8s", "rounds": 10, "highest": 20 })",
         {R"(f:7:72: error T004: 20 rounds take 5m20s. Paced breathing can last 5m at most)"}},
    });
}

TEST(Reader, S003Thresholds) {
    auto safety = [](const std::string& intensity, const std::string& more) {
        return R"("safety": { "intensity": ")" + intensity + R"(", "before": "You can stop.")" + more + " },";
    };
    expect_in(
        &Sample::safety,
        {{safety("gentle", ""), {}},
         {safety("moderate", ""),
          {R"(f:4:11: error S003: A moderate exercise needs "distress": when grounding is offered, and when to close)"}},
         {safety("strong", R"(, "distress": { "offer_grounding_at": 5, "stop_at": 8 })"), {}},
         {safety("moderate", R"(, "distress": { "offer_grounding_at": 5, "stop_at": 4 })"),
          {R"(f:4:115: error S003: "stop_at" (4) is lower than "offer_grounding_at" (5))"}},
         {safety("gentle", R"(, "distress": { "offer_grounding_at": 9, "stop_at": 9 })"),
          {R"(f:4:99: error S003: "offer_grounding_at" (9) is too high. It can be 1 to 8)"}},
         {safety("gentle", R"(, "distress": { "offer_grounding_at": 5, "stop_at": 10 })"),
          {R"(f:4:113: error S003: "stop_at" (10) is too high. It can be 5 to 9)"}},
         {safety("gentle", R"(, "distress": { "offer_grounding_at": 5 })"),
          {R"(f:4:75: error S003: "distress" has no "stop_at")"}}});
}

TEST(Reader, TheMessageShowsBothPlacesAndWhatToTry) {
    Sample sample;
    sample.safety = R"("safety": { "intensity": "gentle", "before": "B.",
  "distress": { "offer_grounding_at": 5, "stop_at": 4 } },)";
    const auto read = sample.read();
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(to_text(read.diagnostics[0], {.plain = true}),
              "f:5:53: error S003: \"stop_at\" (4) is lower than \"offer_grounding_at\" (5)\n"
              "   The exercise would close before grounding was ever offered.\n"
              "   Try: \"stop_at\" between 5 and 9.\n");
    EXPECT_EQ(read.diagnostics[0].source->locate(read.diagnostics[0].also->begin), (LineColumn{5, 39}));
}

TEST(Reader, AllFindingsComeAtOnce) {
    Sample sample;
    sample.heading =
        R"("format": "1.0", "id": "sample", "version": "1.0", "language": "en", "titel": "Sample", // remark)";
    sample.step = R"({ "kind": "pause", "for": 30 }, { "kind": "sya", "text": "x" },)";
    EXPECT_THAT(test::codes(sample.read().diagnostics), ElementsAre("K001", "J005", "K005", "K004", "J003"));
}

TEST(Reader, ABrokenStepGivesOneMessage) {
    // Conditions, recalls, texts and jumps that look at broken parts are not blamed.
    Sample sample;
    sample.parameters = R"("parameters": { "warm": { "type": "text", "label": "W" } },)";
    sample.step = R"({ "kind": "ask", "id": "how", "text": "?", "answer": "chioce", "options": [] })";
    sample.later = R"({ "kind": "say", "text": "{warm}", "only_if": { "answer": "how", "is": "x" } })";
    EXPECT_THAT(test::codes(sample.read().diagnostics), ElementsAre("K002", "K004", "K006"));
    sample = Sample();
    sample.step = R"({ "kind": "ask", "text": "?", "answer": "yes_no" })";
    sample.later = R"({ "kind": "recall", "answer": "how", "text": "x" })";
    EXPECT_THAT(test::codes(sample.read().diagnostics), ElementsAre("K002"));
    sample = Sample();
    sample.step = R"({ "kind": "go_to", "section": "finish" })";
    sample.closing =
        R"({ "di": "finish", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Enough." } ] })";
    EXPECT_THAT(test::codes(sample.read().diagnostics), ElementsAre("K001"));
}

TEST(Reader, WordsOfTheTradeAreNotUsed) {
    // Whatever is said about a broken file is said in an author's words.
    static const std::vector<std::string> never{"node",  "schema", "oneOf", " object",
                                                " null", "token",  "parse", "!"};
    for (const char* step : {"5", "null", "[]", "{}", R"({ "kind": null })",
                             R"({ "kind": "say", "text": {} })", R"({ "kind": "if", "when": [] })",
                             R"({ "kind": "ask", "id": [], "text": null, "answer": {}, "options": {} })"}) {
        for (const auto& diagnostic : read_with_step(step).diagnostics) {
            for (const auto& word : never) {
                EXPECT_EQ((diagnostic.message + diagnostic.explanation).find(word), std::string::npos)
                    << diagnostic.message;
            }
        }
    }
}

TEST(Reader, ReadsFragments) {
    const std::string heading =
        R"({ "format": "1.0", "version": "1.0", "language": "en", "title": "Senses", )";
    const auto read = read_fragment(source(
        heading + R"("id": "grounding/senses", "steps": [ { "kind": "say", "text": "Look, {name}." } ] })"));
    ASSERT_THAT(lines(read.diagnostics), IsEmpty());
    EXPECT_EQ(read.fragment->id, "grounding/senses");
    EXPECT_EQ(read.fragment->major(), 1);
    EXPECT_EQ(read.fragment->steps.size(), 1U);
    EXPECT_THAT(
        lines(read_fragment(
                  source(heading + R"("id": "senses", "steps": [ { "kind": "say", "text": "Look." } ] })"))
                  .diagnostics),
        ElementsAre(
            R"(f:1:81: error K007: "senses" cannot be the name of a part of the library. Write its folder and its name, like "grounding/senses")"));
    EXPECT_THAT(
        lines(read_fragment(source(heading + R"("id": "a/b", "sections": [] })")).diagnostics),
        ElementsAre(
            R"(f:1:88: error K008: "sections" belongs to exercises; a part of the library has only "steps")"));
    EXPECT_THAT(
        lines(read_exercise(source(heading + R"("id": "a", "steps": [] })")).diagnostics),
        ElementsAre(
            R"(f:1:86: error K008: "steps" belongs to parts of the library; an exercise has "sections")"));
}

/// One edit of a correct exercise, and where it was made.
struct Edit {
    std::string text;
    std::size_t at;
    std::size_t group; ///< where the group begins that the edit was made in
    std::string what;
};

class Edits {
public:
    explicit Edits(std::string text) : text_(std::move(text)) {
        const ParsedText parsed = parse_written(source(text_));
        visit(parsed.document->root, false);
        marks();
    }
    std::vector<Edit> all;

private:
    void add(std::string text, std::size_t at, std::size_t group, const std::string& what) {
        all.push_back({std::move(text), at, group, what});
    }

    void visit(const Written& part, bool names) {
        for (const auto& entry : part.entries) { visit(entry, false); }
        for (std::size_t index = 0; index < part.members.size(); ++index) {
            const Member& member = part.members[index];
            // Names of settings are the author's own: another spelling is another name.
            if (!names) {
                remove(part, index);
                swap(member);
            }
            if (member.value.kind == Written::Kind::number) {
                std::string quoted = text_;
                quoted.insert(member.value.span.end, "\"");
                quoted.insert(member.value.span.begin, "\"");
                add(quoted, member.value.span.begin, part.span.begin, "quote " + member.key);
            }
            visit(member.value, member.key == "parameters");
        }
    }

    void remove(const Written& part, std::size_t index) {
        // Without these the exercise is another, correct or not; what is then said is said where they are
        // used.
        static const std::set<std::string> of_consequence{"parameters", "lowest", "highest"};
        const Member& member = part.members[index];
        if (of_consequence.contains(member.key)) { return; }
        std::size_t begin = member.key_span.begin;
        std::size_t end = member.value.span.end;
        if (index + 1 < part.members.size()) {
            end = part.members[index + 1].key_span.begin;
        } else if (index > 0) {
            begin = part.members[index - 1].value.span.end;
        }
        std::string without = text_;
        without.erase(begin, end - begin);
        add(without, begin, part.span.begin, "delete " + member.key);
    }

    void swap(const Member& member) {
        for (std::size_t at = member.key_span.begin + 1; at + 2 < member.key_span.end; ++at) {
            if (text_[at] == text_[at + 1]) { continue; }
            std::string swapped = text_;
            std::swap(swapped[at], swapped[at + 1]);
            add(swapped, at, at, "swap in " + member.key);
        }
    }

    void marks() {
        bool inside = false;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (text_[at] == '"') {
                inside = !inside;
                for (const char* curly : {"“", "”"}) {
                    add(std::string(text_).replace(at, 1, curly), at, at, "curl a quote");
                }
                add(std::string(text_).erase(at, 1), at, at, "cut a quote");
            } else if (!inside && (text_[at] == ',' || text_[at] == ':')) {
                add(std::string(text_).erase(at, 1), at, at, "cut a mark");
            }
        }
    }

    std::string text_;
};

TEST(Reader, OneMistakeGivesOneMessageCloseToIt) {
    static const std::set<std::string> optional{
        "$schema",   "about",    "authors",  "license", "reviewed",  "longest", "set_by",   "distress",
        "component", "shortest", "priority", "else",    "backdraft", "private", "optional", "role"};
    for (const char* file : {"tests/exercise/data/hard-moment-break.json"}) {
        const std::string text = test::file_bytes(file);
        const SourceText places(file, text);
        for (const auto& edit : Edits(text).all) {
            const ReadExercise read = read_exercise(source(edit.text));
            const std::string told = edit.what + ", line " + std::to_string(places.locate(edit.at).line) +
                                     "\n" + to_text(read.diagnostics, {.plain = true});
            const std::string key = edit.what.starts_with("delete ") ? edit.what.substr(7) : "";
            if (read.diagnostics.empty()) {
                EXPECT_TRUE(optional.contains(key)) << told;
                EXPECT_NE(read.exercise, nullptr);
                continue;
            }
            EXPECT_EQ(read.exercise, nullptr);
            ASSERT_EQ(read.diagnostics.size(), 1U) << told;
            const Diagnostic& only = read.diagnostics.front();
            const auto line = static_cast<long>(only.source->locate(only.where.begin).line);
            const auto edited = static_cast<long>(places.locate(edit.at).line);
            const auto group = static_cast<long>(places.locate(edit.group).line);
            EXPECT_TRUE(std::abs(line - edited) <= 1 || line == group) << told;
        }
    }
}

RC_GTEST_PROP(Reader, AnyValueInAnyPlaceIsAnswered, ()) {
    static const std::string good = test::file_bytes("tests/exercise/data/hard-moment-break.json");
    static const std::vector<std::string> values{"0",
                                                 "-1",
                                                 "1e9",
                                                 "2.5",
                                                 "true",
                                                 "null",
                                                 "[]",
                                                 "{}",
                                                 "\"\"",
                                                 "\"x\"",
                                                 "\"30s\"",
                                                 "[[]]",
                                                 "[{}]",
                                                 "{\"parameter\":\"rounds\"}",
                                                 "{\"answer\":\"start\",\"is\":1}",
                                                 "[{\"kind\":\"say\",\"text\":\"{x\"}]",
                                                 "[{\"kind\":\"go_to\",\"section\":\"arrive\"}]",
                                                 "\"ask\"",
                                                 "\"closing\"",
                                                 "\"choice\"",
                                                 "{\"all\":[]}",
                                                 "\"\\u202e\""};
    static const std::vector<Span> places = [] {
        std::vector<Span> all;
        const std::function<void(const Written&)> visit = [&](const Written& part) {
            all.push_back(part.span);
            for (const auto& entry : part.entries) { visit(entry); }
            for (const auto& member : part.members) { visit(member.value); }
        };
        visit(parse_written(source(good)).document->root);
        return all;
    }();
    const Span place = *rc::gen::elementOf(places);
    std::string text = good;
    text.replace(place.begin, place.end - place.begin, *rc::gen::elementOf(values));
    for (const bool fragment : {false, true}) {
        const Diagnostics found =
            fragment ? read_fragment(source(text)).diagnostics : read_exercise(source(text)).diagnostics;
        for (const auto& diagnostic : found) {
            RC_ASSERT(diagnostic.where.begin <= diagnostic.where.end);
            RC_ASSERT(diagnostic.where.end <= text.size());
            RC_ASSERT(!to_text(diagnostic, {}).empty());
        }
    }
}

} // namespace
} // namespace kindly
