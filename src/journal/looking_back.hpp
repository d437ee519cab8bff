// SPDX-License-Identifier: MIT
// What earlier practices tell about the next one: the latest of them, ratings of the last day, what strong
// exercises ask for, how often an exercise has been met as it is. Each is quick however long the log is.
// Owns the questions; must not know what follows from the answers. Trials give nothing.
#pragma once

#include "journal/journal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// One practice, as far as it matters to later ones.
struct PastPractice {
    std::string exercise;
    std::optional<Intensity> intensity; ///< none: not known (it was entered later)
    Moment started_at;
    std::string day;         ///< YYYY-MM-DD
    std::string status;      ///< as in Entry
    std::string stop_reason; ///< likewise
    std::optional<Milliseconds> practised;
    std::optional<int> distress_before, distress_after, kindness_before, kindness_after;
    bool timed = false; ///< by this program; else entered later

    [[nodiscard]] bool done() const { return status == "completed" || status == "closed_early"; }
};

/// Newest first, at most `most`; without what is running or lies more than a day ahead of `now` (the clock
/// was wrong once).
[[nodiscard]] std::vector<PastPractice> latest_practices(const Journal& journal, Moment now,
                                                         std::size_t most);

/// Ratings of distress from a day before `now` on, of practices that are running too.
struct LatelyRated {
    std::optional<int> highest;  ///< check-ins, and the ratings before and after of what was entered later
    bool reached_a_stop = false; ///< one was at the stop_at in force, or above
    bool any_check_in = false;
    std::optional<int> last; ///< the last check-in; none: numb
};
[[nodiscard]] LatelyRated lately_rated(const Journal& journal, Moment now);

struct BeforeStrong {
    int times_learnt_to_close = 0; ///< limits::exercise_before_strong, done; counted up to 1
    int gentle_practices =
        0; ///< done, of other exercises; counted up to limits::gentle_practices_before_strong
    std::optional<std::string> latest_strong_day; ///< not more than a week before `today`, or a day after it
};
/// `today`: YYYY-MM-DD, the day that a practice beginning now counts to.
[[nodiscard]] BeforeStrong before_strong(const Journal& journal, const std::string& today);

/// Times at which an exercise with this digest was begun with somebody there, the latest first, at most
/// `most`.
[[nodiscard]] std::vector<Moment> times_met(const Journal& journal, const std::string& exercise,
                                            const std::string& digest, std::size_t most);

/// A practice goes on, or one of a crash has not been noticed: what comes of it is not written to the log
/// until somebody looks.
[[nodiscard]] bool any_running(const Journal& journal);

/// Whether a practice broke off at or after this moment (and not after `now`) that has not been taken up or
/// begun again. The question that a shell's prompt asks each time: one step through an index.
[[nodiscard]] bool left_since(const Journal& journal, Moment from, Moment now);

} // namespace kindly
