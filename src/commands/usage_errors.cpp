// SPDX-License-Identifier: MIT
#include "commands/usage_errors.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/help.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace kindly {

namespace {

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
        for (const std::string& name : option->get_lnames()) { names.push_back("--" + name); }
    }
    return names;
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

/// The name of an option followed by what it takes: "--minutes N".
std::string with_value(const CLI::Option& option) {
    const std::string value = value_word(option);
    return value.empty() ? option.get_name() : option.get_name() + " " + value;
}

} // namespace

std::string quotable(const std::string& text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) { return text; }
    return harmless(text.substr(0, longest)) + "...";
}

Failure wrong_usage(std::string what, std::string advice) {
    return {ExitCode::usage, std::move(what), std::move(advice)};
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
    const auto near = nearest(word, candidates);
    return near ? filled(_(". Did you mean \"{}\"?"), *near) : std::string();
}

std::string see_help(const CLI::App& command) {
    return filled(_("\"{} --help\" shows what there is."), full_name(command));
}

std::string refusal(const std::string& word, const std::vector<std::string>& words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) { return {}; }
    const std::string near = did_you_mean(word, words);
    return near.empty() ? filled(_("there is no \"{}\". There are: {}"), quotable(word), joined(words, ", "))
                        : filled(_("there is no \"{}\"{}"), quotable(word), near);
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

CLI::App& chosen_command(CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : chosen_command(*chosen.front());
}

/// What a person searches the log for is nobody's business: arguments are seen by others, and kept in the
/// shell's history.
const char* words_are_asked_for() {
    return _("The words to find are asked for, or read from standard input, so that they stay private. Write "
             "--find alone.");
}

Failure unexpected(const std::string& word, const CLI::App& app) {
    const CLI::App& command = chosen_command(app);
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("-")) {
        const auto* find = command.get_option_no_throw("--find");
        const bool finds = find != nullptr && find->count() > 0;
        return wrong_usage(
            filled(_("\"{}\" does not know what to do with \"{}\""), full_name(command), quotable(word)),
            finds ? words_are_asked_for() : see_help(command));
    }
    std::vector<std::string> names;
    for (const CLI::App* where = &command; where != nullptr; where = where->get_parent()) {
        const auto more = option_names(*where);
        names.insert(names.end(), more.begin(), more.end());
    }
    std::string what = filled(_("There is no option \"{}\""), quotable(name)) + did_you_mean(name, names);
    return wrong_usage(std::move(what), see_help(command));
}

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
        return wrong_usage(filled(_("\"{}\" needs {}"), full_name(command), name), see_help(command));
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return option->results().size() > 1
                   ? wrong_usage(filled(_("{} is given more than once"), name), _("Keep one of them."))
                   : wrong_usage(filled(_("{} needs a value: {}"), name, with_value(*option)),
                                 see_help(command));
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr && message.starts_with(name + ": ") &&
        !message.starts_with(name + ": Value ")) { // that would be one of CLI11's own
        return wrong_usage(message, see_help(command));
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        return wrong_usage(filled(_("{} cannot be used together with something else that was given"), name),
                           see_help(command));
    }
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
        return wrong_usage(filled(_("{} is only for use together with another option"), name),
                           see_help(command));
    }
    const std::string value = option->results().empty() ? std::string() : option->results().back();
    if (option->get_items_expected_max() == 0) {
        return wrong_usage(filled(_("{} takes no value"), name),
                           name == "--find" ? words_are_asked_for() : see_help(command));
    }
    return wrong_usage(
        filled(_("{} cannot be \"{}\". It is written: {}"), name, quotable(value), with_value(*option)),
        see_help(command));
}

} // namespace kindly
