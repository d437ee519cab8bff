// SPDX-License-Identifier: MIT
// What is different between two versions of an exercise, in words, and how much it weighs. Notes, layout and
// "$schema" are no differences. Judges nothing; see versions.hpp.
#pragma once

#include "exercise/exercise.hpp"

#include <string>
#include <vector>

namespace kindly {

/// Which number of "version" a change asks for (kindly-exercise(5), VERSIONS).
enum class VersionNumber {
    none,   ///< said about the exercise: authors, sources, its review
    second, ///< wording, timing, order
    first,  ///< what is recorded, or the rules of safety
};

struct VersionChange {
    std::string words; ///< one line, without a full stop
    VersionNumber asks_for = VersionNumber::second;
};

/// In the order of the newer file; "version" itself is not among them.
[[nodiscard]] std::vector<VersionChange> list_changes(const Exercise& older, const Exercise& newer);

} // namespace kindly
