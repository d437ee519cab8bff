// SPDX-License-Identifier: MIT
// What the completion scripts of several shells have in common. Not for anybody else.
#pragma once

#include "render/completion.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// The program and all its commands, each before those within it.
[[nodiscard]] std::vector<const CompletedCommand*> all_commands(const CompletedCommand& program);

/// As the scripts read it: words; "@KIND,KIND" for names; +files, +folders; +list first, where several can be
/// given. Nothing in it means anything to a shell.
[[nodiscard]] std::string in_short(const Offered& offered);

/// For bash and zsh, within what they know of a command: what stands in its places, if it has any.
[[nodiscard]] std::string places_for_sh(const CompletedCommand& command);

/// The lines of a `case` that tell, for "COMMAND OPTION", what can stand as its value; the program's own
/// options come last, for any command.
[[nodiscard]] std::string value_cases_for_sh(const CompletedCommand& program);

} // namespace kindly
