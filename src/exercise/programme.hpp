// SPDX-License-Identifier: MIT
// What a programme is: exercises day by day, in order, without people. Plain values, as read from
// exercises/programmes/ID.json (programme_reader.hpp); each part points to where it was written, as long as
// Programme::document lives. Knows no catalogue, no calendar, and nothing of what is due.
#pragma once

#include "exercise/exercise.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// A value that an item gives to a setting of its exercise, as set_setting() takes it.
struct ProgrammeSetting {
    const Member* written = nullptr;
    std::string name;
    std::string value;
};

struct ProgrammeItem {
    const Written* written = nullptr;
    int day = 1;                           ///< the first one is 1
    std::optional<int> until;              ///< the last day; else it is on one day only
    std::optional<int> times;              ///< how often in these days; else on each of them
    std::string exercise;                  ///< empty where a day only looks back
    std::vector<std::string> alternatives; ///< "or": others to choose from, in place of `exercise`
    std::string substitute;                ///< a gentle one, for whoever would rather
    std::optional<int> minutes;
    std::vector<ProgrammeSetting> settings;
    bool optional = false;
    bool locked_until_agreed = false; ///< waits until two people have agreed on it
    std::string text;                 ///< what is said about it
    std::string review;               ///< what this day looks back on

    [[nodiscard]] int last_day() const { return until.value_or(day); }
    /// How often it is to be done, whichever of its days are chosen.
    [[nodiscard]] int practices() const { return times.value_or(last_day() - day + 1); }
    /// `exercise` and `alternatives`.
    [[nodiscard]] std::vector<std::string> choices() const;
};

struct ProgrammeWeek {
    const Written* written = nullptr;
    int week = 1; ///< the first one is 1: days 1 to 7
    std::string title;
    std::string text;
};

struct Programme {
    std::shared_ptr<const Document> document;
    std::string format, id, version, language, title;
    About about;
    std::vector<ProgrammeWeek> weeks;
    std::vector<ProgrammeItem> items; ///< in the order written

    /// The last one.
    [[nodiscard]] int days() const;
    [[nodiscard]] int week_count() const { return week_of(days()); }
    [[nodiscard]] static int week_of(int day);
    [[nodiscard]] const ProgrammeWeek* week(int number) const; ///< null where nothing is said about it
};

/// Every exercise that somebody may be given, each once, sorted. Whoever offers a programme in a language
/// needs all of them in it.
[[nodiscard]] std::vector<std::string> exercises_of(const Programme& programme);

} // namespace kindly
