// SPDX-License-Identifier: MIT
#include "person/support_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

TEST(SupportList, IsTheSameForEverybodyWhoNamedNoCountry) {
    const auto lines = support_lines("");
    EXPECT_EQ(lines.front().code, std::string("AU")); // by name
    EXPECT_EQ(lines.back().name, std::string("findahelpline.com"));
    EXPECT_EQ(support_lines("Atlantis").size(), lines.size());
    EXPECT_EQ(support_lines("Atlantis").front().code, std::string("AU"));
}

TEST(SupportList, PutsTheNamedCountryFirstAndKeepsTheOthers) {
    for (const char* written : {"gb", "UK", " United Kingdom "}) {
        const auto lines = support_lines(written);
        EXPECT_EQ(lines.front().code, std::string("GB")) << written;
        EXPECT_EQ(lines.size(), support_lines("").size());
    }
}

TEST(SupportList, KnowsACountryByItsOwnNamesInAnyLetters) {
    for (const auto& [written, code] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Deutschland", "DE"},
                                                                    {"\xC3\xB6sterreich", "AT"},
                                                                    {"\xC3\x96STERREICH", "AT"},
                                                                    {"Schweiz", "CH"},
                                                                    {"suisse", "CH"},
                                                                    {"Espa\xC3\xB1"
                                                                     "a",
                                                                     "ES"},
                                                                    {"USA", "US"}}) {
        ASSERT_EQ(support_lines_of(written), 1U) << written;
        EXPECT_EQ(support_lines(written).front().code, std::string(code)) << written;
    }
}

TEST(SupportList, SaysHowManyLinesAreOfACountryAndWhatEachOffers) {
    EXPECT_EQ(support_lines_of("de"), 1U);
    EXPECT_EQ(support_lines_of("Atlantis"), 0U);
    EXPECT_EQ(support_lines_of(""), 0U);
    int in_germany = 0;
    int elsewhere = 0;
    for (const SupportLine& line : support_lines("")) {
        EXPECT_STRNE(line.offers, "") << line.name;
        EXPECT_STRNE(line.how, "") << line.name;
        in_germany += belongs_beside(line, "Germany") ? 1 : 0;
        elsewhere += belongs_beside(line, "us") ? 1 : 0;
    }
    EXPECT_EQ(in_germany, 2);
    EXPECT_EQ(elsewhere, 1); // 112 is no number there
}

TEST(SupportList, IsOldAfter180Days) {
    EXPECT_FALSE(support_list_is_old(*read_moment("2026-11-22T08:00Z")));
    EXPECT_FALSE(support_list_is_old(*read_moment("2027-04-29T23:59:00Z")));
    EXPECT_TRUE(support_list_is_old(*read_moment("2027-05-01T00:00:00Z")));
    EXPECT_EQ(support_listed(), "2026-11");
}

} // namespace
} // namespace kindly
