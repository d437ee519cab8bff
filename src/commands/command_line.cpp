// SPDX-License-Identifier: MIT
#include "commands/command_line.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/configured.hpp"
#include "commands/context.hpp"
#include "commands/help.hpp"
#include "commands/usage_errors.hpp"
#include "exchange/import.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace kindly {

namespace {

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

void add_global_options(CLI::App& app, Context& context, std::string& now) {
    GlobalOptions& global = context.global;
    app.set_help_flag("--help,-h", _("this, or the help of a command"));
    app.add_flag("--version")->description(_("the version"));
    app.add_option("--data-dir", global.data_dir, _("keep the practice log in this folder"))
        ->type_name("FOLDER");
    app.add_option("--config", global.config, _("take configuration from this file"))->type_name("FILE");
    app.add_option("--exercise-path", global.exercise_paths,
                   _("look for exercises here first; may be repeated"))
        ->type_name("FOLDER")
        ->allow_extra_args(false);
    app.add_flag("--plain", global.plain, _("plain lines, for screen readers and files"));
    add_choice(app, "--color", global.color, {"auto", "always", "never"}, _("colour"));
    app.add_flag("--reduced-motion", global.reduced_motion, _("words in place of moving shapes"));
    app.add_option("--now", now, _("as if it were this time: 2026-11-22T08:15"))->type_name("TIME");
}

void check_global_options(Context& context, const CLI::App& app, const std::string& now) {
    if (app.get_option("--now")->count() > 0) {
        const auto moment = read_moment(now);
        if (!moment) {
            throw wrong_usage(sentence(_("--now cannot be \"{}\""), quotable(now)),
                              _("Write a time like 2026-11-22T08:15 or 2026-11-22T08:15:00+01:00."));
        }
        context.global.now = moment;
        context.clock = std::make_shared<ShiftedClock>(*moment);
    }
    if (context.global.config && context.global.config->empty()) {
        throw wrong_usage(_("--config is empty"), _("Name a file, or leave the option out."));
    }
    if (context.global.data_dir && context.global.data_dir->empty()) {
        throw wrong_usage(_("--data-dir is empty"), _("Name a folder, or leave the option out."));
    }
    for (const std::string& folder : context.global.exercise_paths) {
        std::error_code none;
        if (!std::filesystem::is_directory(folder, none)) {
            throw wrong_usage(sentence(_("--exercise-path: there is no folder \"{}\""), quotable(folder)));
        }
    }
}

/// A file to practise with, rather than a word that is meant as a command.
bool names_a_file(const std::string& word) {
    std::error_code none;
    return looks_like_path(word) || std::filesystem::is_regular_file(word, none);
}

Failure unknown_command(const std::string& word, const CLI::App& app, Context& context) {
    std::string what = sentence(_("There is no command \"{}\""), quotable(word));
    // The name of an exercise, before a command that only looks like it.
    const auto exercises = context.catalogue().ids();
    if (std::find(exercises.begin(), exercises.end(), word) != exercises.end()) {
        return wrong_usage(std::move(what), sentence(_("To practise it: kindly practice {}"), word));
    }
    return wrong_usage(what + did_you_mean(word, command_names(app)), see_help(app));
}

/// Puts in the command that is meant where none is written: "today", "practice" or "import" before a file,
/// --help for "help".
void complete_command(std::vector<std::string>& arguments, const CLI::App& app, Context& context) {
    std::size_t at = 0;
    for (; at < arguments.size(); ++at) {
        const std::string& word = arguments[at];
        if (word == "--") {
            ++at;
            break;
        }
        if (!word.starts_with("-") || word == "-") { break; }
        const CLI::Option* option = app.get_option_no_throw(word.substr(0, word.find('=')));
        if (option == nullptr) { throw unexpected(word, app); }
        const bool takes_next = option->get_items_expected_max() > 0 && word.find('=') == std::string::npos;
        if (takes_next) { ++at; }
    }
    const auto position = arguments.begin() + static_cast<std::ptrdiff_t>(std::min(at, arguments.size()));
    if (position == arguments.end()) {
        const bool asks_about_us =
            std::find(arguments.begin(), arguments.end(), "--help") != arguments.end() ||
            std::find(arguments.begin(), arguments.end(), "-h") != arguments.end();
        if (!asks_about_us) { arguments.insert(position, "today"); }
        return;
    }
    const auto commands = command_names(app);
    if (std::find(commands.begin(), commands.end(), *position) != commands.end()) { return; }
    if (*position == "help") {
        *position = "--help";
        return;
    }
    if (!names_a_file(*position)) { throw unknown_command(*position, app, context); }
    if (is_export_file(*position)) {
        context.global.file_alone = true;
        arguments.insert(position, "import");
        return;
    }
    arguments.insert(position, "practice");
}

void refuse_empty_values(const std::vector<std::string>& arguments) {
    for (const std::string& word : arguments) {
        if (word == "--") { return; }
        if (word.starts_with("--") && word.find('=') == word.size() - 1) {
            throw wrong_usage(
                sentence(_("{} needs a value after the \"=\""), quotable(word.substr(0, word.size() - 1))));
        }
    }
}

/// With many commands, the first page of help tells only their names, by what somebody wants to do.
void name_groups(CLI::App& app) {
    const std::vector<std::pair<const char*, std::vector<std::string>>> groups{
        {_("Practise"), {"today", "practice", "sit", "ground", "remind"}},
        {_("Exercises"), {"list", "show", "preview"}},
        {_("Look back"), {"log", "stats", "export", "import"}},
        {_("Your words"), {"lock", "unlock", "erase"}},
        {_("People"), {"support"}},
        {_("Write"), {"check", "new"}},
        {_("Care"), {"doctor"}},
    };
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        for (const auto& [name, commands] : groups) {
            if (std::find(commands.begin(), commands.end(), command->get_name()) != commands.end()) {
                command->group(name);
            }
        }
    }
}

void print(Context& context, std::string text) {
    context.run = [&context, text = std::move(text)] {
        context.out.write(text);
        return ExitCode::done;
    };
}

std::unique_ptr<CLI::App> make_app(Context& context, std::string& now) {
    auto made = std::make_unique<CLI::App>(_("guided self-compassion exercises in the terminal"));
    CLI::App& app = *made;
    app.formatter(std::make_shared<HelpFormatter>());
    app.footer(std::string("  kindly                         ") + _("what is there for today") +
               "\n  kindly practice kind-pause     " + _("a guided exercise") +
               "\n  kindly ground                  " + _("steady me now") + "\n");
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.allow_windows_style_options(false);
    add_global_options(app, context, now);
    add_today(app, context);
    add_practice(app, context);
    add_ground(app, context);
    add_sit(app, context);
    add_list(app, context);
    add_show(app, context);
    add_preview(app, context);
    add_log(app, context);
    add_stats(app, context);
    add_export(app, context);
    add_lock(app, context);
    add_unlock(app, context);
    add_import(app, context);
    add_support(app, context);
    add_check(app, context);
    add_new(app, context);
    add_remind(app, context);
    add_doctor(app, context);
    add_erase(app, context);
    name_groups(app);
    return made;
}

/// Sets context.run. False where that is only help or the version, which nothing else goes for.
bool parse(Context& context, CLI::App& app, std::vector<std::string> arguments) {
    try {
        std::reverse(arguments.begin(), arguments.end()); // CLI11 takes them from the back
        app.parse(arguments);
    } catch (const CLI::CallForHelp&) {
        print(context, chosen_command(app).help());
        return false;
    } catch (const CLI::ParseError& error) { throw in_plain_words(error, app); }
    if (app.get_option("--version")->count() == 0) { return true; }
    print(context, "kindly " KINDLY_VERSION "\n");
    return false;
}

/// Commands whose sentences are not in the catalogues (po/sources). They speak English from their first word
/// to their last, whatever else they say is known in the person's language.
bool speaks_english_only(const std::vector<std::string>& arguments) {
    static constexpr std::array commands{"preview", "stats", "export", "lock",   "unlock",
                                         "import",  "check", "new",    "doctor", "erase"};
    static constexpr std::array below_log{"add", "amend", "delete"};
    static constexpr std::array take_next{"--data-dir", "--config", "--exercise-path", "--color", "--now"};
    std::vector<std::string> words;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (std::find(take_next.begin(), take_next.end(), arguments[at]) != take_next.end()) {
            ++at;
        } else if (!arguments[at].starts_with("-")) {
            words.push_back(arguments[at]);
        }
    }
    const auto among = [](const auto& names, const std::string& word) {
        return std::find(names.begin(), names.end(), word) != names.end();
    };
    return (!words.empty() && among(commands, words[0])) ||
           (words.size() > 1 && words[0] == "log" && among(below_log, words[1]));
}

} // namespace

void read_command_line(Context& context, std::vector<std::string> arguments) {
    std::string now;
    std::optional<Speaking> english;
    if (speaks_english_only(arguments)) { english.emplace("en"); }
    auto app = make_app(context, now);
    refuse_empty_values(arguments);
    complete_command(arguments, *app, context);
    if (!parse(context, *app, arguments)) { return; }
    if (const auto words = configured_words(context, *app, chosen_command(*app).get_name())) {
        // As if they stood on the command line, before what can only be names.
        arguments.insert(std::find(arguments.begin(), arguments.end(), "--"), words->begin(), words->end());
        context.global = GlobalOptions();
        now.clear();
        app = make_app(context, now);
        parse(context, *app, arguments);
    }
    check_global_options(context, *app, now);
    if (english) {
        context.run = [run = std::move(context.run)] {
            const Speaking still("en");
            return run();
        };
    }
}

CLI::App& add_command(CLI::App& app, const std::string& name, const std::string& summary,
                      const std::vector<std::string>& examples) {
    CLI::App* command = app.add_subcommand(name, summary);
    std::string text;
    for (const std::string& example : examples) { text += "  " + example + "\n"; }
    command->footer(text);
    command->fallthrough();
    return *command;
}

CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value,
                        std::vector<std::string> words, const std::string& description) {
    CLI::Option* option = command.add_option(name, value, description + ": " + joined(words, ", "));
    option->type_name("WORD");
    option->check(
        CLI::Validator([words = std::move(words)](std::string& word) { return refusal(word, words); }, ""));
    return option;
}

CLI::Option* add_choices(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                         std::vector<std::string> words, const std::string& description) {
    CLI::Option* option = command.add_option(name, values, description + ": " + joined(words, ", "));
    option->type_name("WORD,...");
    option->delimiter(',');
    option->allow_extra_args(false);
    option->check(
        CLI::Validator([words = std::move(words)](std::string& word) { return refusal(word, words); }, ""));
    return option;
}

CLI::Option* add_minutes(CLI::App& command, const std::string& name, int& value,
                         const std::string& description) {
    CLI::Option* option = command.add_option(name, value, description);
    option->type_name("N");
    option->check(CLI::Validator(
        [](std::string& word) {
            int number = 0;
            const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
            const bool whole = error == std::errc() && end == word.data() + word.size();
            return whole && number >= 1 && number <= limits::most_minutes_asked
                       ? std::string()
                       : sentence(_("\"{}\" is not a whole number of minutes from 1 to {}"), quotable(word),
                                  limits::most_minutes_asked);
        },
        ""));
    return option;
}

} // namespace kindly
