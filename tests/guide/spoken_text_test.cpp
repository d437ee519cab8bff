// SPDX-License-Identifier: MIT
#include "guide/spoken_text.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SpokenText, is_one_line) {
    EXPECT_THAT(spoken_parts("Arrive\n\nYou might sit,\nor stand.  Slowly.\n", 200),
                ElementsAre("Arrive. You might sit, or stand. Slowly."));
    EXPECT_THAT(spoken_parts(" \n\t ", 200), IsEmpty());
    EXPECT_THAT(spoken_parts("...", 200), IsEmpty());
}

TEST(SpokenText, holds_nothing_that_programs_take_for_commands) {
    EXPECT_THAT(spoken_parts("a [[rate 500]] b <speak>c</speak> \\rst\\ *d*", 200),
                ElementsAre("a rate 500 b speak c /speak rst d"));
    EXPECT_THAT(spoken_parts("!-!SET SELF RATE 100", 200), ElementsAre("SET SELF RATE 100"));
    EXPECT_THAT(spoken_parts(".\nQUIT", 200), ElementsAre("QUIT"));
    EXPECT_THAT(spoken_parts("\x1b[31mred\x1b[0m \xe2\x80\xaeturned\xe2\x80\xac", 200),
                ElementsAre("31mred 0m turned"));
}

TEST(SpokenText, is_cut_where_a_voice_would_rest) {
    EXPECT_THAT(spoken_parts("One is here. Two is here, too. Three.", 20),
                ElementsAre("One is here.", "Two is here, too.", "Three."));
    EXPECT_THAT(spoken_parts("one, two three four five", 12), ElementsAre("one,", "two three", "four five"));
    EXPECT_THAT(spoken_parts("aaaaaaaaaa", 4), ElementsAre("aaaa", "aaaa", "aa"));
    EXPECT_THAT(spoken_parts("\xc3\xa4\xc3\xa4\xc3\xa4", 3), ElementsAre("\xc3\xa4", "\xc3\xa4", "\xc3\xa4"))
        << "never inside a character";
}

RC_GTEST_PROP(SpokenText, is_always_short_valid_and_plain, (const std::string& any)) {
    for (const auto& part : spoken_parts(any, 16)) {
        RC_ASSERT(!part.empty());
        RC_ASSERT(part.size() <= 16U);
        RC_ASSERT(!first_invalid_utf8(part).has_value());
        RC_ASSERT(part.find_first_of("[]<>\\\n\x1b") == std::string::npos);
        RC_ASSERT(std::string("!.-/ ").find(part.front()) == std::string::npos);
    }
}

} // namespace
} // namespace kindly
