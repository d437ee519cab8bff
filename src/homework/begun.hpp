// SPDX-License-Identifier: MIT
// Homework as it stands: what the log keeps of it, read, with what was practised since. Asks the log; knows
// no command and no sentence.
#pragma once

#include "exercise/programme.hpp"
#include "homework/assignment.hpp"
#include "homework/practised.hpp"
#include "homework/programme_walk.hpp"
#include "homework/schedule.hpp"
#include "journal/homework.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// What the client made of an item when agreeing.
struct AgreedItem {
    AssignmentPlan plan;
    std::optional<int> confidence;
    bool sealed = false; ///< it is sealed, and was not opened
};

struct Begun {
    HomeworkRow row;
    std::vector<HomeworkNote> notes;
    /// One of the two; neither where the log's copy cannot be read (it was written by a newer kindly).
    std::shared_ptr<const Programme> programme;
    std::shared_ptr<const Assignment> assignment;
    ProgrammePlace place;            ///< of a programme
    std::vector<Standing> standings; ///< of an assignment's items
    std::vector<AgreedItem> agreed;  ///< for each of them

    [[nodiscard]] bool readable() const { return programme != nullptr || assignment != nullptr; }
    /// Every exercise that may be practised for it, sorted.
    [[nodiscard]] std::vector<std::string> exercises() const;
};

/// Numbers, from 1, of an assignment's questions for the end that have no answer yet.
[[nodiscard]] std::vector<int> unanswered_questions(const Begun& begun);

/// What was practised for it, or for no homework at all, since it was begun; trials are left out, and
/// what was left on its first page.
[[nodiscard]] std::vector<Entry> entries_since(const Journal& journal, const HomeworkRow& row);
/// One of these, if its day can be read.
[[nodiscard]] std::optional<Practised> practised(const Entry& entry);

/// To which item of an assignment each practice belongs (from 0), or none: the one that has this exercise, or
/// has it as the easier one and nothing else on that day. `instead`: an item that the person said it stands
/// for.
[[nodiscard]] std::vector<std::optional<std::size_t>> items_of(const Assignment& assignment,
                                                               const std::vector<HomeworkNote>& notes,
                                                               const std::vector<Entry>& entries);

/// How the items stood on a day; begun.standings is that of today. Locked ones are not due.
[[nodiscard]] std::vector<Standing> standings_of(const Begun& begun, const std::vector<Entry>& entries,
                                                 const std::vector<std::optional<std::size_t>>& items,
                                                 DayNumber day);

/// In the order begun. `today`: local_day(now, day_starts).
[[nodiscard]] std::vector<Begun> begun_homework(const Journal& journal, const std::string& today);
[[nodiscard]] Begun stand_of(const Journal& journal, HomeworkRow row, const std::string& today);

/// As AgreedItem is kept, in a note of the kind "agreed".
[[nodiscard]] std::string agreed_text(const AgreedItem& agreed);

} // namespace kindly
