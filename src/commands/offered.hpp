// SPDX-License-Identifier: MIT
// What a shell may offer for the value of an option or for a word. It rides on CLI11's option, as a validator
// that refuses nothing, so that commands say it where they say everything else about the option. Knows no
// command.
#pragma once

#include "commands/command.hpp"
#include "render/completion.hpp"

#include <string>
#include <vector>

namespace kindly {

/// Kinds of names that `kindly completion --names` knows.
namespace names {
inline constexpr const char* exercises = "exercises";
inline constexpr const char* programmes = "programmes";
inline constexpr const char* homework = "homework";
inline constexpr const char* languages = "languages";
} // namespace names

/// These words and no others: whatever checks them takes them from the same list.
CommandOption offer_words(CommandOption option, const std::vector<std::string>& words);
/// Names of these kinds.
CommandOption offer_names(CommandOption option, const std::vector<std::string>& kinds);
/// The same, and files where no name fits.
CommandOption offer_names_or_files(CommandOption option, const std::vector<std::string>& kinds);

/// What was said so; else what goes with the placeholder of the value ("FILE", "EXERCISE").
[[nodiscard]] Offered offered_for(CLI::Option& option);

} // namespace kindly
