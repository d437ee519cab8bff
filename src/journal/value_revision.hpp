// SPDX-License-Identifier: MIT
// Which revision of its practice an answer was last changed in: it decides whose answer holds where a
// practice was changed on two machines. Knows nothing of the answers.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <string>

namespace kindly {

/// Inside Store::write(), where a practice gets its next revision: its answers stay of `revision`, the one
/// before. Those that change now are of the new one, and are to say so afterwards (value_revision NULL).
/// Otherwise an account in which something else was changed would bring words back that were deleted
/// elsewhere.
void keep_value_revisions(Journal::Store& store, const std::string& id, std::int64_t revision);

} // namespace kindly
