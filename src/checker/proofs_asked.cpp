// SPDX-License-Identifier: MIT
// Whether questions have been asked when conditions look at their answers; and if not, what leads past them
// and where they could be asked instead.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

class AskedProofs {
public:
    AskedProofs(const Exercise& exercise, const Worlds& worlds, Findings& findings)
        : exercise_(exercise), worlds_(worlds), findings_(findings) {
        for (const auto& section : exercise.sections) {
            section_ = &section;
            gather(section.steps, {});
        }
    }

    std::set<const Written*> check() {
        for (const auto& world : worlds_.all) { check(world, world.ways); }
        if (!worlds_.all.empty() && asks_in_repeats(*worlds_.all.front().plan)) {
            const World& world = worlds_.all.front();
            check(world, Ways(*world.plan, {.may_drop = true, .repeats_may_not_ask = true}));
        }
        return std::move(unasked_);
    }

private:
    /// A step and that one of its branches or variants in which something stands.
    struct Around {
        const Step* step = nullptr;
        const Steps* list = nullptr;
        bool operator==(const Around&) const = default;
    };

    /// Where a question or a condition stands: the steps around it, from the outermost on.
    struct Place {
        const Step* step = nullptr;
        const Section* section = nullptr;
        std::vector<Around> around;
    };

    struct Missed {
        std::string why;
        std::string where_to_ask{}; ///< where it would always be asked; may be empty
        const Condition* depends_on = nullptr;
        bool guard_helps = true; ///< with "given", some would still come to what depends on it
    };

    void gather(const Steps& steps, const std::vector<Around>& around) {
        for (const auto& step : steps) {
            const auto inside = [&](const Steps& list) {
                auto longer = around;
                longer.push_back({&step, &list});
                return longer;
            };
            if (step.only_if) { conditions_[step.only_if->written] = {&step, section_, around}; }
            if (step.instead) { gather(*step.instead, inside(*step.instead)); }
            if (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what)) {
                questions_.emplace(step.id, Place{&step, section_, around});
            } else if (const auto* branch = std::get_if<If>(&step.what)) {
                conditions_[branch->when.written] = {&step, section_, around};
                gather(branch->then, inside(branch->then));
                gather(branch->otherwise, inside(branch->otherwise));
            } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
                if (repeat->until) {
                    conditions_[repeat->until->written] = {&step, section_, inside(repeat->steps)};
                }
                gather(repeat->steps, inside(repeat->steps));
            } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
                for (const auto& variant : pick->from) { gather(variant, inside(variant)); }
            }
        }
    }

    static bool asks_in_repeats(const Plan& plan) {
        return std::any_of(plan.instructions.begin(), plan.instructions.end(),
                           [](const Instruction& one) { return one.repeat_end != nowhere; });
    }

    /// { "answer": "where", "given": true } beside a test says what to do without an answer.
    static bool is_guarded(const Condition& condition, const Test& test) {
        return test.compare == Test::Operator::given ||
               std::any_of(condition.tests.begin(), condition.tests.end(), [&](const Test& other) {
                   return other.compare == Test::Operator::given && other.name == test.name &&
                          other.of.empty() && !other.on_parameter;
               });
    }

    void check(const World& world, const Ways& ways) {
        if (!ways.exact()) {
            check_joined(world);
            return;
        }
        for (const auto& [at, seen] : ways.seen()) {
            const auto& branch = std::get<Branch>(world.plan->instructions[at].what);
            for (const auto& [index, origin] : seen.not_asked) {
                const Test& test = branch.when.tests[index];
                if (!is_open(branch.when, test)) { continue; }
                const Place& question = questions_.at(test.name);
                say(branch.when, test, question,
                    world.avoided.empty()
                        ? how_missed(world, ways.way_to(at, origin), question,
                                     conditions_.at(branch.when.written))
                        : Missed{filled(_("There is a way past the question{}."), circumstances(world))});
            }
        }
    }

    /// Whether a test on an answer that may be missing is to be spoken of, now that it is found.
    bool is_open(const Condition& condition, const Test& test) {
        // Conditions within fragments are the fragment's own business.
        return questions_.contains(test.name) && conditions_.contains(condition.written) &&
               !is_guarded(condition, test) && unasked_.insert(condition.written).second;
    }

    /// Where there are too many ways to follow each: a question counts as asked where all ways that meet
    /// have passed it, whatever was answered.
    void check_joined(const World& world) {
        const Plan& plan = *world.plan;
        const std::size_t end = plan.sections[plan.closing].end;
        std::vector<std::optional<std::set<std::string>>> asked(end + 1);
        const auto come = [&](std::size_t to, const std::set<std::string>& before) {
            auto& there = asked[std::min(to, end)];
            if (!there) {
                there = before;
            } else {
                std::erase_if(*there, [&](const std::string& id) { return !before.contains(id); });
            }
        };
        come(0, {});
        for (std::size_t at = 0; at < end; ++at) {
            if (!asked[at]) { continue; }
            std::set<std::string> here = *std::move(asked[at]);
            for (const auto& section : plan.sections) { // left out when time is short
                if (section.begin == at && section.end > at && section.role == Role::main &&
                    section.priority == Priority::extra) {
                    come(section.end, here);
                }
            }
            const Instruction& instruction = plan.instructions[at];
            if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
                say_joined(branch->when, here);
                come(branch->otherwise, here);
            } else if (const auto* jump = std::get_if<Jump>(&instruction.what)) {
                come(jump->target, here);
                continue;
            } else if (const auto* fork = std::get_if<Fork>(&instruction.what)) {
                for (const std::size_t target : fork->targets) { come(target, here); }
                continue;
            } else if (const auto* question = std::get_if<Question>(&instruction.what)) {
                here.insert(question->id);
                for (const auto& option : question->options) {
                    if (option.jump != nowhere) { come(option.jump, here); }
                }
            } else if (const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what)) {
                here.insert(check_in->id);
            }
            if (instruction.repeat_end != nowhere) { come(instruction.repeat_end, here); }
            come(at + 1, here);
        }
    }

    void say_joined(const Condition& condition, const std::set<std::string>& asked) {
        for (const auto& test : condition.tests) {
            if (test.on_parameter || !test.of.empty() ||
                (asked.contains(test.name) && !left_a_repeat(condition, test)) || !is_open(condition, test)) {
                continue;
            }
            const Place& question = questions_.at(test.name);
            auto missed = what_stands_around(question, conditions_.at(condition.written));
            say(condition, test, question,
                missed
                    ? *std::move(missed)
                    : Missed{_("There are too many ways through this exercise to follow each, and some may "
                               "lead past the question.")});
        }
    }

    /// What comes after a repeat cannot count on the questions in it.
    [[nodiscard]] bool left_a_repeat(const Condition& condition, const Test& test) const {
        const auto question = questions_.find(test.name);
        const auto place = conditions_.find(condition.written);
        return question != questions_.end() && place != conditions_.end() &&
               std::any_of(question->second.around.begin(), question->second.around.end(),
                           [&](const Around& around) {
                               return std::holds_alternative<Repeat>(around.step->what) &&
                                      std::find(place->second.around.begin(), place->second.around.end(),
                                                around) == place->second.around.end();
                           });
    }

    void say(const Condition& condition, const Test& test, const Place& question, const Missed& missed) {
        const std::string given = filled("{{ \"answer\": \"{}\", \"given\": true }}", test.name);
        const std::string& bytes = findings_.source().bytes();
        const Span span = test.written->span;
        const std::string guarded =
            filled("{{ \"all\": [ {}, {} ] }}", given, bytes.substr(span.begin, span.end - span.begin));
        std::string guard;
        if (condition.tests.size() == 1) {
            guard = filled(_("write {}"), guarded);
        } else if (condition.combination == Condition::Combination::all) {
            guard = filled(_("add {} to \"all\""), given);
        } else { // beside it in "any", it would hold for everybody who answered
            guard = filled(_("look at it in a condition of its own: {}"), guarded);
        }
        findings_.error("A002", test.written->find("answer")->span,
                        filled(_("\"{}\" may not have been asked yet"), test.name),
                        {missed.why,
                         !missed.guard_helps           ? missed.where_to_ask
                         : missed.where_to_ask.empty() ? guard
                                                       : filled(_("{}, or {}"), missed.where_to_ask, guard),
                         question.step->written->find("id")->span});
    }

    [[nodiscard]] std::size_t line(const Step& step) const { return findings_.line(opening(*step.written)); }

    /// For whom this happens: by the setting, or by the answers that the condition (if any) looks at.
    static std::string when(const World& world, const std::vector<Decision>& decisions,
                            const Condition* condition) {
        if (!world.as_set) { return filled(_("This happens{}."), circumstances(world)); }
        std::vector<Decision> those;
        for (const auto& decision : decisions) {
            const auto* question =
                decision.instruction == nowhere
                    ? nullptr
                    : std::get_if<Question>(&world.plan->instructions[decision.instruction].what);
            const bool looked_at = condition == nullptr ||
                                   (question != nullptr &&
                                    std::any_of(condition->tests.begin(), condition->tests.end(),
                                                [&](const Test& test) { return test.name == question->id; }));
            if (looked_at) { those.push_back(decision); }
        }
        return on_the_way(world, those);
    }

    [[nodiscard]] Missed how_missed(const World& world, const std::vector<Decision>& decisions,
                                    const Place& question, const Place& condition) const {
        if (auto jump = jump_of_an_option(world, decisions, question)) { return *std::move(jump); }
        const bool passed_over =
            std::any_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
                return decision.instruction == nowhere && decision.section == question.section->id;
            });
        if (passed_over && question.section->priority == Priority::extra) {
            return {filled(_("When time is short, \"{}\" is left out, and the question with it."),
                           question.section->title),
                    filled(_("take \"priority\": \"extra\" out of section \"{}\""), question.section->id)};
        }
        if (auto inside = what_stands_around(question, condition)) {
            if (inside->depends_on != nullptr) {
                inside->why += spaced(when(world, decisions, inside->depends_on));
            }
            return *std::move(inside);
        }
        const std::string way = when(world, decisions, nullptr);
        if (const Step* jump = jump_past(question)) {
            return {filled(_("The jump on line {} leads past the question."), line(*jump)) + spaced(way),
                    filled(_("ask it before line {}"), line(*jump))};
        }
        return {way.empty() ? std::string(_("There is a way that does not pass the question.")) : way, {}};
    }

    /// An answer with a jump past the question.
    [[nodiscard]] std::optional<Missed> jump_of_an_option(const World& world,
                                                          const std::vector<Decision>& decisions,
                                                          const Place& question) const {
        const auto& instructions = world.plan->instructions;
        const auto place = std::find_if(instructions.begin(), instructions.end(), [&](const auto& one) {
            return one.written == question.step->written && is_step(one);
        });
        const auto at = static_cast<std::size_t>(place - instructions.begin());
        for (const auto& decision : decisions) {
            if (place == instructions.end() || decision.instruction == nowhere ||
                decision.instruction >= at) {
                continue;
            }
            const auto* asked = std::get_if<Question>(&instructions[decision.instruction].what);
            if (asked == nullptr) { continue; }
            for (const auto& option : asked->options) {
                const bool chosen = std::find(decision.options.begin(), decision.options.end(), option.id) !=
                                    decision.options.end();
                if (chosen && option.jump != nowhere && option.jump > at) {
                    const std::size_t there =
                        findings_.line(opening(*instructions[decision.instruction].written));
                    return Missed{
                        filled(_("If the client picks \"{}\" on line {}, the jump skips the question."),
                               option.id, there),
                        filled(_("ask it before line {}"), there)};
                }
            }
        }
        return std::nullopt;
    }

    /// Something around the question that not everybody comes into.
    [[nodiscard]] std::optional<Missed> what_stands_around(const Place& question,
                                                           const Place& condition) const {
        for (const auto& [around, list] : question.around) {
            const bool shared = std::find(condition.around.begin(), condition.around.end(),
                                          Around{around, list}) != condition.around.end();
            if (shared) { continue; }
            const std::size_t there = line(*around);
            const std::string before = filled(_("ask it before line {}"), there);
            const bool beside = // the condition stands in another branch of the same step
                std::any_of(condition.around.begin(), condition.around.end(),
                            [step = around](const Around& other) { return other.step == step; });
            if (beside) {
                return Missed{filled(_("The question stands in another branch of the step on line {}, and "
                                       "nobody comes through both."),
                                     there),
                              before, nullptr, false};
            }
            if (around->only_if || std::holds_alternative<If>(around->what)) {
                return Missed{filled(_("The question depends on the condition on line {}."), there), before,
                              around->only_if ? &*around->only_if : &std::get<If>(around->what).when};
            }
            if (std::holds_alternative<Repeat>(around->what)) {
                return Missed{
                    filled(_("The question stands in the \"repeat\" on line {}, and what comes after "
                             "cannot count on it."),
                           there),
                    before};
            }
            if (std::holds_alternative<Pick>(around->what)) {
                return Missed{filled(_("The question is in one variant of the \"pick\" on line {}; whoever "
                                       "meets another one is not asked."),
                                     there),
                              before};
            }
            if (around->instead) {
                return Missed{
                    filled(_("The question is only asked \"instead\" of the step on line {}."), there),
                    before};
            }
        }
        if (question.step->only_if) {
            return Missed{_("The question has a condition of its own."),
                          filled(_("take \"only_if\" out of the question on line {}"), line(*question.step)),
                          &*question.step->only_if};
        }
        return std::nullopt;
    }

    /// The last step before the question that jumps past its section.
    [[nodiscard]] const Step* jump_past(const Place& question) const {
        const Step* last = nullptr;
        bool passed = false;
        for (const auto& section : exercise_.sections) {
            if (section.role != Role::main || passed) { continue; }
            each_step(section.steps, [&](const Step& step) {
                passed = passed || &step == question.step;
                const auto* jump = std::get_if<GoTo>(&step.what);
                if (passed || jump == nullptr) { return; }
                const Section* target = find_section(exercise_, jump->section);
                if (target != nullptr && (target->role == Role::closing || target > question.section)) {
                    last = &step;
                }
            });
        }
        return last;
    }

    const Exercise& exercise_;
    const Worlds& worlds_;
    Findings& findings_;
    const Section* section_ = nullptr; ///< the one at hand
    std::map<std::string, Place> questions_;
    std::map<const Written*, Place> conditions_;
    std::set<const Written*> unasked_;
};

} // namespace

std::set<const Written*> prove_asked(const Exercise& exercise, const Worlds& worlds, Findings& findings) {
    return AskedProofs(exercise, worlds, findings).check();
}

} // namespace kindly
