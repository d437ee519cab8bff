// SPDX-License-Identifier: MIT
#include "exercise/answer_classes.hpp"

#include "exercise/limits.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace kindly {

namespace {

/// Without a bound: as far as anybody is expected to go, and past the other bound and every threshold.
double widest(const std::vector<const Test*>& tests, std::optional<int> other_bound) {
    constexpr double usual = 1e6;
    double farthest = std::max(usual, std::abs(static_cast<double>(other_bound.value_or(0))));
    for (const Test* test : tests) {
        for (const auto& operand : test->operands) {
            if (const auto* number = std::get_if<double>(&operand)) {
                farthest = std::max(farthest, std::abs(*number));
            }
        }
    }
    return farthest + 1;
}

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

/// Of several choices: options that no test tells apart stand for each other, and of those that are left
/// every combination is tried. There are at most 2^12 (limits::most_options).
void add_subsets(std::vector<Candidate>& candidates, const Question& question,
                 const std::vector<const Test*>& tests) {
    std::map<std::vector<bool>, std::string> by_the_tests_that_name_it;
    for (const auto& option : question.options) {
        std::vector<bool> named_by;
        for (const Test* test : tests) {
            named_by.push_back(std::find(test->operands.begin(), test->operands.end(),
                                         Test::Operand(option.id)) != test->operands.end());
        }
        by_the_tests_that_name_it.try_emplace(std::move(named_by), option.id);
    }
    std::vector<std::string> distinct;
    for (auto& [named_by, option] : by_the_tests_that_name_it) { distinct.push_back(option); }
    for (std::size_t subset = 1; subset < (std::size_t{1} << distinct.size()); ++subset) {
        std::vector<std::string> chosen;
        for (std::size_t index = 0; index < distinct.size(); ++index) {
            if ((subset >> index & 1U) != 0) { chosen.push_back(distinct[index]); }
        }
        candidates.push_back({std::move(chosen), {}, nowhere});
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
    std::map<std::pair<std::vector<bool>, std::size_t>, std::size_t> places; // by how the tests take them
    for (const auto& candidate : candidates) {
        std::vector<bool> passed;
        for (const Test* test : tests) { passed.push_back(passes(*test, &candidate.value)); }
        const auto [place, is_new] = places.try_emplace({std::move(passed), candidate.jump}, classes.size());
        if (is_new) { classes.push_back({candidate.value, {}, candidate.jump}); }
        if (!candidate.option.empty()) { classes[place->second].options.push_back(candidate.option); }
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
        add_numbers(candidates, tests, question.lowest ? *question.lowest : -widest(tests, question.highest),
                    question.highest ? *question.highest : widest(tests, question.lowest),
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
    add_numbers(candidates, tests, -widest(tests, {}), widest(tests, {}), false);
    return merged(candidates, tests);
}

} // namespace kindly
