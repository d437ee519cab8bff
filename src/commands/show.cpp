// SPDX-License-Identifier: MIT
// `kindly show`: what an exercise or a programme is, before anybody begins it.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/offered.hpp"
#include "commands/outline.hpp"
#include "commands/overview.hpp"
#include "commands/programme_page.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/usual_options.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct ShowOptions {
    std::string name;
    int minutes = 0;
    std::string language;
    bool json = false;
};

/// Everything that is shown.
struct Shown {
    Overview overview;
    Fitted fitted; ///< to --minutes, or as usual
    bool despite_avoided =
        false; ///< nothing whole remains without what the person avoids: shown as it was written
};

template <class... Values>
std::string filled_in(const char* sentence, const Values&... values) {
    return fmt::format(fmt::runtime(sentence), values...);
}

class Page {
public:
    explicit Page(Output& out) : out_(out) {}
    void line(const std::string& text = {}) { out_.write(harmless(text) + "\n"); }
    void paragraph(const std::string& text, std::size_t indent = 0) {
        for (const std::string& part : wrapped(harmless(text), page_columns(out_) - indent)) {
            line(std::string(indent, ' ') + part);
        }
    }
    /// A heading and what stands below it; nothing at all when that is empty.
    void part(const std::string& heading, const std::vector<std::string>& paragraphs) {
        if (paragraphs.empty()) { return; }
        line();
        line(heading);
        for (const std::string& text : paragraphs) { paragraph(text, 2); }
    }

private:
    Output& out_;
};

std::vector<std::string> if_any(const std::string& text) {
    return text.empty() ? std::vector<std::string>() : std::vector<std::string>{text};
}

const char* elastic_in_words(double factor) {
    constexpr double a_little = 0.34;
    constexpr double a_lot = 0.75;
    if (factor <= -a_lot) { return _("Its silences become as short as they may be, or nearly so."); }
    if (factor < -a_little) { return _("Its silences become shorter."); }
    if (factor < 0) { return _("Its silences become a little shorter."); }
    if (factor == 0) { return _("Its silences stay as they are."); }
    if (factor <= a_little) { return _("Its silences become a little longer."); }
    if (factor < a_lot) { return _("Its silences become longer."); }
    return _("Its silences become as long as they may be, or nearly so.");
}

std::vector<std::string> dropped_titles(const Plan& plan) {
    std::vector<std::string> titles;
    for (const Section& section : plan.exercise->sections) {
        if (std::find(plan.dropped.begin(), plan.dropped.end(), section.id) != plan.dropped.end()) {
            titles.push_back("\"" + section.title + "\"");
        }
    }
    return titles;
}

/// What fitting put before the closing, because everything else is as long as it may be: expand.cpp calls it
/// "rest".
Milliseconds silence_at_end(const Plan& plan) {
    Milliseconds rest{};
    for (const Instruction& instruction : plan.instructions) {
        const auto* silence = std::get_if<Silence>(&instruction.what);
        if (silence != nullptr && instruction.path.ends_with("/rest")) { rest += silence->length; }
    }
    return rest;
}

std::vector<std::string> fit_in_words(const Plan& plan) {
    std::vector<std::string> lines{
        filled_in(_("It takes {} of guidance. {}"),
                  duration_in_words(std::chrono::round<std::chrono::seconds>(plan.guided)),
                  elastic_in_words(plan.factor))};
    if (!plan.dropped.empty()) {
        lines.push_back(filled_in(_("Left out: {}."), joined(dropped_titles(plan), ", ")));
    }
    if (const Milliseconds rest = silence_at_end(plan); rest > Milliseconds{}) {
        lines.push_back(filled_in(_("{} of it are left over, for resting in quiet."),
                                  duration_in_words(std::chrono::round<std::chrono::seconds>(rest))));
    }
    return lines;
}

void write_text(Output& out, const Shown& shown, const ShowOptions& options) {
    const Exercise& exercise = *shown.overview.exercise;
    const TimeRange& times = shown.overview.times;
    Page page(out);
    page.line(exercise.title);
    page.line(filled_in(_("{}, version {}, language {}"), exercise.id, exercise.version, exercise.language));
    if (!exercise.about.summary.empty()) {
        page.line();
        page.paragraph(exercise.about.summary);
    }
    std::vector<std::string> facts{
        filled_in(_("Time: {}."), in_words(times.usual)),
        filled_in(_("It can be from {} to {}."),
                  duration_in_words(std::chrono::ceil<std::chrono::seconds>(times.shortest.guided)),
                  duration_in_words(std::chrono::ceil<std::chrono::seconds>(times.longest.guided))),
        filled_in(_("Intensity: {}."), in_words(exercise.safety.intensity))};
    if (!shown.overview.components.empty()) {
        std::vector<std::string> parts;
        for (const Component component : shown.overview.components) {
            parts.emplace_back(in_words(component));
        }
        facts.push_back(filled_in(_("Parts: {}."), joined(parts, ", ")));
    }
    if (exercise.about.audience == Audience::clinicians) {
        facts.emplace_back(_("For people who work with clients."));
    }
    if (!exercise.needs.empty()) {
        std::vector<std::string> needs;
        for (const Avoidable thing : exercise.needs) { needs.emplace_back(in_words(thing)); }
        facts.push_back(filled_in(_("It cannot do without: {}."), joined(needs, ", ")));
    }
    if (shown.despite_avoided) { facts.emplace_back(_("It does not work without things that you avoid.")); }
    page.line();
    for (const std::string& fact : facts) { page.paragraph(fact); }

    const Plan& plan = *shown.fitted.plan;
    if (options.minutes > 0) {
        page.part(plural("In {} minute", "In {} minutes", options.minutes), fit_in_words(plan));
    }
    page.part(_("Before you begin"), if_any(plan.warning));
    page.part(_("Take care"), if_any(exercise.about.caution));
    page.part(_("What it asks"), questions_in_words(plan));
    page.part(_("How it goes"), outline_in_words(plan));
    page.part(_("Settings"), settings_in_words(exercise, plan.settings));
    page.part(_("Between times"), if_any(exercise.about.homework));
    std::vector<std::string> sources;
    for (const Source& source : exercise.about.sources) {
        sources.push_back(source.cite.empty() ? source.idea : source.idea + ": " + source.cite);
    }
    page.part(_("Where it comes from"), sources);
    page.line();
    if (!exercise.about.authors.empty()) {
        page.paragraph(filled_in(_("By {}."), joined(exercise.about.authors, ", ")));
    }
    if (!exercise.about.license.empty()) { page.line(filled_in(_("Licence: {}"), exercise.about.license)); }
    if (exercise.about.reviewed) {
        page.line(filled_in(_("Reviewed by {} on {}"), exercise.about.reviewed->first,
                            exercise.about.reviewed->second));
    }
    page.line(filled_in(_("File: {}"), shown.overview.file.string()));
}

nlohmann::ordered_json to_json(Context& context, const Shown& shown, const ShowOptions& options) {
    const Exercise& exercise = *shown.overview.exercise;
    const Plan& plan = *shown.fitted.plan;
    nlohmann::ordered_json json = as_json(context, shown.overview);
    json["authors"] = exercise.about.authors;
    json["license"] = exercise.about.license;
    json["sources"] = nlohmann::ordered_json::array();
    for (const Source& source : exercise.about.sources) {
        json["sources"].push_back({{"idea", source.idea}, {"cite", source.cite}});
    }
    json["warning"] = plan.warning;
    json["caution"] = exercise.about.caution;
    json["homework"] = exercise.about.homework;
    json["settings"] = settings_as_json(exercise, plan.settings);
    json["asks"] = questions_as_json(plan);
    json["sections"] = outline_as_json(plan);
    if (options.minutes > 0) {
        constexpr double thousand = 1000;
        json["fitted"] = {{"minutes", options.minutes},
                          {"guided_seconds", std::chrono::round<std::chrono::seconds>(plan.guided).count()},
                          {"factor", std::round(plan.factor * thousand) / thousand},
                          {"dropped", plan.dropped}};
    }
    return json;
}

ExitCode show_programme(Context& context, const ShowOptions& options,
                        const std::optional<std::string>& language) {
    if (options.minutes > 0) {
        throw Failure(ExitCode::usage,
                      _("--minutes is for a single exercise; a programme names its own times"));
    }
    UsableProgramme usable = open_programme(context, options.name, language);
    if (options.json) {
        write_json(context.out, as_json(usable, true));
        return ExitCode::done;
    }
    context.out.write(as_text(programme_paper(usable, false), page_columns(context.out)));
    context.out.write("\n" + harmless(filled_in(_("File: {}"), usable.file.string())) + "\n");
    return ExitCode::done;
}

ExitCode show(Context& context, const ShowOptions& options) {
    const std::optional<std::string> language =
        options.language.empty() ? std::nullopt : std::optional(options.language);
    if (means_programme(options.name, context.catalogue())) {
        return show_programme(context, options, language);
    }
    const OpenedExercise opened = context.open_exercise(options.name, language);
    const Preferences& preferences = context.preferences();
    const std::optional<Milliseconds> budget =
        options.minutes > 0 ? std::optional<Milliseconds>(std::chrono::minutes(options.minutes))
                            : std::nullopt;

    Shown shown;
    shown.overview = make_overview(opened, preferences, preferences.avoided);
    if (!shown.overview.can_be_used) {
        shown.despite_avoided = true;
        shown.overview = make_overview(opened, preferences, {});
    }
    for (const std::string& problem : shown.overview.problems) {
        context.err.write(harmless(problem) + "\n");
    }
    std::vector<std::string> told_already;
    const ExpandRequest request =
        request_for(*opened.exercise, preferences,
                    shown.despite_avoided ? std::set<Avoidable>() : preferences.avoided, told_already);
    shown.fitted = fit(opened.exercise, opened.find_fragment, request, budget);
    Diagnostics problems = *opened.fragment_problems;
    problems.insert(problems.end(), shown.fitted.diagnostics.begin(), shown.fitted.diagnostics.end());
    context.refuse_errors(problems, opened.file.string());
    if (!shown.fitted.plan) { throw does_not_fit(context, *opened.exercise, shown.fitted.shortest, *budget); }

    if (options.json) {
        write_json(context.out, to_json(context, shown, options));
    } else {
        write_text(context.out, shown, options);
    }
    return ExitCode::done;
}

} // namespace

void add_show(const Command& app, Context& context) {
    auto options = std::make_shared<ShowOptions>();
    const Command command = app.add_command(
        "show", _("what an exercise or a programme is, and how it goes"),
        {"kindly show kind-pause", "kindly show kind-pause --minutes 5", "kindly show ./mine.json"});
    offer_names_or_files(command.add_option("EXERCISE", options->name,
                                            _("an exercise or a programme (kindly list), or a file")),
                         {names::exercises, names::programmes})
        .required();
    add_minutes(command, "--minutes", options->minutes, _("how it would be fitted into this time"));
    command.add_option("--language", options->language, _("in this language, for example en")).type_name("L");
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return show(context, *options); }; });
}

} // namespace kindly
