// SPDX-License-Identifier: MIT
// Whether answers are there when conditions look at them, and what happens to those who do not answer.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

bool is_exposed(const PlannedSection& section) {
    return section.role == Role::main &&
           (section.purpose == Purpose::feeling || section.purpose == Purpose::memory ||
            section.purpose == Purpose::critic);
}

class AnswerProofs {
public:
    AnswerProofs(const Exercise& exercise, const Worlds& worlds, Findings& findings)
        : exercise_(exercise), worlds_(worlds), findings_(findings) {
        for (const auto& section : exercise.sections) {
            each_step(section.steps, [&](const Step& step) {
                if (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what)) {
                    questions_.emplace(step.id, Asked{&step, &section});
                }
            });
        }
    }

    std::set<const Written*> check() {
        for (const auto& world : worlds_.all) { check_asked(world, world.ways); }
        const bool in_repeats = !worlds_.all.empty() && asks_in_repeats(*worlds_.all.front().plan);
        if (in_repeats) {
            const World& world = worlds_.all.front();
            check_asked(world, Ways(*world.plan, {.may_drop = true, .repeats_may_not_ask = true}), true);
        }
        if (!worlds_.all.empty()) { check_skipped(worlds_.all.front()); }
        for (const auto& [id, asked] : questions_) { check_private(*asked.step); }
        for (const auto& parameter : exercise_.parameters) { check_used(parameter); }
        return std::move(unasked_);
    }

private:
    struct Asked {
        const Step* step;
        const Section* section;
    };

    static bool asks_in_repeats(const Plan& plan) {
        return std::any_of(plan.instructions.begin(), plan.instructions.end(),
                           [](const Instruction& one) { return one.repeat_end != nowhere; });
    }

    // A002 -------------------------------------------------------------------------------------------------

    /// { "answer": "where", "given": true } beside a test says what to do without an answer.
    static bool is_guarded(const Condition& condition, const Test& test) {
        return test.compare == Test::Operator::given ||
               std::any_of(condition.tests.begin(), condition.tests.end(), [&](const Test& other) {
                   return other.compare == Test::Operator::given && other.name == test.name &&
                          other.of.empty() && !other.on_parameter;
               });
    }

    void check_asked(const World& world, const Ways& ways, bool because_of_repeat = false) {
        for (const auto& [at, seen] : ways.seen()) {
            const auto& branch = std::get<Branch>(world.plan->instructions[at].what);
            if (!ways.exact() || world.plan->instructions[at].written == nullptr) { continue; }
            for (const auto& [index, origin] : seen.not_asked) {
                const Test& test = branch.when.tests[index];
                const auto asked = questions_.find(test.name);
                // Conditions within fragments are the fragment's own business.
                if (asked == questions_.end() || is_guarded(branch.when, test) ||
                    !is_of_this_file(branch.when) || !unasked_.insert(branch.when.written).second) {
                    continue;
                }
                say_not_asked(world, ways, at, test, *asked->second.step, origin, because_of_repeat);
            }
        }
    }

    [[nodiscard]] bool is_of_this_file(const Condition& condition) const {
        if (conditions_.empty()) {
            for (const auto& section : exercise_.sections) {
                each_step(section.steps, [&](const Step& step) {
                    if (step.only_if) { conditions_.insert(step.only_if->written); }
                    if (const auto* branch = std::get_if<If>(&step.what)) {
                        conditions_.insert(branch->when.written);
                    }
                    if (const auto* repeat = std::get_if<Repeat>(&step.what);
                        repeat != nullptr && repeat->until) {
                        conditions_.insert(repeat->until->written);
                    }
                });
            }
        }
        return conditions_.contains(condition.written);
    }

    void say_not_asked(const World& world, const Ways& ways, std::size_t at, const Test& test,
                       const Step& question, Ways::Origin origin, bool because_of_repeat) {
        const Span asked_at = question.written->find("id")->span;
        std::string why;
        if (because_of_repeat) {
            why = _("The question stands in a \"repeat\", and what comes after cannot count on it.");
        } else if (!world.avoided.empty()) {
            why = filled(_("The question is left out{}."), circumstances(world));
        } else {
            why = how_missed(world, ways, at, question, origin);
        }
        const bool early = !exercise_.sections.empty() && exercise_.sections.front().role == Role::main;
        const std::string guard = filled("{{ \"answer\": \"{}\", \"given\": true }}", test.name);
        findings_.error(
            "A002", test.written->find("answer")->span,
            filled(_("\"{}\" may not have been asked yet"), test.name),
            {std::move(why),
             early ? filled(_("ask it in section \"{}\", or add {}"), exercise_.sections.front().id, guard)
                   : filled(_("add {}"), guard),
             asked_at});
    }

    /// What on that way leads past the question.
    [[nodiscard]] std::string how_missed(const World& world, const Ways& ways, std::size_t at,
                                         const Step& question, Ways::Origin origin) const {
        std::size_t place = nowhere; // the question, in the plan
        for (std::size_t index = 0; index < world.plan->instructions.size(); ++index) {
            if (world.plan->instructions[index].written == question.written &&
                is_step(world.plan->instructions[index])) {
                place = index;
                break;
            }
        }
        const auto decisions = ways.way_to(at, origin);
        if (place != nowhere) {
            const auto& section = world.plan->sections[world.plan->instructions[place].section];
            for (const auto& decision : decisions) { // an answer with a jump past the question
                const auto* asked =
                    decision.instruction == nowhere
                        ? nullptr
                        : std::get_if<Question>(&world.plan->instructions[decision.instruction].what);
                if (asked == nullptr || decision.options.empty()) { continue; }
                for (const auto& option : asked->options) {
                    const bool chosen = std::find(decision.options.begin(), decision.options.end(),
                                                  option.id) != decision.options.end();
                    if (chosen && option.jump != nowhere && decision.instruction < place &&
                        option.jump > place) {
                        return filled(
                            _("If the client picks \"{}\" on line {}, the jump skips the question."),
                            option.id,
                            findings_.line(world.plan->instructions[decision.instruction].written->span));
                    }
                }
            }
            for (const auto& decision : decisions) {
                if (decision.instruction == nowhere && decision.section == section.id) {
                    return filled(_("When time is short, \"{}\" is left out, and the question with it."),
                                  section.title);
                }
            }
        }
        const std::string way = on_the_way(world, decisions);
        return way.empty() ? std::string(_("There is a way that does not pass the question.")) : way;
    }

    // A007 -------------------------------------------------------------------------------------------------

    /// The longest time from each instruction on that is spent with what is hard, whatever the answers.
    static std::vector<Milliseconds> exposed_ahead(const Plan& plan) {
        const std::size_t end = plan.sections[plan.closing].end;
        std::vector<Milliseconds> ahead(end + 1);
        for (std::size_t at = end; at-- > 0;) {
            const Instruction& instruction = plan.instructions[at];
            Milliseconds longest{};
            auto lead = [&](std::size_t to) { longest = std::max(longest, ahead[std::min(to, end)]); };
            if (const auto* jump = std::get_if<Jump>(&instruction.what)) {
                lead(jump->target);
            } else if (const auto* fork = std::get_if<Fork>(&instruction.what)) {
                for (const std::size_t target : fork->targets) { lead(target); }
            } else {
                lead(at + 1);
                if (const auto* branch = std::get_if<Branch>(&instruction.what)) { lead(branch->otherwise); }
                if (const auto* question = std::get_if<Question>(&instruction.what)) {
                    for (const auto& option : question->options) {
                        if (option.jump != nowhere) { lead(option.jump); }
                    }
                }
            }
            ahead[at] = longest;
            if (is_step(instruction) && is_exposed(plan.sections[instruction.section])) {
                ahead[at] += guided_time(instruction, false, Stretch::usual);
            }
        }
        return ahead;
    }

    void check_skipped(const World& world) {
        const Plan& plan = *world.plan;
        if (std::none_of(plan.sections.begin(), plan.sections.end(), is_exposed)) { return; }
        const auto ahead = exposed_ahead(plan);
        std::set<const Written*> said;
        for (std::size_t at = 0; at < plan.sections[plan.closing].begin; ++at) {
            const Instruction& instruction = plan.instructions[at];
            if (instruction.written == nullptr) { continue; }
            if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
                const auto& tests = branch->when.tests;
                const bool on_answers = std::all_of(tests.begin(), tests.end(), [](const Test& test) {
                    return !test.on_parameter && test.of.empty();
                });
                if (!on_answers) { continue; }
                const bool held = holds(branch->when, {}, {}, plan.settings); // nobody has answered
                const std::size_t skipped = held ? at + 1 : branch->otherwise;
                const std::size_t other = held ? branch->otherwise : at + 1;
                if (ahead[skipped] < ahead[other] + limits::difference_that_matters ||
                    !said.insert(instruction.written).second) {
                    continue;
                }
                const bool has_else = instruction.written->find("else") != nullptr;
                findings_.warning(
                    "A007", opening(*instruction.written),
                    held || !has_else
                        ? filled(_("If the client skips \"{}\", the exercise goes on with the hard feeling; "
                                   "another answer leads to gentler steps"),
                                 tests.front().name)
                        : filled(
                              _("If the client skips \"{}\", the \"else\" steps run. They stay with the hard "
                                "feeling; consider the gentler steps there"),
                              tests.front().name));
            } else if (const auto* question = std::get_if<Question>(&instruction.what)) {
                Milliseconds gentlest = Milliseconds::max();
                for (const auto& option : question->options) {
                    if (option.jump != nowhere) { gentlest = std::min(gentlest, ahead[option.jump]); }
                }
                const std::size_t skipped =
                    instruction.repeat_end != nowhere ? instruction.repeat_end : at + 1;
                if (gentlest == Milliseconds::max() ||
                    ahead[skipped] < gentlest + limits::difference_that_matters ||
                    !said.insert(instruction.written).second) {
                    continue;
                }
                findings_.warning(
                    "A007", opening(*instruction.written),
                    filled(_("If the client skips \"{}\", the exercise goes on with the hard feeling, "
                             "which another answer avoids"),
                           question->id));
            }
        }
    }

    // A008, A009 -------------------------------------------------------------------------------------------

    void check_private(const Step& step) {
        const auto* ask = std::get_if<Ask>(&step.what);
        if (ask == nullptr || ask->answer != Ask::Answer::text || ask->private_answer != false) { return; }
        findings_.warning("A008", step.written->find("private")->span,
                          _("These words could be shared without being chosen. Leave \"private\": false out "
                            "unless that is agreed"));
    }

    static bool is_used(const Written& part, const std::string& name) {
        if (part.kind == Written::Kind::string) {
            return part.text.find('{' + name + '}') != std::string::npos;
        }
        return std::any_of(part.entries.begin(), part.entries.end(),
                           [&](const Written& entry) { return is_used(entry, name); }) ||
               std::any_of(part.members.begin(), part.members.end(), [&](const Member& member) {
                   if (member.key == "note") { return false; }
                   return (member.key == "parameter" && member.value.text == name) ||
                          is_used(member.value, name);
               });
    }

    void check_used(const Parameter& parameter) {
        const Span where = place_of_name(exercise_, parameter);
        const Written& root = exercise_.document->root;
        const bool used = std::any_of(root.members.begin(), root.members.end(), [&](const Member& member) {
            return member.key != "parameters" && member.key != "note" &&
                   is_used(member.value, parameter.name);
        });
        if (!used) {
            findings_.advice("A009", where,
                             parameter.type == Parameter::Type::text
                                 ? filled(_("The setting \"{}\" is not used in any text"), parameter.name)
                                 : filled(_("The setting \"{}\" is not used anywhere"), parameter.name));
            return;
        }
        const bool fixed = (parameter.type == Parameter::Type::number && parameter.lowest &&
                            parameter.highest && *parameter.lowest == *parameter.highest) ||
                           (parameter.type == Parameter::Type::choice && parameter.options.size() == 1);
        if (fixed) {
            findings_.advice("A009", where,
                             filled(_("The setting \"{}\" has only one value, so it never changes anything"),
                                    parameter.name));
        }
    }

    const Exercise& exercise_;
    const Worlds& worlds_;
    Findings& findings_;
    std::map<std::string, Asked> questions_;
    std::set<const Written*> unasked_;
    mutable std::set<const Written*> conditions_;
};

} // namespace

std::set<const Written*> prove_answers(const Exercise& exercise, const Worlds& worlds, Findings& findings) {
    return AnswerProofs(exercise, worlds, findings).check();
}

} // namespace kindly
