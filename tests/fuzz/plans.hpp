// SPDX-License-Identifier: MIT
// What is true of every plan that was made of an exercise without errors: jumps go forward, and whoever
// practises it comes to an end, on a virtual clock, within the time that was promised.
#pragma once

#include "exercise/guided_time.hpp"
#include "exercise/plan.hpp"
#include "fuzz.hpp"
#include "session/play.hpp"
#include "session/session.hpp"

#include <algorithm>
#include <variant>

namespace kindly::fuzz {

inline void jumps_go_forward(const Plan& plan) {
    for (std::size_t at = 0; at < plan.instructions.size(); ++at) {
        const auto forward = [&](std::size_t target) {
            must(target > at && target <= plan.instructions.size(), "jumps go forward",
                 plan.instructions[at].path);
        };
        const Instruction& instruction = plan.instructions[at];
        must(instruction.section < plan.sections.size(), "an instruction has a section", instruction.path);
        if (instruction.repeat_end != nowhere) { forward(instruction.repeat_end); }
        if (const auto* jump = std::get_if<Jump>(&instruction.what)) { forward(jump->target); }
        if (const auto* branch = std::get_if<Branch>(&instruction.what)) { forward(branch->otherwise); }
        if (const auto* question = std::get_if<Question>(&instruction.what)) {
            for (const auto& option : question->options) {
                if (option.jump != nowhere) { forward(option.jump); }
            }
        }
    }
}

/// Nobody answers: time passes, and then no input will come any more.
inline void ends_by_itself(const std::shared_ptr<const Plan>& plan) {
    SessionOptions options;
    options.id = "fuzz";
    Session session(plan, options);
    Milliseconds now{};
    Session::Outcome outcome = session.advance(input::Begin{}, now);
    const std::size_t most = 4 * plan->instructions.size() + 1000;
    bool told = false;
    for (std::size_t steps = 0; !session.ended(); ++steps) {
        must(steps < most, "a practice ends");
        if (outcome.wake_at) {
            now = std::max(now, *outcome.wake_at);
            outcome = session.advance(input::Tick{}, now);
        } else {
            must(!told, "without input, nothing waits for it");
            told = true;
            outcome = session.advance(input::EndOfInput{}, now);
        }
    }
}

/// A few people of all kinds; what must hold of their practices is the player's to say.
inline void can_be_played(std::shared_ptr<const Plan> plan, std::uint64_t practices) {
    constexpr std::size_t small = 1500; // a hundred thousand steps a second, but not with sanitizers
    if (plan->instructions.size() > small) { return; }
    const Ways ways(*plan);
    const Milliseconds shortest = shortest_way(*plan, ways, Stretch::fitted).guided;
    const Milliseconds longest = longest_way(*plan, ways, Stretch::fitted).guided;
    must(shortest <= longest, "the shortest way is not the longest one");
    PlayRequest request;
    request.plans.push_back({std::move(plan), shortest, longest});
    request.practices = practices;
    const Played played = play(request, [](std::uint64_t) { return true; });
    if (!played.counterexample) { return; }
    std::string shown = played.counterexample->broken;
    for (const auto& line : played.counterexample->transcript) { shown += "\n" + line; }
    broken("what must hold in every practice", shown);
}

} // namespace kindly::fuzz
