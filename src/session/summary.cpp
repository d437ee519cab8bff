// SPDX-License-Identifier: MIT
#include "session/summary.hpp"

#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {
constexpr const char* kindness_measure = "kindness_0_10";

bool is_kindness(const std::optional<Question>& question) {
    return question && question->measure == kindness_measure;
}

std::optional<int> rating_of(const AnswerValue& value) {
    const auto* number = std::get_if<double>(&value);
    return number == nullptr ? std::nullopt : std::optional(static_cast<int>(*number));
}
} // namespace

Summary::Summary(const Before& before)
    : past_arrival_(before.past_arrival), lowest_rating_(before.lowest_rating), distress_(before.distress),
      kindness_(before.kindness), backdraft_(before.backdraft), groundings_(before.groundings),
      skipped_(before.skipped) {}

void Summary::observe(const Event& event) {
    if (const auto* section = std::get_if<event::SectionBegan>(&event.what)) {
        const bool arrives = section->purpose == Purpose::arrive || section->purpose == Purpose::teach;
        // A rating in the closing belongs to what went before.
        if (section->role != Role::grounding) { practising_ = section->role == Role::main && !arrives; }
    } else if (std::holds_alternative<event::StepEnded>(event.what)) {
        // The first question of such a section is still before it: nothing has happened there yet.
        if (practising_ && !grounding_) { past_arrival_ = true; }
    } else if (const auto* answered = std::get_if<event::Answered>(&event.what)) {
        if (is_kindness(answered->question)) {
            kindness_.answered(answered->path, past_arrival_, rating_of(answered->value));
        }
        if (answered->check_in) { rate_distress(*answered); }
    } else if (const auto* skipped = std::get_if<event::Skipped>(&event.what)) {
        ++skipped_;
        if (skipped->check_in) { distress_.asked(skipped->path, past_arrival_); }
        if (is_kindness(skipped->question)) { kindness_.asked(skipped->path, past_arrival_); }
    } else if (const auto* phase = std::get_if<event::GroundingPhase>(&event.what)) {
        grounding_ = phase->begin;
        if (!grounding_) { return; }
        ++groundings_;
        if (backdraft_ == Backdraft::noticed) { backdraft_ = Backdraft::grounded; }
    }
}

void Summary::BeforeAndAfter::asked(const std::string& path, bool past_arrival) {
    if (!first.empty()) { return; }
    first = path;
    first_is_before = !past_arrival;
}

void Summary::BeforeAndAfter::answered(const std::string& path, bool past_arrival,
                                       std::optional<int> rating) {
    asked(path, past_arrival);
    if (first_is_before && path == first) { // perhaps changed, with `back`: what it was changed to counts
        before = rating;
    } else if (past_arrival) {
        after = rating;
    }
}

void Summary::rate_distress(const event::Answered& answered) {
    const bool about_backdraft = answered.check_in->about == CheckIn::About::backdraft;
    if (about_backdraft && !backdraft_) { backdraft_ = Backdraft::none; }
    const auto rating = rating_of(answered.value);
    distress_.answered(answered.path, past_arrival_, rating);
    if (!rating) { return; } // numb is kept as an answer, never as a number
    const bool rose = lowest_rating_ && *rating - *lowest_rating_ >= limits::rise_that_matters;
    if (about_backdraft && rose && backdraft_ == Backdraft::none) { backdraft_ = Backdraft::noticed; }
    lowest_rating_ = std::min(lowest_rating_.value_or(*rating), *rating);
}

} // namespace kindly
