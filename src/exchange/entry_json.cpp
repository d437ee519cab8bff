// SPDX-License-Identifier: MIT
#include "exchange/entry_json.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

template <class Value>
nlohmann::ordered_json if_any(const std::optional<Value>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json if_any(const std::string& value) {
    return value.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
}

nlohmann::ordered_json if_any(const std::optional<Moment>& moment) {
    return moment ? nlohmann::ordered_json(to_rfc3339(*moment)) : nlohmann::ordered_json(nullptr);
}

/// A whole number is written as one: 6, not 6.0.
nlohmann::ordered_json number_if_any(const std::optional<double>& value) {
    constexpr double most_exact = 9007199254740992.0; // 2^53
    if (!value) { return nullptr; }
    if (std::nearbyint(*value) == *value && std::abs(*value) < most_exact) {
        return static_cast<std::int64_t>(*value);
    }
    return *value;
}

} // namespace

nlohmann::ordered_json as_json(const Entry& entry, const std::vector<AnswerEntry>& answers) {
    nlohmann::ordered_json json;
    json["id"] = entry.id;
    json["exercise"] = entry.exercise;
    json["exercise_version"] = entry.exercise_version;
    json["title"] = entry.title;
    json["language"] = entry.language;
    json["components"] = entry.components;
    json["started_at"] = to_rfc3339(entry.started_at);
    json["ended_at"] = if_any(entry.ended_at);
    json["day"] = entry.day;
    json["status"] = entry.status;
    json["stop_reason"] = if_any(entry.stop_reason);
    json["planned_seconds"] = if_any(entry.planned_seconds);
    json["practised_seconds"] = if_any(entry.practised_seconds);
    json["paused_seconds"] = if_any(entry.paused_seconds);
    json["distress_before"] = if_any(entry.distress_before);
    json["distress_after"] = if_any(entry.distress_after);
    json["kindness_before"] = if_any(entry.kindness_before);
    json["kindness_after"] = if_any(entry.kindness_after);
    json["backdraft"] = if_any(entry.backdraft);
    json["groundings"] = if_any(entry.groundings);
    json["skipped"] = if_any(entry.skipped);
    json["homework"] = if_any(entry.homework);
    json["source"] = entry.source;
    json["participant"] = if_any(entry.participant);
    json["recorded_at"] = to_rfc3339(entry.recorded_at);
    json["amended_at"] = if_any(entry.amended_at);
    json["kindly_version"] = entry.kindly_version;
    auto& nested = json["answers"] = nlohmann::ordered_json::array();
    for (const auto& answer : answers) {
        nlohmann::ordered_json one;
        one["position"] = answer.position;
        one["step"] = answer.step;
        one["kind"] = answer.kind;
        one["measure"] = if_any(answer.measure);
        one["prompt"] = answer.prompt;
        one["value_number"] = number_if_any(answer.value_number);
        one["value_text"] = if_any(answer.value_text);
        one["skipped"] = answer.skipped;
        one["private"] = answer.is_private;
        if (answer.sealed || answer.question_sealed) { one["withheld"] = true; }
        one["answered_at"] = to_rfc3339(answer.answered_at);
        nested.push_back(std::move(one));
    }
    return json;
}

} // namespace kindly
