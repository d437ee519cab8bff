// SPDX-License-Identifier: MIT
#include "guide/clocks.hpp"

#include <ctime>

namespace kindly {

namespace {
Milliseconds read_clock(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                    std::chrono::nanoseconds(time.tv_nsec));
}
} // namespace

Milliseconds monotonic_now() { return read_clock(CLOCK_MONOTONIC); }

Milliseconds time_asleep() {
#ifdef CLOCK_BOOTTIME
    // Two clocks can't be read at once; a reading that was torn apart by the scheduler is taken again.
    constexpr Milliseconds close_enough{2};
    constexpr int most_tries = 10;
    Milliseconds ahead{};
    for (int tries = 0; tries < most_tries; ++tries) {
        const Milliseconds before = monotonic_now();
        ahead = read_clock(CLOCK_BOOTTIME) - before;
        if (monotonic_now() - before <= close_enough) { break; }
    }
    return ahead;
#else
    return Milliseconds::zero();
#endif
}

} // namespace kindly
