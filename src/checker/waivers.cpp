// SPDX-License-Identifier: MIT
// Exceptions that an author makes: "safety": { "allow": [ ... ] }.
#include "checker/codes.hpp"
#include "checker/proofs.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// The value of a key of an exception, else its opening bracket.
Span place_in(const Waiver& waiver, const char* key) {
    const Written* value = waiver.written->find(key);
    return value == nullptr ? opening(*waiver.written) : value->span;
}

/// What is missing in an exception, as it would be written.
std::vector<std::string> missing(const Waiver& waiver) {
    std::vector<std::string> keys;
    if (waiver.reason.empty()) { keys.emplace_back("\"reason\""); }
    if (waiver.by.empty()) { keys.emplace_back("\"by\""); }
    if (waiver.until.empty()) { keys.emplace_back("\"until\""); }
    return keys;
}

} // namespace

void apply_waivers(const Exercise& exercise, const std::string& today, Diagnostics& diagnostics) {
    Findings findings(exercise.document->source);
    for (const auto& waiver : exercise.safety.allow) {
        const Code* code = find_code(waiver.code);
        if (code == nullptr) {
            findings.warning("S013", place_in(waiver, "code"), filled(_("There is no rule {}"), waiver.code));
            continue;
        }
        if (!code->may_be_waived) {
            findings.warning("S013", place_in(waiver, "code"),
                             filled(_("{} has no exceptions, so this changes nothing"), code->code));
            continue;
        }
        if (const auto keys = missing(waiver); !keys.empty()) {
            std::string listed;
            for (const auto& key : keys) { listed += (listed.empty() ? "" : ", ") + key; }
            findings.warning(
                "S013", opening(*waiver.written),
                filled(_("The exception for {} does not count yet: {} is missing"), code->code, listed),
                {_("An exception says why, who made it, and until when."),
                 R"("reason": "...", "by": "...", "until": "2027-06-30")",
                 {}});
            continue;
        }
        if (waiver.until < today) {
            findings.warning("S013", place_in(waiver, "until"),
                             filled(_("The exception for {} ended on {}"), code->code, waiver.until));
            continue;
        }
        for (auto& finding : diagnostics) {
            if (finding.code != code->code || finding.severity == Severity::advice) { continue; }
            finding.severity = finding.severity == Severity::error ? Severity::warning : Severity::advice;
            finding.explanation =
                filled(_("Allowed until {} by {}: {}"), waiver.until, waiver.by, waiver.reason);
            finding.suggestion.clear();
        }
    }
    for (auto& finding : findings.take()) { diagnostics.push_back(std::move(finding)); }
}

} // namespace kindly
