// SPDX-License-Identifier: MIT
// `kindly homework end` and `kindly homework skip`.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/context.hpp"
#include "commands/homework_commands.hpp"
#include "homework/due.hpp"

#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace kindly {

namespace {

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

struct SkipOptions {
    std::string id;
    std::string exercise;
};

ExitCode end(Context& context, const std::string& id) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    const HomeworkRow row = homework_named(journal, id);
    end_homework(journal, row.number, context.clock->wall());
    context.out.write(
        sentence(_("\"{}\" has ended. What you practised stays in the log.\n"), harmless(row.title)));
    return ExitCode::done;
}

ExitCode skip(Context& context, const SkipOptions& options) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    const HomeworkRow row = homework_named(journal, options.id);
    const Moment now = context.clock->wall();
    std::vector<HomeworkNote> notes;
    std::vector<std::string> names;
    for (const Waiting& waiting :
         waiting_homework(journal, &context.catalogue(), now, context.config().day_starts)) {
        if (waiting.homework != row.id || waiting.when != Waiting::When::due) { continue; }
        if (!options.exercise.empty() && waiting.exercise != options.exercise) { continue; }
        HomeworkNote note;
        note.kind = "skipped";
        note.item = waiting.item;
        note.day = context.practice_day();
        note.noted_at = now;
        notes.push_back(std::move(note));
        names.push_back(waiting.title.empty() ? std::string(_("looking back")) : waiting.title);
    }
    if (notes.empty()) {
        throw Failure(ExitCode::not_found,
                      options.exercise.empty()
                          ? sentence(_("Nothing of \"{}\" is waiting today"), row.id)
                          : sentence(_("\"{}\" is not waiting today in \"{}\""), options.exercise, row.id),
                      _("Nothing needs to be left out. \"kindly homework\" shows what is next."));
    }
    note_homework(journal, row.number, notes);
    context.out.write(sentence(_("Left out today: {}.\n"), harmless(joined(names, ", "))));
    return ExitCode::done;
}

} // namespace

void add_homework_skip(CLI::App& homework, Context& context) {
    auto options = std::make_shared<SkipOptions>();
    CLI::App& command = add_command(homework, "skip", _("leave today's out"),
                                    {"kindly homework skip starter", "kindly homework skip starter savour"});
    command.add_option("ID", options->id, _("which homework"))->required();
    command.add_option("EXERCISE", options->exercise, _("only this one of today's"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return skip(context, *options); }; });
}

void add_homework_end(CLI::App& homework, Context& context) {
    auto id = std::make_shared<std::string>();
    CLI::App& command = add_command(homework, "end", _("end it; what was practised stays in the log"),
                                    {"kindly homework end starter"});
    command.add_option("ID", *id, _("which homework"))->required();
    command.callback([&context, id] { context.run = [&context, id] { return end(context, *id); }; });
}

} // namespace kindly
