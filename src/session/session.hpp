// SPDX-License-Identifier: MIT
// The engine: a walk through a plan as a pure function of inputs and times. It does no I/O, reads no clock,
// has no threads and no randomness; the same inputs and times give the same events. Guides wait and draw; it
// decides.
#pragma once

#include "exercise/plan.hpp"
#include "session/checkpoint.hpp"
#include "session/event.hpp"
#include "session/input.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct SessionOptions {
    std::string id; ///< of the practice, a UUID
    double pace = 1;
    bool untimed = false;           ///< texts and silences last until the person goes on
    bool enter_waits = false;       ///< somebody is at a terminal: `wait: enter` and the warning wait
    bool quiet_start = false;       ///< begin without the warning (`ground`)
    bool brief_warning = false;     ///< one line instead of it: a gentle exercise that the person knows
    std::vector<std::string> unmet; ///< what a strong exercise still asks for
    EarlierAnswers earlier;         ///< of other exercises
    /// The options chosen there, as they were shown then: by (exercise, question), then by option id.
    std::map<std::pair<std::string, std::string>, std::map<std::string, std::string>> earlier_options;
    std::map<std::string, std::string> kept; ///< kept words by name
    std::string today; ///< YYYY-MM-DD, where words can be set aside until a day; empty: they cannot
    std::optional<Checkpoint> checkpoint;      ///< it goes on from there
    std::map<std::string, std::string> drafts; ///< by question: given back when it is asked
};

class Session {
public:
    Session(std::shared_ptr<const Plan> plan, SessionOptions options);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    struct Outcome {
        std::vector<Event> events;
        /// When it next wants a Tick, on the caller's clock; none: it waits for the person, however long.
        std::optional<Milliseconds> wake_at;
    };
    /// `now` on a steady clock of the caller's; never earlier than before. The first input is Begin; after
    /// `ended`, inputs give nothing.
    Outcome advance(const Input& input, Milliseconds now);

    [[nodiscard]] bool ended() const;
    /// Exercises suggested by the steps that were passed.
    [[nodiscard]] const std::vector<std::string>& suggestions() const;

private:
    class Walk;
    std::unique_ptr<Walk> walk_;
};

} // namespace kindly
