// SPDX-License-Identifier: MIT
#include "screen/breath_shape.hpp"

#include "base/text.hpp"
#include "screen/easing.hpp"
#include "screen/layout.hpp"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::screen {
namespace {

using std::chrono::seconds;
using Phase = Breath::Phase;

event::BreathingBegan rhythm(int in, int hold, int out, int rest, int rounds) {
    return {seconds(in), seconds(hold), seconds(out), seconds(rest), rounds, ""};
}

TEST(Breath, GoesThroughItsPhasesAndRounds) {
    const auto four = rhythm(4, 2, 6, 1, 2);
    EXPECT_EQ(breath_at(four, seconds(0)).phase, Phase::in);
    EXPECT_EQ(breath_at(four, seconds(4)).phase, Phase::hold);
    EXPECT_EQ(breath_at(four, seconds(6)).phase, Phase::out);
    EXPECT_EQ(breath_at(four, seconds(12)).phase, Phase::rest);
    EXPECT_EQ(breath_at(four, seconds(12)).ends, Milliseconds(seconds(13)));
    EXPECT_EQ(breath_at(four, seconds(13)).round, 2);
    EXPECT_FALSE(breath_at(four, seconds(25)).over);
    EXPECT_TRUE(breath_at(four, seconds(26)).over);
    EXPECT_EQ(breath_at(rhythm(4, 0, 6, 0, 1), seconds(4)).phase, Phase::out)
        << "what takes no time is not there";
}

RC_GTEST_PROP(Breath, NeverJumps, ()) {
    const auto some = rhythm(*rc::gen::inRange(1, 12), *rc::gen::inRange(0, 5), *rc::gen::inRange(1, 12),
                             *rc::gen::inRange(0, 5), *rc::gen::inRange(1, 4));
    const Milliseconds whole = (some.in + some.hold + some.out + some.rest) * some.rounds;
    const Milliseconds at(*rc::gen::inRange<long long>(0, whole.count()));
    const Milliseconds next = at + between_pictures;
    const Breath now = breath_at(some, at);
    RC_ASSERT(now.fullness >= 0 && now.fullness <= 1);
    RC_ASSERT(now.ends > at);
    const double step = breath_at(some, next).fullness - now.fullness;
    RC_ASSERT(step < 0.16 && step > -0.16); // pi / 2 of a tenth, in a phase of one second
}

RC_GTEST_PROP(Breath, IsNotSeenToMoveBeforeItIsSaidTo, ()) {
    const auto some = rhythm(*rc::gen::inRange(1, 12), *rc::gen::inRange(0, 5), *rc::gen::inRange(1, 12),
                             *rc::gen::inRange(0, 5), *rc::gen::inRange(1, 4));
    const Milliseconds whole = (some.in + some.hold + some.out + some.rest) * some.rounds;
    const Milliseconds at(*rc::gen::inRange<long long>(0, whole.count()));
    const double step = least_step_of_disc(*rc::gen::inRange(7, 14));
    const Breath now = breath_at(some, at);
    const Milliseconds next = seen_to_move(some, at, step);
    RC_ASSERT(next > at && next <= now.ends);
    const double fullness = now.fullness;
    // A millisecond is the grain of it.
    const auto moved = [&](Milliseconds moment) {
        return std::abs(breath_at(some, moment).fullness - fullness);
    };
    RC_ASSERT(moved(next - Milliseconds(1)) < step + 1e-9);
    if (now.moves && next < now.ends) { RC_ASSERT(moved(next) >= step - 1e-9); }
}

TEST(Breath, TheDiscGrowsSmoothlyAndKeepsItsPlace) {
    std::size_t dots_before = 0;
    for (int percent = 0; percent <= 100; percent += 4) {
        const Block block = disc(percent / 100.0, 11);
        ASSERT_EQ(block.lines.size(), 11U);
        std::size_t dots = 0;
        for (const auto& line : block.lines) {
            ASSERT_EQ(width(line), 22);
            for (const char byte : line.front().text) {
                dots += static_cast<unsigned char>(byte) >= 0x80 ? 1 : 0;
            }
        }
        EXPECT_GE(dots, dots_before);
        dots_before = dots;
    }
    EXPECT_GT(width(bar(0, 30)), 0) << "an empty breath can still be seen";
    EXPECT_EQ(width(bar(1, 30)), 30);
}

} // namespace
} // namespace kindly::screen
