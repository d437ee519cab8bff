// SPDX-License-Identifier: MIT
// All that can reach the screen guide: keys, signals, another size, the moments that it asked to be woken at.
// With the real clock, or with a virtual one that jumps to each moment at once. Gives keys no meaning, but
// for Ctrl-C and Ctrl-Z, which are what the signals are.
#pragma once

#include "guide/guide.hpp"
#include "guide/signals.hpp"
#include "guide/waiter.hpp"
#include "screen/terminal.hpp"

#include <deque>
#include <optional>
#include <variant>

namespace kindly::screen {

class KeyFeed {
public:
    struct Woken {};     ///< one of the moments has come
    struct Resized {};   ///< perhaps: ask the terminal
    struct Continued {}; ///< the process had been stopped; the screen has been entered again
    /// A Happening is a signal or a suspension, ready to be handed on. After an Interrupt the terminal may
    /// not be ours any more: nothing is to be drawn.
    using Came = std::variant<Woken, Resized, Continued, Key, Happening>;

    /// Both must outlive it. Where the terminal has gone, wait() throws Failure (hangup).
    KeyFeed(Signals& signals, Terminal& terminal, bool instant);

    [[nodiscard]] Milliseconds now() const;
    /// `session`: when it wants a Tick. `picture`: when the screen will look different; of no account for the
    /// virtual clock.
    [[nodiscard]] Came wait(std::optional<Milliseconds> session, std::optional<Milliseconds> picture);

    /// Keys that were pressed by now, for what stood there before.
    void drop_keys();

private:
    [[nodiscard]] std::optional<Came> from_signals(bool time_runs);
    [[nodiscard]] Happening lived_until(Milliseconds moment);
    void read_keys();

    Signals& signals_;
    Terminal& terminal_;
    bool instant_;
    Milliseconds virtual_now_{};
    Waiter waiter_;
    std::deque<Key> keys_;
    /// The Tick up to where time was lived through has been told; this comes behind it.
    std::optional<Milliseconds> suspend_next_;
    std::optional<Signals::Came> came_meanwhile_; ///< while the process was stopped
    bool stop_asked_ = false;                     ///< by Ctrl-Z: to be done once the session is paused
};

} // namespace kindly::screen
