// SPDX-License-Identifier: MIT
// The beginning of an exercise: a small one that is right in every respect, with notes for its author. Writes
// nothing.
#pragma once

#include <string>

namespace kindly {

/// `schema`: for editors; empty for none.
[[nodiscard]] std::string exercise_draft(const std::string& id, const std::string& title,
                                         const std::string& schema);

} // namespace kindly
