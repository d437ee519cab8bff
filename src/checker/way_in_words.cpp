// SPDX-License-Identifier: MIT
// How somebody comes to go a certain way, in words: what was answered, and what was left out.
#include "base/text.hpp"
#include "checker/world.hpp"
#include "exercise/findings.hpp"

#include <algorithm>

namespace kindly {

namespace {

std::string text_of_option(const Question& question, const std::string& id) {
    for (const auto& option : question.options) {
        if (option.id == id) { return option.text; }
    }
    return id;
}

std::string answer_in_words(const Question& question, const Decision& decision) {
    std::vector<std::string> options;
    for (const auto& id : decision.options) { options.push_back('"' + text_of_option(question, id) + '"'); }
    if (!options.empty()) { return joined(options, _(" or ")); }
    if (const auto* truth = std::get_if<bool>(&*decision.answer)) { return *truth ? _("yes") : _("no"); }
    if (const auto* number = std::get_if<double>(&*decision.answer)) { return fmt::format("{:g}", *number); }
    return {};
}

/// From one step to the next, what stands between them is walked once more: which options lead there, and how
/// conditions turn out. Where that could have happened in more than one manner, nothing is said.
class Stretches {
public:
    explicit Stretches(const World& world) : plan_(*world.plan) {}

    /// `from`: nowhere before the first step; `to`: nowhere after the last one.
    void pass(std::size_t from, std::size_t to) {
        const std::size_t last = plan_.sections[plan_.closing].end;
        to_ = to == nowhere ? last : to;
        found_ = 0;
        tried_ = 0;
        trail_.clear();
        if (from == nowhere) {
            go(0);
        } else {
            const auto* question = std::get_if<Question>(&plan_.instructions[from].what);
            go(from + 1);
            if (question != nullptr) { jump_from(from, *question); }
        }
        if (found_ != 1) { return; }
        for (auto& decision : way_) { add(std::move(decision)); }
    }

    [[nodiscard]] std::vector<Decision> take() { return std::move(decisions_); }

private:
    void jump_from(std::size_t from, const Question& question) {
        std::map<std::size_t, std::vector<std::string>> targets;
        for (const auto& option : question.options) {
            if (option.jump != nowhere) { targets[option.jump].push_back(option.id); }
        }
        for (const auto& [target, options] : targets) {
            trail_.push_back({from, {}, options, AnswerValue(options.front())});
            go(target);
            trail_.pop_back();
        }
    }

    void go(std::size_t at) {
        constexpr int most_tries = 1000;
        if (at > to_ || found_ > 1 || ++tried_ > most_tries) { return; }
        if (at == to_) {
            ++found_;
            way_ = trail_;
            return;
        }
        if (const PlannedSection* section = extra_section_at(at)) {
            trail_.push_back({nowhere, section->id, {}, {}});
            go(section->end);
            trail_.pop_back();
        }
        const auto& what = plan_.instructions[at].what;
        if (const auto* branch = std::get_if<Branch>(&what)) {
            go_from(*branch, true, at + 1);
            go_from(*branch, false, branch->otherwise);
        } else if (const auto* jump = std::get_if<Jump>(&what)) {
            go(jump->target);
        } else if (const auto* fork = std::get_if<Fork>(&what)) {
            for (const std::size_t target : fork->targets) { go(target); }
        }
    }

    void go_from(const Branch& branch, bool holds, std::size_t target) {
        const std::size_t before = trail_.size();
        const auto& tests = branch.when.tests;
        const bool each =
            tests.size() == 1 || (branch.when.combination == Condition::Combination::all) == holds;
        for (const auto& test : tests) {
            if (!each || test.on_parameter || !test.of.empty()) { continue; }
            if (auto decision = example(test, holds)) { trail_.push_back(std::move(*decision)); }
        }
        go(target);
        trail_.resize(before);
    }

    /// An answer with which the test turns out like that.
    [[nodiscard]] std::optional<Decision> example(const Test& test, bool holds) const {
        for (std::size_t at = 0; at < plan_.instructions.size(); ++at) {
            const auto* question = std::get_if<Question>(&plan_.instructions[at].what);
            if (question == nullptr || question->id != test.name) { continue; }
            Decision decision{at, {}, {}, {}};
            for (const auto& one : classes_of(*question, {&test})) {
                // Whoever chose an option with a jump went elsewhere.
                if (one.jump != nowhere || passes(test, &one.example) != holds) { continue; }
                if (!decision.answer) { decision.answer = one.example; }
                decision.options.insert(decision.options.end(), one.options.begin(), one.options.end());
            }
            return decision;
        }
        return std::nullopt;
    }

    [[nodiscard]] const PlannedSection* extra_section_at(std::size_t at) const {
        for (const auto& section : plan_.sections) {
            const bool extra = section.role == Role::main && section.priority == Priority::extra;
            if (extra && section.begin == at && section.end != at) { return &section; }
        }
        return nullptr;
    }

    /// The same question may be looked at twice: what is said has to fit both times.
    void add(Decision decision) {
        for (auto& known : decisions_) {
            if (known.instruction != decision.instruction || decision.instruction == nowhere) { continue; }
            std::vector<std::string> both;
            for (const auto& option : decision.options) {
                if (std::find(known.options.begin(), known.options.end(), option) != known.options.end()) {
                    both.push_back(option);
                }
            }
            if (!both.empty()) { known.options = std::move(both); }
            return;
        }
        decisions_.push_back(std::move(decision));
    }

    const Plan& plan_;
    std::size_t to_ = 0;
    int found_ = 0, tried_ = 0;
    std::vector<Decision> trail_, way_, decisions_;
};

} // namespace

std::string on_the_way(const World& world, const std::vector<Decision>& decisions) {
    constexpr std::size_t most = 3; // the last ones say most
    std::vector<std::string> parts;
    for (const auto& decision : decisions) {
        if (decision.instruction == nowhere) {
            const auto& written = world.plan->exercise->sections;
            const auto section = std::find_if(written.begin(), written.end(),
                                              [&](const Section& one) { return one.id == decision.section; });
            // Only extra sections are ever left out; others were jumped over, which an answer says.
            if (section != written.end() && section->priority == Priority::extra) {
                parts.push_back(filled(_("\"{}\" is left out"), section->title));
            }
            continue;
        }
        const auto* question = std::get_if<Question>(&world.plan->instructions[decision.instruction].what);
        if (question == nullptr) { continue; }
        if (!decision.answer) {
            parts.push_back(filled(_("\"{}\" is not answered"), question->text));
        } else if (const std::string answer = answer_in_words(*question, decision); !answer.empty()) {
            parts.push_back(filled(_("\"{}\" is answered {}"), question->text, answer));
        }
    }
    if (parts.empty()) { return {}; }
    if (parts.size() > most) { parts.erase(parts.begin(), parts.end() - most); }
    return filled(_("This happens if {}."), joined(parts, _(", and ")));
}

std::string on_the_way(const World& world, const std::vector<std::size_t>& places, bool ends_here) {
    Stretches stretches(world);
    std::size_t here = nowhere;
    for (const std::size_t place : places) {
        const std::size_t next = world.ways.places()[place].instruction;
        if (next == nowhere) { break; }
        stretches.pass(here, next);
        here = next;
    }
    if (!ends_here && here != nowhere) { stretches.pass(here, nowhere); }
    return on_the_way(world, stretches.take());
}

} // namespace kindly
