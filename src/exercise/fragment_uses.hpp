// SPDX-License-Identifier: MIT
// Fragments, seen from what uses them: which there are, one inside another, and whether each gets what it
// takes from its user: words for its {names}, settings that fit, and no circle. Knows no files, and nothing
// of plans.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/expand.hpp"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

struct FragmentsUsed {
    std::vector<std::shared_ptr<const Fragment>> found; ///< each once, those that others use included
    std::set<std::string> missing;                      ///< ids
    std::set<std::pair<std::string, int>> asked_for;    ///< ids and versions
};

/// Every fragment that a practice of these steps could need, whatever is chosen, picked or avoided in it.
/// Ends for those that use each other, too.
void add_fragments(const Steps& steps, const FragmentFinder& find_fragment, FragmentsUsed& used);
[[nodiscard]] FragmentsUsed fragments_used(const Exercise& exercise, const FragmentFinder& find_fragment);

/// A006 (no words for a {name}), K001 (words for a name that nothing has), A001 and whatever else is said of
/// settings (links_parts.hpp), R006 (fragments that use each other). All are said where the exercise uses the
/// fragment; one that is not found is left to expand().
[[nodiscard]] Diagnostics check_uses(const Exercise& exercise, const FragmentFinder& find_fragment);

} // namespace kindly
