// SPDX-License-Identifier: MIT
// Going on where a practice broke off: what had been said is there again, and a hard one is first asked
// about. Rules: exercise format 1, section 18.
#include "base/translate.hpp"
#include "session/walk.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// No question of an exercise can have this id.
constexpr const char* own_id = "on-return";

} // namespace

/// The instruction that the answer was given at, or one that asks the same; nowhere if there is none any
/// more.
std::size_t Session::Walk::place_of(const Checkpoint::Given& given) const {
    std::size_t found = nowhere;
    for (std::size_t at = 0; at < plan_->instructions.size(); ++at) {
        const auto* question = std::get_if<Question>(&plan_->instructions[at].what);
        if (question == nullptr || question->id != given.question) { continue; }
        if (plan_->instructions[at].path == given.path) { return at; }
        found = at;
    }
    return found;
}

void Session::Walk::take_over(const Checkpoint& checkpoint) {
    for (std::size_t place = 0; place < plan_->sections.size(); ++place) {
        const PlannedSection& section = plan_->sections[place];
        if (section.id != checkpoint.section) { continue; }
        first_ = section.begin;
        if (place == plan_->closing && checkpoint.closing != StopReason::none) {
            closed_early_ = true;
            close_reason_ = checkpoint.closing;
        }
    }
    for (const auto& given : checkpoint.answers) {
        answers_[given.question] = given.value;
        const std::size_t at = place_of(given);
        if (at == nowhere) { continue; } // a check-in, which is asked anew: how it is may have changed
        const auto& question = std::get<Question>(plan_->instructions[at].what);
        questions_[given.question] = &question;
        answered_at_[given.question] = at;
        if (question.answer == Ask::Answer::text && (question.ask_to_keep || !question.keep_as.empty())) {
            keepable_.push_back(given.question);
        }
    }
    lowest_rating_ = checkpoint.lowest_rating;
    rated_ = lowest_rating_.has_value();
    last_rating_ = checkpoint.last_rating;
    paused_ = checkpoint.paused;
}

void Session::Walk::ask_how_it_is() {
    own_check_in_ = CheckInQuestion{own_id, _("Before this goes on: how much distress is there right now?"),
                                    CheckIn::About::distress};
    prompt_ = Prompt::check_in;
    emit(event::CheckInAsked{*own_check_in_, std::nullopt});
    if (nobody_) { leave_own_check_in(); }
}

/// Unknown, and it was hard before: the cautious way.
void Session::Walk::leave_own_check_in() {
    const CheckInQuestion own = *own_check_in_;
    own_check_in_.reset();
    prompt_ = Prompt::none;
    last_rating_.reset();
    emit(event::Skipped{own.id, own.id, std::nullopt, own});
    position_ = Position{first_, std::nullopt, {}, std::nullopt};
    if (nobody_) {
        close_reason_ = StopReason::unanswered;
        return start_grounding(AfterGrounding::close);
    }
    after_grounding_ = AfterGrounding::ask_to_close;
    offer(OfferReason::resume, {choice::ground, choice::close, choice::go_on}, choice::ground);
}

const CheckInQuestion& Session::Walk::present_check_in() const {
    return own_check_in_ ? *own_check_in_ : std::get<CheckInQuestion>(instruction().what);
}

} // namespace kindly
