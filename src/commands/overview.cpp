// SPDX-License-Identifier: MIT
#include "commands/overview.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/what_fits.hpp"
#include "exercise/settings.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::int64_t whole_seconds(Milliseconds time) {
    return std::chrono::ceil<std::chrono::seconds>(time).count(); // as "kindly check" tells it
}

std::vector<Component> components_of(const Exercise& exercise) {
    std::vector<Component> components;
    for (const Section& section : exercise.sections) {
        if (section.component &&
            std::find(components.begin(), components.end(), *section.component) == components.end()) {
            components.push_back(*section.component);
        }
    }
    return components;
}

/// ", and 2 questions and 1 check-in": what guided time does not count; empty where there is nothing.
std::string with_questions(const PathTime& time, const char* around) {
    std::string text;
    if (time.questions > 0) { text = plural("{} question", "{} questions", time.questions); }
    if (time.check_ins > 0) {
        const std::string check_ins = plural("{} check-in", "{} check-ins", time.check_ins);
        text = text.empty() ? check_ins : fmt::format(fmt::runtime(_("{} and {}")), text, check_ins);
    }
    return text.empty() ? text : fmt::format(fmt::runtime(around), text);
}

/// Only what a person avoids made it unusable: that is a choice, not a mistake in the file.
bool only_avoided(const Diagnostics& diagnostics) {
    return std::all_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& finding) { return finding.code == "S021"; });
}

} // namespace

ExpandRequest request_for(const Exercise& exercise, const Preferences& preferences,
                          const std::set<Avoidable>& avoided, std::vector<std::string>& problems) {
    ExpandRequest request;
    request.settings = default_settings(exercise);
    request.avoided = avoided;
    request.ratings = ratings_asked(preferences);
    for (const Diagnostic& finding : apply_own_settings(preferences, exercise, request.settings)) {
        problems.push_back(first_line(finding));
    }
    return request;
}

Overview make_overview(const OpenedExercise& opened, const Preferences& preferences,
                       const std::set<Avoidable>& avoided) {
    Overview overview;
    overview.opened = opened;
    overview.exercise = opened.exercise;
    overview.file = opened.file;
    const Exercise& exercise = *opened.exercise;
    overview.components = components_of(exercise);
    try {
        const ExpandRequest request = request_for(exercise, preferences, avoided, overview.problems);
        overview.times = time_range(opened.exercise, opened.find_fragment, request);
    } catch (const Failure& failure) { // a fragment's file that cannot be read
        overview.problems.emplace_back(failure.what());
        overview.can_be_used = false;
    }
    if (has_errors(overview.times.diagnostics)) {
        overview.can_be_used = false;
        if (!only_avoided(overview.times.diagnostics)) {
            overview.problems.push_back(first_line(overview.times.diagnostics.front()));
        }
    }
    for (const Avoidable thing : exercise.needs) {
        if (avoided.contains(thing)) { overview.can_be_used = false; }
    }
    return overview;
}

nlohmann::ordered_json as_json(Context& context, const Overview& overview) {
    const Exercise& exercise = *overview.exercise;
    nlohmann::ordered_json components = nlohmann::ordered_json::array();
    for (const Component component : overview.components) { components.push_back(word(component)); }
    nlohmann::ordered_json needs = nlohmann::ordered_json::array();
    for (const Avoidable thing : exercise.needs) { needs.push_back(word(thing)); }
    return {{"kind", "exercise"},
            {"id", exercise.id},
            {"title", exercise.title},
            {"version", exercise.version},
            {"language", exercise.language},
            {"languages", context.catalogue().languages_of(overview.opened)},
            {"intensity", word(exercise.safety.intensity)},
            {"components", std::move(components)},
            {"needs", std::move(needs)},
            {"audience", word(exercise.about.audience)},
            {"summary", exercise.about.summary},
            {"shortest_seconds", whole_seconds(overview.times.shortest.guided)},
            {"usual_seconds", whole_seconds(overview.times.usual.guided)},
            {"longest_seconds", whole_seconds(overview.times.longest.guided)},
            {"questions", overview.times.usual.questions},
            {"check_ins", overview.times.usual.check_ins},
            {"file", overview.file.string()}};
}

Failure does_not_fit(Context& context, const Exercise& exercise, const PathTime& shortest,
                     Milliseconds budget) {
    const auto others = exercises_that_fit(context, budget);
    const long long minutes = std::chrono::floor<std::chrono::minutes>(budget).count();
    return {ExitCode::not_found,
            fmt::format(fmt::runtime(_("\"{}\" does not fit {}. The shortest it can be is {} of guidance{}")),
                        exercise.id, plural("{} minute", "{} minutes", minutes),
                        duration_in_words(std::chrono::ceil<std::chrono::seconds>(shortest.guided)),
                        with_questions(shortest, _(", and {}"))),
            others.empty() ? std::string()
                           : fmt::format(fmt::runtime(_("These fit: {}.")), joined(others, ", "))};
}

const char* in_words(Component component) {
    switch (component) {
    case Component::mindfulness: return _("mindfulness");
    case Component::common_humanity: return _("common humanity");
    case Component::kindness: return _("kindness");
    }
    return "";
}

const char* in_words(Intensity intensity) {
    switch (intensity) {
    case Intensity::gentle: return _("gentle");
    case Intensity::moderate: return _("moderate");
    case Intensity::strong: return _("strong");
    }
    return "";
}

const char* in_words(Purpose purpose) {
    switch (purpose) {
    case Purpose::arrive: return _("arriving");
    case Purpose::teach: return _("learning something");
    case Purpose::notice: return _("noticing");
    case Purpose::feeling: return _("being with a feeling");
    case Purpose::memory: return _("remembering");
    case Purpose::critic: return _("hearing the inner critic");
    case Purpose::soothe: return _("soothing");
    case Purpose::plan: return _("planning");
    }
    return "";
}

const char* in_words(Avoidable thing) {
    switch (thing) {
    case Avoidable::breath: return _("breath");
    case Avoidable::touch: return _("touch");
    case Avoidable::eyes_closed: return _("eyes closed");
    case Avoidable::body: return _("the body");
    case Avoidable::imagery: return _("imagery");
    case Avoidable::memory: return _("memory");
    case Avoidable::people: return _("other people");
    }
    return "";
}

std::string in_words(const PathTime& time) {
    return about_duration(time.guided) + with_questions(time, _(", and {}"));
}

} // namespace kindly
