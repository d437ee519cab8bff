// SPDX-License-Identifier: MIT
// Whether the parts of one file fit together: sections and jumps, names of answers and settings, what
// grounding and closing need, {names} in texts (R001, R002, R007, R008, S001, S004, S005, A001, A003 to A006,
// L003). Looks at steps as written; fragments are not opened here (see expand.hpp).
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"
#include "exercise/findings.hpp"

namespace kindly {

/// `doubts`: names that broken parts may have declared, about which nothing is said.
[[nodiscard]] Diagnostics check_links(const Exercise& exercise, const Doubts& doubts = {});

/// A fragment's texts and its own answers. What it is used for is not known here.
[[nodiscard]] Diagnostics check_links(const Fragment& fragment, const Doubts& doubts = {});

} // namespace kindly
