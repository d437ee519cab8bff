// SPDX-License-Identifier: MIT
#include "exchange/unsaved_line.hpp"

#include "exchange/entry_json.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json if_any(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json if_any(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json exact(Moment moment) { return to_rfc3339(moment, true); }

Json exact(const std::optional<Moment>& moment) { return moment ? exact(*moment) : Json(nullptr); }

bool is_withheld(const AnswerEntry& answer) {
    return !answer.skipped && !answer.words_deleted && !answer.value_number && !answer.value_text;
}

Json details(const AnswerEntry& answer) {
    Json more;
    more["question"] = answer.question;
    more["about"] = if_any(answer.about);
    more["options"] = Json::array();
    for (const auto& [id, text] : answer.options) {
        more["options"].push_back(Json::object({{"id", id}, {"text", text}}));
    }
    more["lowest"] = if_any(answer.lowest);
    more["highest"] = if_any(answer.highest);
    more["lowest_label"] = if_any(answer.lowest_label);
    more["highest_label"] = if_any(answer.highest_label);
    more["words_deleted"] = answer.words_deleted;
    more["answered_at"] = exact(answer.answered_at);
    return more;
}

Json steps_of(const UnsavedPractice& practice) {
    Json steps = Json::array();
    for (const auto& step : practice.steps) {
        steps.push_back(Json::object({{"path", step.path},
                                      {"kind", step.kind},
                                      {"began_ms", step.began.count()},
                                      {"ended_ms", step.ended.count()},
                                      {"how", step.how}}));
    }
    return steps;
}

Json safety_of(const UnsavedPractice& practice) {
    Json safety = Json::array();
    for (const auto& record : practice.safety) {
        Json one;
        one["at_ms"] = record.at.count();
        one["reason"] = record.reason;
        one["check_in"] = if_any(record.check_in);
        one["value"] = if_any(record.value);
        one["numb"] = record.numb;
        one["offer_grounding_at"] = if_any(record.offer_grounding_at);
        one["stop_at"] = if_any(record.stop_at);
        one["offered"] = record.offered;
        one["chosen"] = if_any(record.chosen);
        safety.push_back(std::move(one));
    }
    return safety;
}

Json details(const UnsavedPractice& practice) {
    const Entry& entry = practice.entry;
    const SessionStart& start = practice.start;
    Json more;
    more["started_at"] = exact(entry.started_at);
    more["ended_at"] = exact(entry.ended_at);
    more["recorded_at"] = exact(entry.recorded_at);
    more["amended_at"] = exact(entry.amended_at);
    more["planned_ms"] = start.planned ? Json(start.planned->count()) : Json(nullptr);
    more["practised_ms"] = practice.practised.count();
    more["paused_ms"] = practice.paused.count();
    more["intensity"] = word(start.intensity);
    more["digest"] = if_any(entry.digest);
    more["fragments"] = start.fragments;
    more["last_section"] = if_any(entry.last_section);
    more["seed"] = start.seed;
    more["settings"] = practice.settings_known ? Json::parse(settings_text(start.settings)) : Json(nullptr);
    if (!practice.settings_known) { more["settings_withheld"] = true; }
    more["plan"] = Json::parse(plan_text(start));
    more["picks"] = Json::object();
    for (const auto& pick : start.picks) { more["picks"][pick.id] = pick.variant; }
    more["steps"] = steps_of(practice);
    more["safety"] = safety_of(practice);
    more["amendments"] = Json::array();
    more["drafts"] = Json::array();
    for (const auto& draft : practice.drafts) {
        more["drafts"].push_back(
            Json::object({{"question", draft.question},
                          {"words", draft.words},
                          {"saved_at", exact(entry.ended_at.value_or(entry.started_at))}}));
    }
    for (const auto& letter : practice.letters) {
        more["letters"].push_back(
            Json::object({{"question", letter.question},
                          {"ready_on", letter.ready_on},
                          {"set_aside_at", exact(entry.ended_at.value_or(entry.started_at))},
                          {"opened_at", nullptr}}));
    }
    return more;
}

constexpr int on_one_line = -1;

std::string line_of(const Json& line) {
    return line.dump(on_one_line, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace

std::string unsaved_lines(const UnsavedPractice& practice) {
    Json line;
    line["record"] = "session";
    Json shape = as_json(practice.entry, practice.answers);
    Json answers = std::move(shape["answers"]);
    shape.erase("answers");
    for (auto& [name, value] : shape.items()) { line[name] = std::move(value); }
    line["revision"] = practice.entry.revision;
    for (std::size_t place = 0; place < practice.answers.size(); ++place) {
        // Sealed in the log, and not to be read here: it must not look like something that was deleted.
        if (is_withheld(practice.answers[place])) { answers[place]["withheld"] = true; }
        answers[place]["more"] = details(practice.answers[place]);
    }
    line["answers"] = std::move(answers);
    line["more"] = details(practice);
    std::string lines = line_of(line);
    for (const auto& kept : practice.kept) {
        lines += line_of(Json::object({{"record", "kept"},
                                       {"name", kept.name},
                                       {"words", kept.words},
                                       {"session", practice.entry.id},
                                       {"kept_at", exact(kept.kept_at)}}));
    }
    return lines;
}

} // namespace kindly
