// SPDX-License-Identifier: MIT
// What nobody reaches, conditions that never change, and branches that make no difference.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/canonical.hpp"
#include "exercise/limits.hpp"
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
        for (const auto& section : exercise.sections) {
            each_step(section.steps, [&](const Step& step) {
                if (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what)) {
                    questions_.emplace(step.id, &step);
                }
            });
        }
    }

    void check() {
        for (const auto& section : exercise_.sections) {
            if (section.role == Role::grounding) { continue; } // entered from anywhere
            check_conditions(section.steps);
            each_step(section.steps, [&](const Step& step) { check_difference(step); });
        }
        check_reached();
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
            if (step.only_if) { check_condition(*step.only_if, step); }
            if (const auto* branch = std::get_if<If>(&step.what)) { check_condition(branch->when, step); }
            if (const auto* repeat = std::get_if<Repeat>(&step.what); repeat != nullptr && repeat->until) {
                check_condition(*repeat->until, step);
            }
        });
    }

    void check_condition(const Condition& condition, const Step& step) {
        if (!exact_ || !worlds_.complete || unasked_.contains(condition.written)) { return; }
        const auto found = results_.find(condition.written);
        if (found == results_.end()) { return; } // nobody comes here at all
        const Result& result = found->second;
        if (result.held && result.failed) { return; }
        decided_.insert(condition.written);
        const std::string why =
            condition.tests.size() == 1
                ? why_decided(condition.tests.front(), result)
                : std::string(
                      result.held ? _("it holds whatever is answered")
                      : condition.combination == Condition::Combination::all
                          ? _("nobody who comes here has answers that make all of these tests true")
                          : _("nobody who comes here has an answer that makes one of these tests true"));
        findings_.warning(
            "R004", condition.written->span,
            filled(result.held ? _("This is always true: {}") : _("This can never be true: {}"), why),
            {what_follows(condition, step, result.held), {}, {}});
    }

    /// Why one test comes out the same for everybody.
    [[nodiscard]] std::string why_decided(const Test& test, const Result& result) const {
        if (test.on_parameter) { return values_of(test.name); }
        if (!test.of.empty()) { return _("no answer there changes it"); }
        if (test.compare == Test::Operator::given) {
            const bool given = result.held == (test.operands.front() == Test::Operand(true));
            return filled(given ? _("everybody who comes here has answered \"{}\"")
                                : _("nobody who comes here has answered \"{}\""),
                          test.name);
        }
        if (result.held) { return filled(_("only such answers to \"{}\" lead here"), test.name); }
        if (result.options.empty()) { return why_no_answer(test); }
        std::vector<std::string> wanted;
        for (const auto& operand : test.operands) {
            if (const auto* option = std::get_if<std::string>(&operand)) { add_once(wanted, *option); }
        }
        std::vector<std::string> chosen;
        for (const auto& option : result.options) { add_once(chosen, option); }
        return filled(test.compare == Test::Operator::is_not
                          ? _("only people who chose {} come here, and it asks for anything but {}")
                          : _("only people who chose {} come here, and it asks for {}"),
                      joined(chosen, _(" or ")), joined(wanted, _(" or ")));
    }

    static void add_once(std::vector<std::string>& words, const std::string& word) {
        std::string quoted = '"' + word + '"';
        if (std::find(words.begin(), words.end(), quoted) == words.end()) {
            words.push_back(std::move(quoted));
        }
    }

    [[nodiscard]] std::string why_no_answer(const Test& test) const {
        const auto question = questions_.find(test.name);
        if (question != questions_.end()) {
            const auto* ask = std::get_if<Ask>(&question->second->what);
            if (ask != nullptr &&
                ask->answer == Ask::Answer::choice) { // with an answer, options would be known
                return filled(_("nobody who comes here has answered \"{}\""), test.name);
            }
            const auto lowest = ask == nullptr ? std::optional(limits::lowest_rating) : ask->lowest;
            const auto highest = ask == nullptr ? std::optional(limits::highest_rating) : ask->highest;
            const bool outside =
                std::none_of(test.operands.begin(), test.operands.end(), [&](const Test::Operand& operand) {
                    const auto* number = std::get_if<double>(&operand);
                    if (number == nullptr) { return true; } // "numb": not a matter of bounds
                    switch (test.compare) {
                    case Test::Operator::at_least: return !highest || *number <= *highest;
                    case Test::Operator::at_most: return !lowest || *number >= *lowest;
                    default: return (!lowest || *number >= *lowest) && (!highest || *number <= *highest);
                    }
                });
            if (outside && lowest && highest) {
                return filled(_("\"{}\" goes from {} to {}"), test.name, *lowest, *highest);
            }
        }
        return filled(_("nobody who comes here has given such an answer to \"{}\""), test.name);
    }

    [[nodiscard]] std::string values_of(const std::string& setting) const {
        const Parameter* parameter = find_parameter(exercise_, setting);
        if (parameter != nullptr && parameter->lowest && parameter->highest) {
            return filled(_("\"{}\" goes from {} to {}"), setting, *parameter->lowest, *parameter->highest);
        }
        if (parameter != nullptr && parameter->shortest_duration && parameter->longest_duration) {
            return filled(_("\"{}\" goes from {} to {}"), setting,
                          written_duration(*parameter->shortest_duration),
                          written_duration(*parameter->longest_duration));
        }
        return filled(_("it is so for every value of \"{}\""), setting);
    }

    /// What it means for the steps that depend on it, and what can be done.
    static std::string what_follows(const Condition& condition, const Step& step, bool held) {
        const auto* branch = std::get_if<If>(&step.what);
        if (step.only_if && step.only_if->written == condition.written) {
            return held ? _("Everybody comes to this step, so \"only_if\" can be left out.")
                        : _("Nobody comes to this step. Change the condition, or leave the step out.");
        }
        if (branch != nullptr) {
            if (!held) {
                return _("Nobody comes to the steps under \"then\". Change the condition, or leave them "
                         "out.");
            }
            return branch->otherwise.empty()
                       ? _("Everybody comes to the steps under \"then\": they can stand there without an "
                           "\"if\".")
                       : _("Nobody comes to the steps under \"else\". Change the condition, or leave them "
                           "out.");
        }
        return held ? _("These steps come once, never again. Change the condition, or leave \"repeat\" out.")
                    : _("These steps always come as often as \"times\" says, so \"until\" can be left "
                        "out.");
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

    /// All main sections; a run of them that nobody reaches has one cause, and is one finding.
    void check_reached() {
        const Section* before = nullptr; // the last one that somebody reaches
        bool said = false;               // that its end is never reached
        for (auto section = exercise_.sections.begin(); section != exercise_.sections.end(); ++section) {
            if (section->role != Role::main || section->steps.empty()) { continue; }
            if (reached(*section)) {
                before = &*section;
                said = !check_reached(section->steps, names_after(section + 1));
                continue;
            }
            const auto names = names_after(section);
            if (!said && !is_decided(before)) {
                const std::string why = before == nullptr ? std::string() : jump_at_the_end(*before);
                findings_.warning("R003", place_of(*section),
                                  why.empty()
                                      ? filled(_("Nobody can reach {}"), joined(names, _(" and ")))
                                      : filled(_("Nobody can reach {}: {}"), joined(names, _(" and ")), why),
                                  {what_to_do(), {}, {}});
            }
            said = true; // of all that follow in this run
        }
    }

    static std::string what_to_do() {
        return _("What stands there is never met. Put it before the jump, give the jump a condition "
                 "(\"only_if\"), or leave it out.");
    }

    [[nodiscard]] bool reached(const Section& section) const {
        return std::any_of(section.steps.begin(), section.steps.end(),
                           [&](const Step& step) { return reached(step); });
    }

    /// The titles of the sections from here on that nobody reaches, up to one that somebody does.
    [[nodiscard]] std::vector<std::string> names_after(std::vector<Section>::const_iterator section) const {
        std::vector<std::string> names;
        for (; section != exercise_.sections.end(); ++section) {
            if (section->role != Role::main || section->steps.empty()) { continue; }
            if (reached(*section)) { break; }
            names.push_back('"' + section->title + '"');
        }
        return names;
    }

    /// False where somewhere in these steps nobody comes further. `lost`: what cannot be reached for the
    /// same reason.
    bool check_reached(const Steps& steps, const std::vector<std::string>& lost = {}) {
        const Step* before = nullptr;
        for (const auto& step : steps) {
            if (!reached(step)) {
                if (before != nullptr && is_decided(*before)) { return false; } // said at the condition
                const std::string why = before == nullptr ? std::string() : jumps_away(*before);
                const std::string what =
                    lost.empty() ? std::string(_("Nobody can reach this"))
                                 : filled(_("Nobody can reach this, nor {}"), joined(lost, _(" and ")));
                findings_.warning("R003", opening(*step.written),
                                  why.empty() ? what : filled(_("{}: {}"), what, why),
                                  {what_to_do(), {}, {}});
                return false; // nor what follows it: one root cause
            }
            if (const auto* branch = std::get_if<If>(&step.what)) {
                if (!decided_.contains(branch->when.written)) { // else it was said there
                    check_reached(branch->then);
                    check_reached(branch->otherwise);
                }
            } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
                check_reached(repeat->steps);
            } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
                for (const auto& variant : pick->from) { check_reached(variant); }
            }
            before = &step;
        }
        return true;
    }

    /// A condition that never changes was said of this step: what follows from it needs no second message.
    [[nodiscard]] bool is_decided(const Step& step) const {
        const auto* branch = std::get_if<If>(&step.what);
        return (step.only_if && decided_.contains(step.only_if->written)) ||
               (branch != nullptr && decided_.contains(branch->when.written));
    }

    [[nodiscard]] bool is_decided(const Section* section) const {
        return section != nullptr && std::any_of(section->steps.begin(), section->steps.end(),
                                                 [&](const Step& step) { return is_decided(step); });
    }

    static bool always_jumps(const Steps& steps) {
        return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
            if (step.only_if) { return false; }
            if (const auto* branch = std::get_if<If>(&step.what)) {
                return always_jumps(branch->then) && always_jumps(branch->otherwise);
            }
            if (const auto* pick = std::get_if<Pick>(&step.what)) {
                return std::all_of(pick->from.begin(), pick->from.end(), always_jumps);
            }
            if (const auto* repeat = std::get_if<Repeat>(&step.what)) { return always_jumps(repeat->steps); }
            return std::holds_alternative<GoTo>(step.what);
        });
    }

    /// Why nobody comes past a step; empty where it is something else.
    [[nodiscard]] std::string jumps_away(const Step& step) const {
        if (step.only_if || !always_jumps({step})) { return {}; }
        const std::size_t line = findings_.line(opening(*step.written));
        return std::holds_alternative<GoTo>(step.what)
                   ? filled(_("the step on line {} always jumps past it"), line)
                   : filled(_("every way through the step on line {} jumps past it"), line);
    }

    [[nodiscard]] std::string jump_at_the_end(const Section& section) const {
        return section.steps.empty() ? std::string() : jumps_away(section.steps.back());
    }

    // R005 -------------------------------------------------------------------------------------------------

    void check_difference(const Step& step) {
        if (std::holds_alternative<If>(step.what)) {
            const Written* then = step.written->find("then");
            const Written* otherwise = step.written->find("else");
            if (then != nullptr && otherwise != nullptr && same(*then, *otherwise)) {
                findings_.warning(
                    "R005", step.written->member("else")->key_span,
                    _("\"then\" and \"else\" are the same, so the condition changes nothing"),
                    {_("Give them different steps, or write the steps once, without an \"if\"."), {}, {}});
            }
        } else if (std::holds_alternative<Pick>(step.what)) {
            const Written* from = step.written->find("from");
            const bool all = from->entries.size() > 1 &&
                             std::all_of(from->entries.begin(), from->entries.end(), [&](const Written& one) {
                                 return same(one, from->entries.front());
                             });
            if (all) {
                findings_.warning(
                    "R005", step.written->member("from")->key_span,
                    _("All variants of this \"pick\" are the same"),
                    {_("Give them different steps, or write the steps once, without a \"pick\"."), {}, {}});
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
                                  ask.options.size() == 2
                                      ? std::string(_("Both answers lead to the same next step. If that is "
                                                      "intended, nothing to do"))
                                      : filled(_("All {} answers lead to the same next step. If that is "
                                                 "intended, nothing to do"),
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
    std::map<std::string, const Step*> questions_;
};

} // namespace

void prove_flow(const Exercise& exercise, const Worlds& worlds, const std::set<const Written*>& unasked,
                Findings& findings) {
    FlowProofs(exercise, worlds, unasked, findings).check();
}

} // namespace kindly
