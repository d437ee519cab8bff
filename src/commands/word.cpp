// SPDX-License-Identifier: MIT
// `kindly word`: one line of the person's own kept words, for a login shell or a status bar. Quick, and quiet
// where there is nothing: a prompt is no place for messages.
#include "base/day.hpp"
#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "journal/kept.hpp"

#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::string word_of_the_day(Context& context) {
    try {
        const Journal journal = Journal::open_for_reading(context.paths().journal());
        return line_of_the_day(kept(journal), read_day(context.practice_day()).value_or(0));
    } catch (const Failure&) { // no home, a damaged log: `kindly doctor` tells that to whoever asks
        return {};
    }
}

ExitCode print_word(Context& context, bool json) {
    const std::string word = word_of_the_day(context);
    if (json) {
        write_json(context.out,
                   {{"word", word.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(word)}});
    } else if (!word.empty()) {
        context.out.write(word + "\n");
    }
    return ExitCode::done;
}

} // namespace

void add_word(const Command& app, Context& context) {
    auto json = std::make_shared<bool>(false);
    const Command command =
        app.add_command("word", _("one line of words that you kept; another one each day"), {"kindly word"});
    command.add_flag("--json", *json, _("for scripts"));
    command.callback(
        [&context, json] { context.run = [&context, json] { return print_word(context, *json); }; });
}

} // namespace kindly
