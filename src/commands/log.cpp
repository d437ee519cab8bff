// SPDX-License-Identifier: MIT
// `kindly log`: past practices, and `log show`: one of them.
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/filters.hpp"
#include "commands/json_output.hpp"
#include "commands/log_text.hpp"
#include "commands/one_entry.hpp"
#include "commands/passphrase.hpp"
#include "exchange/entry_json.hpp"
#include "exercise/reader.hpp"
#include "journal/journal.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct LogOptions {
    FilterOptions filters;
    bool json = false;
};

struct LogShowOptions {
    std::string id; ///< empty: the latest practice
    bool json = false;
};

ExitCode log(Context& context, const LogOptions& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Filter filter = read_filters(context, options.filters, journal);
    const std::vector<Entry> entries = journal.entries(filter);
    if (options.json) {
        open_words_for_reading(context, journal);
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

/// The title of the section that it came to, from the exercise as it was.
std::string left_in(const Journal& journal, const Entry& entry) {
    const bool left = entry.status == "stopped" || entry.status == "interrupted";
    if (!left || entry.last_section.empty()) { return {}; }
    if (const auto text = journal.text(entry.digest)) {
        const auto read = read_exercise(std::make_shared<SourceText>(text->id, text->bytes));
        if (read.exercise) {
            for (const auto& section : read.exercise->sections) {
                if (section.id == entry.last_section && !section.title.empty()) { return section.title; }
            }
        }
    }
    return entry.last_section;
}

ExitCode show(Context& context, const LogShowOptions& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Entry entry = the_one(journal, options.id);
    open_words_for_reading(context, journal);
    const auto answers = journal.answers(entry.id);
    if (options.json) {
        write_json(context.out, as_json(entry, answers));
    } else {
        write_entry(context.out, entry, answers, left_in(journal, entry));
    }
    return ExitCode::done;
}

} // namespace

void add_log(CLI::App& app, Context& context) {
    auto options = std::make_shared<LogOptions>();
    CLI::App& command =
        add_command(app, "log", _("past practices"),
                    {"kindly log --limit 10", "kindly log --period 2026-11 --exercise kind-pause",
                     "kindly log show", "kindly log --json"});
    add_filters(command, options->filters);
    command.add_flag("--json", options->json, _("for scripts"));
    command.require_subcommand(0, 1);

    auto show_options = std::make_shared<LogShowOptions>();
    CLI::App& show_command =
        add_command(command, "show", _("one practice with its answers; without an id, the latest"),
                    {"kindly log show", "kindly log show 019ab3c2-5e10"});
    show_command.add_option("ID", show_options->id, _("its id, or the beginning of it"));
    show_command.add_flag("--json", show_options->json, _("for scripts"));

    // CLI11 calls the inner command's callback first.
    command.callback([&context, options, show_options, &show_command] {
        if (show_command.parsed()) {
            show_options->json = show_options->json || options->json;
            context.run = [&context, show_options] { return show(context, *show_options); };
        } else {
            context.run = [&context, options] { return log(context, *options); };
        }
    });
}

} // namespace kindly
