// SPDX-License-Identifier: MIT
// Lines of an import: what is right comes through whole, what is not is refused and never throws.
#include "exchange/import_line.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using Json = nlohmann::ordered_json;

Json good_line() {
    return Json::parse(R"({"record":"session","id":"019ab3c2-0001-7000-8000-000000000000","exercise":"look",
        "exercise_version":"1.0","title":"Look","language":"en","components":["kindness"],
        "started_at":"2026-11-20T19:30:00+01:00","ended_at":null,"day":"2026-11-20","status":"interrupted",
        "stop_reason":"crash","planned_seconds":60,"practised_seconds":30,"paused_seconds":0,
        "distress_before":3,"distress_after":null,"kindness_before":null,"kindness_after":null,
        "backdraft":null,"groundings":0,"skipped":0,"homework":null,"source":"timed","participant":null,
        "recorded_at":"2026-11-20T19:30:00+01:00","amended_at":null,"kindly_version":"0.1.0","revision":1,
        "answers":[{"position":1,"step":"a/b","kind":"check_in","measure":null,"prompt":"How?",
        "value_number":3,"value_text":null,"skipped":false,"private":false,
        "answered_at":"2026-11-20T19:30:20+01:00"}]})");
}

/// What is wrong with a line; empty if nothing is.
std::string wrong(const Json& line) {
    const ReadLine read = read_line(line.dump());
    const auto* found = std::get_if<WrongLine>(&read);
    return found == nullptr ? std::string() : found->what;
}

TEST(ImportLine, AGoodLineIsAPractice) {
    const ReadLine read = read_line(good_line().dump());
    const auto& session = std::get<WholeSession>(read);
    EXPECT_EQ(session.exercise, "look");
    EXPECT_EQ(session.practised_ms, 30000);
    EXPECT_EQ(session.answers.at(0).value_number, 3);
    EXPECT_EQ(session.answers.at(0).value_revision, 1);
    EXPECT_EQ(session.details_revision, 0); // there was no "more"
}

TEST(ImportLine, ControlCharactersAreNotTakenIn) {
    Json line = good_line();
    line["title"] = "Look\x1B]0;mine\x07 \xC2\x9B"
                    "31m up\x7F";
    line["components"] = Json::array({"kindness"});
    line["answers"][0]["prompt"] = "How?\n\tNow\r?";
    const auto session = std::get<WholeSession>(read_line(line.dump()));
    EXPECT_EQ(session.title, "Look]0;mine 31m up");
    EXPECT_EQ(session.answers.at(0).prompt, "How?\n\tNow?");
}

TEST(ImportLine, EveryValueIsLookedAt) {
    const std::vector<std::pair<const char*, Json>> changes{
        {"/id", "x"},
        {"/id", "019AB3C2-0001-7000-8000-000000000000"},
        {"/started_at", "2026-11-20"},
        {"/started_at", "2026-02-30T10:00:00Z"},
        {"/started_at", 5},
        {"/day", "2026-11-22"},
        {"/day", "2026-11-20T00"},
        {"/status", "done"},
        {"/stop_reason", "bored"},
        {"/components/0", "love"},
        {"/practised_seconds", -1},
        {"/practised_seconds", "30"},
        {"/distress_before", 11},
        {"/distress_before", 2.5},
        {"/source", nullptr},
        {"/revision", 0},
        {"/revision", 18446744073709551615ULL},
        {"/answers", Json::object()},
        {"/answers/0", "text"},
        {"/answers/0/kind", "scales"},
        {"/answers/0/value_number", 11},
        {"/answers/0/value_text", "fine"},
        {"/answers/0/skipped", true},
        {"/answers/0/private", 0},
        {"/answers/0/position", 0},
        {"/title", std::string("a\0b", 3)},
        {"/sharing", "words"},
        {"/record", "practice"},
    };
    for (const auto& [place, value] : changes) {
        Json line = good_line();
        line[Json::json_pointer(place)] = value;
        EXPECT_NE(wrong(line), "") << place << " " << value.dump();
    }
    EXPECT_EQ(wrong(good_line()), "");
}

TEST(ImportLine, DeepAndLongLinesAreRefused) {
    const auto refused = [](const std::string& line) {
        return std::holds_alternative<WrongLine>(read_line(line));
    };
    EXPECT_TRUE(refused(std::string(100000, '[')));
    EXPECT_TRUE(refused(std::string(longest_line + 1, ' ')));
    EXPECT_TRUE(refused("{\"record\":\"deletion\",\"record\":\"deletion\"}"));
    EXPECT_TRUE(refused("{\"record\":\"deletion\",\"id\":1e999}"));
}

RC_GTEST_PROP(ImportLine, NothingThatStandsInALineThrows, ()) {
    std::string line = good_line().dump();
    const int changes = *rc::gen::inRange(1, 6);
    for (int change = 0; change < changes; ++change) {
        const auto at = *rc::gen::inRange<std::size_t>(0, line.size());
        if (*rc::gen::arbitrary<bool>()) {
            line.at(at) = *rc::gen::arbitrary<char>();
        } else {
            line.erase(at, *rc::gen::inRange<std::size_t>(1, 10));
        }
        if (line.empty()) { break; }
    }
    const ReadLine read = read_line(line);
    if (const auto* found = std::get_if<WrongLine>(&read)) { RC_ASSERT(!found->what.empty()); }
}

} // namespace
} // namespace kindly
