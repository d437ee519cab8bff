// SPDX-License-Identifier: MIT
// Practices that broke off, and taking one up again under its id (exercise format 1, section 18). Owns what
// is read for that and how it is set running again. Must not know what may be offered to a person, or how
// long ago is too long.
#pragma once

#include "journal/journal.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

/// Everything that the log holds about it.
struct Interrupted {
    Entry entry; ///< entry.last_section: where it can be taken up; empty if no section had begun
    /// Names and values as a person writes them. Nothing: sealed, and not to be read here.
    std::optional<std::vector<std::pair<std::string, std::string>>> settings;
    std::optional<Milliseconds> planned, budget;
    bool listening = false;
    std::vector<std::string> dropped;
    std::uint64_t seed = 0;
    std::vector<PickMade> picks;
    std::vector<std::string> fragments; ///< digests, sorted
    Figures figures;
    Milliseconds clock{};     ///< the session clock had come at least this far
    bool begun_again = false; ///< there is a later practice of the same exercise
    std::vector<AnswerEntry> answers;
    std::vector<StepRecord> steps;
    std::vector<SafetyRecord> safety;
    std::map<std::string, std::string> drafts; ///< by question

    [[nodiscard]] Moment left_at() const { return entry.ended_at.value_or(entry.started_at); }
};

/// The one that was left last, of this exercise (empty: of any but a quiet sit, which nobody goes on with in
/// the middle) and source; not one that is going on elsewhere.
[[nodiscard]] std::optional<Interrupted>
latest_interrupted(const Journal& journal, const std::string& exercise, PracticeSource source);

/// After settle_abandoned(): from here on it is running again, under its id and in the hands of this journal,
/// as a new revision. Throws Failure when another program has it, or has changed it meanwhile; nothing is
/// changed then.
void take_up(Journal& journal, const Interrupted& interrupted, Moment now);

/// The latest answer to each question; without those that were left out or cannot be read here.
[[nodiscard]] Answers latest_answers(const std::vector<AnswerEntry>& answers);

} // namespace kindly
