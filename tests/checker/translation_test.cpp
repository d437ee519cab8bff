// SPDX-License-Identifier: MIT
// Reading translations, and family X.
#include "checker/translation.hpp"

#include "checker/translation_draft.hpp"
#include "exercise/reading.hpp"
#include "exercise/shown_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::shared_ptr<const SourceText> named(const std::string& name, std::string bytes) {
    return std::make_shared<SourceText>(name, std::move(bytes));
}

std::shared_ptr<const Exercise> exercise_of(const std::string& name) {
    return read_exercise(source(file_bytes("exercises/" + name + ".json"))).exercise;
}

/// A draft with every sentence "translated".
std::string complete(const Exercise& exercise) {
    std::string draft = translation_draft(exercise, "de", "./translation-1.schema.json");
    std::size_t text = 0;
    const auto texts = shown_texts(exercise);
    const std::string empty = R"("to": "")";
    for (std::size_t at = draft.find(empty); at != std::string::npos; at = draft.find(empty, at + 1)) {
        std::string to = "De: " + texts.at(text++).text();
        for (std::size_t quote = to.find('"'); quote != std::string::npos; quote = to.find('"', quote + 2)) {
            to.insert(quote, "\\");
        }
        draft.replace(at, empty.size(), R"("to": ")" + to + '"');
    }
    EXPECT_EQ(text, texts.size());
    return draft;
}

struct Checked {
    std::vector<std::string> reading, found;
    Diagnostics diagnostics;
    bool can_be_run = false;
};

Checked check(const std::string& text, const Exercise& exercise, const std::string& name = "f.de.json") {
    Checked checked;
    const auto read = read_translation(named(name, text));
    checked.reading = lines(read.diagnostics);
    if (read.translation) {
        auto compared = check_translation(*read.translation, exercise);
        checked.found = lines(compared.diagnostics);
        checked.diagnostics = std::move(compared.diagnostics);
        checked.can_be_run = compared.can_be_run;
    }
    return checked;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) { text.replace(at, from.size(), to); }
    return text;
}

/// A small exercise and its whole translation, one sentence a line.
std::shared_ptr<const Exercise> small() {
    auto reading = read_exercise(
        source(R"({ "format": "1.0", "id": "f", "version": "2.1", "language": "en", "title": "F",
"parameters": { "warm_name": { "type": "text", "label": "Name", "default": "friend" } },
"safety": { "intensity": "gentle", "before": "You can stop.", "backdraft": "Old pain." },
"sections": [
{ "id": "one", "title": "One", "purpose": "notice", "steps": [
{ "kind": "check_in", "id": "start", "text": "How distressed do you feel right now?" },
{ "kind": "say", "text": "Hello there, {warm_name}. This is quiet." } ] },
{ "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look." } ] },
{ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Enough." } ] } ] })"));
    EXPECT_THAT(lines(reading.diagnostics), IsEmpty());
    return reading.exercise;
}

constexpr const char* small_german =
    R"({ "format": "1.0", "translates": "f", "of_version": "2.1", "language": "de",
"texts": {
"title": { "from": "F", "to": "F" },
"parameters/warm_name/label": { "from": "Name", "to": "Name" },
"parameters/warm_name/default": { "from": "friend", "to": "Mensch" },
"safety/before": { "from": "You can stop.", "to": "Du kannst aufhören." },
"safety/backdraft": { "from": "Old pain.", "to": "Alter Schmerz." },
"one/title": { "from": "One", "to": "Eins" },
"one/start/text": { "from": "How distressed do you feel right now?", "to": "Wie schwer ist es?" },
"one/hello-there-warm-name/text": { "from": "Hello there, {warm_name}. This is quiet.", "to": "Hallo, {warm_name}. Es ist still." },
"feet/title": { "from": "Feet", "to": "Füße" },
"feet/look/text": { "from": "Look.", "to": "Schau." },
"close/title": { "from": "Close", "to": "Schluss" },
"close/enough/text": { "from": "Enough.", "to": "Genug." }
} })";

Checked after(const std::string& from, const std::string& to) {
    return check(replaced(small_german, from, to), *small());
}

} // namespace

TEST(Translation, TheSmallOneIsWhole) {
    std::vector<std::string> names;
    for (const auto& text : shown_texts(*small())) { names.push_back(text.name); }
    const Checked checked = check(small_german, *small());
    EXPECT_THAT(checked.reading, IsEmpty());
    EXPECT_THAT(checked.found, IsEmpty()) << testing::PrintToString(names);
    EXPECT_TRUE(checked.can_be_run);
}

TEST(Translation, AFilledDraftIsClean) {
    for (const char* name : {"look", "feet", "open-close", "kind-pause"}) {
        const auto exercise = exercise_of(name);
        const Checked checked = check(complete(*exercise), *exercise, std::string(name) + ".de.json");
        EXPECT_THAT(checked.reading, IsEmpty()) << name;
        EXPECT_THAT(checked.found, IsEmpty()) << name;
        EXPECT_TRUE(checked.can_be_run) << name;
    }
}

TEST(Translation, ADraftLacksEverythingInTwoMessages) {
    const auto exercise = exercise_of("kind-pause");
    const Checked checked = check(translation_draft(*exercise, "de", ""), *exercise, "kind-pause.de.json");
    EXPECT_THAT(checked.reading, IsEmpty());
    EXPECT_THAT(codes(checked.diagnostics), testing::UnorderedElementsAre("X001", "X006"));
    EXPECT_FALSE(checked.can_be_run);
}

TEST(Translation, EveryNameIsUnique) {
    for (const char* name : {"look", "feet", "open-close", "kind-pause"}) {
        std::set<std::string> names;
        for (const auto& text : shown_texts(*exercise_of(name))) {
            EXPECT_TRUE(names.insert(text.name).second) << text.name;
        }
    }
    Sample sample;
    sample.step = R"({ "kind": "ask", "id": "q", "text": "Which?", "answer": "choice", "options": [
        { "id": "text", "text": "Text" }, { "id": "b", "text": "B" } ] })";
    std::set<std::string> names;
    for (const auto& text : shown_texts(*sample.read().exercise)) {
        EXPECT_TRUE(names.insert(text.name).second) << text.name;
    }
}

TEST(Translation, X001MissingSentences) {
    EXPECT_THAT(after(R"("to": "Eins")", R"("to": "")").found,
                ElementsAre("f.de.json:8:1: warning X001: 1 sentence is not translated yet: \"one/title\""));
    EXPECT_THAT(after(R"("one/title": { "from": "One", "to": "Eins" },)", "").found,
                ElementsAre(HasSubstr("X001: 1 sentence is not translated yet: \"one/title\"")));
    const Checked two =
        check(replaced(replaced(small_german, "Eins", " "), R"("to": "Mensch")", R"("to": "")"), *small());
    EXPECT_THAT(two.found,
                ElementsAre(HasSubstr(
                    "2 sentences are not translated yet: \"parameters/warm_name/default\", \"one/title\"")));
    EXPECT_FALSE(two.can_be_run);
}

TEST(Translation, X006MissingSafety) {
    EXPECT_THAT(
        after("Du kannst aufhören.", "").found,
        ElementsAre(
            "f.de.json:6:1: error X006: The warning before the exercise is not translated. The German "
            "version cannot be run yet"));
    EXPECT_THAT(after("Wie schwer ist es?", "").found,
                ElementsAre(HasSubstr("error X006: The check-in \"start\" is not translated.")));
    EXPECT_THAT(after(R"("feet/look/text": { "from": "Look.", "to": "Schau." },)", "").found,
                ElementsAre(HasSubstr(
                    "f.de.json:2:1: error X006: A sentence of the grounding (\"feet/look/text\")")));
    const Checked two = check(replaced(replaced(small_german, "Genug.", ""), "Alter Schmerz.", ""), *small());
    EXPECT_THAT(two.found,
                ElementsAre(HasSubstr("X006: What is said about backdraft and 1 more sentence for safety are "
                                      "not translated. The German version cannot be run yet")));
    EXPECT_FALSE(two.can_be_run);
}

TEST(Translation, X002Stale) {
    const Checked checked =
        after(R"("from": "How distressed do you feel right now?")", R"("from": "How bad is it?")");
    EXPECT_THAT(checked.found,
                ElementsAre("f.de.json:9:1: warning X002: The English changed. Then: \"How bad is it?\" "
                            "Now: \"How distressed do you feel right now?\""));
    EXPECT_FALSE(checked.can_be_run) << "two answers would belong to different questions";
    EXPECT_TRUE(after(R"("from": "One")", R"("from": "First")").can_be_run) << "old is better than none";
    EXPECT_THAT(
        after(R"("of_version": "2.1")", R"("of_version": "3.0")").found,
        ElementsAre(HasSubstr("X002: This translates version 3.0, but the original here is version 2.1")));
    EXPECT_THAT(after(R"("of_version": "2.1")", R"("of_version": "1.0")").found, IsEmpty());
}

TEST(Translation, X002LongSentencesFromWhereTheyDiffer) {
    const std::string opening = "This is a rather long sentence that goes on and on about the weather and "
                                "the light and the trees and the path by the quiet river ";
    auto reading = Sample();
    reading.step = R"({ "kind": "say", "text": ")" + opening + R"(today." })";
    const auto exercise = reading.read().exercise;
    const std::string draft = replaced(complete(*exercise), opening + "today.\",", opening + "tomorrow.\",");
    EXPECT_THAT(
        check(draft, *exercise, "sample.de.json").found,
        ElementsAre(AllOf(HasSubstr("Then: \"..."), HasSubstr("quiet river tomorrow.\" Now: \"..."))));
}

TEST(Translation, X003Names) {
    EXPECT_THAT(after("Hallo, {warm_name}.", "Hallo.").found,
                ElementsAre("f.de.json:10:95: error X003: {warm_name} is missing in the translation"));
    EXPECT_THAT(
        after("Hallo, {warm_name}.", "Hallo, {warmname}.").found,
        ElementsAre(HasSubstr("error X003: {warmname} is not in the original. Did you mean {warm_name}?")));
    EXPECT_THAT(after("Hallo, {warm_name}.", "Hallo, {warm_name} {name}.").found,
                ElementsAre(HasSubstr("error X003: {name} is not in the original")));
    EXPECT_THAT(after("Hallo, {warm_name}.", "Hallo, {warm_name.").found,
                ElementsAre(HasSubstr("error X003: This brace is not closed")));
    EXPECT_THAT(after(R"("Du kannst aufhören.")", R"("Du kannst {x} aufhören.")").found,
                ElementsAre(HasSubstr("X003")));
    EXPECT_FALSE(after("Hallo, {warm_name}.", "Hallo.").can_be_run);
}

TEST(Translation, X003NearMisses) {
    EXPECT_THAT(after("Hallo, {warm_name}.", "{warm_name}, hallo {warm_name}.").found, IsEmpty());
    EXPECT_THAT(after("Es ist still.", "Es ist {{still}.").found, IsEmpty());
    EXPECT_THAT(after(R"("to": "Mensch")", R"("to": "{Mensch}")").found, IsEmpty())
        << "shown as it is written";
}

TEST(Translation, X004NamesThatAreGone) {
    EXPECT_THAT(
        after(R"("title": {)", R"("kindness/bye/text": { "from": "Bye.", "to": "Tschüs." }, "title": {)")
            .found,
        ElementsAre("f.de.json:3:1: warning X004: \"kindness/bye/text\" does not exist any more"));
    EXPECT_THAT(after("\"one/title\"", "\"one/titel\"").found,
                ElementsAre(HasSubstr("X004: \"one/titel\" is called \"one/title\" now")));
    EXPECT_THAT(after(R"("one/title": { "from": "One")", R"("one/titel": { "from": "Once")").found,
                ElementsAre(HasSubstr(
                    "X004: The exercise has no sentence \"one/titel\". Did you mean \"one/title\"?")));
    // A step without an id is named by its first words.
    EXPECT_THAT(
        after(R"("one/hello-there-warm-name/text": { "from": "Hello there, {warm_name}. This is quiet.")",
              R"("one/welcome-warm-name/text": { "from": "Welcome, {warm_name}. This is quiet.")")
            .found,
        ElementsAre("f.de.json:10:1: warning X004: \"one/welcome-warm-name/text\" is called "
                    "\"one/hello-there-warm-name/text\" now. The English changed. Then: \"Welcome, "
                    "{warm_name}. This is quiet.\" Now: \"Hello there, {warm_name}. This is quiet.\""));
    const Checked safety = after("\"safety/before\"", "\"safety/warning\"");
    EXPECT_THAT(safety.found,
                Contains(HasSubstr("X004: \"safety/warning\" is called \"safety/before\" now")));
    EXPECT_THAT(safety.found, Contains(HasSubstr("X006"))) << "safety is never left to a guess";
    EXPECT_FALSE(safety.can_be_run);
}

TEST(Translation, ReadingSaysWhatIsWrong) {
    const auto exercise = small();
    EXPECT_THAT(after("\"of_version\"", "\"version\"").reading,
                ElementsAre(HasSubstr(
                    "error K001: A translation has no \"version\". The word here is \"of_version\"")));
    EXPECT_THAT(
        after("\"translates\"", "\"translate\"").reading,
        ElementsAre(HasSubstr("K001: A translation has no \"translate\". Did you mean \"translates\"?")));
    EXPECT_THAT(after(R"("to": "Eins")", R"("too": "Eins")").reading,
                ElementsAre(HasSubstr("K001: A translated sentence has no \"too\". Did you mean \"to\"?")));
    EXPECT_THAT(after(R"({ "from": "One", "to": "Eins" })", R"("Eins")").reading,
                ElementsAre(HasSubstr("K003: \"one/title\" should be a group like { \"from\"")));
    EXPECT_THAT(after(R"("to": "Eins")", R"("to": 1)").reading,
                ElementsAre(HasSubstr("K003: \"to\" should be a text")));
    EXPECT_THAT(after(R"("language": "de")", R"("language": "German")").reading,
                ElementsAre(HasSubstr("K007: \"German\" is not a language code")));
    EXPECT_THAT(after(R"("format": "1.0")", R"("format": "1.7")").reading,
                ElementsAre(HasSubstr("K009: This translation is written for format 1.7")));
    EXPECT_THAT(after(R"("texts")", R"("sections")").reading,
                ElementsAre(HasSubstr("K008: \"sections\" belongs to exercises")));
    EXPECT_THAT(after(R"("to": "Eins" },)", R"("to": "Eins" })").reading, ElementsAre(HasSubstr("J001")));
}

TEST(Translation, L003InvisibleCharacters) {
    const Checked checked = after(R"("to": "Eins")", "\"to\": \"Ei\u202Ens\"");
    EXPECT_THAT(checked.reading,
                ElementsAre("f.de.json:8:40: error L003: There is an invisible character here (U+202E, "
                            "right-to-left override). Delete it and type the word again"));
    EXPECT_THAT(checked.found, IsEmpty()) << "and it is not missing";
    EXPECT_FALSE(checked.can_be_run);
}

TEST(Translation, TheNameOfTheFileAgrees) {
    EXPECT_THAT(
        check(small_german, *small(), "a/f.fr.json").found,
        ElementsAre(HasSubstr("error K011: \"language\" is \"de\", but the file's name says \"fr\"")));
    EXPECT_THAT(check(small_german, *small(), "g.de.json").found,
                ElementsAre(HasSubstr("K011: \"translates\" is \"f\"")));
    EXPECT_THAT(check(small_german, *small(), "german.json").found, IsEmpty());
    EXPECT_THAT(after(R"("language": "de")", R"("language": "en")").found,
                Contains(HasSubstr("K006: The original itself is in \"en\"")));
}

TEST(Translation, X005NoExercise) {
    const auto read = read_translation(named("t/f.de.json", replaced(small_german, "\"f\"", "\"lok\"")));
    ASSERT_TRUE(read.translation);
    const auto places = places_of_original(*read.translation, "t/f.de.json", {"/a", "t", "/b"});
    EXPECT_THAT(places, ElementsAre("t/lok.json", "/a/lok.json", "/b/lok.json", "/a/programmes/lok.json",
                                    "t/programmes/lok.json", "/b/programmes/lok.json"));
    const Diagnostic finding = original_not_found(*read.translation, places, {"feet", "look"});
    EXPECT_EQ(first_line(finding),
              "t/f.de.json:1:34: error X005: The exercise \"lok\" was not found. Did you mean \"look\"?");
    EXPECT_THAT(finding.explanation,
                HasSubstr("Looked for: t/lok.json, /a/lok.json, /b/lok.json, /a/programmes/lok.json,"));
    EXPECT_EQ(first_line(original_not_found(*read.translation, places, {})),
              "t/f.de.json:1:34: error X005: The exercise \"lok\" was not found");
}

TEST(Translation, LanguagesInWords) {
    EXPECT_EQ(language_in_words("de-x-sie"), "German");
    EXPECT_EQ(language_in_words("pt-BR"), "Portuguese");
    EXPECT_EQ(language_in_words("tlh"), "");
}

} // namespace kindly::test
