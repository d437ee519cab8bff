// SPDX-License-Identifier: MIT
// `today --json` (kindly(1), today).
#include "commands/today_page.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

const char* word(TodayOffer offer) {
    switch (offer) {
    case TodayOffer::left: return "left";
    case TodayOffer::homework: return "homework";
    case TodayOffer::suggestion: return "suggestion";
    case TodayOffer::nothing: return "nothing";
    }
    return "";
}

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json as_json(const TodayFacts::Left& left) {
    return {{"exercise", left.exercise},
            {"title", left.title},
            {"intensity", word(left.intensity)},
            {"left_at", to_rfc3339(left.left_at)},
            {"asks_first", left.asks_first}};
}

Json as_json(const Waiting& waiting) {
    return {{"when", waiting.when == Waiting::When::due ? "due" : "next"},
            {"homework", waiting.homework},
            {"homework_title", waiting.homework_title},
            {"exercise", text_or_null(waiting.exercise)},
            {"title", text_or_null(waiting.title)},
            {"alternatives", waiting.alternatives},
            {"substitute", text_or_null(waiting.substitute)},
            {"minutes", or_null(waiting.minutes)},
            {"why", text_or_null(waiting.why)},
            {"text", text_or_null(waiting.text)},
            {"optional", waiting.optional},
            {"day", waiting.day}};
}

/// The arguments that begin what is offered.
Json arguments_of(const TodayFacts& facts) {
    const auto request = request_of(facts);
    if (!request) { return nullptr; }
    Json arguments{"practice"};
    if (offer_of(facts) == TodayOffer::left) {
        arguments.push_back("--resume");
        return arguments;
    }
    const bool suggestion = offer_of(facts) == TodayOffer::suggestion;
    arguments.push_back(suggestion ? facts.suggested->suggestion.exercise : request->exercise);
    if (request->minutes > 0) {
        arguments.push_back("--minutes");
        arguments.push_back(std::to_string(request->minutes));
    }
    if (!request->homework.empty()) {
        arguments.push_back("--homework");
        arguments.push_back(request->homework);
    }
    return arguments;
}

} // namespace

Json as_json(Context& context, const TodayFacts& facts) {
    Json homework = Json::array();
    for (const Waiting& waiting : facts.homework) { homework.push_back(as_json(waiting)); }
    Json shape;
    shape["offer"] = word(offer_of(facts));
    shape["begin"] = arguments_of(facts);
    shape["suggestion"] = facts.suggested ? as_json(context, facts.suggested->overview) : Json(nullptr);
    shape["minutes"] = facts.suggested ? or_null(facts.suggested->suggestion.minutes) : Json(nullptr);
    shape["rule"] = facts.suggested ? Json(word(facts.suggested->suggestion.rule)) : Json(nullptr);
    shape["reason"] = facts.suggested ? Json(in_words(facts.suggested->suggestion.rule)) : Json(nullptr);
    shape["left"] = facts.left ? as_json(*facts.left) : Json(nullptr);
    shape["homework"] = std::move(homework);
    shape["left_out"] = facts.left_out;
    shape["first_time"] = facts.first_time;
    shape["log_was_read"] = facts.log_was_read;
    return shape;
}

} // namespace kindly
