// SPDX-License-Identifier: MIT
// A change of the practice log that is only tried: on a copy in memory, which is gone afterwards. Knows
// nothing of the change.
#pragma once

#include "journal/journal.hpp"

#include <filesystem>

namespace kindly {

/// The log as it is, or an empty one where there is none. It can be changed like one that is open for
/// writing, and neither its file nor anything beside it is written or made. Throws Failure as
/// open_for_writing does for a log that cannot be used; that it may not be written does not matter.
[[nodiscard]] Journal open_copy_in_memory(const std::filesystem::path& file);

} // namespace kindly
