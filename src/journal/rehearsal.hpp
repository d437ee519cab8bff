// SPDX-License-Identifier: MIT
// A change that is only tried where there is no practice log yet: on one in memory, which is gone afterwards.
// Knows nothing of the change.
#pragma once

#include "journal/journal.hpp"

#include <filesystem>

namespace kindly {

/// It can be changed like one that is open for writing; neither `file`, which is not there, nor a folder for
/// it is made.
[[nodiscard]] Journal open_empty_in_memory(const std::filesystem::path& file);

} // namespace kindly
