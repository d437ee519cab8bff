// SPDX-License-Identifier: MIT
// What `kindly new` begins with: an exercise, and copies of others.
#include "checker/adaptation.hpp"
#include "checker/changes.hpp"
#include "checker/exercise_draft.hpp"
#include "checker/families.hpp"
#include "checker/whole_check.hpp"
#include "exercise/canonical.hpp"
#include "exercise/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string copy_of(const std::string& text, const CopyRequest& request = {"copy", {}, {}}) {
    const auto reading = read_exercise(source(text));
    EXPECT_THAT(lines(reading.diagnostics), IsEmpty());
    return adapted_copy(*reading.exercise, request);
}

/// A whole exercise around what is said about it.
std::string with_about(const std::string& about, const std::string& before = {}) {
    Sample sample;
    sample.heading = before + sample.heading + (about.empty() ? "" : "\n" + about + ",");
    return sample.text();
}

std::shared_ptr<const Exercise> read(const std::string& text) {
    const auto reading = read_exercise(source(text));
    EXPECT_THAT(lines(reading.diagnostics), IsEmpty()) << text;
    return reading.exercise;
}

} // namespace

TEST(Drafts, TheFirstExerciseReadsClean) {
    const auto exercise =
        read(exercise_draft("evening-pause", "An \"evening\"\n", "./exercise-1.schema.json"));
    ASSERT_TRUE(exercise);
    EXPECT_EQ(exercise->id, "evening-pause");
    EXPECT_EQ(exercise->title, "An \"evening\"\n");
    EXPECT_EQ(exercise->document->root.find("$schema")->text, "./exercise-1.schema.json");
    EXPECT_FALSE(exercise->about.reviewed);
    EXPECT_TRUE(read(exercise_draft("a", "A", "")));
}

TEST(Drafts, TheFirstExercisePassesEveryCheck) {
    const auto checked = tests::check(read(exercise_draft("evening-pause", "Evening pause", "")));
    for (const Diagnostic& finding : checked.diagnostics) {
        EXPECT_EQ(finding.severity, Severity::advice) << first_line(finding);
    }
    const auto exercise = read(exercise_draft("evening-pause", "Evening pause", ""));
    Findings findings(exercise->document->source);
    check_wording(shown_texts(*exercise), "en", exercise.get(), findings);
    EXPECT_THAT(lines(findings.take()), IsEmpty());
    EXPECT_THAT(tests::first_lines(checked), testing::SizeIs(testing::Le(1)))
        << "only that nobody has reviewed it";
}

TEST(Drafts, ACopyIsTheOriginalUnderAnotherName) {
    for (const char* name : {"look", "feet", "open-close", "kind-pause"}) {
        const std::string bytes = file_bytes(std::string("exercises/") + name + ".json");
        const auto original = read(bytes);
        const auto copy = read(copy_of(bytes));
        ASSERT_TRUE(copy);
        EXPECT_EQ(copy->id, "copy");
        EXPECT_EQ(copy->version, "1.0");
        EXPECT_EQ(copy->title, original->title);
        ASSERT_EQ(copy->about.adapted_from.size(), 1U);
        EXPECT_EQ(copy->about.adapted_from[0].id, name);
        EXPECT_EQ(copy->about.adapted_from[0].license, "CC-BY-4.0");
        EXPECT_EQ(copy->about.adapted_from[0].digest, canonical_digest(original->document->root));
        std::vector<std::string> changes;
        for (const auto& change : list_changes(*original, *copy)) { changes.push_back(change.words); }
        EXPECT_THAT(changes,
                    ElementsAre(HasSubstr("\"id\" was"), HasSubstr("About: \"adapted_from\" is new")));
    }
}

TEST(Drafts, WhatIsSaidAboutTheOriginal) {
    const std::string review = R"("reviewed": { "by": "B", "on": "2026-01-01" })";
    const std::string changes = R"("changes": [ "1.0: first" ])";
    const std::string licence = R"("license": "MIT")";
    const std::string older = R"("adapted_from": [ { "id": "older", "version": "3.0" } ])";
    for (const std::string& about : std::vector<std::string>{
             review, review + ", " + licence, licence + ",\n  " + review, review + "," + changes, "", older,
             licence + ", " + review + ", " + older + ", " + changes, R"("adapted_from": [])",
             changes + ", " + licence + ", " + review}) {
        const auto copy = read(copy_of(with_about("\"about\": { " + about + " }")));
        ASSERT_TRUE(copy);
        EXPECT_FALSE(copy->about.reviewed) << about;
        EXPECT_THAT(copy->about.changes, IsEmpty()) << about;
        const bool is_adapted_twice = about.find("older") != std::string::npos;
        EXPECT_EQ(copy->about.adapted_from.size(), is_adapted_twice ? 2U : 1U) << about;
        EXPECT_EQ(copy->about.adapted_from.back().id, "sample") << about;
        EXPECT_EQ(copy->about.license.empty(), about.find("MIT") == std::string::npos) << about;
    }
    EXPECT_EQ(read(copy_of(with_about("")))->about.adapted_from.size(), 1U) << "nothing was said at all";
}

TEST(Drafts, TheSchemaOfACopy) {
    const std::string with = with_about("", R"("$schema": "./exercise-1.schema.json", )");
    auto schema_of = [](const std::string& text) {
        const auto exercise = read(text);
        const Written* schema = exercise->document->root.find("$schema");
        return schema == nullptr ? std::string("none") : schema->text;
    };
    EXPECT_EQ(schema_of(copy_of(with, {"copy", {}, "../s.json"})), "../s.json");
    EXPECT_EQ(schema_of(copy_of(with)), "none");
    EXPECT_EQ(schema_of(copy_of(with_about(""), {"copy", {}, "s.json"})), "s.json");
    EXPECT_EQ(read(copy_of(with, {"copy", "New \\ title", {}}))->title, "New \\ title");
}

TEST(Drafts, LineEndsStayAsTheyWere) {
    std::string text = with_about("\"about\": {\n  \"license\": \"MIT\"\n}");
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) {
        text.replace(at, 1, "\r\n");
    }
    const std::string copy = copy_of(text, {"copy", {}, "s.json"});
    EXPECT_TRUE(read(copy));
    for (std::size_t at = copy.find('\n'); at != std::string::npos; at = copy.find('\n', at + 1)) {
        EXPECT_EQ(copy[at - 1], '\r') << at;
    }
}

TEST(Drafts, FragmentsUsedAtAnyDepth) {
    Sample sample;
    sample.step = R"({ "kind": "if", "when": { "answer": "start", "at_least": 3 }, "then": [
        { "kind": "use", "library": "own/words@2" }, { "kind": "use", "library": "grounding/senses@1" } ] })";
    EXPECT_THAT(fragments_used(*sample.read().exercise),
                ElementsAre(std::pair("grounding/senses", 1), std::pair("own/words", 2)));
}

} // namespace kindly::test
