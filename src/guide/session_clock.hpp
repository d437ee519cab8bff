// SPDX-License-Identifier: MIT
// The session's time on a guide's clock: both run alike, but the session's stands still while it is paused.
// Follows the session's events; reads no clock.
#pragma once

#include "session/event.hpp"

#include <optional>

namespace kindly {

class SessionClock {
public:
    explicit SessionClock(Milliseconds began) : zero_(began) {}

    /// `moment`: on the guide's clock, when it happened.
    void observe(const Event& event, Milliseconds moment) {
        if (std::holds_alternative<event::Started>(event.what) ||
            std::holds_alternative<event::Resumed>(event.what)) {
            zero_ = moment - event.at;
            stands_at_.reset();
        } else if (std::holds_alternative<event::Paused>(event.what) ||
                   std::holds_alternative<event::Suspended>(event.what)) {
            stands_at_ = event.at;
        }
    }
    [[nodiscard]] Milliseconds at(Milliseconds moment) const { return stands_at_.value_or(moment - zero_); }
    /// None while it stands still.
    [[nodiscard]] std::optional<Milliseconds> moment_of(std::optional<Milliseconds> at) const {
        if (stands_at_ || !at) { return std::nullopt; }
        return *at + zero_;
    }

private:
    Milliseconds zero_;
    std::optional<Milliseconds> stands_at_;
};

} // namespace kindly
