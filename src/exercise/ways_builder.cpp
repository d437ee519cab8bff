// SPDX-License-Identifier: MIT
// Which answers steer, from where to where they are in use, and what each condition makes of them.
#include "exercise/ways_builder.hpp"

#include <algorithm>
#include <set>

namespace kindly {

Variable* WaysBuilder::variable(const std::string& id) {
    const auto found = asked_.find(id);
    return found == asked_.end() ? nullptr : &found->second;
}

void WaysBuilder::find_variables() {
    std::set<const Written*> conditions; // copies in repeats ask the same
    for (std::size_t at = 0; at < end_; ++at) {
        const Instruction& instruction = plan_.instructions[at];
        if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
            const bool is_new =
                branch->when.written == nullptr || conditions.insert(branch->when.written).second;
            for (const auto& test : branch->when.tests) {
                if (test.on_parameter) { continue; }
                Variable& used = test.of.empty() ? asked_[test.name] : elsewhere_[{test.of, test.name}];
                if (is_new) { used.tests.push_back(&test); }
                used.last = at;
                if (!test.of.empty()) { used.first = std::min(used.first, at); }
            }
        } else if (const auto* fork = std::get_if<Fork>(&instruction.what)) {
            Variable& pick = picks_[fork->pick];
            pick.first = std::min(pick.first, at);
            pick.last = at;
        } else if (const auto* recall = std::get_if<Recollection>(&instruction.what)) {
            if (!recall->of.empty()) { continue; }
            for (const auto& id : recall->answers) { asked_[id].last = at; }
        }
    }
    for (std::size_t at = 0; at < end_; ++at) {
        const Instruction& instruction = plan_.instructions[at];
        const auto* question = std::get_if<Question>(&instruction.what);
        const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what);
        if (question == nullptr && check_in == nullptr) { continue; }
        Variable& given = asked_[question != nullptr ? question->id : check_in->id];
        given.first = std::min(given.first, at);
        if (!given.asked_here) {
            given.asked_here = true;
            given.classes =
                question != nullptr ? classes_of(*question, given.tests) : classes_of(*check_in, given.tests);
        }
        if (instruction.repeat_end != nowhere) { ends_of_repeats_[instruction.repeat_end].push_back(&given); }
    }
    for (auto& [key, used] : elsewhere_) { used.classes = classes_of_unknown(used.tests); }
}

/// Answers that are never in use at the same time share a unit.
void WaysBuilder::give_slots() {
    std::vector<std::size_t> free_after; // by slot: the last instruction of its present owner
    if (!droppable_.empty()) {
        drop_slot_ = 0;
        free_after.push_back(nowhere);
    }
    for (auto& [key, used] : elsewhere_) { // may be decided at a branch: a unit of their own
        used.slot = free_after.size();
        free_after.push_back(nowhere);
        by_last_.push_back(&used);
    }
    std::vector<Variable*> in_order;
    for (auto& [id, used] : asked_) {
        if (used.asked_here && used.last > used.first) { in_order.push_back(&used); }
    }
    for (auto& [id, used] : picks_) {
        if (used.last > used.first) { in_order.push_back(&used); }
    }
    std::sort(in_order.begin(), in_order.end(),
              [](const Variable* left, const Variable* right) { return left->first < right->first; });
    for (Variable* used : in_order) {
        auto slot = std::find_if(free_after.begin(), free_after.end(),
                                 [&](std::size_t last) { return last != nowhere && last < used->first; });
        if (slot == free_after.end()) { slot = free_after.insert(slot, 0); }
        *slot = used->last;
        used->slot = static_cast<std::size_t>(slot - free_after.begin());
        by_last_.push_back(used);
    }
    std::sort(by_last_.begin(), by_last_.end(),
              [](const Variable* left, const Variable* right) { return left->last < right->last; });
    nothing_known_.assign(free_after.size(), unit(not_asked));
}

void WaysBuilder::find_droppable() {
    if (!options_.may_drop) { return; }
    for (const auto& section : plan_.sections) {
        const bool holds_something = section.begin < section.end;
        if (section.role == Role::main && section.priority == Priority::extra && holds_something) {
            droppable_[section.begin] = section.end;
        }
    }
}

CompiledBranch& WaysBuilder::compiled(std::size_t at) {
    const auto& branch = std::get<Branch>(plan_.instructions[at].what);
    CompiledBranch& result =
        branch.when.written != nullptr ? branches_[branch.when.written] : nameless_branches_[at];
    if (!result.tests.empty()) { return result; }
    for (const auto& test : branch.when.tests) {
        CompiledBranch::CompiledTest one;
        if (test.on_parameter) {
            const auto setting = plan_.settings.find(test.name);
            const AnswerValue value =
                setting == plan_.settings.end() ? AnswerValue() : as_answer(setting->second);
            one.known = setting != plan_.settings.end() && passes(test, &value);
        } else {
            one.variable = test.of.empty() ? &asked_.at(test.name) : &elsewhere_.at({test.of, test.name});
            const bool missing = passes(test, nullptr);
            one.passed = {missing, missing};
            for (const auto& one_class : one.variable->classes) {
                one.passed.push_back(passes(test, &one_class.example));
            }
        }
        result.tests.push_back(std::move(one));
    }
    return result;
}

} // namespace kindly
