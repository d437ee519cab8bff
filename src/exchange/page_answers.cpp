// SPDX-License-Identifier: MIT
#include "exchange/page_answers.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "journal/own_words.hpp"
#include "render/dates_in_words.hpp"

#include <cmath>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::string ending_in_words(const PracticeRow& row) {
    const std::string_view status = row.status;
    std::string words = status == "completed"      ? _("completed")
                        : status == "closed_early" ? _("closed early")
                        : status == "stopped"      ? _("stopped")
                                                   : _("interrupted");
    if (row.stop_reason == "distress") {
        words += std::string(", ") + _("because it was too much just then, which was a good decision");
    }
    return words;
}

/// "distress 6 before, 3 after"; empty where there is neither.
std::string rating_in_words(const char* name, const std::optional<std::int64_t>& before,
                            const std::optional<std::int64_t>& after) {
    if (before && after) { return filled(_("{} {} before, {} after"), name, *before, *after); }
    if (before) { return filled(_("{} {} before"), name, *before); }
    if (after) { return filled(_("{} {} after"), name, *after); }
    return {};
}

std::string facts_of(const PracticeRow& row) {
    std::vector<std::string> facts;
    const auto add = [&](std::string fact) {
        if (!fact.empty()) { facts.push_back(std::move(fact)); }
    };
    if (row.practised_seconds) { add(short_time(*row.practised_seconds)); }
    add(ending_in_words(row));
    add(rating_in_words(_("distress"), row.distress_before, row.distress_after));
    add(rating_in_words(_("kindness"), row.kindness_before, row.kindness_after));
    if (row.backdraft == "noticed") { add(_("backdraft noticed")); }
    if (row.backdraft == "grounded") { add(_("backdraft noticed, and met with grounding")); }
    if (row.groundings.value_or(0) > 0) {
        add(plural("grounding taken {} time", "grounding taken {} times", *row.groundings));
    }
    if (row.source == "entered_later") { add(_("entered later")); }
    if (row.source == "trial") { add(_("a trial, which is not counted")); }
    if (!row.homework.empty()) { add(filled(_("for the homework {}"), row.homework)); }
    if (!row.participant.empty()) { add(filled(_("participant {}"), row.participant)); }
    return joined(facts, "; ");
}

std::map<std::string, std::string, std::less<>> options_of(std::string_view stored) {
    std::map<std::string, std::string, std::less<>> options;
    const auto json = nlohmann::json::parse(stored, nullptr, false);
    if (!json.is_array()) { return options; }
    for (const auto& option : json) {
        if (option.is_object()) { options.emplace(option.value("id", ""), option.value("text", "")); }
    }
    return options;
}

std::string number_in_words(double number) {
    constexpr double most_exact = 1e15;
    if (std::nearbyint(number) == number && std::abs(number) < most_exact) {
        return std::to_string(static_cast<std::int64_t>(number));
    }
    return fmt::format("{}", number);
}

/// `own_words`: options that hold one of them are told by their ids.
std::string chosen_in_words(const AnswerRow& row, const std::vector<std::string>& own_words) {
    const auto options = options_of(row.options);
    std::vector<std::string> chosen;
    std::string_view ids = row.value_text.value_or("");
    while (!ids.empty()) {
        const std::size_t end = row.kind == "choice" ? ids.size() : std::min(ids.find(';'), ids.size());
        const std::string_view id = ids.substr(0, end);
        const auto found = options.find(id);
        const bool told =
            found != options.end() && !found->second.empty() && !holds_any(found->second, own_words);
        chosen.emplace_back(told ? std::string_view(found->second) : id);
        ids.remove_prefix(std::min(end + 1, ids.size()));
    }
    return chosen.empty() ? std::string(_("none of them")) : joined(chosen, "; ");
}

std::string value_in_words(const AnswerRow& row, const std::vector<std::string>& own_words) {
    if (row.words_deleted) { return _("These words were deleted, as was wished."); }
    if (row.value_number) {
        const std::string number = number_in_words(*row.value_number);
        return row.lowest && row.highest ? filled(_("{} ({} to {})"), number, *row.lowest, *row.highest)
                                         : number;
    }
    if (row.skipped || !row.value_text) { return _("skipped"); }
    if (row.kind == "check_in") { return _("numb or far away"); }
    if (row.kind == "yes_no") { return *row.value_text == "yes" ? _("yes") : _("no"); }
    if (row.kind == "choice" || row.kind == "choices") { return chosen_in_words(row, own_words); }
    return std::string(*row.value_text);
}

} // namespace

PagePractice page_practice(LogStream& log, PracticeRow& row, HoldingBack& holding_back) {
    holding_back.practice(row);
    const Share share = holding_back.share();
    PagePractice practice;
    practice.title = row.title.empty() ? row.exercise : row.title;
    practice.language = row.language;
    practice.when = date_and_time(row.started_at);
    practice.facts = facts_of(row);
    const auto own_words = share == Share::words ? std::vector<std::string>() : own_words_in(row.settings);
    for (AnswerRow answer; log.next(answer);) {
        const bool may_leave = leaves(share, answer.kind, answer.is_private);
        const bool something_missing = holding_back.answer(answer);
        const bool has_value = answer.value_number || answer.value_text;
        if (!may_leave || (something_missing && !has_value)) { continue; }
        practice.answers.push_back({.prompt = answer.prompt.empty()
                                                  ? std::string(_("A question that holds words of one's own"))
                                                  : std::string(answer.prompt),
                                    .answer = value_in_words(answer, own_words),
                                    .mark = answer.is_private ? _("private") : ""});
    }
    return practice;
}

} // namespace kindly
