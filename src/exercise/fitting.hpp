// SPDX-License-Identifier: MIT
// "I have 5 minutes": fits an exercise to a budget of guided time, once, before it starts
// (kindly-exercise(5), TIME). Elastic silences and rounds of breathing shrink or stretch by one fraction;
// then extra sections go, last first; never text, check-ins, grounding, closing, or what a therapist set.
// Also the exercise's whole range of times.
#pragma once

#include "exercise/expand.hpp"
#include "exercise/guided_time.hpp"

#include <optional>

namespace kindly {

struct Fitted {
    std::shared_ptr<Plan> plan; ///< null: it does not fit, see `shortest`; or diagnostics
    PathTime shortest;          ///< of the shortest whole version of this exercise
    Diagnostics diagnostics;
};

/// Without a budget: as usual.
[[nodiscard]] Fitted fit(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment,
                         const ExpandRequest& request, std::optional<Milliseconds> budget);

/// The times that an exercise can take. Shortest: shortest path, silences at their shortest, extras dropped,
/// settings at their lowest. Longest: the reverse. Usual: the longest feasible path as set.
struct TimeRange {
    PathTime shortest, usual, longest;
    double paths = 0; ///< distinct ways, as set
    bool exact = true;
    Diagnostics diagnostics;
};
/// A plan that is there already, with its ways (extra sections may be left out).
struct TimedPlan {
    const Plan* plan = nullptr;
    const Ways* ways = nullptr;
};

[[nodiscard]] TimeRange time_range(const std::shared_ptr<const Exercise>& exercise,
                                   const FragmentFinder& find_fragment, const ExpandRequest& request);
/// The same from plans that are there already: as set first, then with other settings. The checker has made
/// them for its proofs (checker/world.hpp), with what people avoid besides, which lists and pages need not.
[[nodiscard]] TimeRange time_range(const std::vector<TimedPlan>& plans);

} // namespace kindly
