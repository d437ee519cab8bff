// SPDX-License-Identifier: MIT
// `kindly homework add`: begins a programme.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/context.hpp"
#include "commands/homework_brought.hpp"
#include "commands/homework_commands.hpp"
#include "commands/homework_text.hpp"
#include "commands/json_output.hpp"
#include "commands/programme_page.hpp"
#include "exercise/canonical.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

constexpr std::size_t columns = 76;

struct AddOptions {
    std::string what;
    bool json = false;
};

void paragraph(Output& out, const std::string& text) {
    if (text.empty()) { return; }
    for (const std::string& line : wrapped(harmless(text), columns)) { out.write(line + "\n"); }
    out.write("\n");
}

ExitCode begin_programme(Context& context, const AddOptions& options) {
    UsableProgramme usable = open_programme(context, options.what, std::nullopt);
    const Programme& programme = *usable.programme;
    HomeworkRow row;
    row.id = programme.id;
    row.kind = "programme";
    row.title = programme.title;
    row.digest = canonical_digest(programme.document->root);
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
    const BegunProgramme begun =
        begun_programme(journal, homework_named(journal, row.id), context.practice_day());
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

} // namespace

void add_homework_add(CLI::App& homework, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<AddOptions>();
    CLI::App& command = add_command(homework, "add", _("begin a programme"),
                                    {"kindly homework add starter", "kindly homework add ./my-days.json"});
    command.add_option("PROGRAMME", options->what, _("its name, or a file"))->required();
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return begin_programme(context, *options);
        };
    });
}

} // namespace kindly
