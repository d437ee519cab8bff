// SPDX-License-Identifier: MIT
// Lines that belong together, before anybody knows where on the screen they will stand; and the picture that
// is made of them. Plain values; every text in them has been made harmless already.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kindly::screen {

/// Never tells anything by itself: with a theme without colours all of them look alike, or nearly so.
enum class Tone {
    normal, ///< the terminal's own foreground; all that is to be read
    quiet,  ///< the line of keys, a countdown, what is not needed just now
    strong, ///< where the choice stands, a title
    accent, ///< the shape of the breath, the part of the line that lies behind
};

struct TonedText {
    std::string text; ///< no newline, no tab
    Tone tone = Tone::normal;
    bool operator==(const TonedText&) const = default;
};

/// One row, from left to right.
using ScreenLine = std::vector<TonedText>;

/// Counted from 0.
struct Place {
    int row = 0;
    int column = 0;
    bool operator==(const Place&) const = default;
};

struct Size {
    int rows = 0;
    int columns = 0;
    bool operator==(const Size&) const = default;
};

struct Block {
    std::vector<ScreenLine> lines;
    std::optional<Place> focus; ///< where the person is at: the cursor is parked there
    bool cursor_shown = false;  ///< it is where something is typed
};

/// One screenful.
struct Frame {
    struct Piece {
        Place at;
        TonedText span;
        double presence = 1; ///< 0 to 1: how far the text has eased in
        bool operator==(const Piece&) const = default;
    };
    std::vector<Piece> pieces; ///< they do not overlap
    Place cursor;
    bool cursor_shown = false;
    bool operator==(const Frame&) const = default;
};

} // namespace kindly::screen
