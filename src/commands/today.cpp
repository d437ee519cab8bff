// SPDX-License-Identifier: MIT
// `kindly today`, and `kindly` alone.
#include "commands/today.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/face.hpp"
#include "commands/json_output.hpp"
#include "commands/practice_run.hpp"
#include "commands/pump.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/today_page.hpp"
#include "commands/usual_options.hpp"

#include <algorithm>
#include <memory>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// With what was asked of every command, such as --plain and --data-dir.
ExitCode run_command(Context& context, const std::string& command) {
    std::vector<std::string> words = as_words(context.global);
    words.insert(words.begin(), command);
    const auto now = context.global.now;
    read_command_line(context, std::move(words));
    context.global.now = now;
    return context.run();
}

/// What a key of the page leads to; nothing: it has no use there.
std::optional<ExitCode> follow(Context& context, const TodayFacts& facts, const PracticeRequest& asked,
                               char letter) {
    switch (letter) {
    case '\n':
        if (const auto request = request_of(facts, asked)) { return run_practice(context, *request); }
        return std::nullopt;
    case 'g': return run_command(context, "ground");
    case 't': return run_command(context, "sit");
    case 'l': return run_command(context, "list");
    case '?': return run_command(context, "support");
    case 'q': return ExitCode::done;
    default: return std::nullopt;
    }
}

ExitCode ask_on_screen(Context& context, const TodayFacts& facts, const PracticeRequest& asked) {
    screen::TerminalOptions options;
    options.theme = context.config().theme;
    options.colours = context.in_colour(context.out);
    context.out.flush();
    context.err.flush();
    const screen::PageAnswer answer = screen::ask_on_page(today_page(facts), options);
    if (answer.signal != 0) { return exit_code_of(answer.signal); }
    return follow(context, facts, asked, answer.letter).value_or(ExitCode::done);
}

ExitCode ask_in_lines(Context& context, const TodayFacts& facts, const PracticeRequest& asked) {
    context.out.write(today_lines(facts, page_columns(context.out)) + "\n");
    std::string keys;
    for (const auto& key : today_page(facts).keys) { keys += (keys.empty() ? "" : "   ") + key.words; }
    for (;;) {
        const auto reply = ask_line(context, keys + "\n>");
        if (!reply) { return ExitCode::done; }
        const std::string typed = lowered_ascii(trimmed(*reply));
        const char letter = typed.empty() ? '\n' : typed.size() == 1 ? typed.front() : '\0';
        if (const auto code = follow(context, facts, asked, letter == 'h' ? '?' : letter)) { return *code; }
        context.out.write(_("That key does nothing here.\n"));
    }
}

} // namespace

ExitCode run_today(Context& context, const TodayOptions& options, const PracticeRequest& asked) {
    if (options.brief && (options.json || options.minutes > 0)) {
        throw Failure(ExitCode::usage,
                      options.json ? _("--short and --json do not go together")
                                   : _("--short and --minutes do not go together"),
                      _("--short is one line for a prompt, or nothing."));
    }
    if (options.brief) { return run_today_short(context); }
    TodayWish wish;
    if (options.minutes > 0) { wish.time = std::chrono::minutes(options.minutes); }
    if (!asked.language.empty()) { wish.language = asked.language; }
    wish.only_gentle = asked.listen;
    wish.anew = !refused_with_resume(asked).empty() || asked.instant;
    const TodayFacts facts = find_today_facts(context, wish);
    if (!facts.any_exercises && offer_of(facts) == TodayOffer::nothing) {
        throw Failure(
            ExitCode::not_found, _("No exercises were found"),
            _("\"kindly ground\" works without them; --exercise-path names a folder that has some."));
    }
    if (options.json) {
        write_json(context.out, as_json(context, facts));
        return ExitCode::done;
    }
    const FaceFacts face = find_face_facts(context, asked.guide);
    if (face.input_is_terminal && face.output_is_terminal) {
        return choose_face(face).face == Face::screen ? ask_on_screen(context, facts, asked)
                                                      : ask_in_lines(context, facts, asked);
    }
    context.out.write(today_lines(facts, page_columns(context.out)) + "\n" + today_commands(facts));
    return ExitCode::done;
}

void add_today(const Command& app, Context& context) {
    auto options = std::make_shared<TodayOptions>();
    const Command command = app.add_command("today", _("what is there for today; also \"kindly\" alone"),
                                            {"kindly", "kindly today --minutes 5", "kindly today --short"});
    add_minutes(command, "--minutes", options->minutes, _("only what can be done in this time"));
    command.add_flag("--short", options->brief,
                     _("one line for a prompt where something waits, else nothing"));
    command.add_flag("--json", options->json, _("as JSON"));
    command.callback([&context, options] {
        context.run = [&context, options] { return run_today(context, *options, {}); };
    });
}

} // namespace kindly
