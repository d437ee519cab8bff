// SPDX-License-Identifier: MIT
// No test here sleeps: deadlines are in the past, now, or never come because something else does.
#include "guide/waiter.hpp"

#include "support.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
using testing::Pipe;

constexpr int nothing = -1;

struct WaiterTest : ::testing::TestWithParam<Waiter::Timer> {
    Milliseconds asleep{};
    Waiter waiter{[this] { return asleep; }, GetParam()};
    Pipe input;
};

TEST_P(WaiterTest, wakes_at_a_moment_that_has_come) {
    const auto woken = waiter.wait(input.read_end(), nothing, monotonic_now());
    EXPECT_TRUE(woken.deadline);
    EXPECT_FALSE(woken.input || woken.late || woken.slept);
}

TEST_P(WaiterTest, wakes_at_a_moment_to_come_and_never_before) {
    const auto deadline = monotonic_now() + 15ms;
    EXPECT_TRUE(waiter.wait(input.read_end(), nothing, deadline).deadline);
    EXPECT_GE(monotonic_now(), deadline);
}

TEST_P(WaiterTest, wakes_for_input_before_the_moment) {
    input.type("a");
    const auto woken = waiter.wait(input.read_end(), nothing, monotonic_now() + 1h);
    EXPECT_TRUE(woken.input);
    EXPECT_FALSE(woken.deadline);
}

TEST_P(WaiterTest, wakes_for_the_end_of_input) {
    input.close();
    EXPECT_TRUE(waiter.wait(input.read_end(), nothing, std::nullopt).input);
}

TEST_P(WaiterTest, wakes_for_signals) {
    input.type("a");
    EXPECT_TRUE(waiter.wait(nothing, input.read_end(), std::nullopt).signal);
}

TEST_P(WaiterTest, wakes_when_something_can_be_written) {
    int ends[2] = {-1, -1};
    ASSERT_EQ(::pipe2(ends, O_NONBLOCK), 0);
    const auto woken = waiter.wait(input.read_end(), nothing, std::nullopt, ends[1]);
    EXPECT_TRUE(woken.output);
    EXPECT_FALSE(woken.input || woken.signal || woken.deadline);
    EXPECT_TRUE(waiter.wait(input.read_end(), nothing, monotonic_now() + 1h, ends[1]).output);
    while (::write(ends[1], "full", 4) > 0) {}
    input.type("a");
    const auto other = waiter.wait(input.read_end(), nothing, monotonic_now() + 1h, ends[1]);
    EXPECT_TRUE(other.input);
    EXPECT_FALSE(other.output) << "nobody has read anything there";
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_P(WaiterTest, says_that_it_is_late) {
    const auto woken = waiter.wait(input.read_end(), nothing, monotonic_now() - Waiter::tolerance - 100ms);
    EXPECT_TRUE(woken.late);
    EXPECT_FALSE(woken.deadline);
}

TEST_P(WaiterTest, does_not_mind_being_a_little_late) {
    EXPECT_TRUE(waiter.wait(input.read_end(), nothing, monotonic_now() - 1s).deadline);
}

TEST_P(WaiterTest, notices_sleep_once) {
    asleep += Waiter::tolerance + 1ms;
    const auto now = monotonic_now();
    const auto woken = waiter.wait(input.read_end(), nothing, now);
    EXPECT_TRUE(woken.slept);
    EXPECT_FALSE(woken.deadline);
    EXPECT_TRUE(waiter.wait(input.read_end(), nothing, now).deadline);
}

TEST_P(WaiterTest, does_not_mind_a_nap) {
    asleep += Waiter::tolerance;
    EXPECT_TRUE(waiter.wait(input.read_end(), nothing, monotonic_now()).deadline);
}

TEST_P(WaiterTest, does_not_mind_sleep_while_no_time_runs) {
    input.type("a");
    asleep += 1h;
    EXPECT_FALSE(waiter.wait(input.read_end(), nothing, std::nullopt).slept);
    EXPECT_TRUE(waiter.wait(nothing, nothing, monotonic_now()).deadline);
}

INSTANTIATE_TEST_SUITE_P(Timers, WaiterTest, ::testing::Values(Waiter::Timer::best, Waiter::Timer::steps));

} // namespace
} // namespace kindly
