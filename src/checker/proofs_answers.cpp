// SPDX-License-Identifier: MIT
// What happens to those who do not answer, what is shared, and settings that change nothing.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/braces.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

class AnswerProofs {
public:
    AnswerProofs(const Exercise& exercise, const Worlds& worlds, Findings& findings)
        : exercise_(exercise), worlds_(worlds), findings_(findings) {
        for (const auto& section : exercise.sections) {
            each_step(section.steps, [&](const Step& step) {
                if (std::holds_alternative<Ask>(step.what)) { questions_.emplace(step.id, &step); }
            });
        }
    }

    void check() {
        if (!worlds_.all.empty()) { check_skipped(worlds_.all.front()); }
        for (const auto& [id, question] : questions_) { check_private(*question); }
        if (!worlds_.all.empty()) { check_names(*worlds_.all.front().plan); }
        for (const auto& parameter : exercise_.parameters) { check_used(parameter); }
    }

private:
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

    static std::string ask_the_other_way() {
        return _("Every question can be left out, and then its condition is not true. Asked the other way "
                 "round, the harder steps are only met by choosing them.");
    }

    void check_skipped(const World& world) {
        const Plan& plan = *world.plan;
        if (std::none_of(plan.sections.begin(), plan.sections.end(), is_exposed)) { return; }
        const auto ahead = exposed_ahead(plan);
        std::set<const Written*> said;
        std::set<const Written*> untils; // a question skipped in a repeat leaves it: they are not come to
        for (const auto& section : exercise_.sections) {
            each_step(section.steps, [&](const Step& step) {
                const auto* repeat = std::get_if<Repeat>(&step.what);
                if (repeat != nullptr && repeat->until) { untils.insert(repeat->until->written); }
            });
        }
        for (std::size_t at = 0; at < plan.sections[plan.closing].begin; ++at) {
            const Instruction& instruction = plan.instructions[at];
            if (instruction.written == nullptr) { continue; }
            if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
                const auto& tests = branch->when.tests;
                const auto answer = std::find_if(tests.begin(), tests.end(), [](const Test& test) {
                    return !test.on_parameter && test.of.empty();
                });
                const auto seen = world.ways.seen().find(at);
                const bool open = seen != world.ways.seen().end() && seen->second.held && seen->second.failed;
                if (answer == tests.end() || !open || untils.contains(branch->when.written)) { continue; }
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
                                 answer->name)
                        : filled(
                              _("If the client skips \"{}\", the \"else\" steps run. They stay with the hard "
                                "feeling; consider the gentler steps there"),
                              answer->name),
                    {ask_the_other_way(), {}, {}});
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
                           question->id),
                    {_("Every question can be left out. Consider a jump to the gentler steps behind it, so "
                       "that the harder ones are only met by choosing them."),
                     {},
                     {}});
            }
        }
    }

    // K010 -----------------------------------------------------------------------------------------------

    /// A part of the library may ask a question whose name is taken. The same part twice is as a repeat.
    void check_names(const Plan& plan) {
        std::map<std::string, const Written*> first;
        for (const auto& instruction : plan.instructions) {
            const auto* question = std::get_if<Question>(&instruction.what);
            const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what);
            if (instruction.written == nullptr || (question == nullptr && check_in == nullptr)) { continue; }
            const std::string& id = question != nullptr ? question->id : check_in->id;
            const Written* earlier = first.emplace(id, instruction.written).first->second;
            const Written* library = instruction.written->find("library");
            const Written* its_library = earlier->find("library");
            if (library == nullptr) { std::swap(library, its_library); } // said at the "use"
            const bool same =
                library != nullptr && its_library != nullptr && its_library->text == library->text;
            if (library == nullptr || same) { continue; }
            const Written* other = earlier->find("library") == library ? instruction.written : earlier;
            findings_.error_once(
                "name " + id, "K010", library->span,
                filled(_("\"{}\" asks a question called \"{}\", as line {} does. Answers would be mixed up"),
                       library->text, id, findings_.line(opening(*other))),
                {_("Give the question in this exercise another name, or use only one of the two parts."),
                 {},
                 opening(*other)});
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

    static bool is_used(const Written& part, const std::string& name, std::string_view key = {}) {
        if (part.kind == Written::Kind::string) {
            const auto placeholders = find_placeholders(part.text).all;
            return std::any_of(placeholders.begin(), placeholders.end(),
                               [&](const Placeholder& one) { return one.name == name; });
        }
        return std::any_of(part.entries.begin(), part.entries.end(),
                           [&](const Written& entry) { return is_used(entry, name); }) ||
               std::any_of(part.members.begin(), part.members.end(), [&](const Member& member) {
                   if (is_remark(key, member)) { return false; }
                   return (member.key == "parameter" && member.value.text == name) ||
                          is_used(member.value, name, member.key);
               });
    }

    void check_used(const Parameter& parameter) {
        const Span where = place_of_name(exercise_, parameter);
        const Written& root = exercise_.document->root;
        const auto here = [&](const Member& member) {
            return member.key != "parameters" && !is_remark({}, member) &&
                   is_used(member.value, parameter.name);
        };
        const bool used =
            std::any_of(root.members.begin(), root.members.end(), here) ||
            std::any_of(worlds_.fragments.begin(), worlds_.fragments.end(), [&](const auto& fragment) {
                return is_used(*fragment->document->root.find("steps"), parameter.name);
            });
        if (!used) {
            findings_.advice("A009", where,
                             parameter.type == Parameter::Type::text
                                 ? filled(_("The setting \"{}\" is not used in any text"), parameter.name)
                                 : filled(_("The setting \"{}\" is not used anywhere"), parameter.name),
                             {filled(parameter.type == Parameter::Type::text
                                         ? _("Write {{{}}} where the words belong, or leave the setting out.")
                                         : _("Use it with {{ \"parameter\": \"{}\" }}, or leave it out."),
                                     parameter.name),
                              {},
                              {}});
            return;
        }
        const bool fixed = parameter.type == Parameter::Type::number && parameter.lowest &&
                           parameter.highest && *parameter.lowest == *parameter.highest;
        if (fixed) {
            findings_.advice(
                "A009", where,
                filled(_("The setting \"{}\" has only one value, so it never changes anything"),
                       parameter.name),
                {_("Nobody can choose anything else. Allow other values, or write this one where "
                   "it is used, without a setting."),
                 {},
                 {}});
        }
    }

    const Exercise& exercise_;
    const Worlds& worlds_;
    Findings& findings_;
    std::map<std::string, const Step*> questions_;
};

} // namespace

void prove_answers(const Exercise& exercise, const Worlds& worlds, Findings& findings) {
    AnswerProofs(exercise, worlds, findings).check();
}

} // namespace kindly
