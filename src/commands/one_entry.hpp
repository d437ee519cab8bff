// SPDX-License-Identifier: MIT
// The one practice that a command is about, named by its id or the beginning of it.
#pragma once

#include "journal/journal.hpp"

#include <string>

namespace kindly {

/// An empty id: the latest practice. Throws Failure (not_found) where there is none, or several begin so.
[[nodiscard]] Entry the_one(const Journal& journal, const std::string& id);

/// Throws Failure (environment) where the id is that of a practice which is still going on: it cannot be
/// changed yet.
void refuse_going_on(const Journal& journal, const std::string& id);

} // namespace kindly
