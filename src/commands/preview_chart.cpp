// SPDX-License-Identifier: MIT
#include "commands/preview_chart.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr const char* finish = "finish";

/// An arrow that still wants to know where it leads.
struct Loose {
    std::string from;
    std::string label;
};

/// Steps that nothing branches at, waiting to become one box.
struct Waiting {
    long long texts = 0, silences = 0, breathing = 0;
    std::string name; ///< of the first step

    [[nodiscard]] std::string in_words() const {
        std::vector<std::string> parts;
        if (texts > 0) { parts.push_back(plural("{} text", "{} texts", texts)); }
        if (silences > 0) { parts.push_back(plural("{} silence", "{} silences", silences)); }
        if (breathing > 0) { parts.emplace_back(_("breathing")); }
        return joined(parts, ", ");
    }
};

class Chart {
public:
    explicit Chart(const ScriptWords& words) : words_(words), exercise_(words.exercise()) {}

    Flowchart draw() {
        chart_.title = words_.filled_in(exercise_.title);
        for (const Section& section : exercise_.sections) {
            if (section.role == Role::closing) { closing_ = "section/" + section.id; }
            if (section.role == Role::grounding) { grounding_ = "section/" + section.id; }
        }
        node("begin", words_.filled_in(exercise_.title), ChartNode::Shape::end);
        int count = 0;
        for (const Role role : {Role::main, Role::closing}) {
            for (const Section& section : exercise_.sections) {
                if (section.role == role) { draw(section, ++count); }
            }
        }
        node(finish, _("The end"), ChartNode::Shape::end);
        detour();
        return std::move(chart_);
    }

private:
    struct Around {
        std::string path;
        const ScriptWords::Texts* texts = nullptr;
        int uses = 0;
    };

    void node(const std::string& name, std::string label, ChartNode::Shape shape) {
        for (const Loose& one : loose_) { chart_.arrows.push_back({one.from, name, one.label, false}); }
        loose_ = {{name, {}}};
        chart_.nodes.push_back({name, std::move(label), shape});
    }
    void jump_to(const std::string& section) {
        for (const Loose& one : loose_) {
            chart_.arrows.push_back({one.from, "section/" + section, one.label, false});
        }
        loose_.clear();
    }

    void draw(const Section& section, int number) {
        std::string label = filled(_("{}. {}"), number, words_.filled_in(section.title));
        const std::string name = "section/" + section.id;
        if (section.priority == Priority::extra) {
            label += "\n";
            label += _("(left out when there is little time)");
        }
        node(name, std::move(label), ChartNode::Shape::heading);
        steps(section.steps, {section.id, nullptr, 0});
        put_down();
    }

    /// The grounding: from everywhere, and back.
    void detour() {
        for (const Section& section : exercise_.sections) {
            if (section.role != Role::grounding) { continue; }
            loose_.clear();
            node(grounding_, filled(_("At any moment: {}"), words_.filled_in(section.title)),
                 ChartNode::Shape::heading);
            steps(section.steps, {section.id, nullptr, 0});
            put_down();
            node("after_grounding", _("Go on, close gently, or stop?"), ChartNode::Shape::decision);
            loose_.clear();
            chart_.arrows.push_back({"after_grounding", closing_, _("close gently"), true});
            chart_.arrows.push_back({"after_grounding", finish, _("stop"), true});
            node("back", _("Back to where it was"), ChartNode::Shape::end);
            chart_.arrows.push_back({"after_grounding", "back", _("go on"), true});
        }
    }

    static bool has_boxes(const Steps& steps) {
        return std::any_of(steps.begin(), steps.end(), [](const Step& step) { return has_boxes(step); });
    }
    /// It leads to different places, or is worth a box of its own.
    static bool has_boxes(const Step& step) {
        if (const auto* pick = std::get_if<Pick>(&step.what); pick != nullptr && !step.only_if) {
            return std::any_of(pick->from.begin(), pick->from.end(),
                               [](const Steps& variant) { return has_boxes(variant); });
        }
        return step.only_if ||
               !(std::holds_alternative<Say>(step.what) || std::holds_alternative<Pause>(step.what) ||
                 std::holds_alternative<Breathe>(step.what) || std::holds_alternative<Recall>(step.what));
    }

    void steps(const Steps& all, const Around& around) {
        std::size_t count = 0;
        for (const Step& step : all) {
            ++count;
            Around inner = around;
            inner.path += "/" + (step.id.empty() ? std::to_string(count) : step.id);
            one(step, inner);
        }
    }

    void one(const Step& step, const Around& around) {
        if (!step.only_if) { return what(step, around); }
        put_down();
        const std::string name = around.path + "/only_if";
        decision(name, *step.only_if);
        loose_ = {{name, _("yes")}};
        what(step, around);
        put_down();
        loose_.push_back({name, _("otherwise")});
    }

    void decision(const std::string& name, const Condition& condition) {
        node(name, filled(_("If {}"), words_.in_words(condition)), ChartNode::Shape::decision);
    }

    void what(const Step& step, const Around& around) {
        if (std::holds_alternative<Say>(step.what) || std::holds_alternative<Recall>(step.what)) {
            ++wait(around).texts;
        } else if (std::holds_alternative<Pause>(step.what)) {
            ++wait(around).silences;
        } else if (std::holds_alternative<Breathe>(step.what)) {
            ++wait(around).breathing;
        } else if (const auto* ask = std::get_if<Ask>(&step.what)) {
            question(*ask, around);
        } else if (const auto* branch = std::get_if<If>(&step.what)) {
            fork(*branch, around);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            rounds(*repeat, around);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            variants(*pick, around);
        } else if (const auto* use = std::get_if<Use>(&step.what)) {
            fragment(*use, around);
        } else if (const auto* check_in = std::get_if<CheckIn>(&step.what)) {
            rating(*check_in, around);
        } else if (const auto* jump = std::get_if<GoTo>(&step.what)) {
            put_down();
            jump_to(jump->section);
        }
    }

    Waiting& wait(const Around& around) {
        if (waiting_.name.empty()) { waiting_.name = around.path; }
        return waiting_;
    }
    /// What was waiting becomes a box.
    void put_down() {
        if (waiting_.name.empty()) { return; }
        const Waiting done = std::move(waiting_);
        waiting_ = {};
        node(done.name, done.in_words(), ChartNode::Shape::step);
    }

    void question(const Ask& ask, const Around& around) {
        put_down();
        node(around.path, words_.filled_in(ask.text, around.texts), ChartNode::Shape::question);
        bool jumps = false;
        for (const Option& option : ask.options) {
            if (option.go_to.empty()) { continue; }
            jumps = true;
            chart_.arrows.push_back({around.path, "section/" + option.go_to,
                                     in_quotes(words_.filled_in(option.text, around.texts)), false});
        }
        loose_ = {{around.path, jumps ? std::string(_("otherwise")) : std::string()}};
    }

    void rating(const CheckIn& check_in, const Around& around) {
        put_down();
        node(around.path, words_.filled_in(check_in.text, around.texts), ChartNode::Shape::check_in);
        const int offer = exercise_.safety.offer_grounding_at.value_or(limits::default_offer_at);
        if (!grounding_.empty()) {
            chart_.arrows.push_back({around.path, grounding_,
                                     filled(_("{} or more, or numb: steadying is offered"), offer), true});
        }
    }

    void fork(const If& branch, const Around& around) {
        put_down();
        decision(around.path, branch.when);
        Around inner = around;
        inner.path = around.path + "/then";
        loose_ = {{around.path, _("yes")}};
        steps(branch.then, inner);
        put_down();
        std::vector<Loose> ends = std::move(loose_);
        inner.path = around.path + "/else";
        loose_ = {{around.path, _("otherwise")}};
        steps(branch.otherwise, inner);
        put_down();
        loose_.insert(loose_.begin(), ends.begin(), ends.end());
    }

    void rounds(const Repeat& repeat, const Around& around) {
        put_down();
        const std::string begin = around.path;
        node(begin, filled(_("What follows, {}"), words_.times(repeat.times)), ChartNode::Shape::step);
        steps(repeat.steps, around);
        put_down();
        if (loose_.empty()) { return; } // every round leads elsewhere
        if (repeat.until) {
            const std::string name = around.path + "/until";
            decision(name, *repeat.until);
            chart_.arrows.push_back({name, begin, _("otherwise: another round, while there are any"), false});
            loose_ = {{name, _("yes, or it was the last round")}};
            return;
        }
        for (const Loose& one : loose_) {
            if (one.from != begin) { chart_.arrows.push_back({one.from, begin, _("another round"), true}); }
        }
    }

    void variants(const Pick& pick, const Around& around) {
        if (std::none_of(pick.from.begin(), pick.from.end(),
                         [](const Steps& variant) { return has_boxes(variant); })) {
            Waiting most;
            for (const Steps& variant : pick.from) {
                const Waiting before = waiting_;
                steps(variant, around);
                if (most.name.empty() || waiting_.texts + waiting_.silences > most.texts + most.silences) {
                    most = waiting_;
                }
                waiting_ = before;
            }
            waiting_ = most;
            return;
        }
        put_down();
        node(around.path,
             pick.how == Pick::How::rotate ? _("One of these, in turn") : _("One of these, by chance"),
             ChartNode::Shape::decision);
        std::vector<Loose> ends;
        for (std::size_t variant = 0; variant < pick.from.size(); ++variant) {
            Around inner = around;
            inner.path += fmt::format("/{}", variant + 1);
            loose_ = {{around.path, std::to_string(variant + 1)}};
            steps(pick.from[variant], inner);
            put_down();
            ends.insert(ends.end(), loose_.begin(), loose_.end());
        }
        loose_ = std::move(ends);
    }

    void fragment(const Use& use, const Around& around) {
        const auto found = words_.fragment(use);
        if (found == nullptr || around.uses >= limits::deepest_use) { return; }
        if (!has_boxes(found->steps)) {
            put_down();
            node(around.path, in_quotes(found->title), ChartNode::Shape::step);
            return;
        }
        const ScriptWords::Texts texts = words_.texts_for(use, around.texts);
        steps(found->steps, {around.path, &texts, around.uses + 1});
    }

    const ScriptWords& words_;
    const Exercise& exercise_;
    Flowchart chart_;
    std::vector<Loose> loose_;
    Waiting waiting_;
    std::string closing_, grounding_;
};

} // namespace

Flowchart make_chart(const ScriptWords& words) { return Chart(words).draw(); }

} // namespace kindly
