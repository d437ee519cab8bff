// SPDX-License-Identifier: MIT
#include "homework/assignment_writer.hpp"

#include "exercise/json_text.hpp"
#include "homework/assignment.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

/// What the exercise is, right behind its name.
Json completed(const Json& item, const AssignmentToMake& made) {
    Json all;
    for (const auto& [key, value] : item.items()) {
        all[key] = value;
        if (key != "exercise") { continue; }
        const auto& exercise = made.exercises.at(value.get<std::string>());
        all["version"] = exercise.version;
        all["digest"] = exercise.digest;
    }
    return all;
}

} // namespace

std::string make_assignment(const AssignmentToMake& made) {
    const Json plan = Json::parse(made.plan);
    Json all;
    all["format"] = plan.at("format");
    all["id"] = made.id;
    all["made_on"] = made.made_on;
    if (!made.reply_to.empty()) { all["reply_to"] = made.reply_to; }
    for (const auto& [key, value] : plan.items()) {
        if (key == "format" || key == "$schema" || key == "items" || key == "exercises") { continue; }
        all[key] = value;
    }
    all["items"] = Json::array();
    for (const Json& item : plan.at("items")) { all["items"].push_back(completed(item, made)); }
    Json whole = Json::array();
    for (const auto& [id, exercise] : made.exercises) {
        if (!exercise.bytes.empty()) { whole.push_back(Json::parse(exercise.bytes)); }
    }
    if (!whole.empty()) { all["exercises"] = std::move(whole); }
    const auto text = [&] { return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; };
    const auto source = std::make_shared<const SourceText>(made.id, text());
    const ParsedText parsed = parse_written(source);
    // Too large or too deep to be read by anybody: read_assignment() says so.
    if (parsed.document != nullptr) { all["digest"] = digest_of_all(parsed.document->root); }
    return text();
}

} // namespace kindly
