// SPDX-License-Identifier: MIT
// Words are found as a person means them, and the places are whole characters of the text as it is.
#include "base/found_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The pieces of the text that were found.
std::vector<std::string> found(std::string_view words, const std::string& text) {
    std::vector<std::string> pieces;
    for (const auto& place : WordsToFind(words).in(text)) {
        pieces.push_back(text.substr(place.begin, place.end - place.begin));
    }
    return pieces;
}

TEST(FoundWords, CaseDoesNotMatterInAnyScript) {
    EXPECT_THAT(found("river", "By the RIVER, the riverside"), ElementsAre("RIVER", "river"));
    EXPECT_THAT(found("ÄPFEL", "drei äpfel"), ElementsAre("äpfel"));
    EXPECT_THAT(found("σοφοσ", "ΣΟΦΟΣ, σοφός, σοφος"), ElementsAre("ΣΟΦΟΣ", "σοφος"));
    EXPECT_THAT(found("strasse", "die Straße"), ElementsAre("Straße"));
}

TEST(FoundWords, LettersArePutTogetherInEitherWay) {
    EXPECT_THAT(found("cafe\xCC\x81", "ein Caf\xC3\xA9"), ElementsAre("Caf\xC3\xA9"));
    EXPECT_THAT(found("caf\xC3\xA9", "ein Cafe\xCC\x81 dort"), ElementsAre("Cafe\xCC\x81"));
    EXPECT_THAT(found("cafe", "Caf\xC3\xA9"), IsEmpty()) << "another letter";
}

TEST(FoundWords, SeveralWordsAreTakenOneByOneAndEachOnce) {
    const WordsToFind words("  tea\twalk TEA ");
    EXPECT_EQ(words.count(), 2U);
    const auto places = words.in("walk, then tea");
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].word, 1U);
    EXPECT_EQ(places[1].word, 0U);
}

TEST(FoundWords, NothingIsFoundForNothing) {
    EXPECT_EQ(WordsToFind(" \n").count(), 0U);
    EXPECT_THAT(found("", "anything"), IsEmpty());
    EXPECT_THAT(found("word", ""), IsEmpty());
}

TEST(FoundWords, BytesThatAreNoTextAreNoTrouble) {
    EXPECT_THAT(found("tea", "\xFF\xFEtea\xC3"), ElementsAre("tea"));
    EXPECT_NO_THROW(found("\xFF", "a\xFF"));
}

RC_GTEST_PROP(FoundWords, PlacesLieInTheTextAndInOrder, (const std::string& text, const std::string& words)) {
    std::size_t before = 0;
    for (const auto& place : WordsToFind(words).in(text)) {
        RC_ASSERT(place.begin < place.end);
        RC_ASSERT(place.end <= text.size());
        RC_ASSERT(place.begin >= before);
        before = place.begin;
    }
}

} // namespace
} // namespace kindly
