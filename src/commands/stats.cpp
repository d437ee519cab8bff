// SPDX-License-Identifier: MIT
// `kindly stats`: what past practices add up to.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/filters.hpp"
#include "commands/json_output.hpp"
#include "commands/stats_text.hpp"
#include "commands/terminal_columns.hpp"
#include "exchange/statistics_json.hpp"
#include "journal/journal.hpp"
#include "journal/statistics.hpp"

#include <algorithm>
#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct StatsOptions {
    FilterOptions filters;
    bool json = false;
};

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 80;

std::size_t columns_of(const Output& output) {
    const std::size_t columns = terminal_columns(output);
    return columns == 0 ? widest : std::clamp(columns, narrowest, widest);
}

/// What the person's locale says. The C library cannot be asked: texts stay UTF-8 whatever it is.
bool has_unicode(const Environment& environment) {
    for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (const auto value = environment(name)) {
            const std::string locale = lowered_ascii(*value);
            return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
        }
    }
    return false;
}

const char* nothing_found(const Journal& journal, const Filter& filter) {
    if (narrows(filter)) { return _("No practices like that yet."); }
    if (journal.empty()) {
        return _("No practices yet. Once there are some, you can look back on them here.");
    }
    return _("So far there are only trials, which are not counted.");
}

ExitCode stats(Context& context, const StatsOptions& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Filter filter = read_filters(context, options.filters, journal);
    const Statistics found = statistics(journal, filter);
    if (options.json) {
        write_json(context.out, as_json(found));
    } else if (found.all.practices == 0) {
        context.out.write(std::string(nothing_found(journal, filter)) + "\n");
    } else {
        write_statistics(context.out, found,
                         {.columns = columns_of(context.out),
                          .plain = context.plain_layout(),
                          .unicode = has_unicode(context.environment)});
    }
    return ExitCode::done;
}

} // namespace

void add_stats(const Command& app, Context& context) {
    auto options = std::make_shared<StatsOptions>();
    const Command command =
        app.add_command("stats", _("what past practices add up to"),
                        {"kindly stats", "kindly stats --exercise kind-pause", "kindly stats --json"});
    add_filters(command, options->filters);
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return stats(context, *options); }; });
}

} // namespace kindly
