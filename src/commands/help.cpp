// SPDX-License-Identifier: MIT
#include "commands/help.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/help_headings.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t widest_name = 24;

/// "  --name N     what it does", the rest of a long description below itself.
std::string entry(const std::string& name, std::size_t name_columns, const std::string& description) {
    std::string text = "  " + name;
    const std::size_t indent = name_columns + 4;
    std::size_t at = display_width(text);
    if (at + 2 > indent) {
        text += '\n';
        at = 0;
    }
    bool first = true;
    for (const std::string& line : wrapped(description, columns - indent)) {
        if (!first) {
            text += '\n';
            at = 0;
        }
        text += std::string(indent - at, ' ') + line;
        first = false;
    }
    return text + "\n";
}

std::string shown_name(const CLI::Option& option) {
    std::string name = option.get_positional() ? option.get_name(true) : option.get_name(false, false);
    if (!option.get_positional() && !value_word(option).empty()) { name += " " + value_word(option); }
    return name;
}

std::string entries(const std::vector<std::pair<std::string, std::string>>& list) {
    std::size_t name_columns = 0;
    for (const auto& [name, description] : list) {
        if (const std::size_t width = display_width(name); width <= widest_name && width > name_columns) {
            name_columns = width;
        }
    }
    std::string text;
    for (const auto& [name, description] : list) { text += entry(name, name_columns, description); }
    return text;
}

/// One line for each group of commands, with their names.
std::string groups_of(const CLI::App& app) {
    std::vector<std::pair<std::string, std::string>> groups;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string& name = command->get_group();
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& known) { return known.first == name; });
        if (group == groups.end()) {
            groups.emplace_back(name, command->get_name());
        } else {
            group->second += ", " + command->get_name();
        }
    }
    return entries(groups);
}

} // namespace

std::string value_word(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) { return {}; } // a flag
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':')); // CLI11 adds what its validators think of themselves
}

std::string which_practices() { return _("Which practices"); }

std::string full_name(const CLI::App& command) {
    return command.get_parent() == nullptr ? "kindly"
                                           : full_name(*command.get_parent()) + " " + command.get_name();
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string /*name*/,
                                     CLI::AppFormatMode /*mode*/) const {
    std::string text = std::string(_("If you need help now: kindly support")) + "\n\n";
    const CLI::App* root = app;
    while (root->get_parent() != nullptr) { root = root->get_parent(); }
    text += full_name(*app) + ": " + app->get_description() + "\n\n" + app->get_footer();

    if (app == root) {
        text += "\n" + groups_of(*app) + "\n" + _("\"kindly help COMMAND\" says what it does.") + "\n";
    }
    std::vector<std::pair<std::string, std::string>> commands;
    for (const CLI::App* command : app->get_subcommands([](const CLI::App*) { return true; })) {
        commands.emplace_back(command->get_name(), command->get_description());
    }
    if (app != root && !commands.empty()) { text += "\n" + entries(commands); }
    std::vector<std::pair<std::string, std::string>> options;
    std::vector<std::string> filters; // the same for several commands, and many: only their names
    for (const CLI::Option* option : app->get_options([](const CLI::Option*) { return true; })) {
        if (app == root || option->get_name() == "--help") { continue; } // told by the last line
        if (option->get_group() == which_practices()) {
            filters.push_back(shown_name(*option));
        } else {
            options.emplace_back(shown_name(*option), option->get_description());
        }
    }
    if (!options.empty()) { text += "\n" + entries(options); }
    if (!filters.empty()) {
        const std::string names =
            fmt::format(fmt::runtime(_("{}: {}. kindly(1) says how periods are written.")), which_practices(),
                        joined(filters, ", "));
        text += "\n" + joined(wrapped(names, columns), "\n") + "\n";
    }
    if (app != root) {
        return text + "\n" + _("Everywhere: --help, and what \"kindly --help\" names.") + "\n";
    }
    std::vector<std::string> names;
    for (const CLI::Option* option : root->get_options([](const CLI::Option*) { return true; })) {
        names.push_back(shown_name(*option));
    }
    const std::string last =
        fmt::format(fmt::runtime(_("With any command: {}. kindly(1) says more.")), joined(names, ", "));
    return text + "\n" + joined(wrapped(last, columns), "\n") + "\n";
}

void name_groups(CLI::App& app) {
    const std::vector<std::pair<const char*, std::vector<std::string>>> groups{
        {_("Practise"), {"today", "practice", "homework", "sit", "ground", "remind"}},
        {_("Exercises"), {"list", "show", "preview"}},
        {_("Look back"), {"log", "stats", "export", "import"}},
        {_("Yours"), {"me", "word", "letters", "lock", "unlock", "erase"}},
        {_("People"), {"support"}},
        {_("Set homework"), {"assign", "review"}},
        {_("Write"), {"check", "new"}},
        {_("Care"), {"doctor", "completion"}},
    };
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        for (const auto& [name, commands] : groups) {
            if (std::find(commands.begin(), commands.end(), command->get_name()) != commands.end()) {
                command->group(name);
            }
        }
    }
}

} // namespace kindly
