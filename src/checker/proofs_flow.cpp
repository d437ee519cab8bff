// SPDX-License-Identifier: MIT
// What nobody reaches, conditions that never change, and branches that make no difference.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/canonical.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

bool same(const Written& left, const Written& right) { return canonical_form(left) == canonical_form(right); }

class FlowProofs {
public:
    FlowProofs(const Exercise& exercise, const Worlds& worlds, const std::set<const Written*>& unasked,
               Findings& findings)
        : exercise_(exercise), worlds_(worlds), unasked_(unasked), findings_(findings) {
        for (const auto& world : worlds.all) { gather(world); }
    }

    void check() {
        for (const auto& section : exercise_.sections) {
            if (section.role == Role::grounding) { continue; } // entered from anywhere
            check_conditions(section.steps);
            if (section.role == Role::main) { check_reached(section); }
            each_step(section.steps, [&](const Step& step) { check_difference(step); });
        }
    }

private:
    struct Result {
        bool held = false, failed = false;
        std::vector<std::string> options; ///< what those who come here can have chosen
    };

    void gather(const World& world) {
        exact_ = exact_ && world.ways.exact();
        for (std::size_t at = 0; at < world.plan->instructions.size(); ++at) {
            const Instruction& instruction = world.plan->instructions[at];
            if (at < world.ways.reached().size() && world.ways.reached()[at] &&
                instruction.written != nullptr) {
                reached_.insert(instruction.written);
            }
        }
        for (const auto& [at, seen] : world.ways.seen()) {
            const auto& branch = std::get<Branch>(world.plan->instructions[at].what);
            Result& result = results_[branch.when.written];
            result.held = result.held || seen.held;
            result.failed = result.failed || seen.failed;
            result.options.insert(result.options.end(), seen.options.begin(), seen.options.end());
        }
    }

    // R004 -------------------------------------------------------------------------------------------------

    void check_conditions(const Steps& steps) {
        each_step(steps, [&](const Step& step) {
            if (step.only_if) { check_condition(*step.only_if); }
            if (const auto* branch = std::get_if<If>(&step.what)) { check_condition(branch->when); }
            if (const auto* repeat = std::get_if<Repeat>(&step.what); repeat != nullptr && repeat->until) {
                check_condition(*repeat->until);
            }
        });
    }

    void check_condition(const Condition& condition) {
        if (!exact_ || !worlds_.complete || unasked_.contains(condition.written)) { return; }
        const auto found = results_.find(condition.written);
        if (found == results_.end()) { return; } // nobody comes here at all
        const Result& result = found->second;
        if (result.held && result.failed) { return; }
        decided_.insert(condition.written);
        std::string message = result.held ? _("This is always true") : _("This can never be true");
        std::string explanation =
            result.held ? _("The other branch is never taken.") : _("What depends on it never happens.");
        const Test& test = condition.tests.front();
        if (condition.tests.size() == 1 && !test.on_parameter && test.of.empty() && !result.held) {
            std::vector<std::string> chosen;
            for (const auto& option : result.options) {
                const std::string quoted = '"' + option + '"';
                if (std::find(chosen.begin(), chosen.end(), quoted) == chosen.end()) {
                    chosen.push_back(quoted);
                }
            }
            const auto* wanted =
                test.operands.empty() ? nullptr : std::get_if<std::string>(&test.operands.front());
            if (!chosen.empty() && wanted != nullptr) {
                message = filled(_("This can never be true: only people who chose {} come here, and it asks "
                                   "for \"{}\""),
                                 joined(chosen, _(" or ")), *wanted);
            }
        }
        findings_.warning("R004", condition.written->span, std::move(message),
                          {std::move(explanation), {}, {}});
    }

    // R003 -------------------------------------------------------------------------------------------------

    [[nodiscard]] bool reached(const Step& step) const {
        if (reached_.contains(step.written)) { return true; }
        // Reached through what stands in it, or instead of it.
        bool inside = false;
        const auto look = [&](const Step& inner) { inside = inside || reached_.contains(inner.written); };
        if (step.instead) { each_step(*step.instead, look); }
        if (const auto* repeat = std::get_if<Repeat>(&step.what)) { each_step(repeat->steps, look); }
        return inside;
    }

    void check_reached(const Section& section) {
        const bool any = std::any_of(section.steps.begin(), section.steps.end(),
                                     [&](const Step& step) { return reached(step); });
        if (!any && !section.steps.empty()) {
            const std::string why = jump_past(section);
            findings_.warning("R003", place_of(section),
                              why.empty() ? filled(_("Nobody can reach \"{}\""), section.title)
                                          : filled(_("Nobody can reach \"{}\": {}"), section.title, why));
            return;
        }
        check_reached(section.steps);
    }

    void check_reached(const Steps& steps) {
        const Step* before = nullptr;
        for (const auto& step : steps) {
            if (!reached(step)) {
                const bool jump = before != nullptr && std::holds_alternative<GoTo>(before->what);
                findings_.warning(
                    "R003", opening(*step.written),
                    jump ? filled(_("Nobody can reach this: the step on line {} always jumps past it"),
                                  findings_.line(before->written->span))
                         : std::string(_("Nobody can reach this")));
                return; // nor what follows it: one root cause
            }
            if (const auto* branch = std::get_if<If>(&step.what)) {
                if (decided_.contains(branch->when.written)) { continue; } // said there
                check_reached(branch->then);
                check_reached(branch->otherwise);
            } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
                check_reached(repeat->steps);
            } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
                for (const auto& variant : pick->from) { check_reached(variant); }
            }
            before = &step;
        }
    }

    /// The jump without condition that leads past a section.
    [[nodiscard]] std::string jump_past(const Section& past) const {
        for (const auto& section : exercise_.sections) {
            if (&section == &past) { break; }
            if (section.steps.empty()) { continue; }
            const Step& last = section.steps.back();
            if (std::holds_alternative<GoTo>(last.what) && !last.only_if) {
                return filled(_("the step on line {} always jumps past it"),
                              findings_.line(last.written->span));
            }
        }
        return {};
    }

    // R005 -------------------------------------------------------------------------------------------------

    void check_difference(const Step& step) {
        if (const auto* branch = std::get_if<If>(&step.what)) {
            const Written* then = step.written->find("then");
            const Written* otherwise = step.written->find("else");
            if (then != nullptr && otherwise != nullptr && same(*then, *otherwise)) {
                findings_.warning("R005", step.written->member("else")->key_span,
                                  _("\"then\" and \"else\" are the same, so the condition changes nothing"));
            }
            (void)branch;
        } else if (std::holds_alternative<Pick>(step.what)) {
            const Written* from = step.written->find("from");
            const bool all = from->entries.size() > 1 &&
                             std::all_of(from->entries.begin(), from->entries.end(), [&](const Written& one) {
                                 return same(one, from->entries.front());
                             });
            if (all) {
                findings_.warning("R005", step.written->member("from")->key_span,
                                  _("All variants of this \"pick\" are the same"));
            }
        } else if (const auto* ask = std::get_if<Ask>(&step.what)) {
            check_options(step, *ask);
        }
    }

    void check_options(const Step& step, const Ask& ask) {
        const bool jumps = std::any_of(ask.options.begin(), ask.options.end(),
                                       [](const Option& option) { return !option.go_to.empty(); });
        if (!jumps || worlds_.all.empty()) { return; }
        const Plan& plan = *worlds_.all.front().plan;
        for (std::size_t at = 0; at < plan.instructions.size(); ++at) {
            const auto* question = std::get_if<Question>(&plan.instructions[at].what);
            if (question == nullptr || plan.instructions[at].written != step.written) { continue; }
            std::set<std::size_t> targets;
            for (const auto& option : question->options) {
                std::size_t target = option.jump == nowhere ? at + 1 : option.jump;
                while (target < plan.instructions.size()) {
                    const auto* jump = std::get_if<Jump>(&plan.instructions[target].what);
                    if (jump == nullptr) { break; }
                    target = jump->target;
                }
                targets.insert(target);
            }
            if (targets.size() == 1) {
                findings_.warning("R005", opening(*step.written),
                                  filled(_("All {} answers lead to the same next step. If that is intended, "
                                           "nothing to do"),
                                         ask.options.size()));
            }
            return;
        }
    }

    const Exercise& exercise_;
    const Worlds& worlds_;
    const std::set<const Written*>& unasked_;
    Findings& findings_;
    bool exact_ = true;
    std::set<const Written*> reached_;
    std::set<const Written*> decided_; ///< conditions that never change
    std::map<const Written*, Result> results_;
};

} // namespace

void prove_flow(const Exercise& exercise, const Worlds& worlds, const std::set<const Written*>& unasked,
                Findings& findings) {
    FlowProofs(exercise, worlds, unasked, findings).check();
}

} // namespace kindly
