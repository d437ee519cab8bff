// SPDX-License-Identifier: MIT
// What a scene looks like on a screen of some size at some moment. Pure: drawn from the session's clock and
// nothing else, so that a late picture is simply left out. Knows no terminal.
#pragma once

#include "screen/block.hpp"
#include "screen/controls.hpp"
#include "screen/field.hpp"
#include "screen/scene.hpp"

#include <optional>
#include <string>

namespace kindly::screen {

/// Below this there is a kind line instead.
inline constexpr Size smallest_size{12, 40};
[[nodiscard]] bool too_small(Size size);

/// How the person wants to see it, and what else stands there.
struct Look {
    Situation situation;
    const Field* field = nullptr;
    std::optional<bool> countdown; ///< as chosen; unasked it is told, but not in a quiet sit
    bool reduced_motion = false;   ///< no moving shapes; an update a second at most
    bool eases = false;            ///< new text comes in gently
    int scroll = 0;                ///< lines
    int help_scroll = 0;
    std::string support; ///< people to reach
};

[[nodiscard]] bool tells_time(const Scene& scene, const Look& look);

struct Picture {
    Frame frame;
    /// When it will look different if nothing happens; none: it stays as it is.
    std::optional<Milliseconds> next_change;
    int furthest = 0; ///< how far can be scrolled what is scrolled here
    int page = 1;     ///< lines
};

[[nodiscard]] Picture draw(const Scene& scene, const Progress& progress, const Look& look, Size size,
                           Milliseconds now);

} // namespace kindly::screen
