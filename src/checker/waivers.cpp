// SPDX-License-Identifier: MIT
// Exceptions that an author makes: "safety": { "allow": [ ... ] }.
#include "base/text.hpp"
#include "checker/codes.hpp"
#include "checker/proofs.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace kindly {

namespace {

/// The value of a key of an exception, else its opening bracket.
Span place_in(const Waiver& waiver, const char* key) {
    const Written* value = waiver.written->find(key);
    return value == nullptr ? opening(*waiver.written) : value->span;
}

/// A key that is missing, and how it could be written.
struct MissingKey {
    const char* name;
    std::string example;
};

std::vector<MissingKey> missing(const Waiver& waiver, const std::string& today) {
    std::vector<MissingKey> keys;
    if (waiver.reason.empty()) { keys.push_back({"reason", R"("reason": "...")"}); }
    if (waiver.by.empty()) { keys.push_back({"by", R"("by": "...")"}); }
    if (waiver.until.empty()) {
        constexpr std::size_t year = 4;
        const std::string next_year = std::to_string(std::stoi(today.substr(0, year)) + 1);
        keys.push_back({"until", filled(R"("until": "{}-06-30")", next_year)});
    }
    return keys;
}

} // namespace

void apply_waivers(const Exercise& exercise, const std::string& today, Diagnostics& diagnostics) {
    Findings findings(exercise.document->source);
    // Which ones count, the one that holds longest for each rule: two of them do not hide what one leaves
    // visible.
    std::map<std::string_view, const Waiver*> counting;
    for (const auto& waiver : exercise.safety.allow) {
        const Code* code = find_code(waiver.code);
        if (code == nullptr) {
            findings.warning(
                "S013", place_in(waiver, "code"), filled(_("There is no rule {}"), waiver.code),
                {_("The code of a rule stands in its message, after \"error\" or \"warning\"."), {}, {}});
            continue;
        }
        if (!code->may_be_waived) {
            findings.warning("S013", place_in(waiver, "code"),
                             filled(_("{} has no exceptions, so this changes nothing"), code->code),
                             {_("Leave it out."), {}, {}});
            continue;
        }
        if (const auto keys = missing(waiver, today); !keys.empty()) {
            std::vector<std::string> names;
            std::vector<std::string> examples;
            for (const auto& key : keys) {
                names.push_back(filled("\"{}\"", key.name));
                examples.push_back(key.example);
            }
            findings.warning(
                "S013", opening(*waiver.written),
                filled(_("The exception for {} does not count yet. It still needs {}"), code->code,
                       joined(names, _(" and "))),
                {_("An exception says why, who made it, and until when."), joined(examples, ", "), {}});
            continue;
        }
        if (waiver.until < today) {
            findings.warning(
                "S013", place_in(waiver, "until"),
                filled(_("The exception for {} ended on {}"), code->code, waiver.until),
                {_("If it was looked at again and still holds, give it a new date; else leave it "
                   "out."),
                 {},
                 {}});
            continue;
        }
        const auto [counted, first] = counting.try_emplace(code->code, &waiver);
        if (!first) {
            findings.warning(
                "S013", place_in(waiver, "code"),
                filled(_("There are two exceptions for {}; the one that holds longer is enough"), code->code),
                {_("Leave the other one out."), {}, place_in(*counted->second, "code")});
            if (waiver.until > counted->second->until) { counted->second = &waiver; }
        }
    }
    for (auto& finding : diagnostics) {
        const auto counted = counting.find(finding.code);
        if (counted == counting.end() || finding.severity == Severity::advice) { continue; }
        const Waiver& waiver = *counted->second;
        finding.severity = finding.severity == Severity::error ? Severity::warning : Severity::advice;
        finding.explanation = filled(_("Allowed until {} by {}: {}"), waiver.until, waiver.by, waiver.reason);
        finding.suggestion.clear();
    }
    for (auto& finding : findings.take()) { diagnostics.push_back(std::move(finding)); }
}

} // namespace kindly
