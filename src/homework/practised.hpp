// SPDX-License-Identifier: MIT
// A practice as homework looks at it: what, on which day, how it ended. Plain values, made from the entries
// of the log; knows no journal and no clock.
#pragma once

#include "base/day.hpp"

#include <cstdint>
#include <string>

namespace kindly {

struct Practised {
    std::string exercise;
    DayNumber day = 0;           ///< the practice's own day
    std::int64_t started_ms = 0; ///< since 1970: the order within a day
    enum class How {
        whole,  ///< completed, or closed early
        part,   ///< stopped: as good a way to end as any, and enough for its day
        cut_off ///< by a signal or a crash
    };
    How how = How::whole;
    bool for_it = false; ///< recorded for the homework at hand; else for none
};

/// The person leaves something out.
struct LeftOut {
    int item = 0; ///< from 1, in the order of the file
    DayNumber day = 0;
    std::int64_t at_ms = 0;
};

} // namespace kindly
