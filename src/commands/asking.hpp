// SPDX-License-Identifier: MIT
// Questions that a command itself asks on the terminal: a line, a yes. Exercises' questions are the guides'.
#pragma once

#include <optional>
#include <string>

namespace kindly {

class Context;

/// Standard input and standard error are a terminal. Nothing asks otherwise.
[[nodiscard]] bool somebody_is_there(const Context& context);

/// Shows `question` on standard error and reads a line, without its end and without control characters.
/// Nothing when the input has ended.
[[nodiscard]] std::optional<std::string> ask_line(Context& context, const std::string& question);

/// Only "y" or "yes" (or the word for it in the language in use) is a yes; Enter, and the end of the input,
/// are a no.
[[nodiscard]] bool ask_yes(Context& context, const std::string& question);

} // namespace kindly
