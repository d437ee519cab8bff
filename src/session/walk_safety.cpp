// SPDX-License-Identifier: MIT
// What keeps a practice safe: ratings and what they lead to, offers, the grounding detour, stopping and
// closing. Rules: exercise format 1, section 5.
#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "session/walk.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kindly {

int Session::Walk::offer_at() const {
    return plan_->exercise->safety.offer_grounding_at.value_or(limits::default_offer_at);
}
int Session::Walk::stop_at() const {
    return plan_->exercise->safety.stop_at.value_or(limits::default_stop_at);
}
bool Session::Walk::rated_high() const { return last_rating_ && *last_rating_ >= offer_at(); }

void Session::Walk::look_at_rating(const CheckInQuestion& check_in, const AnswerValue& value, Position back) {
    prompt_ = Prompt::none;
    const bool own = !back.section; // it is asked before any section
    std::vector<std::string> choices{choice::ground, choice::go_on};
    if (!in_closing()) { choices.emplace_back(choice::close); }
    position_ = std::move(back);
    grounding_for_numb_ = false;
    after_grounding_ = AfterGrounding::ask_to_go_on;
    const bool first = !std::exchange(rated_, true) && intensity() == Intensity::strong && !in_closing();
    if (std::holds_alternative<Numb>(value)) {
        asks_again_ = first;
        last_rating_.reset(); // numb is not a number, and not calm
        grounding_for_numb_ = true;
        // The same grounding again would hardly do more. A strong exercise is not for somebody far away at
        // all.
        const bool enough = std::exchange(was_numb_, true) || intensity() == Intensity::strong;
        const char* then = in_closing() ? choice::go_on : choice::close;
        return offer(OfferReason::numb, std::move(choices), enough ? then : choice::ground);
    }
    const int rating = static_cast<int>(std::get<double>(value));
    const bool rose = lowest_rating_ && rating - *lowest_rating_ >= limits::rise_that_matters;
    lowest_rating_ = std::min(lowest_rating_.value_or(rating), rating);
    last_rating_ = rating;
    support_named_ = false;
    if (rose && check_in.about == CheckIn::About::backdraft && !plan_->backdraft.empty()) {
        emit(event::Said{plan_->backdraft, true});
    }
    asks_again_ = first && rating > limits::highest_first_rating_strong;
    if (rating >= stop_at()) { return start_grounding(AfterGrounding::ask_to_close); }
    if (rating >= offer_at() || asks_again_) {
        return offer(OfferReason::distress, std::move(choices), choice::ground);
    }
    if (rose) { return offer(OfferReason::rise, std::move(choices), choice::ground); }
    if (own) { return offer(OfferReason::resume, std::move(choices), choice::ground); }
    position_.reset();
    next_ = at_ + 1;
}

/// Not answered: unknown, never 0. What follows depends on how much the exercise asks of a person.
void Session::Walk::leave_check_in(const CheckInQuestion& check_in) {
    if (own_check_in_) { return leave_own_check_in(); }
    prompt_ = Prompt::none;
    next_ = at_ + 1;
    if (read_again(check_in.id)) {
        note_step_end(StepEnd::enter);
        return;
    }
    asks_again_ = !std::exchange(rated_, true) && intensity() == Intensity::strong && !in_closing();
    answers_.erase(check_in.id);
    answered_at_.erase(check_in.id);
    last_rating_.reset();
    emit(event::Skipped{check_in.id, instruction().path, std::nullopt, check_in});
    note_step_end(StepEnd::skipped);
    if (instruction().repeat_end != nowhere) { next_ = instruction().repeat_end; }
    if (intensity() == Intensity::gentle || in_closing()) { return; }
    position_ = Position{*next_, std::nullopt, history_, section_shown_};
    if (nobody_) {
        close_reason_ = StopReason::unanswered;
        return start_grounding(AfterGrounding::close);
    }
    if (intensity() == Intensity::strong) {
        next_.reset();
        after_grounding_ = AfterGrounding::ask_to_close;
        return offer(OfferReason::distress, {choice::ground, choice::close, choice::go_on}, choice::ground);
    }
    position_.reset();
    if (!grounding_named_) {
        grounding_named_ = true;
        after_interlude_ = next_;
        next_.reset();
        const char* text = _("That is all right. If things get hard, grounding is there at any moment.");
        prompt_ = Prompt::interlude;
        emit(event::Said{text, options_.untimed});
        wait_for(paced(reading_time(text)), options_.untimed);
    }
}

void Session::Walk::offer(OfferReason reason, std::vector<std::string> choices, const char* default_choice) {
    deadline_.reset();
    next_bell_.reset();
    next_.reset();
    prompt_ = Prompt::offer;
    offer_reason_ = reason;
    choices_ = std::move(choices);
    default_choice_ = default_choice;
    emit(event::Offered{reason, choices_, default_choice_});
    if (nobody_) { choose(reason == OfferReason::stop ? choice::stop : default_choice); }
}

void Session::Walk::choose(const std::string& choice) {
    emit(event::Answered{word(offer_reason_), choice, {}, std::nullopt, std::nullopt});
    prompt_ = Prompt::none;
    if (choice == choice::ground) { return start_grounding(after_grounding_); }
    if (choice == choice::close) { return go_to_closing(); }
    if (choice == choice::stop) { return end(Status::stopped); }
    go_on();
}

/// Keeps where the walk stands, unless a detour has done so already.
void Session::Walk::remember_position() {
    if (position_) { return; }
    position_ = Position{at_, std::nullopt, history_, section_shown_};
    if (prompt_ == Prompt::interlude) {
        position_->at = after_interlude_.value_or(at_ + 1);
        after_interlude_.reset();
        return;
    }
    if (!position_->history.empty()) {
        position_->history.pop_back();
    } // coming back puts the step there again
    if (prompt_ != Prompt::step) { return; }
    note_step_end(StepEnd::grounded);
    const bool timed = std::holds_alternative<Silence>(instruction().what) ||
                       std::holds_alternative<Breathing>(instruction().what);
    if (timed && deadline_) {
        // At pace 1, because the pace may change meanwhile. A text is read again from its beginning.
        const double pace =
            std::holds_alternative<Silence>(instruction().what) && !in_closing() ? options_.pace : 1;
        position_->left =
            Milliseconds(static_cast<std::int64_t>(static_cast<double>((*deadline_ - time_).count()) * pace));
    }
}

void Session::Walk::start_grounding(AfterGrounding after) {
    deadline_.reset();
    next_bell_.reset();
    after_grounding_ = after;
    if (grounding_) { // asked for again at an offer behind it: from its beginning
        grounding_ = false;
        emit(event::GroundingPhase{false});
    }
    grounding_ = true;
    prompt_ = Prompt::none;
    own_check_in_.reset();
    emit(event::GroundingPhase{true});
    section_shown_.reset();
    history_.clear();
    next_ = plan_->sections[plan_->grounding].begin;
}

void Session::Walk::leave_grounding() {
    if (!grounding_) { return; }
    grounding_ = false;
    grounding_for_numb_ = false;
    emit(event::GroundingPhase{false});
}

/// Once for each rating that calls for it: whoever has seen it knows where to find it.
void Session::Walk::name_support() {
    if (!std::exchange(support_named_, true)) { emit(event::SupportShown{}); }
}

void Session::Walk::end_grounding() {
    leave_grounding();
    if (after_grounding_ != AfterGrounding::close && closing_is_on()) {
        // Going on leads to the rest of the closing, which is not to begin anew.
        const bool hard = after_grounding_ == AfterGrounding::ask_to_close;
        if (hard) { name_support(); }
        return offer(hard ? OfferReason::distress : OfferReason::resume, {choice::go_on, choice::stop},
                     choice::go_on);
    }
    switch (after_grounding_) {
    case AfterGrounding::close: return go_to_closing();
    case AfterGrounding::ask_to_close:
        name_support();
        return offer(OfferReason::distress, {choice::close, choice::go_on, choice::stop}, choice::close);
    case AfterGrounding::ask_to_go_on:
        return offer(OfferReason::resume, {choice::go_on, choice::close, choice::stop}, choice::go_on);
    }
}

void Session::Walk::go_on() {
    leave_grounding();
    grounding_for_numb_ = false;
    after_grounding_ = AfterGrounding::ask_to_go_on;
    if (own_check_in_) { // not answered yet
        position_.reset();
        return ask_how_it_is();
    }
    if (intensity() == Intensity::strong && !agreed_) { // grounded before there was a yes
        position_.reset();
        return ask_for_yes();
    }
    if (!position_) { return; }
    if (std::exchange(asks_again_, false)) { return ask_for_yes_again(); }
    const Position back = *position_;
    position_.reset();
    history_ = back.history;
    section_shown_ = back.section; // the same section goes on: it is not announced again
    next_left_ = back.left;
    next_ = back.at;
}

void Session::Walk::ask_for_yes() {
    if (nobody_) {
        close_reason_ = StopReason::unanswered;
        return go_to_closing();
    }
    prompt_ = Prompt::consent;
    emit(event::Consent{_("This is a strong exercise. If you would like to begin, answer yes."),
                        options_.unmet});
}

/// A strong exercise that began with a high rating, numb, or without one: its words are heard first.
void Session::Walk::ask_for_yes_again() {
    if (nobody_) {
        close_reason_ = StopReason::unanswered;
        return go_to_closing();
    }
    prompt_ = Prompt::consent;
    emit(event::Consent{
        _("This is a strong exercise. If you would like to go on with it all the same, answer yes."),
        {fmt::format(fmt::runtime(_("a first rating of distress at {} or lower")),
                     limits::highest_first_rating_strong)},
        true});
}

void Session::Walk::go_to_closing() {
    leave_grounding();
    asks_again_ = false;
    deadline_.reset();
    next_bell_.reset();
    if (prompt_ == Prompt::step) { finish_step(StepEnd::stopped); }
    prompt_ = Prompt::none;
    position_.reset();
    own_check_in_.reset();
    // A practice that goes on in its closing has been through the rest before.
    const bool only_closing_left = first_ == plan_->sections[plan_->closing].begin;
    closed_early_ = closed_early_ || !only_closing_left;
    if (closed_early_ && close_reason_ == StopReason::none) {
        close_reason_ = rated_high() ? StopReason::distress : StopReason::person;
    }
    next_ = plan_->sections[plan_->closing].begin;
}

/// Stop asks nothing: one kind line (the guide's), the closing one key away, a second stop leaves at once.
void Session::Walk::offer_to_stop() {
    remember_position();
    if (rated_high()) { name_support(); }
    if (closing_is_on()) { // from a grounding within it
        return offer(OfferReason::stop, {choice::go_on, choice::stop}, choice::go_on);
    }
    offer(OfferReason::stop, {choice::close, choice::stop, choice::go_on}, choice::close);
}

/// The closing has ended: what remains is to ask about words that may be kept.
void Session::Walk::finish() {
    status_ = closed_early_ ? Status::closed_early : Status::completed;
    practice_ended_ = time_;
    for (auto id = keepable_.rbegin(); id != keepable_.rend(); ++id) {
        if (answers_.contains(*id)) { to_keep_.push_back(*id); }
    }
    ask_to_keep();
}

void Session::Walk::end(Status status) {
    if (prompt_ == Prompt::step) { note_step_end(StepEnd::stopped); }
    leave_grounding();
    deadline_.reset();
    next_bell_.reset();
    next_.reset();
    prompt_ = Prompt::ended;
    StopReason reason = close_reason_;
    if (status == Status::completed) {
        reason = StopReason::none;
    } else if (status == Status::stopped && reason == StopReason::none) {
        reason = rated_high() ? StopReason::distress : StopReason::person;
    }
    const Milliseconds until = practice_ended_.value_or(time_);
    const Milliseconds before = options_.checkpoint ? options_.checkpoint->practised : Milliseconds{};
    const Milliseconds practised = before + (practice_began_ ? until - *practice_began_ : Milliseconds{});
    emit(event::Ended{status, reason, practised, paused_});
}

} // namespace kindly
