// SPDX-License-Identifier: MIT
// From arguments to Context::run: global options, commands, help, and one plain sentence with the nearest
// right word for whatever is wrong (said by usage_errors). Also the helpers with which commands describe
// themselves. Knows nothing of what commands do.
#pragma once

#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
class Option;
} // namespace CLI

namespace kindly {

class Context;
struct GlobalOptions;

/// What --version prints, with its end of line.
[[nodiscard]] std::string version_line();

/// The whole line is --version: a question of scripts, for which nothing needs to be looked up first.
[[nodiscard]] bool asks_only_for_version(const std::vector<std::string>& arguments);

/// Reads the arguments (without the program's name) and sets context.global, clock and run; --help and
/// --version become a run that prints them. Throws Failure (usage).
void read_command_line(Context& context, std::vector<std::string> arguments);

/// The global options as they would be written, but for --now, which the clock goes by already: for a command
/// that follows from another one.
[[nodiscard]] std::vector<std::string> as_words(const GlobalOptions& global);

/// A command with its line in the list of commands and the examples that open its help ("kindly list
/// --json"). Examples are not translated.
CLI::App& add_command(CLI::App& app, const std::string& name, const std::string& summary,
                      const std::vector<std::string>& examples);

/// --NAME WORD, where WORD is one of `words`; anything else is refused with the nearest of them.
CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value,
                        std::vector<std::string> words, const std::string& description);

/// --NAME WORD,WORD: several of `words`, separated by commas; the option may also be given again.
CLI::Option* add_choices(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                         std::vector<std::string> words, const std::string& description);

/// --minutes N: whole, 1 to limits::most_minutes_asked. `value` stays 0 when it is not given.
CLI::Option* add_minutes(CLI::App& command, const std::string& name, int& value,
                         const std::string& description);

} // namespace kindly
