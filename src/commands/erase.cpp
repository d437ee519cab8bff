// SPDX-License-Identifier: MIT
// `kindly erase`: everything that kindly keeps about the person, listed and then removed.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/exported_files.hpp"
#include "commands/face.hpp"
#include "commands/kept_files.hpp"
#include "commands/prompt_answer.hpp"
#include "commands/reminder_places.hpp"
#include "journal/examination.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <set>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

using Kind = KeptFile::Kind;

void refuse_while_practising(const std::vector<KeptFile>& kept) {
    if (std::none_of(kept.begin(), kept.end(), [](const KeptFile& file) { return file.in_use; })) { return; }
    throw Failure(ExitCode::environment,
                  _("A practice is going on in another terminal, so nothing was removed"),
                  _("End it there first."));
}

/// --data-dir means that folder: the settings of whoever tries something out there stay, and what is kept
/// elsewhere about another log.
bool is_of_that_folder(const KeptFile& file, const Paths& paths, const fs::path& editing) {
    if (file.kind == Kind::prompt) { return is_about(file.path, paths.journal()); }
    if (file.kind == Kind::words) { return editing == paths.data; }
    return file.path.parent_path() != paths.config || paths.config == paths.data;
}

std::vector<KeptFile> to_be_removed(Context& context) {
    const Paths& paths = context.paths();
    const fs::path editing = private_folder(context);
    std::vector<KeptFile> kept = kept_files(paths, editing);
    if (context.global.data_dir) {
        std::erase_if(kept, [&](const KeptFile& file) { return !is_of_that_folder(file, paths, editing); });
    }
    return kept;
}

std::string what_is_in_the_log(const Paths& paths) {
    const Examination log = examine_log(paths.journal(), Looking::at_figures);
    if (log.state != Examination::State::whole) { return _("what is in it cannot be read"); }
    return plural("{} practice", "{} practices", log.practices + log.running) + ", " +
           plural("{} answer", "{} answers", log.answers);
}

const char* name_of(Kind kind) {
    switch (kind) {
    case Kind::log: return _("your practice log");
    case Kind::log_part: return _("part of the practice log");
    case Kind::lock: return _("left behind by a practice");
    case Kind::preferences: return _("what you set for yourself");
    case Kind::contacts: return _("people to reach");
    case Kind::config: return _("configuration");
    case Kind::exercises: return _("an exercise of your own");
    case Kind::exported: return _("where exports were written");
    case Kind::prompt: return _("what a prompt was told last");
    case Kind::words: return _("words that were in your editor");
    }
    return "";
}

std::string listed(const std::vector<KeptFile>& kept, const Paths& paths) {
    std::string text = std::string(_("kindly keeps:")) + "\n";
    for (const auto& file : kept) {
        if (file.is_folder) { continue; }
        text += filled("  {}  ({}, {}", file.path.string(), name_of(file.kind), size_in_words(file.bytes));
        if (file.kind == Kind::log) { text += ": " + what_is_in_the_log(paths); }
        text += ")\n";
    }
    return text;
}

std::string out_of_reach(Context& context) {
    std::string text;
    for (const auto& file : exported_files(context)) {
        std::error_code none;
        const bool is_there = fs::exists(fs::symlink_status(file, none));
        text += "  " + file.string() +
                (is_there ? std::string() : " " + std::string(_("(not there any more)"))) + "\n";
    }
    if (text.empty()) { return {}; }
    return std::string(_("You exported to these files. kindly does not remove them, nor copies of them:")) +
           "\n" + text;
}

/// What a removal leaves in a folder reaches the disk.
void sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) { return; }
    ::fsync(descriptor);
    ::close(descriptor);
}

/// What could not be removed, one line each.
std::vector<std::string> remove_all(const std::vector<KeptFile>& kept) {
    std::vector<std::string> problems;
    std::set<fs::path> folders;
    for (const auto& file : kept) {
        // Only what is empty by now goes: rmdir never takes a stranger's file along.
        const int result = file.is_folder ? ::rmdir(file.path.c_str()) : ::unlink(file.path.c_str());
        const int error = result == 0 ? 0 : errno;
        const bool stays_for_others = file.is_folder && (error == ENOTEMPTY || error == EEXIST);
        if (error != 0 && error != ENOENT && !stays_for_others) {
            problems.push_back(filled(_("{} cannot be removed: {}"), file.path.string(),
                                      std::generic_category().message(error)));
        }
        folders.insert(file.path.parent_path());
    }
    for (const auto& folder : folders) { sync_folder(folder); }
    return problems;
}

/// Everything below a folder but folders.
std::vector<fs::path> left_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
         !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code none;
        if (!fs::is_directory(at->symlink_status(none))) { files.push_back(at->path()); }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string strangers(const std::vector<fs::path>& folders) {
    std::string text;
    for (const auto& folder : folders) {
        for (const auto& file : left_in(folder)) { text += "  " + file.string() + "\n"; }
    }
    return text.empty() ? text
                        : std::string(_("These were left, because they are not kindly's:")) + "\n" + text;
}

/// With --data-dir it stays, as the settings do.
ReminderSet reminder_to_remove(Context& context) {
    if (context.global.data_dir) { return {}; }
    try {
        return find_reminder(context);
    } catch (const Failure&) { // nowhere to look
        return {};
    }
}

std::string listed(const ReminderSet& reminder) {
    std::string text;
    if (reminder.timer) { text += filled("  {}  ({})\n", reminder.timer->string(), _("a reminder")); }
    if (reminder.in_crontab) { text += filled("  {}  ({})\n", _("lines of your crontab"), _("a reminder")); }
    return text;
}

ExitCode erase(Context& context, bool yes) {
    const Paths paths = context.paths();
    const std::vector<KeptFile> kept = to_be_removed(context);
    const ReminderSet reminder = reminder_to_remove(context);
    const bool reminds = reminder.timer || reminder.in_crontab;
    const bool keeps =
        std::any_of(kept.begin(), kept.end(), [](const KeptFile& file) { return !file.is_folder; });
    if (!keeps && !reminds) {
        context.out.write(filled(_("kindly keeps nothing in {}.\n"), harmless(paths.data.string())));
        return ExitCode::done;
    }
    refuse_while_practising(kept);
    context.out.write(harmless(listed(kept, paths) + listed(reminder)));
    const std::string exported = harmless(out_of_reach(context));
    context.out.write(exported);
    context.out.flush();
    if (!yes && !somebody_is_there(context)) {
        throw Failure(ExitCode::usage, _("Nothing was removed: nobody is at the terminal to be asked"),
                      _("To remove all of this without being asked: kindly erase --yes"));
    }
    if (!yes && !ask_yes(context, _("Remove all of this for good? It cannot be brought back. [y/N]"))) {
        context.out.write(std::string(_("Nothing was removed.")) + "\n");
        return ExitCode::done;
    }
    // Somebody may have taken their time to answer.
    const std::vector<KeptFile> now = to_be_removed(context);
    refuse_while_practising(now);
    std::vector<std::string> problems = remove_all(now);
    try {
        if (reminds) { remove_reminder(context, reminder); }
    } catch (const Failure& failure) { problems.emplace_back(failure.what()); }
    std::vector<fs::path> folders{paths.data};
    if (!paths.passing.empty() && !context.global.data_dir) { folders.push_back(paths.passing); }
    if (!context.global.data_dir && paths.config != paths.data) { folders.push_back(paths.config); }
    for (const auto& folder : folders) { ::rmdir(folder.c_str()); } // only where nothing is left in it

    if (!problems.empty()) {
        context.out.flush();
        for (const auto& problem : problems) { context.err.write(harmless(problem) + "\n"); }
        throw Failure(ExitCode::environment, _("Not everything is gone"),
                      _("See what is in the way, and run \"kindly erase\" again for the rest."));
    }
    context.out.write(
        std::string("\n") +
        _("It is gone: the files are no longer there, for kindly and for anybody who looks into the "
          "folders.\nA disk can hold traces of removed files until it needs their room, and backups keep "
          "what they copied.") +
        "\n" + harmless(strangers(folders)));
    std::error_code none;
    if (context.global.data_dir && paths.config != paths.data && fs::exists(paths.config, none)) {
        context.out.write(
            filled(_("Settings in {} were left. \"kindly erase\" without --data-dir removes them too.\n"),
                   harmless(paths.config.string())));
    }
    return ExitCode::done;
}

} // namespace

void add_erase(const Command& app, Context& context) {
    auto yes = std::make_shared<bool>(false);
    const Command command = app.add_command("erase", _("remove everything that kindly keeps"),
                                            {"kindly erase", "kindly erase --yes"});
    command.add_flag("--yes", *yes, _("without being asked"));
    command.callback([&context, yes] { context.run = [&context, yes] { return erase(context, *yes); }; });
}

} // namespace kindly
