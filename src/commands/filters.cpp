// SPDX-License-Identifier: MIT
#include "commands/filters.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/period.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/help_headings.hpp"
#include "commands/offered.hpp"
#include "commands/usual_options.hpp"
#include "exercise/exercise.hpp"

#include <algorithm>
#include <charconv>

namespace kindly {

namespace {

/// A word that is neither in the catalogue nor in the log is a slip, not an exercise that was never
/// practised.
void refuse_unknown_exercise(Context& context, const Journal& journal, const std::string& exercise) {
    std::vector<std::string> known = context.catalogue().ids();
    for (const auto& last : journal.latest_by_exercise()) { known.push_back(last.exercise); }
    if (std::find(known.begin(), known.end(), exercise) != known.end()) { return; }
    const auto near = nearest(exercise, known);
    throw Failure(ExitCode::not_found,
                  filled(_("There is no exercise \"{}\""), harmless(exercise)) +
                      (near ? filled(_(". Did you mean \"{}\"?"), *near) : std::string()),
                  _("\"kindly list\" shows all of them."));
}

CommandOption add_limit(const Command& command, std::size_t& value) {
    return command.add_option("--limit", value, _("only the latest ones"))
        .type_name("N")
        .check([](const std::string& word) {
            std::size_t number = 0;
            const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
            const bool whole = error == std::errc() && end == word.data() + word.size();
            return whole && number >= 1 ? std::string()
                                        : filled(_("\"{}\" is not a whole number from 1"), harmless(word));
        });
}

/// A script's variable that was never set must not mean everything.
void refuse_empty(CommandOption option) {
    option.check([](const std::string& word) {
        return word.empty() ? std::string(_("the value is empty; leave the option out for everything"))
                            : std::string();
    });
}

std::vector<std::string> component_words() {
    std::vector<std::string> words;
    for (const Component component : all_values<Component>()) { words.emplace_back(word(component)); }
    return words;
}

/// `option`: as messages call it.
Period period_of(const char* option, const std::string& written, const std::string& today) {
    const PeriodRead read = read_period(written, today);
    if (read.problem.empty()) { return read.period; }
    throw Failure(ExitCode::usage, filled("{}: {}", option, read.problem), ways_to_write_a_period());
}

/// The days that --period, or --since and --until, leave in.
Period days_meant(const FilterOptions& options, const std::string& today) {
    if (!options.period.empty()) { return period_of("--period", options.period, today); }
    Period days;
    if (!options.since.empty()) { days.first = period_of("--since", options.since, today).first; }
    if (!options.until.empty()) { days.last = period_of("--until", options.until, today).last; }
    if (!days.first.empty() && !days.last.empty() && days.first > days.last) {
        throw Failure(
            ExitCode::usage,
            filled(_("--since begins on {}, and --until ends before that, on {}"), days.first, days.last),
            _("Turn them round, or leave one of them out."));
    }
    return days;
}

} // namespace

void add_filters(const Command& command, FilterOptions& options) {
    const CommandOption period = command.add_option(
        "--period", options.period, _("only of these days: 2026-11, today, \"last week\", 7d, A..B"));
    const CommandOption since = command.add_option("--since", options.since, _("only from its first day on"));
    const CommandOption until = command.add_option("--until", options.until, _("only up to its last day"));
    for (const CommandOption option : {period, since, until}) { refuse_empty(option.type_name("PERIOD")); }
    period.excludes(since).excludes(until);
    const CommandOption exercise =
        command.add_option("--exercise", options.exercise, _("only of this exercise")).type_name("ID");
    refuse_empty(offer_names(exercise, {names::exercises}));
    const CommandOption component =
        add_choice(command, "--component", options.component, component_words(), _("only with this part"));
    const CommandOption status =
        add_choice(command, "--status", options.status,
                   {"completed", "closed_early", "stopped", "interrupted"}, _("only those that ended so"));
    const CommandOption homework =
        command.add_option("--homework", options.homework, _("only for this homework")).type_name("ID");
    refuse_empty(offer_names(homework, {names::homework}));
    const CommandOption limit = add_limit(command, options.limit);
    for (const CommandOption option : {period, since, until, exercise, component, status, homework, limit}) {
        option.group(which_practices());
    }
}

Filter read_filters(Context& context, const FilterOptions& options, const Journal& journal) {
    const Period days = days_meant(options, context.practice_day());
    if (!options.exercise.empty()) { refuse_unknown_exercise(context, journal, options.exercise); }
    Filter filter;
    filter.from_day = days.first;
    filter.until_day = days.last;
    filter.exercise = options.exercise;
    filter.component = options.component;
    filter.status = options.status;
    filter.homework = options.homework;
    filter.limit = options.limit;
    return filter;
}

bool narrows(const Filter& filter) {
    return !filter.from_day.empty() || !filter.until_day.empty() || !filter.exercise.empty() ||
           !filter.component.empty() || !filter.status.empty() || !filter.homework.empty() ||
           !filter.trials || filter.changed_since.has_value();
}

} // namespace kindly
