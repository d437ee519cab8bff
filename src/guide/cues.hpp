// SPDX-License-Identifier: MIT
// What is said while time goes by: the phases of a breath, the time left in a long silence.
// Plain values with times of their own; reads no clock.
#pragma once

#include "session/event.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct Cue {
    Milliseconds at{};
    std::string text = {}; ///< may be empty
    bool rings = false;
    bool tells_time_left = false;
    std::string spoken = {}; ///< for speech, in place of the text; may be empty
};

/// Times count from the beginning of the breathing. Two rounds in words, then a bell and quiet. `aloud`: one
/// spoken word for each phase of every round, in place of that bell.
[[nodiscard]] std::vector<Cue> breathing_cues(const event::BreathingBegan& breathing, bool aloud = false);

/// Times count from the beginning of the silence. At most one line in 30 seconds.
[[nodiscard]] std::vector<Cue> silence_cues(Milliseconds length);

/// Cues under way, on a guide's clock. Each comes once, however late; while held, none does.
class RunningCues {
public:
    void start(std::vector<Cue> cues, Milliseconds now);
    void stop();
    /// The time left has changed: those that would tell it don't come.
    void stop_time_left();
    /// The clock goes on without them, until release().
    void hold(Milliseconds now);
    void release(Milliseconds now);
    [[nodiscard]] std::optional<Milliseconds> next() const;
    [[nodiscard]] std::optional<Cue> take_due(Milliseconds now);

private:
    std::deque<Cue> cues_;
    std::optional<Milliseconds> held_since_;
};

} // namespace kindly
