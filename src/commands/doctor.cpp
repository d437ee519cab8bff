// SPDX-License-Identifier: MIT
// `kindly doctor`: where things are, what the terminal can do, and whether the practice log is whole.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/doctor_terminal.hpp"
#include "commands/face.hpp"
#include "commands/json_output.hpp"
#include "commands/kept_files.hpp"
#include "journal/examination.hpp"
#include "person/contacts.hpp"
#include "person/preferences.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace fs = std::filesystem;

namespace {

using State = Examination::State;
using Json = nlohmann::ordered_json;

/// Everything that was found out.
struct Checkup {
    Paths paths;
    fs::path config;
    std::vector<fs::path> exercise_folders;
    TerminalCheckup terminal;
    Examination log;
    std::vector<KeptFile> kept;
    std::optional<std::uintmax_t> free_bytes;
    std::vector<std::string> damage;  ///< what needs care: exit status 1
    std::vector<std::string> remarks; ///< what is good to know
};

constexpr std::uintmax_t little_space = 100U << 20U;

/// On the disk of the data folder; nothing where that cannot be told.
std::optional<std::uintmax_t> free_space(fs::path folder) {
    std::error_code error;
    while (!fs::exists(folder, error) && folder.has_relative_path()) { folder = folder.parent_path(); }
    const fs::space_info space = fs::space(folder, error);
    return error ? std::nullopt : std::optional(space.available);
}

void look_at_files_of_the_person(Context& context, const Paths& paths, std::vector<std::string>& damage) {
    if (!context.config_problem.empty()) { damage.push_back(context.config_problem); }
    try {
        const Diagnostics found = load_preferences(paths.me()).diagnostics;
        if (has_errors(found)) { damage.push_back(first_line(found.front())); }
    } catch (const Failure& failure) { damage.emplace_back(failure.what()); }
    if (const auto contacts = load_contacts(paths.contacts()); !contacts.problem.empty()) {
        damage.push_back(contacts.problem);
    }
    for (const auto& file : find_clinic_files(context.environment)) {
        if (const auto clinic = load_contacts(file); !clinic.problem.empty()) {
            damage.push_back(clinic.problem);
        }
    }
}

/// What others on this machine could read.
void look_at_permissions(const std::vector<KeptFile>& kept, const Paths& paths,
                         std::vector<std::string>& remarks) {
    const auto look = [&](const fs::path& path, unsigned wanted) {
        const auto mode = mode_of(path);
        if (!mode || (*mode & ~wanted) == 0) { return; }
        remarks.push_back(
            filled(_("{} may be used by others on this machine (its mode is {:04o}). To change that: "
                     "chmod {:03o} {}"),
                   path.string(), *mode, wanted, for_a_shell(path.string())));
    };
    constexpr unsigned for_folders = 0700;
    constexpr unsigned for_files = 0600;
    look(paths.data, for_folders);
    if (paths.config != paths.data) { look(paths.config, for_folders); }
    for (const auto& file : kept) { look(file.path, file.is_folder ? for_folders : for_files); }
}

void judge_log(const Checkup& checkup, std::vector<std::string>& damage) {
    const Examination& log = checkup.log;
    if (log.state == State::unreadable) {
        damage.push_back(log.problems.front());
    } else if (log.state == State::damaged && log.practices + log.running == 0) {
        damage.push_back(filled(_("The practice log {} is damaged, or is not a practice log, and nothing of "
                                  "it can be read. Keep a copy of it, "
                                  "and put a backup in its place if there is one."),
                                checkup.paths.journal().string()));
    } else if (log.state == State::damaged) {
        damage.push_back(filled(_("The practice log {} is damaged. {} and {} can still be read. Keep a "
                                  "copy of the file before anything "
                                  "else; \"kindly export\" takes out what can be read."),
                                checkup.paths.journal().string(),
                                plural("{} practice", "{} practices", log.practices + log.running),
                                plural("{} answer", "{} answers", log.answers)));
    }
}

Checkup examine(Context& context) {
    Checkup checkup;
    checkup.paths = context.paths();
    checkup.config = checkup.paths.settings();
    if (context.global.config) { checkup.config = *context.global.config; }
    checkup.exercise_folders = context.catalogue().folders();
    checkup.terminal = look_at_terminal(context);
    checkup.log = examine_log(checkup.paths.journal());
    checkup.kept = kept_files(checkup.paths, private_folder(context));
    checkup.free_bytes = free_space(checkup.paths.data);

    look_at_files_of_the_person(context, checkup.paths, checkup.damage);
    judge_log(checkup, checkup.damage);
    checkup.remarks = remarks_on(checkup.terminal);
    look_at_permissions(checkup.kept, checkup.paths, checkup.remarks);
    const auto abandoned = std::count_if(checkup.kept.begin(), checkup.kept.end(), [](const KeptFile& file) {
        return file.kind == KeptFile::Kind::lock && !file.in_use;
    });
    if (abandoned > 0) {
        checkup.remarks.push_back(plural(
            "{} lock file was left behind by a practice that ended without warning; it is in nobody's way.",
            "{} lock files were left behind by practices that ended without warning; they are in nobody's "
            "way.",
            abandoned));
    }
    if (checkup.free_bytes && *checkup.free_bytes < std::max(little_space, 2 * size_of_log(checkup.kept))) {
        checkup.remarks.push_back(
            filled(_("There is little room left on the disk: {}."), size_in_words(*checkup.free_bytes)));
    }
    return checkup;
}

const char* word(State state) {
    switch (state) {
    case State::missing: return "missing";
    case State::whole: return "whole";
    case State::damaged: return "damaged";
    case State::unreadable: return "unreadable";
    }
    return "";
}

Json place_as_json(const fs::path& path) {
    std::error_code none;
    const auto mode = mode_of(path);
    return {{"path", path.string()},
            {"exists", fs::exists(path, none)},
            {"mode", mode ? Json(fmt::format("{:04o}", *mode)) : Json()}};
}

Json as_json(const Checkup& checkup) {
    Json folders = Json::array();
    for (const auto& folder : checkup.exercise_folders) { folders.push_back(place_as_json(folder)); }
    Json files = Json::array();
    for (const auto& file : checkup.kept) {
        if (file.is_folder) { continue; }
        Json one = place_as_json(file.path);
        one["bytes"] = file.bytes;
        if (file.kind == KeptFile::Kind::lock) { one["in_use"] = file.in_use; }
        files.push_back(std::move(one));
    }
    const Examination& log = checkup.log;
    Json about_log = place_as_json(checkup.paths.journal());
    about_log["state"] = word(log.state);
    about_log["bytes"] = size_of_log(checkup.kept);
    about_log["schema"] = log.schema > 0 ? Json(log.schema) : Json();
    about_log["practices"] = log.practices;
    about_log["not_ended"] = log.running;
    about_log["answers"] = log.answers;
    about_log["problems"] = log.problems;
    Json shape{{"kindly", KINDLY_VERSION},
               {"sqlite", sqlite_version()},
               {"newest_schema", newest_schema()},
               {"data", place_as_json(checkup.paths.data)},
               {"config", place_as_json(checkup.config)},
               {"exercises", std::move(folders)},
               {"log", std::move(about_log)},
               {"files", std::move(files)},
               {"free_bytes", checkup.free_bytes ? Json(*checkup.free_bytes) : Json()}};
    add_to_json(shape, checkup.terminal);
    shape["remarks"] = checkup.remarks;
    shape["damage"] = checkup.damage;
    return shape;
}

std::string there_or_not(const fs::path& path) {
    std::error_code none;
    return fs::exists(path, none) ? path.string() : filled(_("{} (not there)"), path.string());
}

std::string log_in_words(const Checkup& checkup) {
    const Examination& log = checkup.log;
    if (log.state == State::missing) { return _("nothing is in it yet"); }
    std::string words = size_in_words(size_of_log(checkup.kept));
    if (log.schema > 0) { words += filled(_(", version {}"), log.schema); }
    if (log.state != State::whole) { return words; }
    words += ", " + plural("{} practice", "{} practices", log.practices) + ", " +
             plural("{} answer", "{} answers", log.answers);
    if (log.running > 0) { words += ", " + plural("{} not ended", "{} not ended", log.running); }
    return words + ". " + _("It is whole.");
}

ExitCode doctor(Context& context, bool json) {
    const Checkup checkup = examine(context);
    const ExitCode code = checkup.damage.empty() ? ExitCode::done : ExitCode::environment;
    if (json) {
        write_json(context.out, as_json(checkup));
        return code;
    }
    std::string text = filled(_("kindly {}, SQLite {}, newest version of the practice log {}\n"),
                              KINDLY_VERSION, sqlite_version(), newest_schema());
    text += filled(_("Data: {}\n"), there_or_not(checkup.paths.data));
    text += filled(_("Configuration: {}\n"), there_or_not(checkup.config));
    for (const auto& folder : checkup.exercise_folders) {
        text += filled(_("Exercises: {}\n"), there_or_not(folder));
    }
    text += in_words(checkup.terminal);
    text += filled(_("Practice log: {}\n"), there_or_not(checkup.paths.journal()));
    text += filled(_("  {}\n"), log_in_words(checkup));
    if (!checkup.remarks.empty()) { text += filled("\n{}\n", _("Worth knowing:")); }
    for (const auto& remark : checkup.remarks) { text += "  " + remark + "\n"; }
    if (!checkup.damage.empty()) { text += filled("\n{}\n", _("In need of care:")); }
    for (const auto& damage : checkup.damage) { text += "  " + damage + "\n"; }
    if (checkup.log.state == State::damaged) {
        text += filled("\n{}\n", _("What SQLite says of the damage:"));
        for (const auto& problem : checkup.log.problems) { text += "  " + problem + "\n"; }
    }
    context.out.write(harmless(text));
    return code;
}

} // namespace

void add_doctor(const Command& app, Context& context) {
    auto json = std::make_shared<bool>(false);
    const Command command =
        app.add_command("doctor", _("where things are, what works, whether the log is whole"),
                        {"kindly doctor", "kindly doctor --json"});
    command.add_flag("--json", *json, _("for scripts"));
    command.callback([&context, json] { context.run = [&context, json] { return doctor(context, *json); }; });
}

} // namespace kindly
