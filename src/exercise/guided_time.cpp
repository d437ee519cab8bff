// SPDX-License-Identifier: MIT
#include "exercise/guided_time.hpp"

#include "base/overloaded.hpp"
#include "exercise/limits.hpp"
#include "exercise/walker.hpp"

#include <algorithm>
#include <set>

namespace kindly {

namespace {

/// The longest (or shortest) way from each instruction to the end of the closing, whatever the answers:
/// sound, and linear, because every jump goes forward.
Path extreme_way(const Plan& plan, bool longest) {
    const std::size_t end = plan.sections[plan.closing].end;
    std::vector<Milliseconds> time(end + 1);
    std::vector<std::size_t> next(end + 1, nowhere);
    const Stretch stretch = longest ? Stretch::longest : Stretch::shortest;
    for (std::size_t at = end; at-- > 0;) {
        const Instruction& instruction = plan.instructions[at];
        std::vector<std::size_t> ways = successors(instruction, at);
        for (const std::size_t way : ways) {
            if (next[at] == nowhere || (longest ? time[way] > time[next[at]] : time[way] < time[next[at]])) {
                next[at] = way;
            }
        }
        const Milliseconds shown = guided_time(instruction, false, stretch);
        const Milliseconds not_shown = guided_time(instruction, true, stretch);
        time[at] = time[next[at]] + (longest ? std::max(shown, not_shown) : std::min(shown, not_shown));
    }
    Path path;
    for (std::size_t at = 0; at < end; at = next[at]) {
        const Instruction& instruction = plan.instructions[at];
        if (!is_step(instruction)) { continue; }
        const Milliseconds shown = guided_time(instruction, false, stretch);
        const Milliseconds not_shown = guided_time(instruction, true, stretch);
        path.push_back({at, longest ? not_shown > shown : not_shown < shown});
    }
    return path;
}

} // namespace

Milliseconds guided_time(const Instruction& instruction, bool nothing_to_show, Stretch stretch) {
    return std::visit(
        Overloaded{[](const Line& line) { return reading_time(line.text); },
                   [&](const Silence& silence) {
                       switch (stretch) {
                       case Stretch::shortest: return silence.shortest;
                       case Stretch::usual: return silence.usual;
                       case Stretch::longest: return silence.longest;
                       case Stretch::fitted: break;
                       }
                       return silence.length;
                   },
                   [&](const Breathing& breathing) {
                       switch (stretch) {
                       case Stretch::shortest: return breathing.round() * breathing.fewest;
                       case Stretch::usual: return breathing.round() * breathing.usual;
                       case Stretch::longest: return breathing.round() * breathing.most;
                       case Stretch::fitted: break;
                       }
                       return breathing.round() * breathing.rounds;
                   },
                   [](const Question& question) { return question.expect.value_or(Milliseconds{}); },
                   [](const CheckInQuestion&) { return Milliseconds{}; },
                   [&](const Recollection& recall) {
                       const std::string& text = nothing_to_show ? recall.otherwise : recall.text;
                       return nothing_to_show && text.empty() ? Milliseconds{} : reading_time(text);
                   },
                   [](const Branch&) { return Milliseconds{}; }, [](const Jump&) { return Milliseconds{}; },
                   [](const Fork&) { return Milliseconds{}; }},
        instruction.what);
}

Walks walk_all(const Plan& plan) {
    Walks walks;
    std::set<Path> paths;
    if (walk_by_answers(plan, limits::most_paths_walked, paths)) {
        walks.paths.assign(paths.begin(), paths.end());
    } else {
        walks.exact = false;
        walks.paths = {extreme_way(plan, true), extreme_way(plan, false)};
    }
    return walks;
}

PathTime path_time(const Plan& plan, const Path& path, Stretch stretch) {
    PathTime time;
    for (const auto& passed : path) {
        const Instruction& instruction = plan.instructions[passed.instruction];
        time.guided += guided_time(instruction, passed.nothing_to_show, stretch);
        if (std::holds_alternative<CheckInQuestion>(instruction.what)) { ++time.check_ins; }
        const auto* question = std::get_if<Question>(&instruction.what);
        if (question != nullptr && !question->expect) { ++time.questions; }
    }
    return time;
}

PathTime longest_path(const Plan& plan, const Walks& walks, Stretch stretch) {
    PathTime longest;
    for (const auto& path : walks.paths) {
        const PathTime time = path_time(plan, path, stretch);
        if (time.guided > longest.guided) { longest = time; }
    }
    return longest;
}

PathTime shortest_path(const Plan& plan, const Walks& walks, Stretch stretch) {
    std::optional<PathTime> shortest;
    for (const auto& path : walks.paths) {
        const PathTime time = path_time(plan, path, stretch);
        if (!shortest || time.guided < shortest->guided) { shortest = time; }
    }
    return shortest.value_or(PathTime{});
}

} // namespace kindly
