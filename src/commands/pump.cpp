// SPDX-License-Identifier: MIT
#include "commands/pump.hpp"

#include "base/translate.hpp"
#include "commands/recorder.hpp"

#include <algorithm>
#include <csignal>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr Milliseconds between_drafts = std::chrono::seconds(2);

event::Problem cannot_be_saved(const std::string& problem) {
    return {fmt::format(
        fmt::runtime(
            _("Your answers cannot be saved just now: {}. They are kept here, and saving is tried again.")),
        problem)};
}

} // namespace

ExitCode exit_code_of(int signal) {
    switch (signal) {
    case SIGINT: return ExitCode::interrupt;
    case SIGTERM: return ExitCode::terminated;
    case SIGHUP: return ExitCode::hangup;
    default: return ExitCode::done;
    }
}

ExitCode Pump::run(Moment began) {
    began_ = began;
    start_ = guide_.now();
    Happening happening{input::Begin{}, start_, 0};
    int signal = 0;
    for (;;) {
        if (happening.signal != 0) { signal = happening.signal; }
        note_typing(happening);
        Session::Outcome outcome = session_.advance(happening.input, happening.at);
        const bool opens = std::holds_alternative<input::Begin>(happening.input) && !session_.ended();
        deliver(outcome.events, happening.at, opens ? Order::person_first : Order::log_first);
        if (session_.ended()) { break; }
        try {
            happening = guide_.wait(wake_at(outcome.wake_at));
        } catch (...) { // it also shows: what was typed, and that something was refused
            keep_what_there_is(guide_.now());
            throw;
        }
    }
    return exit_code_of(signal);
}

/// First to the log, then to the person: an answer is safe before the next question appears. Only with the
/// first screen nothing has been answered yet, so that nobody has to look at an empty one until the disk is
/// done. That the log can be written was seen before (Recorder::prepare); should the disk refuse it all the
/// same, that is told where it would be told otherwise: behind the first events.
void Pump::deliver(std::vector<Event>& events, Milliseconds at, Order order) {
    bool recorded = order == Order::log_first;
    if (recorded) { record(events, at); }
    for (const auto& event : events) {
        present_.observe(event);
        latest_ = event.at;
    }
    // Answered, or left out.
    if (typed_ && (present_.writing() == nullptr || present_.writing()->question.id != typed_->question.id)) {
        typed_.reset();
    }
    try {
        guide_.show(events);
        if (!recorded) {
            const auto shown = static_cast<std::ptrdiff_t>(events.size());
            record(events, at);
            recorded = true;
            const std::vector<Event> told(events.begin() + shown, events.end());
            if (!told.empty()) { guide_.show(told); }
        }
    } catch (...) {
        if (!recorded && !session_.ended()) { record(events, at); }
        keep_what_there_is(at);
        throw;
    }
}

/// Nobody can see anything any more: what was answered and typed is kept, and how it ended.
void Pump::keep_what_there_is(Milliseconds at) {
    if (session_.ended()) { return; }
    if (typed_) { static_cast<void>(record_typing(at)); } // a problem with it could not be told either
    Session::Outcome last = session_.advance(input::Interrupt{}, at);
    record(last.events, at);
}

void Pump::record(std::vector<Event>& events, Milliseconds at) {
    if (recorder_ == nullptr) { return; }
    if (const auto problem = recorder_->record(events, wall(at), at - start_)) {
        const Milliseconds when = events.empty() ? Milliseconds{} : events.back().at;
        const bool over = !events.empty() && std::holds_alternative<event::Ended>(events.back().what);
        Event told{when, cannot_be_saved(*problem)};
        events.insert(over ? events.end() - 1 : events.end(), std::move(told));
    }
}

/// Drafts that come one after another are saved once in a while; whatever else happens, the last one first.
void Pump::note_typing(const Happening& happening) {
    if (recorder_ == nullptr) { return; }
    const auto* draft = std::get_if<input::Draft>(&happening.input);
    if (draft != nullptr) {
        const auto* asked = present_.writing();
        if (asked == nullptr) { return; }
        typed_ = Typed{asked->question, draft->text};
    }
    // These two make the draft an answer, or leave it out.
    const bool settles = std::holds_alternative<input::Answer>(happening.input) ||
                         std::holds_alternative<input::Skip>(happening.input);
    const bool may_wait = draft != nullptr || std::holds_alternative<input::Tick>(happening.input);
    const bool due = instant_ || !saved_at_ || happening.at - *saved_at_ >= between_drafts;
    if (typed_ && !settles && (!may_wait || due)) { save_typing(happening.at); }
    if (std::holds_alternative<input::EndOfInput>(happening.input)) { recorder_->nobody_is_there(); }
}

/// Why it could not be saved.
std::optional<std::string> Pump::record_typing(Milliseconds at) {
    const Typed typed = std::move(*typed_);
    typed_.reset();
    saved_at_ = at;
    return recorder_->record_draft(typed.question, typed.words, wall(at), at - start_, present_.paused());
}

void Pump::save_typing(Milliseconds at) {
    if (const auto problem = record_typing(at)) { guide_.show({{latest_, cannot_be_saved(*problem)}}); }
}

std::optional<Milliseconds> Pump::wake_at(std::optional<Milliseconds> session) const {
    if (!typed_ || !saved_at_) { return session; }
    const Milliseconds due = *saved_at_ + between_drafts;
    return session ? std::min(*session, due) : due;
}

/// A trial's clock is virtual, and so are the times that it is said to have happened at.
Moment Pump::wall(Milliseconds at) const {
    return instant_ ? Moment{began_.unix_ms + (at - start_).count(), began_.utc_offset_seconds}
                    : clock_.wall();
}

} // namespace kindly
