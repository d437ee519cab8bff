// SPDX-License-Identifier: MIT
#include "journal/record.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

namespace kindly {

using Json = nlohmann::ordered_json;

const char* word(PracticeSource value) {
    switch (value) {
    case PracticeSource::timed: return "timed";
    case PracticeSource::entered_later: return "entered_later";
    case PracticeSource::trial: return "trial";
    }
    return "";
}

SessionStart start_of(const Plan& plan) {
    const Exercise& exercise = *plan.exercise;
    SessionStart start;
    start.exercise = exercise.id;
    start.exercise_version = exercise.version;
    start.title = exercise.title;
    start.language = exercise.language;
    start.intensity = exercise.safety.intensity;
    for (const auto& section : plan.sections) {
        const bool dropped =
            std::find(plan.dropped.begin(), plan.dropped.end(), section.id) != plan.dropped.end();
        if (!section.component || section.role != Role::main || dropped) { continue; }
        const std::string component = word(*section.component);
        if (std::find(start.components.begin(), start.components.end(), component) ==
            start.components.end()) {
            start.components.push_back(component);
        }
    }
    start.planned = plan.guided;
    start.settings = plan.settings;
    start.factor = plan.factor;
    start.dropped = plan.dropped;
    start.listening = plan.listening;
    start.seed = plan.seed;
    start.picks = plan.picks;
    return start;
}

std::string settings_text(const Settings& settings) {
    Json json = Json::object();
    for (const auto& [name, value] : settings) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            json[name] = *text;
        } else if (const auto* number = std::get_if<int>(&value)) {
            json[name] = *number;
        } else {
            json[name] = written_duration(std::get<Milliseconds>(value));
        }
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string plan_text(const SessionStart& start) {
    Json json = Json::object();
    json["budget_ms"] = start.budget ? Json(start.budget->count()) : Json(nullptr);
    json["factor"] = start.factor;
    json["dropped"] = start.dropped;
    if (start.listening) { json["listening"] = true; }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::pair<std::optional<double>, std::optional<std::string>> columns_of(const AnswerValue& value) {
    if (const auto* number = std::get_if<double>(&value)) { return {*number, std::nullopt}; }
    if (const auto* yes = std::get_if<bool>(&value)) { return {std::nullopt, *yes ? "yes" : "no"}; }
    if (const auto* text = std::get_if<std::string>(&value)) { return {std::nullopt, *text}; }
    if (const auto* chosen = std::get_if<std::vector<std::string>>(&value)) {
        return {std::nullopt, joined(*chosen, ";")};
    }
    return {std::nullopt, "numb"};
}

void Changes::add_answer(const Question& question, const std::string& path, std::optional<AnswerValue> value,
                         Moment answered_at) {
    if (!question.recorded) { return; }
    AnswerRecord record;
    record.path = path;
    record.question = question.id;
    record.kind = word(question.answer);
    record.measure = question.measure;
    record.prompt = question.text;
    for (const auto& option : question.options) { record.options.emplace_back(option.id, option.text); }
    record.lowest = question.lowest;
    record.highest = question.highest;
    record.lowest_label = question.lowest_label;
    record.highest_label = question.highest_label;
    record.is_private = question.is_private;
    record.value = std::move(value);
    record.answered_at = answered_at;
    answers.push_back(std::move(record));
}

void Changes::add_answer(const CheckInQuestion& question, const std::string& path,
                         std::optional<AnswerValue> value, Moment answered_at) {
    constexpr int lowest = 0;
    constexpr int highest = 10;
    AnswerRecord record;
    record.path = path;
    record.question = question.id;
    record.kind = "check_in";
    record.about = question.about == CheckIn::About::distress ? "distress" : "backdraft";
    record.measure = "distress_0_10";
    record.prompt = question.text;
    record.lowest = lowest;
    record.highest = highest;
    record.value = std::move(value);
    record.answered_at = answered_at;
    answers.push_back(std::move(record));
}

void Changes::append(Changes later) {
    const auto add = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    at = later.at;
    figures = std::move(later.figures);
    add(answers, later.answers);
    add(steps, later.steps);
    add(safety, later.safety);
    add(kept, later.kept);
    add(letters, later.letters);
    add(drafts, later.drafts);
    add(forgotten, later.forgotten);
}

} // namespace kindly
