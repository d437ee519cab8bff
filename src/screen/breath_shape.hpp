// SPDX-License-Identifier: MIT
// Breath that can be followed without reading: where in a round it is, and one shape that grows and shrinks
// with it. Pure functions of the time since the breathing began; knows no clock and no place on the screen.
#pragma once

#include "screen/block.hpp"
#include "session/event.hpp"

#include <string>

namespace kindly::screen {

struct Breath {
    enum class Phase { in, hold, out, rest };
    Phase phase = Phase::in;
    double fullness = 0; ///< 0 empty, 1 full
    int round = 1;       ///< counted from 1
    Milliseconds ends{}; ///< of this phase, counted from the beginning of the breathing
    bool moves = false;  ///< the shape changes in this phase
    bool over = false;   ///< all rounds are done
};

[[nodiscard]] Breath breath_at(const event::BreathingBegan& rhythm, Milliseconds since);
/// When its fullness will have changed by `step`, or the phase ends; like `since`, from the beginning of the
/// breathing.
[[nodiscard]] Milliseconds seen_to_move(const event::BreathingBegan& rhythm, Milliseconds since, double step);
/// The least change of fullness that shows in a disc of so many rows.
[[nodiscard]] double least_step_of_disc(int rows);
[[nodiscard]] std::string phase_word(Breath::Phase phase);

/// A disc, twice as many columns wide as it has rows.
[[nodiscard]] Block disc(double fullness, int rows);
/// The same in one row, for small screens: a bar that grows and shrinks.
[[nodiscard]] Block bar(double fullness, int columns);

} // namespace kindly::screen
