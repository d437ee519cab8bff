// SPDX-License-Identifier: MIT
// What can be told apart among the answers to a question: conditions compare with a few options and
// thresholds, so that all possible answers fall into a few classes. Used by ways.hpp; knows no flow.
#pragma once

#include "exercise/answer.hpp"
#include "exercise/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// Answers that every condition of a plan takes in the same way, and that lead to the same place.
struct AnswerClass {
    AnswerValue example;
    std::vector<std::string> options; ///< of a choice: those that belong here
    std::size_t jump = nowhere;       ///< where the option leads
};

/// Everything that could be answered, in classes; "not answered" is none of them. `tests` are all those on
/// this answer.
[[nodiscard]] std::vector<AnswerClass> classes_of(const Question& question,
                                                  const std::vector<const Test*>& tests);
[[nodiscard]] std::vector<AnswerClass> classes_of(const CheckInQuestion& check_in,
                                                  const std::vector<const Test*>& tests);
/// Of another exercise's question, about which nothing is known but the tests.
[[nodiscard]] std::vector<AnswerClass> classes_of_unknown(const std::vector<const Test*>& tests);

} // namespace kindly
