// SPDX-License-Identifier: MIT
// One quiet line that names the keys that work here, as many as fit; and all of them, for the help. Pure.
#pragma once

#include "screen/block.hpp"
#include "screen/controls.hpp"

#include <vector>

namespace kindly::screen {

[[nodiscard]] ScreenLine keys_line(const Situation& situation, int columns);

/// What each key does, at most `columns` wide.
[[nodiscard]] std::vector<ScreenLine> all_keys(int columns);

} // namespace kindly::screen
