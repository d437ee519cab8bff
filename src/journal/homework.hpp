// SPDX-License-Identifier: MIT
// What the log keeps of homework: programmes begun and assignments agreed to, the exercises that came with
// them, and what the person noted on the way. Plain rows. Knows nothing of what is in the files, or of what
// is due.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct HomeworkExercise {
    std::string id, digest, bytes;
};

struct HomeworkRow {
    std::int64_t number = 0; ///< given by the log, in the order begun
    std::string id;          ///< what practices of it are recorded under
    std::string kind;        ///< "programme", "assignment"
    std::string title;
    std::string digest; ///< of the file's canonical form
    std::string file;   ///< its bytes
    Moment begun_at;
    std::string begun_day; ///< YYYY-MM-DD
    std::string agreed_by; ///< empty for programmes
    std::string share = "counts";
    std::optional<Moment> ended_at;
    /// When an earlier one by the same id ended: practices up to then belong to that one.
    std::optional<Moment> after;
    std::vector<HomeworkExercise> exercises;
};

struct HomeworkNote {
    std::int64_t position = 0; ///< from 1; given by the log
    std::string kind;          ///< "skipped", "instead", "obstacle", "agreed", "answer", "question"
    int item = 0;              ///< from 1, in the order of the file; 0: of the whole
    std::string day;           ///< YYYY-MM-DD
    std::string words;         ///< empty where there are none, or they are sealed
    bool sealed = false;       ///< there are words, and they were not opened
    Moment noted_at;
};

/// All that have not ended, or all; in the order begun.
enum class WhichHomework { going_on, all };
[[nodiscard]] std::vector<HomeworkRow> homework_of(const Journal& journal, WhichHomework which);
/// In the order noted.
[[nodiscard]] std::vector<HomeworkNote> notes_of(const Journal& journal, std::int64_t homework);

/// With its exercises; gives its number. Nothing, and nothing changed: one by this id is going on.
[[nodiscard]] std::optional<std::int64_t> begin_homework(Journal& journal, const HomeworkRow& row,
                                                         const std::vector<HomeworkNote>& notes = {});
void note_homework(Journal& journal, std::int64_t homework, const std::vector<HomeworkNote>& notes);
void end_homework(Journal& journal, std::int64_t homework, Moment now);

} // namespace kindly
