// SPDX-License-Identifier: MIT
// `kindly log`: past practices, and `log show`: one of them.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/log_text.hpp"
#include "exercise/reader.hpp"
#include "journal/journal.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct LogOptions {
    std::size_t limit = 0;
    std::string exercise;
    std::string status;
    bool json = false;
};

struct LogShowOptions {
    std::string id; ///< empty: the latest practice
    bool json = false;
};

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

/// A word that is neither in the catalogue nor in the log is a slip, not an exercise that was never
/// practised.
void refuse_unknown_exercise(Context& context, const Journal& journal, const std::string& exercise) {
    std::vector<std::string> known = context.catalogue().ids();
    for (const auto& last : journal.latest_by_exercise()) { known.push_back(last.exercise); }
    if (std::find(known.begin(), known.end(), exercise) != known.end()) { return; }
    const auto near = nearest(exercise, known);
    throw Failure(ExitCode::not_found,
                  sentence(_("There is no exercise \"{}\""), harmless(exercise)) +
                      (near ? sentence(_(". Did you mean \"{}\"?"), *near) : std::string()),
                  _("\"kindly list\" shows all of them."));
}

ExitCode log(Context& context, const LogOptions& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    Journal::Filter filter;
    filter.exercise = options.exercise;
    filter.status = options.status;
    filter.limit = options.limit;
    const std::vector<Entry> entries = journal.entries(filter);
    if (entries.empty() && !options.exercise.empty()) {
        refuse_unknown_exercise(context, journal, options.exercise);
    }
    if (options.json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const auto& entry : entries) { rows.push_back(as_json(entry, journal.answers(entry.id))); }
        write_json(context.out, rows);
    } else if (!entries.empty()) {
        write_entries(context.out, entries, context.plain_layout());
    } else {
        const bool filtered = !options.exercise.empty() || !options.status.empty();
        context.out.write(std::string(filtered ? _("No practices like that yet.") : _("No practices yet.")) +
                          "\n");
    }
    return ExitCode::done;
}

Entry the_one(const Journal& journal, const std::string& id) {
    std::vector<Entry> found;
    if (id.empty()) {
        Journal::Filter newest;
        newest.limit = 1;
        found = journal.entries(newest);
        if (found.empty()) { throw Failure(ExitCode::not_found, _("No practices yet")); }
    } else {
        found = journal.find(id);
    }
    if (found.size() == 1) { return found.front(); }
    if (found.empty()) {
        constexpr std::size_t most_compared = 1000;
        Journal::Filter recent;
        recent.limit = most_compared;
        std::vector<std::string> ids;
        for (const auto& entry : journal.entries(recent)) { ids.push_back(entry.id.substr(0, id.size())); }
        const auto near = nearest(id, ids);
        throw Failure(ExitCode::not_found,
                      sentence(_("There is no practice with the id \"{}\""), harmless(id)) +
                          (near ? sentence(_(". Did you mean \"{}\"?"), *near) : std::string()),
                      _("\"kindly log\" shows them, each with the beginning of its id."));
    }
    std::string several;
    for (const auto& entry : found) {
        several +=
            sentence("\n  {}  {}  {}", entry.id, date_and_time(entry.started_at), harmless(entry.title));
    }
    throw Failure(ExitCode::not_found,
                  sentence(_("Several practices have an id that begins with \"{}\""), harmless(id)),
                  _("Write more of the id of the one that you mean:") + several);
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
    const auto answers = journal.answers(entry.id);
    if (options.json) {
        write_json(context.out, as_json(entry, answers));
    } else {
        write_entry(context.out, entry, answers, left_in(journal, entry));
    }
    return ExitCode::done;
}

void add_limit(CLI::App& command, std::size_t& value) {
    CLI::Option* option = command.add_option("--limit", value, _("only the latest ones"));
    option->type_name("N");
    option->check(CLI::Validator(
        [](std::string& word) {
            std::size_t number = 0;
            const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
            const bool whole = error == std::errc() && end == word.data() + word.size();
            return whole && number >= 1 ? std::string()
                                        : sentence(_("\"{}\" is not a whole number from 1"), harmless(word));
        },
        ""));
}

} // namespace

void add_log(CLI::App& app, Context& context) {
    auto options = std::make_shared<LogOptions>();
    CLI::App& command =
        add_command(app, "log", _("past practices"),
                    {"kindly log --limit 10", "kindly log --exercise kind-pause --status completed",
                     "kindly log show", "kindly log --json"});
    add_limit(command, options->limit);
    command.add_option("--exercise", options->exercise, _("only of this exercise"))->type_name("ID");
    add_choice(command, "--status", options->status, {"completed", "closed_early", "stopped", "interrupted"},
               _("only those that ended so"));
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
