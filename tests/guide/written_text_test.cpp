// SPDX-License-Identifier: MIT
#include "guide/written_text.hpp"

#include "base/text.hpp"
#include "base/words_taken_in.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

TEST(WrittenText, grows_line_by_line) {
    WrittenText text;
    text.begin("letter");
    EXPECT_FALSE(text.any());
    EXPECT_TRUE(text.add("Dear friend,", 0));
    EXPECT_TRUE(text.add("", 0));
    EXPECT_TRUE(text.add("rest.", 0));
    EXPECT_EQ(text.all(), "Dear friend,\n\nrest.");
    EXPECT_TRUE(text.take_back());
    EXPECT_EQ(text.all(), "Dear friend,\n");
}

TEST(WrittenText, is_still_there_after_something_else) {
    WrittenText text;
    text.begin("letter");
    EXPECT_TRUE(text.add("one", 0));
    text.begin("other");
    EXPECT_FALSE(text.any());
    text.begin("letter");
    EXPECT_EQ(text.all(), "one");
    text.finish("letter");
    EXPECT_FALSE(text.any());
}

TEST(WrittenText, takes_no_line_that_makes_it_too_long) {
    WrittenText text;
    text.begin("letter");
    EXPECT_TRUE(text.add("größe", 10));
    EXPECT_FALSE(text.add("größe", 10)); // 11 with the line end between
    EXPECT_TRUE(text.add("vier", 10));
    EXPECT_EQ(text.all(), "größe\nvier");
}

TEST(WrittenText, goes_on_from_a_draft) {
    WrittenText text;
    text.begin("letter");
    text.restore("letter", "one\n\ntwo");
    EXPECT_TRUE(text.take_back());
    EXPECT_EQ(text.all(), "one\n");
    text.restore("letter", "");
    EXPECT_FALSE(text.any());
    EXPECT_FALSE(text.take_back());
}

TEST(WrittenText, knows_when_there_are_no_words) {
    WrittenText text;
    text.begin("letter");
    EXPECT_TRUE(text.blank());
    EXPECT_TRUE(text.add("  ", 0));
    EXPECT_TRUE(text.blank());
    EXPECT_TRUE(text.add("a", 0));
    EXPECT_FALSE(text.blank());
}

TEST(WordsTakenIn, lose_control_characters_and_nothing_else) {
    EXPECT_EQ(words_taken_in("a\x1b[2Jb\x7f\rc\td\n\xC2\x9B é\xE2\x80\x8D"), "a[2Jbc\td\n é\xE2\x80\x8D");
    EXPECT_EQ(words_taken_in(std::string_view("\0a", 2)), "a");
    EXPECT_EQ(words_taken_in("a\xC2"), "a\xEF\xBF\xBD");
    EXPECT_EQ(words_taken_in("\xFF\xFE"
                             "b"),
              "\xEF\xBF\xBD\xEF\xBF\xBD"
              "b");
}

RC_GTEST_PROP(WordsTakenIn, are_valid_and_stay_as_they_are, (const std::string& bytes)) {
    const std::string words = words_taken_in(bytes);
    RC_ASSERT(!first_invalid_utf8(words));
    RC_ASSERT(words_taken_in(words) == words);
}

} // namespace
} // namespace kindly
