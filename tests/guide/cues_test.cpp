// SPDX-License-Identifier: MIT
#include "guide/cues.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

Lines in_words(const std::vector<Cue>& cues) {
    Lines lines;
    for (const auto& cue : cues) {
        lines.push_back(
            fmt::format("{}s {}{}", cue.at.count() / 1000, cue.text, cue.rings ? " (rings)" : ""));
    }
    return lines;
}

TEST(BreathingCues, say_two_rounds_then_ring) {
    EXPECT_EQ(in_words(breathing_cues({4s, 0s, 6s, 1s, 8, ""})),
              (Lines{"0s In, 4 seconds.", "4s Out, 6 seconds.", "10s Rest, 1 second.", "11s In, 4 seconds.",
                     "15s Out, 6 seconds.", "21s Rest, 1 second.",
                     "22s Go on in this rhythm, in quiet, for 6 more rounds. (rings)", "88s  (rings)"}));
}

TEST(BreathingCues, say_all_when_there_are_few) {
    EXPECT_EQ(in_words(breathing_cues({4s, 2s, 6s, 0s, 1, ""})),
              (Lines{"0s In, 4 seconds.", "4s Hold, 2 seconds.", "6s Out, 6 seconds."}));
    EXPECT_EQ(breathing_cues({4s, 0s, 6s, 0s, 2, ""}).size(), 4U);
}

TEST(SilenceCues, are_sparse) {
    EXPECT_EQ(in_words(silence_cues(45s)), Lines{});
    EXPECT_EQ(in_words(silence_cues(60s)), Lines{"30s 30 seconds left."});
    EXPECT_EQ(in_words(silence_cues(3min)),
              (Lines{"60s 2 minutes left.", "120s 1 minute left.", "150s 30 seconds left."}));
    for (auto length = 1s; length <= 20min; ++length) {
        Milliseconds before{};
        for (const auto& cue : silence_cues(length)) {
            EXPECT_GE(cue.at - before, 30s);
            before = cue.at;
        }
    }
}

TEST(RunningCues, come_once_each_however_late) {
    RunningCues running;
    running.start({{1s, "one"}, {2s, "two"}, {5s, "three"}}, 100s);
    EXPECT_EQ(running.next(), 101s);
    EXPECT_FALSE(running.take_due(100s));
    EXPECT_EQ(running.take_due(103s)->text, "one");
    EXPECT_EQ(running.take_due(103s)->text, "two");
    EXPECT_FALSE(running.take_due(103s));
    EXPECT_EQ(running.next(), 105s);
}

TEST(RunningCues, wait_while_held) {
    RunningCues running;
    running.start({{5s, "one"}}, 0s);
    running.hold(2s);
    EXPECT_FALSE(running.next());
    EXPECT_FALSE(running.take_due(10s));
    running.hold(4s); // twice is once
    running.release(12s);
    EXPECT_EQ(running.next(), 15s);
}

TEST(RunningCues, forget_the_time_left_when_it_changes) {
    RunningCues running;
    running.start(silence_cues(2min), 0s);
    running.stop_time_left();
    EXPECT_FALSE(running.next());
    running.start(breathing_cues({4s, 0s, 6s, 0s, 2, ""}), 0s);
    running.stop_time_left();
    EXPECT_TRUE(running.next());
}

} // namespace
} // namespace kindly
