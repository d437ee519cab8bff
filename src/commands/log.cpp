// SPDX-License-Identifier: MIT
// `kindly log`: past practices.
#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/filters.hpp"
#include "commands/json_output.hpp"
#include "commands/log_commands.hpp"
#include "commands/log_find.hpp"
#include "commands/log_text.hpp"
#include "commands/passphrase.hpp"
#include "exchange/entry_json.hpp"
#include "journal/journal.hpp"

#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct LogOptions {
    FilterOptions filters;
    bool find = false;
    std::shared_ptr<bool> json = std::make_shared<bool>(false);
};

ExitCode log(Context& context, const LogOptions& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Filter filter = read_filters(context, options.filters, journal);
    if (options.find) { return find_in_log(context, journal, filter, *options.json); }
    if (*options.json) { open_words_for_reading(context, journal); }
    const std::vector<Entry> entries = journal.entries(filter);
    if (*options.json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const auto& entry : entries) { rows.push_back(as_json(entry, journal.answers(entry.id))); }
        write_json(context.out, rows);
    } else if (!entries.empty()) {
        write_entries(context.out, entries, context.plain_layout());
    } else {
        context.out.write(
            std::string(narrows(filter) ? _("No practices like that yet.") : _("No practices yet.")) + "\n");
    }
    return ExitCode::done;
}

/// What narrows the list means nothing to a single practice.
void refuse_list_options(const Command& command) {
    for (const std::string& name : command.given_options()) {
        if (name == "--json") { continue; }
        throw Failure(ExitCode::usage,
                      fmt::format(fmt::runtime(_("{} is about the list of practices, not about \"log {}\"")),
                                  name, command.chosen_below()),
                      _("Leave it out, or write it behind the word if it belongs there."));
    }
}

} // namespace

void add_log(const Command& app, Context& context) {
    auto options = std::make_shared<LogOptions>();
    const Command command =
        app.add_command("log", _("past practices"),
                        {"kindly log --limit 10", "kindly log --period 2026-11 --exercise kind-pause",
                         "kindly log --find", "kindly log show"});
    add_filters(command, options->filters);
    command.add_flag("--find", options->find, _("only those that hold certain words, which it asks for"));
    command.add_flag("--json", *options->json, _("for scripts"));
    command.require_one_below_at_most();
    add_log_show(command, context, options->json);
    add_log_add(command, context, options->json);
    add_log_amend(command, context, options->json);
    add_log_delete(command, context);

    // CLI11 calls the inner command's callback first.
    command.callback([&context, options, command] {
        if (!command.chosen_below().empty()) { return refuse_list_options(command); }
        context.run = [&context, options] { return log(context, *options); };
    });
}

} // namespace kindly
