// SPDX-License-Identifier: MIT
// Completion scripts for three shells, from a plain description of a command line. A script holds whatever
// never changes; names of exercises and the like it asks for when somebody completes. Knows neither CLI11 nor
// what any command does.
#pragma once

#include <string>
#include <vector>

namespace kindly {

/// What a shell offers in one place. Words and names of kinds are letters, digits, '-' and '_'.
struct Offered {
    std::vector<std::string> words; ///< always the same
    std::vector<std::string> names; ///< kinds, asked for with `kindly completion --names KIND,...`
    bool files = false;             ///< files and folders, where nothing else begins so
    bool folders = false;
    bool several = false; ///< separated by commas
};

struct CompletedOption {
    std::vector<std::string> names; ///< "--output", "-o"
    std::string help;
    bool takes_value = false;
    Offered offered; ///< for its value
};

/// A word that is not an option.
struct CompletedPlace {
    Offered offered;
    bool repeats = false; ///< it may be given again; the last one only
};

struct CompletedCommand {
    std::string path; ///< "homework add"; empty for the program itself
    std::string name; ///< "add"
    std::string help;
    std::vector<CompletedOption> options; ///< the program's own go with every command
    std::vector<CompletedPlace> places;
    std::vector<CompletedCommand> commands;
};

/// Without bash-completion, and with it: bash 3.2 or newer.
[[nodiscard]] std::string completion_for_bash(const CompletedCommand& program);
/// As a file _kindly in fpath, and for `source`.
[[nodiscard]] std::string completion_for_zsh(const CompletedCommand& program);
/// As a file kindly.fish in a folder of completions, and for `source`.
[[nodiscard]] std::string completion_for_fish(const CompletedCommand& program);

} // namespace kindly
