// SPDX-License-Identifier: MIT
#include "commands/command_line.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/configured.hpp"
#include "commands/context.hpp"
#include "commands/help.hpp"
#include "exchange/import.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
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

/// As a person wrote it, cut where it is long.
std::string quotable(const std::string& text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) { return text; }
    return harmless(text.substr(0, longest)) + "...";
}

Failure wrong_usage(std::string what, std::string advice = {}) {
    return {ExitCode::usage, std::move(what), std::move(advice)};
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
    const auto near = nearest(word, candidates);
    return near ? sentence(_(". Did you mean \"{}\"?"), *near) : std::string();
}

std::string see_help(const CLI::App& command) {
    return sentence(_("\"{} --help\" shows what there is."), full_name(command));
}

/// What a validator says where the word is not one of `words`; CLI11's own sentence is not for people.
std::string refusal(const std::string& word, const std::vector<std::string>& words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) { return {}; }
    const std::string near = did_you_mean(word, words);
    return near.empty()
               ? sentence(_("there is no \"{}\". There are: {}"), quotable(word), joined(words, ", "))
               : sentence(_("there is no \"{}\"{}"), quotable(word), near);
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
        for (const std::string& name : option->get_lnames()) { names.push_back("--" + name); }
    }
    return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(command->get_name());
    }
    return names;
}

const CLI::App& chosen_command(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : chosen_command(*chosen.front());
}

/// The option that one of CLI11's messages is about: the longest name found in it.
const CLI::Option* named_in(const std::string& message, const CLI::App& app) {
    const CLI::Option* found = nullptr;
    std::size_t longest = 0;
    for (const CLI::App* where = &chosen_command(app); where != nullptr; where = where->get_parent()) {
        for (const CLI::Option* option : where->get_options([](const CLI::Option*) { return true; })) {
            const std::string name = option->get_name();
            if (name.size() > longest && message.find(name) != std::string::npos) {
                found = option;
                longest = name.size();
            }
        }
    }
    return found;
}

/// What was left over, said in our words.
Failure unexpected(const std::string& word, const CLI::App& app) {
    const CLI::App& command = chosen_command(app);
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("-")) {
        return wrong_usage(
            sentence(_("\"{}\" does not know what to do with \"{}\""), full_name(command), quotable(word)),
            see_help(command));
    }
    std::vector<std::string> names;
    for (const CLI::App* where = &command; where != nullptr; where = where->get_parent()) {
        const auto more = option_names(*where);
        names.insert(names.end(), more.begin(), more.end());
    }
    std::string what = sentence(_("There is no option \"{}\""), quotable(name)) + did_you_mean(name, names);
    return wrong_usage(std::move(what), see_help(command));
}

/// The name of an option followed by what it takes: "--minutes N".
std::string with_value(const CLI::Option& option) {
    return option.get_type_name().empty() ? option.get_name()
                                          : option.get_name() + " " + option.get_type_name();
}

/// One of CLI11's errors in plain words.
Failure in_plain_words(const CLI::ParseError& error, const CLI::App& app) {
    const CLI::App& command = chosen_command(app);
    const std::string message = error.what();
    for (const std::string& word : app.remaining(true)) {
        if (word.starts_with("-") && word != "--") { return unexpected(word, app); }
    }
    if (const auto left = app.remaining(true);
        dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !left.empty()) {
        return unexpected(left.front(), app);
    }
    const CLI::Option* option = named_in(message, app);
    if (option == nullptr) {
        return wrong_usage(_("This command line cannot be understood"), see_help(command));
    }
    const std::string name = option->get_name();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        return wrong_usage(sentence(_("\"{}\" needs {}"), full_name(command), name), see_help(command));
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return option->results().size() > 1
                   ? wrong_usage(sentence(_("{} is given more than once"), name), _("Keep one of them."))
                   : wrong_usage(sentence(_("{} needs a value: {}"), name, with_value(*option)),
                                 see_help(command));
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr && message.starts_with(name + ": ") &&
        !message.starts_with(name + ": Value ")) { // that would be one of CLI11's own
        return wrong_usage(message, see_help(command));
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        return wrong_usage(sentence(_("{} cannot be used together with another option given"), name),
                           see_help(command));
    }
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
        return wrong_usage(sentence(_("{} is only for use together with another option"), name),
                           see_help(command));
    }
    const std::string value = option->results().empty() ? std::string() : option->results().back();
    if (option->get_items_expected_max() == 0) {
        return wrong_usage(sentence(_("{} takes no value"), name), see_help(command));
    }
    return wrong_usage(
        sentence(_("{} cannot be \"{}\". It is written: {}"), name, quotable(value), with_value(*option)),
        see_help(command));
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
    add_choice(app, "--color", global.color, {"auto", "always", "never"}, _("colour in messages"));
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
    if (const auto near = nearest(word, command_names(app))) {
        return wrong_usage(std::move(what) + sentence(_(". Did you mean \"{}\"?"), *near), see_help(app));
    }
    const auto exercises = context.catalogue().ids();
    if (std::find(exercises.begin(), exercises.end(), word) != exercises.end()) {
        return wrong_usage(std::move(what), sentence(_("To practise it: kindly practice {}"), word));
    }
    return wrong_usage(std::move(what), see_help(app));
}

/// Puts in the command that is meant where none is written: "today", "practice" or "import" before a file, --help for
/// "help".
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
        {_("Practise"), {"today", "practice", "ground"}},
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
    app.footer("  kindly                         what is there for today\n"
               "  kindly practice kind-pause     a guided exercise\n"
               "  kindly ground                  steady me now\n");
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.allow_windows_style_options(false);
    add_global_options(app, context, now);
    add_today(app, context);
    add_practice(app, context);
    add_ground(app, context);
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
    name_groups(app);
    add_doctor(app, context);
    add_erase(app, context);
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

} // namespace

void read_command_line(Context& context, std::vector<std::string> arguments) {
    std::string now;
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
