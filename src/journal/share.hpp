// SPDX-License-Identifier: MIT
// How much of what a practice holds leaves the machine: `--share`. The one place that decides; every export,
// page and report asks here.
#pragma once

#include <string_view>

namespace kindly {

enum class Share {
    counts,  ///< that, what, when and how long
    ratings, ///< scales, check-ins, numbers, yes/no, choices; of these none that is private
    words    ///< what was written, too, and what is private
};

/// Whether an answer of this kind (a word of the format, or "check_in") leaves at this level.
[[nodiscard]] bool leaves(Share share, std::string_view kind, bool is_private);

/// Whether distress, kindness, backdraft, groundings and a stop for distress leave at this level.
[[nodiscard]] bool ratings_leave(Share share);

} // namespace kindly
