// SPDX-License-Identifier: MIT
// The clocks. Passed to whoever needs the time, so that tests and --now can set it.
#pragma once

#include "base/moment.hpp"

namespace kindly {

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    /// The time of day, where the person is.
    [[nodiscard]] virtual Moment wall() const = 0;
    /// Since some fixed moment; never goes back, stands still while the machine sleeps.
    [[nodiscard]] virtual Milliseconds steady() const = 0;
};

class SystemClock : public Clock {
public:
    [[nodiscard]] Moment wall() const override;
    [[nodiscard]] Milliseconds steady() const override;
};

/// --now: the wall clock begins at a given moment and goes on from there at the usual speed.
class ShiftedClock : public Clock {
public:
    explicit ShiftedClock(Moment begin);
    [[nodiscard]] Moment wall() const override;
    [[nodiscard]] Milliseconds steady() const override;

private:
    SystemClock system_;
    Moment begin_;
    Milliseconds at_begin_;
};

} // namespace kindly
