// SPDX-License-Identifier: MIT
#include "exercise/answer_classes.hpp"

#include "exercise/limits.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kindly {

namespace {

constexpr std::size_t most_named_options = 6; ///< of a "choices" question: 2^6 subsets are still told apart
constexpr double widest = 1e6;

struct Candidate {
    AnswerValue value;
    std::string option;
    std::size_t jump = nowhere;
};

/// Numbers on both sides of every threshold, within the bounds.
void add_numbers(std::vector<Candidate>& candidates, const std::vector<const Test*>& tests, double lowest,
                 double highest, bool whole) {
    std::set<double> numbers{lowest, highest};
    for (const Test* test : tests) {
        for (const auto& operand : test->operands) {
            const auto* threshold = std::get_if<double>(&operand);
            if (threshold == nullptr) { continue; }
            for (const double step : {-1.0, -0.5, 0.0, 0.5, 1.0}) { numbers.insert(*threshold + step); }
        }
    }
    for (const double number : numbers) {
        if (number >= lowest && number <= highest && (!whole || number == std::floor(number))) {
            candidates.push_back({number, {}, nowhere});
        }
    }
}

/// Of several choices: every combination of the options that conditions name, with and without another one.
void add_subsets(std::vector<Candidate>& candidates, const Question& question,
                 const std::vector<const Test*>& tests) {
    std::vector<std::string> named;
    std::vector<std::string> others;
    for (const auto& option : question.options) {
        const bool is_named = std::any_of(tests.begin(), tests.end(), [&](const Test* test) {
            return std::find(test->operands.begin(), test->operands.end(), Test::Operand(option.id)) !=
                   test->operands.end();
        });
        (is_named && named.size() < most_named_options ? named : others).push_back(option.id);
    }
    for (std::size_t subset = 0; subset < (std::size_t{1} << named.size()); ++subset) {
        std::vector<std::string> chosen;
        for (std::size_t index = 0; index < named.size(); ++index) {
            if ((subset >> index & 1U) != 0) { chosen.push_back(named[index]); }
        }
        if (!chosen.empty()) { candidates.push_back({chosen, {}, nowhere}); }
        if (!others.empty()) {
            chosen.push_back(others.front());
            candidates.push_back({chosen, {}, nowhere});
        }
    }
}

void add_words(std::vector<Candidate>& candidates, const std::vector<const Test*>& tests) {
    candidates.push_back({std::string("..."), {}, nowhere});
    for (const Test* test : tests) {
        for (const auto& operand : test->operands) {
            if (const auto* words = std::get_if<std::string>(&operand)) {
                candidates.push_back({*words, {}, nowhere});
            }
        }
    }
}

/// Those that every test takes alike, and that lead to the same place, become one.
std::vector<AnswerClass> merged(const std::vector<Candidate>& candidates,
                                const std::vector<const Test*>& tests) {
    std::vector<AnswerClass> classes;
    std::vector<std::vector<bool>> taken; // how each class is taken by the tests
    for (const auto& candidate : candidates) {
        std::vector<bool> passed;
        for (const Test* test : tests) { passed.push_back(passes(*test, &candidate.value)); }
        std::size_t at = 0;
        while (at < classes.size() && (taken[at] != passed || classes[at].jump != candidate.jump)) { ++at; }
        if (at == classes.size()) {
            classes.push_back({candidate.value, {}, candidate.jump});
            taken.push_back(std::move(passed));
        }
        if (!candidate.option.empty()) { classes[at].options.push_back(candidate.option); }
    }
    return classes;
}

} // namespace

std::vector<AnswerClass> classes_of(const Question& question, const std::vector<const Test*>& tests) {
    std::vector<Candidate> candidates;
    switch (question.answer) {
    case Ask::Answer::choice:
        for (const auto& option : question.options) {
            candidates.push_back({option.id, option.id, option.jump});
        }
        break;
    case Ask::Answer::choices: add_subsets(candidates, question, tests); break;
    case Ask::Answer::yes_no:
        candidates.push_back({true, {}, nowhere});
        candidates.push_back({false, {}, nowhere});
        break;
    case Ask::Answer::scale:
    case Ask::Answer::number:
        add_numbers(candidates, tests, question.lowest.value_or(-static_cast<int>(widest)),
                    question.highest.value_or(static_cast<int>(widest)),
                    question.answer == Ask::Answer::scale);
        break;
    case Ask::Answer::text: add_words(candidates, tests); break;
    }
    return merged(candidates, tests);
}

std::vector<AnswerClass> classes_of(const CheckInQuestion& /*check_in*/,
                                    const std::vector<const Test*>& tests) {
    std::vector<Candidate> candidates{{Numb{}, {}, nowhere}};
    add_numbers(candidates, tests, limits::lowest_rating, limits::highest_rating, true);
    return merged(candidates, tests);
}

std::vector<AnswerClass> classes_of_unknown(const std::vector<const Test*>& tests) {
    std::vector<Candidate> candidates{{true, {}, nowhere}, {false, {}, nowhere}, {Numb{}, {}, nowhere}};
    add_words(candidates, tests);
    add_numbers(candidates, tests, -widest, widest, false);
    return merged(candidates, tests);
}

} // namespace kindly
