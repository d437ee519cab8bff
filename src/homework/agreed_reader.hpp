// SPDX-License-Identifier: MIT
// What a client makes of the plan, from a file (homework add --plan): for each exercise a cue, a place, what
// may come in between, what then, and how sure they are. Same machinery and messages as all files.
#pragma once

#include "base/diagnostic.hpp"
#include "homework/begun.hpp"

#include <memory>
#include <vector>

namespace kindly {

struct ReadAgreed {
    std::vector<AgreedItem> items; ///< for each item of the assignment; empty where there are errors
    Diagnostics diagnostics;
};

/// As the assignment has it; what the client may change.
[[nodiscard]] std::vector<AgreedItem> as_set(const Assignment& assignment);
/// What the file names takes the place of what is set, a whole plan at a time.
[[nodiscard]] ReadAgreed read_agreed(std::shared_ptr<const SourceText> source, const Assignment& assignment);

} // namespace kindly
