// SPDX-License-Identifier: MIT
// Where somebody stands in a programme that was begun: a pure function of the programme, what was practised
// since, and the day. In order, one day at a time: what was done or left out today keeps the next for
// tomorrow, and days that nobody came on are not counted. Knows no log, clock, or sentence.
#pragma once

#include "exercise/programme.hpp"
#include "homework/practised.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace kindly {

/// One time that an item is to be done: an item for several days, or several times, has more of them.
struct ProgrammeTurn {
    std::size_t item = 0; ///< in Programme::items
    int day = 1;          ///< of the programme
};

/// In the order of their days. Items with `times` are spread over their days, where there is least else.
[[nodiscard]] std::vector<ProgrammeTurn> turns_of(const Programme& programme);

/// Waits for nobody: may be left out, only looks back, or is locked until two people have agreed on it.
[[nodiscard]] bool can_be_passed(const ProgrammeItem& item);

/// How one item stands: how often it is to be done, and what became of that. The rest is open.
struct ItemPlace {
    int of = 0, done = 0, in_part = 0, left_out = 0;
    std::optional<DayNumber> next; ///< the next day on which it can be done, as things stand
};

struct ProgrammePlace {
    /// Items that can be done today, those that may be left out last. Locked ones are never among them.
    std::vector<std::size_t> today;
    /// Of `today`, if there is some: their day of the programme, and the first day that they could be done.
    /// What may be left out stays for the day on which the rest was done, where the person stands further on.
    int day_of_today = 0;
    DayNumber today_since = 0;
    /// Where nothing of it is for today: the items of the next day of the programme that has some.
    std::vector<std::size_t> next;
    DayNumber next_day =
        0;                 ///< of where the person stands: the first day that it can be done; 0 when finished
    int programme_day = 0; ///< where the person stands; 0 when finished
    bool finished = false; ///< nothing is left that waits for anybody
    std::vector<ItemPlace> items; ///< as in Programme::items; locked ones have nothing in them
    ItemPlace all;                ///< of those that wait for somebody, together
};

/// `practised` and `left_out` in any order; what is later than `today` is not looked at.
[[nodiscard]] ProgrammePlace place_in(const Programme& programme, DayNumber begun,
                                      std::vector<Practised> practised, const std::vector<LeftOut>& left_out,
                                      DayNumber today);

} // namespace kindly
