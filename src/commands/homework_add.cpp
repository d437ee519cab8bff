// SPDX-License-Identifier: MIT
// `kindly homework add`: begins a programme, or agrees to an assignment; `homework try` shows what that is
// like, in a folder that is thrown away.
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/file_sorts.hpp"
#include "commands/homework_agree.hpp"
#include "commands/homework_brought.hpp"
#include "commands/homework_commands.hpp"
#include "commands/homework_text.hpp"
#include "commands/json_output.hpp"
#include "commands/practice_run.hpp"
#include "commands/programme_page.hpp"
#include "commands/stop_signals.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/throw_away_home.hpp"
#include "commands/usual_options.hpp"
#include "exercise/canonical.hpp"

#include <memory>
#include <system_error>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

namespace fs = std::filesystem;

void paragraph(Output& out, const std::string& text) {
    if (text.empty()) { return; }
    for (const std::string& line : wrapped(harmless(text), page_columns(out))) { out.write(line + "\n"); }
    out.write("\n");
}

/// A file was named without a command: somebody who only wanted to see what it is has begun nothing.
bool begin_it(Context& context, const Programme& programme, const std::string& file) {
    if (!somebody_is_there(context)) {
        throw Failure(ExitCode::usage, filled(_("{} is the programme \"{}\""), file, programme.title),
                      filled(_("To see what it is: kindly show {0}. To begin it: kindly homework add {0}"),
                             for_a_shell(file)));
    }
    paragraph(context.err, programme.title);
    paragraph(context.err, programme.about.summary);
    return ask_yes(context, _("Would you like to begin this programme? [y/N]"));
}

ExitCode begin_programme(Context& context, const AgreeOptions& options) {
    UsableProgramme usable = open_programme(context, options.file, std::nullopt);
    const Programme& programme = *usable.programme;
    HomeworkRow row;
    row.id = programme.id;
    row.kind = "programme";
    row.title = programme.title;
    row.digest = digest_of(*programme.document);
    row.file = programme.document->source->bytes();
    row.begun_at = context.clock->wall();
    row.begun_day = context.practice_day();
    row.exercises = brought_along(context, usable);
    if (context.global.file_alone && !begin_it(context, programme, options.file)) {
        context.err.write(std::string(_("Nothing was begun.")) + "\n");
        return ExitCode::done;
    }
    Journal journal = Journal::open_for_writing(context.paths().journal());
    if (!begin_homework(journal, row)) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" is going on already"), programme.id),
                      filled(_("\"kindly homework\" shows where it is. To begin it anew, first: kindly "
                               "homework end {}"),
                             programme.id));
    }
    const auto waiting =
        waiting_homework(journal, &context.catalogue(), row.begun_at, context.config().day_starts);
    const Begun begun = stand_of(journal, homework_named(journal, row.id), context.practice_day());
    if (options.json) {
        write_json(context.out, as_json(begun, waiting, context.catalogue()));
        return ExitCode::done;
    }
    paragraph(context.out, programme.about.summary);
    paragraph(context.out, programme.about.caution);
    paragraph(context.out, programme.about.homework);
    context.out.write(homework_text(begun, waiting, page_columns(context.out)));
    return ExitCode::done;
}

ExitCode add(Context& context, const AgreeOptions& options) {
    if (looks_like_path(options.file)) {
        std::error_code error;
        if (!fs::exists(options.file, error) && !error) {
            throw Failure(ExitCode::not_found, filled(_("There is no file {}"), harmless(options.file)));
        }
        // What cannot be read would otherwise be taken for something else than it is.
        static_cast<void>(read_file(options.file, 0));
    }
    if (holds_assignment(options.file)) { return agree_to_assignment(context, options); }
    if (holds_plan(options.file)) {
        throw Failure(ExitCode::usage,
                      filled(_("{} is a plan, of which an assignment can be made"), options.file),
                      filled(_("To make it: kindly assign --plan {}"), for_a_shell(options.file)));
    }
    if (looks_like_path(options.file)) { refuse_other_sorts(options.file, {FileSort::programme}); }
    const std::pair<bool, const char*> others[] = {
        {options.agree, "--agree"}, {!options.share.empty(), "--share"}, {!options.plan.empty(), "--plan"}};
    for (const auto& [given, name] : others) {
        if (!given) { continue; }
        throw Failure(ExitCode::usage,
                      filled(_("{} is about an assignment, and \"{}\" is not one"), name, options.file),
                      _("A programme is begun without it."));
    }
    return begin_programme(context, options);
}

ExitCode try_out(Context& context, const std::string& file) {
    std::error_code error;
    if (!fs::exists(file, error) && !error) {
        throw Failure(ExitCode::not_found, filled(_("There is no file {}"), file),
                      _("\"kindly assign\" makes one."));
    }
    static_cast<void>(read_file(file, 0)); // what cannot be read says why
    if (!holds_assignment(file)) {
        throw Failure(ExitCode::usage, filled(_("{} is not an assignment"), file),
                      _("\"kindly assign\" makes one."));
    }
    const StopSignals signals; // before there is a folder that could be left behind
    const ThrowAwayHome home;
    Context other(context.out, context.err, home.environment(context.environment), context.program);
    other.global = context.global;
    other.global.data_dir.reset();
    other.global.config.reset();
    other.clock = context.clock;
    other.languages = context.languages;
    other.umask_of_the_person = context.umask_of_the_person;
    AgreeOptions options;
    options.file = file;
    options.agree = !somebody_is_there(context);
    context.out.write(std::string(_("A trial, as the client will see it. Nothing of it is kept.")) + "\n\n");
    const ExitCode code = agree_to_assignment(other, options);
    const Journal journal = Journal::open_for_reading(other.paths().journal());
    const auto all = homework_of(journal, WhichHomework::going_on);
    if (all.empty() || !somebody_is_there(context)) { return code; }
    if (!ask_yes(other, _("Walk through what is for today, with time passing at once? (y or n)"))) {
        return code;
    }
    PracticeRequest request;
    request.homework = all.front().id;
    request.instant = true;
    return run_practice(other, request);
}

} // namespace

void add_homework_add(const Command& homework, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<AgreeOptions>();
    const Command command =
        homework.add_command("add", _("begin a programme, or agree to an assignment"),
                             {"kindly homework add starter", "kindly homework add ./evenings.json",
                              "kindly homework add ./evenings.json --agree --share ratings"});
    command
        .add_option("PROGRAMME", options->file, _("the name of a programme, or a file with one or the other"))
        .required()
        .type_name("PROGRAMME|FILE");
    command.add_flag("--agree", options->agree, _("agree without being asked (an assignment)"));
    add_choice(command, "--share", options->share, {"counts", "ratings", "words"},
               _("what a report may hold"));
    command.add_option("--plan", options->plan, _("your own plan: when, where, what if")).type_name("FILE");
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return add(context, *options);
        };
    });
}

void add_homework_try(const Command& homework, Context& context) {
    auto file = std::make_shared<std::string>();
    const Command command =
        homework.add_command("try", _("see an assignment as the client will; nothing is kept"),
                             {"kindly homework try ./evenings.json"});
    command.add_option("FILE", *file, _("an assignment")).required();
    command.callback(
        [&context, file] { context.run = [&context, file] { return try_out(context, *file); }; });
}

} // namespace kindly
