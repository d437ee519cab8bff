// SPDX-License-Identifier: MIT
// Putting an entry right: what may be changed, what would change, and the change itself, with what stood
// there before kept as history. Knows no command line; asks nobody.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// What the person wants to be said instead; what is not here stays.
struct Corrections {
    std::optional<Moment> started_at; ///< the end moves along
    std::string day;                  ///< of started_at
    std::optional<Milliseconds> practised;
    std::optional<SessionStart> exercise; ///< another one: of this, what tells about the exercise
    std::optional<std::string> status;    ///< completed, closed_early, stopped
    /// By column (distress_before ...): the rating, or none to take it back.
    std::map<std::string, std::optional<int>> ratings;
    std::map<std::int64_t, std::string> answers; ///< by position: new words
};

/// One column, as exported; an answer's is called answer.POSITION.
struct FieldChange {
    std::string field;
    std::optional<std::string> was, is; ///< none: a missing value
    std::optional<Moment> moment;       ///< of a time: what it is, to the millisecond
    bool was_sealed = false;            ///< there are words, but they cannot be read
};

/// What would change, what follows from it included (end, day, reason); empty: it says all this already. A
/// rating that came from an answer changes there too, so that both say the same.
/// Throws Failure (usage) for what the entry does not allow: how a practice ended that kindly itself saw,
/// which exercise it was, an answer that is not there or is no text.
[[nodiscard]] std::vector<FieldChange> changes(const Entry& entry, const std::vector<AnswerEntry>& answers,
                                               const Corrections& corrections);

/// One transaction: the changes, their history, one revision more. Throws Failure where the entry is no
/// longer the one that the changes were made for, or its practice goes on.
void amend(Journal& journal, const Entry& entry, const std::vector<FieldChange>& changes,
           const Corrections& corrections, Moment now);

} // namespace kindly
