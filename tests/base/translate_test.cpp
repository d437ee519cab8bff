// SPDX-License-Identifier: MIT
// Which languages an environment asks for. What is then said in them is tried on the program
// (tests/cases/languages).
#include "base/translate.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> wanted(const std::map<std::string, std::string>& variables) {
    return languages_wanted([&](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() || found->second.empty() ? std::nullopt
                                                                 : std::optional(found->second);
    });
}

} // namespace

TEST(LanguagesWanted, TheListGoesBeforeTheLocale) {
    EXPECT_THAT(wanted({{"LANGUAGE", "de_AT:de:en"}, {"LANG", "fr_FR.UTF-8"}}),
                ElementsAre("de-AT", "de", "en"));
    EXPECT_THAT(wanted({{"LANGUAGE", "de"}, {"LC_ALL", "C.UTF-8"}}), ElementsAre("de"));
    EXPECT_THAT(wanted({{"LANGUAGE", "de"}}), ElementsAre("de"));
    EXPECT_THAT(wanted({{"LANGUAGE", ""}, {"LANG", "fr_FR.UTF-8"}}), ElementsAre("fr-FR"));
}

TEST(LanguagesWanted, OfTheLocaleTheFirstThatIsSet) {
    EXPECT_THAT(wanted({{"LC_ALL", "es_ES@euro"}, {"LC_MESSAGES", "de_DE"}, {"LANG", "fr_FR"}}),
                ElementsAre("es-ES"));
    EXPECT_THAT(wanted({{"LC_MESSAGES", "de_DE.ISO-8859-1"}, {"LANG", "fr_FR"}}), ElementsAre("de-DE"));
    EXPECT_THAT(wanted({{"LANG", "EN_GB"}}), ElementsAre("en-GB"));
}

TEST(LanguagesWanted, TheLocaleCAsksForNone) {
    EXPECT_THAT(wanted({}), IsEmpty());
    EXPECT_THAT(wanted({{"LANG", "C.UTF-8"}}), IsEmpty());
    EXPECT_THAT(wanted({{"LC_ALL", "C"}, {"LANGUAGE", "de"}}), IsEmpty());
    EXPECT_THAT(wanted({{"LC_ALL", "POSIX"}, {"LANG", "de_DE"}}), IsEmpty());
}

TEST(LanguagesWanted, WhatIsNoLanguageIsPassedOver) {
    EXPECT_THAT(wanted({{"LANGUAGE", "../../etc:/:x:de/..:de"}, {"LANG", "de"}}), ElementsAre("de"));
    EXPECT_THAT(wanted({{"LANG", "english"}}), IsEmpty());
}

TEST(CanSpeak, EnglishAlways) {
    EXPECT_TRUE(can_speak("en"));
    EXPECT_TRUE(can_speak("en-GB"));
    EXPECT_FALSE(can_speak("xx"));
    EXPECT_EQ(spoken_language(), "en");
}

} // namespace kindly::test
