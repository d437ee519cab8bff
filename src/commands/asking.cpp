// SPDX-License-Identifier: MIT
#include "commands/asking.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/limits.hpp"
#include "guide/words_taken_in.hpp"

#include <cerrno>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {

/// More than anybody writes on one line; what has no end is not taken in.
constexpr std::size_t most_bytes = limits::longest_answer * 4;

void refuse_too_much() {
    throw Failure(ExitCode::usage,
                  fmt::format(fmt::runtime(_("These are more than {} characters")), limits::longest_answer),
                  _("Nothing was changed. A shorter text can be kept."));
}

/// Byte by byte: what follows the line may be for somebody else.
std::optional<std::string> read_line() {
    std::string line;
    char letter = 0;
    for (;;) {
        if (line.size() > most_bytes) { refuse_too_much(); }
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
    constexpr std::size_t columns = 76;
    context.out.flush();
    context.err.write(joined(wrapped(question, columns), "\n") + " ");
    context.err.flush();
    auto line = read_line();
    if (line) { line = harmless(*line); }
    return line;
}

namespace {

bool is(const std::string& word, const char* english, const char* translated) {
    return word == english || word == bare_letters(translated);
}

} // namespace

bool ask_yes_or_no(Context& context, const std::string& question) {
    for (;;) {
        const auto line = ask_line(context, question);
        if (!line) { return false; }
        const std::string word = bare_letters(trimmed(*line));
        if (is(word, "y", _("y")) || is(word, "yes", _("yes"))) { return true; }
        if (is(word, "n", _("n")) || is(word, "no", _("no"))) { return false; }
    }
}

bool ask_yes(Context& context, const std::string& question) {
    const auto line = ask_line(context, question);
    if (!line) { return false; }
    const std::string word = bare_letters(trimmed(*line));
    return is(word, "y", _("y")) || is(word, "yes", _("yes"));
}

bool ask_until(Context& context, const std::string& question,
               const std::function<void(const std::string& line)>& take) {
    for (;;) {
        const auto line = ask_line(context, question);
        if (!line) { return false; }
        const std::string words(trimmed(*line));
        if (lowered_ascii(words) == "q") { return false; }
        try {
            take(words);
            return true;
        } catch (const Failure& failure) { // told, and asked again: the person is there
            context.err.write(std::string(failure.what()) + ".\n");
            if (!failure.advice().empty()) { context.err.write(failure.advice() + "\n"); }
        }
    }
}

std::optional<std::string> ask_words(Context& context, const std::string& question) {
    const bool asked = somebody_is_there(context);
    if (asked) {
        context.out.flush();
        context.err.write(question + "\n");
        context.err.flush();
    }
    std::string words;
    bool first = true;
    for (;;) {
        const auto line = read_line();
        if (!line || (asked && *line == ".")) { break; }
        if (asked && *line == ".q") { return std::nullopt; }
        if (asked && first && trimmed(*line).empty()) { break; }
        if (!first) { words += '\n'; }
        words += *line;
        first = false;
        if (words.size() > most_bytes) { refuse_too_much(); }
    }
    words = words_taken_in(words);
    const auto begin = words.find_first_not_of(" \t\n");
    if (begin == std::string::npos) { return std::string(); }
    const auto line_begin = words.rfind('\n', begin);
    words = words.substr(line_begin == std::string::npos ? 0 : line_begin + 1);
    words.erase(words.find_last_not_of(" \t\n") + 1);
    if (grapheme_count(words) > limits::longest_answer) { refuse_too_much(); }
    return words;
}

std::optional<std::string> ask_first_line(Context& context, const std::string& question) {
    if (somebody_is_there(context)) { return ask_line(context, question); }
    auto line = read_line();
    if (line) { line = harmless(*line); }
    return line;
}

} // namespace kindly
