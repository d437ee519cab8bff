// SPDX-License-Identifier: MIT
// The whole log, one practice after another, however long it is: nothing is gathered, texts are views. One
// consistent picture from the first row to the last, although a practice may be recording meanwhile; of a
// damaged log, what can be read. Must not know: share levels, formats.
#pragma once

#include "base/moment.hpp"
#include "journal/filter.hpp"
#include "journal/journal.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace kindly {

/// The columns of the export contract. A missing text is empty.
struct PracticeRow {
    std::int64_t number = 0; ///< within this log
    std::string_view id, exercise, exercise_version, title, language;
    std::string_view components; ///< joined by ";"
    Moment started_at;
    std::optional<Moment> ended_at;
    std::string_view day, status, stop_reason;
    std::optional<std::int64_t> planned_seconds, practised_seconds, paused_seconds;
    std::optional<std::int64_t> distress_before, distress_after, kindness_before, kindness_after;
    std::string_view backdraft;
    std::optional<std::int64_t> groundings, skipped;
    std::string_view homework, source, participant;
    Moment recorded_at;
    std::optional<Moment> amended_at;
    std::string_view kindly_version;
    std::int64_t revision = 1;
    std::string_view shared_at; ///< it came from elsewhere at this level; empty: whole
    std::string_view settings;  ///< JSON, as used
    // Beyond the contract; only with Depth::everything.
    std::string_view settings_sealed;
    std::string_view intensity, digest, plan, last_section;
    std::optional<std::int64_t> planned_ms, practised_ms, paused_ms, seed;
    std::int64_t changed_at = 0; ///< milliseconds since 1970
    /// Which revision the ratings, and what is not in the contract, are of, where it is not the latest.
    std::optional<std::int64_t> ratings_revision, details_revision;
};

struct AnswerRow {
    std::int64_t position = 0;
    std::string_view step, kind, measure, prompt;
    std::optional<double> value_number;
    std::optional<std::string_view> value_text;
    bool skipped = false, is_private = false;
    bool words_deleted = false;
    bool withheld = false; ///< it was withheld where it came from
    std::string_view sealed,
        question_sealed; ///< not empty: the value, what was shown, that could not be opened
    Moment answered_at;
    // Beyond the contract; only with Depth::everything.
    std::string_view question, about;
    std::string_view options; ///< JSON, as shown
    std::optional<std::int64_t> lowest, highest;
    std::string_view lowest_label, highest_label;
    std::optional<std::int64_t> value_revision; ///< of the value, where it is not the latest
};

struct StepRow {
    std::string_view path, kind, how;
    std::int64_t began_ms = 0, ended_ms = 0;
};

struct SafetyRow {
    std::int64_t at_ms = 0;
    std::string_view reason, check_in;
    std::optional<std::int64_t> value;
    bool numb = false;
    std::optional<std::int64_t> offer_grounding_at, stop_at;
    std::string_view offered; ///< joined by ";"
    std::string_view chosen;
};

struct PickRow {
    std::string_view pick;
    std::int64_t variant = 0;
};

struct FragmentRow {
    std::string_view digest;
};

struct AmendmentRow {
    std::int64_t position = 0;
    std::int64_t revision = 0;
    Moment amended_at;
    std::string_view field;
    std::optional<std::string_view> was;
    std::string_view sealed;
    bool withheld = false; ///< `was` never came here
};

struct DraftRow {
    std::string_view question, words, sealed;
    Moment saved_at;
};

struct LetterRow {
    std::string_view question, ready_on;
    Moment set_aside_at;
    std::optional<Moment> opened_at;
};

struct DeletionRow {
    std::string_view id; ///< a practice's; of kept words, kept_mark()
    Moment deleted_at;
};

struct TextRow {
    std::string_view kind, digest, id, version, language, bytes;
};

struct KeptRow {
    std::string_view name, words, sealed;
    std::string_view session; ///< id; empty for none
    Moment kept_at;
};

/// What could not be read in a damaged log.
struct Damage {
    std::int64_t practices = 0;
    bool at_most = false;        ///< what was lost could not be told apart from what had been deleted
    bool unknown = false;        ///< nor how many there were
    std::int64_t answers_of = 0; ///< practices whose answers, or what else belongs to them, are not all here
    bool other = false;          ///< marks of deletions, exercises, kept words
    [[nodiscard]] bool any() const { return practices > 0 || unknown || answers_of > 0 || other; }
};

/// Every member may throw Failure (environment), but not for damage: what cannot be read is left out and
/// counted. Each next() gives the next row, or false after the last; what a row holds is valid until the same
/// next() is called again.
class LogStream {
public:
    /// `everything`: also what only a lossless copy needs.
    enum class Depth { contract, everything };
    LogStream(const Journal& journal, const Filter& filter, Depth depth);
    LogStream(const LogStream&) = delete;
    LogStream& operator=(const LogStream&) = delete;
    ~LogStream();

    /// Oldest first. A practice that is still running is not yet among them.
    [[nodiscard]] bool next(PracticeRow& row);

    // Of the practice that was given last.
    [[nodiscard]] bool next(AnswerRow& row);
    [[nodiscard]] bool next(StepRow& row);
    [[nodiscard]] bool next(SafetyRow& row);
    [[nodiscard]] bool next(PickRow& row);
    [[nodiscard]] bool next(FragmentRow& row);
    [[nodiscard]] bool next(AmendmentRow& row);
    [[nodiscard]] bool next(DraftRow& row);
    [[nodiscard]] bool next(LetterRow& row);
    /// Damage was met in what belongs to it.
    [[nodiscard]] bool incomplete() const;

    /// Since Filter::changed_since, oldest first; the other filters do not narrow them.
    [[nodiscard]] bool next(DeletionRow& row);
    /// The same of words that were kept: no other program has to do with them.
    [[nodiscard]] bool next_of_kept(DeletionRow& row);
    /// Those that the practices given so far name; only with Depth::everything.
    [[nodiscard]] bool next(TextRow& row);
    /// Since Filter::changed_since, by name.
    [[nodiscard]] bool next(KeptRow& row);

    /// Practices given so far.
    [[nodiscard]] std::int64_t given() const;
    [[nodiscard]] const Damage& damage() const;
    /// After the last row. Throws where the log could not be kept still while it was read, and was changed.
    void finish();

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kindly
