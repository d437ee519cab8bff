// SPDX-License-Identifier: MIT
// config.toml against the command line: which keys there are, which options may stand in it and why others
// may not, and what of it goes for the command that was chosen. Nothing in the file is passed over. Knows
// TOML through base/toml, and options through CLI11; no command's meaning.
#pragma once

#include "base/diagnostic.hpp"
#include "base/paths.hpp"
#include "commands/config.hpp"

#include <memory>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
} // namespace CLI

namespace kindly {

struct ConfigFile {
    Config config;
    /// "--plain", "--minutes=5": what the file adds to the command line. Nothing that the command line says
    /// itself, or that does not go together with it.
    std::vector<std::string> words;
    Diagnostics diagnostics; ///< sorted by place
};

/// `app` has read the command line. Afterwards its options hold what was tried on them, and nothing else:
/// make another one.
[[nodiscard]] ConfigFile read_config(std::shared_ptr<const SourceText> source, CLI::App& app,
                                     const Environment& environment);

} // namespace kindly
