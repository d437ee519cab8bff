// SPDX-License-Identifier: MIT
// From arguments to Context::run: global options, commands, help, and one plain sentence with the nearest
// right word for whatever is wrong (said by usage_errors). Knows nothing of what commands do.
#pragma once

#include <string>
#include <vector>

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

} // namespace kindly
