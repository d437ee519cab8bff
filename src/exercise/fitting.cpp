// SPDX-License-Identifier: MIT
#include "exercise/fitting.hpp"

#include "exercise/settings_range.hpp"

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
double greatest_factor(Plan& plan, const Ways& ways, Milliseconds budget, double low, double high,
                       const Apply& apply) {
    constexpr int halvings = 40; // far below a millisecond
    apply(plan, high);
    if (longest_way(plan, ways, Stretch::fitted).guided <= budget) { return high; }
    for (int count = 0; count < halvings; ++count) {
        const double middle = (low + high) / 2;
        apply(plan, middle);
        (longest_way(plan, ways, Stretch::fitted).guided <= budget ? low : high) = middle;
    }
    apply(plan, low);
    return low;
}

/// Stretches or shrinks everything elastic by one fraction. Rounds of breathing are whole: what they leave
/// over goes to the silences.
void fill_budget(Plan& plan, const Ways& ways, Milliseconds budget) {
    plan.factor = greatest_factor(plan, ways, budget, -1, 1, [](Plan& fitted, double factor) {
        stretch_silences(fitted, factor);
        stretch_breathing(fitted, factor);
    });
    greatest_factor(plan, ways, budget, plan.factor, 1, stretch_silences);
    plan.guided = longest_way(plan, ways, Stretch::fitted).guided;
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

/// The guided time of the longest way that passes an instruction; nothing where none does.
std::optional<Milliseconds> longest_through(const Plan& plan, const Ways& ways, std::size_t instruction) {
    const auto& places = ways.places();
    const auto sums = greatest_sums(ways, [&](const Ways::Place& place) {
        return guided_time(plan.instructions[place.instruction], place.nothing_to_show, Stretch::fitted);
    });
    std::vector<std::optional<Milliseconds>> through(places.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (places[at].instruction == instruction) { through[at] = sums[at]; }
        if (!through[at]) { continue; }
        for (const std::size_t next : places[at].next) {
            const Instruction* step =
                places[next].instruction == nowhere ? nullptr : &plan.instructions[places[next].instruction];
            const Milliseconds time = step == nullptr
                                          ? Milliseconds{}
                                          : guided_time(*step, places[next].nothing_to_show, Stretch::fitted);
            through[next] = std::max(through[next].value_or(Milliseconds{}), *through[at] + time);
        }
    }
    return through.back();
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
    const Ways ways(*probe.plan);
    fill_budget(*probe.plan, ways, budget);
    const std::size_t rest = probe.plan->sections[probe.plan->closing].begin - 1;
    const std::optional<Milliseconds> longest = longest_through(*probe.plan, ways, rest);
    if (!longest || *longest >= budget) { return nullptr; }
    request.silence_at_end += budget - *longest;
    Expanded expanded = expand(exercise, find_fragment, request);
    if (expanded.plan == nullptr) { return nullptr; }
    fill_budget(*expanded.plan, Ways(*expanded.plan), budget);
    return std::move(expanded.plan);
}

} // namespace

Fitted fit(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment,
           const ExpandRequest& request, std::optional<Milliseconds> budget) {
    Fitted result;
    Expanded expanded = expand(exercise, find_fragment, request);
    result.diagnostics = std::move(expanded.diagnostics);
    if (expanded.plan == nullptr) { return result; }
    Ways ways(*expanded.plan);
    if (!budget) {
        expanded.plan->guided = longest_way(*expanded.plan, ways, Stretch::usual).guided;
        result.plan = std::move(expanded.plan);
        return result;
    }
    ExpandRequest tried = request;
    result.shortest = longest_way(*expanded.plan, ways, Stretch::shortest);
    for (const auto& extra : extras_last_first(*exercise, request.dropped)) {
        if (result.shortest.guided <= *budget) { break; }
        tried.dropped.insert(extra);
        Expanded smaller = expand(exercise, find_fragment, tried);
        if (smaller.plan == nullptr) { // nothing whole would remain
            tried.dropped.erase(extra);
            continue;
        }
        expanded = std::move(smaller);
        ways = Ways(*expanded.plan);
        result.shortest = longest_way(*expanded.plan, ways, Stretch::shortest);
    }
    if (result.shortest.guided > *budget) { return result; }
    fill_budget(*expanded.plan, ways, *budget);
    // Less than that is no rest, and being told of so many seconds is no help.
    constexpr Milliseconds shortest_rest = std::chrono::seconds(30);
    if (*budget - expanded.plan->guided >= shortest_rest) {
        if (auto rested = with_rest(exercise, find_fragment, tried, *budget)) {
            expanded.plan = std::move(rested);
        }
    }
    result.plan = std::move(expanded.plan);
    return result;
}

TimeRange time_range(const std::vector<TimedPlan>& plans) {
    TimeRange range;
    const Plan& as_set = *plans.front().plan;
    const Ways& may_drop = *plans.front().ways;
    const bool drops =
        std::any_of(as_set.exercise->sections.begin(), as_set.exercise->sections.end(),
                    [](const Section& section) { return section.priority == Priority::extra; });
    const std::optional<Ways> whole = drops ? std::optional<Ways>(std::in_place, as_set) : std::nullopt;
    const Ways& kept = whole ? *whole : may_drop;
    range.exact = kept.exact() && may_drop.exact();
    range.paths = kept.count();
    range.usual = longest_way(as_set, kept, Stretch::usual);
    range.longest = longest_way(as_set, may_drop, Stretch::longest);
    range.shortest = shortest_way(as_set, may_drop, Stretch::shortest);
    for (std::size_t other = 1; other < plans.size(); ++other) {
        const auto& [plan, ways] = plans[other];
        const PathTime longest = longest_way(*plan, *ways, Stretch::longest);
        if (longest.guided > range.longest.guided) { range.longest = longest; }
        const PathTime shortest = shortest_way(*plan, *ways, Stretch::shortest);
        if (shortest.guided < range.shortest.guided) { range.shortest = shortest; }
    }
    return range;
}

TimeRange time_range(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment,
                     const ExpandRequest& request) {
    ExpandRequest every = request;
    every.every_variant = true;
    std::vector<std::shared_ptr<const Plan>> plans;
    Diagnostics diagnostics;
    for (const auto& settings : SettingsRange(*exercise, find_fragment, request.settings).all) {
        every.settings = settings;
        Expanded expanded = expand(exercise, find_fragment, every);
        if (plans.empty()) { diagnostics = expanded.diagnostics; }
        if (expanded.plan != nullptr) {
            plans.push_back(std::move(expanded.plan));
        } else if (plans.empty()) {
            TimeRange none;
            none.diagnostics = std::move(diagnostics);
            return none;
        }
    }
    std::vector<Ways> ways;
    std::vector<TimedPlan> timed;
    ways.reserve(plans.size());
    for (const auto& plan : plans) {
        ways.emplace_back(*plan, WaysOptions{.may_drop = true});
        timed.push_back({plan.get(), &ways.back()});
    }
    TimeRange range = time_range(timed);
    range.diagnostics = std::move(diagnostics);
    return range;
}

} // namespace kindly
