// SPDX-License-Identifier: MIT
#include "screen/voice.hpp"

#include "base/translate.hpp"
#include "guide/plain_words.hpp"
#include "screen/breath_shape.hpp"

namespace kindly::screen {

namespace {

/// A word that comes later than this would only confuse.
constexpr Milliseconds too_late{700};

} // namespace

void Voice::observe(const Event& event) {
    now_ = event.at;
    std::visit([this](const auto& what) { on(what); }, event.what);
}

void Voice::on(const event::BreathingBegan& what) {
    sound_.say(what.text);
    breathing_ = what;
    breathing_began_ = now_;
    phase_ends_ = Milliseconds{};
}

void Voice::on(const event::Bell&) {
    rang_at_ = now_;
    sound_.ring();
}

void Voice::on(const event::Asked& what) {
    sound_.say(what.question.text);
    for (const auto& option : what.question.options) { sound_.say(option.text); }
}

void Voice::on(const event::Offered& what) {
    sound_.hush();
    sound_.say(offer_reason(what.reason));
    for (const auto& choice : what.choices) { sound_.say(offered_choice(choice)); }
}

void Voice::on(const event::StepEnded& what) {
    breathing_.reset();
    if (what.how != StepEnd::time) { return sound_.hush(); }
    // With closed eyes, a silence that ends without a word ends unnoticed.
    if (what.kind == "pause" && sound_.speaks() && rang_at_ != now_) { sound_.ring(); }
}

void Voice::on(const event::Ended& what) {
    sound_.hush();
    if (what.status != Status::interrupted) { sound_.say(ending(what)); }
}

void Voice::catch_up(Milliseconds now) {
    if (!breathing_ || !sound_.speaks() || now < breathing_began_ + phase_ends_) { return; }
    const Breath breath = breath_at(*breathing_, now - breathing_began_);
    if (breath.over) {
        breathing_.reset();
        return;
    }
    const bool in_time = now - (breathing_began_ + phase_ends_) < too_late;
    phase_ends_ = breath.ends;
    if (in_time) { sound_.say(phase_word(breath.phase)); }
}

std::optional<Milliseconds> Voice::next() const {
    if (!breathing_ || !sound_.speaks()) { return std::nullopt; }
    return breathing_began_ + phase_ends_;
}

} // namespace kindly::screen
