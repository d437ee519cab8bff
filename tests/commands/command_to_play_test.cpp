// SPDX-License-Identifier: MIT
// The command that plays a practice again has everything in it that made it that practice.
#include "commands/check_play.hpp"
#include "commands/play_people.hpp"

#include <gtest/gtest.h>

namespace kindly {
namespace {

TEST(CommandToPlay, NamesWhoPlaysAndWhat) {
    PlayOptions options;
    options.practices = 300;
    EXPECT_EQ(command_to_play(options, 7, "my own.json"), "kindly check --play 1 --seed 7 'my own.json'");
    options.persona = "numb";
    options.without = {"touch", "breath"};
    options.minutes = 3;
    options.answers = {"words=skip", "now=it's 3"};
    EXPECT_EQ(command_to_play(options, 8, "mine.json"),
              "kindly check --play 1 --seed 8 --persona numb --without touch,breath --minutes 3 "
              "--answer words=skip --answer 'now=it'\\''s 3' mine.json");
}

TEST(CommandToPlay, ATranscriptIsAskedForAgain) {
    PlayOptions options;
    options.transcript = true;
    EXPECT_EQ(command_to_play(options, 1, "-x.json"),
              "kindly check --transcript --seed 1 --persona calm ./-x.json");
}

} // namespace
} // namespace kindly
