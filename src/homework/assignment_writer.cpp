// SPDX-License-Identifier: MIT
#include "homework/assignment_writer.hpp"

#include "exercise/json_text.hpp"
#include "exercise/written.hpp"
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

/// As everywhere else: the one rule is that of exercise/written.hpp.
bool is_remark_in_json(std::string_view key, const std::string& name, const Json& value) {
    Member member{name, {}, {}};
    if (value.is_string()) { member.value.kind = Written::Kind::string; }
    return is_remark(key, member);
}

/// What an exercise says to whoever practises it. Remarks are for colleagues, and "$schema" is a path on the
/// machine of whoever wrote it: neither is for the client. No digest holds them (exercise/canonical.hpp), so
/// this is still the same exercise. `key`: of the group or list that `value` is.
Json for_the_client(const Json& value, std::string_view key = {}, bool at_root = true) {
    if (value.is_array()) {
        Json all = Json::array();
        for (const Json& one : value) { all.push_back(for_the_client(one, {}, false)); }
        return all;
    }
    if (!value.is_object()) { return value; }
    Json all = Json::object();
    for (const auto& [name, member] : value.items()) {
        if (is_remark_in_json(key, name, member) || (at_root && name == "$schema")) { continue; }
        all[name] = for_the_client(member, name, false);
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
        if (!exercise.bytes.empty()) { whole.push_back(for_the_client(Json::parse(exercise.bytes))); }
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
