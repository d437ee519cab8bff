// SPDX-License-Identifier: MIT
// Finds and reads the configuration file for one run: what is wrong in it is shown here, and commands that
// must always work go on without it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
} // namespace CLI

namespace kindly {

class Context;

/// What the file adds to the command line that `app` has read (read_config); its own keys go into the
/// context. Nothing where there is no file; else `app` must be made anew. `command`: the name of the one
/// chosen. Throws Failure: usage for what is wrong in the file, environment where it cannot be read; but not
/// `for_a_prompt`, which then goes on without the file: the other commands tell.
[[nodiscard]] std::optional<std::vector<std::string>>
configured_words(Context& context, CLI::App& app, const std::string& command, bool for_a_prompt);

} // namespace kindly
