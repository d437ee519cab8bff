// SPDX-License-Identifier: MIT
#include "session/summary.hpp"

#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {
constexpr const char* kindness_measure = "kindness_0_10";
}

void Summary::observe(const Event& event) {
    if (const auto* section = std::get_if<event::SectionBegan>(&event.what)) {
        const bool arrives = section->purpose == Purpose::arrive || section->purpose == Purpose::teach;
        // Grounding and closing have no purpose of their own: a rating there belongs to what went before.
        if (section->role == Role::main && !arrives) { past_arrival_ = true; }
    } else if (const auto* answered = std::get_if<event::Answered>(&event.what)) {
        if (answered->question && answered->question->measure == kindness_measure) {
            rate_kindness(*answered);
        }
        if (answered->check_in) { rate_distress(*answered); }
    } else if (const auto* skipped = std::get_if<event::Skipped>(&event.what)) {
        ++skipped_;
        if (skipped->check_in) { first_check_in_seen_ = true; }
        if (skipped->question && skipped->question->measure == kindness_measure) {
            first_kindness_seen_ = true;
        }
    } else if (const auto* grounding = std::get_if<event::GroundingPhase>(&event.what);
               grounding != nullptr && grounding->begin) {
        ++groundings_;
        if (backdraft_ == Backdraft::noticed) { backdraft_ = Backdraft::grounded; }
    }
}

void Summary::rate_kindness(const event::Answered& answered) {
    const bool first = !first_kindness_seen_;
    first_kindness_seen_ = true;
    const auto* number = std::get_if<double>(&answered.value);
    if (number == nullptr) { return; }
    if (first && !past_arrival_) { kindness_before_ = static_cast<int>(*number); }
    if (past_arrival_) { kindness_after_ = static_cast<int>(*number); }
}

void Summary::rate_distress(const event::Answered& answered) {
    const bool first = !first_check_in_seen_;
    first_check_in_seen_ = true;
    const bool about_backdraft = answered.check_in->about == CheckIn::About::backdraft;
    if (about_backdraft && !backdraft_) { backdraft_ = Backdraft::none; }
    const auto* number = std::get_if<double>(&answered.value);
    if (number == nullptr) { return; } // numb is kept as an answer, never as a number
    const int rating = static_cast<int>(*number);
    if (first && !past_arrival_) { distress_before_ = rating; }
    if (past_arrival_) { distress_after_ = rating; }
    const bool rose = lowest_rating_ && rating - *lowest_rating_ >= limits::rise_that_matters;
    if (about_backdraft && rose && backdraft_ == Backdraft::none) { backdraft_ = Backdraft::noticed; }
    lowest_rating_ = std::min(lowest_rating_.value_or(rating), rating);
}

} // namespace kindly
