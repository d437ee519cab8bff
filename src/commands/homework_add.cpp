// SPDX-License-Identifier: MIT
// `kindly homework add`: begins a programme, or agrees to an assignment; `homework try` shows what that is
// like, in a folder that is thrown away.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command_line.hpp"
#include "commands/context.hpp"
#include "commands/homework_agree.hpp"
#include "commands/homework_brought.hpp"
#include "commands/homework_commands.hpp"
#include "commands/homework_text.hpp"
#include "commands/json_output.hpp"
#include "commands/practice_run.hpp"
#include "commands/programme_page.hpp"
#include "exercise/canonical.hpp"

#include <cstdlib>
#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

namespace fs = std::filesystem;

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

constexpr std::size_t columns = 76;

void paragraph(Output& out, const std::string& text) {
    if (text.empty()) { return; }
    for (const std::string& line : wrapped(harmless(text), columns)) { out.write(line + "\n"); }
    out.write("\n");
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
    Journal journal = Journal::open_for_writing(context.paths().journal());
    if (!begin_homework(journal, row)) {
        throw Failure(ExitCode::usage, sentence(_("\"{}\" is going on already"), programme.id),
                      sentence(_("\"kindly homework\" shows where it is. To begin it anew, first: kindly "
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
    context.out.write(homework_text(begun, waiting, columns));
    return ExitCode::done;
}

ExitCode add(Context& context, const AgreeOptions& options) {
    if (holds_assignment(options.file)) { return agree_to_assignment(context, options); }
    if (looks_like_path(options.file) && !fs::exists(options.file)) {
        throw Failure(ExitCode::not_found, sentence(_("There is no file {}"), harmless(options.file)));
    }
    if (holds_plan(options.file)) {
        throw Failure(ExitCode::usage,
                      sentence(_("{} is a plan, of which an assignment can be made"), options.file),
                      sentence(_("To make it: kindly assign --plan {}"), options.file));
    }
    const std::pair<bool, const char*> others[] = {
        {options.agree, "--agree"}, {!options.share.empty(), "--share"}, {!options.plan.empty(), "--plan"}};
    for (const auto& [given, name] : others) {
        if (!given) { continue; }
        throw Failure(ExitCode::usage,
                      sentence(_("{} is about an assignment, and \"{}\" is none"), name, options.file),
                      _("A programme is begun without it."));
    }
    return begin_programme(context, options);
}

/// A home that is thrown away.
class ThrowAway {
public:
    ThrowAway() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "kindly-try.XXXXXX").string();
        if (error || ::mkdtemp(name.data()) == nullptr) {
            throw Failure(ExitCode::environment, _("No folder could be made to try this in"),
                          _("TMPDIR names the folder in which it would stand."));
        }
        folder_ = name;
    }
    ThrowAway(const ThrowAway&) = delete;
    ThrowAway& operator=(const ThrowAway&) = delete;
    ~ThrowAway() {
        std::error_code none;
        fs::remove_all(folder_, none);
    }
    [[nodiscard]] Environment environment(const Environment& real) const {
        return [real, folder = folder_.string()](const std::string& name) -> std::optional<std::string> {
            if (name == "KINDLY_DATA_DIR" || name == "XDG_DATA_HOME" || name == "XDG_CONFIG_HOME") {
                return folder;
            }
            return real(name);
        };
    }

private:
    fs::path folder_;
};

ExitCode try_out(Context& context, const std::string& file) {
    if (!holds_assignment(file)) {
        throw Failure(fs::exists(file) ? ExitCode::usage : ExitCode::not_found,
                      fs::exists(file) ? sentence(_("{} is not an assignment"), file)
                                       : sentence(_("There is no file {}"), file),
                      _("\"kindly assign\" makes one."));
    }
    const ThrowAway home;
    Context other(context.out, context.err, home.environment(context.environment), context.program);
    other.global = context.global;
    other.global.data_dir.reset();
    other.global.config.reset();
    other.clock = context.clock;
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

void add_homework_add(CLI::App& homework, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<AgreeOptions>();
    CLI::App& command = add_command(homework, "add", _("begin a programme, or agree to an assignment"),
                                    {"kindly homework add starter", "kindly homework add ./evenings.json",
                                     "kindly homework add ./evenings.json --agree --share ratings"});
    command
        .add_option("PROGRAMME", options->file, _("the name of a programme, or a file with one or the other"))
        ->required()
        ->type_name("PROGRAMME|FILE");
    command.add_flag("--agree", options->agree, _("agree without being asked (an assignment)"));
    add_choice(command, "--share", options->share, {"counts", "ratings", "words"},
               _("what a report may hold"));
    command.add_option("--plan", options->plan, _("your own plan: when, where, what if"))->type_name("FILE");
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return add(context, *options);
        };
    });
}

void add_homework_try(CLI::App& homework, Context& context) {
    auto file = std::make_shared<std::string>();
    CLI::App& command =
        add_command(homework, "try", _("see an assignment as the client will; nothing is kept"),
                    {"kindly homework try ./evenings.json"});
    command.add_option("FILE", *file, _("an assignment"))->required();
    command.callback(
        [&context, file] { context.run = [&context, file] { return try_out(context, *file); }; });
}

} // namespace kindly
