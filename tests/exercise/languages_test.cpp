// SPDX-License-Identifier: MIT
// Exercises in other languages: which one is opened, when a translation counts, what is put together from it.
#include "exercise/languages.hpp"

#include "base/failure.hpp"
#include "exercise/canonical.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/put_together.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* exercise_a = R"({ "format": "1.0", "id": "a", "version": "1.0", "language": "en",
  "title": "Hello", "safety": { "intensity": "gentle", "before": "Warning" },
  "parameters": { "name": { "type": "text", "label": "Name", "default": "dear" } },
  "sections": [
    { "id": "one", "title": "One", "purpose": "notice", "steps": [
      { "kind": "say", "text": "Look, {name}." },
      { "kind": "ask", "id": "how", "text": "How?", "answer": "choice", "optional": true, "options": [
        { "id": "good", "text": "Good" }, { "id": "bad", "text": "Bad" } ] } ] },
    { "id": "ground", "title": "Ground", "role": "grounding", "steps": [
      { "kind": "use", "library": "grounding/senses@1" } ] },
    { "id": "end", "title": "End", "role": "closing", "steps": [ { "kind": "say", "text": "Bye" } ] } ] })";

/// Line ends and letters of several bytes are there on purpose: places have to stay right behind them.
constexpr const char* german_a =
    R"({ "format": "1.0", "translates": "a", "of_version": "1.0", "language": "de", "texts": {
  "title": { "from": "Hello", "to": "Schön, \"dass\" du da bist" },
  "parameters/name/label": { "from": "Name", "to": "Name" },
  "parameters/name/default": { "from": "dear", "to": "mein Lieber" },
  "safety/before": { "from": "Warning", "to": "Warnung" },
  "one/title": { "from": "One", "to": "Eins" },
  "one/look-name/text": { "from": "Look, {name}.", "to": "Schau, {name}.\nJa." },
  "one/how/text": { "from": "How?", "to": "Wie?" },
  "one/how/good": { "from": "Good", "to": "Gut" },
  "one/how/bad": { "from": "Bad", "to": "Schlecht" },
  "ground/title": { "from": "Ground", "to": "Boden" },
  "end/title": { "from": "End", "to": "Ende" },
  "end/bye/text": { "from": "Bye", "to": "Tschüss" } } })";

constexpr const char* senses =
    R"({ "format": "1.0", "id": "grounding/senses", "version": "1.0", "language": "en",
  "title": "Senses", "steps": [ { "kind": "say", "text": "Look." } ] })";
constexpr const char* german_senses =
    R"({ "format": "1.0", "translates": "grounding/senses", "of_version": "1.0", "language": "de", "texts": {
  "title": { "from": "Senses", "to": "Sinne" }, "look/text": { "from": "Look.", "to": "Schau." } } })";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

class LanguagesTest : public testing::Test {
protected:
    LanguagesTest() : root_(fs::temp_directory_path() / fmt::format("kindly-languages-{}", ::getpid())) {
        fs::remove_all(root_);
        put("main/a.json", exercise_a);
        put("main/a.de.json", german_a);
        put("main/library/grounding/senses.json", senses);
        put("main/library/grounding/senses.de.json", german_senses);
        fs::create_directories(root_ / "own");
    }
    ~LanguagesTest() override { fs::remove_all(root_); }

    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << text;
    }
    [[nodiscard]] Catalogue catalogue(std::vector<std::string> preferred = {}) const {
        return Catalogue({root_ / "own", root_ / "main"}, std::move(preferred));
    }
    [[nodiscard]] std::string opened(const std::string& language) const {
        try {
            return catalogue().open("a", language).exercise->language;
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.code(), ExitCode::not_found);
            return failure.what();
        }
    }
    [[nodiscard]] std::string preferring(std::vector<std::string> languages) const {
        return catalogue(std::move(languages)).open("a", {}).exercise->language;
    }

    fs::path root_;
};

} // namespace

TEST(Languages, WhatStandsInForWhat) {
    EXPECT_THAT(languages_for("de-AT"), ElementsAre("de-AT", "de"));
    EXPECT_THAT(languages_for("zh-Hant-TW"), ElementsAre("zh-Hant-TW", "zh-Hant", "zh"));
    EXPECT_THAT(languages_for("de-x-sie"), ElementsAre("de-x-sie"));
    EXPECT_TRUE(read_as_one("en", "en-GB"));
    EXPECT_FALSE(read_as_one("de", "de-x-sie"));
    EXPECT_FALSE(read_as_one("de", "en"));
}

TEST_F(LanguagesTest, AWholeTranslationIsOpened) {
    const OpenedExercise found = catalogue().open("a", "de");
    ASSERT_TRUE(found.exercise);
    EXPECT_EQ(found.exercise->title, "Schön, \"dass\" du da bist");
    EXPECT_EQ(found.exercise->safety.before, "Warnung");
    EXPECT_EQ(found.exercise->parameters[0].default_text, "mein Lieber");
    EXPECT_EQ(std::get<Say>(found.exercise->sections[0].steps[0].what).text, "Schau, {name}.\nJa.");
    EXPECT_EQ(std::get<Ask>(found.exercise->sections[0].steps[1].what).options[0].text, "Gut");
    EXPECT_EQ(std::get<Say>(found.find_fragment("grounding/senses", 1)->steps[0].what).text, "Schau.");
    EXPECT_EQ(found.original->title, "Hello");
    EXPECT_EQ(found.file, root_ / "main/a.json");
    // The same exercise, whatever the language; and the translation can be told.
    EXPECT_EQ(digest_of(*found.exercise->document), digest_of(*found.original->document));
    EXPECT_EQ(translation_digest_of(*found.exercise->document).size(), 64U);
    EXPECT_EQ(translation_digest_of(*found.original->document), "");
}

TEST_F(LanguagesTest, WhichOneIsOpened) {
    EXPECT_EQ(opened("de"), "de");
    EXPECT_EQ(opened("de-AT"), "de");
    EXPECT_EQ(opened("en-GB"), "en");
    EXPECT_EQ(opened("fr"), "\"a\" is not available in the language \"fr\", but in: de, en");
    EXPECT_EQ(opened("de-x-sie"), "\"a\" is not available in the language \"de-x-sie\", but in: de, en");
    EXPECT_EQ(preferring({}), "en");
    EXPECT_EQ(preferring({"fr", "de-CH", "en"}), "de");
    EXPECT_EQ(preferring({"fr"}), "en");
    put("main/a.de-x-sie.json", replaced(german_a, "\"language\": \"de\"", "\"language\": \"de-x-sie\""));
    EXPECT_EQ(preferring({"de"}), "de"); // never unasked
    EXPECT_EQ(catalogue({"de"}).open_as_written("a").exercise->language, "en");
    const std::string path = (root_ / "main/a.json").string();
    EXPECT_EQ(catalogue({"de"}).open(path, {}).exercise->language, "de");
    EXPECT_EQ(catalogue({"en"}).open((root_ / "main/a.de.json").string(), {}).exercise->language, "de");
}

TEST_F(LanguagesTest, AFormalTranslationNeedsFormalFragments) {
    put("main/a.de-x-sie.json", replaced(german_a, "\"language\": \"de\"", "\"language\": \"de-x-sie\""));
    EXPECT_THAT(opened("de-x-sie"), HasSubstr("is not available"));
    put("main/library/grounding/senses.de-x-sie.json",
        replaced(german_senses, "\"language\": \"de\"", "\"language\": \"de-x-sie\""));
    EXPECT_EQ(opened("de-x-sie"), "de-x-sie");
}

TEST_F(LanguagesTest, WhatIsNotWholeIsNotThere) {
    const auto with = [&](const std::string& what, const std::string& other) {
        put("main/a.de.json", replaced(german_a, what, other));
        const std::string found = preferring({"de"});
        EXPECT_EQ(catalogue().available_in("a", "de"), found == "de");
        EXPECT_EQ(catalogue().languages_of(catalogue().open("a", {})).size(), found == "de" ? 2U : 1U);
        return found;
    };
    EXPECT_EQ(with("\"to\": \"Eins\"", "\"to\": \"\""), "en");               // X001
    EXPECT_EQ(with("\"to\": \"Warnung\"", "\"to\": \" \""), "en");           // X006
    EXPECT_EQ(with("Schau, {name}", "Schau"), "en");                         // X003
    EXPECT_EQ(with("Schau, {name}", "Schau, {nam}"), "en");                  // X003
    EXPECT_EQ(with("\"from\": \"Warning\"", "\"from\": \"Earlier\""), "en"); // X002, safety
    EXPECT_EQ(with("\"from\": \"Bye\"", "\"from\": \"Earlier\""), "en");     // X002, closing
    EXPECT_EQ(with("\"from\": \"How?\"", "\"from\": \"Earlier\""), "en");    // X002, a question
    EXPECT_EQ(with("\"from\": \"Good\"", "\"from\": \"Earlier\""), "en");    // X002, its answer
    EXPECT_EQ(with("\"from\": \"Look, {name}.\"", "\"from\": \"Earlier\""), "de");
    EXPECT_EQ(with("\"translates\": \"a\"", "\"translates\": \"b\""), "en");
    EXPECT_EQ(with("\"language\": \"de\"", "\"language\": \"fr\""), "en"); // not what its name says
    EXPECT_EQ(with("\"texts\": {", "\"texts\": "), "en");
    EXPECT_EQ(with("Gut", "Gut"), "de");
    fs::remove(root_ / "main/library/grounding/senses.de.json");
    EXPECT_EQ(preferring({"de"}), "en");
    EXPECT_THAT(catalogue().fragments_missing(catalogue().open("a", {}), "de"),
                ElementsAre("grounding/senses"));
}

TEST_F(LanguagesTest, FragmentsThatFragmentsUseCountToo) {
    const std::string step = R"({ "kind": "use", "library": "grounding/deeper@1" })";
    const std::string look = R"({ "kind": "say", "text": "Look." })";
    put("main/library/grounding/senses.json", replaced(senses, look, look + ", " + step));
    put("main/library/grounding/deeper.json",
        replaced(senses, "\"id\": \"grounding/senses\"", "\"id\": \"grounding/deeper\""));
    EXPECT_EQ(preferring({"de"}), "en");
    EXPECT_THAT(catalogue().fragments_missing(catalogue().open("a", {}), "de"),
                ElementsAre("grounding/deeper"));
    put("main/library/grounding/deeper.de.json",
        replaced(german_senses, "\"translates\": \"grounding/senses\"",
                 "\"translates\": \"grounding/deeper\""));
    EXPECT_EQ(preferring({"de"}), "de");
}

TEST_F(LanguagesTest, ATranslationMayLieInAFolderOfOnesOwn) {
    fs::rename(root_ / "main/a.de.json", root_ / "own/a.de.json");
    fs::create_directories(root_ / "own/library/grounding");
    fs::rename(root_ / "main/library/grounding/senses.de.json",
               root_ / "own/library/grounding/senses.de.json");
    EXPECT_EQ(opened("de"), "de");
    // But a file that only bears the same name is another exercise.
    put("elsewhere/a.json", exercise_a);
    EXPECT_EQ(catalogue({"de"}).open((root_ / "elsewhere/a.json").string(), {}).exercise->language, "en");
}

TEST_F(LanguagesTest, WhatWasWrittenInALanguageGoesBeforeATranslation) {
    put("main/a.de.json",
        replaced(replaced(exercise_a, "\"language\": \"en\"", "\"language\": \"de\""), "Hello", "Von Hand"));
    EXPECT_EQ(catalogue().open("a", "de").exercise->title, "Von Hand");
    EXPECT_FALSE(catalogue().open("a", "de").original);
}

TEST_F(LanguagesTest, AListHasEachInTheLanguageThatOpenGives) {
    put("main/b.json", replaced(exercise_a, "\"id\": \"a\"", "\"id\": \"b\""));
    const auto languages = [](const Listing& listing) {
        std::vector<std::string> found;
        for (const auto& opened : listing.exercises) {
            found.push_back(opened.exercise->id + ":" + opened.exercise->language);
        }
        return found;
    };
    EXPECT_THAT(languages(catalogue().list()), ElementsAre("a:en", "b:en"));
    EXPECT_THAT(languages(catalogue({"de"}).list()), ElementsAre("a:de", "b:en"));
    EXPECT_THAT(languages(catalogue().list("de")), ElementsAre("a:de"));
    EXPECT_THAT(languages(catalogue({"de"}).list("en")), ElementsAre("a:en", "b:en"));
    EXPECT_THAT(languages(catalogue().list("fr")), ElementsAre());
}

/// Whatever is found in what was put together is told where somebody wrote it.
TEST_F(LanguagesTest, PlacesAreThoseOfTheTwoFiles) {
    const auto exercise = catalogue().open("a", "de").exercise;
    const Document& here = *exercise->document;
    const auto place = [&](const Written& value) {
        Diagnostic finding;
        finding.source = here.source;
        finding.where = value.span;
        Diagnostics all{finding};
        place_in_files(all, here);
        const Span where = all[0].where;
        return fs::path(all[0].source->name()).filename().string() + ": " +
               all[0].source->bytes().substr(where.begin, where.end - where.begin);
    };
    const Step& say = exercise->sections[0].steps[0];
    EXPECT_EQ(place(*say.written->find("text")), R"(a.de.json: "Schau, {name}.\nJa.")");
    EXPECT_EQ(place(*say.written->find("kind")), R"(a.json: "say")");
    EXPECT_EQ(place(*exercise->sections[2].written->find("role")), R"(a.json: "closing")");
    EXPECT_EQ(place(*here.root.find("title")), R"(a.de.json: "Schön, \"dass\" du da bist")");
}

} // namespace kindly::test
