// SPDX-License-Identifier: MIT
#include "person/preferences.hpp"

#include "base/failure.hpp"
#include "exercise/reader.hpp"
#include "exercise/settings.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ReadPreferences read(std::string text) {
    return read_preferences(std::make_shared<const SourceText>("me.json", std::move(text)));
}

std::vector<std::string> first_lines(const Diagnostics& findings) {
    std::vector<std::string> lines;
    for (const Diagnostic& finding : findings) { lines.push_back(first_line(finding)); }
    return lines;
}

TEST(Preferences, AreReadWhole) {
    const auto [preferences, findings] =
        read(R"({ "name": " Sam ", "anchor": "feet", "tradition": "none", "country": "IE",
        "pace": 0.5, "ratings": "before", "avoid": ["breath", "eyes-closed"],
        "settings": { "rounds": 3, "warm_name": "dear", "hold": "1m30s" } })");
    EXPECT_THAT(first_lines(findings), IsEmpty());
    EXPECT_EQ(preferences.name, "Sam");
    EXPECT_EQ(preferences.anchor, "feet");
    EXPECT_EQ(preferences.tradition, "none");
    EXPECT_EQ(preferences.country, "IE");
    EXPECT_EQ(preferences.pace, 0.5);
    EXPECT_EQ(preferences.ratings, Ratings::before);
    EXPECT_THAT(preferences.avoided, ElementsAre(Avoidable::breath, Avoidable::eyes_closed));
    EXPECT_EQ(preferences.settings.at("rounds").value, "3");
    EXPECT_EQ(preferences.settings.at("hold").value, "1m30s");
}

TEST(Preferences, AllOfThemMayBeLeftOut) {
    const auto [preferences, findings] = read("{}");
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(preferences.pace, 1);
    EXPECT_EQ(preferences.ratings, Ratings::ask);
    EXPECT_THAT(preferences.avoided, IsEmpty());
}

TEST(Preferences, EveryMistakeIsToldWithItsPlaceAndNothingIsUsed) {
    const auto [preferences, findings] = read("{ \"nam\": \"Sam\",\n"
                                              "  \"name\": 3,\n"
                                              "  \"pace\": 4.5,\n"
                                              "  \"ratings\": \"never\",\n"
                                              "  \"avoid\": [\"breth\", \"touch\", 4],\n"
                                              "  \"settings\": { \"rounds\": 1.5 } }");
    EXPECT_THAT(
        first_lines(findings),
        ElementsAre(
            "me.json:1:3: error K001: This file cannot have \"nam\". Did you mean \"name\"?",
            "me.json:2:11: error K003: \"name\" should be a text in quotes",
            "me.json:3:11: error K006: \"pace\" goes from 0.25 to 4",
            "me.json:4:14: error K004: \"never\" is not one of the ways of asking for ratings",
            "me.json:5:13: error K004: \"breth\" is not one of the things to avoid. Did you mean \"breath\"?",
            "me.json:5:31: error K003: A thing to avoid should be a word in quotes",
            "me.json:6:27: error K003: \"rounds\" should be a text in quotes or a whole number"));
    EXPECT_THAT(preferences.avoided, IsEmpty());
}

TEST(Preferences, PaceHasItsLimits) {
    EXPECT_THAT(read(R"({ "pace": 0.25 })").diagnostics, IsEmpty());
    EXPECT_THAT(read(R"({ "pace": 4 })").diagnostics, IsEmpty());
    for (const char* text :
         {R"({ "pace": 0 })", R"({ "pace": -1 })", R"({ "pace": 0.2499 })", R"({ "pace": "1" })"}) {
        EXPECT_TRUE(has_errors(read(text).diagnostics)) << text;
    }
}

TEST(Preferences, OtherShapesOfFileAreRefused) {
    for (const char* text :
         {"", "[]", "3", "null", "{", "{ \"avoid\": {} }", "{ \"settings\": [] }", "\xFF\xFE"}) {
        EXPECT_TRUE(has_errors(read(text).diagnostics)) << text;
    }
}

TEST(Preferences, AMissingFileIsTheDefaultsAndAFolderIsAFailure) {
    EXPECT_THAT(load_preferences("/nowhere/me.json").diagnostics, IsEmpty());
    EXPECT_THROW(static_cast<void>(load_preferences("/")), Failure);
}

constexpr const char* exercise_text =
    R"({ "format": "1.0", "id": "small", "version": "1.0", "language": "en", "title": "Small",
  "about": { "authors": ["a"], "license": "CC-BY-4.0" },
  "parameters": { "rounds": { "type": "number", "label": "Rounds", "default": 2, "lowest": 1, "highest": 4, "set_by": "either" } },
  "safety": { "intensity": "gentle", "before": "You can stop." },
  "sections": [
    { "id": "main", "title": "Main", "purpose": "notice", "steps": [
      { "kind": "repeat", "times": { "parameter": "rounds" }, "steps": [ { "kind": "say", "text": "Notice." } ] } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "pause", "for": "30s" } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look around." } ] } ] })";

TEST(Preferences, OwnSettingsGoOverDefaultsWhereTheExerciseHasThem) {
    const auto exercise =
        read_exercise(std::make_shared<const SourceText>("small.json", exercise_text)).exercise;
    ASSERT_NE(exercise, nullptr);
    Settings settings = default_settings(*exercise);
    EXPECT_THAT(apply_own_settings(read(R"({ "settings": { "rounds": 3, "other": "x" } })").preferences,
                                   *exercise, settings),
                IsEmpty());
    EXPECT_EQ(std::get<int>(settings.at("rounds")), 3);
    EXPECT_EQ(settings.size(), 1U);

    const Diagnostics findings =
        apply_own_settings(read(R"({ "settings": { "rounds": 9 } })").preferences, *exercise, settings);
    EXPECT_THAT(first_lines(findings), ElementsAre(HasSubstr("me.json:1:27: error K006")));
    EXPECT_EQ(std::get<int>(settings.at("rounds")), 3);
}

} // namespace
} // namespace kindly
