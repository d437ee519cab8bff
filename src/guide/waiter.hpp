// SPDX-License-Identifier: MIT
// Waits for input, for a signal, and for a moment on the monotonic clock, whichever comes first, without
// drifting: moments are absolute. Notices when the machine or the program slept meanwhile. Reads nothing;
// knows no sessions.
#pragma once

#include "guide/clocks.hpp"

#include <functional>
#include <optional>

namespace kindly {

class Waiter {
public:
    /// A wake-up that is later than this, or a sleep that was longer, counts as having been suspended.
    static constexpr Milliseconds tolerance = std::chrono::seconds(2);

    enum class Timer { best, steps }; ///< `steps`: as on systems without timerfd, for tests

    explicit Waiter(std::function<Milliseconds()> asleep = time_asleep, Timer timer = Timer::best);
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter();

    struct Woken {
        bool input = false;    ///< reading will not block
        bool signal = false;   ///< likewise
        bool output = false;   ///< writing will not block
        bool deadline = false; ///< the moment has come
        // Instead of `deadline`: nobody could watch the time go by.
        bool slept = false; ///< the machine did; the monotonic clock stood still meanwhile
        bool late = false;  ///< it is long past the moment, and nobody knows since when
    };
    /// Any descriptor may be -1. Without a deadline, sleep is of no importance and is not reported. `output`:
    /// to be written to.
    [[nodiscard]] Woken wait(int input, int signals, std::optional<Milliseconds> deadline, int output = -1);

private:
    [[nodiscard]] bool slept();
    [[nodiscard]] int time_left(Milliseconds deadline, Milliseconds now);

    std::function<Milliseconds()> asleep_;
    Milliseconds asleep_before_;
    int timer_ = -1;
};

} // namespace kindly
