// SPDX-License-Identifier: MIT
#include "guide/narrator.hpp"

#include "base/translate.hpp"
#include "guide/plain_words.hpp"

#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace kindly {

namespace {

/// A shorter one is a rest between two sentences, and its end needs no bell.
constexpr Milliseconds silence_that_ends_with_a_bell = std::chrono::seconds(10);

} // namespace

Narrator::Narrator(Sound& sound) : sound_(sound) {}

void Narrator::show(const Event& event) {
    at_ = event.at;
    std::visit([this](const auto& what) { on(what); }, event.what);
}

void Narrator::cue(const Cue& cue) {
    if (cue.rings) { sound_.ring(); }
    if (cue.spoken.empty() || !aloud()) { return; }
    if (sound_.speaks() && !sound_.speaking()) {
        sound_.say(cue.spoken);
    } else if (!cue.rings) {
        sound_.ring();
    }
}

void Narrator::begin(const std::string& text) {
    present_.clear();
    also(text);
}

void Narrator::also(const std::string& text) {
    if (text.empty()) { return; }
    present_.push_back(text);
    sound_.say(text);
}

void Narrator::choices(const std::vector<std::string>& ids) {
    int number = 0;
    for (const auto& id : ids) { also(fmt::format("{}. {}.", ++number, offered_choice(id))); }
}

void Narrator::fall_silent() {
    cut_off_ = sound_.speaking() ? std::exchange(present_, {}) : std::vector<std::string>();
    sound_.hush();
}

void Narrator::ring_once() {
    if (std::exchange(rang_, at_) != at_) { sound_.ring(); }
}

void Narrator::on(const event::Started& what) {
    begin(what.title);
    if (!what.resumed) { also(how_long(what)); }
}

void Narrator::on(const event::Warning& what) {
    begin(what.text);
    if (what.waits) { also(_("Enter begins; q leaves.")); }
    warning_waits_ = what.waits;
}

void Narrator::on(const event::Consent& what) {
    begin(what.text);
    if (what.begun) { also(how_to_consent(what)); }
}

void Narrator::on(const event::SectionBegan&) {
    if (std::exchange(warning_waits_, false)) { sound_.hush(); } // the person has gone on
}

void Narrator::on(const event::Said& what) {
    begin(what.text);
    if (what.waits) { also(_("Enter goes on.")); }
}

void Narrator::on(const event::SilenceBegan& what) {
    begin(what.text);
    also(silence_length(what));
    long_silence_ = !what.waits && what.length >= silence_that_ends_with_a_bell;
}

/// The breath begins at once: what is said goes on into it.
void Narrator::on(const event::BreathingBegan& what) {
    begin(what.text.empty() ? breathing_rounds(what) : what.text);
}

void Narrator::on(const event::Bell&) { ring_once(); }

void Narrator::on(const event::Asked& what) {
    begin(what.question.text);
    int number = 0;
    for (const auto& option : what.question.options) { also(fmt::format("{}. {}.", ++number, option.text)); }
    also(scale_ends(what.question));
}

void Narrator::on(const event::CheckInAsked& what) { begin(what.question.text); }

void Narrator::on(const event::Recalled& what) {
    begin(what.text);
    also(what.value);
    if (what.waits) { also(_("Enter goes on.")); }
}

void Narrator::on(const event::Offered& what) {
    sound_.hush();
    begin(offer_question(what));
    if (what.reason == OfferReason::stop) { return also(stop_keys(what)); }
    choices(what.choices);
    also(only_enter(what));
}

void Narrator::on(const event::SupportShown&) { also(_("People you can reach are shown now.")); }

void Narrator::on(const event::Answered&) { sound_.hush(); }

void Narrator::on(const event::GroundingPhase& what) {
    if (what.begin) { sound_.hush(); }
    begin(grounding_words(what));
}

void Narrator::on(const event::Paused&) { fall_silent(); }

void Narrator::on(const event::Suspended&) { fall_silent(); }

void Narrator::on(const event::Resumed&) {
    sound_.say(_("Going on."));
    for (const auto& text : cut_off_) { also(text); }
    cut_off_.clear();
}

void Narrator::on(const event::KeepAsked& what) {
    begin(keep_question(what));
    choices(what.choices);
}

void Narrator::on(const event::Problem& what) { also(what.message); }

void Narrator::on(const event::Refused& what) { also(what.why); }

void Narrator::on(const event::Ended& what) {
    if (what.status == Status::stopped || what.status == Status::interrupted) { return sound_.hush(); }
    begin(ending(what));
}

void Narrator::on(const event::StepEnded& what) {
    const bool was_long_silence =
        std::exchange(long_silence_, false) && std::string_view("pause") == what.kind;
    cut_off_.clear();
    if (what.how != StepEnd::time) { return sound_.hush(); }
    if (was_long_silence && aloud()) { ring_once(); }
}

} // namespace kindly
