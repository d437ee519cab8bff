// SPDX-License-Identifier: MIT
// The figures of the log in words and in plots made of letters. Says what was rated and never what that means
// about anybody: no streaks, no scores, no word on days without practice. Knows no journal, no options.
#pragma once

#include "base/output.hpp"
#include "journal/statistics.hpp"

#include <cstddef>

namespace kindly {

struct StatsLayout {
    std::size_t columns = 80; ///< from 40
    bool plain = false;       ///< words instead of plots and columns
    bool unicode = true;      ///< shades and blocks may be used
};

/// Of at least one practice.
void write_statistics(Output& out, const Statistics& statistics, const StatsLayout& layout);

} // namespace kindly
