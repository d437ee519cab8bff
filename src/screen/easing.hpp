// SPDX-License-Identifier: MIT
// How things change on the screen: how far new text has eased in, and when the next picture is due. Pure
// functions of time; knows nothing of what is drawn.
#pragma once

#include "base/duration.hpp"

namespace kindly::screen {

/// At most ten pictures a second, and one with which a phase of a breath ends: in a breath of four seconds,
/// the edge of the shape moves by less than one dot of Braille from one to the next.
inline constexpr Milliseconds between_pictures{100};
/// New text takes this long to ease in.
inline constexpr Milliseconds easing_time{600}; // six pictures

/// 0 to 1, in as many steps as there are pictures.
[[nodiscard]] double presence(Milliseconds since_shown);

/// From 0 to 1 and slow at both ends, as breath is. `along`: 0 to 1.
[[nodiscard]] double swell(double along);

/// The next moment at which a moving picture is drawn.
[[nodiscard]] Milliseconds next_picture(Milliseconds now);
/// The next moment at which a countdown to `ends` shows another second.
[[nodiscard]] Milliseconds next_second(Milliseconds ends, Milliseconds now);
/// What such a countdown shows: whole seconds, the last one is 1.
[[nodiscard]] long long seconds_left(Milliseconds ends, Milliseconds now);

} // namespace kindly::screen
