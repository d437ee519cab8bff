// SPDX-License-Identifier: MIT
#include "commands/reminder_places.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/run_program.hpp"
#include "guide/quiet_program.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr const char* unit = "kindly-remind.timer";
constexpr std::size_t most_bytes = 1024 * 1024;

bool is_there(const Context& context, const char* program) {
    constexpr const char* usual_path = "/usr/local/bin:/usr/bin:/bin";
    return find_program(program, context.environment("PATH").value_or(usual_path)).has_value();
}

std::string first_line_of(const std::string& said) { return harmless(said.substr(0, said.find('\n'))); }

std::string why(const Ran& ran) {
    if (ran.error != 0) { return std::generic_category().message(ran.error); }
    const std::string said = first_line_of(ran.errors);
    return said.empty() ? filled(_("it ended with status {}"), ran.status) : said;
}

Ran systemctl(const std::vector<std::string>& words) {
    std::vector<std::string> command{"systemctl", "--user"};
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command);
}

bool has_systemd(const Context& context) {
    return is_there(context, "systemctl") && systemctl({"show", "--property=Version"}).well();
}

std::optional<std::string> text_of(const fs::path& file) {
    std::error_code error;
    if (fs::symlink_status(file, error).type() == fs::file_type::not_found) { return std::nullopt; }
    return read_file(file, most_bytes);
}

bool is_ours(const std::string& text) { return text.starts_with(reminder_mark()); }

void refuse_another_persons(const fs::path& file, const std::optional<std::string>& text) {
    if (!text || is_ours(*text)) { return; }
    throw Failure(ExitCode::environment,
                  filled(_("{} was not written by kindly, and was left as it is"), file.string()),
                  _("Give it another name first, or use --cron."));
}

std::string program_of(const Context& context) {
    std::string program = context.program.string();
    const bool odd = std::any_of(program.begin(), program.end(),
                                 [](unsigned char letter) { return letter < ' ' || letter == 0x7F; });
    if (program.empty() || odd) {
        throw Failure(ExitCode::environment,
                      _("It cannot be found out where this program is, so nothing could start it"));
    }
    return program;
}

/// As it was before, where something goes wrong in the middle.
class Restoring {
public:
    explicit Restoring(std::vector<fs::path> files) {
        std::error_code error;
        for (fs::path folder = files.front().parent_path();
             folder.has_relative_path() && !fs::exists(folder, error); folder = folder.parent_path()) {
            made_.push_back(folder);
        }
        for (auto& file : files) {
            auto text = text_of(file);
            before_.emplace_back(std::move(file), std::move(text));
        }
    }
    Restoring(const Restoring&) = delete;
    Restoring& operator=(const Restoring&) = delete;
    ~Restoring() { undo(); }
    void undo() {
        if (std::exchange(done_, true)) { return; }
        for (const auto& [file, text] : before_) {
            std::error_code ignored;
            if (!text) {
                fs::remove(file, ignored);
                continue;
            }
            try {
                write_private_file(file, *text);
            } catch (const Failure&) { // it is told already that something is wrong there
                continue;
            }
        }
        std::error_code ignored;
        for (const auto& folder : made_) {
            fs::remove(folder, ignored);
        } // the innermost first; none that is in use
    }
    void keep() { done_ = true; }

private:
    std::vector<std::pair<fs::path, std::optional<std::string>>> before_;
    std::vector<fs::path> made_; ///< folders that are not there yet
    bool done_ = false;
};

/// Standard error says the same in every language then.
Ran crontab(const std::vector<std::string>& words, std::string_view input = {}) {
    std::vector<std::string> command{"crontab"};
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command, input, {"LC_ALL=C"});
}

/// The person's table; empty where they have none. Throws Failure where it cannot be told: an unread table
/// must never be written over.
std::string present_crontab() {
    const Ran ran = crontab({"-l"});
    if (ran.well()) { return ran.output; }
    const bool none = ran.error == 0 && lowered_ascii(ran.errors).find("no crontab for") != std::string::npos;
    if (none) { return {}; }
    throw Failure(ExitCode::environment, filled(_("The crontab could not be read: {}"), why(ran)),
                  _("Nothing was changed."));
}

Crontab crontab_without_ours() {
    Crontab table = read_crontab(present_crontab());
    if (table.torn) {
        throw Failure(
            ExitCode::environment,
            _("One of the two lines around the reminder is missing in the crontab, so it was left as it is"),
            _("\"crontab -e\" opens it: both lines begin with \"# kindly remind\"."));
    }
    return table;
}

/// `advice`: what became of the rest, where it fails.
void write_crontab(const std::string& table, const std::string& advice) {
    // An empty table is taken away, so that nothing is left of it.
    const Ran ran = table.empty() ? crontab({"-r"}) : crontab({"-"}, table);
    if (ran.well()) { return; }
    throw Failure(ExitCode::environment, filled(_("The crontab could not be written: {}"), why(ran)), advice);
}

} // namespace

TimerFiles timer_files(Context& context) {
    if (!context.environment("HOME") && !context.environment("XDG_CONFIG_HOME")) {
        throw Failure(ExitCode::environment,
                      _("There is no home folder (HOME is not set), so no timer can be kept"),
                      _("Set HOME, or use --ics."));
    }
    const fs::path folder = context.paths().config.parent_path() / "systemd" / "user";
    return {folder / "kindly-remind.service", folder / unit};
}

void set_in_systemd(Context& context, const Reminder& reminder) {
    const std::string program = program_of(context);
    if (!has_systemd(context)) {
        throw Failure(ExitCode::environment,
                      _("There is no systemd session of yours here, so no timer was set"),
                      _("\"kindly remind ... --install --cron\" uses the crontab, and --ics any calendar."));
    }
    const TimerFiles files = timer_files(context);
    refuse_another_persons(files.service, text_of(files.service));
    refuse_another_persons(files.timer, text_of(files.timer));
    std::error_code error;
    const bool was_there = fs::exists(files.timer, error);
    Restoring before({files.service, files.timer});
    make_private_folder(files.timer.parent_path());
    write_private_file(files.service, systemd_service(program));
    write_private_file(files.timer, systemd_timer(reminder));
    for (const auto& words :
         {std::vector<std::string>{"daemon-reload"}, {"enable", unit}, {"restart", unit}}) {
        const Ran ran = systemctl(words);
        if (ran.well()) { continue; }
        if (!was_there) { (void)systemctl({"disable", unit}); } // lest it names what is not there any more
        before.undo();
        (void)systemctl({"daemon-reload"});
        throw Failure(ExitCode::environment, filled(_("systemctl could not set the timer: {}"), why(ran)),
                      _("The files are as they were before."));
    }
    before.keep();
}

void set_in_crontab(Context& context, const Reminder& reminder) {
    const std::string program = program_of(context);
    if (!is_there(context, "crontab")) {
        throw Failure(ExitCode::environment, _("There is no crontab on this machine"),
                      _("--ics makes a file for any calendar."));
    }
    write_crontab(crontab_without_ours().others + crontab_lines(reminder, program),
                  _("Nothing was changed."));
}

ReminderSet find_reminder(Context& context) {
    ReminderSet set;
    const TimerFiles files = timer_files(context);
    for (const fs::path& file : {files.service, files.timer}) {
        const auto text = text_of(file);
        if (!text || !is_ours(*text)) { continue; }
        set.timer = files.timer;
        if (file == files.timer) { set.reminder = read_systemd_timer(*text); }
    }
    if (is_there(context, "crontab")) {
        try {
            const Crontab table = read_crontab(present_crontab());
            set.in_crontab = table.ours || table.torn;
        } catch (const Failure&) { // whoever may not have a crontab has no reminder in it
            set.in_crontab = false;
        }
    }
    return set;
}

void remove_reminder(Context& context, const ReminderSet& set) {
    if (set.timer) {
        const TimerFiles files = timer_files(context);
        const bool systemd = has_systemd(context);
        if (systemd) {
            const Ran ran = systemctl({"disable", "--now", unit});
            if (!ran.well()) {
                throw Failure(ExitCode::environment,
                              filled(_("systemctl could not end the timer: {}"), why(ran)),
                              _("Nothing was changed."));
            }
        }
        // What enabling made, where systemctl did not see to it.
        const fs::path link = files.timer.parent_path() / "timers.target.wants" / unit;
        std::error_code error;
        if (fs::is_symlink(fs::symlink_status(link, error))) { fs::remove(link, error); }
        for (const fs::path& file : {files.timer, files.service}) {
            const auto text = text_of(file);
            if (!text || !is_ours(*text)) { continue; }
            if (!fs::remove(file, error) && error) {
                throw Failure(ExitCode::environment,
                              filled(_("{} could not be removed: {}"), file.string(), error.message()));
            }
        }
        if (systemd) { (void)systemctl({"daemon-reload"}); } // the files are gone: it learns that anyway
    }
    if (set.in_crontab) {
        // The timer may be gone by now.
        write_crontab(crontab_without_ours().others,
                      set.timer ? std::string() : std::string(_("Nothing was changed.")));
    }
}

bool can_notify(const Context& context) { return is_there(context, "notify-send"); }

} // namespace kindly
