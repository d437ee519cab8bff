// SPDX-License-Identifier: MIT
// A practice that was done elsewhere, written down afterwards. Knows no clock and no command line; what may
// be said at all (no future, a day that exists) is the caller's to see to.
#pragma once

#include "journal/journal.hpp"

#include <optional>
#include <string>

namespace kindly {

/// The id that a note stands under, as step and as question.
inline constexpr const char* note_question = "note";

struct DoneElsewhere {
    SessionStart about; ///< id, exercise, started_at, day; its source is always entered_later
    Milliseconds practised{};
    std::string status = "completed"; ///< completed, closed_early or stopped
    std::optional<int> distress_before, distress_after, kindness_before, kindness_after;
    std::string note;        ///< the person's own words; empty: none
    std::string note_prompt; ///< what they stand under when they are shown
    Moment recorded_at;
};

/// One transaction. The text named by about.digest must have been kept.
void add_done_elsewhere(Journal& journal, const DoneElsewhere& practice);

} // namespace kindly
