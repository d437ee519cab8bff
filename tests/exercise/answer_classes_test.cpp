// SPDX-License-Identifier: MIT
#include "exercise/answer_classes.hpp"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using Passed = std::vector<bool>;

Passed how_taken(const std::vector<const Test*>& tests, const AnswerValue& value) {
    Passed passed;
    for (const Test* test : tests) { passed.push_back(passes(*test, &value)); }
    return passed;
}

Test some_test(const std::vector<std::string>& options) {
    Test test;
    test.name = "needs";
    test.compare = *rc::gen::element(Test::Operator::is, Test::Operator::is_not, Test::Operator::any_of);
    const auto most = test.compare == Test::Operator::any_of ? options.size() : 1;
    const auto count = *rc::gen::inRange<std::size_t>(1, most + 1);
    for (std::size_t operand = 0; operand < count; ++operand) {
        test.operands.emplace_back(*rc::gen::elementOf(options));
    }
    return test;
}

// The tests cannot tell apart more than the classes do, and nothing is in a class that nobody could answer.
RC_GTEST_PROP(AnswerClasses, OfSeveralChoicesAreAllThereAre, ()) {
    Question question;
    question.answer = Ask::Answer::choices;
    std::vector<std::string> options;
    const auto count = *rc::gen::inRange<std::size_t>(2, 11);
    for (std::size_t number = 0; number < count; ++number) {
        options.push_back("option_" + std::to_string(number));
        question.options.push_back({options.back(), "Words", nowhere});
    }
    std::vector<Test> tests;
    const auto how_many = *rc::gen::inRange<std::size_t>(1, 12);
    for (std::size_t test = 0; test < how_many; ++test) { tests.push_back(some_test(options)); }
    std::vector<const Test*> all;
    for (const auto& test : tests) { all.push_back(&test); }

    std::set<Passed> possible;
    for (std::size_t subset = 1; subset < (std::size_t{1} << options.size()); ++subset) {
        std::vector<std::string> chosen;
        for (std::size_t index = 0; index < options.size(); ++index) {
            if ((subset >> index & 1U) != 0) { chosen.push_back(options[index]); }
        }
        possible.insert(how_taken(all, chosen));
    }
    std::set<Passed> found;
    for (const auto& one : classes_of(question, all)) { found.insert(how_taken(all, one.example)); }
    RC_ASSERT(found == possible);
}

/// Who may answer any number may also answer one beyond a million.
TEST(AnswerClasses, OfNumbersWithoutBoundsReachPastEveryThreshold) {
    kindly::Test test;
    test.name = "steps";
    test.compare = kindly::Test::Operator::at_least;
    test.operands = {2000000.0};
    Question question;
    question.answer = Ask::Answer::number;
    EXPECT_EQ(classes_of(question, {&test}).size(), 2U) << "both sides of it";
    EXPECT_EQ(classes_of_unknown({&test}).size(), 2U);
    test.compare = kindly::Test::Operator::at_most;
    test.operands = {-2000000.0};
    EXPECT_EQ(classes_of(question, {&test}).size(), 2U);
    question.lowest = 2000000;
    EXPECT_EQ(classes_of(question, {}).size(), 1U) << "somebody answers";
    test.operands = {2000000.0};
    EXPECT_EQ(classes_of(question, {&test}).size(), 2U) << "more than the lowest, too";
}

} // namespace
} // namespace kindly
