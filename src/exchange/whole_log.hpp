// SPDX-License-Identifier: MIT
// What the formats of a whole log have in common.
#pragma once

#include "exchange/holding_back.hpp"
#include "journal/streaming.hpp"

#include <cstdint>
#include <functional>

namespace kindly {

class Output;

struct WholeLog {
    /// Kept words too: where the practices are not narrowed down, and the level is `words`.
    bool kept = false;
    /// Told now and then how many practices have been written; may throw, to end it.
    std::function<void(std::int64_t practices)> on_the_way;
};

/// How often on_the_way is called: each time so many practices were written.
inline constexpr std::int64_t practices_between = 512;

} // namespace kindly
