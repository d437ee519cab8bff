// SPDX-License-Identifier: MIT
// How a command describes itself: its options, its words and what it does, said in our own terms. CLI11
// stands behind it and reads the command line; its headers are met only by the few files that look through
// all commands (help, completion, configuration, errors), because they take longer to compile than all else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
class Option;
} // namespace CLI

namespace kindly {

/// Why a word cannot be the value of an option; empty: it can.
using ValueCheck = std::function<std::string(const std::string& word)>;

/// An option or a word of a command. A handle: as long-lived as the command line, copied freely. What is said
/// of it can be said in one go: option.type_name("N").required().
class CommandOption {
public:
    explicit CommandOption(CLI::Option& parsed) : parsed_(&parsed) {}

    /// The value's name in help, such as "N" or "FILE".
    CommandOption type_name(const std::string& word) const;
    CommandOption required() const;
    /// Of a word: it takes one or none, which for a list it otherwise does not.
    CommandOption at_most_one() const;
    /// Of a list: one value for each time that the option is written.
    CommandOption one_each_time() const;
    /// Of a list: several values in one word, with commas between.
    CommandOption parted_by_commas() const;
    CommandOption check(ValueCheck refusal) const;
    CommandOption within(std::uint64_t lowest, std::uint64_t highest) const;
    CommandOption excludes(CommandOption other) const;
    /// The heading in help that it stands below.
    CommandOption group(const std::string& heading) const;

    /// Once the command line is read: in a callback.
    [[nodiscard]] bool was_given() const;

    [[nodiscard]] CLI::Option& parsed() const { return *parsed_; }

private:
    CLI::Option* parsed_;
};

/// A command, or all of them. A handle, too. What options are read into has to outlive it: a struct that a
/// shared_ptr in the callback owns.
class Command {
public:
    explicit Command(CLI::App& parsed) : parsed_(&parsed) {}

    /// `name`: "--minutes", "--output,-o", or "ID" for a word without hyphens.
    CommandOption add_option(const std::string& name, std::string& value,
                             const std::string& description) const;
    CommandOption add_option(const std::string& name, int& value, const std::string& description) const;
    CommandOption add_option(const std::string& name, std::optional<std::uint64_t>& value,
                             const std::string& description) const;
    CommandOption add_option(const std::string& name, std::optional<double>& value,
                             const std::string& description) const;
    CommandOption add_option(const std::string& name, std::vector<std::string>& value,
                             const std::string& description) const;
    CommandOption add_option(const std::string& name, std::vector<int>& value,
                             const std::string& description) const;
    CommandOption add_option(const std::string& name, std::uint64_t& value,
                             const std::string& description) const;
    CommandOption add_option(const std::string& name, std::optional<std::string>& value,
                             const std::string& description) const;
    CommandOption add_flag(const std::string& name, bool& value, const std::string& description) const;

    /// A command below this one, with its line in the list of commands and the examples that open its help.
    Command add_command(const std::string& name, const std::string& summary,
                        const std::vector<std::string>& examples) const;
    /// At most one of the commands below it.
    void require_one_below_at_most() const;

    /// What is done once the command line is read. CLI11 calls that of the command below first.
    void callback(std::function<void()> work) const;

    /// In a callback: the command below that was chosen; empty for this one itself.
    [[nodiscard]] std::string chosen_below() const;
    /// In a callback: the names of the options given to it, but for --help.
    [[nodiscard]] std::vector<std::string> given_options() const;

    [[nodiscard]] CLI::App& parsed() const { return *parsed_; }

private:
    CLI::App* parsed_;
};

} // namespace kindly
