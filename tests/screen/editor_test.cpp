// SPDX-License-Identifier: MIT
#include "screen/editor.hpp"

#include "support.hpp"

namespace kindly::screen {
namespace {

using Kind = Key::Kind;
using Took = Field::Took;

/// The text with the cursor in it.
std::string seen(const Editor& editor) {
    std::string text = editor.text();
    return text.insert(editor.cursor(), "|");
}

/// "one |two": the text, and where the cursor is moved to by keys.
Editor at(std::string text, int columns = 64) {
    const auto bar = text.find('|');
    text.erase(bar, 1);
    Editor editor;
    editor.set_text(text);
    (void)editor.draw(columns, 10);
    while (editor.cursor() > bar) { editor.take(press(Kind::left)); }
    return editor;
}

std::string after(const std::string& text, const Key& key, int columns = 64) {
    Editor editor = at(text, columns);
    editor.take(key);
    return seen(editor);
}

TEST(Editor, TakesWhatIsTypedAndEnterIsANewLine) {
    Editor editor;
    type(editor, "für\nmich");
    EXPECT_EQ(seen(editor), "für\nmich|");
    EXPECT_EQ(in_words(editor.draw(40, 5)), "für\nmich\n");
    EXPECT_EQ(editor.draw(40, 5).focus, (Place{1, 4}));
    EXPECT_TRUE(editor.draw(40, 5).cursor_shown);
}

TEST(Editor, AnEmptyOneHasALineForTheCursor) {
    const Editor editor;
    const Block block = editor.draw(40, 5);
    EXPECT_EQ(block.lines.size(), 1U);
    EXPECT_EQ(block.focus, (Place{0, 0}));
}

TEST(Editor, ArrowsGoByWhatAPersonCallsACharacter) {
    EXPECT_EQ(after("ae\u0301|b", press(Kind::left)), "a|e\u0301b");
    EXPECT_EQ(after("a|e\u0301b", press(Kind::right)), "ae\u0301|b");
    EXPECT_EQ(after("a👨‍👩‍👧|", press(Kind::left)), "a|👨‍👩‍👧");
    EXPECT_EQ(after("|a", press(Kind::left)), "|a");
    EXPECT_EQ(after("a|", press(Kind::right)), "a|");
    EXPECT_EQ(after("a\n|b", press(Kind::left)), "a|\nb");
}

TEST(Editor, NoKeySeemsToDoNothingOverWhatTakesNoRoom) {
    EXPECT_EQ(after("a\u200B|b", press(Kind::backspace)), "|b");
    Editor editor = at("|a\u200Bbc");
    press_times(editor, 2, press(Kind::right));
    EXPECT_EQ(seen(editor), "a\u200Bb|c");
    press_times(editor, 2, press(Kind::left));
    editor.take(press(Kind::right));
    editor.take(press(Kind::remove));
    EXPECT_EQ(seen(editor), "a|c");
    EXPECT_EQ(after("a\n\u200B|b", press(Kind::backspace)), "a\n|b") << "the newline is another thing";
}

TEST(Editor, BackspaceAndDeleteTakeWholeCharacters) {
    EXPECT_EQ(after("ae\u0301|b", press(Kind::backspace)), "a|b");
    EXPECT_EQ(after("a|🇩🇪b", press(Kind::remove)), "a|b");
    EXPECT_EQ(after("a\n|b", press(Kind::backspace)), "a|b");
    EXPECT_EQ(after("a|\nb", press(Kind::remove)), "a|b");
    EXPECT_EQ(after("|", press(Kind::backspace)), "|");
    EXPECT_EQ(after("|", press(Kind::remove)), "|");
}

TEST(Editor, WordsAreCrossedWithControlAndWithAlt) {
    for (const Key& key :
         {with_control(press(Kind::left)), with_alt(press(Kind::left)), with_alt(letter("b"))}) {
        EXPECT_EQ(after("I don't know.  |", key), "I don't know|.  ");
        EXPECT_EQ(after("I don't| know", key), "I |don't know");
        EXPECT_EQ(after("one\n\n |two", key), "|one\n\n two");
        EXPECT_EQ(after("|one", key), "|one");
    }
    for (const Key& key :
         {with_control(press(Kind::right)), with_alt(press(Kind::right)), with_alt(letter("f"))}) {
        EXPECT_EQ(after("I| don't know", key), "I don't| know");
        EXPECT_EQ(after("I don't| \nknow", key), "I don't \nknow|");
        EXPECT_EQ(after("one|...", key), "one...|");
        EXPECT_EQ(after("one|", key), "one|");
    }
}

TEST(Editor, WordsAreDeletedButNeverOverANewline) {
    for (const Key& key :
         {control("w"), with_alt(press(Kind::backspace)), with_control(press(Kind::backspace))}) {
        EXPECT_EQ(after("one two| three", key), "one | three");
        EXPECT_EQ(after("one two  |", key), "one |");
        EXPECT_EQ(after("one\n|two", key), "one|two") << "the newline by itself";
        EXPECT_EQ(after("one\n  |two", key), "one\n|two");
        EXPECT_EQ(after("|one", key), "|one");
    }
    for (const Key& key : {with_alt(letter("d")), with_control(press(Kind::remove))}) {
        EXPECT_EQ(after("one| two three", key), "one| three");
        EXPECT_EQ(after("one|\ntwo", key), "one|two");
        EXPECT_EQ(after("one| \ntwo", key), "one|\ntwo");
        EXPECT_EQ(after("one|", key), "one|");
    }
}

TEST(Editor, HomeAndEndMeanTheShownLine) {
    const std::string text =
        "aaaa bbbb cccc dddd eeee ffff"; // 17 columns: "aaaa bbbb cccc " / "dddd eeee ffff"
    Editor editor = at(text + "|", 18);
    EXPECT_EQ(in_words(editor.draw(18, 5)), "aaaa bbbb cccc\ndddd eeee ffff\n");
    editor.take(press(Kind::home));
    EXPECT_EQ(editor.cursor(), 15U);
    editor.take(press(Kind::up));
    editor.take(press(Kind::end));
    EXPECT_EQ(editor.cursor(), 14U) << "before the space at which it was broken";
    EXPECT_EQ(editor.draw(18, 5).focus, (Place{0, 14}));
    editor.take(control("a"));
    EXPECT_EQ(editor.cursor(), 0U);
    editor.take(control("e"));
    EXPECT_EQ(editor.cursor(), 14U);
}

TEST(Editor, ControlUAndKTakeTheShownLinesBeginningAndEnd) {
    const std::string text = "aaaa bbbb cccc dddd| eeee ffff";
    EXPECT_EQ(after(text, control("u"), 18), "aaaa bbbb cccc | eeee ffff");
    EXPECT_EQ(after("aaaa bb|bb cccc dddd", control("k"), 18), "aaaa bb| dddd");
    EXPECT_EQ(after("one\n|two", control("u")), "one\n|two");
    EXPECT_EQ(after("one|\ntwo", control("k")), "one|two");
    EXPECT_EQ(after("one|", control("k")), "one|");
}

TEST(Editor, UpAndDownKeepTheColumnThatWasWished) {
    Editor editor = at("long line\nab\nlong too|");
    editor.take(press(Kind::up));
    EXPECT_EQ(editor.cursor(), 12U);
    editor.take(press(Kind::up));
    EXPECT_EQ(editor.cursor(), 8U);
    editor.take(press(Kind::up));
    EXPECT_EQ(editor.cursor(), 8U) << "there is nothing above";
    press_times(editor, 2, press(Kind::down));
    EXPECT_EQ(editor.cursor(), 21U);
    editor.take(press(Kind::down));
    EXPECT_EQ(editor.cursor(), 21U);
}

TEST(Editor, UpAndDownCountColumnsNotBytes) {
    Editor editor = at("静かな\nabcdef|");
    editor.take(press(Kind::left));
    editor.take(press(Kind::up));
    EXPECT_EQ(seen(editor), "静か|な\nabcdef") << "column 5 is in the middle of a wide character";
    EXPECT_EQ(editor.draw(40, 5).focus, (Place{0, 4}));
}

TEST(Editor, AlwaysUsesTheKeysThatMoveSoThatTheyAreNeverCommands) {
    Editor editor;
    for (const Kind kind : {Kind::left, Kind::right, Kind::up, Kind::down, Kind::home, Kind::end,
                            Kind::page_up, Kind::page_down, Kind::backspace, Kind::remove}) {
        EXPECT_EQ(editor.take(press(kind)), Took::changed);
    }
    for (const std::string text : {"w", "u", "k", "a", "e"}) {
        EXPECT_EQ(editor.take(control(text)), Took::changed);
    }
}

TEST(Editor, LeavesAloneWhatIsNotItsOwn) {
    Editor editor = at("one|");
    for (const Kind kind : {Kind::escape, Kind::tab, Kind::back_tab, Kind::other}) {
        EXPECT_EQ(editor.take(press(kind)), Took::nothing);
    }
    for (const std::string text : {"o", "c", "l", "z"}) {
        EXPECT_EQ(editor.take(control(text)), Took::nothing);
    }
    for (const std::string text : {"g", "s", "q", "?", "x", "p", " "}) {
        EXPECT_EQ(editor.take(with_alt(letter(text))), Took::nothing);
    }
    EXPECT_EQ(seen(editor), "one|");
}

TEST(Editor, ControlDAndEscapeEnterFinish) {
    Editor editor = at("one|");
    EXPECT_EQ(editor.take(control("d")), Took::answers);
    EXPECT_EQ(editor.take(with_alt(press(Kind::enter))), Took::answers);
    EXPECT_EQ(editor.text(), "one");
}

TEST(Editor, TakesBackByWordsAndDoesAgain) {
    Editor editor;
    type(editor, "one two");
    const Key undo = with_alt(letter("u"));
    const Key redo = with_alt(letter("r"));
    EXPECT_EQ(editor.take(undo), Took::changed);
    EXPECT_EQ(seen(editor), "one |");
    editor.take(undo);
    EXPECT_EQ(seen(editor), "|");
    EXPECT_EQ(editor.take(undo), Took::hint);
    EXPECT_EQ(editor.hint(), "There is nothing more to take back.");
    press_times(editor, 2, redo);
    EXPECT_EQ(seen(editor), "one two|");
    EXPECT_EQ(editor.take(redo), Took::hint);
    EXPECT_EQ(editor.hint(), "There is nothing more to bring back.");
    editor.take(undo);
    type(editor, "x");
    EXPECT_EQ(editor.take(redo), Took::hint) << "something else was written since";
    EXPECT_EQ(seen(editor), "one x|");
}

TEST(Editor, TakesBackDeletionsAndTheCursorIsWhereItWas) {
    Editor editor = at("one two| three");
    const Key undo = with_alt(letter("u"));
    press_times(editor, 3, press(Kind::backspace));
    editor.take(undo);
    EXPECT_EQ(seen(editor), "one two| three");
    editor.take(control("k"));
    editor.take(undo);
    EXPECT_EQ(seen(editor), "one two| three");
    editor.take(press(Kind::home));
    type(editor, "a");
    editor.take(press(Kind::end));
    type(editor, "b");
    editor.take(undo);
    EXPECT_EQ(seen(editor), "aone two three|") << "what was typed in two places is two changes";
}

TEST(Editor, WordsThatComeBackFromElsewhereCanBeTakenBack) {
    Editor editor;
    editor.set_text("a draft");
    EXPECT_EQ(editor.take(with_alt(letter("u"))), Took::hint) << "a draft is what it begins with";
    editor.set_text("");
    EXPECT_EQ(editor.text(), "");
    editor.take(with_alt(letter("u")));
    EXPECT_EQ(editor.text(), "a draft") << "an editor that came back with nothing has lost nothing";
}

TEST(Editor, CleansWhatIsPasted) {
    Editor editor;
    EXPECT_EQ(editor.take(paste("one\r\ntwo\rthree\n\x1B[31mred\x07\xFF")), Took::changed);
    EXPECT_EQ(editor.text(), "one\ntwo\nthree\n[31mred\uFFFD");
    EXPECT_EQ(editor.take(paste("")), Took::changed);
    editor.take(with_alt(letter("u")));
    EXPECT_EQ(editor.text(), "");
}

TEST(Editor, KeepsWhatItDoesNotDraw) {
    Editor editor;
    editor.take(paste("a\u202Eb\tc\u200Bd"));
    EXPECT_EQ(editor.text(), "a\u202Eb\tc\u200Bd");
    EXPECT_EQ(in_words(editor.draw(40, 3)), "ab  cd\n");
    EXPECT_EQ(editor.draw(40, 3).focus, (Place{0, 6}));
}

TEST(Editor, StopsKindlyWhereThereIsNoMoreRoom) {
    Editor editor(5);
    type(editor, "ae\u0301iou");
    EXPECT_EQ(editor.text(), "ae\u0301iou") << "characters are counted, not bytes";
    EXPECT_EQ(editor.take(letter("x")), Took::hint);
    EXPECT_EQ(editor.hint(), "All of the room here is used: 5 characters. What you wrote is safe.");
    EXPECT_EQ(editor.take(press(Kind::enter)), Took::hint);
    EXPECT_EQ(editor.take(letter("\u0308")), Took::changed) << "a mark makes no new character";
    editor.take(press(Kind::backspace));
    EXPECT_EQ(editor.take(letter("y")), Took::changed);
    EXPECT_EQ(editor.take(control("d")), Took::answers);
}

TEST(Editor, RefusesAPasteWhole) {
    Editor editor(10);
    type(editor, "one ");
    EXPECT_EQ(editor.take(paste("seven77")), Took::hint);
    EXPECT_EQ(editor.hint(), "That is 1 character longer than there is room for. Nothing has changed.");
    EXPECT_EQ(seen(editor), "one |");
    EXPECT_EQ(editor.take(paste("six666")), Took::changed);
    EXPECT_EQ(seen(editor), "one six666|");
    EXPECT_EQ(editor.take(press(Kind::paste_refused)), Took::hint);
    EXPECT_EQ(editor.hint(), "That was too much to take in at once. Nothing has changed.");
}

TEST(Editor, NeverCutsADraftThatIsTooLong) {
    Editor editor(5);
    editor.set_text("seven77");
    EXPECT_EQ(editor.text(), "seven77");
    EXPECT_EQ(editor.take(control("d")), Took::hint);
    EXPECT_EQ(editor.hint(),
              "This is 2 characters longer than can be kept here. All of it is still there; a few "
              "words less, and it fits.");
    EXPECT_EQ(editor.take(letter("x")), Took::hint);
    press_times(editor, 2, press(Kind::backspace));
    EXPECT_EQ(editor.take(control("d")), Took::answers);
}

TEST(Editor, ScrollsAndSaysWhereThereIsMore) {
    Editor editor;
    type(editor, "1\n2\n3\n4\n5\n6");
    EXPECT_EQ(in_words(editor.draw(36, 4)), "4\n5\n6\n↑ more above\n");
    EXPECT_EQ(editor.draw(36, 4).focus, (Place{2, 1}));
    press_times(editor, 3, press(Kind::up));
    EXPECT_EQ(in_words(editor.draw(36, 4)), "3\n4\n5\n↑ ↓ more above and below\n");
    EXPECT_EQ(editor.draw(36, 4).focus, (Place{0, 1}));
    editor.take(press(Kind::page_up));
    EXPECT_EQ(in_words(editor.draw(36, 4)), "1\n2\n3\n↓ more below\n");
    EXPECT_EQ(editor.draw(36, 4).focus, (Place{0, 1}));
    editor.take(press(Kind::page_down));
    EXPECT_EQ(editor.draw(36, 4).focus, (Place{2, 1})) << "4 has come into sight";
    EXPECT_EQ(in_words(editor.draw(36, 6)), "1\n2\n3\n4\n5\n6\n") << "more room: no empty lines";
    EXPECT_EQ(in_words(editor.draw(36, 1)), "4\n");
}

TEST(Editor, BreaksByWordsAndInsideWhatIsTooLong) {
    Editor editor;
    editor.take(paste("a few words, then " + std::string(50, 'w') + " end"));
    EXPECT_EQ(in_words(editor.draw(21, 9)), "a few words, then\n" + std::string(20, 'w') + "\n" +
                                                std::string(20, 'w') + "\n" + std::string(10, 'w') +
                                                " end\n");
}

TEST(Editor, TenThousandMarksOnOneLetterAreStillDrawnAndCrossed) {
    Editor editor;
    std::string text = "a";
    for (int mark = 0; mark < 10000; ++mark) { text += "\u0301"; }
    editor.take(paste("before " + text + " after"));
    for (const int columns : {40, 24, 80}) {
        const Block block = editor.draw(columns, 12);
        ASSERT_LE(block.lines.size(), 12U);
        EXPECT_LT(block.focus->column, columns);
        EXPECT_EQ(first_invalid_utf8(in_words(block)), std::nullopt);
        press_times(editor, 3, with_control(press(Kind::left)));
    }
    editor.take(control("d"));
    EXPECT_EQ(editor.text(), "before " + text + " after");
}

TEST(Editor, AWordOfTenThousandLettersIsCrossedInParts) {
    Editor editor;
    editor.take(paste(std::string(10000, 'w')));
    (void)editor.draw(40, 5);
    press_times(editor, 2, with_control(press(Kind::left)));
    EXPECT_EQ(editor.cursor(), 10000U - 2 * 4096);
    press_times(editor, 1, with_control(press(Kind::left)));
    EXPECT_EQ(editor.cursor(), 0U);
    EXPECT_EQ(in_words(editor.draw(40, 3)),
              std::string(39, 'w') + "\n" + std::string(39, 'w') + "\n↓ more below\n");
}

TEST(Editor, ASpaceAtTheEdgeHangsAndTheCursorStaysInside) {
    Editor editor;
    type(editor, "12345678901234567890   ");
    EXPECT_EQ(in_words(editor.draw(21, 9)), "12345678901234567890\n");
    EXPECT_EQ(editor.draw(21, 9).focus, (Place{0, 20}));
    type(editor, "x");
    EXPECT_EQ(in_words(editor.draw(21, 9)), "12345678901234567890\nx\n");
}

TEST(Editor, BreaksBetweenIdeographs) {
    Editor editor;
    type(editor, "静かな場所で息をする、ゆっくりと");
    EXPECT_EQ(in_words(editor.draw(22, 9)), "静かな場所で息をす\nる、ゆっくりと\n");
}

} // namespace
} // namespace kindly::screen
