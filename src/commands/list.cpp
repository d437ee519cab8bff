// SPDX-License-Identifier: MIT
// `kindly list`: the catalogue, filtered, and the programmes.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/overview.hpp"
#include "commands/programme_page.hpp"
#include "commands/usual_options.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct ListOptions {
    std::vector<std::string> components;
    std::vector<std::string> intensities;
    int max_minutes = 0;
    std::string language;
    std::vector<std::string> without;
    bool json = false;
};

template <class Enumeration>
std::vector<std::string> words_of() {
    std::vector<std::string> words;
    for (const Enumeration value : all_values<Enumeration>()) { words.emplace_back(word(value)); }
    return words;
}

template <class Value>
bool any_in(const std::vector<std::string>& wanted, const std::vector<Value>& present) {
    return wanted.empty() || std::any_of(present.begin(), present.end(), [&](const Value& value) {
               return std::find(wanted.begin(), wanted.end(), word(value)) != wanted.end();
           });
}

bool is_wanted(const Overview& overview, const ListOptions& options) {
    const Exercise& exercise = *overview.exercise;
    return any_in(options.components, overview.components) &&
           any_in(options.intensities, std::vector<Intensity>{exercise.safety.intensity});
}

/// As `practice --minutes` would decide.
bool fits(const OpenedExercise& opened, const Preferences& preferences, const std::set<Avoidable>& avoided,
          int minutes) {
    std::vector<std::string> told_already;
    const ExpandRequest request = request_for(*opened.exercise, preferences, avoided, told_already);
    return minutes == 0 ||
           fit(opened.exercise, opened.find_fragment, request, std::chrono::minutes(minutes)).plan != nullptr;
}

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return text + std::string(columns > width ? columns - width : 0, ' ');
}

/// Columns without lines between them; the last one may be as long as it likes.
void write_table(Output& out, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], display_width(row[column]));
        }
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column + 1 < row.size(); ++column) {
            line += padded(row[column], widths[column]) + "  ";
        }
        line += row.back();
        line.erase(line.find_last_not_of(' ') + 1);
        out.write(line + "\n");
    }
}

std::string minutes_in_words(Milliseconds time) {
    const auto minutes = std::max<long long>(1, std::chrono::round<std::chrono::minutes>(time).count());
    return plural("{} minute", "{} minutes", minutes);
}

void write_rows(Context& context, const std::vector<std::vector<std::string>>& rows) {
    if (context.plain_layout()) {
        for (std::vector<std::string> row : rows) {
            std::erase(row, std::string()); // some exercises belong to no part
            context.out.write(joined(row, "; ") + "\n");
        }
    } else {
        write_table(context.out, rows);
    }
}

void write_text(Context& context, const std::vector<Overview>& overviews,
                const std::vector<UsableProgramme>& programmes) {
    std::vector<std::vector<std::string>> rows;
    for (const Overview& overview : overviews) {
        const Exercise& exercise = *overview.exercise;
        std::vector<std::string> components;
        for (const Component component : overview.components) {
            components.emplace_back(in_words(component));
        }
        rows.push_back({exercise.id, harmless(exercise.title), minutes_in_words(overview.times.usual.guided),
                        in_words(exercise.safety.intensity), joined(components, ", ")});
    }
    if (!rows.empty()) { write_rows(context, rows); }
    if (programmes.empty()) { return; }
    context.out.write((rows.empty() ? "" : "\n") + std::string(_("Programmes, day by day:")) + "\n");
    rows.clear();
    for (const UsableProgramme& usable : programmes) {
        rows.push_back({usable.programme->id, harmless(usable.programme->title),
                        plural("{} day", "{} days", usable.programme->days())});
    }
    write_rows(context, rows);
}

/// Filters that look at single exercises leave no programme over.
std::vector<UsableProgramme> programmes_wanted(Context& context, const ListOptions& options) {
    if (!options.components.empty() || !options.intensities.empty() || options.max_minutes > 0) { return {}; }
    return list_programmes(context,
                           options.language.empty() ? std::nullopt : std::optional(options.language));
}

/// No exercises at all: something is not where it should be.
void tell_where_it_looked(Context& context) {
    context.err.write(std::string(_("No exercises are found in these folders:")) + "\n");
    for (const auto& folder : context.catalogue().folders()) {
        context.err.write("  " + harmless(folder.string()) + "\n");
    }
    context.err.write(std::string(_("Name the right one with --exercise-path.")) + "\n");
}

ExitCode list(Context& context, const ListOptions& options) {
    const Preferences& preferences = context.preferences();
    std::set<Avoidable> avoided = preferences.avoided;
    for (const std::string& thing : options.without) { avoided.insert(*from_word<Avoidable>(thing)); }

    const Listing listing =
        context.list_exercises(options.language.empty() ? std::nullopt : std::optional(options.language));
    for (const BrokenExercise& broken : listing.broken) {
        context.err.write(harmless(broken.problem) + "\n");
    }

    std::vector<Overview> wanted;
    long long left_out = 0;
    for (const OpenedExercise& opened : listing.exercises) {
        const Overview overview = make_overview(opened, preferences, avoided);
        for (const std::string& problem : overview.problems) { context.err.write(harmless(problem) + "\n"); }
        if (!overview.can_be_used && overview.problems.empty()) {
            left_out += is_wanted(overview, options) ? 1 : 0;
        } else if (overview.can_be_used && is_wanted(overview, options) &&
                   fits(opened, preferences, avoided, options.max_minutes)) {
            wanted.push_back(overview);
        }
    }
    std::vector<UsableProgramme> programmes = programmes_wanted(context, options);
    const bool any = options.language.empty() || !context.catalogue().ids().empty();
    if (listing.exercises.empty() && listing.broken.empty() && (options.language.empty() || !any)) {
        tell_where_it_looked(context);
    }
    if (options.json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const Overview& overview : wanted) { rows.push_back(as_json(context, overview)); }
        for (UsableProgramme& usable : programmes) { rows.push_back(as_json(usable, false)); }
        write_json(context.out, rows);
    } else if (!wanted.empty() || !programmes.empty()) {
        write_text(context, wanted, programmes);
    } else {
        context.out.write(
            std::string(_("No exercise is quite like that. \"kindly list\" shows all of them.")) + "\n");
    }
    if (left_out > 0) {
        context.err.write(plural("{} exercise is left out, because it needs something that you avoid.",
                                 "{} exercises are left out, because they need something that you avoid.",
                                 left_out) +
                          "\n");
    }
    return ExitCode::done;
}

} // namespace

void add_list(const Command& app, Context& context) {
    auto options = std::make_shared<ListOptions>();
    const Command command =
        app.add_command("list", _("the exercises and programmes that there are"),
                        {"kindly list --max-minutes 5", "kindly list --component kindness --intensity gentle",
                         "kindly list --without breath,touch"});
    add_choices(command, "--component", options->components, words_of<Component>(), _("only with this part"));
    add_choices(command, "--intensity", options->intensities, words_of<Intensity>(),
                _("only this intensity"));
    add_minutes(command, "--max-minutes", options->max_minutes, _("only what can be done in this time"));
    command.add_option("--language", options->language, _("what can be done whole in this language"))
        .type_name("L");
    add_choices(command, "--without", options->without, words_of<Avoidable>(),
                _("as if you avoid this as well"));
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return list(context, *options); }; });
}

} // namespace kindly
