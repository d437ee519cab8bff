// SPDX-License-Identifier: MIT
#include "commands/script_words.hpp"

#include "base/duration.hpp"
#include "base/translate.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string list_in_words(const std::vector<std::string>& words, const char* last_two) {
    std::string all;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at == 0) {
            all = words[at];
        } else if (at + 1 < words.size()) {
            all += ", " + words[at];
        } else {
            all = filled(last_two, all, words[at]);
        }
    }
    return all;
}

/// Whole numbers without a point.
std::string number_in_words(double number) {
    return number == std::floor(number) ? fmt::format("{:.0f}", number) : fmt::format("{}", number);
}

/// Tests on numbers and on having been answered, which are the same for answers and settings.
std::string compared(const Test& test, const std::string& subject, const std::vector<std::string>& values) {
    const std::string first = values.empty() ? std::string() : values.front();
    switch (test.compare) {
    case Test::Operator::is: return filled(_("{} is {}"), subject, first);
    case Test::Operator::is_not: return filled(_("{} is something other than {}"), subject, first);
    case Test::Operator::any_of: return filled(_("{} is {}"), subject, one_of(values));
    case Test::Operator::at_least: return filled(_("{} is {} or more"), subject, first);
    case Test::Operator::at_most: return filled(_("{} is {} or less"), subject, first);
    case Test::Operator::given: break;
    }
    return {};
}

} // namespace

std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }
std::string one_of(const std::vector<std::string>& words) { return list_in_words(words, _("{} or {}")); }
std::string all_of(const std::vector<std::string>& words) { return list_in_words(words, _("{} and {}")); }

ScriptWords::ScriptWords(std::shared_ptr<const Exercise> exercise, FragmentFinder find_fragment,
                         ExerciseFinder find_exercise)
    : exercise_(std::move(exercise)), find_fragment_(std::move(find_fragment)),
      find_exercise_(std::move(find_exercise)), settings_(default_settings(*exercise_)) {
    for (const Section& section : exercise_->sections) {
        gather(section.steps, filled_in(section.title), nullptr, questions_);
    }
}

void ScriptWords::gather(const Steps& steps, const std::string& section, const Texts* texts, Questions& into,
                         int uses) const {
    for (const Step& step : steps) {
        if (const auto* ask = std::get_if<Ask>(&step.what)) {
            into.emplace(step.id, Asked{filled_in(ask->text, texts), section, ask});
        } else if (const auto* check_in = std::get_if<CheckIn>(&step.what)) {
            into.emplace(step.id, Asked{filled_in(check_in->text, texts), section, nullptr});
        } else if (const auto* branch = std::get_if<If>(&step.what)) {
            gather(branch->then, section, texts, into, uses);
            gather(branch->otherwise, section, texts, into, uses);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            gather(repeat->steps, section, texts, into, uses);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            for (const Steps& variant : pick->from) { gather(variant, section, texts, into, uses); }
        } else if (const auto* use = std::get_if<Use>(&step.what);
                   use != nullptr && uses < limits::deepest_use) {
            if (const auto found = fragment(*use)) {
                const Texts given = texts_for(*use, texts);
                gather(found->steps, section, &given, into, uses + 1);
            }
        }
        if (step.instead) { gather(*step.instead, section, texts, into, uses); }
    }
}

const Parameter* ScriptWords::parameter(const std::string& name) const {
    const auto found = std::find_if(exercise_->parameters.begin(), exercise_->parameters.end(),
                                    [&](const Parameter& one) { return one.name == name; });
    return found == exercise_->parameters.end() ? nullptr : &*found;
}

std::string ScriptWords::filled_in(const std::string& text, const Texts* texts) const {
    std::string full;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') {
            full += text[at];
            continue;
        }
        const std::size_t end = text.find('}', at);
        if (text.compare(at, 2, "{{") == 0 || end == std::string::npos) { // a brace of the text itself
            full += '{';
            at += text.compare(at, 2, "{{") == 0 ? 1 : 0;
            continue;
        }
        const std::string name = text.substr(at + 1, end - at - 1);
        if (texts != nullptr && texts->contains(name)) {
            full += texts->at(name);
        } else if (const Parameter* setting = parameter(name)) {
            switch (setting->type) {
            case Parameter::Type::text: full += "[" + setting->default_text + "]"; break;
            case Parameter::Type::number: full += fmt::format("[{}]", setting->default_number); break;
            case Parameter::Type::duration:
                full += "[" + duration_in_words(setting->default_duration) + "]";
                break;
            case Parameter::Type::choice:
                for (const Option& option : setting->options) {
                    if (option.id == setting->default_text) { full += "[" + option.text + "]"; }
                }
                break;
            }
        }
        at = end;
    }
    return full;
}

ScriptWords::Texts ScriptWords::texts_for(const Use& use, const Texts* outer) const {
    Texts texts;
    for (const auto& [name, text] : use.with) { texts[name] = filled_in(text, outer); }
    return texts;
}

const ScriptWords::Questions* ScriptWords::questions_of(const std::string& exercise) const {
    if (exercise.empty() || exercise == exercise_->id) { return &questions_; }
    const auto [place, is_new] = others_.try_emplace(exercise);
    if (is_new) {
        if (const auto other = find_exercise_(exercise)) {
            const ScriptWords words(other, find_fragment_, [](const std::string&) { return nullptr; });
            place->second = words.questions_;
            kept_.push_back(other); // its questions point into it
        }
    }
    return &place->second;
}

std::string ScriptWords::question(const std::string& id, const std::string& of) const {
    const Questions& questions = *questions_of(of);
    const auto found = questions.find(id);
    std::string words = in_quotes(found == questions.end() ? id : found->second.text);
    const bool twice =
        found != questions.end() && std::any_of(questions.begin(), questions.end(), [&](const auto& other) {
            return other.first != id && other.second.text == found->second.text;
        });
    if (twice) { words = filled(_("{} (in \"{}\")"), words, found->second.section); }
    return of.empty() ? words : filled(_("{} in the latest practice of \"{}\""), words, of);
}

bool ScriptWords::has_check_in() const {
    return std::any_of(questions_.begin(), questions_.end(),
                       [](const auto& asked) { return asked.second.ask == nullptr; });
}

std::string ScriptWords::section(const std::string& id) const {
    for (const Section& one : exercise_->sections) {
        if (one.id == id) { return in_quotes(filled_in(one.title)); }
    }
    return in_quotes(id);
}

std::string ScriptWords::answer_in_words(const Test& test) const {
    const std::string name = question(test.name, test.of);
    if (test.compare == Test::Operator::given) {
        const bool given = test.operands.empty() || !std::holds_alternative<bool>(test.operands.front()) ||
                           std::get<bool>(test.operands.front());
        return filled(given ? _("{} was answered") : _("{} was not answered"), name);
    }
    const Questions& questions = *questions_of(test.of);
    const auto found = questions.find(test.name);
    const Ask* ask = found == questions.end() ? nullptr : found->second.ask;
    const bool rating = test.of.empty() && found != questions.end() && ask == nullptr;
    std::vector<std::string> values;
    for (const Test::Operand& operand : test.operands) {
        if (const auto* yes = std::get_if<bool>(&operand)) {
            values.emplace_back(*yes ? _("yes") : _("no"));
        } else if (const auto* number = std::get_if<double>(&operand)) {
            values.push_back(number_in_words(*number));
        } else {
            std::string text = std::get<std::string>(operand);
            for (const Option& option : ask != nullptr ? ask->options : std::vector<Option>()) {
                if (option.id == text) {
                    text = filled_in(option.text);
                    break;
                }
            }
            values.push_back(rating && text == "numb" ? std::string(_("numb or far away")) : in_quotes(text));
        }
    }
    const std::string subject = filled(_("the answer to {}"), name);
    if (ask != nullptr && ask->answer == Ask::Answer::choices && !values.empty()) {
        switch (test.compare) {
        case Test::Operator::is: return filled(_("{} is {} alone"), subject, values.front());
        case Test::Operator::is_not:
            return filled(_("{} is something other than {} alone"), subject, values.front());
        case Test::Operator::any_of: return filled(_("{} has {} in it"), subject, one_of(values));
        default: break;
        }
    }
    return compared(test, subject, values);
}

std::string ScriptWords::setting_in_words(const Test& test) const {
    const Parameter* setting = parameter(test.name);
    const std::string name = in_quotes(setting == nullptr ? test.name : setting->label);
    if (test.compare == Test::Operator::given) { return filled(_("the setting {} is there"), name); }
    std::vector<std::string> values;
    for (const Test::Operand& operand : test.operands) {
        if (const auto* number = std::get_if<double>(&operand)) {
            const bool duration = setting != nullptr && setting->type == Parameter::Type::duration;
            constexpr double thousand = 1000;
            values.push_back(duration ? duration_in_words(Milliseconds(std::llround(*number * thousand)))
                                      : number_in_words(*number));
        } else if (const auto* text = std::get_if<std::string>(&operand)) {
            std::string words = *text;
            for (const Option& option : setting != nullptr ? setting->options : std::vector<Option>()) {
                if (option.id == *text) { words = option.text; }
            }
            values.push_back(in_quotes(words));
        } else {
            values.emplace_back(std::get<bool>(operand) ? _("yes") : _("no"));
        }
    }
    return compared(test, filled(_("the setting {}"), name), values);
}

std::string ScriptWords::in_words(const Test& test) const {
    return test.on_parameter ? setting_in_words(test) : answer_in_words(test);
}

std::string ScriptWords::in_words(const Condition& condition) const {
    std::vector<std::string> tests;
    for (const Test& test : condition.tests) { tests.push_back(in_words(test)); }
    return condition.combination == Condition::Combination::all ? all_of(tests) : one_of(tests);
}

int ScriptWords::number(const SettableNumber& number) const {
    if (const int* fixed = std::get_if<int>(&number)) { return *fixed; }
    const Parameter* setting = parameter(std::get<ParameterName>(number).name);
    return setting == nullptr ? 1 : setting->default_number;
}

std::string ScriptWords::times(const SettableNumber& number) const {
    const auto count = static_cast<long long>(this->number(number));
    std::string words = plural("{} time", "{} times", count);
    const auto* name = std::get_if<ParameterName>(&number);
    const Parameter* setting = name == nullptr ? nullptr : parameter(name->name);
    if (setting == nullptr) { return words; }
    if (setting->lowest && setting->highest) {
        return filled(_("{} (the setting \"{}\", from {} to {})"), words, setting->label, *setting->lowest,
                      *setting->highest);
    }
    return filled(_("{} (the setting \"{}\")"), words, setting->label);
}

std::string ScriptWords::length(const SettableDuration& duration) const {
    if (const auto* fixed = std::get_if<Milliseconds>(&duration)) { return duration_in_words(*fixed); }
    const Parameter* setting = parameter(std::get<ParameterName>(duration).name);
    if (setting == nullptr) { return {}; }
    const std::string words = duration_in_words(setting->default_duration);
    if (setting->shortest_duration && setting->longest_duration) {
        return filled(_("{} (the setting \"{}\", from {} to {})"), words, setting->label,
                      duration_in_words(*setting->shortest_duration),
                      duration_in_words(*setting->longest_duration));
    }
    return filled(_("{} (the setting \"{}\")"), words, setting->label);
}

std::string ScriptWords::value_and_range(const Parameter& parameter) const {
    switch (parameter.type) {
    case Parameter::Type::text:
        return parameter.longest ? filled(_("{}, at most {}"), in_quotes(parameter.default_text),
                                          plural("{} character", "{} characters", *parameter.longest))
                                 : in_quotes(parameter.default_text);
    case Parameter::Type::number:
        return parameter.lowest && parameter.highest
                   ? filled(_("{}, from {} to {}"), parameter.default_number, *parameter.lowest,
                            *parameter.highest)
                   : std::to_string(parameter.default_number);
    case Parameter::Type::duration:
        return parameter.shortest_duration && parameter.longest_duration
                   ? filled(_("{}, from {} to {}"), duration_in_words(parameter.default_duration),
                            duration_in_words(*parameter.shortest_duration),
                            duration_in_words(*parameter.longest_duration))
                   : duration_in_words(parameter.default_duration);
    case Parameter::Type::choice: {
        std::vector<std::string> texts;
        std::string now;
        for (const Option& option : parameter.options) {
            texts.push_back(in_quotes(option.text));
            if (option.id == parameter.default_text) { now = in_quotes(option.text); }
        }
        return filled(_("{}, out of {}"), now, all_of(texts));
    }
    }
    return {};
}

} // namespace kindly
