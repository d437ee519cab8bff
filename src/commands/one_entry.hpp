// SPDX-License-Identifier: MIT
// The one practice that a command is about, named by its id or the beginning of it.
#pragma once

#include "journal/journal.hpp"

#include <string>

namespace kindly {

/// Throws Failure (not_found) where there is none.
[[nodiscard]] Entry latest_entry(const Journal& journal);

/// Throws Failure: usage for an empty id, not_found where there is none, or several begin so.
[[nodiscard]] Entry the_one(const Journal& journal, const std::string& id);

/// Throws Failure: environment where the id is that of a practice which is still going on, and cannot be
/// changed yet; usage for an empty id.
void refuse_going_on(const Journal& journal, const std::string& id);

} // namespace kindly
