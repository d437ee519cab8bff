// SPDX-License-Identifier: MIT
// For tests of proofs: small exercises from their main sections, and what is found in them.
#pragma once

#include "checker/whole_check.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

/// One gentle main section; without line ends in `steps`, they stand on line 4.
inline std::string section(const std::string& id, const std::string& steps, const std::string& more = {}) {
    return R"({ "id": ")" + id + R"(", "title": ")" + id + R"(", )" + more +
           R"("purpose": "soothe", "steps": [)" + steps + "] }";
}

/// With settings, as they stand between the braces of "parameters".
inline std::string with_settings(std::string exercise, const std::string& settings) {
    const std::string safety = R"("safety": {)";
    return exercise.insert(exercise.find(safety), R"("parameters": { )" + settings + " }, ");
}

/// What is found with a code: the messages alone.
inline std::vector<std::string> messages(const std::string& json, const std::string& code) {
    std::vector<std::string> all;
    for (const auto& finding : check(json).diagnostics) {
        if (finding.code == code) { all.push_back(finding.message); }
    }
    return all;
}

/// What is said and tried beside the only message with that code.
inline std::string more_of(const std::string& json, const std::string& code) {
    std::string all;
    for (const auto& finding : check(json).diagnostics) {
        if (finding.code == code) { all += finding.explanation + " | " + finding.suggestion; }
    }
    return all;
}

inline const std::string where =
    R"({ "kind": "ask", "id": "where", "text": "Where?", "answer": "choice", "options": [
        { "id": "body", "text": "Body" }, { "id": "mind", "text": "Mind" }, { "id": "none", "text": "Nowhere" } ] })";
inline const std::string tired = R"({ "kind": "ask", "id": "tired", "text": "Tired?", "answer": "yes_no" })";
inline const std::string how_tired =
    R"({ "kind": "ask", "id": "tired", "text": "How tired?", "answer": "scale", "lowest": 0, "highest": 10 })";

inline std::string say(const std::string& text = "Rest.") {
    return R"({ "kind": "say", "text": ")" + text + R"(" })";
}

/// A step with a condition.
inline std::string only_if(std::string step, const std::string& condition) {
    return step.insert(step.rfind('}'), R"(, "only_if": )" + condition + ' ');
}

inline const std::string is_tired = R"({ "answer": "tired", "is": true })";
inline const std::string is_body = R"({ "answer": "where", "is": "body" })";

inline std::string jump(const std::string& to) {
    return R"({ "kind": "go_to", "section": ")" + to + R"(" })";
}

} // namespace kindly::tests
