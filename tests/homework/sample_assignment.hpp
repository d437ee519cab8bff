// SPDX-License-Identifier: MIT
// An assignment for tests, with a right digest; parts of it can be changed.
#pragma once

#include "base/source_text.hpp"
#include "exercise/json_text.hpp"
#include "homework/assignment.hpp"
#include "homework/assignment_writer.hpp"

#include <functional>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

namespace kindly::test {

using Json = nlohmann::ordered_json;

inline const std::string some_digest = std::string(32, 'a') + std::string(32, '1');

inline Json sample_plan() {
    return Json::parse(R"({
        "format": "1.0", "language": "en", "title": "Kinder evenings", "from": "R. Lind", "for": "Sam",
        "rationale": "Less of a fight.", "message": "We chose it.", "share": "ratings",
        "items": [
            { "exercise": "feet", "how_often": "daily", "until": "2026-12-06", "minutes": 5,
              "plan": { "cue": "after tea", "then": "look" }, "confidence": 60, "easier": "look" },
            { "exercise": "kind-pause", "how_often": ["monday", "thursday"], "settings": { "rounds": 2 } } ],
        "questions": ["What felt real?"] })");
}

inline Json sample_assignment() {
    const AssignmentToMake made{
        sample_plan().dump(),
        "kinder-evenings",
        "2026-11-22",
        {},
        {{"feet", {"1.0", some_digest, {}}}, {"kind-pause", {"1.0", some_digest, {}}}}};
    return Json::parse(make_assignment(made));
}

inline std::shared_ptr<const SourceText> source_of(const Json& json) {
    return std::make_shared<const SourceText>("sam.json", json.dump(2));
}

/// With the digest that goes with it.
inline Json resealed(Json json) {
    json.erase("digest");
    const std::string digest = digest_of_all(parse_written(source_of(json)).document->root);
    json["digest"] = digest;
    return json;
}

} // namespace kindly::test
