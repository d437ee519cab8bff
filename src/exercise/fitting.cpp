// SPDX-License-Identifier: MIT
#include "exercise/fitting.hpp"

#include "exercise/limits.hpp"

#include <algorithm>
#include <cmath>

namespace kindly {

namespace {

Milliseconds between(Milliseconds from, Milliseconds to, double share) {
    return from + Milliseconds(std::llround(static_cast<double>((to - from).count()) * share));
}

/// The length of a silence at a factor from -1 (shortest) over 0 (usual) to 1 (longest).
Milliseconds length_at(const Silence& silence, double factor) {
    return factor < 0 ? between(silence.usual, silence.shortest, -factor)
                      : between(silence.usual, silence.longest, factor);
}

int rounds_at(const Breathing& breathing, double factor) {
    const double wanted = factor < 0 ? breathing.usual + (breathing.usual - breathing.fewest) * factor
                                     : breathing.usual + (breathing.most - breathing.usual) * factor;
    constexpr double rounding_slack = 1e-9;
    return static_cast<int>(std::floor(wanted + rounding_slack));
}

void stretch_silences(Plan& plan, double factor) {
    for (auto& instruction : plan.instructions) {
        if (auto* silence = std::get_if<Silence>(&instruction.what)) {
            silence->length = length_at(*silence, factor);
        }
    }
}

void stretch_breathing(Plan& plan, double factor) {
    for (auto& instruction : plan.instructions) {
        if (auto* breathing = std::get_if<Breathing>(&instruction.what)) {
            breathing->rounds = rounds_at(*breathing, factor);
        }
    }
}

/// The greatest factor at which `apply` keeps the longest path within the budget. Guided time grows with the
/// factor.
template <class Apply>
double greatest_factor(Plan& plan, const Walks& walks, Milliseconds budget, double low, double high,
                       const Apply& apply) {
    constexpr int halvings = 40; // far below a millisecond
    apply(plan, high);
    if (longest_path(plan, walks, Stretch::fitted).guided <= budget) { return high; }
    for (int count = 0; count < halvings; ++count) {
        const double middle = (low + high) / 2;
        apply(plan, middle);
        (longest_path(plan, walks, Stretch::fitted).guided <= budget ? low : high) = middle;
    }
    apply(plan, low);
    return low;
}

/// Stretches or shrinks everything elastic by one fraction. Rounds of breathing are whole: what they leave
/// over goes to the silences.
void fill_budget(Plan& plan, const Walks& walks, Milliseconds budget) {
    plan.factor = greatest_factor(plan, walks, budget, -1, 1, [](Plan& fitted, double factor) {
        stretch_silences(fitted, factor);
        stretch_breathing(fitted, factor);
    });
    greatest_factor(plan, walks, budget, plan.factor, 1, stretch_silences);
    plan.guided = longest_path(plan, walks, Stretch::fitted).guided;
    constexpr double digits_that_mean_something = 1e4;
    plan.factor =
        std::round(plan.factor * digits_that_mean_something) / digits_that_mean_something + 0.0; // no "-0"
}

/// The extra sections that are not dropped yet, last first.
std::vector<std::string> extras_last_first(const Exercise& exercise, const std::set<std::string>& dropped) {
    std::vector<std::string> extras;
    for (auto section = exercise.sections.rbegin(); section != exercise.sections.rend(); ++section) {
        if (section->role == Role::main && section->priority == Priority::extra &&
            !dropped.contains(section->id)) {
            extras.push_back(section->id);
        }
    }
    return extras;
}

/// The values of a setting between which times lie.
std::vector<SettingValue> extremes(const Parameter& parameter, bool longest) {
    switch (parameter.type) {
    case Parameter::Type::number:
        return {longest ? parameter.highest.value_or(parameter.default_number)
                        : parameter.lowest.value_or(parameter.default_number)};
    case Parameter::Type::duration:
        return {longest ? parameter.longest_duration.value_or(parameter.default_duration)
                        : parameter.shortest_duration.value_or(parameter.default_duration)};
    case Parameter::Type::choice: {
        std::vector<SettingValue> all;
        for (const auto& option : parameter.options) { all.emplace_back(option.id); }
        return all;
    }
    case Parameter::Type::text: {
        if (!longest || !parameter.longest) { return {longest ? parameter.default_text : std::string("a")}; }
        std::string words; // as many words as the letters allow
        for (int count = 0; count < *parameter.longest; ++count) { words += count % 2 == 0 ? 'a' : ' '; }
        return {words};
    }
    }
    return {};
}

/// Every combination of the extremes, a bounded number of them.
std::vector<Settings> extreme_settings(const Exercise& exercise, const Settings& as_set, bool longest) {
    constexpr std::size_t most_combinations = 64;
    std::vector<Settings> all{as_set};
    for (const auto& parameter : exercise.parameters) {
        std::vector<SettingValue> values = extremes(parameter, longest);
        if (all.size() * values.size() > most_combinations) { values.resize(1); }
        std::vector<Settings> more;
        for (const auto& settings : all) {
            for (const auto& value : values) {
                more.push_back(settings);
                more.back()[parameter.name] = value;
            }
        }
        all = std::move(more);
    }
    return all;
}

/// The same plan with a silence at the end that takes what is left of the budget; null where no way leads
/// through it.
std::shared_ptr<Plan> with_rest(const std::shared_ptr<const Exercise>& exercise,
                                const FragmentFinder& find_fragment, ExpandRequest request,
                                Milliseconds budget) {
    // Some answers may jump past the last section, and so past the rest: only ways that pass it count.
    request.silence_at_end = Milliseconds(1);
    Expanded probe = expand(exercise, find_fragment, request);
    if (probe.plan == nullptr) { return nullptr; }
    const Walks walks = walk_all(*probe.plan);
    fill_budget(*probe.plan, walks, budget);
    const std::size_t rest = probe.plan->sections[probe.plan->closing].begin - 1;
    std::optional<Milliseconds> longest;
    for (const auto& path : walks.paths) {
        if (std::find(path.begin(), path.end(), Passed{rest, false}) == path.end()) { continue; }
        longest =
            std::max(longest.value_or(Milliseconds{}), path_time(*probe.plan, path, Stretch::fitted).guided);
    }
    if (!longest || *longest >= budget) { return nullptr; }
    request.silence_at_end += budget - *longest;
    Expanded expanded = expand(exercise, find_fragment, request);
    if (expanded.plan == nullptr) { return nullptr; }
    fill_budget(*expanded.plan, walk_all(*expanded.plan), budget);
    return std::move(expanded.plan);
}

} // namespace

Fitted fit(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment,
           const ExpandRequest& request, std::optional<Milliseconds> budget) {
    Fitted result;
    Expanded expanded = expand(exercise, find_fragment, request);
    result.diagnostics = std::move(expanded.diagnostics);
    if (expanded.plan == nullptr) { return result; }
    Walks walks = walk_all(*expanded.plan);
    if (!budget) {
        expanded.plan->guided = longest_path(*expanded.plan, walks, Stretch::usual).guided;
        result.plan = std::move(expanded.plan);
        return result;
    }
    ExpandRequest tried = request;
    result.shortest = longest_path(*expanded.plan, walks, Stretch::shortest);
    for (const auto& extra : extras_last_first(*exercise, request.dropped)) {
        if (result.shortest.guided <= *budget) { break; }
        tried.dropped.insert(extra);
        Expanded smaller = expand(exercise, find_fragment, tried);
        if (smaller.plan == nullptr) { // nothing whole would remain
            tried.dropped.erase(extra);
            continue;
        }
        expanded = std::move(smaller);
        walks = walk_all(*expanded.plan);
        result.shortest = longest_path(*expanded.plan, walks, Stretch::shortest);
    }
    if (result.shortest.guided > *budget) { return result; }
    fill_budget(*expanded.plan, walks, *budget);
    constexpr Milliseconds not_worth_a_rest = std::chrono::seconds(5);
    if (*budget - expanded.plan->guided > not_worth_a_rest) {
        if (auto rested = with_rest(exercise, find_fragment, tried, *budget)) {
            expanded.plan = std::move(rested);
        }
    }
    result.plan = std::move(expanded.plan);
    return result;
}

TimeRange time_range(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment,
                     const ExpandRequest& request) {
    TimeRange range;
    ExpandRequest every = request;
    every.every_variant = true;
    Expanded usual = expand(exercise, find_fragment, every);
    range.diagnostics = std::move(usual.diagnostics);
    if (usual.plan == nullptr) { return range; }
    const Walks walks = walk_all(*usual.plan);
    range.exact = walks.exact;
    range.paths = walks.paths.size();
    range.usual = longest_path(*usual.plan, walks, Stretch::usual);
    range.longest = longest_path(*usual.plan, walks, Stretch::longest);
    for (const auto& settings : extreme_settings(*exercise, request.settings, true)) {
        every.settings = settings;
        const Expanded expanded = expand(exercise, find_fragment, every);
        if (expanded.plan == nullptr) { continue; }
        const PathTime time = longest_path(*expanded.plan, walk_all(*expanded.plan), Stretch::longest);
        if (time.guided > range.longest.guided) { range.longest = time; }
    }
    // Extras go one after the other, last first, as in fitting. Without all of them is not always shortest:
    // an extra section can hold a jump that saves time.
    std::optional<PathTime> shortest;
    std::vector<std::string> extras = extras_last_first(*exercise, request.dropped);
    for (std::size_t dropped = 0; dropped <= extras.size(); ++dropped) {
        if (dropped > 0) { every.dropped.insert(extras[dropped - 1]); }
        for (const auto& settings : extreme_settings(*exercise, request.settings, false)) {
            every.settings = settings;
            const Expanded expanded = expand(exercise, find_fragment, every);
            if (expanded.plan == nullptr) { continue; }
            const PathTime time = shortest_path(*expanded.plan, walk_all(*expanded.plan), Stretch::shortest);
            if (!shortest || time.guided < shortest->guided) { shortest = time; }
        }
    }
    range.shortest = shortest.value_or(range.usual);
    return range;
}

} // namespace kindly
