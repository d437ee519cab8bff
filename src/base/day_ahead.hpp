// SPDX-License-Identifier: MIT
// Days that are still to come, as people write them: "2026-12-24", "in 2 weeks", "next month". Owns which
// ways of writing there are. A pure function of the text and of today; reads no clock.
#pragma once

#include <string>
#include <string_view>

namespace kindly {

struct DayAheadRead {
    std::string day;     ///< YYYY-MM-DD; empty where it cannot be read
    std::string problem; ///< why, one sentence without a full stop; empty where it can
};

/// `today`: the person's own day, YYYY-MM-DD. Today and earlier are refused, and what is more than 50 years
/// ahead. A month from the 31st is the last day of a shorter month.
[[nodiscard]] DayAheadRead read_day_ahead(std::string_view written, const std::string& today);

/// What can be written, in a sentence.
[[nodiscard]] std::string ways_to_write_a_day_ahead();

} // namespace kindly
