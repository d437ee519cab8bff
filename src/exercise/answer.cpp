// SPDX-License-Identifier: MIT
#include "exercise/answer.hpp"

#include <algorithm>

namespace kindly {

namespace {

using Operand = Test::Operand;

bool equals(const AnswerValue& value, const Operand& operand) {
    if (const auto* several = std::get_if<std::vector<std::string>>(&value)) {
        // On several choices, "is" means just that one.
        const auto* name = std::get_if<std::string>(&operand);
        return name != nullptr && several->size() == 1 && several->front() == *name;
    }
    if (std::holds_alternative<Numb>(value)) {
        const auto* name = std::get_if<std::string>(&operand);
        return name != nullptr && *name == "numb";
    }
    return std::visit(
        [&](const auto& wanted) {
            const auto* given = std::get_if<std::decay_t<decltype(wanted)>>(&value);
            return given != nullptr && *given == wanted;
        },
        operand);
}

bool is_any_of(const AnswerValue& value, const std::vector<Operand>& operands) {
    if (const auto* several = std::get_if<std::vector<std::string>>(&value)) {
        return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
            const auto* name = std::get_if<std::string>(&operand);
            return name != nullptr && std::find(several->begin(), several->end(), *name) != several->end();
        });
    }
    return std::any_of(operands.begin(), operands.end(),
                       [&](const Operand& operand) { return equals(value, operand); });
}

} // namespace

AnswerValue as_answer(const SettingValue& setting) {
    if (const auto* number = std::get_if<int>(&setting)) { return static_cast<double>(*number); }
    if (const auto* duration = std::get_if<Milliseconds>(&setting)) {
        return std::chrono::duration<double>(*duration).count(); // conditions compare durations in seconds
    }
    return std::get<std::string>(setting);
}

bool passes(const Test& test, const AnswerValue* value) {
    if (test.compare == Test::Operator::given) {
        const auto* wanted = test.operands.empty() ? nullptr : std::get_if<bool>(&test.operands.front());
        return wanted != nullptr && *wanted == (value != nullptr);
    }
    if (value == nullptr || test.operands.empty()) { return false; }
    const auto* number = std::get_if<double>(value);
    const auto* bound = std::get_if<double>(&test.operands.front());
    switch (test.compare) {
    case Test::Operator::is: return equals(*value, test.operands.front());
    case Test::Operator::is_not: return !equals(*value, test.operands.front());
    case Test::Operator::any_of: return is_any_of(*value, test.operands);
    case Test::Operator::at_least: return number != nullptr && bound != nullptr && *number >= *bound;
    case Test::Operator::at_most: return number != nullptr && bound != nullptr && *number <= *bound;
    case Test::Operator::given: break;
    }
    return false;
}

bool holds(const Condition& condition, const Answers& answers, const EarlierAnswers& earlier,
           const Settings& settings) {
    auto holds_for = [&](const Test& test) {
        if (test.on_parameter) {
            const auto found = settings.find(test.name);
            if (found == settings.end()) { return passes(test, nullptr); }
            const AnswerValue value = as_answer(found->second);
            return passes(test, &value);
        }
        if (!test.of.empty()) {
            const auto found = earlier.find({test.of, test.name});
            return passes(test, found == earlier.end() ? nullptr : &found->second);
        }
        const auto found = answers.find(test.name);
        return passes(test, found == answers.end() ? nullptr : &found->second);
    };
    if (condition.combination == Condition::Combination::all) {
        return std::all_of(condition.tests.begin(), condition.tests.end(), holds_for);
    }
    return std::any_of(condition.tests.begin(), condition.tests.end(), holds_for);
}

} // namespace kindly
