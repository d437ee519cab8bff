// SPDX-License-Identifier: MIT
// A reminder as the programs that keep time want it: a systemd timer, lines of a crontab, a calendar. From
// plain values; says nothing about what it reminds of. Knows no files and runs no programs.
#pragma once

#include "base/moment.hpp"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct TimeOfDay {
    int hour = 0;                                       ///< 0 to 23
    int minute = 0;                                     ///< 0 to 59
    auto operator<=>(const TimeOfDay&) const = default; // NOLINT(modernize-use-nullptr): misread
};

/// "08:00": two digits each, nothing else.
[[nodiscard]] std::optional<TimeOfDay> read_time_of_day(std::string_view written);
[[nodiscard]] std::string written_time(TimeOfDay time);

struct Reminder {
    std::vector<TimeOfDay> times; ///< at least one; sorted, each once
    std::vector<int> days;        ///< 0 is Monday; sorted, each once; empty: every day
};

/// "every day at 08:00", "on Monday and Tuesday at 08:00 and 21:30".
[[nodiscard]] std::string in_words(const Reminder& reminder);

/// The line that everything written for systemd begins with, so that only that is ever taken away.
[[nodiscard]] const std::string& reminder_mark();
/// `program`: an absolute path, in which nothing is special to systemd afterwards.
[[nodiscard]] std::string systemd_service(const std::string& program);
[[nodiscard]] std::string systemd_timer(const Reminder& reminder);
/// As systemd_timer() wrote it; nothing where it has been changed since.
[[nodiscard]] std::optional<Reminder> read_systemd_timer(const std::string& timer);

/// With a line before and one behind that tell whose they are.
[[nodiscard]] std::string crontab_lines(const Reminder& reminder, const std::string& program);
struct Crontab {
    std::string others; ///< without our lines
    bool ours = false;  ///< there were some
    bool torn = false;  ///< one of the two lines around them is missing: nothing can be told from it
};
[[nodiscard]] Crontab read_crontab(const std::string& table);

/// RFC 5545: one entry for each time, in whatever time zone the calendar is looked at. `ids`: one for each
/// time, unique in the world.
[[nodiscard]] std::string calendar_file(const Reminder& reminder, const std::string& summary, Moment now,
                                        const std::vector<std::string>& ids);

} // namespace kindly
