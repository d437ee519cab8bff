// SPDX-License-Identifier: MIT
#include "exercise/guided_time.hpp"

#include "base/overloaded.hpp"

#include <algorithm>
#include <tuple>

namespace kindly {

namespace {

/// For comparing: of two ways that take equally long, the one that asks more is the longer one.
std::tuple<Milliseconds, int> length(const PathTime& time) {
    return {time.guided, time.questions + time.check_ins};
}

PathTime extreme(const Plan& plan, const Ways& ways, Stretch stretch, bool longest) {
    const auto& places = ways.places();
    std::vector<PathTime> times(places.size());
    std::vector<bool> known(places.size(), false);
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (places[at].instruction != nowhere) {
            const Instruction& instruction = plan.instructions[places[at].instruction];
            times[at].guided += guided_time(instruction, places[at].nothing_to_show, stretch);
            if (std::holds_alternative<CheckInQuestion>(instruction.what)) { ++times[at].check_ins; }
            const auto* question = std::get_if<Question>(&instruction.what);
            if (question != nullptr && !question->expect) { ++times[at].questions; }
        }
        for (const std::size_t next : places[at].next) {
            const bool further = length(times[next]) < length(times[at]);
            const bool shorter = length(times[at]) < length(times[next]);
            if (!known[next] || (longest ? further : shorter)) { times[next] = times[at]; }
            known[next] = true;
        }
    }
    return times.back();
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

PathTime longest_way(const Plan& plan, const Ways& ways, Stretch stretch) {
    return extreme(plan, ways, stretch, true);
}

PathTime shortest_way(const Plan& plan, const Ways& ways, Stretch stretch) {
    return extreme(plan, ways, stretch, false);
}

} // namespace kindly
