// SPDX-License-Identifier: MIT
// Questions that a command itself asks on the terminal: a line, a yes. Exercises' questions are the guides'.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace kindly {

class Context;

/// Standard input and standard error are a terminal. Nothing asks otherwise.
[[nodiscard]] bool somebody_is_there(const Context& context);

/// Shows `question` on standard error and reads a line, without its end and without control characters.
/// Nothing when the input has ended. Throws Failure where StopSignals are alive and one comes meanwhile.
[[nodiscard]] std::optional<std::string> ask_line(Context& context, const std::string& question);

/// The file that a name typed as an answer means: "~/" begins with the home, as in a shell.
[[nodiscard]] std::filesystem::path file_as_typed(const Context& context, const std::string& typed);

/// Only "y" or "yes" (or the word for it in the language in use) is a yes; Enter, and the end of the input,
/// are a no.
[[nodiscard]] bool ask_yes(Context& context, const std::string& question);

/// On standard error, wrapped to what a terminal there has.
void tell(Context& context, const std::string& text);

/// As for ask_yes().
[[nodiscard]] bool means_yes(const std::string& line);
/// "n", "no", or the word for it in the language in use.
[[nodiscard]] bool means_no(const std::string& line);

/// Asks until `take` takes the line, which has no spaces around it: a Failure that it throws is shown, and
/// the question comes again; but not where the environment failed, which is thrown on. False: the person
/// wants out ("q", or the input has ended).
bool ask_until(Context& context, const std::string& question,
               const std::function<void(const std::string& line)>& take);

/// Words that the person writes: at a terminal, lines after `question` until one that is only a full stop;
/// else all of standard input. Without control characters, and without empty lines at either end. Nothing:
/// the person wants out (".q"). Throws Failure (usage) for more than anybody may write at once.
[[nodiscard]] std::optional<std::string> ask_words(Context& context, const std::string& question);

/// For what is looked for: the first line of standard input, after `question` where somebody is there.
[[nodiscard]] std::optional<std::string> ask_first_line(Context& context, const std::string& question);

/// Asks again until it is a yes or a no, so that a slip loses nothing; "q" and the end of the input are a no.
[[nodiscard]] bool ask_yes_or_no(Context& context, const std::string& question);

} // namespace kindly
