// SPDX-License-Identifier: MIT
// The configuration file's own keys, as values. The options that may stand in it too are options like those
// of the command line (config_file.hpp). Knows no place in a file and no command.
#pragma once

#include "base/duration.hpp"
#include "base/toml.hpp"
#include "guide/sound.hpp"
#include "screen/terminal.hpp"

#include <string>
#include <vector>

namespace kindly {

struct Config {
    std::string participant; ///< for studies and clinics: put into every practice recorded; may be empty
    /// A program that prints the passphrase of sealed words, and its arguments; may be empty.
    std::vector<std::string> passphrase_command;
    Milliseconds day_starts = std::chrono::hours(4); ///< a night before it counts to the day before
    SoundOptions sound;
    screen::Theme theme = screen::Theme::automatic;
};

[[nodiscard]] std::vector<std::string> own_keys();
[[nodiscard]] bool is_own_key(const std::string& key);

struct ConfigProblem {
    std::string message, suggestion; ///< empty where there is none
};

/// Puts the value of one of the own keys in its place, or says why it cannot be that.
[[nodiscard]] ConfigProblem read_own_key(const TomlEntry& entry, Config& config);

} // namespace kindly
