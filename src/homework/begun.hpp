// SPDX-License-Identifier: MIT
// Homework as it stands: what the log keeps of it, read, with what was practised since. Asks the log; knows
// no command and no sentence.
#pragma once

#include "exercise/programme.hpp"
#include "homework/practised.hpp"
#include "homework/programme_walk.hpp"
#include "journal/homework.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kindly {

struct BegunProgramme {
    HomeworkRow row;
    /// Null where the log's copy cannot be read (it was written by a newer kindly).
    std::shared_ptr<const Programme> programme;
    ProgrammePlace place;
};

/// What was practised for it, or for no homework at all, since it was begun; trials are left out.
[[nodiscard]] std::vector<Practised> practised_since(const std::vector<Entry>& entries,
                                                     const HomeworkRow& row);
/// In the order begun. `today`: local_day(now, day_starts).
[[nodiscard]] std::vector<BegunProgramme> begun_programmes(const Journal& journal, const std::string& today);
[[nodiscard]] BegunProgramme begun_programme(const Journal& journal, HomeworkRow row,
                                             const std::string& today);

} // namespace kindly
