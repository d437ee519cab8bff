// SPDX-License-Identifier: MIT
// What a person answered, and what conditions make of it. Plain values.
#pragma once

#include "exercise/exercise.hpp"

#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kindly {

/// A check-in answered with "numb or far away": kept as its own value, never as a number.
struct Numb {
    bool operator==(const Numb&) const = default;
};

/// yes/no; a number or rating; a choice's option id or a text; several option ids; numb.
using AnswerValue = std::variant<bool, double, std::string, std::vector<std::string>, Numb>;

/// The latest answers of a practice by question id. A question that was skipped is not in it.
using Answers = std::map<std::string, AnswerValue>;

/// The latest answers of other exercises, by (exercise, question): what "of" looks at.
using EarlierAnswers = std::map<std::pair<std::string, std::string>, AnswerValue>;

/// A setting's value in use: text or option id; number; duration.
using SettingValue = std::variant<std::string, int, Milliseconds>;
using Settings = std::map<std::string, SettingValue>;

/// Whether a test holds for an answer; null: not answered.
[[nodiscard]] bool passes(const Test& test, const AnswerValue* value);

/// A setting as conditions compare it: durations in seconds.
[[nodiscard]] AnswerValue as_answer(const SettingValue& setting);

/// Whether a condition holds. The one rule: a test on a missing answer is false, but for "given".
[[nodiscard]] bool holds(const Condition& condition, const Answers& answers, const EarlierAnswers& earlier,
                         const Settings& settings);

} // namespace kindly
