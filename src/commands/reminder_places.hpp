// SPDX-License-Identifier: MIT
// Where a reminder can be set, and taken away again: a timer of the person's own systemd, or their crontab.
// Touches only what kindly wrote there, and leaves everything as it was where something fails. Knows no
// options.
#pragma once

#include "render/reminder.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace kindly {

class Context;

struct TimerFiles {
    std::filesystem::path service, timer;
};
/// Where systemd looks for what a person has set up. Throws Failure where there is no home.
[[nodiscard]] TimerFiles timer_files(Context& context);

/// Both throw Failure, and have changed nothing then.
void set_in_systemd(Context& context, const Reminder& reminder);
void set_in_crontab(Context& context, const Reminder& reminder);

struct ReminderSet {
    std::optional<std::filesystem::path> timer; ///< the file, where it is ours
    std::optional<Reminder> reminder;           ///< what it says, where nobody has changed it
    bool in_crontab = false;
};
[[nodiscard]] ReminderSet find_reminder(Context& context);

/// All of it. Throws Failure where something of it could not be taken away.
void remove_reminder(Context& context, const ReminderSet& set);

/// What notifications are shown with; false where there is none.
[[nodiscard]] bool can_notify(const Context& context);

} // namespace kindly
