// SPDX-License-Identifier: MIT
// Options of a kind that several commands have.
#pragma once

#include "commands/command.hpp"

#include <string>
#include <vector>

namespace kindly {

/// --NAME WORD, where WORD is one of `words`; anything else is refused with the nearest of them.
CommandOption add_choice(const Command& command, const std::string& name, std::string& value,
                         std::vector<std::string> words, const std::string& description);

/// --NAME WORD,WORD: several of `words`, separated by commas; the option may also be given again.
CommandOption add_choices(const Command& command, const std::string& name, std::vector<std::string>& values,
                          std::vector<std::string> words, const std::string& description);

/// --minutes N: whole, 1 to limits::most_minutes_asked. `value` stays 0 when it is not given.
CommandOption add_minutes(const Command& command, const std::string& name, int& value,
                          const std::string& description);

} // namespace kindly
