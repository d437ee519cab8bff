// SPDX-License-Identifier: MIT
// The rules of wording that look for phrases: what must be found, and what only looks alike.
#include "checking.hpp"
#include "support/exercises.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using test::first_lines;
using test::found;
using test::found_in;
using test::saying;
using testing::ElementsAre;
using testing::IsEmpty;

struct Sentence {
    const char* text;
    const char* found; ///< code and words; empty for none
    const char* language = "en";
};

void expect_all(const std::vector<Sentence>& sentences) {
    for (const auto& one : sentences) {
        const auto all = found_in(one.text, one.language);
        if (*one.found == '\0') {
            EXPECT_THAT(all, IsEmpty()) << one.text;
        } else {
            EXPECT_THAT(all, ElementsAre(one.found)) << one.text;
        }
    }
}

TEST(Wording, SaysPushingWordsWithWhatToWriteInstead) {
    const auto findings = saying("Don't stop now.").check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(first_line(findings[0]),
              "f:5:27: warning S007: \"Don't stop now\" may keep someone in distress");
    EXPECT_EQ(findings[0].suggestion, "\"You can stay, or stop here.\"");
    EXPECT_THAT(first_lines(saying("You must try.")),
                ElementsAre("f:5:27: warning S007: \"You must\" can sound like an order"));
}

TEST(Wording, FindsPushingWords) {
    expect_all({
        {"Breathe, and don\u2019t stop now.", "S007 don\u2019t stop now"},
        {"DO NOT STOP.", "S007 DO NOT STOP"},
        {"DON'T STOP.", "S007 DON'T STOP"},
        {"Whatever thoughts come, don't stop.", "S007 don't stop"},
        {"Do not stop and push through.", "S007 Do not stop"},
        {"It is not easy but you must try.", "S007 you must"},
        {"You have to forgive yourself.", "S007 You have to"},
        {"Push through the pain.", "S007 Push through"},
        {"No pain, no gain.", "S007 No pain, no gain"},
        {"Go on, no matter what.", "S007 no matter what"},
        {"Let go of all your anger.", "S007 Let go of all your anger"},
        {"With this thought in mind, let go of the pain.", "S007 let go of the pain"},
        {"Just relax.", "S007 Just relax"},
        {"Let it all out.", "S007 Let it all out"},
        {"H\u00F6r jetzt nicht auf.", "S007 H\u00F6r jetzt nicht auf", "de"},
        {"Du musst dich lieben.", "S007 Du musst", "de-AT"},
        {"Sie m\u00FCssen sich lieben.", "S007 Sie m\u00FCssen", "de-x-sie"},
        {"Lass deine Angst los.", "S007 Lass deine Angst los", "de"},
        {"No pares ahora.", "S007 No pares ahora", "es"},
        {"Tienes que perdonar.", "S007 Tienes que", "es-MX"},
    });
}

TEST(Wording, LeavesAloneWhatOnlyLooksLikePushing) {
    for (const char* text : {
             "You might let go of the cup.",
             "You can let go of the breath.",
             "You must not do anything.",
             "There is nothing that you have to do.",
             "You don't have to push through.",
             "You never have to finish.",
             "If you must stop, stop.",
             "The critic may say: you must try harder.",
             "The thought \"you must be perfect\" may come.",
             "The thought \u201Cyou must be perfect\u201D may come.",
             "A thought may come: you have to be strong.",
             "Notice if you feel you have to do it well.",
             "What do you think you must do?",
             "You must be tired.",
             "Do you want to stop? Never mind.",
             "The next thing you have to do can wait.",
             "You can stop at any moment, no matter what.",
             "No matter what comes, you can stop.",
             "Keep going, or stop here.",
             "You should stop if it gets too much.",
             "Your thoughts do not move.",
             "May I be strong.",
             "I must do this. I can't stop.",
             "Mustard and a custom cup.",
             "If you want to, let go of the fear for a moment.",
             "You have to-do lists enough.",
             "All you have to do is breathe.",
             "Keep going if it feels right.",
             "Just breathe in your own way.",
             "Don't move anything that hurts.",
             "The inner critic often says that you are lazy and you must do more.",
         }) {
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    }
    expect_all({
        {"Du musst jetzt gar nichts leisten.", "", "de"},
        {"Du sollst dich hier nicht anstrengen.", "", "de"},
        {"Gedanken kommen, sie m\u00FCssen nicht weg.", "", "de"},
        {"Kinder spielen, und sie m\u00FCssen lachen.", "", "de"},
        {"Der Kritiker sagt: du musst stark sein.", "", "de"},
        {"Vielleicht l\u00E4sst du den Becher los.", "", "de"},
        {"No tienes que hacer nada.", "", "es"},
        {"La puerta debe quedar abierta.", "", "es"},
        {"Lo que tienes que hacer puede esperar.", "", "es"},
    });
}

TEST(Wording, RefusesWhatDeniesTheWayOut) {
    EXPECT_THAT(
        first_lines(saying("You cannot stop now.")),
        ElementsAre("f:5:27: error S008: \"You cannot stop now\" denies the way out. Everyone can stop at "
                    "any moment"));
    expect_all({
        {"You can't leave until the end.", "S008 You can't leave until"},
        {"Once you begin, you cannot stop.", "S008 you cannot stop"},
        {"You must finish this exercise.", "S008 You must finish this exercise"},
        {"You must not stop.", "S008 You must not stop"},
        {"There is no way back.", "S008 There is no way back"},
        {"There\u2019s no turning back.", "S008 There\u2019s no turning back"},
        {"You are not allowed to stop.", "S008 You are not allowed to stop"},
        {"Stopping is not an option.", "S008 Stopping is not an option"},
        {"Du kannst jetzt nicht aufh\u00F6ren.", "S008 Du kannst jetzt nicht aufh\u00F6ren", "de"},
        {"Du musst die \u00DCbung beenden.", "S008 Du musst die \u00DCbung beenden", "de"},
        {"No puedes parar.", "S008 No puedes parar", "es"},
        {"No hay vuelta atr\u00E1s.", "S008 No hay vuelta atr\u00E1s", "es"},
    });
}

TEST(Wording, LeavesAloneWhatOnlyLooksLikeDenying) {
    for (const char* text : {
             "You cannot stop the waves, but you can rest.",
             "You can't stop thoughts from coming.",
             "If you cannot stop crying, look around.",
             "When you can't stop, we can wait.",
             "You can stop now, or stay.",
             "It is not that you must finish.",
             "Who says you must finish?",
             "The critic may say: you must finish.",
             "A song: \"You can't stop now\" plays.",
             "You do not have to finish this.",
             "You can't go back in time.",
             "You cannot go back and change it.",
             "There is no way back to that day.",
             "There is no way to do this wrong.",
             "You cannot pause this feeling, but you can pause this exercise.",
             "You can't skip the hard parts of life.",
             "You may not leave with an answer, and that is fine.",
             "Nobody is allowed to stop you.",
             "You only have to sit here.",
         }) {
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    }
    expect_all({
        {"Du musst nicht durchhalten.", "", "de"},
        {"Du musst das nicht beenden.", "", "de"},
        {"Du kannst nicht aufh\u00F6ren zu denken, und das ist in Ordnung.", "", "de"},
        {"No puedes parar las olas.", "", "es"},
    });
}

TEST(Wording, WantsAnotherChoiceThanClosedEyesLyingDownOrTouch) {
    EXPECT_THAT(first_lines(saying("Close your eyes.")),
                ElementsAre("f:5:27: warning S009: \"Close your eyes\" without another choice"));
    EXPECT_EQ(saying("Close your eyes.").check().front().suggestion,
              "\"Eyes open or closed, both are fine.\"");
    expect_all({
        {"Close your eyes and think of a cup.", "S009 Close your eyes"},
        {"You might close your eyes and rest.", "S009 close your eyes"},
        {"Feel the chair and close your eyes.", "S009 close your eyes"},
        {"Lie down on your back.", "S009 Lie down"},
        {"Put a hand on your heart.", "S009 hand on your heart"},
        {"Schlie\u00DFe die Augen.", "S009 Schlie\u00DFe die Augen", "de"},
        {"Lege eine Hand auf dein Herz.", "S009 Hand auf dein Herz", "de"},
        {"Cierra los ojos.", "S009 Cierra los ojos", "es"},
        {"Eyes open or closed, both are fine.", ""},
        {"Close your eyes, or lower your gaze.", ""},
        {"Close your eyes. Or look at one spot.", ""},
        {"If you like, close your eyes.", ""},
        {"There is no need to close your eyes.", ""},
        {"Would you like to close your eyes?", ""},
        {"Rest a hand wherever it feels supportive, or nowhere at all.", ""},
        {"Put a hand on your heart or your arm.", ""},
        {"Sit, stand or lie down.", ""},
        {"A dog lies on the floor.", ""},
        {"Schlie\u00DFe die Augen oder lass sie offen.", "", "de"},
        {"Si quieres, cierra los ojos.", "", "es"},
    });
}

TEST(Wording, TakesWhatAStepDoesForThoseWhoAvoidItAsAnotherChoice) {
    test::WordingCase one;
    one.steps = R"({ "kind": "say", "text": "Close your eyes.", "involves": ["eyes-closed"], "instead": [
                     { "kind": "say", "text": "Look at one spot." } ] })";
    EXPECT_THAT(found(one), IsEmpty());
    one.steps = R"({ "kind": "say", "text": "Close your eyes.", "involves": ["eyes-closed"] })";
    EXPECT_THAT(found(one), ElementsAre("S009 Close your eyes"));
    one.steps = R"({ "kind": "say", "text": "Close your eyes.", "involves": ["touch"], "instead": [
                     { "kind": "say", "text": "Look at one spot." } ] })";
    EXPECT_THAT(found(one), ElementsAre("S009 Close your eyes"));
}

TEST(Wording, TakesAnOptionAsAChoiceAndATitleAsAName) {
    test::WordingCase one;
    one.steps = R"({ "kind": "ask", "id": "eyes", "text": "What suits you?", "answer": "choice", "options": [
        { "id": "closed", "text": "Close my eyes" }, { "id": "go", "text": "Let go of the pain" } ] })";
    one.title = "Hand on your heart";
    EXPECT_THAT(found(one), IsEmpty());
}

TEST(Wording, SaysPromises) {
    EXPECT_THAT(first_lines(saying("This will heal you.")),
                ElementsAre("f:5:27: warning S012: \"This will heal you\" promises too much"));
    EXPECT_EQ(saying("This will heal you.").check().front().suggestion, "\"may help\"");
    expect_all({
        {"It always works.", "S012 always works"},
        {"Compassion cures everything.", "S012 Compassion cures"},
        {"You will feel better.", "S012 You will feel better"},
        {"You'll feel calmer.", "S012 You'll feel calmer"},
        {"You are completely safe here.", "S012 You are completely safe here"},
        {"Your pain will disappear.", "S012 pain will disappear"},
        {"Alles wird gut.", "S012 Alles wird gut", "de"},
        {"Esto sana.", "S012 Esto sana", "es"},
        {"It may help. It does not always work.", ""},
        {"This will not heal you, and it may help.", ""},
        {"There is no guarantee.", ""},
        {"Look for a place where you are safe.", ""},
        {"Make sure you are safe.", ""},
        {"You will feel your feet on the floor.", ""},
        {"The leaf will vanish downstream.", ""},
        {"You will be free to stop at any point.", ""},
        {"Kindness always helps some people more than others.", ""},
        {"It helps everyone differently.", ""},
        {"Das heilt nicht, es kann aber helfen.", "", "de"},
    });
}

TEST(Wording, SaysKeys) {
    EXPECT_THAT(
        first_lines(saying("Press q to stop.")),
        ElementsAre("f:5:27: warning S020: Keys are shown by the program and can differ. Leave \"Press q\" "
                    "out"));
    expect_all({
        {"Press Enter when ready.", "S020 Press Enter"},
        {"Hit the space bar.", "S020 Hit the space bar"},
        {"Take your hands off the keyboard.", "S020 keyboard"},
        {"Press any key.", "S020 Press any key"},
        {"Dr\u00FCcke eine beliebige Taste.", "S020 Dr\u00FCcke eine beliebige Taste", "de"},
        {"Pulsa la tecla Enter.", "S020 Pulsa la tecla Enter", "es"},
        {"Press your feet into the floor.", ""},
        {"Press a hand against the wall.", ""},
        {"Enter the room in your mind.", ""},
        {"You might use the space around you.", ""},
        {"Put your keys on the table.", ""},
        {"The key is to be slow.", ""},
    });
}

TEST(Wording, AdvisesAboutBlameAndDiagnoses) {
    EXPECT_THAT(first_lines(saying("Your weakness is here.")),
                ElementsAre("f:5:27: advice L007: \"Your weakness\" can sound like blame"));
    EXPECT_THAT(first_lines(saying("Your disorder speaks.")),
                ElementsAre("f:5:27: advice L007: \"Your disorder\" can sound like a diagnosis"));
    expect_all({
        {"You are too sensitive.", "L007 You are too sensitive"},
        {"You should have known.", "L007 You should have known"},
        {"Es ist deine Schuld.", "L007 deine Schuld", "de"},
        {"Es por tu culpa.", "L007 Es por tu culpa", "es"},
        {"It is not your fault.", ""},
        {"None of this means that you are weak.", ""},
        {"You are allowed to be weak.", ""},
        {"You are patient with others.", ""},
        {"Es ist nicht deine Schuld.", "", "de"},
    });
    auto one = saying("Welcome.");
    one.about = R"("about": { "summary": "For your laziness. Close your eyes. You must try." }, )";
    EXPECT_THAT(found(one), ElementsAre("L007 your laziness"));
}

TEST(Wording, LooksPastDoubleSpaces) {
    EXPECT_THAT(found_in("Do  not stop."), ElementsAre("S007 Do  not stop", "L004   "));
}

TEST(Wording, SaysEachCodeOncePerText) {
    EXPECT_THAT(found_in("You must try. You have to try. You should try."), ElementsAre("S007 You must"));
    EXPECT_THAT(found_in("If you like, push on through. You must try."), ElementsAre("S007 You must"));
}

TEST(Wording, KeepsToWhatNeedsNoListWhereThereIsNone) {
    EXPECT_THAT(found_in("Don't stop now. You cannot stop. https://example.org/x", "fi"),
                ElementsAre("S010 https://example.org/x"));
}

TEST(Wording, LooksAtEveryTextThatAPersonSees) {
    auto one = saying("Welcome.");
    one.safety = "You must finish this.";
    one.title = "Press any key";
    one.steps = R"({ "kind": "pause", "for": "20s", "text": "Just relax." },
        { "kind": "check_in", "id": "now", "text": "You have to answer." },
        { "kind": "recall", "answer": "now", "text": "You should see:", "otherwise": "It always works." })";
    EXPECT_THAT(found(one), ElementsAre("S020 Press any key", "S008 You must finish this", "S007 Just relax",
                                        "S007 You have to", "S007 You should", "S012 always works"));
}

TEST(Wording, HasNothingToSayAboutTheShippedExercises) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(KINDLY_SOURCE_DIR "/exercises")) {
        if (!entry.path().string().ends_with(".json") || entry.path().string().ends_with(".schema.json")) {
            continue;
        }
        const auto source = std::make_shared<const SourceText>(
            entry.path().string(), read_file(entry.path().string(), limits::file_bytes));
        if (source->bytes().find("\"safety\"") == std::string::npos &&
            source->bytes().find("\"steps\"") == std::string::npos) {
            continue;
        }
        Findings findings(source);
        const auto exercise = read_exercise(source).exercise;
        const auto fragment = read_fragment(source).fragment;
        ASSERT_TRUE(exercise != nullptr || fragment != nullptr) << entry.path();
        check_wording(exercise != nullptr ? shown_texts(*exercise) : shown_texts(*fragment),
                      exercise != nullptr ? exercise->language : fragment->language, exercise.get(),
                      findings);
        EXPECT_EQ(to_text(findings.take(), {.plain = true}), "") << entry.path();
        ++files;
    }
    EXPECT_GE(files, 5U);
}

} // namespace
} // namespace kindly
