// SPDX-License-Identifier: MIT
// What one practice is made of: the settings asked for, the plan with the fragments that it used, the texts
// that the log keeps of them. Asks nobody and records nothing.
#pragma once

#include "commands/practice_run.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/fitting.hpp"
#include "journal/record.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

class Context;

/// The fragments that a plan used, by the id and version asked for.
using UsedFragments = std::map<std::pair<std::string, int>, std::shared_ptr<const Fragment>>;

struct PreparedPlan {
    Fitted fitted;
    UsedFragments used;
};

/// Defaults, the person's own, then this run's. Throws Failure.
[[nodiscard]] Settings settings_asked_for(Context& context, const Exercise& exercise,
                                          const PracticeRequest& request);

/// Throws Failure where the exercise or a fragment has errors; a plan that does not fit is null.
[[nodiscard]] PreparedPlan prepare_plan(Context& context, const OpenedExercise& opened,
                                        const ExpandRequest& wanted, std::optional<Milliseconds> budget);

/// The exercise as it was written first; then its translation, and its fragments, each with its translation.
[[nodiscard]] std::vector<TextToKeep> texts_of(const Exercise& exercise, const UsedFragments& used);

/// What other exercises' answers the plan looks at.
[[nodiscard]] std::set<std::string> exercises_looked_at(const Plan& plan);

} // namespace kindly
