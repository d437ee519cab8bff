// SPDX-License-Identifier: MIT
// Where a passphrase comes from: typed at the terminal without being shown, the first line of a file, or a
// command that the config file names. Never an argument: those can be read by others. Keeps none of them.
#pragma once

#include "base/secret.hpp"
#include "journal/journal.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Context;

/// Shows `question` and reads a line that is not shown. The terminal is as before afterwards, whatever comes.
/// Nothing: the input has ended. Throws Failure (interrupt, terminated, hangup) on a signal.
[[nodiscard]] std::optional<Secret> ask_passphrase(Context& context, const std::string& question);

/// The first line of the file. Throws Failure where it cannot be read or is empty.
[[nodiscard]] Secret passphrase_in(const std::filesystem::path& file);

/// The first line that passphrase_command of the config file writes; nothing where none is set. Throws
/// Failure (environment) where it fails or writes nothing.
[[nodiscard]] std::optional<Secret> commanded_passphrase(const Context& context);
/// The same for this program and its arguments; no shell is run.
[[nodiscard]] Secret first_line_of(std::vector<std::string> command);

/// A passphrase that is not it, in words. Exit code 1.
[[noreturn]] void refuse_wrong_passphrase(const std::string& where_from);

/// For commands that show words: where some are sealed, opens them with passphrase_command or, on a terminal,
/// with what is typed there (three tries; Enter alone goes on without). False: they stay sealed. Throws
/// Failure (environment) for a wrong passphrase.
bool open_words_for_reading(Context& context, const Journal& journal);

} // namespace kindly
