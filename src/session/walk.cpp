// SPDX-License-Identifier: MIT
#include "session/walk.hpp"

#include "base/translate.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <cmath>

namespace kindly {

Session::Walk::Walk(std::shared_ptr<const Plan> plan, SessionOptions options)
    : plan_(std::move(plan)), options_(std::move(options)) {}

Session::Outcome Session::Walk::advance(const Input& input, Milliseconds now) {
    events_.clear();
    if (prompt_ == Prompt::ended) { return {}; }
    if (std::holds_alternative<input::Begin>(input)) {
        zero_ = now;
        last_now_ = now;
    }
    now = std::max(now, last_now_); // a clock that goes back is taken to stand still
    if (std::holds_alternative<input::Suspend>(input)) {
        // The time since the last input has not been lived through: the session clock stops there.
        if (!frozen_since_) {
            freeze(last_now_);
            emit(event::Suspended{});
            if (nobody_) { thaw(now); } // nobody could say when to go on
        }
    } else {
        if (!frozen_since_) { run_until(now - zero_); }
        last_now_ = now;
        if (prompt_ != Prompt::ended) {
            take_input(input);
            settle();
        }
    }
    last_now_ = now;
    Outcome outcome;
    outcome.events = std::move(events_);
    events_ = {};
    if (!frozen_since_ && prompt_ != Prompt::ended) {
        std::optional<Milliseconds> wake = deadline_;
        if (next_bell_ && (!wake || *next_bell_ < *wake)) { wake = next_bell_; }
        if (wake) { outcome.wake_at = *wake + zero_; }
    }
    return outcome;
}

/// Everything that time alone brings, each at the moment it was due, however late we are told.
void Session::Walk::run_until(Milliseconds time) {
    while (prompt_ != Prompt::ended) {
        if (next_bell_ && *next_bell_ <= time && (!deadline_ || *next_bell_ < *deadline_)) {
            time_ = *next_bell_;
            emit(event::Bell{});
            const auto* silence = std::get_if<Silence>(&instruction().what);
            if (silence != nullptr && silence->bell_every > Milliseconds{}) {
                *next_bell_ += paced(silence->bell_every);
            } else {
                next_bell_.reset();
            }
        } else if (deadline_ && *deadline_ <= time) {
            time_ = *deadline_;
            if (const auto* silence = std::get_if<Silence>(&instruction().what);
                prompt_ == Prompt::step && silence != nullptr && silence->bell_at_end) {
                emit(event::Bell{});
            }
            finish_step(StepEnd::time);
            settle();
        } else {
            break;
        }
    }
    time_ = std::max(time_, time);
}

/// The present text, silence or breathing is over: goes on with what follows.
void Session::Walk::finish_step(StepEnd how) {
    deadline_.reset();
    next_bell_.reset();
    switch (prompt_) {
    case Prompt::warning:
        prompt_ = Prompt::none;
        if (intensity() == Intensity::strong) { return ask_for_yes(); }
        begin_main();
        return;
    case Prompt::step:
        note_step_end(how);
        next_ = at_ + 1;
        prompt_ = Prompt::none;
        return;
    case Prompt::interlude:
        prompt_ = Prompt::none;
        next_ = after_interlude_;
        after_interlude_.reset();
        return;
    default: return;
    }
}

void Session::Walk::note_step_end(StepEnd how) {
    const auto& what = instruction().what;
    const char* kind = std::holds_alternative<Line>(what)              ? "say"
                       : std::holds_alternative<Silence>(what)         ? "pause"
                       : std::holds_alternative<Breathing>(what)       ? "breathe"
                       : std::holds_alternative<Question>(what)        ? "ask"
                       : std::holds_alternative<CheckInQuestion>(what) ? "check_in"
                                                                       : "recall";
    emit(event::StepEnded{instruction().path, kind, step_began_, how, at_});
}

/// Goes from instruction to instruction until there is something to wait for.
void Session::Walk::settle() {
    while (next_ && prompt_ == Prompt::none) {
        const std::size_t at = *next_;
        next_.reset();
        enter(at);
    }
}

void Session::Walk::enter(std::size_t at) {
    const std::optional<Milliseconds> left = next_left_;
    next_left_.reset();
    if (grounding_ && at >= plan_->sections[plan_->grounding].end) { return end_grounding(); }
    if (!grounding_ && at >= plan_->sections[plan_->closing].end) { return finish(); }
    const Instruction& instruction = plan_->instructions[at];
    if (const auto* jump = std::get_if<Jump>(&instruction.what)) {
        next_ = jump->target;
        return;
    }
    if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
        next_ = holds(branch->when, answers_, options_.earlier, plan_->settings) ? at + 1 : branch->otherwise;
        return;
    }
    if (grounding_for_numb_ && grounding_ && std::holds_alternative<Breathing>(instruction.what)) {
        next_ = at + 1; // for someone far away: the senses, never breath
        return;
    }
    at_ = at;
    if (section_shown_ != instruction.section) {
        section_shown_ = instruction.section;
        history_.clear();
        const PlannedSection& section = plan_->sections[instruction.section];
        const bool early = section.role == Role::closing && closed_early_;
        emit(event::SectionBegan{section.id, section.title, section.component, section.role, section.purpose,
                                 early ? close_reason_ : StopReason::none});
        if (section.role == Role::closing && rated_high()) { name_support(); }
    }
    history_.push_back(at);
    step_began_ = time_;
    if (!present(at, left) && !next_ && prompt_ == Prompt::none) { next_ = at + 1; }
}

void Session::Walk::begin_main() {
    practice_began_ = practice_began_.value_or(time_); // grounding may have come before it
    at_ = first_;
    if (options_.checkpoint && options_.checkpoint->check_in_first) { return ask_how_it_is(); }
    next_ = first_;
}

bool Session::Walk::in_closing() const { return !grounding_ && section_shown_ == plan_->closing; }

bool Session::Walk::closing_is_on() const {
    return in_closing() || (position_ && position_->section == plan_->closing);
}

/// Pace changes reading and silences of the main part, never breathing, grounding or closing, and nothing of
/// a quiet sit.
Milliseconds Session::Walk::paced(Milliseconds length) const {
    if (grounding_ || in_closing() || plan_->keeps_time) { return length; }
    return Milliseconds(std::llround(static_cast<double>(length.count()) / options_.pace));
}

void Session::Walk::refuse(const char* why) { emit(event::Refused{why}); }

/// What is refused changes nothing: what was paused stays so.
void Session::Walk::take_input(const Input& input) {
    const auto frozen_since = frozen_since_;
    const Milliseconds paused = paused_;
    const Milliseconds zero = zero_;
    std::visit([this](const auto& what) { take(what); }, input);
    const bool refused = !events_.empty() && std::holds_alternative<event::Refused>(events_.back().what);
    if (!frozen_since || frozen_since_ || !refused) { return; }
    frozen_since_ = frozen_since;
    paused_ = paused;
    zero_ = zero;
    std::erase_if(events_, [](const Event& one) { return std::holds_alternative<event::Resumed>(one.what); });
}

void Session::Walk::freeze(Milliseconds host_time) { frozen_since_ = host_time; }

void Session::Walk::thaw(Milliseconds host_time) {
    if (!frozen_since_) { return; }
    const Milliseconds length = host_time - *frozen_since_;
    paused_ += length;
    zero_ += length;
    frozen_since_.reset();
    emit(event::Resumed{});
}

} // namespace kindly
