// SPDX-License-Identifier: MIT
// Alternatives that nobody is ever shown: R003 for what stands under "instead".
#include "base/translate.hpp"
#include "checker/proofs.hpp"

#include <algorithm>
#include <set>

namespace kindly {

namespace {

/// What stands instead of a step, for people who never come to it: the exercise is not theirs, or a step
/// around it has something else for them already.
void look(const Steps& steps, const std::set<Avoidable>& never_left_out, Findings& findings) {
    for (const auto& step : steps) {
        const bool for_nobody =
            !step.involves.empty() && std::includes(never_left_out.begin(), never_left_out.end(),
                                                    step.involves.begin(), step.involves.end());
        if (step.instead && !step.instead->empty() && for_nobody) {
            findings.warning(
                "R003", step.written->member("instead")->key_span,
                _("Nobody can reach what stands under \"instead\": whoever leaves out what this involves "
                  "does not come here"),
                {_("Either \"needs\" keeps them out of the whole exercise, or a step around this one has "
                   "an "
                   "\"instead\" for them. One of the two is enough."),
                 {},
                 {}});
        }
        std::set<Avoidable> inside = never_left_out;
        if (step.instead) { inside.insert(step.involves.begin(), step.involves.end()); }
        if (const auto* branch = std::get_if<If>(&step.what)) {
            look(branch->then, inside, findings);
            look(branch->otherwise, inside, findings);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            look(repeat->steps, inside, findings);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            for (const auto& variant : pick->from) { look(variant, inside, findings); }
        }
    }
}

} // namespace

void check_alternatives(const Exercise& exercise, Findings& findings) {
    for (const auto& section : exercise.sections) { look(section.steps, exercise.needs, findings); }
}

} // namespace kindly
