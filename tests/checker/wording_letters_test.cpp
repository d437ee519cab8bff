// SPDX-License-Identifier: MIT
// The rules of wording that need no phrases: addresses, sentences, letters, room on the screen, the closing,
// and a project's own words.
#include "checking.hpp"

#include <chrono>
#include <clocale>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using test::first_lines;
using test::found;
using test::found_in;
using test::saying;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ContactDetails, AreSaid) {
    EXPECT_THAT(
        first_lines(saying("Ring 0800 111 0 111 at any time.")),
        ElementsAre("f:5:32: warning S010: This looks like a phone number. Numbers go out of date and "
                    "differ by country; put it on the support page (kindly support)"));
    const std::pair<const char*, const char*> cases[] = {
        {"Call (0800) 111 2222.", "S010 (0800) 111 2222"},
        {"Call +44 20 7946 0958.", "S010 +44 20 7946 0958"},
        {"1-800-273-8255 is open.", "S010 1-800-273-8255"},
        {"Call 911 now.", "S010 911"},
        {"Text HOME to 741741.", "S010 741741"},
        {"Go to https://kindly.example/help.", "S010 https://kindly.example/help"},
        {"See www.example.org, please.", "S010 www.example.org"},
        {"Visit (example.org).", "S010 example.org"},
        {"Write to help.me@example.org.", "S010 help.me@example.org"},
        {"You can call the Samaritans.", "S010 Samaritans"},
        {"A crisis line can help.", "S010 crisis line"},
    };
    for (const auto& [text, words] : cases) { EXPECT_THAT(found_in(text), ElementsAre(words)) << text; }
}

TEST(ContactDetails, AreNotSeenInOtherNumbersAndPoints) {
    for (const char* text :
         {"Count 1, 2, 3, 4, 5, 6, 7, 8.", "Count 10 20 30 40 if you like.",
          "On 2026-11-22 or 22.11.2026 we met.", "In 2003-2013, or 2003/2013.",
          "There are 1 000 000 people like you.", "Breathe 4-4-6-2.",
          "About 3 out of 10. It took 3.5 minutes at 10:30.", "Rest.Now you may go on.",
          "The text has 100 words.", "You could call three friends, or none.", "Breath can be a lifeline.",
          "Your school years (2003-2013).", "That day (22.11.2026).", "Two @ signs @ once."}) {
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    }
    EXPECT_THAT(found_in("Pon la mano.de repente se mueve.", "es"), IsEmpty());
}

TEST(ContactDetails, MayNameHelpWhereTheSupportPageIsOffered) {
    test::WordingCase one;
    one.steps = R"({ "kind": "say", "text": "A crisis line can help.", "support": true })";
    EXPECT_THAT(found(one), IsEmpty());
}

std::string words(int count) {
    std::string all = "A";
    for (int word = 1; word < count; ++word) { all += " cup"; }
    return all + '.';
}

TEST(Sentences, AreCountedInWords) {
    EXPECT_THAT(found_in(words(20)), IsEmpty());
    EXPECT_THAT(first_lines(saying("Rest. " + words(31))),
                ElementsAre("f:5:33: warning L001: 31 words in one sentence. People in distress read short "
                            "sentences more easily"));
    EXPECT_THAT(found_in(words(20) + " " + words(20) + "\n" + words(20)), IsEmpty());
    EXPECT_THAT(found_in(words(19), "de"), ElementsAre(HasSubstr("L001 A cup")));
    EXPECT_THAT(found_in(words(24), "es"), IsEmpty());
    // A joined word is one, a point inside a number ends nothing.
    EXPECT_THAT(found_in("A well-known " + words(18)), IsEmpty());
    EXPECT_THAT(found_in("It takes 3.5 " + words(18)), ElementsAre(HasSubstr("L001 It takes")));
}

TEST(ReadingLevel, IsReckonedOverTheWholeExercise) {
    const std::string hard = "Psychological flexibility necessitates considerable deliberate attention. "
                             "Contemplative investigation encourages compassionate reinterpretation. ";
    std::string text;
    for (int again = 0; again < 5; ++again) { text += hard; }
    auto findings = saying(text).check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "L002");
    EXPECT_EQ(findings[0].severity, Severity::advice);
    EXPECT_THAT(first_line(findings[0]), HasSubstr("f:5:26: advice L002: Reading level about grade "))
        << "at the hardest text";
    EXPECT_THAT(found_in(hard), IsEmpty()); // too little to say anything
    EXPECT_THAT(found_in(text, "fi"), IsEmpty());

    std::string german;
    for (int again = 0; again < 12; ++again) {
        german += "Psychologische Beweglichkeit erfordert erhebliche Aufmerksamkeit. ";
    }
    EXPECT_THAT(found_in(german, "de"), ElementsAre("L002 \"" + german + '"'));
    std::string easy;
    for (int again = 0; again < 20; ++again) { easy += "Du sitzt hier im Raum. Das ist gut so. "; }
    EXPECT_THAT(found_in(easy.substr(0, 700), "de"), IsEmpty());
}

TEST(Letters, MarkupIsSaid) {
    EXPECT_THAT(first_lines(saying("This is <b>bold</b>.")),
                ElementsAre("f:5:35: warning L004: \"<b>\" will be shown as it is. Text is plain"));
    EXPECT_THAT(found_in("A **kind** word."), ElementsAre("L004 **"));
    EXPECT_THAT(found_in("A *kind* word."), ElementsAre("L004 *kind*"));
    EXPECT_THAT(found_in("A __kind__ word."), ElementsAre("L004 __"));
    EXPECT_THAT(found_in("Rest&nbsp;here."), ElementsAre("L004 &nbsp;"));
    EXPECT_THAT(found_in("A<br />B"), ElementsAre("L004 <br />"));
    EXPECT_THAT(first_lines(saying("A\tcup.")),
                ElementsAre("f:5:28: warning L004: There is a tab here. One space is enough"));
    EXPECT_THAT(first_lines(saying("A cup.  A pen.")),
                ElementsAre("f:5:33: warning L004: There are 2 spaces in a row here. One is enough"));
    for (const char* text : {"Tea & rest <3 and 2 < 3 > 1.", "I am __ today.", "I feel ____.", "A * B * C",
                             "You wrote: it`s fine.", "warm_name is one word", "A; B &; C"}) {
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    }
}

TEST(Letters, LookAlikesOfOtherScriptsAreSaid) {
    EXPECT_THAT(
        first_lines(saying("wh\u0430re is it?")),
        ElementsAre("f:5:29: warning L005: The \"\u0430\" in \"wh\u0430re\" is Cyrillic. It looks like \"a\" "
                    "but is another letter"));
    EXPECT_THAT(
        first_lines(saying("\u0447\u0442o \u0441\u0435\u0439\u0447\u0430\u0441", "ru")),
        ElementsAre("f:5:29: warning L005: The \"o\" in \"\u0447\u0442o\" is Latin. It looks like \"\u043E\" "
                    "but is another letter"));
    for (const char* text :
         {"\u03B1 and \u03B2 waves; \u0394t; \u03BCg.", "caf\u00E9, na\u00EFve, \u00FCber.",
          "\u041C\u043E\u0441\u043A\u0432\u0430 means Moscow.", "\u65E5\u672C\u8A9E and more"}) {
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    }
}

TEST(Letters, LettersInTwoPartsAreSaid) {
    EXPECT_THAT(
        first_lines(saying("A cafe\u0301 here.")),
        ElementsAre("f:5:32: warning L005: The \"e\u0301\" here is stored in a roundabout way. Type it again "
                    "as one letter"));
    EXPECT_THAT(found_in("Caf\u00E9."), IsEmpty());
    // A mark that no single letter has stays.
    EXPECT_THAT(found_in("x\u0301 marks"), IsEmpty());
}

TEST(Letters, WordsAndTextsFitTheScreen) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    EXPECT_THAT(found_in("A " + std::string(60, 'm') + " here."), IsEmpty());
    EXPECT_THAT(
        first_lines(saying("A " + std::string(61, 'm') + " here.")),
        ElementsAre("f:5:29: warning L006: This word is 61 columns wide; a narrow screen cannot hold it"));
    std::string lines = "One";
    for (int line = 1; line < 12; ++line) { lines += ".\nOne"; }
    EXPECT_THAT(found_in(lines), IsEmpty());
    for (int line = 12; line < 16; ++line) { lines += ".\nOne"; }
    EXPECT_THAT(
        first_lines(saying(lines)),
        ElementsAre("f:5:26: warning L006: 16 lines on a normal screen; the first lines scroll away"));
}

TEST(Closing, SaysWhatIsLeftOut) {
    test::WordingCase one;
    one.closing = R"({ "kind": "say", "text": "Thank you." })";
    EXPECT_THAT(first_lines(one),
                ElementsAre("f:8:9: warning S017: The closing leaves out: looking around, moving a "
                            "little, a next ordinary thing to do"));
    one.closing = R"({ "kind": "say", "text": "Look around. Then think of the next thing." })";
    EXPECT_THAT(first_lines(one),
                ElementsAre("f:8:9: warning S017: The closing leaves out: moving a little"));
    EXPECT_EQ(one.check().front().suggestion, "\"Perhaps move your hands or your feet a little.\"");
    one.closing = R"({ "kind": "say", "text": "Thank you." })";
    one.language = "fi";
    EXPECT_THAT(found(one), IsEmpty());
}

TEST(Closing, CountsTheTextsOfItsFragmentsWhenTheyAreKnown) {
    test::WordingCase one;
    one.closing =
        R"({ "kind": "say", "text": "Look around." }, { "kind": "use", "library": "closing/short@1" })";
    EXPECT_THAT(found(one), IsEmpty());
    one.context.closing_fragments = {"Stretch a little."};
    EXPECT_THAT(first_lines(one),
                ElementsAre("f:8:9: warning S017: The closing leaves out: a next ordinary thing to do"));
    one.context.closing_fragments.emplace_back("Then make some tea.");
    EXPECT_THAT(found(one), IsEmpty());
}

ReadOwnWords own_words(const std::string& json) {
    return read_own_words(std::make_shared<const SourceText>("words.json", json));
}

TEST(OwnWords, AddBlameAndNameWhatIsFine) {
    const auto read = own_words(R"({ "format": "1.0", "language": "en",
        "blame": [ { "words": "Your Issues", "try": "what is hard for you" }, { "words": "non-compliant" } ],
        "fine": [ "push through", "your weakness", "you cannot stop" ] })");
    ASSERT_NE(read.words, nullptr) << to_text(read.diagnostics, {.plain = true});
    auto one = saying("Welcome your issues.");
    one.context.own = read.words.get();
    EXPECT_THAT(first_lines(one), ElementsAre("f:5:35: advice L007: \"your issues\" can sound like blame"));
    EXPECT_EQ(one.check().front().suggestion, "\"what is hard for you\"");
    auto again = [&](const char* text, const char* language = "en") {
        auto other = saying(text, language);
        other.context.own = read.words.get();
        return found(other);
    };
    EXPECT_THAT(again("Being non-compliant is human."), ElementsAre("L007 non-compliant"));
    EXPECT_THAT(again("Push through the door. Your weakness may rest."), IsEmpty());
    EXPECT_THAT(again("Just relax."), ElementsAre("S007 Just relax")); // ours still hold
    EXPECT_THAT(again("You cannot stop."), ElementsAre("S008 You cannot stop"));
    EXPECT_THAT(again("Welcome your issues.", "en-GB"), ElementsAre("L007 your issues"));
    EXPECT_THAT(again("Welcome your issues.", "es"), IsEmpty());
}

TEST(OwnWords, WorkForLanguagesWithoutAListOfOurs) {
    const auto read =
        own_words(R"({ "format": "1.0", "language": "fi", "blame": [ { "words": "oma vika" } ] })");
    ASSERT_NE(read.words, nullptr);
    auto one = saying("Se on oma vika.", "fi");
    one.context.own = read.words.get();
    EXPECT_THAT(found(one), ElementsAre("L007 oma vika"));
}

TEST(OwnWords, SayWhatIsWrongInTheirFile) {
    auto lines = [](const std::string& json) {
        const auto read = own_words(json);
        EXPECT_EQ(read.words, nullptr);
        std::vector<std::string> all;
        for (const auto& diagnostic : read.diagnostics) { all.push_back(first_line(diagnostic)); }
        return all;
    };
    EXPECT_THAT(
        lines(R"({ "format": "1.0", "language": "en", "blam": [] })"),
        ElementsAre("words.json:1:38: error K001: A list of words has no \"blam\". Did you mean \"blame\"?"));
    EXPECT_THAT(
        lines(R"({ "format": "2.0", "language": "en" })"),
        ElementsAre("words.json:1:13: error K009: There is no list of words in format \"2.0\". This program "
                    "knows \"1.0\""));
    EXPECT_THAT(
        lines(R"({ "format": "1.0", "language": "English" })"),
        ElementsAre("words.json:1:32: error K007: \"English\" is not a language code. Write it like \"en\", "
                    "\"de\" or \"pt-BR\""));
    EXPECT_THAT(lines(R"({ "format": "1.0" })"),
                ElementsAre("words.json:1:1: error K002: This list of words has no \"language\""));
    EXPECT_THAT(
        lines(R"({ "format": "1.0", "language": "en", "blame": [ "lazy" ] })"),
        ElementsAre("words.json:1:49: error K003: An entry should be a group like { \"words\": \"...\", "
                    "\"try\": \"...\" }"));
    EXPECT_THAT(lines(R"({ "format": "1.0", "language": "en", "fine": [ "..." ] })"),
                ElementsAre("words.json:1:48: error K006: There is no word in \"...\""));
    EXPECT_THAT(lines(R"({ "format": "1.0", "language": "en", "fine": "you must" })"),
                ElementsAre("words.json:1:46: error K003: \"fine\" should be a list: [ ... ]"));
    EXPECT_THAT(lines(R"({ "format": "1.0", "language": "en", "fine": [ "a" "b" ] })"),
                ElementsAre(HasSubstr("error J001")));
    EXPECT_THAT(lines("[]"),
                ElementsAre("words.json:1:1: error K003: The file should begin with { and end with }"));
}

TEST(Wording, TakesTimeInStepWithTheLength) {
    // Texts made to keep every part busy: the same work for each text, whatever stands around it.
    auto time_of = [](int steps) {
        test::WordingCase one;
        one.steps.clear();
        for (int step = 0; step < steps; ++step) {
            one.steps +=
                std::string(step == 0 ? "" : ",") +
                R"({ "kind": "say", "text": "Not that you must not you must not * if you cannot stop a < b." })";
        }
        const auto source = std::make_shared<const SourceText>("f", one.json());
        const auto exercise = read_exercise(source).exercise;
        const auto texts = shown_texts(*exercise);
        auto best = std::chrono::steady_clock::duration::max();
        for (int round = 0; round < 3; ++round) {
            Findings findings(source);
            const auto start = std::chrono::steady_clock::now();
            check_wording(texts, "en", exercise.get(), findings);
            best = std::min(best, std::chrono::steady_clock::now() - start);
            EXPECT_THAT(findings.take(), IsEmpty());
        }
        return best;
    };
    EXPECT_LT(time_of(4000), 40 * time_of(400)); // ten times, with room for a busy machine
}

} // namespace
} // namespace kindly
