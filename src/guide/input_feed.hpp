// SPDX-License-Identifier: MIT
// All that can reach a guide that reads lines: lines, their end, signals, the time that it asked to be woken
// at. With the real clock, or with a virtual one that jumps to each such time at once. Gives lines no
// meaning.
#pragma once

#include "base/output.hpp"
#include "guide/guide.hpp"
#include "guide/line_reader.hpp"
#include "guide/signals.hpp"
#include "guide/waiter.hpp"

#include <optional>
#include <string>
#include <variant>

namespace kindly {

class InputFeed {
public:
    struct Line {
        std::string text;
    };
    struct TooLong {};   ///< a line that was refused as a whole
    struct End {};       ///< no more lines; told once, unless read_on()
    struct Woken {};     ///< the time has come
    struct Continued {}; ///< the process was stopped by Ctrl-Z and goes on
    /// A Happening is a signal or a suspension, ready to be handed on.
    using Came = std::variant<Line, TooLong, End, Woken, Continued, Happening>;

    /// The descriptor stays open, and blocking for whoever shares it.
    InputFeed(int descriptor, bool instant);

    [[nodiscard]] Milliseconds now() const;
    /// With the virtual clock, lines are read only where there is no deadline. `want_lines`: else they stay
    /// where they are for now.
    [[nodiscard]] Came wait(std::optional<Milliseconds> deadline, bool want_lines = true);
    /// Readable when there is a signal for wait() to hand on.
    [[nodiscard]] int signal_descriptor() const { return signals_.descriptor(); }
    /// For output that cannot be written meanwhile.
    [[nodiscard]] ReasonToLeave reason_to_leave();
    /// End was told.
    [[nodiscard]] bool ended() const { return ended_; }
    /// The end was only that of one text: at a terminal, reading can go on after Ctrl-D.
    void read_on() { ended_ = false; }

private:
    [[nodiscard]] std::optional<Came> from_signals(bool time_runs);
    [[nodiscard]] std::optional<Came> from_lines();
    [[nodiscard]] Happening lived_until(Milliseconds moment);
    void read_bytes();

    int descriptor_;
    bool instant_;
    Milliseconds virtual_now_{};
    Signals signals_;
    Waiter waiter_;
    LineReader lines_;
    bool at_end_ = false; ///< of the descriptor, perhaps not yet told
    bool ended_ = false;
    /// The Tick up to where time was lived through has been told; this comes behind it.
    std::optional<Milliseconds> suspend_next_;
    bool stop_asked_ = false; ///< by Ctrl-Z: to be done once the session is paused
};

} // namespace kindly
