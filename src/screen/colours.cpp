// SPDX-License-Identifier: MIT
#include "screen/colours.hpp"

#include <algorithm>
#include <cmath>

namespace kindly::screen {

namespace {

// Numbers of xterm's palette of 256. 232 to 255 are greys, dark to light; the contrast that is named is the
// one of WCAG, against pure black or white.
struct Shades {
    int faint; ///< where easing in begins, next to the background
    int clear; ///< where it ends, next to the foreground
    int quiet;
    int accent;
};

// 243 (#767676) is the one grey that has 4.5 against black and white alike. Text eases in over it alone: with
// the background unknown, a ramp in either direction would fade before it comes.
constexpr Shades either{243, 243, 243, 30}; // 30: a blue-green with 4.3 and 4.8
constexpr Shades on_light{252, 237, 241, 24};
constexpr Shades on_dark{235, 251, 247, 73};

const Shades& shades(Theme theme) {
    switch (theme) {
    case Theme::light: return on_light;
    case Theme::dark: return on_dark;
    default: return either;
    }
}

/// With eight colours or sixteen, everybody has painted them differently. Blue on light and cyan on dark are
/// safe; where the background is unknown, and for what is to be read, none is.
int accent_of_few(Theme theme) {
    constexpr int blue = 4;
    constexpr int cyan = 6;
    switch (theme) {
    case Theme::light: return blue;
    case Theme::dark: return cyan;
    default: return Look::own;
    }
}

int between(int from, int to, double how_far) {
    return static_cast<int>(std::lround(from + (to - from) * how_far));
}

} // namespace

Look look_of(Tone tone, double presence, Theme theme, int colours) {
    Look look;
    look.bold = tone == Tone::strong;
    look.seen = presence > 0;
    if (!look.seen || theme == Theme::plain || colours <= 0) { return look; }
    if (colours < enough_to_ease) {
        constexpr int fewest = 8;
        if (tone == Tone::accent && colours >= fewest) { look.colour = accent_of_few(theme); }
        return look;
    }
    const Shades& shade = shades(theme);
    if (presence < 1) {
        look.colour = between(shade.faint, tone == Tone::quiet ? shade.quiet : shade.clear, presence);
    } else if (tone == Tone::quiet) {
        look.colour = shade.quiet;
    } else if (tone == Tone::accent) {
        look.colour = shade.accent;
    }
    return look;
}

int direct_colour(int number) {
    constexpr int first_of_cube = 16;
    constexpr int first_grey = 232;
    const auto rgb = [](int red, int green, int blue) { return red << 16 | green << 8 | blue; };
    if (number < first_of_cube) { return number; } // such terminals keep the first few as they are
    if (number >= first_grey) {
        const int level = 8 + 10 * (number - first_grey);
        return rgb(level, level, level);
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + 40 * step; };
    const int place = number - first_of_cube;
    return rgb(level(place / 36), level(place / 6 % 6), level(place % 6));
}

} // namespace kindly::screen
