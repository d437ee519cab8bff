// SPDX-License-Identifier: MIT
// Stretches of days as people write them: "2026-W47", "last month", "7d", "2026-10..2026-11". Owns which ways
// of writing there are. A pure function of the text and of today; reads no clock and knows no practices.
#pragma once

#include <string>
#include <string_view>

namespace kindly {

/// Whole days, YYYY-MM-DD, both included. An empty one: open on that side.
struct Period {
    std::string first, last;
    bool operator==(const Period&) const = default;
};

struct PeriodRead {
    Period period;
    std::string problem; ///< why it cannot be read, one sentence without a full stop; empty where it can
};

/// `today`: the person's own day, YYYY-MM-DD. Weeks run from Monday to Sunday and are numbered as in ISO
/// 8601.
[[nodiscard]] PeriodRead read_period(std::string_view written, const std::string& today);

/// What can be written, in a sentence.
[[nodiscard]] std::string ways_to_write_a_period();

} // namespace kindly
