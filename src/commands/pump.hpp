// SPDX-License-Identifier: MIT
// Carries events and inputs between a session, its guide and the log: an answer is safe before the next
// question appears, and what is being typed is never more than two seconds from being safe. Decides nothing.
#pragma once

#include "base/clock.hpp"
#include "base/exit_code.hpp"
#include "guide/guide.hpp"
#include "guide/present.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Recorder;

/// Of a program that a signal ended; 0 for any other signal than SIGINT, SIGTERM and SIGHUP, and for none.
[[nodiscard]] ExitCode exit_code_of(int signal);

class Pump {
public:
    /// `recorder` may be null. `instant`: the guide's clock is virtual.
    Pump(Guide& guide, Session& session, Recorder* recorder, const Clock& clock, bool instant)
        : guide_(guide), session_(session), recorder_(recorder), clock_(clock), instant_(instant) {}

    /// To the session's end; done, or the signal that ended it. What a guide throws is passed on once
    /// everything is recorded.
    [[nodiscard]] ExitCode run(Moment began);

private:
    struct Typed {
        Question question;
        std::string words;
    };
    enum class Order { log_first, person_first };
    void deliver(std::vector<Event>& events, Milliseconds at, Order order);
    void record(std::vector<Event>& events, Milliseconds at);
    void note_typing(const Happening& happening);
    [[nodiscard]] std::optional<std::string> record_typing(Milliseconds at);
    void save_typing(Milliseconds at);
    void keep_what_there_is(Milliseconds at);
    [[nodiscard]] std::optional<Milliseconds> wake_at(std::optional<Milliseconds> session) const;
    [[nodiscard]] Moment wall(Milliseconds at) const;

    Guide& guide_;
    Session& session_;
    Recorder* recorder_;
    const Clock& clock_;
    bool instant_;
    Moment began_;
    Milliseconds start_{};
    Present present_;
    Milliseconds latest_{};      ///< session clock of the latest event
    std::optional<Typed> typed_; ///< not saved yet
    std::optional<Milliseconds> saved_at_;
};

} // namespace kindly
