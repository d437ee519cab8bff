// SPDX-License-Identifier: MIT
#include "guide/present.hpp"

namespace kindly {

namespace {

/// What an event turns the prompt into; the many events that leave it alone have no function here.
struct Turn {
    Present::Prompt& prompt;

    void wait_or_run(bool waits) {
        if (waits) {
            prompt = Present::Waits{};
        } else {
            prompt = Present::TimeRuns{};
        }
    }
    void operator()(const event::Warning& what) { wait_or_run(what.waits); }
    void operator()(const event::Said& what) { wait_or_run(what.waits); }
    void operator()(const event::SilenceBegan& what) { wait_or_run(what.waits); }
    void operator()(const event::Recalled& what) { wait_or_run(what.waits); }
    void operator()(const event::Asked& what) { prompt = what; }
    void operator()(const event::CheckInAsked& what) { prompt = what; }
    void operator()(const event::Offered& what) { prompt = what; }
    void operator()(const event::Consent& what) { prompt = what; }
    void operator()(const event::KeepAsked& what) { prompt = what; }
    void operator()(const event::BreathingBegan&) { wait_or_run(false); }
    void operator()(const event::SectionBegan&) { wait_or_run(false); }
    void operator()(const event::GroundingPhase&) { wait_or_run(false); }
    void operator()(const event::Answered&) { wait_or_run(false); }
    void operator()(const event::Skipped&) { wait_or_run(false); }
    void operator()(const event::Ended&) { wait_or_run(false); }
    template <class Other>
    void operator()(const Other&) {}
};

} // namespace

void Present::observe(const Event& event) {
    std::visit(Turn{prompt_}, event.what);
    if (std::holds_alternative<event::Paused>(event.what) ||
        std::holds_alternative<event::Suspended>(event.what)) {
        paused_ = true;
    } else if (std::holds_alternative<event::Resumed>(event.what) ||
               std::holds_alternative<event::Ended>(event.what)) {
        paused_ = false;
    }
}

const event::Asked* Present::writing() const {
    const auto* asked = std::get_if<event::Asked>(&prompt_);
    return asked != nullptr && asked->question.answer == Ask::Answer::text ? asked : nullptr;
}

} // namespace kindly
