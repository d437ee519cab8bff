// SPDX-License-Identifier: MIT
#include "checker/world.hpp"

#include "base/text.hpp"
#include "exercise/findings.hpp"
#include "exercise/fragment_uses.hpp"
#include "exercise/links_parts.hpp"
#include "exercise/settings.hpp"
#include "exercise/settings_range.hpp"

#include <algorithm>

namespace kindly {

namespace {

void add_involved(const Steps& steps, std::set<Avoidable>& involved) {
    each_step(steps, [&](const Step& step) { involved.insert(step.involves.begin(), step.involves.end()); });
}

std::vector<std::array<std::array<Milliseconds, 2>, 4>> times_of(const Plan& plan) {
    std::vector<std::array<std::array<Milliseconds, 2>, 4>> times(plan.instructions.size());
    for (std::size_t at = 0; at < times.size(); ++at) {
        const Instruction& instruction = plan.instructions[at];
        const bool recalls = std::holds_alternative<Recollection>(instruction.what);
        const bool elastic = std::holds_alternative<Silence>(instruction.what) ||
                             std::holds_alternative<Breathing>(instruction.what);
        for (const Stretch stretch : {Stretch::usual, Stretch::shortest, Stretch::fitted, Stretch::longest}) {
            auto& here = times[at][static_cast<std::size_t>(stretch)];
            if (!elastic && stretch != Stretch::usual) {
                here = times[at][static_cast<std::size_t>(Stretch::usual)];
                continue;
            }
            here[0] = guided_time(instruction, false, stretch);
            here[1] = recalls ? guided_time(instruction, true, stretch) : here[0];
        }
    }
    return times;
}

} // namespace

Worlds make_worlds(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment) {
    Worlds worlds;
    ExpandRequest request;
    request.settings = default_settings(*exercise);
    request.every_variant = true;
    Expanded as_set = expand(exercise, find_fragment, request);
    worlds.diagnostics = std::move(as_set.diagnostics);
    if (as_set.plan == nullptr) { return worlds; }
    worlds.fragments = fragments_used(*exercise, find_fragment).found;
    auto add = [&](std::shared_ptr<const Plan> plan, const std::set<Avoidable>& avoided) {
        Ways ways(*plan, {.may_drop = true});
        const Settings& settings = plan->settings;
        auto times = times_of(*plan);
        worlds.all.push_back(
            {settings, avoided, std::move(plan), std::move(ways), worlds.all.empty(), std::move(times)});
    };
    add(std::move(as_set.plan), {});

    const SettingsRange range(*exercise, find_fragment, request.settings);
    worlds.complete = range.complete;
    for (const auto& settings : range.all) {
        if (settings == worlds.all.front().settings) { continue; }
        request.settings = settings;
        if (Expanded other = expand(exercise, find_fragment, request); other.plan != nullptr) {
            add(std::move(other.plan), {});
        }
    }

    request.settings = worlds.all.front().settings;
    std::set<Avoidable> involved;
    for (const auto& section : exercise->sections) { add_involved(section.steps, involved); }
    for (const auto& fragment : worlds.fragments) { add_involved(fragment->steps, involved); }
    for (const Avoidable needed : exercise->needs) { involved.erase(needed); }
    // Each thing that the exercise involves and can do without, and all of them together.
    std::vector<std::set<Avoidable>> left_out;
    for (const Avoidable thing : involved) { left_out.push_back({thing}); }
    if (involved.size() > 1) { left_out.push_back(involved); }
    for (const auto& avoided : left_out) {
        request.avoided = avoided;
        Expanded without = expand(exercise, find_fragment, request);
        if (without.plan != nullptr) {
            add(std::move(without.plan), avoided);
        } else if (!without.diagnostics.empty()) {
            worlds.nothing_left.emplace_back(avoided, without.diagnostics.front());
        }
    }
    return worlds;
}

GreatestWay greatest_way(const Ways& ways, const std::function<Milliseconds(const Ways::Place&)>& weight,
                         const MayFollow& may_follow) {
    const auto& places = ways.places();
    std::vector<Milliseconds> sums(places.size(), Milliseconds::min());
    std::vector<std::size_t> from(places.size(), 0);
    sums.front() = Milliseconds{};
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (sums[at] == Milliseconds::min()) { continue; } // behind what may not follow
        if (places[at].instruction != nowhere) { sums[at] += weight(places[at]); }
        for (const std::size_t next : places[at].next) {
            if (may_follow && !may_follow(places[at], places[next])) { continue; }
            if (sums[at] > sums[next]) {
                sums[next] = sums[at];
                from[next] = at;
            }
        }
    }
    if (sums.back() == Milliseconds::min()) { return {}; } // there is no such way
    GreatestWay greatest{sums.back(), {}};
    for (std::size_t at = from.back(); at != 0; at = from[at]) { greatest.places.push_back(at); }
    std::reverse(greatest.places.begin(), greatest.places.end());
    return greatest;
}

std::vector<std::size_t> fullest_way_to(const Ways& ways, std::size_t place) {
    const auto& places = ways.places();
    std::vector<std::size_t> from(place + 1, 0); // the latest place before each: it passes over least
    for (std::size_t at = 0; at < place; ++at) {
        for (const std::size_t next : places[at].next) {
            if (next <= place) { from[next] = at; }
        }
    }
    std::vector<std::size_t> way;
    for (std::size_t at = place; at != 0; at = from[at]) { way.push_back(at); }
    std::reverse(way.begin(), way.end());
    return way;
}

std::string circumstances(const World& world) {
    if (!world.avoided.empty()) {
        std::vector<std::string> things;
        for (const Avoidable thing : world.avoided) { things.push_back(fmt::format("\"{}\"", word(thing))); }
        return ' ' + filled(_("for someone who avoids {}"), joined(things, _(" and ")));
    }
    std::vector<std::string> settings;
    for (const auto& parameter : world.plan->exercise->parameters) {
        const auto value = world.settings.find(parameter.name);
        if (value == world.settings.end() || parameter.type == Parameter::Type::text) { continue; }
        const bool usual = default_settings(*world.plan->exercise).at(parameter.name) == value->second;
        if (usual) { continue; }
        std::string written;
        if (const auto* number = std::get_if<int>(&value->second)) {
            written = std::to_string(*number);
        } else if (const auto* duration = std::get_if<Milliseconds>(&value->second)) {
            written = written_duration(*duration);
        } else {
            written = std::get<std::string>(value->second);
        }
        settings.push_back(filled(_("\"{}\" at {}"), parameter.name, written));
    }
    return settings.empty() ? std::string() : ' ' + filled(_("with {}"), joined(settings, ", "));
}

} // namespace kindly
