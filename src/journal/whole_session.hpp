// SPDX-License-Identifier: MIT
// One practice with everything that the log keeps of it, as plain values that can be compared: what one log
// gives and another takes. Which of it is really known, and of which revision, is part of it. Knows no
// database and no file format.
#pragma once

#include "base/moment.hpp"
#include "exercise/plan.hpp"
#include "journal/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct WholeAnswer {
    std::int64_t position = 0;
    std::string step, kind, measure, prompt;
    bool skipped = false, is_private = false;
    Moment answered_at;
    // What was answered, and the revision of the practice that it belongs to. 0: never came here.
    std::optional<double> value_number;
    std::optional<std::string> value_text;
    std::int64_t value_revision = 0;
    // Instead of the value, and of prompt, options and labels, where words are sealed.
    std::string sealed, question_sealed;
    // Known where WholeSession::details_revision is not 0.
    std::string question, about, options; ///< options: JSON as stored
    std::optional<std::int64_t> lowest, highest;
    std::string lowest_label, highest_label;
    bool words_deleted = false;
    bool operator==(const WholeAnswer&) const = default;
};

/// What an entry said before it was amended.
struct Amendment {
    std::int64_t position = 0, revision = 0;
    Moment amended_at;
    std::string field;
    std::optional<std::string> was;
    std::string sealed;    ///< instead of `was`
    bool withheld = false; ///< `was` never came here
    bool operator==(const Amendment&) const = default;
};

/// What was typed at a question that was not answered.
struct KeptDraft {
    std::string question, words;
    std::string sealed; ///< instead of `words`
    Moment saved_at;
    bool operator==(const KeptDraft&) const = default;
};

/// Words of an answer that were set aside until a day.
struct KeptLetter {
    std::string question; ///< id
    std::string ready_on; ///< YYYY-MM-DD
    Moment set_aside_at;
    std::optional<Moment> opened_at;
    bool operator==(const KeptLetter&) const = default;
};

/// Figures that tell how somebody was.
struct RatedFigures {
    std::optional<std::int64_t> distress_before, distress_after, kindness_before, kindness_after, groundings;
    std::string backdraft;
    bool operator==(const RatedFigures&) const = default;
};

/// What the columns of the export do not name.
struct Details {
    std::string digest, intensity, plan, last_section;
    std::string settings, settings_sealed; ///< neither: they never came here
    std::optional<std::int64_t> seed;
    std::vector<std::string> fragments; ///< digests, sorted
    std::vector<PickMade> picks;        ///< sorted by id
    std::vector<StepRecord> steps;
    std::vector<SafetyRecord> safety;
    std::vector<Amendment> amendments;
    std::vector<KeptDraft> drafts;   ///< sorted by question
    std::vector<KeptLetter> letters; ///< sorted by question
    bool operator==(const Details&) const = default;
};

struct WholeSession {
    std::string id;
    std::int64_t revision = 1;
    std::string exercise, exercise_version, title, language, components;
    Moment started_at;
    std::optional<Moment> ended_at;
    std::string day, status, stop_reason;
    std::optional<std::int64_t> planned_ms, practised_ms, paused_ms, skipped;
    std::string homework, source, participant;
    Moment recorded_at;
    std::optional<Moment> amended_at;
    std::string kindly_version;
    std::vector<WholeAnswer> answers;

    // At most `revision`, and smaller where the latest revision came without them. 0: never came here.
    std::int64_t ratings_revision = 0;
    RatedFigures ratings;
    std::int64_t details_revision = 0;
    Details details; ///< with them come times to the millisecond

    bool operator==(const WholeSession&) const = default;
};

} // namespace kindly
