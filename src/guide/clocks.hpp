// SPDX-License-Identifier: MIT
// The two clocks that guides wait by. Besides base/clock and main, the only place that reads one.
// Knows nothing of sessions.
#pragma once

#include "base/duration.hpp"

namespace kindly {

/// CLOCK_MONOTONIC: since some fixed moment, never goes back, stands still while the machine sleeps.
[[nodiscard]] Milliseconds monotonic_now();

/// How far the clock that counts sleep (CLOCK_BOOTTIME) has run ahead of monotonic_now(); zero where the
/// system has no such clock. Only differences mean anything.
[[nodiscard]] Milliseconds time_asleep();

} // namespace kindly
