// SPDX-License-Identifier: MIT
#include "commands/asking.hpp"

#include "base/failure.hpp"
#include "base/terminal_line.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"
#include "commands/context.hpp"
#include "commands/stop_signals.hpp"
#include "commands/terminal_columns.hpp"
#include "exercise/limits.hpp"

#include <cerrno>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {

/// More than anybody writes on one line; what has no end is not taken in.
constexpr std::size_t most_bytes = limits::longest_answer * 4;

void refuse_too_much() {
    throw Failure(ExitCode::usage,
                  fmt::format(fmt::runtime(_("This is more than {} characters")), limits::longest_answer),
                  _("Nothing was changed. A shorter text can be kept."));
}

/// Byte by byte: what follows the line may be for somebody else.
std::optional<std::string> read_line() {
    std::string line;
    char letter = 0;
    for (;;) {
        if (line.size() > most_bytes) { refuse_too_much(); }
        StopSignals::check(_("Ended before an answer came"));
        const ssize_t got = ::read(STDIN_FILENO, &letter, 1);
        if (got < 0 && errno == EINTR) { continue; }
        if (got <= 0) { return line.empty() ? std::nullopt : std::optional(line); }
        if (letter == '\n') { return line; }
        line += letter;
    }
}

/// A line that a terminal has cut off is told so. A single one goes on in the next.
bool ask_for_the_rest(Context& context, const std::string& line) {
    if (!somebody_is_there(context)) { return false; }
    const auto cut = told_if_cut(line);
    if (cut) {
        tell(context, *cut);
        context.err.flush();
    }
    return cut.has_value();
}

} // namespace

bool somebody_is_there(const Context& context) {
    return ::isatty(STDIN_FILENO) == 1 && context.err.is_terminal();
}

std::filesystem::path file_as_typed(const Context& context, const std::string& typed) {
    const auto home = context.environment("HOME");
    if (home && typed.starts_with("~/")) { return std::filesystem::path(*home) / typed.substr(2); }
    return typed;
}

std::optional<std::string> ask_line(Context& context, const std::string& question) {
    context.out.flush();
    context.err.write(joined(wrapped(question, page_columns(context.err)), "\n") + " ");
    context.err.flush();
    auto line = read_line();
    for (auto part = line; part && ask_for_the_rest(context, *part);) {
        part = read_line();
        if (part && !part->empty()) { *line += ' ' + *part; }
    }
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
        if (means_yes(*line)) { return true; }
        if (means_no(*line) || bare_letters(trimmed(*line)) == "q") { return false; }
    }
}

bool means_yes(const std::string& line) {
    const std::string word = bare_letters(trimmed(line));
    return is(word, "y", _("y")) || is(word, "yes", _("yes"));
}

bool means_no(const std::string& line) {
    const std::string word = bare_letters(trimmed(line));
    return is(word, "n", _("n")) || is(word, "no", _("no"));
}

bool ask_yes(Context& context, const std::string& question) {
    const auto line = ask_line(context, question);
    return line && means_yes(*line);
}

void tell(Context& context, const std::string& text) {
    context.err.write(joined(wrapped(text, page_columns(context.err)), "\n") + "\n");
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
            if (failure.code() == ExitCode::environment) { throw; } // another answer mends no disk
            const std::string what = failure.what();
            tell(context, what + (what.ends_with('?') ? "" : "."));
            if (!failure.advice().empty()) { tell(context, failure.advice()); }
        }
    }
}

std::optional<std::string> ask_words(Context& context, const std::string& question) {
    const bool asked = somebody_is_there(context);
    if (asked) {
        context.out.flush();
        tell(context, question);
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
        ask_for_the_rest(context, *line);
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
