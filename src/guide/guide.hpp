// SPDX-License-Identifier: MIT
// A face of a session: shows events, waits for the person. It decides nothing. Never sees the journal or the
// person's files: the practice command carries events and inputs between them.
#pragma once

#include "session/event.hpp"
#include "session/input.hpp"

#include <optional>

namespace kindly {

/// An input and when it happened, on the guide's clock.
struct Happening {
    Input input;
    Milliseconds at{};
    int signal = 0; ///< with input::Interrupt: which
};

class Guide {
public:
    Guide() = default;
    Guide(const Guide&) = delete;
    Guide& operator=(const Guide&) = delete;
    virtual ~Guide() = default;

    /// The present time on the clock that all its happenings carry.
    [[nodiscard]] virtual Milliseconds now() const = 0;
    /// Shows everything; what is shown has left the program when this returns, or the latest of it leaves as
    /// soon as a terminal takes anything again.
    virtual void show(const std::vector<Event>& events) = 0;
    /// Waits for the person, a signal, or `wake_at` (then a Tick), whichever comes first.
    virtual Happening wait(std::optional<Milliseconds> wake_at) = 0;
};

} // namespace kindly
