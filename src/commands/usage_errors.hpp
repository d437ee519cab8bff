// SPDX-License-Identifier: MIT
// What is wrong with a command line, in one plain sentence with the nearest right word. The only place that
// meets CLI11's errors. Knows no single command.
#pragma once

#include "base/failure.hpp"

#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
class ParseError;
} // namespace CLI

namespace kindly {

/// As a person wrote it, cut where it is long.
[[nodiscard]] std::string quotable(const std::string& text);
[[nodiscard]] Failure wrong_usage(std::string what, std::string advice = {});
/// ". Did you mean ...?"; empty where nothing is near.
[[nodiscard]] std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates);
[[nodiscard]] std::string see_help(const CLI::App& command);
/// What a validator says where the word is not one of `words`; CLI11's own sentence is not for people.
[[nodiscard]] std::string refusal(const std::string& word, const std::vector<std::string>& words);

[[nodiscard]] std::vector<std::string> command_names(const CLI::App& app);
/// The innermost command that was written.
[[nodiscard]] const CLI::App& chosen_command(const CLI::App& app);
[[nodiscard]] CLI::App& chosen_command(CLI::App& app);

/// What was left over, said in our words.
[[nodiscard]] Failure unexpected(const std::string& word, const CLI::App& app);
/// One of CLI11's errors in plain words.
[[nodiscard]] Failure in_plain_words(const CLI::ParseError& error, const CLI::App& app);

} // namespace kindly
