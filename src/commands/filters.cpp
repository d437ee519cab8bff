// SPDX-License-Identifier: MIT
#include "commands/filters.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/context.hpp"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace kindly {

namespace {

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

void add_filters(CLI::App& command, FilterOptions& options) {
    add_limit(command, options.limit);
    command.add_option("--exercise", options.exercise, _("only of this exercise"))->type_name("ID");
    add_choice(command, "--status", options.status, {"completed", "closed_early", "stopped", "interrupted"},
               _("only those that ended so"));
}

Filter read_filters(Context& context, const FilterOptions& options, const Journal& journal) {
    if (!options.exercise.empty()) { refuse_unknown_exercise(context, journal, options.exercise); }
    Filter filter;
    filter.exercise = options.exercise;
    filter.status = options.status;
    filter.limit = options.limit;
    return filter;
}

bool narrows(const Filter& filter) {
    return !filter.from_day.empty() || !filter.until_day.empty() || !filter.exercise.empty() ||
           !filter.component.empty() || !filter.status.empty() || !filter.homework.empty() ||
           !filter.trials || filter.changed_since.has_value();
}

} // namespace kindly
