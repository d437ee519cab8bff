// SPDX-License-Identifier: MIT
// Whether a step is come to depends on a branch exactly where it lies between the branch and the place that
// all its ways lead to (its nearest post-dominator). Jumps only go forward, so one pass from the end finds
// those places, and one from the beginning finds what lies before them. An answer below such a branch is
// forgotten as well, so whatever looks at it is the next such branch.
#include "exercise/untold.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// Where the walk can go on from an instruction, safety aside.
std::vector<std::size_t> next_places(const Instruction& instruction, std::size_t at) {
    if (const auto* jump = std::get_if<Jump>(&instruction.what)) { return {jump->target}; }
    if (const auto* fork = std::get_if<Fork>(&instruction.what)) { return fork->targets; }
    std::vector<std::size_t> next{at + 1};
    if (const auto* branch = std::get_if<Branch>(&instruction.what)) { next.push_back(branch->otherwise); }
    if (const auto* question = std::get_if<Question>(&instruction.what)) {
        for (const auto& option : question->options) {
            if (option.jump != nowhere) { next.push_back(option.jump); }
        }
    }
    if (instruction.repeat_end != nowhere) { next.push_back(instruction.repeat_end); }
    return next;
}

/// By instruction, the nearest place that every way from it comes to; `end` is the end of the closing.
std::vector<std::size_t> meeting_places(const Plan& plan, std::size_t end) {
    std::vector<std::size_t> meeting(end + 1, end);
    for (std::size_t at = end; at-- > 0;) {
        std::size_t common = nowhere;
        for (std::size_t next : next_places(plan.instructions[at], at)) {
            if (common == nowhere) { common = next; }
            while (common != next) {
                if (common < next) {
                    common = meeting[common];
                } else {
                    next = meeting[next];
                }
            }
        }
        meeting[at] = common;
    }
    return meeting;
}

bool practises(const PlannedSection& section) {
    return section.role == Role::main && section.purpose != Purpose::arrive &&
           section.purpose != Purpose::teach;
}

} // namespace

Untold::Untold(const Plan& plan)
    : instructions_(plan.instructions.size() + 1, false), apart_(plan.instructions.size() + 1, false) {
    follow(plan);
    bool practised = false;
    bool asked = false; ///< a check-in that is not kept, and none after it that is
    for (const auto& section : plan.sections) {
        if (section.role == Role::grounding) { continue; }
        const bool untold = apart_[section.begin];
        sections_.push_back({section.id, untold, practised, false});
        bool asked_here = asked;
        for (std::size_t at = section.begin; at < section.end; ++at) {
            const Instruction& instruction = plan.instructions[at];
            if (std::holds_alternative<CheckInQuestion>(instruction.what)) {
                asked = instructions_[at];
                asked_here = asked_here || asked;
            }
            if (!instructions_[at] || !is_step(instruction)) { continue; }
            steps_.insert(instruction.path);
            practised = practised || practises(section);
        }
        // Of sections that may not be told, the latest one that may be told stands for them.
        for (auto one = sections_.rbegin(); asked_here && one != sections_.rend(); ++one) {
            one->check_in_up_to = true;
            if (!one->untold) { break; }
        }
    }
}

bool Untold::is_forgotten(const Condition& condition) const {
    return std::any_of(condition.tests.begin(), condition.tests.end(), [&](const Test& test) {
        return !test.on_parameter && test.of.empty() && forgotten_.contains(test.name);
    });
}

void Untold::follow(const Plan& plan) {
    const std::size_t end = plan.sections[plan.closing].end;
    const auto meeting = meeting_places(plan, end);
    // By instruction: up to where the ways of a branch before it, on whose way it lies, are apart.
    std::vector<std::size_t> apart_until(end + 1, 0);
    for (std::size_t at = 0; at < end; ++at) {
        const Instruction& instruction = plan.instructions[at];
        std::size_t until = apart_until[at] > at ? apart_until[at] : 0;
        apart_[at] = until != 0;
        bool untold = apart_[at];
        bool steers = false;
        if (const auto* question = std::get_if<Question>(&instruction.what)) {
            steers = untold = untold || !question->recorded;
            if (untold) { forgotten_.insert(question->id); }
        } else if (const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what)) {
            steers = untold;
            if (untold) { forgotten_.insert(check_in->id); }
        } else if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
            steers = is_forgotten(branch->when);
        } else if (const auto* recall = std::get_if<Recollection>(&instruction.what)) {
            // It may have nothing to show, and is then passed over.
            untold = untold || (recall->of.empty() &&
                                std::any_of(recall->answers.begin(), recall->answers.end(),
                                            [&](const std::string& id) { return forgotten_.contains(id); }));
        }
        instructions_[at] = untold;
        if (steers) { until = std::max(until, meeting[at]); }
        for (const std::size_t next : next_places(instruction, at)) {
            apart_until[next] = std::max(apart_until[next], until);
        }
    }
}

const Untold::Section* Untold::find(const std::string& id) const {
    const auto found = std::find_if(sections_.begin(), sections_.end(),
                                    [&](const Section& section) { return section.id == id; });
    return found == sections_.end() ? nullptr : &*found;
}

bool Untold::section(const std::string& id) const {
    const Section* found = find(id);
    return found != nullptr && found->untold;
}

bool Untold::practised_before(const std::string& section) const {
    const Section* found = find(section);
    return found != nullptr && found->practised_before;
}

bool Untold::check_in_up_to(const std::string& section) const {
    const Section* found = find(section);
    return found != nullptr && found->check_in_up_to;
}

} // namespace kindly
