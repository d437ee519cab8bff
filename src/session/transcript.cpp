// SPDX-License-Identifier: MIT
#include "session/transcript.hpp"

#include "base/overloaded.hpp"
#include "base/translate.hpp"

#include <string_view>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string in_words(const AnswerValue& value) {
    return std::visit(Overloaded{[](bool truth) { return std::string(truth ? _("yes") : _("no")); },
                                 [](double number) { return fmt::format("{:g}", number); },
                                 [](const std::string& text) { return text; },
                                 [](const std::vector<std::string>& several) {
                                     std::string all;
                                     for (const auto& one : several) {
                                         all += (all.empty() ? "" : ", ") + one;
                                     }
                                     return all;
                                 },
                                 [](const Numb&) { return std::string(_("numb")); }},
                      value);
}

std::string listed(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& one : words) { all += (all.empty() ? "" : " / ") + one; }
    return all;
}

std::string seconds(Milliseconds time) {
    return fmt::format("{:g} s", static_cast<double>(time.count()) / 1000);
}

/// What happened, without its time.
std::string happening(const Event& event) {
    return std::visit(
        Overloaded{
            [](const event::Started& started) { return fmt::format("{}: {}", _("begin"), started.title); },
            [](const event::Warning& warning) { return fmt::format("{}: {}", _("warning"), warning.text); },
            [](const event::Consent& consent) { return fmt::format("{}: {}", _("consent"), consent.text); },
            [](const event::SectionBegan& section) { return fmt::format("-- {}", section.title); },
            [](const event::Said& said) { return fmt::format("{}: {}", _("say"), said.text); },
            [](const event::SilenceBegan& silence) {
                return fmt::format("{}: {}{}{}", _("silence"), seconds(silence.length),
                                   silence.text.empty() ? "" : ", ", silence.text);
            },
            [](const event::BreathingBegan& breathing) {
                return fmt::format(fmt::runtime(_("breathing: {} rounds")), breathing.rounds);
            },
            [](const event::Asked& asked) {
                return fmt::format("{}: {}", _("question"), asked.question.text);
            },
            [](const event::CheckInAsked& asked) {
                return fmt::format("{}: {}", _("check-in"), asked.question.text);
            },
            [](const event::Recalled& recalled) {
                return fmt::format("{}: {} {}", _("recall"), recalled.text, recalled.value);
            },
            [](const event::Offered& offered) {
                return fmt::format("{} ({}): {}", _("offer"), word(offered.reason), listed(offered.choices));
            },
            [](const event::Answered& answered) {
                return fmt::format("> {} {}", answered.id, in_words(answered.value));
            },
            [](const event::Skipped& skipped) { return fmt::format("> {} {}", _("skip"), skipped.id); },
            [](const event::GroundingPhase& phase) {
                return std::string(phase.begin ? _("grounding begins") : _("grounding ends"));
            },
            [](const event::KeepAsked& keep) { return fmt::format("{}: {}", _("keep the words?"), keep.id); },
            [](const event::Refused& refused) { return fmt::format("{}: {}", _("refused"), refused.why); },
            [](const event::Paused&) { return std::string(_("paused")); },
            [](const event::Resumed&) { return std::string(_("resumed")); },
            [](const event::SupportShown&) { return std::string(_("support shown")); },
            [](const event::Ended& ended) {
                return fmt::format("{}: {} ({})", _("end"), word(ended.status), seconds(ended.practised));
            },
            [](const auto&) { return std::string(); }},
        event.what);
}

constexpr std::uint64_t prime = 1099511628211ULL; // Fowler, Noll and Vo's hash, 64 bits

std::uint64_t mix(std::uint64_t before, std::uint64_t value) { return (before ^ value) * prime; }

std::uint64_t mix(std::uint64_t before, std::string_view text) {
    for (const char byte : text) { before = mix(before, static_cast<unsigned char>(byte)); }
    return before;
}

} // namespace

std::string as_line(const Event& event) {
    const std::string what = happening(event);
    if (what.empty()) { return {}; }
    const auto whole = std::chrono::floor<std::chrono::seconds>(event.at).count();
    return fmt::format("{:>3}:{:02}  {}", whole / 60, whole % 60, what);
}

std::uint64_t fingerprint(const Event& event, std::uint64_t before) {
    before = mix(mix(before, static_cast<std::uint64_t>(event.at.count())), event.what.index());
    before = mix(before, happening(event));
    return std::visit(
        Overloaded{[&](const event::Asked& asked) {
                       return mix(mix(before, asked.question.id), asked.present.has_value());
                   },
                   [&](const event::CheckInAsked& asked) {
                       return mix(mix(before, asked.question.id), asked.present.has_value());
                   },
                   [&](const event::Offered& offered) { return mix(before, offered.default_choice); },
                   [&](const event::Consent& consent) { return mix(before, listed(consent.unmet)); },
                   [&](const event::Answered& answered) { return mix(before, answered.value.index()); },
                   [&](const auto&) { return before; }},
        event.what);
}

} // namespace kindly
