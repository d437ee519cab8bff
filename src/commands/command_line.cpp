// SPDX-License-Identifier: MIT
#include "commands/command_line.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/configured.hpp"
#include "commands/context.hpp"
#include "commands/file_alone.hpp"
#include "commands/help.hpp"
#include "commands/usage_errors.hpp"
#include "commands/usual_options.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <CLI/CLI.hpp>

namespace kindly {

namespace {

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
    add_choice(Command(app), "--color", global.color, {"auto", "always", "never"}, _("colour"));
    app.add_flag("--reduced-motion", global.reduced_motion, _("words in place of moving shapes"));
    app.add_flag("--hold")->description(_("wait for Enter at the end, where the window would close"));
    app.add_option("--now", now, _("as if it were this time: 2026-11-22T08:15"))->type_name("TIME");
}

void check_global_options(Context& context, const CLI::App& app, const std::string& now) {
    if (app.get_option("--now")->count() > 0) {
        const auto moment = read_moment(now);
        if (!moment) {
            throw wrong_usage(filled(_("--now cannot be \"{}\""), quotable(now)),
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
            throw wrong_usage(filled(_("--exercise-path: there is no folder \"{}\""), quotable(folder)));
        }
    }
}

/// A file or a folder, rather than a word that is meant as a command.
bool means_a_file(const std::string& word, const std::vector<std::string>& commands) {
    if (looks_like_path(word)) { return true; }
    std::error_code none;
    if (!std::filesystem::exists(word, none)) { return false; }
    // Anything may lie about in a folder, also under a name that is nearly a command's.
    return (std::filesystem::is_regular_file(word, none) && may_be_ours(word)) || !nearest(word, commands);
}

/// An option that there is not; or a file whose name begins like one.
Failure unexpected_or_file(const std::string& word, const CLI::App& app) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(word, none)) { return unexpected(word, app); }
    return wrong_usage(filled(_("\"{}\" is read as an option"), quotable(word)),
                       filled(_("To open the file of that name, write: kindly {}"), for_a_shell(word)));
}

Failure unknown_command(const std::string& word, const CLI::App& app, Context& context) {
    std::string what = filled(_("There is no command \"{}\""), quotable(word));
    // The name of an exercise, before a command that only looks like it.
    const auto exercises = context.catalogue().ids();
    if (std::find(exercises.begin(), exercises.end(), word) != exercises.end()) {
        return wrong_usage(std::move(what), filled(_("To practise it: kindly practice {}"), word));
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
        if (option == nullptr) { throw unexpected_or_file(word, app); }
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
        const auto about = position + 1;
        const bool names_one = about != arguments.end() && !about->starts_with("-");
        if (names_one && std::find(commands.begin(), commands.end(), *about) == commands.end()) {
            throw unknown_command(*about, app, context);
        }
        *position = "--help";
        return;
    }
    const std::string word = *position;
    if (!means_a_file(word, commands)) { throw unknown_command(word, app, context); }
    const std::vector<std::string> words = command_for_file(context, word);
    context.global.file_alone = true;
    // Commands take a name without an ending for that of an exercise, and one with a hyphen for an option.
    if (!looks_like_path(word) || word.starts_with('-')) { *position = "./" + word; }
    const bool after_hyphens = at > 0 && arguments[at - 1] == "--";
    arguments.insert(position - (after_hyphens ? 1 : 0), words.begin(), words.end());
}

void refuse_empty_values(const std::vector<std::string>& arguments) {
    for (const std::string& word : arguments) {
        if (word == "--") { return; }
        if (word.starts_with("--") && word.find('=') == word.size() - 1) {
            throw wrong_usage(
                filled(_("{} needs a value after the \"=\""), quotable(word.substr(0, word.size() - 1))));
        }
    }
}

void print(Context& context, std::string text) {
    context.run = [&context, text = std::move(text)] {
        context.out.write(text);
        return ExitCode::done;
    };
}

/// `only`: with this command alone, or with none where there is none of that name.
std::unique_ptr<CLI::App> make_app(Context& context, std::string& now,
                                   const std::optional<std::string>& only = std::nullopt) {
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
    const auto add = [&](const std::string& name, void (*command)(const Command&, Context&)) {
        if (!only || *only == name) { command(Command(app), context); }
    };
    add("today", add_today);
    add("practice", add_practice);
    add("homework", add_homework);
    add("assign", add_assign);
    add("review", add_review);
    add("ground", add_ground);
    add("sit", add_sit);
    add("list", add_list);
    add("show", add_show);
    add("preview", add_preview);
    add("log", add_log);
    add("stats", add_stats);
    add("export", add_export);
    add("lock", add_lock);
    add("unlock", add_unlock);
    add("import", add_import);
    add("me", add_me);
    add("word", add_word);
    add("letters", add_letters);
    add("support", add_support);
    add("check", add_check);
    add("new", add_new);
    add("remind", add_remind);
    add("completion", add_completion);
    add("doctor", add_doctor);
    add("erase", add_erase);
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
    print(context, version_line());
    return false;
}

using Words = std::vector<std::string>;

/// From `at` on, the first word that is none of those options for every command that take a value, and no
/// such value.
Words::const_iterator after_global_values(Words::const_iterator at, Words::const_iterator end) {
    static constexpr std::array take_value{"--data-dir", "--config", "--exercise-path", "--color", "--now"};
    while (at != end) {
        const std::string name = at->substr(0, at->find('='));
        if (std::find(take_value.begin(), take_value.end(), name) == take_value.end()) { break; }
        const bool holds_value = name.size() < at->size();
        at += holds_value ? 1 : std::min<std::ptrdiff_t>(2, end - at);
    }
    return at;
}

/// Commands whose sentences are not in the catalogues (po/sources). They speak English from their first word
/// to their last, whatever else they say is known in the person's language. `arguments`: with the command
/// that is meant, also where only a file is named.
bool speaks_english_only(const Words& arguments) {
    static constexpr std::array commands{"assign", "review", "preview", "export", "lock",      "unlock",
                                         "import", "check",  "new",     "doctor", "completion"};
    const auto end = arguments.end();
    for (auto word = after_global_values(arguments.begin(), end); word != end;
         word = after_global_values(word + 1, end)) {
        if (word->starts_with("-")) { continue; }
        return std::find(commands.begin(), commands.end(), *word) != commands.end();
    }
    return false;
}

/// The command that the line begins with. Making all of them is a good part of what a start costs, and a line
/// for a prompt is asked for often. `completion` looks at the others.
std::optional<std::string> command_to_begin_with(const Words& arguments) {
    if (arguments.empty()) { return "today"; }
    const auto word = after_global_values(arguments.begin(), arguments.end());
    if (word == arguments.end() || word->starts_with("-") || *word == "completion") { return std::nullopt; }
    return *word;
}

bool may_be_configured(Context& context) {
    std::error_code none;
    const Paths* paths = context.paths_if_any();
    return context.global.config || (paths != nullptr && std::filesystem::exists(paths->settings(), none));
}

} // namespace

std::string version_line() { return "kindly " KINDLY_VERSION "\n"; }

bool asks_only_for_version(const std::vector<std::string>& arguments) {
    return arguments.size() == 1 && arguments.front() == "--version";
}

void read_command_line(Context& context, std::vector<std::string> arguments) {
    std::string now;
    std::optional<Speaking> english;
    if (speaks_english_only(arguments)) { english.emplace("en"); }
    refuse_empty_values(arguments);
    std::unique_ptr<CLI::App> app;
    bool to_run = false;
    bool file_alone = false;
    const auto read = [&](const std::optional<std::string>& only = std::nullopt) {
        auto completed = arguments;
        complete_command(completed, *app, context);
        file_alone = context.global.file_alone;
        context.forget_places(); // a file was looked into before --data-dir and --exercise-path were read
        if (!english && speaks_english_only(completed)) {
            english.emplace("en");
            app = make_app(context, now, only);
        }
        to_run = parse(context, *app, completed);
        arguments = std::move(completed);
    };
    bool done = false;
    if (const auto only = command_to_begin_with(arguments)) {
        app = make_app(context, now, only);
        try {
            if (!command_names(*app).empty()) {
                read(only);
                done = !to_run || !may_be_configured(context); // the file can be about any command
            }
        } catch (const Failure&) {
            // What is wrong is told below, where all the commands are there to be suggested.
        }
    }
    if (!done) {
        context.global = GlobalOptions();
        now.clear();
        app = make_app(context, now);
        read();
    }
    if (!to_run) { return; }
    const CLI::App& chosen = chosen_command(*app);
    const CLI::Option* brief = chosen.get_option_no_throw("--short");
    const bool for_a_prompt = brief != nullptr && brief->count() > 0;
    if (const auto words = configured_words(context, *app, chosen.get_name(), for_a_prompt)) {
        // As if they stood on the command line, before what can only be names.
        arguments.insert(std::find(arguments.begin(), arguments.end(), "--"), words->begin(), words->end());
        context.configured = *words;
        context.global = GlobalOptions();
        context.global.file_alone = file_alone;
        context.forget_places(); // the file may name folders with exercises
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

std::vector<std::string> as_words(const GlobalOptions& global) {
    std::vector<std::string> words;
    if (global.data_dir) { words.push_back("--data-dir=" + *global.data_dir); }
    if (global.config) { words.push_back("--config=" + *global.config); }
    for (const std::string& folder : global.exercise_paths) { words.push_back("--exercise-path=" + folder); }
    if (global.plain) { words.emplace_back("--plain"); }
    words.push_back("--color=" + global.color);
    if (global.reduced_motion) { words.emplace_back("--reduced-motion"); }
    return words;
}

} // namespace kindly
