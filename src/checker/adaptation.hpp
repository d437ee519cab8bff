// SPDX-License-Identifier: MIT
// A copy of an exercise, to be changed: the author's own layout with another id, and where it comes from.
// Edits the text at the places that change; writes nothing.
#pragma once

#include "exercise/exercise.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kindly {

struct CopyRequest {
    std::string id;
    std::string title;  ///< empty: as it is
    std::string schema; ///< for editors; empty: none
};

/// Version "1.0", with the original under "adapted_from". Its review and its list of changes are left behind:
/// nobody has reviewed the copy, and its versions begin anew.
[[nodiscard]] std::string adapted_copy(const Exercise& original, const CopyRequest& request);

/// What it takes from the library: name and version, each once.
[[nodiscard]] std::vector<std::pair<std::string, int>> fragments_used(const Exercise& exercise);

} // namespace kindly
