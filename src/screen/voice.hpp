// SPDX-License-Identifier: MIT
// A practice for whoever has the eyes closed: what is said aloud, and when something rings. Times are the
// session's. The person's own words are never said aloud.
#pragma once

#include "guide/sound.hpp"
#include "session/event.hpp"

#include <optional>

namespace kindly::screen {

class Voice {
public:
    explicit Voice(Sound& sound) : sound_(sound) {}

    void observe(const Event& event);
    /// Says what has become due by now: each once, and nothing that is long past.
    void catch_up(Milliseconds now);
    /// When catch_up() is wanted next.
    [[nodiscard]] std::optional<Milliseconds> next() const;

private:
    void on(const event::Started& what) { sound_.say(what.title); }
    void on(const event::Warning& what) { sound_.say(what.text); }
    void on(const event::Consent& what) { sound_.say(what.text); }
    void on(const event::Said& what) { sound_.say(what.text); }
    void on(const event::SilenceBegan& what) { sound_.say(what.text); }
    void on(const event::BreathingBegan& what);
    void on(const event::Bell& what);
    void on(const event::Asked& what);
    void on(const event::CheckInAsked& what) { sound_.say(what.question.text); }
    void on(const event::Recalled& what) { sound_.say(what.text); }
    void on(const event::Offered& what);
    void on(const event::Paused&) { sound_.hush(); }
    void on(const event::Suspended&) { sound_.hush(); }
    void on(const event::StepEnded& what);
    void on(const event::Ended& what);
    template <class Other>
    void on(const Other&) {}

    Sound& sound_;
    Milliseconds now_{}; ///< of the event at hand
    std::optional<event::BreathingBegan> breathing_;
    Milliseconds breathing_began_{};
    Milliseconds phase_ends_{}; ///< of the one that was said last, from the beginning of the breathing
    std::optional<Milliseconds> rang_at_;
};

} // namespace kindly::screen
