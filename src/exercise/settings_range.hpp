// SPDX-License-Identifier: MIT
// The settings with which an exercise can come out differently: as set, everything at its lowest and at its
// highest, and on both sides of what conditions compare with. For times and for proofs; knows no plan.
#pragma once

#include "exercise/answer.hpp"
#include "exercise/exercise.hpp"
#include "exercise/expand.hpp"

#include <vector>

namespace kindly {

struct SettingsRange {
    SettingsRange(const Exercise& exercise, const FragmentFinder& find_fragment, const Settings& as_set);

    std::vector<Settings> all; ///< as set first, each once
    /// False where there are too many combinations of choices to look at each.
    bool complete = true;
};

} // namespace kindly
