// SPDX-License-Identifier: MIT
// The walk itself: from each step, with every answer that makes a difference, to the next steps.
#include "exercise/limits.hpp"
#include "exercise/ways_builder.hpp"

#include <algorithm>

namespace kindly {

/// Drops what nobody looks at any more, between an instruction that is left and one that is come to.
void WaysBuilder::forget(State& state, std::size_t from, std::size_t at) const {
    auto used = std::lower_bound(by_last_.begin(), by_last_.end(), from,
                                 [](const Variable* one, std::size_t place) { return one->last < place; });
    for (; used != by_last_.end() && (*used)->last < at; ++used) { state[(*used)->slot] = unit(not_asked); }
    if (drop_slot_ != nowhere && at > droppable_.rbegin()->first) { state[drop_slot_] = 0; }
}

/// Where a repeat ends: also as if one of its questions had not been asked.
void WaysBuilder::leave_repeat(std::size_t at, const Arrival& arrival) {
    const auto repeat = ends_of_repeats_.find(at);
    if (repeat == ends_of_repeats_.end()) { return; }
    go_on_later({at, arrival, Looked::at_repeat});
    for (auto asked = repeat->second.rbegin(); asked != repeat->second.rend(); ++asked) {
        if ((*asked)->slot == nowhere || arrival.state[(*asked)->slot] == not_asked) { continue; }
        Arrival unasked = arrival;
        unasked.state[(*asked)->slot] = unit(not_asked);
        go_on_later({at, std::move(unasked), Looked::at_repeat});
    }
}

/// What was put there last goes on first. Ways that have come together (the same instruction, the same
/// answers in use) go on once: those that come later would lead to the same.
void WaysBuilder::go_on_later(Under&& way) { under_way_.push_back(std::move(way)); }

bool WaysBuilder::passed_before(std::size_t from, Under& way) {
    forget(way.arrival.state, from, way.at);
    State key = way.arrival.state;
    key += static_cast<char16_t>(way.looked);
    return !passed_[way.at].insert(std::move(key)).second;
}

/// Follows everything that nobody sees, from instruction `at`, to the next steps. Without recursion: there
/// may be thousands of branches in a row.
void WaysBuilder::go(std::size_t from, std::size_t at, Arrival arrival) {
    follow(from, {at, std::move(arrival), Looked::at_nothing});
    while (!under_way_.empty() && !too_much_) {
        Under way = std::move(under_way_.back());
        under_way_.pop_back();
        if (!passed_before(from, way)) { follow(from, std::move(way)); }
    }
    under_way_.clear();
}

/// One way, up to the next step, or to where it parts: then the rest of it is under way.
void WaysBuilder::follow(std::size_t from, Under way) {
    auto& [at, arrival, looked] = way;
    while (at < end_) {
        if (options_.repeats_may_not_ask && looked == Looked::at_nothing && ends_of_repeats_.contains(at)) {
            leave_repeat(at, arrival);
            return;
        }
        if (const auto extra = droppable_.find(at); extra != droppable_.end() && looked != Looked::at_extra) {
            if (arrival.state[drop_slot_] != 0) {
                at = extra->second;
                looked = Looked::at_nothing;
                continue;
            }
            Arrival without = arrival;
            without.state[drop_slot_] = 1;
            go_on_later({at, std::move(arrival), Looked::at_extra});
            go_on_later({extra->second, std::move(without), Looked::at_nothing});
            return;
        }
        looked = Looked::at_nothing;
        const Instruction& instruction = plan_.instructions[at];
        ways_.reached_[at] = true;
        if (const auto* jump = std::get_if<Jump>(&instruction.what)) {
            at = jump->target;
        } else if (const auto* fork = std::get_if<Fork>(&instruction.what)) {
            forget(arrival.state, from, at);
            const std::size_t next = beyond_fork(*fork, arrival);
            if (next == nowhere) { return; }
            at = next;
        } else if (std::holds_alternative<Branch>(instruction.what)) {
            forget(arrival.state, from, at); // its place may be another answer's by now
            const std::size_t next = beyond_branch(at, arrival);
            if (next == nowhere) { return; }
            at = next;
        } else {
            break;
        }
    }
    come_to(from, at, std::move(arrival));
}

/// The next step is there, or the end.
void WaysBuilder::come_to(std::size_t from, std::size_t at, Arrival arrival) {
    if (at >= end_) {
        arrive(from, end_, false, std::move(arrival));
        return;
    }
    const auto* recall = std::get_if<Recollection>(&plan_.instructions[at].what);
    if (recall == nullptr) {
        arrive(from, at, false, std::move(arrival));
        return;
    }
    if (joined_ || !recall->kept.empty() || !recall->of.empty()) { // it is not known whether there is any
        arrive(from, at, true, arrival);
        arrive(from, at, false, std::move(arrival));
        return;
    }
    forget(arrival.state, from, at);
    const bool something = std::any_of(recall->answers.begin(), recall->answers.end(), [&](const auto& id) {
        const Variable* shown = variable(id);
        return shown != nullptr && shown->slot != nowhere && arrival.state[shown->slot] >= first_class;
    });
    arrive(from, at, !something, std::move(arrival));
}

/// Where it leads; nowhere: to several places, which are under way now.
std::size_t WaysBuilder::beyond_branch(std::size_t at, const Arrival& arrival) {
    const auto& branch = std::get<Branch>(plan_.instructions[at].what);
    Ways::Seen& seen = ways_.seen_[at];
    if (joined_) {
        seen.held = seen.failed = true;
        go_on_later({at + 1, arrival, Looked::at_nothing});
        go_on_later({branch.otherwise, arrival, Looked::at_nothing});
        return nowhere;
    }
    CompiledBranch& condition = compiled(at);
    for (const auto& test : condition.tests) { // another exercise's answer is decided where it matters first
        if (test.variable == nullptr || test.variable->asked_here || test.variable->slot == nowhere ||
            arrival.state[test.variable->slot] != not_asked || test.variable->classes.empty()) {
            continue;
        }
        for (std::size_t value = first_class + test.variable->classes.size(); value-- > not_answered;) {
            Arrival decided = arrival;
            decided.state[test.variable->slot] = unit(value);
            go_on_later({at, std::move(decided), Looked::at_extra});
        }
        return nowhere;
    }
    const bool all = branch.when.combination == Condition::Combination::all;
    bool holds = all;
    bool decided = false; // by a test that has what it looks at: then the others change nothing
    std::vector<std::size_t> not_asked_for;
    for (std::size_t index = 0; index < condition.tests.size(); ++index) {
        const auto& test = condition.tests[index];
        bool passed = test.known;
        if (test.variable != nullptr) {
            const int value = test.variable->slot == nowhere ? not_asked : arrival.state[test.variable->slot];
            passed = test.passed[static_cast<std::size_t>(value)];
            if (value == not_asked && branch.when.tests[index].of.empty()) {
                not_asked_for.push_back(index);
            } else {
                decided = decided || passed != all;
            }
            if (value >= first_class && condition.tests.size() == 1) {
                const auto& options =
                    test.variable->classes[static_cast<std::size_t>(value - first_class)].options;
                for (const auto& option : options) {
                    if (std::find(seen.options.begin(), seen.options.end(), option) == seen.options.end()) {
                        seen.options.push_back(option);
                    }
                }
            }
        }
        decided = decided || (test.variable == nullptr && passed != all);
        holds = all ? holds && passed : holds || passed;
    }
    for (const std::size_t index : not_asked_for) {
        if (!decided) { seen.not_asked.try_emplace(index, arrival.origin); }
    }
    (holds ? seen.held : seen.failed) = true;
    return holds ? at + 1 : branch.otherwise;
}

/// As beyond_branch(), for the variants of a pick.
std::size_t WaysBuilder::beyond_fork(const Fork& fork, const Arrival& arrival) {
    const std::size_t slot = picks_.at(fork.pick).slot;
    const std::size_t taken = slot == nowhere ? not_asked : arrival.state[slot];
    if (taken >= first_class && taken - first_class < fork.targets.size()) {
        return fork.targets[taken - first_class];
    }
    for (std::size_t variant = fork.targets.size(); variant-- > 0;) {
        Arrival chosen = arrival;
        if (slot != nowhere) { chosen.state[slot] = unit(first_class + variant); }
        go_on_later({fork.targets[variant], std::move(chosen), Looked::at_nothing});
    }
    return nowhere;
}

void WaysBuilder::arrive(std::size_t from, std::size_t at, bool nothing_to_show, Arrival arrival) {
    if (at == end_) {
        arrival.state = nothing_known_; // all ways come to the same end
    } else {
        forget(arrival.state, from, at);
    }
    const std::pair where{at, nothing_to_show};
    const auto [known, is_new] = arrivals_at_.try_emplace(where, arrivals_.size());
    if (is_new) { arrivals_.emplace_back(where, Arrivals()); }
    auto& arrived = arrivals_[known->second].second;
    arrived.push_back(std::move(arrival));
    // Each state comes once for each answer, or a few times; these are not looked through before settle().
    constexpr std::size_t times_each = 64;
    too_much_ = too_much_ || arrived.size() > times_each * limits::most_paths_walked;
}

/// Where a question leads, for every class of answers.
void WaysBuilder::leave_question(std::size_t at, const std::string& id, const std::vector<State>& states,
                                 std::size_t place) {
    const Instruction& instruction = plan_.instructions[at];
    const Variable& given = asked_.at(id);
    const std::size_t skipped_to = instruction.repeat_end != nowhere ? instruction.repeat_end : at + 1;
    for (std::size_t index = 0; index < states.size(); ++index) {
        auto lead = [&](int value, std::size_t target) {
            Arrival arrival{states[index], {place, index, value}};
            // Asked again after the last look at it, in the last round of a repeat, it is no longer in use.
            if (given.slot != nowhere && given.last > at && !joined_) {
                arrival.state[given.slot] = unit(value);
            }
            go(at, target, std::move(arrival));
        };
        lead(not_answered, skipped_to);
        for (std::size_t one = 0; one < given.classes.size() && !too_much_; ++one) {
            const std::size_t jump = given.classes[one].jump;
            lead(static_cast<int>(one) + first_class, jump == nowhere ? at + 1 : jump);
        }
    }
}

void WaysBuilder::leave(std::size_t id, const std::vector<State>& states) {
    const std::size_t at = ways_.places_[id].instruction;
    if (at != nowhere) {
        const Instruction& instruction = plan_.instructions[at];
        const auto* question = std::get_if<Question>(&instruction.what);
        const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what);
        if (question != nullptr || check_in != nullptr) {
            leave_question(at, question != nullptr ? question->id : check_in->id, states, id);
            return;
        }
    }
    const std::size_t next = at == nowhere ? 0 : at + 1;
    for (std::size_t index = 0; index < states.size() && !too_much_; ++index) {
        go(at == nowhere ? 0 : at, next, {states[index], {id, index, 0}});
    }
}

/// The place that is there already for these states, or nowhere. Of a few places each is looked at; of many
/// only those with the same key.
std::size_t WaysBuilder::find_place(std::size_t at, bool nothing_to_show, const Arrivals& arrived) {
    constexpr std::size_t a_few = 8;
    const auto& there = waiting_[at];
    const auto key_of = [](bool nothing, const auto& states, const auto& state_of) {
        State key(1, nothing ? u'1' : u'0');
        for (const auto& one : states) { key += state_of(one); }
        return key;
    };
    if (there.size() < a_few) {
        for (const std::size_t place : there) {
            const auto& states = states_[place];
            if (ways_.places_[place].nothing_to_show == nothing_to_show && states.size() == arrived.size() &&
                std::equal(states.begin(), states.end(), arrived.begin(),
                           [](const State& state, const Arrival& one) { return state == one.state; })) {
                return place;
            }
        }
        return nowhere;
    }
    auto& keys = known_[at];
    for (std::size_t index = keys.size(); index < there.size(); ++index) { // those that have come since
        const std::size_t place = there[index];
        keys.emplace(key_of(ways_.places_[place].nothing_to_show, states_[place],
                            [](const State& state) -> const State& { return state; }),
                     place);
    }
    const auto known = keys.find(
        key_of(nothing_to_show, arrived, [](const Arrival& one) -> const State& { return one.state; }));
    return known == keys.end() ? nowhere : known->second;
}

/// Makes places of what was come to; the same step with the same states is one place.
void WaysBuilder::settle(std::size_t from_place) {
    constexpr std::size_t most_places = 50000;
    for (auto& [where, arrived] : arrivals_) {
        if (arrived.size() > 1) {
            std::stable_sort(arrived.begin(), arrived.end(), [](const Arrival& left, const Arrival& right) {
                return left.state < right.state;
            });
            arrived.erase(std::unique(arrived.begin(), arrived.end(),
                                      [](const Arrival& left, const Arrival& right) {
                                          return left.state == right.state;
                                      }),
                          arrived.end());
        }
        std::size_t place = find_place(where.first, where.second, arrived);
        if (place == nowhere) {
            place = ways_.places_.size();
            too_much_ = too_much_ || arrived.size() > limits::most_paths_walked ||
                        ways_.places_.size() >= most_places;
            ways_.places_.push_back({where.first == end_ ? nowhere : where.first, where.second, {}, 0});
            std::vector<State> states;
            std::vector<Origin> origins;
            for (auto& one : arrived) {
                states.push_back(std::move(one.state));
                origins.push_back(one.origin);
            }
            states_.push_back(std::move(states));
            ways_.origins_.push_back(std::move(origins));
            waiting_[where.first].push_back(place);
        }
        ways_.places_[from_place].next.push_back(place);
    }
    arrivals_.clear();
    arrivals_at_.clear();
    passed_.clear();
}

bool WaysBuilder::run() {
    ways_.reached_.assign(plan_.instructions.size(), false);
    find_variables();
    find_droppable();
    if (!joined_) {
        give_slots();
    } else if (!droppable_.empty()) {
        drop_slot_ = 0;
        nothing_known_.assign(1, 0);
    }
    waiting_.resize(end_ + 1);
    ways_.places_.push_back({});
    ways_.origins_.push_back({Origin{}});
    states_.push_back({nothing_known_});
    leave(0, {nothing_known_});
    settle(0);
    std::vector<std::size_t> order{0};
    for (std::size_t at = 0; at < end_ && !too_much_; ++at) {
        for (std::size_t index = 0; index < waiting_[at].size() && !too_much_; ++index) {
            const std::size_t place = waiting_[at][index];
            order.push_back(place);
            leave(place, std::vector<State>(states_[place]));
            settle(place);
        }
    }
    if (too_much_) { return false; }
    for (const std::size_t place : waiting_[end_]) { order.push_back(place); }
    // Renumbered, so that every place stands after those that lead to it.
    std::vector<std::size_t> number(order.size());
    for (std::size_t index = 0; index < order.size(); ++index) { number[order[index]] = index; }
    std::vector<Ways::Place> places;
    std::vector<std::vector<Origin>> origins;
    for (const std::size_t place : order) {
        places.push_back(std::move(ways_.places_[place]));
        for (auto& next : places.back().next) { next = number[next]; }
        origins.push_back(std::move(ways_.origins_[place]));
        for (auto& origin : origins.back()) { origin.place = number[origin.place]; }
    }
    for (auto& [at, seen] : ways_.seen_) {
        for (auto& [test, where] : seen.not_asked) { where.place = number[where.place]; }
    }
    places.front().ways = 1;
    for (auto& place : places) {
        for (const std::size_t next : place.next) { places[next].ways += place.ways; }
    }
    ways_.places_ = std::move(places);
    ways_.origins_ = std::move(origins);
    for (auto& [id, given] : asked_) { ways_.classes_[id] = std::move(given.classes); }
    return true;
}

} // namespace kindly
