// SPDX-License-Identifier: MIT
#include "session/resume_offer.hpp"

#include "base/overloaded.hpp"
#include "base/translate.hpp"

#include <algorithm>

namespace kindly {

namespace {

Event at_once(decltype(Event::what) what) { return {Milliseconds{}, std::move(what)}; }

} // namespace

ResumeOffer::ResumeOffer(bool can_go_on, bool changed)
    : default_choice_(can_go_on && !changed ? choice::go_on : choice::begin_again) {
    if (can_go_on) { choices_.emplace_back(choice::go_on); }
    choices_.emplace_back(choice::begin_again);
    choices_.emplace_back(choice::leave);
}

std::vector<Event> ResumeOffer::choose(const std::string& choice) {
    if (std::find(choices_.begin(), choices_.end(), choice) == choices_.end()) {
        return {at_once(event::Refused{_("That is not one of the choices here.")})};
    }
    chosen_ = choice == choice::go_on         ? Choice::go_on
              : choice == choice::begin_again ? Choice::begin_again
                                              : Choice::leave;
    return {at_once(event::Answered{word(OfferReason::resume), choice, {}, std::nullopt, std::nullopt})};
}

std::vector<Event> ResumeOffer::advance(const Input& input) {
    if (chosen_) { return {}; }
    const auto refused = [] {
        return std::vector<Event>{at_once(
            event::Refused{_("Nothing has begun yet. First choose how to go on, or stop to leave it.")})};
    };
    return std::visit(
        Overloaded{
            [&](const input::Begin&) {
                return std::vector<Event>{
                    at_once(event::Offered{OfferReason::resume, choices_, default_choice_})};
            },
            [&](const input::Answer& answer) {
                const auto* choice = std::get_if<std::string>(&answer.value);
                return choose(choice == nullptr ? std::string() : *choice);
            },
            [&](const input::Continue&) { return choose(default_choice_); },
            [&](const input::Skip&) { return choose(default_choice_); },
            [&](const input::Stop&) { return choose(choice::leave); },
            [&](const input::Close&) { return choose(choice::leave); },
            // Nobody is there to choose: everything stays as it is.
            [&](const input::EndOfInput&) { return choose(choice::leave); },
            [&](const input::Ground&) {
                chosen_ = Choice::ground;
                return std::vector<Event>{};
            },
            [&](const input::Interrupt&) {
                chosen_ = Choice::interrupted;
                return std::vector<Event>{};
            },
            [&](const input::Support&) { return std::vector<Event>{at_once(event::SupportShown{})}; },
            // Time does not run here, and nothing is being written.
            [](const input::Tick&) { return std::vector<Event>{}; },
            [](const input::Suspend&) { return std::vector<Event>{}; },
            [](const input::Draft&) { return std::vector<Event>{}; },
            [&](const input::Back&) { return refused(); },
            [&](const input::Pause&) { return refused(); },
            [&](const input::Resume&) { return refused(); },
            [&](const input::Pace&) { return refused(); },
        },
        input);
}

} // namespace kindly
