// SPDX-License-Identifier: MIT
// What a strong exercise asks for before it begins: one table for whoever offers one (today), begins one
// (practice) or sets one as homework. A pure function of plain values; knows no log, no clock and no
// exercise's file.
#pragma once

#include "base/day.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// What the log and a therapist's assignment tell about this person. Trials count nowhere.
struct ReadinessFacts {
    bool log_was_read = true; ///< false: nothing is known of what was done; the other facts are not looked at
    bool locked = false;      ///< a therapist has set it to wait for what the two agree
    int times_learnt_to_close = 0;          ///< limits::exercise_before_strong, done
    int gentle_practices = 0;               ///< done, besides that one
    std::optional<DayNumber> latest_strong; ///< the day of the latest strong practice, of any exercise
    DayNumber today = 0;
    // Check-ins and ratings of distress within a day before now.
    std::optional<int> highest_rating; ///< 0 to 10
    bool reached_a_stop = false;       ///< one was at the stop_at of the exercise that asked
    bool rated_last = false;           ///< there is a last one:
    std::optional<int> last_rating;    ///< none: numb
};

/// What is still to come; shown, and begun all the same by a typed yes.
enum class StillAsked { learn_to_close, gentle_practices, day_between, lower_rating, readable_log };

/// What a yes does not change.
enum class Refusal { none, high_rating, locked };

struct Readiness {
    Refusal refusal = Refusal::none;
    std::vector<StillAsked> unmet; ///< in the order of the enumeration
    [[nodiscard]] bool is_ready() const { return refusal == Refusal::none && unmet.empty(); }
};

/// `stop_at`: of the strong exercise that is meant.
[[nodiscard]] Readiness readiness(const ReadinessFacts& facts, int stop_at);

/// What follows "Before an exercise like this, it is usual to have:".
[[nodiscard]] std::string in_words(StillAsked asked);

/// Why `exercise` (its name) does not begin, as a Failure says it; not for Refusal::none.
[[nodiscard]] std::string in_words(Refusal refusal, const std::string& exercise);

} // namespace kindly
