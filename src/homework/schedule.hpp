// SPDX-License-Identifier: MIT
// When the items of an assignment are due: pure functions of how often, from when to when, what was done on
// which day, and today. Days are the practice's own (a night before 04:00 counts to the day before), so that
// clocks that change and journeys between time zones make no difference here. Weeks run from Monday to
// Sunday. Knows no log, no clock and no sentence.
#pragma once

#include "base/day.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace kindly {

struct HowOften {
    enum class Kind {
        daily,
        times_a_week, ///< `count` of them, on whichever days
        weekdays,     ///< on `days`: 0 is Monday
        every_days,   ///< every `count` days, counted from the first
        once,
        in_order ///< once, when all such items before it in the file have had their turn; one a day
    };
    Kind kind = Kind::daily;
    int count = 1;
    std::set<int> days;
    bool operator==(const HowOften&) const = default;
};

struct Schedule {
    HowOften often;
    DayNumber first = 0;           ///< the later one of "from" and the day on which it was agreed to
    std::optional<DayNumber> last; ///< "until"
    bool locked = false;           ///< until it is agreed on: it has no turns, and none waits for it
};

/// What became of an item on a day. `item` counts from 0.
struct DoneOn {
    std::size_t item = 0;
    DayNumber day = 0;
    enum class What { whole, part, left_out } what = What::whole;
};

/// How an item stands. What is neither done, nor in part, nor left out is open.
struct Standing {
    int of = 0; ///< turns that have come, today's too
    int done = 0, in_part = 0, left_out = 0;
    /// All turns that there will be, where there is a last day.
    std::optional<int> in_all;
    bool due = false;              ///< today; never twice at once
    std::optional<DayNumber> next; ///< today if it is due; else the next day on which it is
    [[nodiscard]] int open() const { return of - done - in_part - left_out; }
};

/// For each schedule, as of `today`. `happened`: in any order; what lies outside its days does not count.
/// A turn stays due until the next one takes its place. One that was done in part has had its turn. On
/// whichever days of a week: a day left out leaves the turn for another day of that week.
[[nodiscard]] std::vector<Standing> standings(const std::vector<Schedule>& schedules,
                                              std::vector<DoneOn> happened, DayNumber today);

} // namespace kindly
