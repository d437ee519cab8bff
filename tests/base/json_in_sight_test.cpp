// SPDX-License-Identifier: MIT
// JSON that a terminal can be shown, and that programs read the same from.
#include "base/text.hpp"

#include <gtest/gtest.h>

using namespace kindly;

TEST(JsonInSight, WritesWhatATerminalMayObeyByItsNumber) {
    EXPECT_EQ(json_in_sight("\"a\xC2\x9B"
                            "31m\""),
              "\"a\\u009b31m\"");
    EXPECT_EQ(json_in_sight("\"\xE2\x80\xAE turned\xE2\x81\xA6\xEF\xBB\xBF\""),
              "\"\\u202e turned\\u2066\\ufeff\"");
    EXPECT_EQ(json_in_sight("\"\xF3\xA0\x81\x81\""), "\"\\udb40\\udc41\"") << "beyond the first plane";
}

TEST(JsonInSight, LeavesEverythingElseAsItIs) {
    const std::string all = "{\n  \"t\u00EFtle\": \"\u65E5\u672C \u00E9 \U0001F331 a\u200Db \\n\"\n}";
    EXPECT_EQ(json_in_sight(all), all);
    EXPECT_EQ(json_in_sight(""), "");
}
