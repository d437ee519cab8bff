// SPDX-License-Identifier: MIT
// Small exercises that are right in every respect but for what a test puts in: sections with an id a line, so
// that places are easy to tell.
#pragma once

#include "whole_check.hpp"

#include <string>
#include <vector>

namespace kindly::tests {

inline const std::string words_of_kindness =
    R"({ "kind": "say", "text": "You might wish yourself something kind, or only rest." }, )"
    R"({ "kind": "pause", "for": "40s" })";
inline const std::string say_rest = R"({ "kind": "say", "text": "Nothing has to be done right now." })";
inline const std::string say_touch =
    R"({ "kind": "say", "text": "You might rest a hand on your arm, or nowhere.", "involves": ["touch"] })";

inline std::string pause(const std::string& length) {
    return R"({ "kind": "pause", "for": ")" + length + "\" }";
}

inline std::string check_in(const std::string& id) {
    return R"({ "kind": "check_in", "id": ")" + id + R"(", "text": "How distressed do you feel now?" })";
}

inline std::string yes_or_no(const std::string& id) {
    return R"({ "kind": "ask", "id": ")" + id +
           R"(", "text": "A little more?", "answer": "yes_no", "optional": true })";
}

inline std::string if_yes(const std::string& id, const std::string& then, const std::string& otherwise = {}) {
    return R"({ "kind": "if", "when": { "answer": ")" + id + R"(", "is": true }, "then": [ )" + then + " ]" +
           (otherwise.empty() ? "" : ", \"else\": [ " + otherwise + " ]") + " }";
}

inline std::string go_to(const std::string& section) {
    return R"({ "kind": "go_to", "section": ")" + section + "\" }";
}

/// `more`: further keys, with a comma at the end.
inline std::string section(const std::string& id, const std::string& purpose, const std::string& steps,
                           const std::string& more = {}) {
    return R"({ "id": ")" + id + R"(", "title": ")" + id + R"(", "purpose": ")" + purpose + "\", " + more +
           "\"steps\": [ " + steps + " ] }";
}

inline std::string kindness(const std::string& steps, const std::string& id = "kind",
                            const std::string& more = {}) {
    return section(id, "soothe", steps, "\"component\": \"kindness\", " + more);
}

inline std::string hard(const std::string& steps = pause("10s"), const std::string& more = {}) {
    return section("hard", "feeling", steps, more);
}

inline const std::string arrive = section("arrive", "arrive", check_in("start"));
inline const std::string rest = section("rest", "soothe", say_rest + ", " + pause("30s"));
inline const std::string extra = "\"priority\": \"extra\", ";

struct SmallExercise {
    std::string intensity = "moderate";
    std::vector<std::string> sections; ///< main ones, one a line from line 5 on
    std::string parameters;            ///< "\"parameters\": { ... },"
    std::string allow;                 ///< "\"allow\": [ ... ],"
    std::string grounding = R"({ "kind": "say", "text": "Look around you slowly." }, )" + pause("30s");
    std::string closing =
        R"({ "kind": "say", "text": "Look around. Move your hands. Then think of the next thing." }, )" +
        pause("20s");

    [[nodiscard]] std::string json() const {
        std::string text =
            R"({ "format": "1.0", "id": "f", "version": "1.0", "language": "en", "title": "F",)"
            "\n" +
            parameters + "\n" + R"("safety": { "intensity": ")" + intensity + "\", " + allow +
            R"("before": "You can stop at any time.", "backdraft": "Old pain can come up.", )" +
            R"("distress": { "offer_grounding_at": 5, "stop_at": 8 } },)" + "\n\"sections\": [\n";
        for (const auto& one : sections) { text += one + ",\n"; }
        return text + R"({ "id": "room", "title": "Room", "role": "grounding", "steps": [ )" + grounding +
               " ] },\n" + R"({ "id": "close", "title": "Close", "role": "closing", "steps": [ )" + closing +
               " ] } ] }";
    }

    [[nodiscard]] Checked checked() const { return check(json()); }
};

/// All errors and warnings of the exercise.
inline std::vector<std::string> all_said(const SmallExercise& one) {
    std::vector<std::string> lines;
    for (const auto& finding : one.checked().diagnostics) {
        if (finding.severity != Severity::advice) { lines.push_back(first_line(finding)); }
    }
    return lines;
}

inline SmallExercise moderate(std::vector<std::string> sections) {
    SmallExercise one;
    one.sections = std::move(sections);
    return one;
}

inline SmallExercise strong(std::vector<std::string> sections) {
    SmallExercise one = moderate(std::move(sections));
    one.intensity = "strong";
    return one;
}

} // namespace kindly::tests
