// SPDX-License-Identifier: MIT
// Which exercise is suggested today, and why: plain rules over plain values, the same for the same values.
// Never a strong exercise; never a word about days on which nobody came. Knows no log, no catalogue and no
// clock.
#pragma once

#include "base/day.hpp"
#include "base/duration.hpp"
#include "exercise/exercise.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

/// An exercise that is whole for this person, as it would be for them.
struct SuggestionChoice {
    std::string id;
    Intensity intensity = Intensity::gentle;
    Audience audience = Audience::everyone;
    Milliseconds shortest{}, usual{}; ///< guided
};

struct SuggestionPast {
    std::string exercise;
    Intensity intensity = Intensity::gentle;
    DayNumber day = 0;                     ///< the practice's own
    int hour = 12;                         ///< 0 to 23, where it happened
    bool done = false;                     ///< to its closing; else it was left earlier
    bool for_distress = false;             ///< left because of it, or for want of an answer
    std::optional<Milliseconds> practised; ///< none: entered later
    std::optional<int> distress_before, distress_after, kindness_before, kindness_after; ///< 0 to 10
};

struct SuggestionFacts {
    std::vector<SuggestionPast> past; ///< newest first; the latest few dozen are enough
    std::set<std::string> tried;      ///< every exercise that was ever practised
    DayNumber today = 0;
    int hour = 12;                      ///< now, 0 to 23
    bool log_was_read = true;           ///< false: there may be more than `past` tells
    std::optional<int> last_rating;     ///< the last check-in within a day; none: there was none, or it was
    bool numb = false;                  ///< numb
    std::optional<Milliseconds> wanted; ///< the time that the person has
};

/// The rule that led to it.
enum class SuggestionRule {
    first_time,
    unknown_past, ///< the log cannot be read
    hard,         ///< a high rating, or a practice left for distress, within a day
    numb,
    once_more, ///< there was a practice today
    night,
    easy,   ///< the last one was left early, or there is little to go by
    gentle, ///< the same, and it is not short
    after_strong,
    after_moderate, ///< two in a row
    lighter,        ///< the last time, distress was lower after it
    kinder,         ///< the last time, kindness to oneself was higher after it
    new_gentle,
    new_moderate,
    known,
};

struct Suggestion {
    std::string exercise;
    SuggestionRule rule = SuggestionRule::known;
    std::optional<int> minutes; ///< to fit it into; none: as it usually is
};

/// Nothing where no choice suits: then there is grounding.
[[nodiscard]] std::optional<Suggestion> suggest(const std::vector<SuggestionChoice>& choices,
                                                const SuggestionFacts& facts);

/// "first_time": for scripts.
[[nodiscard]] const char* word(SuggestionRule rule);
/// One or two whole sentences.
[[nodiscard]] std::string in_words(SuggestionRule rule);

} // namespace kindly
