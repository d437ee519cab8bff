// SPDX-License-Identifier: MIT
// What the practices of a filter add up to: numbers, time, weeks, exercises, ratings before and after. Trials
// and practices still going never count. Gives figures, no verdicts; knows no database in its header and not
// how anything is shown.
#pragma once

#include "base/day.hpp"
#include "journal/filter.hpp"
#include "journal/paired.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace kindly {

class Journal;

/// How many practices, and how long they took.
struct Amount {
    std::int64_t practices = 0;
    std::int64_t seconds = 0;      ///< the sum of practised_seconds as exported
    std::int64_t without_time = 0; ///< practices whose length is not known
};

/// By the standard measures only (distress_0_10, kindness_0_10), so that they may be put together.
struct RatingPairs {
    Pairs distress, kindness;
};

struct WeekFigures {
    Amount amount;
    RatingPairs ratings;
};

/// What one exercise asks may change from one major version to the next: they are not put together.
struct VersionFigures {
    std::int64_t practices = 0;
    RatingPairs ratings;
};

struct ExerciseFigures {
    std::string title, language; ///< of the latest practice
    Amount amount;
    DayNumber last_day = 0;
    std::map<std::string, VersionFigures, std::less<>>
        versions; ///< by major version: "1"; empty if none is known
};

struct Statistics {
    Amount all;
    std::int64_t entered_later = 0;
    std::map<std::string, std::int64_t, std::less<>> by_status; ///< words of the contract
    std::int64_t stopped_for_distress = 0;                      ///< stopped or closed early
    std::int64_t backdraft_asked = 0;    ///< practices in which a backdraft check-in was answered
    std::int64_t backdraft_noticed = 0;  ///< of these; met with grounding or not
    std::int64_t backdraft_grounded = 0; ///< of the noticed ones
    std::int64_t groundings = 0;
    RatingPairs ratings;
    std::map<DayNumber, Amount> by_day;       ///< days with practice
    std::map<DayNumber, WeekFigures> by_week; ///< by their Monday; weeks with practice
    std::map<std::string, ExerciseFigures> by_exercise;
};

/// One look at the log: all figures are of the same moment. Memory grows with days and exercises, not with
/// practices. May throw Failure as Journal does. `filter.trials` is not heeded.
[[nodiscard]] Statistics statistics(const Journal& journal, Filter filter);

} // namespace kindly
