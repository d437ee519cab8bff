// SPDX-License-Identifier: MIT
// The parts of check_links (links.hpp), one source file each; and walking the steps and finding the settings
// of an exercise, for whoever looks through one. Knows no plan and no library.
#pragma once

#include "exercise/exercise.hpp"
#include "exercise/findings.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// What the checks look at: a whole exercise, or the steps of a fragment.
struct LinkedParts {
    const Written* root = nullptr;
    /// In the order in which they run: main sections, closing, grounding. A fragment's steps are one nameless
    /// section.
    std::vector<const Steps*> in_order;
    /// Null for a fragment: it takes its {names} and settings from whoever uses it.
    const Exercise* exercise = nullptr;
};

/// Sections that stand in the wrong order: all that follows from one of them has one cause.
class WrongOrder {
public:
    /// The name of what is wrong between these two: what is already known to be wrong with either.
    [[nodiscard]] std::string cause(const Steps* one, const Steps* other) {
        const auto known = causes_.contains(one) ? causes_.find(one) : causes_.find(other);
        const std::string name =
            known == causes_.end() ? "order " + std::to_string(causes_.size()) : known->second;
        causes_.emplace(one, name);
        causes_.emplace(other, name);
        return name;
    }

private:
    std::map<const Steps*, std::string> causes_;
};

/// Sections and jumps (R001, R002, R007), what grounding and closing need (S001, S004, S005).
void check_flow(const Exercise& exercise, const Doubts& doubts, WrongOrder& order, Findings& findings);

/// Conditions and recalls (A001, A003, A004, A005).
void check_answers(const LinkedParts& parts, const Doubts& doubts, WrongOrder& order, Findings& findings);

/// Numbers and durations that are settings, and how often steps are repeated (A001, R008, T001, T004, K006).
void check_settings(const LinkedParts& parts, const Doubts& doubts, Findings& findings);

/// {names} (A006) and characters that cannot be seen (L003).
void check_texts(const LinkedParts& parts, const Doubts& doubts, Findings& findings);

/// Whether settings stand as {names} in the text of this key.
[[nodiscard]] bool is_filled_in(std::string_view key);

/// Calls `visit` for every step, those inside others included, in the order in which they stand.
template <class Visit>
void each_step(const Steps& steps, const Visit& visit) {
    for (const auto& step : steps) {
        visit(step);
        if (step.instead) { each_step(*step.instead, visit); }
        if (const auto* branch = std::get_if<If>(&step.what)) {
            each_step(branch->then, visit);
            each_step(branch->otherwise, visit);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            each_step(repeat->steps, visit);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            for (const auto& variant : pick->from) { each_step(variant, visit); }
        }
    }
}

[[nodiscard]] inline const Parameter* find_parameter(const Exercise& exercise, std::string_view name) {
    for (const auto& parameter : exercise.parameters) {
        if (parameter.name == name) { return &parameter; }
    }
    return nullptr;
}

/// Where a setting's name stands.
[[nodiscard]] inline Span place_of_name(const Exercise& exercise, const Parameter& parameter) {
    const Written* all = exercise.document->root.find("parameters");
    return all == nullptr ? parameter.written->span : all->member(parameter.name)->key_span;
}

/// A001, with the nearest that there is.
void say_unknown_setting(const Exercise& exercise, const std::string& name, Span where, Findings& findings,
                         Findings::More more = {});

} // namespace kindly
