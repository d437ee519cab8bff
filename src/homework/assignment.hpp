// SPDX-License-Identifier: MIT
// What an assignment is: exercises that two people agree on, how often and why, in one file that travels from
// one to the other. Plain values, as read by assignment_reader.hpp; parts point to where they were written,
// as long as Assignment::document lives. Knows no log and nothing of what is due.
#pragma once

#include "exercise/programme.hpp"
#include "homework/schedule.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// When and where, and what if something comes in between. Each may be empty.
struct AssignmentPlan {
    std::string cue, place, obstacle, then;
    bool operator==(const AssignmentPlan&) const = default;
    [[nodiscard]] bool empty() const { return *this == AssignmentPlan{}; }
};

struct AssignmentItem {
    const Written* written = nullptr;
    std::string exercise;
    std::string version; ///< empty in a plan
    std::string digest;  ///< canonical; empty in a plan
    std::vector<ProgrammeSetting> settings;
    HowOften often;
    std::optional<DayNumber> from, until;
    std::optional<int> minutes;
    AssignmentPlan plan;
    std::optional<int> confidence; ///< 0 to 100: that it will happen
    std::string easier;            ///< an easier exercise in its place; may be empty
    bool locked_until_agreed = false;
    std::string text; ///< what is said about it
};

struct EmbeddedExercise {
    const Written* written = nullptr;
    std::string id, digest, bytes;
};

struct Assignment {
    std::shared_ptr<const Document> document;
    std::string format, id, language, title;
    std::string made_on;        ///< YYYY-MM-DD
    std::string reply_to;       ///< id of the report that it answers; may be empty
    std::string from, for_whom; ///< names that the two use for each other
    std::string rationale;      ///< why, in the client's words
    std::string message;        ///< to the client; may be empty
    std::string share;          ///< asked for: "counts", "ratings", "words"
    std::vector<AssignmentItem> items;
    std::vector<std::string> questions; ///< for the end
    std::vector<EmbeddedExercise> exercises;
    std::string digest; ///< of all the rest, canonical; empty in a plan
};

/// The digest that an assignment should have: canonical form, without the key "digest".
[[nodiscard]] std::string digest_of_all(const Written& assignment);

/// Every exercise that may be practised for it, each once, sorted.
[[nodiscard]] std::vector<std::string> exercises_of(const Assignment& assignment);

/// "daily", "3 times a week", "every 2 days", "once", "in_order", "monday, thursday": as in the file.
[[nodiscard]] std::string word(const HowOften& often);
/// In the person's language, a part of a sentence: "every day", "3 times a week".
[[nodiscard]] std::string in_words(const HowOften& often);
/// The text forms; nothing for anything else. Named days: "monday" or "monday, thursday".
[[nodiscard]] std::optional<HowOften> read_how_often(const std::string& written);
/// "monday": 0; nothing for anything else.
[[nodiscard]] std::optional<int> read_weekday(const std::string& written);

} // namespace kindly
