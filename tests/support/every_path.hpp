// SPDX-License-Identifier: MIT
// Walks through a plan with every combination of answers, one by one, and writes each path down: slow and
// simple, to hold against ways.hpp.
#pragma once

#include "exercise/guided_time.hpp"
#include "exercise/limits.hpp"
#include "exercise/plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

namespace kindly::tests {

/// One instruction on the way. What is recalled depends on whether there is anything to show.
struct Passed {
    std::size_t instruction = 0;
    bool nothing_to_show = false;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads the defaulted comparison
    auto operator<=>(const Passed&) const = default;
};
using Path = std::vector<Passed>;

using Candidates = std::vector<std::optional<AnswerValue>>; ///< nothing: not answered

inline constexpr std::size_t most_named_options =
    6; ///< of a "choices" question: 2^6 subsets are still walked

/// What conditions ask about each answer, gathered once a plan.
struct Interests {
    std::map<std::string, std::vector<Test::Operand>> answers;
    std::map<std::pair<std::string, std::string>, std::vector<Test::Operand>> elsewhere;
    std::set<std::string> recalled;
};

inline Interests gather(const Plan& plan) {
    Interests interests;
    for (const auto& instruction : plan.instructions) {
        if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
            for (const auto& test : branch->when.tests) {
                if (test.on_parameter) { continue; }
                auto& operands = test.of.empty() ? interests.answers[test.name]
                                                 : interests.elsewhere[{test.of, test.name}];
                operands.insert(operands.end(), test.operands.begin(), test.operands.end());
            }
        }
        if (const auto* recall = std::get_if<Recollection>(&instruction.what);
            recall != nullptr && recall->of.empty()) {
            interests.recalled.insert(recall->answers.begin(), recall->answers.end());
        }
    }
    return interests;
}

/// Numbers on both sides of every threshold, within the bounds.
inline void add_numbers(Candidates& candidates, const std::vector<Test::Operand>& operands, double lowest,
                        double highest, bool whole) {
    std::set<double> numbers{lowest, highest};
    for (const auto& operand : operands) {
        const auto* threshold = std::get_if<double>(&operand);
        if (threshold == nullptr) { continue; }
        for (const double step : {-1.0, -0.5, 0.0, 0.5, 1.0}) { numbers.insert(*threshold + step); }
    }
    for (const double number : numbers) {
        if (number >= lowest && number <= highest && (!whole || number == std::floor(number))) {
            candidates.emplace_back(number);
        }
    }
}

inline void add_subsets(Candidates& candidates, const Question& question,
                        const std::vector<Test::Operand>& operands) {
    std::vector<std::string> named;
    std::vector<std::string> others;
    for (const auto& option : question.options) {
        const bool is_named =
            std::find(operands.begin(), operands.end(), Test::Operand(option.id)) != operands.end();
        (is_named && named.size() < most_named_options ? named : others).push_back(option.id);
    }
    for (std::size_t subset = 0; subset < (std::size_t{1} << named.size()); ++subset) {
        std::vector<std::string> chosen;
        for (std::size_t index = 0; index < named.size(); ++index) {
            if ((subset >> index & 1U) != 0) { chosen.push_back(named[index]); }
        }
        if (!chosen.empty()) { candidates.emplace_back(chosen); }
        if (!others.empty()) {
            chosen.push_back(others.front());
            candidates.emplace_back(chosen);
        }
    }
}

inline Candidates candidates_for(const Question& question, const std::vector<Test::Operand>& operands) {
    constexpr double widest = 1e6;
    Candidates candidates{std::nullopt};
    switch (question.answer) {
    case Ask::Answer::choice:
        for (const auto& option : question.options) { candidates.emplace_back(option.id); }
        break;
    case Ask::Answer::choices: add_subsets(candidates, question, operands); break;
    case Ask::Answer::yes_no:
        candidates.emplace_back(true);
        candidates.emplace_back(false);
        break;
    case Ask::Answer::scale:
    case Ask::Answer::number:
        add_numbers(candidates, operands, question.lowest.value_or(-static_cast<int>(widest)),
                    question.highest.value_or(static_cast<int>(widest)),
                    question.answer == Ask::Answer::scale);
        break;
    case Ask::Answer::text:
        candidates.emplace_back(std::string("..."));
        for (const auto& operand : operands) {
            if (const auto* words = std::get_if<std::string>(&operand)) { candidates.emplace_back(*words); }
        }
        break;
    }
    return candidates;
}

/// Depth first; every question that makes a difference is a fork.
class Walker {
public:
    Walker(const Plan& plan, std::size_t most_walks, std::set<Path>& paths)
        : plan_(plan), most_walks_(most_walks), paths_(paths), interests_(gather(plan)),
          end_(plan.sections[plan.closing].end) {}

    bool run() {
        walk(0);
        return walks_ <= most_walks_;
    }

    /// What was seen of the branches: those that held, that failed, and tests on what had not been asked.
    std::set<std::size_t> held, failed;
    std::set<std::pair<std::size_t, std::size_t>> not_asked;

private:
    void observe(const Branch& branch, std::size_t at, bool holds_here) {
        (holds_here ? held : failed).insert(at);
        // Where a test that has what it looks at decides already, the others change nothing.
        const bool all = branch.when.combination == Condition::Combination::all;
        std::vector<std::size_t> unasked;
        for (std::size_t index = 0; index < branch.when.tests.size(); ++index) {
            const Test& test = branch.when.tests[index];
            const bool own = !test.on_parameter && test.of.empty();
            if (own && !was_asked(test.name)) {
                unasked.push_back(index);
                continue;
            }
            Condition alone{branch.when.written, Condition::Combination::all, {test}};
            if (holds(alone, answers_, earlier_, plan_.settings) != all) { return; }
        }
        for (const std::size_t index : unasked) { not_asked.insert({at, index}); }
    }

    [[nodiscard]] bool was_asked(const std::string& id) const {
        return std::any_of(path_.begin(), path_.end(), [&](const Passed& passed) {
            const auto& what = plan_.instructions[passed.instruction].what;
            const auto* question = std::get_if<Question>(&what);
            const auto* check_in = std::get_if<CheckInQuestion>(&what);
            return (question != nullptr && question->id == id) || (check_in != nullptr && check_in->id == id);
        });
    }

    void walk(std::size_t at) {
        const std::size_t depth = path_.size();
        while (at < end_ && walks_ <= most_walks_) {
            const Instruction& instruction = plan_.instructions[at];
            if (const auto* jump = std::get_if<Jump>(&instruction.what)) {
                at = jump->target;
            } else if (const auto* fork = std::get_if<Fork>(&instruction.what)) {
                // A pick that comes back, as in each round of a repeat, keeps its variant.
                if (const auto picked = picked_.find(fork->pick); picked != picked_.end()) {
                    at = fork->targets[picked->second];
                    continue;
                }
                for (std::size_t variant = 0; variant < fork->targets.size(); ++variant) {
                    picked_[fork->pick] = variant;
                    walk(fork->targets[variant]);
                }
                picked_.erase(fork->pick);
                break;
            } else if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
                if (decide_elsewhere(*branch, at)) { break; }
                const bool goes_on = holds(branch->when, answers_, earlier_, plan_.settings);
                observe(*branch, at, goes_on);
                at = goes_on ? at + 1 : branch->otherwise;
            } else if (const auto* question = std::get_if<Question>(&instruction.what)) {
                path_.push_back({at, false});
                if (makes_a_difference(*question, instruction)) {
                    fork_on(question->id, candidates_for(*question, interests_.answers[question->id]), at);
                    break;
                }
                ++at;
            } else if (const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what)) {
                path_.push_back({at, false});
                if (interests_.answers.contains(check_in->id) || interests_.recalled.contains(check_in->id) ||
                    instruction.repeat_end != nowhere) {
                    Candidates candidates{std::nullopt, AnswerValue(Numb{})};
                    add_numbers(candidates, interests_.answers[check_in->id], limits::lowest_rating,
                                limits::highest_rating, true);
                    fork_on(check_in->id, candidates, at);
                    break;
                }
                ++at;
            } else if (const auto* recall = std::get_if<Recollection>(&instruction.what)) {
                if (!recall->kept.empty() ||
                    !recall->of.empty()) { // whether there is anything is not known yet
                    for (const bool nothing : {false, true}) {
                        path_.push_back({at, nothing});
                        walk(at + 1);
                        path_.pop_back();
                    }
                    break;
                }
                const bool something =
                    std::any_of(recall->answers.begin(), recall->answers.end(),
                                [&](const std::string& id) { return answers_.contains(id); });
                path_.push_back({at, !something});
                ++at;
            } else {
                path_.push_back({at, false});
                ++at;
            }
        }
        if (at >= end_ && walks_ <= most_walks_) {
            ++walks_;
            paths_.insert(path_);
        }
        path_.resize(depth);
    }

    [[nodiscard]] bool makes_a_difference(const Question& question, const Instruction& instruction) const {
        return interests_.answers.contains(question.id) || interests_.recalled.contains(question.id) ||
               instruction.repeat_end != nowhere ||
               std::any_of(question.options.begin(), question.options.end(),
                           [](const ChoiceOption& option) { return option.jump != nowhere; });
    }

    void fork_on(const std::string& id, const Candidates& candidates, std::size_t at) {
        const Instruction& instruction = plan_.instructions[at];
        const auto before = answers_.find(id);
        const std::optional<AnswerValue> kept =
            before == answers_.end() ? std::nullopt : std::optional(before->second);
        for (const auto& candidate : candidates) {
            std::size_t next = at + 1;
            if (candidate) {
                answers_[id] = *candidate;
                if (const auto* question = std::get_if<Question>(&instruction.what)) {
                    next = after(*question, *candidate, next);
                }
            } else {
                answers_.erase(id);
                if (instruction.repeat_end != nowhere) { next = instruction.repeat_end; }
            }
            walk(next);
        }
        if (kept) {
            answers_[id] = *kept;
        } else {
            answers_.erase(id);
        }
    }

    static std::size_t after(const Question& question, const AnswerValue& value, std::size_t next) {
        const auto* chosen = std::get_if<std::string>(&value);
        if (chosen == nullptr) { return next; }
        for (const auto& option : question.options) {
            if (option.id == *chosen && option.jump != nowhere) { return option.jump; }
        }
        return next;
    }

    /// A test on another exercise's answer: tries what it could be. True when it did, and the walk went on
    /// from there.
    bool decide_elsewhere(const Branch& branch, std::size_t at) {
        for (const auto& test : branch.when.tests) {
            const std::pair key{test.of, test.name};
            if (test.on_parameter || test.of.empty() || decided_.contains(key)) { continue; }
            decided_.insert(key);
            walk(at); // not answered there
            Candidates candidates{AnswerValue(true), AnswerValue(false), AnswerValue(std::string("..."))};
            const auto& operands = interests_.elsewhere[key];
            constexpr double widest = 1e6;
            add_numbers(candidates, operands, -widest, widest, false);
            for (const auto& operand : operands) {
                if (const auto* words = std::get_if<std::string>(&operand)) {
                    candidates.emplace_back(*words);
                }
            }
            for (const auto& candidate : candidates) {
                earlier_[key] = *candidate;
                walk(at);
            }
            earlier_.erase(key);
            decided_.erase(key);
            return true;
        }
        return false;
    }

    const Plan& plan_;
    std::size_t most_walks_;
    std::set<Path>& paths_;
    Interests interests_;
    std::size_t end_;
    std::size_t walks_ = 0;
    Answers answers_;
    std::map<std::string, std::size_t> picked_; ///< variants, by pick
    EarlierAnswers earlier_;
    std::set<std::pair<std::string, std::string>> decided_;
    Path path_;
};

struct Walks {
    std::vector<Path> paths;
    bool exact = true;
    std::set<std::size_t> held, failed;                      ///< branches, by instruction
    std::set<std::pair<std::size_t, std::size_t>> not_asked; ///< branch and test
};
inline Walks walk_all(const Plan& plan, std::size_t most_walks = 4096) {
    Walks walks;
    std::set<Path> paths;
    Walker walker(plan, most_walks, paths);
    walks.exact = walker.run();
    walks.paths.assign(paths.begin(), paths.end());
    walks.held = std::move(walker.held);
    walks.failed = std::move(walker.failed);
    walks.not_asked = std::move(walker.not_asked);
    return walks;
}

inline PathTime path_time(const Plan& plan, const Path& path, Stretch stretch) {
    PathTime time;
    for (const auto& passed : path) {
        const Instruction& instruction = plan.instructions[passed.instruction];
        time.guided += guided_time(instruction, passed.nothing_to_show, stretch);
        if (std::holds_alternative<CheckInQuestion>(instruction.what)) { ++time.check_ins; }
        const auto* question = std::get_if<Question>(&instruction.what);
        if (question != nullptr && !question->expect) { ++time.questions; }
    }
    return time;
}

} // namespace kindly::tests
