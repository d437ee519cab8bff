// SPDX-License-Identifier: MIT
// V001 to V003, and that no edit of an exercise goes unseen.
#include "checker/versions.hpp"

#include "checker/changes.hpp"
#include "checker/meaning.hpp"
#include "exercise/reading.hpp"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Read, or the test is wrong.
std::shared_ptr<const Exercise> read(const std::string& text) {
    auto reading = read_exercise(source(text));
    EXPECT_THAT(lines(reading.diagnostics), IsEmpty()) << text;
    return reading.exercise;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) { text.replace(at, from.size(), to); }
    return text;
}

constexpr const char* file = R"({
"format": "1.0", "id": "f", "version": "1.4", "language": "en", "title": "F",
"parameters": { "rounds": { "type": "number", "label": "Rounds", "default": 2, "lowest": 1, "highest": 4 } },
"safety": { "intensity": "moderate", "before": "You can stop.", "backdraft": "Old pain.", "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
"sections": [
{ "id": "one", "title": "One", "purpose": "notice", "steps": [
{ "kind": "check_in", "id": "start", "text": "How is it?" },
{ "kind": "ask", "id": "where", "text": "Where?", "answer": "choice", "options": [
  { "id": "body", "text": "In my body" },
  { "id": "unsure", "text": "I am not sure" } ] },
{ "kind": "pause", "for": "30s" },
{ "kind": "say", "text": "Let it be there." } ] },
{ "id": "two", "title": "Two", "purpose": "soothe", "steps": [
{ "kind": "say", "text": "May I be kind." },
{ "kind": "ask", "id": "keep", "text": "How kind?", "answer": "scale", "lowest": 0, "highest": 10, "lowest_label": "not", "highest_label": "very" },
{ "kind": "ask", "id": "danger", "text": "Safe?", "answer": "yes_no", "recorded": false } ] },
{ "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look." } ] },
{ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Enough." } ] }
] }
)";

VersionComparison after(const std::string& from, const std::string& to, const char* version = "1.5") {
    std::string newer = replaced(file, from, to);
    newer = replaced(newer, R"("version": "1.4")", std::string(R"("version": ")") + version + '"');
    return compare_versions(*read(file), *read(newer));
}

std::vector<std::string> found_after(const std::string& from, const std::string& to,
                                     const char* version = "2.0") {
    return lines(after(from, to, version).diagnostics);
}

} // namespace

TEST(Versions, AFileAgainstItselfGivesNothing) {
    for (const char* name : {"look", "feet", "open-close", "kind-pause"}) {
        const auto exercise = read(file_bytes(std::string("exercises/") + name + ".json"));
        const auto comparison = compare_versions(*exercise, *exercise);
        EXPECT_THAT(comparison.diagnostics, IsEmpty());
        EXPECT_THAT(comparison.changes, IsEmpty());
        EXPECT_EQ(comparison.version_advice, "Nothing changed.");
    }
}

TEST(Versions, V001AnotherSortOfAnswer) {
    const std::string scale =
        R"("answer": "scale", "lowest": 0, "highest": 10, "lowest_label": "not", "highest_label": "very")";
    EXPECT_THAT(
        found_after(scale, R"("answer": "text")"),
        ElementsAre("f:15:63: error V001: \"keep\" was a scale 0-10 in version 1.4 and is text now. Old and "
                    "new answers would be mixed. Give it a new id"));
    EXPECT_THAT(found_after(R"("highest": 10,)", R"("highest": 7,)"),
                Contains(HasSubstr("\"keep\" was a scale 0-10 in version 1.4 and is a scale 0-7 now")));
    EXPECT_THAT(
        found_after(R"("answer": "choice")", R"("answer": "choices")"),
        Contains(HasSubstr("V001: \"where\" was a choice in version 1.4 and is a choice of several now")));
    EXPECT_THAT(found_after(R"("lowest_label": "not", "highest_label": "very")",
                            R"("lowest_label": "very", "highest_label": "not")"),
                Contains(HasSubstr("V001: The ends of \"keep\" have changed places since version 1.4")));
    EXPECT_THAT(found_after(R"({ "kind": "check_in", "id": "start", "text": "How is it?" })",
                            R"({ "kind": "ask", "id": "start", "text": "How is it?", "answer": "yes_no" })"),
                Contains(HasSubstr("V001: \"start\" was a check-in in version 1.4 and is yes or no now")));
}

TEST(Versions, V001AnotherMeasure) {
    const std::string with = R"("answer": "scale", "measure": "kindness_0_10",)";
    const auto older = read(replaced(file, R"("answer": "scale",)", with));
    const auto newer = read(replaced(
        replaced(file, R"("answer": "scale",)", R"("answer": "scale", "measure": "shame",)"), "1.4", "2.0"));
    EXPECT_THAT(lines(compare_versions(*older, *newer).diagnostics),
                Contains(HasSubstr(
                    "V001: \"keep\" measured \"kindness_0_10\" in version 1.4 and measures \"shame\" now")));
    EXPECT_THAT(found_after(R"("answer": "scale",)", with), IsEmpty()) << "a measure named at last";
}

TEST(Versions, V001NearMisses) {
    EXPECT_THAT(found_after(R"("text": "How kind?")", R"("text": "How kind are you?")", "1.5"), IsEmpty());
    EXPECT_THAT(found_after(R"("id": "keep")", R"("id": "kindness")"), IsEmpty()) << "a new id";
    EXPECT_THAT(
        found_after(R"("text": "Safe?", "answer": "yes_no")", R"("text": "Safe?", "answer": "text")", "2.0"),
        Not(Contains(HasSubstr("V001"))))
        << "answers that are forgotten cannot be mixed";
}

TEST(Versions, V002AnotherThoughtUnderAnOldId) {
    EXPECT_THAT(
        found_after(R"("text": "I am not sure")", R"("text": "Nowhere at all")"),
        ElementsAre("f:10:11: error V002: Option \"unsure\" used to mean \"I am not sure\". Use a new option "
                    "id"));
    EXPECT_THAT(found_after(R"("text": "In my body")", R"("text": "In my thoughts")"),
                Contains(HasSubstr("V002: Option \"body\"")));
    const auto swapped = found_after(R"("text": "In my body" },
  { "id": "unsure", "text": "I am not sure" })",
                                     R"("text": "I am not sure" },
  { "id": "unsure", "text": "In my body" })");
    EXPECT_THAT(swapped,
                ElementsAre(HasSubstr("V002: Option \"body\""), HasSubstr("V002: Option \"unsure\"")));
}

TEST(Versions, V002NearMisses) {
    EXPECT_THAT(found_after(R"("text": "In my body")", R"("text": "Somewhere in the body")", "1.5"),
                IsEmpty());
    EXPECT_THAT(found_after(R"("text": "I am not sure")", R"("text": "I'm unsure")", "1.5"), IsEmpty());
    EXPECT_THAT(found_after(R"("id": "unsure")", R"("id": "nowhere")"), IsEmpty()) << "a new option id";
}

TEST(Versions, WhatMayMeanTheSame) {
    for (const auto& [one, other] :
         std::vector<std::pair<const char*, const char*>>{{"My feet", "Feet"},
                                                          {"Somewhere in the body", "In my body"},
                                                          {"In my thougths", "In my thoughts"},
                                                          {"Yes", "Yes, please"},
                                                          {"It does not suit me", "It doesn't suit me"},
                                                          {"Feeling tense", "I feel tense"},
                                                          {"Nirgends", "nirgends."},
                                                          {"5 minutes", "About 5 minutes"},
                                                          {"Ich weiß nicht", "Das weiss ich nicht"},
                                                          {"身体の中", "身体の中で"}}) {
        EXPECT_TRUE(may_mean_the_same(one, other)) << one << " / " << other;
    }
    for (const auto& [one, other] :
         std::vector<std::pair<const char*, const char*>>{{"I am not sure", "Nowhere"},
                                                          {"I feel safe", "I do not feel safe"},
                                                          {"My left hand", "My right hand"},
                                                          {"5 minutes", "10 minutes"},
                                                          {"Yes", "No"},
                                                          {"More than an hour", "Less than an hour"},
                                                          {"Mehr als gestern", "Weniger als gestern"},
                                                          {"In my body", "In my thoughts"},
                                                          {"A little", "A lot"},
                                                          {"身体の中", "考えること"}}) {
        EXPECT_FALSE(may_mean_the_same(one, other)) << one << " / " << other;
    }
}

TEST(Versions, V003NotRaised) {
    EXPECT_THAT(
        found_after("Let it be there.", "Let it rest.", "1.4"),
        ElementsAre("f:2:40: warning V003: The text differs from the published 1.4. Raise it to 1.5"));
    EXPECT_THAT(
        found_after(R"("stop_at": 8)", R"("stop_at": 9)", "1.4"),
        ElementsAre(HasSubstr("warning V003: The text differs from the published 1.4. Raise it to 2.0")));
    EXPECT_THAT(found_after("Let it be there.", "Let it rest.", "1.3"),
                ElementsAre(HasSubstr(
                    "warning V003: This version, 1.3, comes before the published 1.4. Raise it to 1.5")));
}

TEST(Versions, V003TheWrongNumberRaised) {
    EXPECT_THAT(found_after(R"("stop_at": 8)", R"("stop_at": 9)", "1.5"),
                ElementsAre(HasSubstr(
                    "warning V003: Version 1.5 has the first number of the published 1.4. Raise it to 2.0")));
    EXPECT_THAT(found_after("Let it be there.", "Let it rest.", "2.0"),
                ElementsAre(HasSubstr("advice V003: 1.5 would be enough")));
}

TEST(Versions, V003NearMisses) {
    EXPECT_THAT(found_after("Let it be there.", "Let it rest.", "1.5"), IsEmpty());
    EXPECT_THAT(found_after("Let it be there.", "Let it rest.", "1.9"), IsEmpty());
    EXPECT_THAT(found_after(R"("stop_at": 8)", R"("stop_at": 9)", "2.0"), IsEmpty());
    const std::string about = R"("title": "F", "about": { "reviewed": { "by": "B", "on": "2026-01-01" } },)";
    EXPECT_THAT(found_after(R"("title": "F",)", about, "1.4"), IsEmpty()) << "a review changes no text";
    EXPECT_THAT(found_after(R"("for": "30s")", R"("for": "30s", "note": "long enough")", "1.4"), IsEmpty());
}

TEST(Versions, ChangesInWords) {
    auto changes = [](const char* from, const char* to) { return after(from, to).changes; };
    EXPECT_THAT(changes(R"("for": "30s")", R"("for": "45s")"),
                ElementsAre("In \"One\": a pause of \"45s\": \"for\" was \"30s\" and is \"45s\" now"));
    EXPECT_THAT(changes("Let it be there.", "Let it rest."),
                ElementsAre("In \"One\": \"Let it be there.\" became \"Let it rest.\""));
    EXPECT_THAT(changes(R"({ "kind": "pause", "for": "30s" },)", ""),
                ElementsAre("In \"One\": a pause of \"30s\" is gone"));
    EXPECT_THAT(
        changes(R"({ "kind": "say", "text": "May I be kind." },)",
                R"({ "kind": "say", "text": "May I be kind." }, { "kind": "say", "text": "More." },)"),
        ElementsAre("In \"Two\": \"More.\" is new"));
    EXPECT_THAT(changes(R"("stop_at": 8)", R"("stop_at": 9)"),
                ElementsAre(HasSubstr("Safety: \"distress\" was")));
    EXPECT_THAT(changes(R"("default": 2)", R"("default": 3)"),
                ElementsAre("The setting \"rounds\": \"default\" was 2 and is 3 now"));
    EXPECT_THAT(changes(R"({ "id": "feet", "title": "Feet")", R"({ "id": "floor", "title": "Floor")"),
                ElementsAre("The section \"Feet\" is gone", "The section \"Floor\" is new",
                            "In \"Floor\": \"Look.\" has moved here"));
}

TEST(Versions, AQuestionThatMovesIsNoNewOne) {
    const std::string question = R"({ "kind": "check_in", "id": "start", "text": "How is it?" },)";
    std::string newer = replaced(file, question, "");
    newer = replaced(newer, R"({ "kind": "say", "text": "May I be kind." },)",
                     R"({ "kind": "say", "text": "May I be kind." },)" + question);
    newer = replaced(newer, "1.4", "1.5");
    const auto comparison = compare_versions(*read(file), *read(newer));
    EXPECT_THAT(comparison.diagnostics, IsEmpty());
    EXPECT_THAT(comparison.changes, ElementsAre("In \"Two\": the check-in \"start\" has moved here"));
    EXPECT_THAT(after(question, "", "1.5").version_advice, HasSubstr("Raise the version to 2.0."));
}

TEST(Versions, TwoExercisesAreNotCompared) {
    const auto comparison = after(R"("id": "f")", R"("id": "g")", "1.4");
    EXPECT_THAT(comparison.diagnostics, IsEmpty());
    EXPECT_THAT(comparison.version_advice, HasSubstr("two exercises"));
}

namespace {

/// Every value of the file that an edit could change, but remarks and the version itself.
void each_leaf(const Written& part, const std::function<void(const Written&)>& visit) {
    if (part.entries.empty() && part.members.empty()) { visit(part); }
    for (const Written& entry : part.entries) { each_leaf(entry, visit); }
    for (const Member& member : part.members) {
        if (member.key != "note" && member.key != "$schema" && member.key != "version") {
            each_leaf(member.value, visit);
        }
    }
}

std::string edited(const Written& leaf) {
    switch (leaf.kind) {
    case Written::Kind::number: return std::to_string(static_cast<int>(leaf.number) + 1);
    case Written::Kind::boolean: return leaf.boolean ? "false" : "true";
    default: break;
    }
    if (!leaf.text.empty() && leaf.text.back() == 's' &&
        leaf.text.find_first_not_of("0123456789s") == std::string::npos) {
        return '"' + std::to_string(std::stoi(leaf.text) + 1) + "s\"";
    }
    return '"' + leaf.text + "x\"";
}

} // namespace

TEST(Versions, EveryEditOfAShippedExerciseIsNoticed) {
    int tried = 0;
    for (const char* name : {"look", "feet", "open-close", "kind-pause"}) {
        const std::string bytes = file_bytes(std::string("exercises/") + name + ".json");
        const auto older = read(bytes);
        // Values, and whole entries of lists.
        std::vector<std::pair<Span, std::string>> edits;
        each_leaf(older->document->root,
                  [&](const Written& leaf) { edits.emplace_back(leaf.span, edited(leaf)); });
        for (const Section& section : older->sections) {
            const Written& steps = *section.written->find("steps");
            for (std::size_t at = 1; at < steps.entries.size(); ++at) {
                edits.emplace_back(Span{steps.entries[at - 1].span.end, steps.entries[at].span.end}, "");
            }
        }
        for (const auto& [span, words] : edits) {
            std::string changed = bytes;
            changed.replace(span.begin, span.end - span.begin, words);
            const auto newer = read_exercise(source(changed)).exercise;
            if (!newer) { continue; } // the reader noticed
            ++tried;
            EXPECT_FALSE(list_changes(*older, *newer).empty())
                << name << ": " << bytes.substr(span.begin, span.end - span.begin) << " -> " << words;
        }
    }
    EXPECT_GT(tried, 300);
}

} // namespace kindly::test
