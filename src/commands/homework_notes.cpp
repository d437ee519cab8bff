// SPDX-License-Identifier: MIT
// `kindly homework skip`, `instead`, `note` and `end`: what the person says about homework, always optional.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/homework_commands.hpp"
#include "commands/offered.hpp"
#include "homework/begun.hpp"
#include "homework/due.hpp"

#include <algorithm>
#include <memory>
#include <optional>

namespace kindly {

namespace {

struct SkipOptions {
    std::string id;
    std::string exercise;
    bool reason = false;
};

struct NoteOptions {
    std::string id;
    int answer = 0;
};

/// What is due today of this homework, all or the one that was named. `advice`: where that is nothing.
std::vector<Waiting> due_today(Context& context, const Journal& journal, const SkipOptions& options,
                               const char* advice) {
    std::vector<Waiting> due =
        waiting_homework(journal, &context.catalogue(), context.clock->wall(), context.config().day_starts);
    std::erase_if(due, [&](const Waiting& one) {
        return one.homework != options.id || one.when != Waiting::When::due ||
               (!options.exercise.empty() && one.exercise != options.exercise);
    });
    if (!due.empty()) { return due; }
    throw Failure(ExitCode::not_found,
                  options.exercise.empty()
                      ? filled(_("Nothing of \"{}\" is waiting today"), options.id)
                      : filled(_("\"{}\" is not waiting today in \"{}\""), options.exercise, options.id),
                  advice);
}

/// Once, and Enter leaves it out. Without a terminal only where --reason asks for it. Nothing: the person
/// wants out.
std::optional<std::string> ask_reason(Context& context, const HomeworkRow& row, bool wanted) {
    if (row.kind == "assignment" && somebody_is_there(context)) {
        const auto line = ask_line(context, _("If you would like to note what came in between, write it here "
                                              "(Enter: leave it out)"));
        const std::string reason(line ? trimmed(*line) : std::string_view());
        return reason == "q" || reason == ".q" ? std::nullopt : std::optional(reason);
    }
    if (!wanted) { return std::string(); }
    return ask_words(context, std::string(_("What came in between?")) + "\n" +
                                  _("(A line with only a full stop ends it; .q changes nothing.)"));
}

ExitCode leave(Context& context) {
    context.err.write(std::string(_("Nothing was changed.")) + "\n");
    return ExitCode::done;
}

void note(Context& context, Journal& journal, const HomeworkRow& row, const char* kind,
          const std::vector<Waiting>& due, const std::string& reason) {
    std::vector<HomeworkNote> notes;
    notes.reserve(due.size());
    for (const Waiting& waiting : due) { // the reason is said once
        notes.push_back(noted_now(context, kind, waiting.item, notes.empty() ? reason : std::string()));
    }
    note_homework(journal, row.number, notes);
}

ExitCode skip(Context& context, const SkipOptions& options) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    const HomeworkRow row = homework_named(journal, options.id);
    const auto due = due_today(context, journal, options,
                               _("Nothing needs to be left out. \"kindly homework\" shows what is next."));
    const auto reason = ask_reason(context, row, options.reason);
    if (!reason) { return leave(context); }
    note(context, journal, row, "skipped", due, *reason);
    std::vector<std::string> names;
    names.reserve(due.size());
    for (const Waiting& one : due) {
        names.push_back(one.title.empty() ? std::string(_("looking back")) : one.title);
    }
    context.out.write(filled(_("Left out today: {}.\n"), harmless(joined(names, ", "))));
    return ExitCode::done;
}

ExitCode instead(Context& context, const SkipOptions& options) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    const HomeworkRow row = homework_named(journal, options.id);
    auto due = due_today(context, journal, options, _("\"kindly homework\" shows what is next."));
    std::erase_if(due, [](const Waiting& one) { return one.substitute.empty(); });
    if (due.empty()) {
        throw Failure(ExitCode::not_found, _("There is no other exercise for what is waiting today"),
                      filled(_("It can be left out: kindly homework skip {}"), row.id));
    }
    due.resize(1);
    const auto reason = ask_reason(context, row, options.reason);
    if (!reason) { return leave(context); }
    note(context, journal, row, "instead", due, *reason);
    context.out.write(
        filled(_("To begin: kindly practice {} --homework {}\n"), due.front().substitute, row.id));
    return ExitCode::done;
}

ExitCode note_words(Context& context, const NoteOptions& options) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    const Begun begun = stand_of(
        journal, options.id.empty() ? assignment_meant(journal, "") : homework_named(journal, options.id),
        context.practice_day());
    if (begun.assignment == nullptr) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" is a programme: nobody waits for notes"), options.id),
                      _("A practice can have a note: kindly log add --note"));
    }
    const auto& questions = begun.assignment->questions;
    if (options.answer > static_cast<int>(questions.size())) {
        throw Failure(ExitCode::usage,
                      questions.empty() ? std::string(_("This homework has no questions for the end"))
                                        : plural("This homework has {} question for the end",
                                                 "This homework has {} questions for the end",
                                                 static_cast<long long>(questions.size())),
                      _("Without --answer, the note is a question for next time."));
    }
    const std::string question = options.answer > 0
                                     ? questions[static_cast<std::size_t>(options.answer) - 1]
                                     : std::string(_("Something to ask or to talk about next time:"));
    const auto words = ask_words(
        context, harmless(question) + "\n" +
                     _("(A line with only a full stop ends it; .q leaves without noting anything.)"));
    if (!words || words->empty()) {
        context.err.write(std::string(_("Nothing was noted.")) + "\n");
        return ExitCode::done;
    }
    const char* kind = options.answer > 0 ? "answer" : "question";
    note_homework(journal, begun.row.number, {noted_now(context, kind, options.answer, *words)});
    context.out.write(std::string(_("Noted. It is in a report only if you choose it there.")) + "\n");
    return ExitCode::done;
}

ExitCode end(Context& context, const std::string& id) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    const HomeworkRow row = homework_named(journal, id);
    end_homework(journal, row.number, context.clock->wall());
    context.out.write(
        filled(_("\"{}\" has ended. What you practised stays in the log.\n"), harmless(row.title)));
    return ExitCode::done;
}

void add_skip_options(const Command& command, const std::shared_ptr<SkipOptions>& options) {
    offer_names(command.add_option("ID", options->id, _("which homework")), {names::homework}).required();
    offer_names(command.add_option("EXERCISE", options->exercise, _("only this one of today's")),
                {names::exercises});
    command.add_flag("--reason", options->reason, _("with what came in between, read from standard input"));
}

} // namespace

HomeworkNote noted_now(Context& context, const char* kind, int item, std::string words) {
    HomeworkNote note;
    note.kind = kind;
    note.item = item;
    note.day = context.practice_day();
    note.words = std::move(words);
    note.noted_at = context.clock->wall();
    return note;
}

void add_homework_skip(const Command& homework, Context& context) {
    auto options = std::make_shared<SkipOptions>();
    const Command command =
        homework.add_command("skip", _("leave today's out"),
                             {"kindly homework skip starter", "kindly homework skip starter feet"});
    add_skip_options(command, options);
    command.callback(
        [&context, options] { context.run = [&context, options] { return skip(context, *options); }; });
}

void add_homework_instead(const Command& homework, Context& context) {
    auto options = std::make_shared<SkipOptions>();
    const Command command =
        homework.add_command("instead", _("the easier one in its place today"),
                             {"kindly homework instead evenings", "kindly homework instead evenings feet"});
    add_skip_options(command, options);
    command.callback(
        [&context, options] { context.run = [&context, options] { return instead(context, *options); }; });
}

void add_homework_note(const Command& homework, Context& context) {
    auto options = std::make_shared<NoteOptions>();
    const Command command =
        homework.add_command("note", _("something for next time, or an answer for the end"),
                             {"kindly homework note", "kindly homework note evenings --answer 1"});
    offer_names(command.add_option("ID", options->id, _("which homework")), {names::homework});
    command.add_option("--answer", options->answer, _("an answer to question N of those for the end"))
        .type_name("N")
        .check([](const std::string& word) {
            const bool whole = !word.empty() && word.size() < 4 &&
                               word.find_first_not_of("0123456789") == std::string::npos && word[0] != '0';
            return whole ? std::string()
                         : filled(_("\"{}\" is not the number of a question"), harmless(word));
        });
    command.callback(
        [&context, options] { context.run = [&context, options] { return note_words(context, *options); }; });
}

void add_homework_end(const Command& homework, Context& context) {
    auto id = std::make_shared<std::string>();
    const Command command = homework.add_command("end", _("end it; what was practised stays in the log"),
                                                 {"kindly homework end starter"});
    offer_names(command.add_option("ID", *id, _("which homework")), {names::homework}).required();
    command.callback([&context, id] { context.run = [&context, id] { return end(context, *id); }; });
}

} // namespace kindly
