// SPDX-License-Identifier: MIT
// Exercises for tests: from JSON in the test, from the shipped files, or made up at random (always correct
// ones).
#pragma once

#include "base/files.hpp"
#include "exercise/expand.hpp"
#include "exercise/fitting.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"
#include "exercise/settings.hpp"

#include <memory>
#include <stdexcept>
#include <string>

#include <rapidcheck.h>

namespace kindly::tests {

inline std::shared_ptr<const Exercise> exercise_from(const std::string& json) {
    ReadExercise read = read_exercise(std::make_shared<const SourceText>("test.json", json));
    if (read.exercise == nullptr) {
        throw std::runtime_error(to_text(read.diagnostics, {.plain = true}) + json);
    }
    return read.exercise;
}

inline std::shared_ptr<const Exercise> shipped_exercise(const std::string& id) {
    return exercise_from(
        read_file(std::string(KINDLY_SOURCE_DIR "/exercises/") + id + ".json", limits::file_bytes));
}

inline FragmentFinder shipped_fragments() {
    return [](const std::string& id, int) {
        const std::string file = std::string(KINDLY_SOURCE_DIR "/exercises/library/") + id + ".json";
        return read_fragment(std::make_shared<const SourceText>(file, read_file(file, limits::file_bytes)))
            .fragment;
    };
}

inline ExpandRequest usual_request(const Exercise& exercise) {
    ExpandRequest request;
    request.settings = default_settings(exercise);
    return request;
}

inline std::shared_ptr<Plan> plan_of(const std::shared_ptr<const Exercise>& exercise,
                                     std::uint64_t seed = 0) {
    ExpandRequest request = usual_request(*exercise);
    request.seed = seed;
    Fitted fitted = fit(exercise, shipped_fragments(), request, std::nullopt);
    if (fitted.plan == nullptr) { throw std::runtime_error(to_text(fitted.diagnostics, {.plain = true})); }
    return fitted.plan;
}

/// An exercise around main sections written by the test.
inline std::string exercise_around(const std::string& sections, const std::string& intensity = "moderate") {
    return R"({ "format": "1.0", "id": "test", "version": "1.0", "language": "en", "title": "Test",
  "safety": { "intensity": ")" +
           intensity + R"(", "before": "One two three four five.", "backdraft": "It can sting.",
    "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "sections": [ )" +
           sections + R"(,
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [
      { "kind": "say", "text": "Look around you." }, { "kind": "pause", "for": "40s" } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [
      { "kind": "say", "text": "Look around the room." }, { "kind": "pause", "for": "20s" } ] } ] })";
}

/// Correct exercises of every shape that the format allows, made up at random.
class Inventor {
public:
    std::string exercise() {
        const int count = number(1, 4);
        std::string sections;
        for (int section = 0; section < count; ++section) {
            if (section > 0) { sections += ", "; }
            sections += "{ \"id\": \"main" + std::to_string(section) +
                        "\", \"title\": \"Part\", \"purpose\": \"" + (section == 0 ? "arrive" : "soothe") +
                        "\"";
            if (section > 0 && number(0, 2) == 0) { sections += ", \"component\": \"kindness\""; }
            if (section > 0 && number(0, 2) == 0) { sections += ", \"priority\": \"extra\""; }
            sections += ", \"steps\": [ " + steps(section, count, 2, number(1, 5)) + " ] }";
        }
        const char* const intensities[] = {"gentle", "moderate", "moderate", "strong"};
        return exercise_around(sections, intensities[number(0, 3)]);
    }

private:
    static int number(int lowest, int highest) { return *rc::gen::inRange(lowest, highest + 1); }

    std::string duration() { return "\"" + std::to_string(number(1, 90)) + "s\""; }

    std::string steps(int section, int sections, int depth, int count) {
        std::string all;
        for (int step = 0; step < count; ++step) {
            if (step > 0) { all += ", "; }
            all += this->step(section, sections, depth);
        }
        return all;
    }

    std::string step(int section, int sections, int depth) {
        switch (number(0, depth > 0 ? 10 : 7)) {
        case 0:
        case 1:
            return R"({ "kind": "say", "text": "A few words to read", "wait": ")" +
                   std::string(number(0, 1) == 0 ? "enter" : "reading_time") + "\" }";
        case 2: {
            const int usual = number(2, 60);
            return "{ \"kind\": \"pause\", \"for\": \"" + std::to_string(usual) + "s\", \"shortest\": \"" +
                   std::to_string(number(1, usual)) + "s\", \"longest\": \"" +
                   std::to_string(number(usual, 59)) + "s\", \"bell\": \"both\", \"bell_every\": \"" +
                   std::to_string(number(1, 20)) + "s\" }";
        }
        case 3:
            return R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 3, "lowest": 2, "highest": 5 })";
        case 4: return choice(section, sections);
        case 5:
            return R"({ "kind": "ask", "id": ")" + name() +
                   R"(", "text": "How much?", "answer": "scale", "lowest": 0, "highest": 10, "expect": "10s" })";
        case 6:
            return R"({ "kind": "check_in", "id": ")" + name() +
                   R"(", "text": "How distressed?", "about": ")" +
                   (number(0, 1) == 0 ? "distress" : "backdraft") + "\" }";
        case 7:
            return R"({ "kind": "ask", "id": ")" + name() +
                   R"(", "text": "Words?", "answer": "text", "optional": true, "keep": "ask", "expect": "30s" })";
        case 8:
            return "{ \"kind\": \"repeat\", \"times\": " + std::to_string(number(1, 3)) + ", \"steps\": [ " +
                   steps(section, sections, depth - 1, number(1, 3)) + " ] }";
        case 9:
            return "{ \"kind\": \"pick\", \"id\": \"" + name() + "\", \"how\": \"random\", \"from\": [ [ " +
                   steps(section, sections, depth - 1, number(1, 2)) + " ], [ " +
                   steps(section, sections, depth - 1, 1) + " ] ] }";
        default: return branch(section, sections, depth);
        }
    }

    std::string choice(int section, int sections) {
        std::string jump;
        if (number(0, 3) == 0) {
            const int target = number(section + 1, sections);
            jump = R"(, "go_to": ")" +
                   (target == sections ? std::string("close") : "main" + std::to_string(target)) + "\"";
        }
        choices_.push_back(name());
        return R"({ "kind": "ask", "id": ")" + choices_.back() +
               R"(", "text": "Which?", "answer": "choice", "options": [ { "id": "one", "text": "One")" +
               jump + R"( }, { "id": "two", "text": "Two" } ] })";
    }

    std::string branch(int section, int sections, int depth) {
        const std::string then = steps(section, sections, depth - 1, number(1, 2));
        const std::string otherwise =
            number(0, 1) == 0 ? "" : ", \"else\": [ " + steps(section, sections, depth - 1, 1) + " ]";
        // The question that steers stands right before, so that it is always a known one.
        const std::string asked = name();
        return R"({ "kind": "ask", "id": ")" + asked +
               R"(", "text": "Yes?", "answer": "yes_no" }, { "kind": "if", "when": { "answer": ")" + asked +
               R"(", "is": true }, "then": [ )" + then + " ]" + otherwise + " }";
    }

    std::string name() { return "q" + std::to_string(++names_); }

    int names_ = 0;
    std::vector<std::string> choices_;
};

} // namespace kindly::tests
