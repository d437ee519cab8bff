// SPDX-License-Identifier: MIT
// Which answers and settings conditions and recalls look at, and whether the tests fit them.
#include "base/text.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

using Operator = Test::Operator;

/// What a test may do with a sort of answer or setting.
struct Sort {
    const char* a; ///< "a choice"
    enum class Values { options, numbers, ratings, truth, none } values;
    std::vector<Operator> operators;
};

const Sort& sort_of(const Step& question) {
    static const std::vector<Operator> numeric{Operator::is,       Operator::is_not,  Operator::any_of,
                                               Operator::at_least, Operator::at_most, Operator::given};
    static const std::vector<Operator> choosing{Operator::is, Operator::is_not, Operator::any_of,
                                                Operator::given};
    static const Sort choice{N_("a choice"), Sort::Values::options, choosing};
    static const Sort choices{N_("a choice of several"), Sort::Values::options, choosing};
    static const Sort scale{N_("a scale"), Sort::Values::numbers, numeric};
    static const Sort number{N_("a number"), Sort::Values::numbers, numeric};
    static const Sort check_in{N_("a check-in"), Sort::Values::ratings, numeric};
    static const Sort yes_no{
        N_("a yes/no question"), Sort::Values::truth, {Operator::is, Operator::is_not, Operator::given}};
    static const Sort text{N_("a text"), Sort::Values::none, {Operator::given}};
    const auto* ask = std::get_if<Ask>(&question.what);
    if (ask == nullptr) { return check_in; }
    switch (ask->answer) {
    case Ask::Answer::choice: return choice;
    case Ask::Answer::choices: return choices;
    case Ask::Answer::scale: return scale;
    case Ask::Answer::number: return number;
    case Ask::Answer::yes_no: return yes_no;
    case Ask::Answer::text: break;
    }
    return text;
}

const Sort& sort_of(const Parameter& parameter) {
    static const std::vector<Operator> numeric{Operator::is, Operator::is_not, Operator::any_of,
                                               Operator::at_least, Operator::at_most};
    static const Sort choice{
        N_("a choice"), Sort::Values::options, {Operator::is, Operator::is_not, Operator::any_of}};
    static const Sort number{N_("a number"), Sort::Values::numbers, numeric};
    static const Sort duration{N_("a duration"), Sort::Values::numbers, numeric};
    static const Sort text{N_("a text"), Sort::Values::none, {}};
    switch (parameter.type) {
    case Parameter::Type::choice: return choice;
    case Parameter::Type::number: return number;
    case Parameter::Type::duration: return duration;
    case Parameter::Type::text: break;
    }
    return text;
}

const char* operator_word(Operator compare) {
    switch (compare) {
    case Operator::is: return "is";
    case Operator::is_not: return "is_not";
    case Operator::any_of: return "any_of";
    case Operator::at_least: return "at_least";
    case Operator::at_most: return "at_most";
    case Operator::given: return "given";
    }
    return "";
}

class AnswerLinks {
public:
    AnswerLinks(const LinkedParts& parts, const Doubts& doubts, WrongOrder& order, Findings& findings)
        : parts_(parts), doubts_(doubts), order_(order), findings_(findings) {}

    void check() {
        for (const bool collecting : {true, false}) {
            collecting_ = collecting;
            asked_ = 0;
            for (const Steps* steps : parts_.in_order) {
                section_ = steps;
                walk(*steps);
            }
        }
    }

private:
    struct Question {
        const Step* step;
        std::size_t order;
        const Steps* section;
    };

    /// The same way twice: first to number the questions, then to look at what is asked of them.
    void walk(const Steps& steps) {
        for (const auto& step : steps) {
            if (step.only_if) { check(*step.only_if); }
            if (step.instead) { walk(*step.instead); }
            if (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what)) {
                if (collecting_) { questions_.emplace(step.id, Question{&step, asked_, section_}); }
                ++asked_;
            } else if (const auto* branch = std::get_if<If>(&step.what)) {
                check(branch->when);
                walk(branch->then);
                walk(branch->otherwise);
            } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
                walk(repeat->steps);
                in_until_ = true; // looked at after each round
                if (repeat->until) { check(*repeat->until); }
                in_until_ = false;
            } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
                if (collecting_) { picks_.insert(step.id); }
                for (const auto& variant : pick->from) { walk(variant); }
            } else if (const auto* recall = std::get_if<Recall>(&step.what)) {
                check(*recall, step);
            }
        }
    }

    void check(const Condition& condition) {
        if (collecting_) { return; }
        for (const auto& test : condition.tests) {
            if (test.on_parameter) {
                check_setting(test);
            } else if (test.of.empty()) {
                check_answer(test);
            }
        }
    }

    void check(const Recall& recall, const Step& step) {
        if (collecting_ || !recall.kept.empty() || !recall.of.empty()) { return; }
        const Written& answer = *step.written->find("answer");
        for (std::size_t at = 0; at < recall.answers.size(); ++at) {
            const Span where = answer.kind == Written::Kind::list ? answer.entries[at].span : answer.span;
            (void)find_question(recall.answers[at], where, true);
        }
    }

    [[nodiscard]] std::vector<std::string> questions_so_far() const {
        std::vector<std::pair<std::size_t, std::string>> so_far;
        for (const auto& [name, question] : questions_) {
            if (question.order < asked_) { so_far.emplace_back(question.order, name); }
        }
        std::sort(so_far.begin(), so_far.end());
        std::vector<std::string> names;
        for (auto& [order, name] : so_far) { names.push_back(std::move(name)); }
        return names;
    }

    [[nodiscard]] std::size_t line_of(const Step& question) const {
        return findings_.line(question.written->find("id")->span);
    }

    /// The question of that name, if it was asked before; said otherwise (A001, A003).
    const Step* find_question(const std::string& name, Span where, bool recall) {
        const auto found = questions_.find(name);
        if (found == questions_.end()) {
            if (!doubts_.answers && !doubts_.names.contains(name)) { unknown_answer(name, where, recall); }
            return nullptr;
        }
        if (found->second.order >= asked_) {
            if (doubts_.names.contains(name)) { return nullptr; } // its section stands wrong, which was said
            const Steps* its_section = found->second.section;
            findings_.error_once(
                its_section == section_ ? "late " + name : order_.cause(section_, its_section), "A003", where,
                filled(in_until_
                           ? _("\"{}\" is asked on line {}, after this repeat. Ask it among the steps of the "
                               "repeat")
                       : recall ? _("\"{}\" is asked on line {}, after this. Move the question up")
                                : _("\"{}\" is asked on line {}, after this condition. Move the question up"),
                       name, line_of(*found->second.step)),
                {{}, {}, found->second.step->written->find("id")->span});
            return nullptr;
        }
        return found->second.step;
    }

    void unknown_answer(const std::string& name, Span where, bool recall) {
        Findings::More more;
        more.explanation = recall ? _("This shows an answer that no question before it gives.")
                                  : _("This condition looks at an answer that no question before it gives.");
        const auto so_far = questions_so_far();
        if (parts_.exercise != nullptr && find_parameter(*parts_.exercise, name) != nullptr && !recall) {
            more.suggestion = filled(_("\"parameter\": \"{}\". It is a setting."), name);
        } else if (picks_.contains(name)) {
            more.explanation = filled(_("\"{}\" is a \"pick\", which nobody answers."), name);
        } else if (const auto meant = nearest_of(name, so_far)) {
            more.suggestion = filled(_("\"{}\" (asked on line {}). Questions so far: {}."), *meant,
                                     line_of(*questions_.at(*meant).step), listed(so_far));
            more.also = questions_.at(*meant).step->written->find("id")->span;
        } else if (!so_far.empty()) {
            more.explanation += ' ' + filled(_("Questions so far: {}."), listed(so_far));
        }
        findings_.error_once("answer " + name, "A001", where, filled(_("No question is called \"{}\""), name),
                             std::move(more));
    }

    void check_answer(const Test& test) {
        const Step* question = find_question(test.name, test.written->find("answer")->span, false);
        if (question == nullptr) { return; }
        const auto* ask = std::get_if<Ask>(&question->what);
        const std::vector<Option> options = ask == nullptr ? std::vector<Option>() : ask->options;
        if (operator_fits(test, sort_of(*question), options)) {
            check_operands(test, sort_of(*question), options);
        }
    }

    void check_setting(const Test& test) {
        if (parts_.exercise == nullptr) { return; }
        const Span where = test.written->find("parameter")->span;
        const Parameter* parameter = find_parameter(*parts_.exercise, test.name);
        if (parameter == nullptr) {
            if (doubts_.names.contains(test.name)) { return; }
            Findings::More more;
            if (questions_.contains(test.name)) {
                more.suggestion = filled(_("\"answer\": \"{}\". It is a question."), test.name);
            }
            say_unknown_setting(*parts_.exercise, test.name, where, findings_, std::move(more));
            return;
        }
        if (test.compare == Operator::given) {
            findings_.error("A004", test.written->member("given")->key_span,
                            _("\"given\" is for answers; a setting always has a value. Leave this test out"));
            return;
        }
        if (operator_fits(test, sort_of(*parameter), parameter->options)) {
            check_operands(test, sort_of(*parameter), parameter->options);
        }
    }

    bool operator_fits(const Test& test, const Sort& sort, const std::vector<Option>& options) {
        if (std::find(sort.operators.begin(), sort.operators.end(), test.compare) != sort.operators.end()) {
            return true;
        }
        const char* used = operator_word(test.compare);
        std::string message;
        Findings::More more;
        if (sort.operators.empty()) {
            message = filled(_("\"{}\" is {}, which cannot be compared"), test.name, _(sort.a));
        } else {
            std::vector<std::string> usable;
            for (const Operator compare : sort.operators) { // the plain ones; not everything that is possible
                const bool plain = compare != Operator::given && compare != Operator::is_not;
                if (plain || sort.operators.size() == 1) {
                    usable.push_back(filled("\"{}\"", operator_word(compare)));
                }
            }
            message = filled(_("\"{}\" is {}, so \"{}\" cannot be used. Use {}"), test.name, _(sort.a), used,
                             joined(usable, _(" or ")));
            if (sort.operators.size() == 1) {
                more.explanation = _("Of words one can only know whether there are any: \"given\": true or "
                                     "false.");
            } else if (sort.values == Sort::Values::options) {
                more.explanation = filled(_("Options: {}."), listed(ids_of(options)));
            } else if (sort.values == Sort::Values::truth) {
                more.explanation = _("The answer is true or false: \"is\": true.");
            }
        }
        findings_.error("A004", test.written->member(used)->key_span, std::move(message), std::move(more));
        return false;
    }

    void check_operands(const Test& test, const Sort& sort, const std::vector<Option>& options) {
        const Written& value = *test.written->find(operator_word(test.compare));
        for (std::size_t at = 0; at < test.operands.size(); ++at) {
            const Span where = test.compare == Operator::any_of ? value.entries[at].span : value.span;
            check_operand(test, sort, options, test.operands[at], where);
        }
    }

    void check_operand(const Test& test, const Sort& sort, const std::vector<Option>& options,
                       const Test::Operand& operand, Span where) {
        if (test.compare == Operator::given) { return; }
        const auto* text = std::get_if<std::string>(&operand);
        switch (sort.values) {
        case Sort::Values::truth:
            if (!std::holds_alternative<bool>(operand)) {
                findings_.error(
                    "A004", where,
                    filled(_("\"{}\" is {}. Write true or false, without quotes"), test.name, _(sort.a)));
            }
            return;
        case Sort::Values::ratings:
            if (text != nullptr && *text == "numb") { return; } // "numb or far away"
            [[fallthrough]];
        case Sort::Values::numbers:
            if (!std::holds_alternative<double>(operand)) {
                findings_.error(
                    "A004", where,
                    filled(_("\"{}\" is {}. Write a number, without quotes"), test.name, _(sort.a)));
            }
            return;
        case Sort::Values::options:
            if (text == nullptr) {
                findings_.error("A004", where,
                                filled(_("\"{}\" is {}. Write one of its options, between quotes: {}"),
                                       test.name, _(sort.a), listed(ids_of(options))));
            } else if (const auto ids = ids_of(options);
                       std::find(ids.begin(), ids.end(), *text) == ids.end()) {
                findings_.error_once(
                    "option " + test.name + ' ' + *text, "A005", where, no_such_option(test.name, *text, ids),
                    {filled(_("Options: {}."), listed(ids)), {}, option_meant(*text, options)});
            }
            return;
        case Sort::Values::none: return;
        }
    }

    const LinkedParts& parts_;
    const Doubts& doubts_;
    WrongOrder& order_;
    Findings& findings_;
    const Steps* section_ = nullptr; ///< the one at hand
    bool collecting_ = true;
    bool in_until_ = false;
    std::size_t asked_ = 0; ///< questions passed so far
    std::map<std::string, Question> questions_;
    std::set<std::string> picks_;
};

} // namespace

void say_unknown_setting(const Exercise& exercise, const std::string& name, Span where, Findings& findings,
                         Findings::More more) {
    std::vector<std::string> names;
    for (const auto& parameter : exercise.parameters) { names.push_back(parameter.name); }
    if (const auto meant = nearest_of(name, names)) {
        const Span there = place_of_name(exercise, *find_parameter(exercise, *meant));
        more.also = there;
        findings.error_once("setting " + name, "A001", where,
                            filled(_("There is no setting \"{}\". Did you mean \"{}\" (line {})?"), name,
                                   *meant, findings.line(there)),
                            std::move(more));
        return;
    }
    if (more.explanation.empty() && !names.empty()) {
        more.explanation = filled(_("Settings: {}."), listed(names));
    }
    findings.error_once("setting " + name, "A001", where, filled(_("There is no setting \"{}\""), name),
                        std::move(more));
}

void check_answers(const LinkedParts& parts, const Doubts& doubts, WrongOrder& order, Findings& findings) {
    AnswerLinks(parts, doubts, order, findings).check();
}

} // namespace kindly
