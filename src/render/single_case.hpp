// SPDX-License-Identifier: MIT
// One person's ratings, practice by practice, made of letters: a row for each rating from 10 down, time from
// left to right. From plain values; knows no practices and no output.
#pragma once

#include "render/plot.hpp"

#include <vector>

namespace kindly {

struct RatedPractice {
    DayNumber day = 0;
    int before = 0, after = 0; ///< 0 to 10
};

/// `practices` by time; where not all have room, the latest ones. Empty for none.
[[nodiscard]] PlotLines draw_single_case(const std::vector<RatedPractice>& practices, const PlotPaper& paper);

} // namespace kindly
