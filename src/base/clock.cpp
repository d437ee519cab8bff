// SPDX-License-Identifier: MIT
#include "base/clock.hpp"

#include <chrono>

namespace kindly {

Moment SystemClock::wall() const {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return in_local_zone(std::chrono::duration_cast<Milliseconds>(now).count());
}

Milliseconds SystemClock::steady() const {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

ShiftedClock::ShiftedClock(Moment begin) : begin_(begin), at_begin_(system_.steady()) {}

Moment ShiftedClock::wall() const {
    return {begin_.unix_ms + (system_.steady() - at_begin_).count(), begin_.utc_offset_seconds};
}

Milliseconds ShiftedClock::steady() const { return system_.steady(); }

} // namespace kindly
