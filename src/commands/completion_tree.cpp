// SPDX-License-Identifier: MIT
#include "commands/completion_tree.hpp"

#include "commands/offered.hpp"

#include <CLI/CLI.hpp>

namespace kindly {

namespace {

CompletedOption described(CLI::Option& option) {
    CompletedOption completed;
    for (const std::string& name : option.get_lnames()) { completed.names.push_back("--" + name); }
    for (const std::string& name : option.get_snames()) { completed.names.push_back("-" + name); }
    completed.help = option.get_description();
    completed.takes_value = option.get_items_expected_max() > 0;
    if (completed.takes_value) { completed.offered = offered_for(option); }
    return completed;
}

CompletedCommand described(CLI::App& app, const std::string& path) {
    CompletedCommand command;
    command.path = path;
    command.name = app.get_name();
    command.help = app.get_description();
    for (CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
        if (option->get_group().empty()) { continue; } // hidden
        const bool is_program = app.get_parent() == nullptr;
        if (option->get_positional()) {
            command.places.push_back({offered_for(*option), option->get_items_expected_max() > 1});
        } else if (is_program || option->get_name() != "--help") { // that goes with every command
            command.options.push_back(described(*option));
        }
    }
    for (CLI::App* inner : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (inner->get_group().empty()) { continue; }
        command.commands.push_back(described(*inner, (path.empty() ? "" : path + " ") + inner->get_name()));
    }
    return command;
}

} // namespace

CompletedCommand completion_tree(CLI::App& app) {
    CompletedCommand program = described(app, {});
    program.places.push_back({{{}, {}, true, false, false}, false}); // kindly FILE
    return program;
}

} // namespace kindly
