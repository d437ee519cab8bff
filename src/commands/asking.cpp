// SPDX-License-Identifier: MIT
#include "commands/asking.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"

#include <cerrno>
#include <unistd.h>

namespace kindly {

namespace {

/// Byte by byte: what follows the line may be for somebody else.
std::optional<std::string> read_line() {
    std::string line;
    char letter = 0;
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, &letter, 1);
        if (got < 0 && errno == EINTR) { continue; }
        if (got <= 0) { return line.empty() ? std::nullopt : std::optional(line); }
        if (letter == '\n') { return line; }
        line += letter;
    }
}

} // namespace

bool somebody_is_there(const Context& context) {
    return ::isatty(STDIN_FILENO) == 1 && context.err.is_terminal();
}

std::optional<std::string> ask_line(Context& context, const std::string& question) {
    context.out.flush();
    context.err.write(question + " ");
    context.err.flush();
    auto line = read_line();
    if (line) { line = harmless(*line); }
    return line;
}

bool ask_yes(Context& context, const std::string& question) {
    const auto line = ask_line(context, question);
    if (!line) { return false; }
    const std::string word = lowered_ascii(trimmed(*line));
    return word == "y" || word == "yes" || word == _("y") || word == _("yes");
}

} // namespace kindly
