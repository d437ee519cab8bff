// SPDX-License-Identifier: MIT
// What the session is at, as far as its events tell: a question, an offer, a text that waits, or time going
// by. Shared by guides, so that the same line means the same thing to each. Decides nothing.
#pragma once

#include "session/event.hpp"

#include <variant>

namespace kindly {

class Present {
public:
    struct TimeRuns {};
    struct Waits {}; ///< until the person goes on

    using Prompt = std::variant<TimeRuns, Waits, event::Asked, event::CheckInAsked, event::Offered,
                                event::Consent, event::KeepAsked>;

    void observe(const Event& event);

    [[nodiscard]] const Prompt& prompt() const { return prompt_; }
    [[nodiscard]] bool paused() const { return paused_; }
    /// Something is asked that an answer fits.
    [[nodiscard]] bool asks() const { return prompt_.index() >= 2; }
    [[nodiscard]] bool at_check_in() const { return std::holds_alternative<event::CheckInAsked>(prompt_); }
    /// The question, when it is answered in free text.
    [[nodiscard]] const event::Asked* writing() const;

private:
    Prompt prompt_;
    bool paused_ = false;
};

} // namespace kindly
