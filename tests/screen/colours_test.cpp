// SPDX-License-Identifier: MIT
#include "screen/colours.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace kindly::screen {

namespace {

constexpr Tone tones[] = {Tone::normal, Tone::quiet, Tone::strong, Tone::accent};
constexpr Theme themes[] = {Theme::automatic, Theme::light, Theme::dark, Theme::plain};
constexpr double black = 0;
constexpr double white = 1;

/// WCAG's relative luminance of a colour of the palette.
double luminance(int number) {
    const int rgb = direct_colour(number);
    const auto part = [](int value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8 & 255) + 0.0722 * part(rgb & 255);
}

double contrast(int number, double background) {
    const double one = luminance(number) + 0.05;
    const double other = background + 0.05;
    return std::max(one, other) / std::min(one, other);
}

TEST(ColoursTest, WhatIsReadIsInTheTerminalsOwnForeground) {
    for (const Theme theme : themes) {
        for (const int colours : {0, 8, 16, 88, 256, 1 << 24}) {
            for (const Tone tone : {Tone::normal, Tone::strong}) {
                EXPECT_EQ(look_of(tone, 1, theme, colours).colour, Look::own);
            }
        }
    }
}

TEST(ColoursTest, QuietAndAccentCanBeReadOnTheirBackground) {
    for (const Tone tone : {Tone::quiet, Tone::accent}) {
        for (const Theme theme : {Theme::automatic, Theme::light}) {
            EXPECT_GE(contrast(look_of(tone, 1, theme, 256).colour, white), 4.3);
        }
        for (const Theme theme : {Theme::automatic, Theme::dark}) {
            EXPECT_GE(contrast(look_of(tone, 1, theme, 256).colour, black), 4.5);
        }
    }
    EXPECT_GE(contrast(look_of(Tone::quiet, 1, Theme::automatic, 256).colour, white), 4.5);
}

TEST(ColoursTest, PlainAndMonochromeAreBoldAndNormal) {
    for (const Tone tone : tones) {
        for (const double presence : {0.1, 0.5, 1.0}) {
            const Look expected{Look::own, tone == Tone::strong, true};
            EXPECT_EQ(look_of(tone, presence, Theme::plain, 256), expected);
            for (const Theme theme : themes) { EXPECT_EQ(look_of(tone, presence, theme, 0), expected); }
        }
    }
}

TEST(ColoursTest, FewColoursNeverHideWords) {
    for (const Theme theme : themes) {
        for (const double presence : {0.1, 1.0}) {
            EXPECT_EQ(look_of(Tone::normal, presence, theme, 8).colour, Look::own);
            EXPECT_EQ(look_of(Tone::quiet, presence, theme, 16).colour, Look::own);
        }
    }
}

TEST(ColoursTest, EasingComesOutOfTheBackgroundAndNeverTurnsBack) {
    for (const Tone tone : tones) {
        double before_light = 1;
        double before_dark = 1;
        for (double presence = 0.01; presence < 1; presence += 0.01) {
            const double light = contrast(look_of(tone, presence, Theme::light, 256).colour, white);
            const double dark = contrast(look_of(tone, presence, Theme::dark, 256).colour, black);
            EXPECT_GE(light, before_light);
            EXPECT_GE(dark, before_dark);
            before_light = light;
            before_dark = dark;
        }
        EXPECT_GT(before_light, 4);
        EXPECT_GT(before_dark, 4);
    }
}

TEST(ColoursTest, WhatIsNotThereYetIsNotSeen) {
    for (const Tone tone : tones) {
        EXPECT_FALSE(look_of(tone, 0, Theme::dark, 256).seen);
        EXPECT_FALSE(look_of(tone, 0, Theme::plain, 0).seen);
        EXPECT_TRUE(look_of(tone, 0.01, Theme::plain, 0).seen);
    }
}

TEST(ColoursTest, DirectColoursAreTheSame) {
    EXPECT_EQ(direct_colour(243), 0x767676);
    EXPECT_EQ(direct_colour(30), 0x008787);
    EXPECT_EQ(direct_colour(24), 0x005f87);
    EXPECT_EQ(direct_colour(4), 4);
}

} // namespace

} // namespace kindly::screen
