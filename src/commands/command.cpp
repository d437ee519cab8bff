// SPDX-License-Identifier: MIT
#include "commands/command.hpp"

#include <utility>

#include <CLI/CLI.hpp>

namespace kindly {

CommandOption CommandOption::type_name(const std::string& word) const {
    parsed_->type_name(word);
    return *this;
}

CommandOption CommandOption::required() const {
    parsed_->required();
    return *this;
}

CommandOption CommandOption::at_most_one() const {
    parsed_->expected(0, 1);
    return *this;
}

CommandOption CommandOption::one_each_time() const {
    parsed_->allow_extra_args(false);
    return *this;
}

CommandOption CommandOption::parted_by_commas() const {
    parsed_->delimiter(',');
    return one_each_time();
}

CommandOption CommandOption::check(ValueCheck refusal) const {
    parsed_->check(
        CLI::Validator([refusal = std::move(refusal)](std::string& word) { return refusal(word); }, ""));
    return *this;
}

CommandOption CommandOption::within(std::uint64_t lowest, std::uint64_t highest) const {
    parsed_->check(CLI::Range(lowest, highest));
    return *this;
}

CommandOption CommandOption::excludes(CommandOption other) const {
    parsed_->excludes(other.parsed_);
    return *this;
}

CommandOption CommandOption::group(const std::string& heading) const {
    parsed_->group(heading);
    return *this;
}

bool CommandOption::was_given() const { return parsed_->count() > 0; }

CommandOption Command::add_option(const std::string& name, std::string& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, int& value, const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, std::optional<std::uint64_t>& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, std::optional<double>& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, std::vector<std::string>& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, std::vector<int>& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, std::uint64_t& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_option(const std::string& name, std::optional<std::string>& value,
                                  const std::string& description) const {
    return CommandOption(*parsed_->add_option(name, value, description));
}

CommandOption Command::add_flag(const std::string& name, bool& value, const std::string& description) const {
    return CommandOption(*parsed_->add_flag(name, value, description));
}

Command Command::add_command(const std::string& name, const std::string& summary,
                             const std::vector<std::string>& examples) const {
    CLI::App* command = parsed_->add_subcommand(name, summary);
    std::string text;
    for (const std::string& example : examples) { text += "  " + example + "\n"; }
    command->footer(text);
    command->fallthrough();
    return Command(*command);
}

void Command::require_one_below_at_most() const { parsed_->require_subcommand(0, 1); }

void Command::callback(std::function<void()> work) const { parsed_->callback(std::move(work)); }

std::string Command::chosen_below() const {
    const auto chosen = parsed_->get_subcommands();
    return chosen.empty() ? std::string() : chosen.front()->get_name();
}

std::vector<std::string> Command::given_options() const {
    std::vector<std::string> given;
    for (const CLI::Option* option : parsed_->get_options()) {
        const std::string name = option->get_name();
        if (option->count() > 0 && name != "--help") { given.push_back(name); }
    }
    return given;
}

} // namespace kindly
