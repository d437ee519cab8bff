// SPDX-License-Identifier: MIT
#include "checker/checker.hpp"

#include "base/text.hpp"
#include "checker/families.hpp"
#include "checker/proofs.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <cmath>

namespace kindly {

namespace {

/// R006 with what there is: another version, or another name.
void say_what_there_is(Diagnostic& finding, const Exercise& exercise, const CheckRequest& request) {
    constexpr int most_versions = 20;
    const std::string& bytes = exercise.document->source->bytes();
    std::string asked = bytes.substr(finding.where.begin, finding.where.end - finding.where.begin);
    if (asked.size() < 2 || asked.front() != '"') { return; }
    asked = asked.substr(1, asked.size() - 2);
    const std::size_t at = asked.find('@');
    const std::string id = asked.substr(0, at);
    const std::string version = at == std::string::npos ? "1" : asked.substr(at + 1);
    for (int major = 1; major <= most_versions; ++major) {
        if (request.find_fragment(id, major) == nullptr) { continue; }
        if (std::to_string(major) == version) { return; } // it is there; what is wrong lies inside it
        finding.message =
            filled(_("The library has \"{}\" in version {}; this asks for version {}"), id, major, version);
        finding.suggestion = filled("\"{}@{}\"", id, major);
        return;
    }
    if (!request.fragment_names) { return; }
    const auto names = request.fragment_names();
    if (std::find(names.begin(), names.end(), id) != names.end()) {
        finding.message =
            filled(_("\"{}\" cannot be used: it has mistakes of its own, or is not there in the "
                     "language \"{}\""),
                   id, exercise.language);
        return;
    }
    if (const auto meant = nearest_of(id, names)) {
        finding.message = filled(_("The library has no \"{}\". Did you mean \"{}\"?"), id, *meant);
    } else if (!names.empty()) {
        finding.message = filled(_("The library has no \"{}\""), id);
        finding.explanation = filled(_("There are: {}."), listed(names));
    }
}

/// What the closing says through fragments.
std::vector<std::string> closing_fragments(const Exercise& exercise, const Worlds& worlds) {
    std::vector<std::string> texts;
    const auto closing = std::find_if(exercise.sections.begin(), exercise.sections.end(),
                                      [](const Section& section) { return section.role == Role::closing; });
    bool uses = false;
    if (closing != exercise.sections.end()) {
        each_step(closing->steps,
                  [&](const Step& step) { uses = uses || std::holds_alternative<Use>(step.what); });
    }
    if (!uses || worlds.all.empty()) { return texts; }
    const Plan& plan = *worlds.all.front().plan;
    const auto& section = plan.sections[plan.closing];
    for (std::size_t at = section.begin; at < section.end; ++at) {
        if (const auto* line = std::get_if<Line>(&plan.instructions[at].what)) {
            texts.push_back(line->text);
        }
    }
    return texts;
}

} // namespace

Checked check_exercise(const std::shared_ptr<const Exercise>& exercise, const CheckRequest& request) {
    Checked checked;
    Findings findings(exercise->document->source);
    const Worlds worlds = make_worlds(exercise, request.find_fragment);
    for (Diagnostic finding : worlds.diagnostics) {
        if (finding.code == "R006") { say_what_there_is(finding, *exercise, request); }
        findings.add(std::move(finding));
    }
    if (!worlds.all.empty()) {
        const auto unasked = prove_asked(*exercise, worlds, findings);
        prove_answers(*exercise, worlds, findings);
        prove_flow(*exercise, worlds, unasked, findings);
        check_alternatives(*exercise, findings);
        std::vector<TimedPlan> timed;
        for (const auto& world : worlds.all) {
            if (world.avoided.empty()) { timed.push_back({world.plan.get(), &world.ways}); }
        }
        checked.times = time_range(timed);
        check_time(*exercise, worlds, *checked.times, findings);
        prove_check_ins(*exercise, worlds, findings);
        prove_exposure(*exercise, worlds, findings);
        check_safety(*exercise, request.find_fragment, worlds, findings);
    }
    check_wording(shown_texts(*exercise, TextNames::left_out), exercise->language, exercise.get(), findings,
                  {request.own_words, closing_fragments(*exercise, worlds)});
    check_about(exercise->about, exercise->document->root, exercise->version, request.today, findings);
    checked.diagnostics = findings.take();
    apply_waivers(*exercise, request.today, checked.diagnostics);
    sort_by_place(checked.diagnostics);
    return checked;
}

Diagnostics check_fragment(const Fragment& fragment, const CheckRequest& request) {
    Findings findings(fragment.document->source);
    check_time(fragment, findings);
    check_safety(fragment, findings);
    check_wording(shown_texts(fragment, TextNames::left_out), fragment.language, nullptr, findings,
                  {request.own_words, {}});
    check_about(fragment.about, fragment.document->root, fragment.version, request.today, findings);
    return findings.take();
}

std::string report(const TimeRange& times) {
    const auto time = [](Milliseconds length) {
        return written_duration(std::chrono::ceil<std::chrono::seconds>(length));
    };
    std::string text = filled(_("guided time {} - {} - {} (shortest - usual - longest), as set now {}"),
                              time(times.shortest.guided), time(times.usual.guided),
                              time(times.longest.guided), time(times.usual.guided));
    if (!times.exact) { text += _(", at most"); }
    const int asked = times.usual.check_ins + times.usual.questions;
    if (asked > 0) {
        std::vector<std::string> parts;
        if (times.usual.check_ins > 0) {
            parts.push_back(plural("{} check-in", "{} check-ins", times.usual.check_ins));
        }
        if (times.usual.questions > 0) {
            parts.push_back(plural("{} question", "{} questions", times.usual.questions));
        }
        text += "; " + joined(parts, _(" and ")) + ", " + about_duration(limits::answering * asked);
    }
    constexpr double countable = 1e6;
    text += "; ";
    text += times.paths > countable ? std::string(_("more than a million paths"))
                                    : plural("{} path", "{} paths", static_cast<long long>(times.paths));
    return text;
}

} // namespace kindly
