// SPDX-License-Identifier: MIT
// A question with "recorded": false is forgotten: what is kept of a practice, and whatever leaves from there,
// is the same for each answer to it, but for times and how it ended. Held for all exercises that have one.
#include "program/child.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const std::filesystem::path exercises = KINDLY_SOURCE_DIR "/exercises";

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// All questions somewhere in an exercise that are forgotten.
void find_unrecorded(const json& part, std::vector<json>& found) {
    if (part.is_object() && part.value("kind", "") == "ask" && !part.value("recorded", true)) {
        found.push_back(part);
    }
    for (const json& inner : part) {
        if (inner.is_structured()) { find_unrecorded(inner, found); }
    }
}

/// How somebody answers: to everything they are asked, the same each time.
struct Person {
    const char* name;
    bool first_option;
    int rating;
    bool writes;
};

/// An answer to one question; null leaves it out.
struct Secret {
    std::string question;
    json answer;
};

json answer_to(const json& asked, const Person& person, const Secret& secret) {
    if (asked.at("id") == secret.question) { return secret.answer; }
    if (asked.at("event") == "check_in") { return person.rating; }
    const std::string kind = asked.at("answer");
    if (kind == "text") { return person.writes ? json("Some words.") : json(); }
    if (kind == "scale" || kind == "number") { return person.rating; }
    if (kind == "yes_no") { return person.first_option; }
    const json& options = asked.at("options");
    const json& option = person.first_option ? options.front() : options.back();
    return kind == "choices" ? json::array({option.at("id")}) : option.at("id");
}

/// One practice, from its beginning to its end.
void practise(const TemporaryHome& home, const std::string& exercise, const Person& person,
              const Secret& secret) {
    Child child(home, {"practice", exercise, "--guide", "events", "--instant", "--seed", "1"});
    const auto say = [&](const json& input) { child.send(input.dump() + "\n"); };
    std::size_t begin = 0;
    for (;;) {
        child.wait_for("\n");
        const std::size_t end = child.output().find('\n', begin);
        const json event = json::parse(child.output().substr(begin, end - begin));
        begin = end + 1;
        const std::string kind = event.at("event");
        if (kind == "ask" || kind == "check_in") {
            const json answer = answer_to(event, person, secret);
            say(answer.is_null() ? json{{"do", "skip"}} : json{{"do", "answer"}, {"value", answer}});
        } else if (kind == "consent") {
            say({{"do", "answer"}, {"value", "yes"}});
        } else if (kind == "offer") {
            say({{"do", "answer"}, {"value", "go_on"}});
        } else if (kind == "keep") {
            say({{"do", "answer"}, {"value", "delete"}});
        } else if (kind == "refused" || kind == "problem") {
            ADD_FAILURE() << event.dump();
        } else if (kind == "ended") {
            break;
        }
    }
    child.close_input();
    EXPECT_EQ(child.wait(), 0) << child.output();
}

bool may_differ(const std::string& key) {
    static const std::set<std::string> keys{
        "id",           "started_at",        "ended_at",       "day",         "status",
        "stop_reason",  "practised_seconds", "paused_seconds", "recorded_at", "answered_at",
        "practised_ms", "paused_ms",         "began_ms",       "ended_ms",    "at_ms"};
    return keys.contains(key);
}

void take_out_times(json& part) {
    if (part.is_object()) {
        for (auto member = part.begin(); member != part.end();) {
            member = may_differ(member.key()) ? part.erase(member) : std::next(member);
        }
    }
    for (json& inner : part) {
        if (inner.is_structured()) { take_out_times(inner); }
    }
}

std::string lines_without_times(const TemporaryHome& home, const std::vector<std::string>& arguments) {
    std::istringstream lines(finished(home, arguments).output);
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        if (line.front() == '{') {
            json read = json::parse(line);
            take_out_times(read);
            line = read.dump();
        }
        static const std::regex times(
            "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2}.*|How it ended.*");
        all += std::regex_replace(line, times, "...") + "\n";
    }
    return all;
}

/// Everything that can be seen of the only practice in this home.
std::string seen(const TemporaryHome& home) {
    std::string all;
    for (const char* const share : {"counts", "ratings"}) {
        json sessions = json::parse(
            finished(home, {"export", "--format", "json", "--share", share, "--include-trials"}).output);
        take_out_times(sessions);
        all += sessions.dump(1) + "\n";
    }
    const json log = log_of(home);
    EXPECT_EQ(log.size(), 1U);
    // All that the log has: steps, safety, and what was being typed.
    all += lines_without_times(home, {"export", "--format", "jsonl", "--share", "words", "--include-trials"});
    all += lines_without_times(
        home, {"export", "--format", "csv", "--table", "answers", "--share", "words", "--include-trials"});
    all += lines_without_times(home, {"log", "show", log[0].at("id")});
    all += finished(home, {"me", "kept", "--json"}).output;
    all += finished(home, {"letters", "--json"}).output;
    return all;
}

std::string seen_after(const std::string& exercise, const Person& person, const Secret& secret) {
    const TemporaryHome home;
    practise(home, exercise, person, secret);
    return seen(home);
}

/// Whatever is answered to a forgotten question, it is not seen.
void compare(const std::string& exercise, const std::vector<json>& questions) {
    static const Person people[] = {{"with first options", true, 3, true},
                                    {"with last options", false, 4, false}};
    for (const auto& person : people) {
        for (const auto& question : questions) {
            const std::string id = question.at("id");
            const std::string left_out = seen_after(exercise, person, {id, nullptr});
            std::vector<json> answers;
            for (const auto& option : question.value("options", json::array())) {
                answers.push_back(option.at("id"));
            }
            if (question.at("answer") == "text") { answers.emplace_back("Other words."); }
            if (question.at("answer") == "yes_no") { answers = {true, false}; }
            for (const auto& answer : answers) {
                SCOPED_TRACE(exercise + ", " + person.name + ": " + id + " is " + answer.dump());
                EXPECT_EQ(seen_after(exercise, person, {id, answer}), left_out);
            }
        }
    }
}

} // namespace

class Unrecorded : public testing::TestWithParam<std::string> {};

TEST_P(Unrecorded, AnswersShowNowhere) {
    std::vector<json> questions;
    find_unrecorded(json::parse(text_of(exercises / (GetParam() + ".json"))), questions);
    ASSERT_FALSE(questions.empty());
    compare(GetParam(), questions);
}

namespace {

/// Every exercise with such a question, so that new ones are looked at as well.
std::vector<std::string> with_unrecorded() {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(exercises)) {
        if (entry.path().extension() != ".json") { continue; }
        const json read = json::parse(text_of(entry.path()));
        std::vector<json> questions;
        if (read.contains("sections")) { find_unrecorded(read, questions); }
        if (!questions.empty()) { found.push_back(entry.path().stem()); }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Exercises, Unrecorded, testing::ValuesIn(with_unrecorded()),
                         [](const auto& exercise) {
                             return std::regex_replace(exercise.param, std::regex("[^a-z]"), "_");
                         });
