// SPDX-License-Identifier: MIT
#include "guide/event_json.hpp"

#include "base/text.hpp"
#include "exercise/limits.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

constexpr int stream_version = 1;

/// Whole numbers are written without a fraction.
Json number(double value) {
    if (std::trunc(value) == value && std::abs(value) <= static_cast<double>(limits::largest_number)) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class Enumeration>
Json word_or_null(const std::optional<Enumeration>& value) {
    return value ? Json(word(*value)) : Json(nullptr);
}

struct ValueJson {
    Json operator()(bool value) const { return value; }
    Json operator()(double value) const { return number(value); }
    Json operator()(const std::string& value) const { return value; }
    Json operator()(const std::vector<std::string>& value) const { return value; }
    Json operator()(Numb) const { return "numb"; }
};

void add_question(Json& line, const Question& question) {
    line["id"] = question.id;
    line["text"] = question.text;
    line["answer"] = word(question.answer);
    if (!question.options.empty()) {
        Json options = Json::array();
        for (const auto& option : question.options) {
            options.push_back(Json{{"id", option.id}, {"text", option.text}});
        }
        line["options"] = std::move(options);
    }
    if (question.lowest) { line["lowest"] = *question.lowest; }
    if (question.highest) { line["highest"] = *question.highest; }
    if (!question.lowest_label.empty() || !question.highest_label.empty()) {
        line["labels"] = Json{{"lowest", text_or_null(question.lowest_label)},
                              {"highest", text_or_null(question.highest_label)}};
    }
    line["optional"] = question.optional;
    if (!question.measure.empty()) { line["measure"] = question.measure; }
}

/// Adds what an event says; the name is set by whoever knows the event's kind, which is this too.
struct Writer {
    Json& line;

    void name(const char* event) const { line["event"] = event; }

    void operator()(const event::Started& what) const {
        name("started");
        line["session"] = what.session;
        line["exercise"] = what.exercise;
        line["version"] = what.version;
        line["language"] = what.language;
        if (!what.translation.empty()) { line["translation"] = what.translation; }
        line["planned_ms"] = what.planned.count();
        line["seed"] = what.seed;
        if (what.resumed) { line["resumed"] = true; }
    }
    void operator()(const event::PlanShown& what) const {
        name("plan");
        line["factor"] = number(what.factor);
        line["dropped"] = what.dropped;
    }
    void operator()(const event::Warning& what) const {
        name("warning");
        line["text"] = what.text;
        line["intensity"] = word(what.intensity);
    }
    void operator()(const event::Consent& what) const {
        name("consent");
        line["text"] = what.text;
        line["unmet"] = what.unmet;
    }
    void operator()(const event::SectionBegan& what) const {
        name("section");
        line["id"] = what.id;
        line["title"] = text_or_null(what.title);
        line["component"] = word_or_null(what.component);
        line["role"] = word(what.role);
        line["purpose"] = word_or_null(what.purpose);
    }
    void operator()(const event::Said& what) const {
        name("say");
        line["text"] = what.text;
    }
    void operator()(const event::SilenceBegan& what) const {
        name("pause");
        line["ms"] = what.length.count();
        line["text"] = text_or_null(what.text);
        if (what.waits) { line["waits"] = true; }
    }
    void operator()(const event::BreathingBegan& what) const {
        name("breathe");
        line["in_ms"] = what.in.count();
        line["out_ms"] = what.out.count();
        line["hold_ms"] = what.hold.count();
        line["rest_ms"] = what.rest.count();
        line["rounds"] = what.rounds;
        line["text"] = text_or_null(what.text);
    }
    void operator()(const event::Bell&) const { name("bell"); }
    void operator()(const event::Asked& what) const {
        name("ask");
        add_question(line, what.question);
    }
    void operator()(const event::CheckInAsked& what) const {
        name("check_in");
        line["id"] = what.question.id;
        line["text"] = what.question.text;
        line["lowest"] = limits::lowest_rating;
        line["highest"] = limits::highest_rating;
    }
    void operator()(const event::Recalled& what) const {
        name("recall");
        line["text"] = what.text;
        line["value"] = text_or_null(what.value);
    }
    void operator()(const event::Offered& what) const {
        name("offer");
        line["reason"] = word(what.reason);
        line["choices"] = what.choices;
        line["default"] = text_or_null(what.default_choice);
    }
    void operator()(const event::SupportShown&) const { name("support"); }
    void operator()(const event::Answered& what) const {
        name("answered");
        line["id"] = what.id;
        line["value"] = std::visit(ValueJson{}, what.value);
    }
    void operator()(const event::Skipped& what) const {
        name("skipped");
        line["id"] = what.id;
    }
    void operator()(const event::GroundingPhase& what) const {
        name("grounding");
        line["phase"] = what.begin ? "begin" : "end";
    }
    void operator()(const event::Paused&) const { name("paused"); }
    void operator()(const event::Resumed&) const { name("resumed"); }
    void operator()(const event::Suspended&) const { name("suspended"); }
    void operator()(const event::Restored& what) const {
        name("restored");
        line["id"] = what.id;
        line["draft"] = what.draft;
    }
    void operator()(const event::KeepAsked& what) const {
        name("keep");
        line["id"] = what.id;
        line["choices"] = what.choices;
    }
    void operator()(const event::Problem& what) const {
        name("problem");
        line["message"] = what.message;
    }
    void operator()(const event::Refused& what) const {
        name("refused");
        line["why"] = what.why;
    }
    void operator()(const event::Ended& what) const {
        name("ended");
        line["status"] = word(what.status);
        line["stop_reason"] = text_or_null(word(what.reason));
        line["practised_ms"] = what.practised.count();
        line["paused_ms"] = what.paused.count();
    }
    // For the journal alone.
    void operator()(const event::StepEnded&) const {}
    void operator()(const event::Kept&) const {}
};

} // namespace

std::string event_line(const Event& event, bool first) {
    Json line = Json::object();
    // These keys come first, whatever the event.
    if (first) { line["v"] = stream_version; }
    line["event"] = nullptr;
    line["at_ms"] = event.at.count();
    std::visit(Writer{line}, event.what);
    if (line["event"].is_null()) { return {}; }
    constexpr int on_one_line = -1;
    return json_in_sight(line.dump(on_one_line, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace kindly
