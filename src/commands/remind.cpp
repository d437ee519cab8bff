// SPDX-License-Identifier: MIT
// `kindly remind`: a reminder that other programs keep, so that nothing of ours has to run.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/output_file.hpp"
#include "commands/reminder_places.hpp"
#include "commands/run_program.hpp"
#include "commands/usage_errors.hpp"
#include "commands/usual_options.hpp"
#include "render/reminder.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unistd.h>

namespace kindly {

namespace {

struct RemindOptions {
    std::vector<std::string> times, days;
    bool cron = false, install = false, remove = false, ics = false, force = false, ring = false;
    std::string output;
};

/// All that anybody who looks over a shoulder is to see.
const char* discreet_words() { return _("A quiet minute?"); }

std::string check_time(const std::string& written) {
    if (read_time_of_day(written)) { return {}; }
    const std::string padded = "0" + written; // "8:00"
    if (read_time_of_day(padded)) {
        return filled(_("\"{}\" is not a time of day. Did you mean \"{}\"?"), quotable(written), padded);
    }
    return filled(_("\"{}\" is not a time of day such as 08:00 or 21:30"), quotable(written));
}

Reminder reminder_of(const RemindOptions& options) {
    constexpr std::array names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    Reminder reminder;
    for (const auto& written : options.times) { reminder.times.push_back(read_time_of_day(written).value()); }
    for (const auto& written : options.days) {
        const auto* const found = std::find(names.begin(), names.end(), written);
        reminder.days.push_back(static_cast<int>(found - names.begin()));
    }
    const auto each_once = [](auto& values) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    };
    each_once(reminder.times);
    each_once(reminder.days);
    if (reminder.days.size() == names.size()) { reminder.days.clear(); }
    return reminder;
}

void refuse_contradictions(const RemindOptions& options) {
    const bool when = !options.times.empty();
    const std::pair<bool, const char*> actions[] = {{options.install, "--install"},
                                                    {options.remove, "--remove"},
                                                    {options.ics, "--ics"},
                                                    {options.ring, "--ring"}};
    const char* first = nullptr;
    for (const auto& [given, name] : actions) {
        if (!given) { continue; }
        if (first != nullptr) {
            throw Failure(ExitCode::usage, filled(_("{} and {} do not go together"), first, name),
                          _("Use one after the other."));
        }
        first = name;
    }
    const bool makes_one = !options.remove && !options.ring;
    if (!makes_one && (when || !options.days.empty() || options.cron)) {
        throw Failure(ExitCode::usage, filled(_("{} stands alone"), first),
                      options.remove ? _("It takes away every reminder that kindly has set.")
                                     : _("It is what a timer runs."));
    }
    const bool for_times = options.install || options.ics || options.cron || !options.days.empty();
    if (makes_one && for_times && !when) {
        throw Failure(ExitCode::usage, _("A reminder needs a time of day"),
                      _("As in: kindly remind --at 08:00 --days mon,wed"));
    }
    if (options.cron && options.ics) {
        throw Failure(ExitCode::usage, _("--cron and --ics do not go together"),
                      _("Use one after the other."));
    }
    if (!options.ics && (!options.output.empty() || options.force)) {
        throw Failure(ExitCode::usage, _("--output and --force are for --ics"));
    }
}

std::string where_it_shows(const Context& context) {
    if (can_notify(context)) {
        return filled(_("It shows a notification that says \"{}\", and nothing else.\n"), discreet_words());
    }
    return _(
        "It would show a notification with notify-send, which is not here yet: until it is, nothing will "
        "be seen.\nMost systems have it in a package called libnotify-bin or libnotify.\n");
}

/// `kindly remind` alone.
ExitCode tell(Context& context) {
    const ReminderSet set = find_reminder(context);
    std::string text;
    if (set.reminder) {
        text += filled(_("A reminder is set {}.\n"), in_words(*set.reminder));
    } else if (set.timer) {
        text += filled(_("A reminder is set; {} says when.\n"), harmless(set.timer->string()));
    }
    if (set.in_crontab) { text += _("A reminder is set in your crontab; \"crontab -l\" says when.\n"); }
    if (text.empty()) {
        text = std::string(_("No reminder is set.")) + "\n" +
               _("To see what one would look like: kindly remind --at 08:00") + "\n";
    } else {
        text += std::string(_("To take it away: kindly remind --remove")) + "\n";
    }
    context.out.write(text);
    return ExitCode::done;
}

/// What would be set, and where; nothing is changed.
ExitCode show(Context& context, const Reminder& reminder, bool cron) {
    const std::string program = context.program.string();
    std::string text;
    if (cron) {
        text = crontab_lines(reminder, program);
    } else {
        const TimerFiles files = timer_files(context);
        text = filled("# {}\n{}\n# {}\n{}", files.service.string(), systemd_service(program),
                      files.timer.string(), systemd_timer(reminder));
    }
    context.out.write(text);
    context.out.flush();
    context.err.write(filled(_("This would remind you {}. Nothing was changed.\n"), in_words(reminder)) +
                      (cron ? _("With --install as well, these lines go into your crontab.\n")
                            : _("With --install, these two files are written and the timer is begun; --cron "
                                "shows a crontab line "
                                "instead.\n")) +
                      where_it_shows(context));
    return ExitCode::done;
}

ExitCode install(Context& context, const Reminder& reminder, bool cron) {
    const ReminderSet before = find_reminder(context); // while nothing is done yet, should it not be told
    if (cron) {
        set_in_crontab(context, reminder);
    } else {
        set_in_systemd(context, reminder);
    }
    std::string text = filled(_("A reminder is set {}.\n"), in_words(reminder)) + where_it_shows(context);
    if (cron ? before.timer.has_value() : before.in_crontab) {
        text += _("There is one in your crontab and one in systemd now.\n");
    } else if (cron) {
        text += _("It is kept in your crontab.\n");
    } else {
        text += filled(_("It is kept in {}.\n"), harmless(timer_files(context).timer.string()));
    }
    context.out.write(text + _("To take it away: kindly remind --remove") + "\n");
    return ExitCode::done;
}

ExitCode remove(Context& context) {
    const ReminderSet set = find_reminder(context);
    const bool any = set.timer || set.in_crontab;
    remove_reminder(context, set);
    context.out.write(any ? _("The reminder is gone, and nothing of it is left.\n")
                          : _("There was no reminder to take away.\n"));
    return ExitCode::done;
}

ExitCode write_calendar(Context& context, const Reminder& reminder, const RemindOptions& options) {
    const Moment now = context.clock->wall();
    std::vector<std::string> ids;
    for (std::size_t time = 0; time < reminder.times.size(); ++time) {
        ids.push_back(make_uuid7(now.unix_ms));
    }
    const std::string file = calendar_file(reminder, discreet_words(), now, ids);
    if (options.output.empty() || means_standard_output(options.output)) {
        context.out.write(file);
        return ExitCode::done;
    }
    OutputFile target(file_to_write(options.output, options.force), options.force);
    target.output().write(file);
    target.finish();
    context.err.write(filled(_("A calendar can take in {} now.\n"), harmless(options.output)));
    return ExitCode::done;
}

/// What the timer runs. A crontab knows nothing of the desktop; where its door is is usual everywhere.
ExitCode ring(Context& context) {
    std::vector<std::string> variables;
    if (!context.environment("DBUS_SESSION_BUS_ADDRESS")) {
        const std::string folder =
            context.environment("XDG_RUNTIME_DIR").value_or("/run/user/" + std::to_string(::getuid()));
        variables.push_back("DBUS_SESSION_BUS_ADDRESS=unix:path=" + folder + "/bus");
    }
    const Ran ran = run_program({"notify-send", "--urgency=low", discreet_words()}, {}, variables);
    if (ran.well()) { return ExitCode::done; }
    throw Failure(ExitCode::environment,
                  _("The reminder could not be shown: notify-send is missing, or failed"),
                  _("\"kindly remind\" says what is set."));
}

ExitCode remind(Context& context, const RemindOptions& options) {
    refuse_contradictions(options);
    if (options.ring) { return ring(context); }
    if (options.remove) { return remove(context); }
    if (options.times.empty()) { return tell(context); }
    const Reminder reminder = reminder_of(options);
    if (options.ics) { return write_calendar(context, reminder, options); }
    return options.install ? install(context, reminder, options.cron) : show(context, reminder, options.cron);
}

} // namespace

void add_remind(const Command& app, Context& context) {
    auto options = std::make_shared<RemindOptions>();
    const Command command =
        app.add_command("remind", _("a discreet reminder, kept by the system or a calendar"),
                        {"kindly remind --at 08:00", "kindly remind --at 08:00 --days mon,wed --install",
                         "kindly remind --at 21:30 --ics --output quiet.ics", "kindly remind --remove"});
    command.add_option("--at", options->times, _("a time of day; may be repeated"))
        .type_name("TIME")
        .one_each_time()
        .check(check_time);
    add_choices(command, "--days", options->days, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"},
                _("only on these days"));
    command.add_flag("--cron", options->cron, _("a crontab line in place of a systemd timer"));
    command.add_flag("--install", options->install, _("set it, rather than show it"));
    command.add_flag("--remove", options->remove, _("take away what was set"));
    command.add_flag("--ics", options->ics, _("an entry for any calendar"));
    command.add_option("--output,-o", options->output, _("write the entry into this file")).type_name("FILE");
    command.add_flag("--force", options->force, _("replace that file"));
    command.add_flag("--ring", options->ring, _("remind now; this is what a timer runs"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return remind(context, *options); }; });
}

} // namespace kindly
