// SPDX-License-Identifier: MIT
// `kindly homework`: what is set and what of it is waiting.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/homework_commands.hpp"
#include "commands/homework_text.hpp"
#include "commands/json_output.hpp"
#include "commands/terminal_columns.hpp"

#include <algorithm>
#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

ExitCode homework(Context& context, bool json) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const auto all = begun_homework(journal, context.practice_day());
    const auto waiting =
        waiting_homework(journal, &context.catalogue(), context.clock->wall(), context.config().day_starts);
    if (json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const auto& begun : all) { rows.push_back(as_json(begun, waiting, context.catalogue())); }
        write_json(context.out, rows);
        return ExitCode::done;
    }
    if (all.empty()) {
        context.out.write(_("No homework is set.\nTo begin a programme: kindly homework add PROGRAMME\nTo "
                            "see which there are: kindly list\n"));
        return ExitCode::done;
    }
    std::string text;
    for (const auto& begun : all) {
        if (!text.empty()) { text += "\n"; }
        text += homework_text(begun, waiting, page_columns(context.out));
    }
    context.out.write(text);
    return ExitCode::done;
}

} // namespace

HomeworkRow homework_named(const Journal& journal, const std::string& id) {
    std::vector<std::string> ids;
    for (HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) {
        if (row.id == id) { return std::move(row); }
        ids.push_back(row.id);
    }
    const auto near = nearest(id, ids);
    std::string what = filled(_("No homework \"{}\" is going on"), harmless(id));
    if (near) { what += filled(_(". Did you mean \"{}\"?"), *near); }
    throw Failure(ExitCode::not_found, what, _("\"kindly homework\" shows what is set."));
}

HomeworkRow assignment_meant(const Journal& journal, const std::string& id) {
    auto rows = homework_of(journal, WhichHomework::all);
    std::erase_if(rows, [](const HomeworkRow& row) { return row.kind != "assignment"; });
    std::vector<std::string> ids;
    for (const HomeworkRow& row : rows) { ids.push_back(row.id); }
    if (!id.empty()) {
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            if (row->id == id) { return std::move(*row); }
        }
        const auto near = nearest(id, ids);
        throw Failure(ExitCode::not_found,
                      filled(_("There is no assignment \"{}\""), harmless(id)) +
                          (near ? filled(_(". Did you mean \"{}\"?"), *near) : std::string()),
                      _("Reports are about assignments; \"kindly homework\" shows what is set."));
    }
    std::erase_if(rows, [](const HomeworkRow& row) { return row.ended_at.has_value(); });
    if (rows.size() == 1) { return std::move(rows.front()); }
    if (rows.empty()) {
        throw Failure(ExitCode::not_found, _("No assignment is going on"),
                      ids.empty()
                          ? std::string(_("Reports are about assignments that somebody made for you."))
                          : filled(_("For one that has ended, name it: {}"), joined(ids, ", ")));
    }
    throw Failure(ExitCode::usage, _("More than one assignment is going on"),
                  filled(_("Name the one that is meant: {}"), joined(ids, ", ")));
}

void add_homework(const Command& app, Context& context) {
    auto json = std::make_shared<bool>(false);
    const Command command = app.add_command(
        "homework", _("what is set, and what of it is for today"),
        {"kindly homework", "kindly homework add starter", "kindly practice --homework starter"});
    command.add_flag("--json", *json, _("for scripts"));
    command.require_one_below_at_most();
    add_homework_add(command, context, json);
    add_homework_try(command, context);
    add_homework_skip(command, context);
    add_homework_instead(command, context);
    add_homework_note(command, context);
    add_homework_report(command, context, json);
    add_homework_end(command, context);
    // CLI11 calls the inner command's callback first.
    command.callback([&context, json, command] {
        if (!command.chosen_below().empty()) { return; }
        context.run = [&context, json] { return homework(context, *json); };
    });
}

} // namespace kindly
