// SPDX-License-Identifier: MIT
// What the practice log gives back: one practice and its answers, by the names of the export contract
// (kindly-log(5)). A missing value is missing, never 0. Plain values; knows no database.
#pragma once

#include "base/moment.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

struct Entry {
    std::string id, exercise, exercise_version, title, language;
    std::vector<std::string> components;
    Moment started_at;
    std::optional<Moment> ended_at;
    std::string day;         ///< YYYY-MM-DD
    std::string status;      ///< completed, closed_early, stopped, interrupted
    std::string stop_reason; ///< empty, person, distress, unanswered, signal, crash
    std::optional<std::int64_t> planned_seconds, practised_seconds, paused_seconds;
    std::optional<int> distress_before, distress_after, kindness_before, kindness_after;
    std::string backdraft; ///< empty, none, noticed, grounded
    std::optional<int> groundings, skipped;
    std::string homework; ///< empty for none
    std::string source;   ///< timed, entered_later, trial
    std::string participant;
    Moment recorded_at;
    std::optional<Moment> amended_at;
    std::string kindly_version;
    // Beyond the contract's columns.
    std::int64_t revision = 1;
    std::string digest;       ///< of the exercise; empty if unknown
    std::string last_section; ///< id of the section it had come to; empty if none had begun
};

struct AnswerEntry {
    std::int64_t position = 0; ///< from 1, in the order answered
    std::string step, question, kind, about, measure, prompt;
    std::vector<std::pair<std::string, std::string>> options; ///< id, text: as shown
    std::optional<int> lowest, highest;
    std::string lowest_label, highest_label;
    std::optional<double> value_number;
    std::optional<std::string> value_text; ///< ids of options joined by ";"; "yes", "no"; "numb"
    bool skipped = false;
    bool is_private = false;
    bool words_deleted = false; ///< the person had these words deleted
    // What is sealed and was not opened, for want of the passphrase (Journal::open_words) or because it is
    // broken.
    bool sealed = false;          ///< there is a value, and it is missing here
    bool question_sealed = false; ///< prompt, options and labels are missing here
    bool seal_broken = false;     ///< the passphrase is right, but what was sealed is damaged
    Moment answered_at;
};

/// Options as they stand in the log (JSON); none for what is no list of them.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> options_of(const std::string& stored);

struct KeptText {
    std::string kind, digest, id, version, language, bytes;
};

} // namespace kindly
