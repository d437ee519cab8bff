// SPDX-License-Identifier: MIT
// Two versions of one exercise (`kindly check --against OLD NEW`): whether answers can still be compared
// (V001, V002), whether the version was raised as it should be (V003), and what changed, in words. Prints
// nothing; the diagnostics are about the newer file.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"

#include <string>
#include <vector>

namespace kindly {

struct VersionComparison {
    Diagnostics diagnostics;
    std::vector<std::string> changes; ///< one line each, without a full stop
    /// Which number of "version" to raise, or that it is right as it is: one sentence, with its full stop.
    std::string version_advice;
};

/// Two exercises with different ids are two exercises: their differences are listed, and that is all.
[[nodiscard]] VersionComparison compare_versions(const Exercise& older, const Exercise& newer);

} // namespace kindly
