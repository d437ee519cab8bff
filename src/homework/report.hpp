// SPDX-License-Identifier: MIT
// What a report is: what became of an assignment, at the level that the client grants. Plain values, with
// missing things missing. report_reader.hpp reads one, report_writer.hpp writes one. Knows no log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct ReportWeek {
    std::string week; ///< "2026-W47"
    int of = 0, done = 0;
};

struct ReportItem {
    std::string exercise, version, digest, title;
    std::string how_often; ///< as in the assignment
    int of = 0, done = 0, in_part = 0, left_out = 0;
    std::vector<ReportWeek> weeks;
    [[nodiscard]] int open() const { return of - done - in_part - left_out; }
};

struct ReportAnswer {
    std::string question, kind, measure;
    std::optional<double> number;
    std::string text; ///< of choices and yes or no
};

struct ReportWords {
    std::string name;     ///< by which it was chosen
    std::string question; ///< as it was shown
    std::string text;
};

struct ReportPractice {
    std::string exercise, version, digest;
    std::string day;        ///< YYYY-MM-DD
    std::string status;     ///< completed, closed_early, stopped, interrupted
    std::string instead_of; ///< the exercise in whose place it was; may be empty
    std::optional<std::int64_t> practised_seconds;
    bool entered_later = false;
    // From "ratings" on.
    std::string stop_reason; ///< "distress" or empty
    std::optional<int> distress_before, distress_after, kindness_before, kindness_after;
    std::string backdraft;
    std::optional<int> groundings;
    std::vector<ReportAnswer> answers;
    // At "words", what was chosen.
    std::vector<ReportWords> words;
};

struct ReportLeftOut {
    std::string exercise, day;
    std::string obstacle; ///< at "words", if it was chosen
};

struct Report {
    std::string format, id;
    std::string written_on, begun_on; ///< YYYY-MM-DD
    std::string kindly_version;
    std::string assignment, assignment_digest;
    std::string series; ///< the same in every report on one begun homework, and in no other; may be empty
    std::string language, title, from, for_whom;
    std::string share;                  ///< "counts", "ratings", "words"
    std::vector<ReportWords> questions; ///< for next time; at "words", if chosen
    std::vector<ReportWords> answers;   ///< to the questions for the end, likewise
    std::vector<ReportItem> items;
    std::vector<ReportPractice> practices; ///< oldest first
    std::vector<ReportLeftOut> left_out;
    int withheld_ratings = 0, withheld_words = 0; ///< values that are not in it
};

} // namespace kindly
