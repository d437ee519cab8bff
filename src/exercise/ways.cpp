// SPDX-License-Identifier: MIT
#include "exercise/ways.hpp"

#include "exercise/ways_builder.hpp"

#include <algorithm>

namespace kindly {

Ways::Ways(const Plan& plan, const WaysOptions& options) : plan_(&plan) {
    if (WaysBuilder(plan, options, false, *this).run()) { return; }
    *this = Ways(plan, options, Joined{});
}

Ways::Ways(const Plan& plan, const WaysOptions& options, Joined /*joined*/) : plan_(&plan), exact_(false) {
    WaysBuilder(plan, options, true, *this).run();
}

std::vector<Decision> Ways::way_to(std::size_t instruction, Origin last) const {
    std::vector<Decision> decisions;
    std::size_t later = instruction;
    for (bool more = true; more;) {
        const std::size_t here = places_[last.place].instruction;
        // Sections between the two were left out, or jumped over.
        for (auto section = plan_->sections.rbegin(); section != plan_->sections.rend(); ++section) {
            const bool passed_over = section->role == Role::main && section->begin < section->end &&
                                     (here == nowhere || section->begin > here) &&
                                     (later == nowhere || section->end <= later);
            if (passed_over) { decisions.push_back({nowhere, section->id, {}, {}}); }
        }
        if (here != nowhere && last.answered > 0) {
            const auto* question = std::get_if<Question>(&plan_->instructions[here].what);
            const auto* check_in = std::get_if<CheckInQuestion>(&plan_->instructions[here].what);
            Decision decision{here, {}, {}, {}};
            if (last.answered >= first_class) {
                const auto& one = classes_.at(question != nullptr ? question->id : check_in->id)
                                      .at(static_cast<std::size_t>(last.answered - first_class));
                decision.options = one.options;
                decision.answer = one.example;
            }
            decisions.push_back(std::move(decision));
        }
        later = here;
        more = last.place != 0;
        last = origins_[last.place][last.state];
    }
    std::reverse(decisions.begin(), decisions.end());
    return decisions;
}

std::vector<Decision> Ways::way_to(std::size_t place) const {
    return way_to(places_[place].instruction, origins_[place].front());
}

std::vector<Milliseconds> greatest_sums(const Ways& ways,
                                        const std::function<Milliseconds(const Ways::Place&)>& weight) {
    const auto& places = ways.places();
    std::vector<Milliseconds> sums(places.size(), Milliseconds::min());
    sums.front() = Milliseconds{};
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (places[at].instruction != nowhere) { sums[at] += weight(places[at]); }
        for (const std::size_t next : places[at].next) { sums[next] = std::max(sums[next], sums[at]); }
    }
    return sums;
}

} // namespace kindly
