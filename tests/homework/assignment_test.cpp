// SPDX-License-Identifier: MIT
// Reading assignments: what is refused, where, and in which words; what is made can be read again.
#include "exercise/canonical.hpp"
#include "exercise/limits.hpp"
#include "exercise/programme_reader.hpp"
#include "homework/assignment_check.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/sample_assignment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> lines(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const Diagnostic& one : diagnostics) { all.push_back(one.code + " " + one.message); }
    return all;
}

std::vector<std::string> refused(const std::function<void(Json&)>& change) {
    Json json = sample_assignment();
    change(json);
    const ReadAssignment read = read_assignment(source_of(json));
    EXPECT_EQ(read.assignment == nullptr, has_errors(read.diagnostics));
    return lines(read.diagnostics);
}

TEST(Assignments, ReadWhatWasMade) {
    const ReadAssignment read = read_assignment(source_of(sample_assignment()));
    ASSERT_THAT(lines(read.diagnostics), IsEmpty());
    const Assignment& assignment = *read.assignment;
    EXPECT_EQ(assignment.id, "kinder-evenings");
    EXPECT_EQ(assignment.for_whom, "Sam");
    ASSERT_EQ(assignment.items.size(), 2U);
    EXPECT_EQ(assignment.items[0].easier, "look");
    EXPECT_EQ(assignment.items[0].plan.cue, "after tea");
    EXPECT_EQ(assignment.items[0].confidence, 60);
    EXPECT_EQ(word(assignment.items[1].often), "monday, thursday");
    EXPECT_EQ(assignment.digest, digest_of_all(assignment.document->root));
}

TEST(Assignments, HowOftenIsReadAndWrittenTheSame) {
    for (const char* written : {"daily", "once", "in_order", "once a week", "3 times a week", "every 2 days",
                                "every 366 days", "monday, friday"}) {
        ASSERT_TRUE(read_how_often(written).has_value()) << written;
        EXPECT_EQ(word(*read_how_often(written)), written);
    }
    for (const char* written :
         {"", "weekly", "0 times a week", "8 times a week", "every 1 days", "every 367 days",
          "03 times a week", "monday,", "mon", "every -2 days", "99999999999 times a week"}) {
        EXPECT_FALSE(read_how_often(written).has_value()) << written;
    }
}

TEST(Assignments, RefuseWhatIsNoneOfIt) {
    EXPECT_THAT(refused([](Json& json) { json["id"] = "../../etc/passwd"; }),
                ElementsAre(HasSubstr("K007 ")));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["exercise"] = "a/b"; }),
                ElementsAre(HasSubstr("K007 ")));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["how_often"] = "now and then"; }),
                ElementsAre("K004 \"how_often\" cannot be \"now and then\""));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["how_often"] = "monday"; }),
                ElementsAre("K004 \"how_often\" is a list where it names days: [\"monday\"]"));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["from"] = "2026-12-07"; }),
                ElementsAre("K006 \"until\" (2026-12-06) is before \"from\" (2026-12-07)"));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["until"] = "2026-02-30"; }),
                ElementsAre("K006 \"2026-02-30\" is not a date. Write it like \"2026-11-22\""));
    EXPECT_THAT(refused([](Json& json) { json["items"][1]["exercise"] = "feet"; }),
                ElementsAre(HasSubstr("K010 \"feet\" stands here twice")));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["confidence"] = 101; }),
                ElementsAre("K006 \"confidence\" (101) can be 0 to 100"));
    EXPECT_THAT(refused([](Json& json) { json["items"][0]["easier"] = "feet"; }),
                ElementsAre(HasSubstr("K010 ")));
    EXPECT_THAT(refused([](Json& json) { json["share"] = "everything"; }), ElementsAre(HasSubstr("K004 ")));
    EXPECT_THAT(refused([](Json& json) { json["digest"] = "abc"; }), ElementsAre(HasSubstr("K007 ")));
    EXPECT_THAT(refused([](Json& json) { json.erase("rationale"); }), ElementsAre(HasSubstr("K002 ")));
    EXPECT_THAT(refused([](Json& json) { json["items"] = Json::array(); }), ElementsAre(HasSubstr("K006 ")));
    EXPECT_THAT(refused([](Json& json) { json["format"] = "1.7"; }), ElementsAre(HasSubstr("K009 ")));
}

TEST(Assignments, AreKnownWhicheverKeyWasForgotten) {
    const Json assignment = sample_assignment();
    for (const auto& [key, value] : assignment.items()) {
        Json json = assignment;
        json.erase(key);
        EXPECT_TRUE(looks_like_assignment(json.dump())) << key;
        EXPECT_FALSE(looks_like_plan(json.dump())) << key;
    }
    const Json plan = sample_plan();
    for (const auto& [key, value] : plan.items()) {
        Json json = plan;
        json.erase(key);
        EXPECT_TRUE(looks_like_plan(json.dump())) << key;
        EXPECT_FALSE(looks_like_assignment(json.dump())) << key;
        EXPECT_FALSE(looks_like_programme(json.dump())) << key;
    }
    Json seldom = plan;
    for (Json& item : seldom["items"]) { item.erase("how_often"); }
    EXPECT_TRUE(looks_like_plan(seldom.dump()));
    EXPECT_FALSE(looks_like_programme(seldom.dump()));
    // To be completed by options and questions.
    EXPECT_TRUE(looks_like_plan(R"({ "items": [ { "exercise": "feet", "how_often": "daily" } ] })"));
    // A quote that is missing hides no more than its line.
    EXPECT_TRUE(looks_like_plan("{ \"title: 3,\n \"from\": 1,\n \"share\": \"{\\\"\" }"));
}

TEST(Assignments, AreNotWhatOtherFilesAreTakenFor) {
    for (
        const char* other :
        {R"({ "format": "1.0", "id": "a", "version": "1.0", "items": [ { "day": 1, "exercise": "feet" } ] })",
         R"({ "version": "1.0", "items": [ { "exercise": "feet", "how_often": "daily" } ] })",
         R"({ "weeks": [], "from": 1, "for": 2, "items": [] })",
         R"({ "sections": [ { "steps": [ { "for": "5s", "share": 1 } ] } ], "from": 1, "for": 2 })",
         R"({ "translates": "a", "from": "b", "for": "c" })", R"({ "about": { "from": 1, "for": 2 } })",
         R"({ "from": "R", "for": "S", "share": "counts", "practices": [], "items": [] })", "{", "", "\"",
         "}}{\"from\":\"for\":"}) {
        EXPECT_FALSE(looks_like_assignment(other)) << other;
        EXPECT_FALSE(looks_like_plan(other)) << other;
    }
}

TEST(Assignments, TellAMistakeInAnExerciseWhereItStands) {
    Json json = sample_assignment();
    json["exercises"] = Json::array({Json::parse(R"({ "format": "1.0", "id": "mine", "title": 3 })")});
    const ReadAssignment read = read_assignment(source_of(json));
    ASSERT_FALSE(read.diagnostics.empty());
    EXPECT_EQ(read.assignment, nullptr);
    std::vector<std::string> lines;
    for (const Diagnostic& one : read.diagnostics) {
        lines.emplace_back(one.source->line(one.source->locate(one.where.begin).line));
    }
    EXPECT_THAT(lines, testing::Contains(HasSubstr("\"title\": 3")));
}

TEST(Assignments, WhatNobodyCouldReadIsMadeAndRefusedWhereItIsRead) {
    const std::string deep = R"({"id":"own","a":)" + std::string(35, '[') + std::string(35, ']') + "}";
    const std::string large = R"({"id":"own","a":")" + std::string(1'100'000, 'a') + R"("})";
    for (const std::string& exercise : {deep, large}) {
        const AssignmentToMake made{
            sample_plan().dump(),
            "kinder-evenings",
            "2026-11-22",
            {},
            {{"feet", {"1.0", some_digest, exercise}}, {"kind-pause", {"1.0", some_digest, {}}}}};
        const auto read =
            read_assignment(std::make_shared<const SourceText>("sam.json", make_assignment(made)));
        EXPECT_EQ(read.assignment, nullptr);
        ASSERT_FALSE(read.diagnostics.empty());
        EXPECT_EQ(read.diagnostics.at(0).code, "J007");
    }
}

TEST(Assignments, TakeNoRemarkForColleaguesAndNoPathToTheClient) {
    const std::string exercise = R"({ "$schema": "/private/x.json", "id": "own", "note": "remark",
        "about": { "note": "remark" }, "parameters": { "note": { "label": "kept", "note": "remark" } },
        "sections": [ { "steps": [ { "use": "a", "with": { "note": "kept" }, "note": "remark" } ] } ] })";
    const auto made = [&](const std::string& bytes) {
        return make_assignment(
            {sample_plan().dump(),
             "kinder-evenings",
             "2026-11-22",
             {},
             {{"feet", {"1.0", some_digest, bytes}}, {"kind-pause", {"1.0", some_digest, {}}}}});
    };
    const std::string text = made(exercise);
    EXPECT_THAT(text, testing::Not(HasSubstr("remark")));
    EXPECT_THAT(text, testing::Not(HasSubstr("private")));
    const Json travels = Json::parse(text)["exercises"][0];
    EXPECT_EQ(travels["parameters"]["note"]["label"], "kept");
    EXPECT_EQ(travels["sections"][0]["steps"][0]["with"]["note"], "kept");
    const auto digest = [](const std::string& bytes) {
        return canonical_digest(
            parse_written(std::make_shared<const SourceText>("own.json", bytes)).document->root);
    };
    EXPECT_EQ(digest(exercise), digest(travels.dump())); // still the same exercise
}

TEST(Assignments, HoldSoManyExercisesThatReadingThemTakesNoTime) {
    const auto holding = [](std::size_t count) {
        return refused([&](Json& json) { json["exercises"] = Json(count, Json::object()); });
    };
    EXPECT_THAT(holding(limits::most_exercises_brought),
                testing::Not(testing::Contains(HasSubstr("it can hold"))));
    // Each is read as a whole file: thousands of them would never come to an end.
    EXPECT_THAT(holding(30000),
                ElementsAre("K006 \"exercises\" holds 30000 exercises; it can hold 50 at most"));
}

TEST(Assignments, HaveADigestThatAnyChangeBreaks) {
    const Json json = sample_assignment();
    const Catalogue library({KINDLY_SOURCE_DIR "/exercises"});
    for (const char* key : {"title", "rationale", "message", "from", "for"}) {
        Json changed = json;
        changed[key] = "other words";
        const ReadAssignment read = read_assignment(source_of(changed));
        ASSERT_NE(read.assignment, nullptr);
        EXPECT_THAT(lines(check_assignment(*read.assignment, library, "")),
                    testing::Contains("H001 This assignment was changed after it was made"))
            << key;
    }
    // Layout is not part of it.
    const ReadAssignment other = read_assignment(std::make_shared<const SourceText>("sam.json", json.dump()));
    EXPECT_THAT(lines(check_assignment(*other.assignment, library, "")),
                testing::Not(testing::Contains(HasSubstr("H001"))));
}

TEST(Assignments, AreCheckedAgainstTheLibraryAndTheDate) {
    const Catalogue library({KINDLY_SOURCE_DIR "/exercises"});
    const auto found = [&](const std::function<void(Json&)>& change, const char* today) {
        Json json = sample_assignment();
        for (auto& item : json["items"]) {
            const OpenedExercise opened = library.open_as_written(item["exercise"]);
            item["version"] = opened.exercise->version;
            item["digest"] = canonical_digest(opened.exercise->document->root);
        }
        change(json);
        const ReadAssignment read = read_assignment(source_of(resealed(json)));
        EXPECT_THAT(lines(read.diagnostics), IsEmpty());
        return lines(check_assignment(*read.assignment, library, today));
    };
    EXPECT_THAT(found([](Json&) {}, "2026-12-06"), IsEmpty());
    EXPECT_THAT(found([](Json&) {}, "2026-12-07"),
                ElementsAre("H005 This was to be done until 2026-12-06, which has passed"));
    EXPECT_THAT(found([](Json& json) { json["items"][0]["easier"] = "lok"; }, ""),
                ElementsAre("H002 There is no exercise \"lok\". Did you mean \"look\"?"));
    EXPECT_THAT(found([](Json& json) { json["items"][0]["digest"] = some_digest; }, ""),
                ElementsAre(HasSubstr("H003 \"feet\" is not the exercise that was assigned")));
    EXPECT_THAT(found([](Json& json) { json["items"][1]["settings"]["rounds"] = 99; }, ""),
                ElementsAre(HasSubstr("H006 ")));
    EXPECT_THAT(found([](Json& json) { json["items"][0]["easier"] = "soften"; }, ""),
                ElementsAre("H007 \"soften\" is strong; what is easier is not"));
}

} // namespace
} // namespace kindly::test
