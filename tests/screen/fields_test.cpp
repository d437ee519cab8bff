// SPDX-License-Identifier: MIT
#include "screen/field.hpp"
#include "screen/fields_text.hpp"
#include "support.hpp"

#include <variant>

namespace kindly::screen {
namespace {

using Kind = Key::Kind;
using Took = Field::Took;

event::Asked asked(Ask::Answer answer, std::vector<std::string> texts = {}) {
    Question question;
    question.id = "q";
    question.text = "What is here?";
    question.answer = answer;
    for (auto& text : texts) {
        question.options.push_back({"o" + std::to_string(question.options.size() + 1), std::move(text)});
    }
    return {question, std::nullopt};
}

event::Asked scale(int lowest, int highest) {
    auto what = asked(Ask::Answer::scale);
    what.question.lowest = lowest;
    what.question.highest = highest;
    return what;
}

event::Asked number(std::optional<int> lowest, std::optional<int> highest) {
    auto what = asked(Ask::Answer::number);
    what.question.lowest = lowest;
    what.question.highest = highest;
    return what;
}

std::optional<double> number_of(const Field& field) {
    const auto value = field.answer();
    return value ? std::optional(std::get<double>(*value)) : std::nullopt;
}

std::optional<std::string> word_of(const Field& field) {
    const auto value = field.answer();
    return value ? std::optional(std::get<std::string>(*value)) : std::nullopt;
}

/// The words of the span that is strong.
std::string strong_in(const Block& block) {
    std::string strong;
    for (const auto& line : block.lines) {
        for (const auto& span : line) {
            if (span.tone == Tone::strong) { strong += span.text; }
        }
    }
    return strong;
}

void expect_no_commands_taken(Field& field, const std::string& but_for = "") {
    for (const std::string text :
         {"b", "p", "g", "q", "?", "x", "c", "m", "+", "h", "s", "-", "n", "y", " "}) {
        if (but_for.find(text) != std::string::npos) { continue; }
        EXPECT_EQ(field.take(letter(text)), Took::nothing) << text;
    }
    for (const Kind kind : {Kind::escape, Kind::tab, Kind::other}) {
        EXPECT_EQ(field.take(press(kind)), Took::nothing);
    }
    EXPECT_EQ(field.take(control("c")), Took::nothing);
    EXPECT_FALSE(field.takes_letters());
}

// Scales.

TEST(ScaleField, BeginsWithoutANumberAndLooksTheSameWithOne) {
    auto what = scale(0, 10);
    what.question.lowest_label = "Not at all";
    what.question.highest_label = "As much as can be";
    const auto field = make_field(what);
    EXPECT_EQ(in_words(field->draw(64, 8)), " 0   1   2   3   4   5   6   7   8   9   10\n"
                                            "\n"
                                            "0 is: Not at all. 10 is: As much as can be.\n"
                                            "\n"
                                            "Arrows or a number, then Enter.\n");
    EXPECT_EQ(field->answer(), std::nullopt);
    EXPECT_EQ(field->draw(64, 8).focus, (Place{0, 0}));
    field->take(letter("7"));
    EXPECT_EQ(in_words(field->draw(36, 5)), " 0  1  2  3  4  5  6 [7] 8  9  10\n"
                                            "0 is: Not at all. 10 is: As much as\n"
                                            "can be.\n"
                                            "\n"
                                            "Arrows or a number, then Enter.\n");
}

TEST(ScaleField, MarksTheNumberWithoutColour) {
    const auto field = make_field(scale(0, 10));
    field->take(letter("7"));
    const Block block = field->draw(64, 8);
    EXPECT_EQ(strong_in(block), "[7]");
    EXPECT_EQ(block.focus, (Place{0, 29}));
    EXPECT_FALSE(block.cursor_shown);
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(number_of(*field), 7);
}

TEST(ScaleField, TenIsTypedAsOneAndZero) {
    const auto field = make_field(scale(0, 10));
    type(*field, "1");
    EXPECT_EQ(number_of(*field), 1);
    type(*field, "0");
    EXPECT_EQ(number_of(*field), 10);
    type(*field, "4");
    EXPECT_EQ(number_of(*field), 4) << "another number takes its place";
    type(*field, "1");
    field->take(press(Kind::right));
    type(*field, "0");
    EXPECT_EQ(number_of(*field), 0) << "an arrow has come between them";
}

TEST(ScaleField, MovesWithArrowsAndStaysInside) {
    const auto field = make_field(scale(1, 4));
    field->take(press(Kind::right));
    EXPECT_EQ(number_of(*field), 1);
    EXPECT_EQ(field->take(press(Kind::left)), Took::changed) << "never a command, not even at the end";
    EXPECT_EQ(number_of(*field), 1);
    field->take(press(Kind::end));
    EXPECT_EQ(number_of(*field), 4);
    field->take(press(Kind::right));
    EXPECT_EQ(number_of(*field), 4);
    field->take(press(Kind::home));
    EXPECT_EQ(number_of(*field), 1);
    field->take(press(Kind::backspace));
    EXPECT_EQ(number_of(*field), std::nullopt);
    field->take(press(Kind::left));
    EXPECT_EQ(number_of(*field), 4);
    EXPECT_EQ(field->take(press(Kind::up)), Took::nothing);
    EXPECT_EQ(field->take(press(Kind::down)), Took::nothing);
    expect_no_commands_taken(*field);
}

TEST(ScaleField, SaysWhatFitsWhenADigitDoesNot) {
    const auto field = make_field(scale(1, 4));
    EXPECT_EQ(field->take(letter("7")), Took::hint);
    EXPECT_EQ(field->hint(), "A whole number from 1 to 4.");
    EXPECT_EQ(field->answer(), std::nullopt);
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
}

TEST(ScaleField, TakesNumbersThatBeginOutsideAndNegativeOnes) {
    const auto high = make_field(scale(20, 25));
    EXPECT_EQ(high->take(letter("2")), Took::changed);
    EXPECT_EQ(high->answer(), std::nullopt);
    type(*high, "3");
    EXPECT_EQ(number_of(*high), 23);
    const auto low = make_field(scale(-5, 5));
    type(*low, "-3");
    EXPECT_EQ(number_of(*low), -3);
    EXPECT_EQ(low->take(letter("9")), Took::hint) << "-39, and never 9";
    type(*low, "2");
    EXPECT_EQ(number_of(*low), 2);
}

TEST(ScaleField, ShowsPartOfALongRow) {
    const auto field = make_field(scale(0, 100));
    EXPECT_EQ(in_words(field->draw(36, 3)),
              "  0  1  2  3  4  5 ›\nA whole number from 0 to 100.\nArrows or a number, then Enter.\n");
    type(*field, "57");
    EXPECT_EQ(number_of(*field), 57);
    EXPECT_EQ(in_words(field->draw(36, 2)), "‹ 54  55  56 [57] 58  59 ›\nA whole number from 0 to 100.\n");
    type(*field, "100");
    EXPECT_EQ(in_words(field->draw(36, 2)), "‹ 95  96  97  98  99 [100]\nA whole number from 0 to 100.\n");
    const auto widest = make_field(scale(-2147483647 - 1, 2147483647));
    widest->take(press(Kind::end));
    EXPECT_EQ(number_of(*widest), 2147483647);
    EXPECT_EQ(in_words(widest->draw(36, 4)).substr(0, 34), "‹ 2147483646 [2147483647]\nA whol");
}

TEST(ScaleField, ShowsAnAnswerThatWasGiven) {
    auto what = scale(0, 10);
    what.present = 3.0;
    EXPECT_EQ(strong_in(make_field(what)->draw(64, 8)), "[3]");
    what.present = 11.0;
    EXPECT_EQ(make_field(what)->answer(), std::nullopt);
}

TEST(ScaleField, ScrollsWhatIsSaidAboutItsEnds) {
    auto what = scale(0, 10);
    what.question.lowest_label = "nothing of it, not even at the edge of things, as far as you can tell";
    what.question.highest_label = "all of it, everywhere";
    const auto field = make_field(what);
    EXPECT_EQ(in_words(field->draw(36, 3)), " 0  1  2  3  4  5  6  7  8  9  10\n"
                                            "0 is: nothing of it, not even at the\n"
                                            "↓ more below\n");
    EXPECT_EQ(field->take(press(Kind::down)), Took::changed);
    EXPECT_EQ(in_words(field->draw(36, 3)), "0 is: nothing of it, not even at the\n"
                                            "edge of things, as far as you can\n"
                                            "↑ ↓ more above and below\n");
    press_times(*field, 2, press(Kind::down));
    EXPECT_EQ(field->take(press(Kind::down)), Took::nothing);
    field->take(letter("3"));
    EXPECT_EQ(strong_in(field->draw(36, 3)), "[3]") << "what was chosen comes into sight";
}

// Check-ins.

TEST(CheckInField, HasNumbApartFromTheNumbers) {
    const auto field = make_field(event::CheckInAsked{{}, std::nullopt});
    EXPECT_EQ(in_words(field->draw(64, 9)), " 0   1   2   3   4   5   6   7   8   9   10\n"
                                            "\n"
                                            " n  numb or far away\n"
                                            "\n"
                                            "0 is not at all, 10 is as much as can be.\n"
                                            "\n"
                                            "Arrows or a number, then Enter.\n");
    type(*field, "10");
    EXPECT_EQ(number_of(*field), 10);
    EXPECT_EQ(field->take(letter("n")), Took::changed);
    EXPECT_EQ(in_words(field->draw(36, 5)), " 0  1  2  3  4  5  6  7  8  9  10\n"
                                            "[n  numb or far away]\n"
                                            "0 is not at all, 10 is as much as\n"
                                            "can be.\n"
                                            "Arrows or a number, then Enter.\n");
    EXPECT_EQ(strong_in(field->draw(36, 5)), "[n  numb or far away]");
    EXPECT_EQ(field->draw(36, 5).focus, (Place{1, 1}));
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), AnswerValue(Numb{}));
}

TEST(CheckInField, DownAndUpGoBetweenTheNumbersAndNumb) {
    const auto field = make_field(event::CheckInAsked{{}, std::nullopt});
    field->take(press(Kind::down));
    EXPECT_EQ(field->answer(), AnswerValue(Numb{}));
    field->take(press(Kind::up));
    EXPECT_EQ(field->answer(), std::nullopt) << "no number was chosen before";
    type(*field, "4");
    field->take(press(Kind::down));
    field->take(press(Kind::up));
    EXPECT_EQ(number_of(*field), 4);
    field->take(letter("N"));
    field->take(letter("2"));
    EXPECT_EQ(number_of(*field), 2);
    expect_no_commands_taken(*field, "n");
}

TEST(CheckInField, ShowsAnAnswerThatWasGiven) {
    EXPECT_EQ(strong_in(make_field(event::CheckInAsked{{}, Numb{}})->draw(64, 9)), "[n  numb or far away]");
    EXPECT_EQ(strong_in(make_field(event::CheckInAsked{{}, 6.0})->draw(64, 9)), "[6]");
}

// Lists.

TEST(ChoiceField, IsAListWhereNothingIsChosenAtFirst) {
    const auto field =
        make_field(asked(Ask::Answer::choice, {"In my body", "In my \x1B[31mthoughts", "Nowhere"}));
    EXPECT_EQ(in_words(field->draw(64, 9)), "  1  In my body\n"
                                            "  2  In my [31mthoughts\n"
                                            "  3  Nowhere\n"
                                            "\n"
                                            "Arrows or a number, then Enter.\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), std::nullopt);
    EXPECT_EQ(field->take(letter("2")), Took::changed) << "a number only moves";
    EXPECT_EQ(in_words(field->draw(64, 4)), "  1  In my body\n"
                                            "› 2  In my [31mthoughts\n"
                                            "  3  Nowhere\n"
                                            "Arrows or a number, then Enter.\n");
    EXPECT_EQ(strong_in(field->draw(64, 4)), "› 2  In my [31mthoughts");
    EXPECT_EQ(field->draw(64, 4).focus, (Place{1, 0}));
    EXPECT_EQ(word_of(*field), "o2");
    expect_no_commands_taken(*field);
    EXPECT_EQ(field->take(press(Kind::left)), Took::nothing) << "back";
}

TEST(ChoiceField, MovesWithArrowsAndStaysInside) {
    const auto field = make_field(asked(Ask::Answer::choice, {"one", "two", "three"}));
    field->take(press(Kind::down));
    EXPECT_EQ(word_of(*field), "o1");
    field->take(press(Kind::up));
    EXPECT_EQ(word_of(*field), "o1");
    press_times(*field, 5, press(Kind::down));
    EXPECT_EQ(word_of(*field), "o3");
    field->take(press(Kind::home));
    EXPECT_EQ(word_of(*field), "o1");
    field->take(press(Kind::end));
    EXPECT_EQ(word_of(*field), "o3");
    const auto other = make_field(asked(Ask::Answer::choice, {"one", "two", "three"}));
    other->take(press(Kind::up));
    EXPECT_EQ(word_of(*other), "o3") << "from below";
}

TEST(ChoiceField, TwelveOptionsScroll) {
    std::vector<std::string> texts;
    for (int option = 1; option <= 12; ++option) { texts.push_back("option " + std::to_string(option)); }
    const auto field = make_field(asked(Ask::Answer::choice, texts));
    EXPECT_EQ(in_words(field->draw(36, 5)), "   1  option 1\n"
                                            "   2  option 2\n"
                                            "   3  option 3\n"
                                            "↓ more below\n"
                                            "Arrows or a number, then Enter.\n");
    type(*field, "10");
    EXPECT_EQ(word_of(*field), "o10");
    EXPECT_EQ(in_words(field->draw(36, 5)), "   8  option 8\n"
                                            "   9  option 9\n"
                                            "› 10  option 10\n"
                                            "↑ ↓ more above and below\n"
                                            "Arrows or a number, then Enter.\n");
    EXPECT_EQ(in_words(field->draw(36, 2)), "› 10  option 10\n"
                                            "↑ ↓ more above and below\n");
    EXPECT_EQ(in_words(field->draw(36, 1)), "› 10  option 10\n");
}

TEST(ChoiceField, AnOptionThatIsHigherThanTheRoomIsReadToItsEndFirst) {
    const auto field = make_field(asked(
        Ask::Answer::choice, {"a few words that go on for some lines because there is much to say", "two"}));
    field->draw(24, 4);
    field->take(press(Kind::down));
    EXPECT_EQ(in_words(field->draw(24, 4)), "› 1  a few words that go\n"
                                            "     on for some lines\n"
                                            "     because there is\n"
                                            "↓ more below\n");
    field->take(press(Kind::down));
    EXPECT_EQ(word_of(*field), "o1");
    EXPECT_EQ(in_words(field->draw(24, 4)), "     on for some lines\n"
                                            "     because there is\n"
                                            "     much to say\n"
                                            "↑ ↓ more above and below\n");
    field->take(press(Kind::down));
    EXPECT_EQ(word_of(*field), "o2");
    EXPECT_EQ(in_words(field->draw(24, 4)), "     because there is\n"
                                            "     much to say\n"
                                            "› 2  two\n"
                                            "↑ more above\n");
}

TEST(ChoiceField, AndTheSameOnTheWayUp) {
    const auto field = make_field(asked(
        Ask::Answer::choice, {"a few words that go on for some lines because there is much to say", "two"}));
    field->draw(24, 3);
    field->take(letter("2"));
    field->draw(24, 3);
    field->take(press(Kind::up));
    EXPECT_EQ(word_of(*field), "o1");
    EXPECT_EQ(in_words(field->draw(24, 3)), "     because there is\n"
                                            "     much to say\n"
                                            "↑ ↓ more above and below\n");
    field->take(press(Kind::up));
    EXPECT_EQ(in_words(field->draw(24, 3)), "     on for some lines\n"
                                            "     because there is\n"
                                            "↑ ↓ more above and below\n");
    field->take(press(Kind::up));
    EXPECT_EQ(in_words(field->draw(24, 3)), "› 1  a few words that go\n"
                                            "     on for some lines\n"
                                            "↓ more below\n");
}

TEST(ChoiceField, ShowsAnAnswerThatWasGiven) {
    auto what = asked(Ask::Answer::choice, {"one", "two"});
    what.present = std::string("o2");
    EXPECT_EQ(strong_in(make_field(what)->draw(64, 9)), "› 2  two");
    what.present = std::string("gone");
    EXPECT_EQ(make_field(what)->answer(), std::nullopt);
}

TEST(ChoicesField, SpaceTicksAndEnterIsDone) {
    const auto field = make_field(asked(Ask::Answer::choices, {"Hands", "Face", "Chest"}));
    EXPECT_EQ(in_words(field->draw(64, 9)), "› [ ] 1  Hands\n"
                                            "  [ ] 2  Face\n"
                                            "  [ ] 3  Chest\n"
                                            "\n"
                                            "Space marks, Enter when done.\n");
    field->take(letter("3"));
    EXPECT_EQ(field->take(letter(" ")), Took::changed);
    field->take(press(Kind::home));
    field->take(letter(" "));
    EXPECT_EQ(in_words(field->draw(64, 3)), "› [x] 1  Hands\n"
                                            "  [ ] 2  Face\n"
                                            "  [x] 3  Chest\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), AnswerValue(std::vector<std::string>{"o1", "o3"}));
    field->take(letter(" "));
    EXPECT_EQ(field->answer(), AnswerValue(std::vector<std::string>{"o3"}));
    expect_no_commands_taken(*field, " ");
}

TEST(ChoicesField, WhoMovedAndPressesEnterIsToldAboutSpaceOnce) {
    const auto field = make_field(asked(Ask::Answer::choices, {"Hands", "Face"}));
    field->take(press(Kind::down));
    EXPECT_EQ(field->take(press(Kind::enter)), Took::hint);
    EXPECT_EQ(field->hint(), "Space puts an x beside the line you are on. Enter again goes on without any.");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), std::nullopt);
    EXPECT_EQ(make_field(asked(Ask::Answer::choices, {"Hands"}))->take(press(Kind::enter)), Took::answers);
}

TEST(ChoicesField, ShowsAnAnswerThatWasGiven) {
    auto what = asked(Ask::Answer::choices, {"Hands", "Face"});
    what.present = std::vector<std::string>{"o2"};
    const auto field = make_field(what);
    EXPECT_EQ(in_words(field->draw(64, 2)), "› [ ] 1  Hands\n  [x] 2  Face\n");
    EXPECT_EQ(field->answer(), what.present);
}

TEST(YesNoField, TakesLettersAndArrows) {
    const auto field = make_field(asked(Ask::Answer::yes_no));
    EXPECT_EQ(in_words(field->draw(64, 9)), "  y  yes\n  n  no\n\ny or n, then Enter.\n");
    EXPECT_EQ(field->answer(), std::nullopt);
    for (const Key& key : {letter("n"), letter("N"), press(Kind::down), press(Kind::right)}) {
        field->take(press(Kind::home));
        EXPECT_EQ(field->take(key), Took::changed);
        EXPECT_EQ(field->answer(), AnswerValue(false));
    }
    for (const Key& key : {letter("y"), press(Kind::up), press(Kind::left)}) {
        field->take(press(Kind::end));
        EXPECT_EQ(field->take(key), Took::changed);
        EXPECT_EQ(field->answer(), AnswerValue(true));
    }
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->take(letter("1")), Took::nothing);
    expect_no_commands_taken(*field, "ny");
    auto what = asked(Ask::Answer::yes_no);
    what.present = false;
    EXPECT_EQ(strong_in(make_field(what)->draw(64, 9)), "› n  no");
}

TEST(OfferField, BeginsAtItsDefaultAndNamesIt) {
    const auto field =
        make_field(event::Offered{OfferReason::distress, {"ground", "go_on", "close"}, "ground"});
    EXPECT_EQ(in_words(field->draw(36, 7)), "› 1  Ground first: look around, feel\n"
                                            "     the floor\n"
                                            "  2  Go on from where you were\n"
                                            "  3  A gentle closing\n"
                                            "\n"
                                            "Enter: Ground first: look around,\n"
                                            "feel the floor.\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(word_of(*field), "ground");
    EXPECT_EQ(field->take(letter("2")), Took::changed);
    EXPECT_EQ(word_of(*field), "go_on");
    EXPECT_EQ(in_words(field->draw(64, 4)), "  1  Ground first: look around, feel the floor\n"
                                            "› 2  Go on from where you were\n"
                                            "  3  A gentle closing\n"
                                            "Enter: Go on from where you were.\n");
    expect_no_commands_taken(*field);
}

TEST(OfferField, GoingOnIsWalkedToWhereClosingIsTheDefault) {
    const auto field = make_field(event::Offered{OfferReason::stop, {"close", "stop", "go_on"}, "close"});
    EXPECT_EQ(field->take(letter("3")), Took::hint);
    EXPECT_EQ(field->hint(), "To go on, please move to it with the arrow keys, and then press Enter.");
    EXPECT_EQ(word_of(*field), "close");
    EXPECT_EQ(field->take(letter("2")), Took::changed);
    EXPECT_EQ(word_of(*field), "stop");
    EXPECT_EQ(field->take(press(Kind::down)), Took::changed);
    EXPECT_EQ(word_of(*field), "go_on");
    EXPECT_EQ(field->take(letter("3")), Took::changed) << "it is there already";
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
}

TEST(KeepField, HasNoDefault) {
    const auto field = make_field(event::KeepAsked{"q", {"keep", "delete"}, ""});
    EXPECT_EQ(in_words(field->draw(64, 9)), "  1  Keep these words\n"
                                            "  2  Delete these words\n"
                                            "\n"
                                            "Enter alone leaves them as they are.\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), std::nullopt);
    field->take(letter("2"));
    EXPECT_EQ(in_words(field->draw(64, 3)), "  1  Keep these words\n"
                                            "› 2  Delete these words\n"
                                            "Enter: Delete these words.\n");
    EXPECT_EQ(word_of(*field), "delete");
}

// What is typed.

TEST(NumberField, IsTypedAndItsLimitsAreNamed) {
    const auto field = make_field(number(0, 24));
    EXPECT_EQ(in_words(field->draw(64, 9)), "›\nA number from 0 to 24.\n\nType a number, then Enter.\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), std::nullopt);
    type(*field, "7,5");
    const Block block = field->draw(36, 4);
    EXPECT_EQ(in_words(block), "› 7,5\nA number from 0 to 24.\n\nType a number, then Enter.\n");
    EXPECT_EQ(block.focus, (Place{0, 5}));
    EXPECT_TRUE(block.cursor_shown);
    EXPECT_EQ(number_of(*field), 7.5);
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    expect_no_commands_taken(*field);
}

TEST(NumberField, SaysWhatFitsAndChangesNothing) {
    const auto field = make_field(number(0, 24));
    for (const std::string text : {"25", "1.2.3", ".", "7,500"}) {
        field->take(control("u"));
        type(*field, text);
        EXPECT_EQ(field->take(press(Kind::enter)), Took::hint) << text;
        EXPECT_EQ(field->hint(), "A number from 0 to 24.");
        EXPECT_EQ(in_words(field->draw(64, 1)), "› " + text + "\n") << "what was typed is still there";
    }
    press_times(*field, 10, press(Kind::backspace));
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    type(*field, "123456789012345");
    EXPECT_EQ(field->take(letter("6")), Took::hint);
}

TEST(NumberField, TakesAMinusOnlyWhereItCanBeMeant) {
    const auto low = make_field(number(-10, std::nullopt));
    type(*low, "-2");
    EXPECT_EQ(number_of(*low), -2);
    EXPECT_EQ(in_words(low->draw(36, 2)), "› -2\nA number, at least -10.\n");
    EXPECT_EQ(make_field(number(std::nullopt, std::nullopt))->take(letter("-")), Took::changed);
    auto what = number(0, 24);
    what.present = 2.5;
    EXPECT_EQ(in_words(make_field(what)->draw(36, 1)), "› 2.5\n");
    EXPECT_EQ(number_of(*make_field(what)), 2.5);
}

TEST(ConsentField, TakesTheTypedWordAndListsKindlyWhatIsUsual) {
    const auto field =
        make_field(event::Consent{"This one is strong.", {"somebody to call", "a calm place to be in"}});
    EXPECT_EQ(in_words(field->draw(36, 9)), "Before an exercise like this, it is\n"
                                            "usual to have:\n"
                                            "- somebody to call\n"
                                            "- a calm place to be in\n"
                                            "\n"
                                            "Type yes to begin, or q to leave.\n"
                                            "Both are fine.\n"
                                            "›\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::hint);
    EXPECT_EQ(field->hint(), "Please type yes to begin, or q to leave. Both are fine.");
    expect_no_commands_taken(*field, "yn");
    type(*field, "ye");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::hint);
    EXPECT_EQ(field->take(letter("q")), Took::nothing);
    EXPECT_EQ(field->take(letter("s")), Took::changed);
    EXPECT_EQ(in_words(field->draw(36, 4)), "Type yes to begin, or q to leave.\n"
                                            "Both are fine.\n"
                                            "↑ more above\n"
                                            "› yes\n");
    EXPECT_EQ(field->draw(36, 4).focus, (Place{3, 5}));
    EXPECT_TRUE(field->draw(36, 4).cursor_shown);
    EXPECT_EQ(field->take(press(Kind::enter)), Took::answers);
    EXPECT_EQ(field->answer(), AnswerValue(true));
    press_times(*field, 4, press(Kind::backspace));
    type(*field, "No");
    EXPECT_EQ(field->answer(), AnswerValue(false));
}

TEST(ConsentField, InTheMiddleNamesTheGentleWay) {
    const auto field = make_field(event::Consent{"Go on?", {"a low rating"}, true});
    EXPECT_EQ(in_words(field->draw(64, 6)), "To go on with an exercise like this, it is usual to have:\n"
                                            "- a low rating\n"
                                            "\n"
                                            "Type yes to go on, or no for a gentle closing. Both are fine.\n"
                                            "›\n");
    EXPECT_EQ(field->take(press(Kind::enter)), Took::hint);
    EXPECT_EQ(field->hint(), "Please type yes to go on, or no for a gentle closing. Both are fine.");
}

TEST(ConsentField, ALongListIsReadFromItsBeginning) {
    const auto field = make_field(event::Consent{"", {"one", "two", "three"}});
    EXPECT_EQ(in_words(field->draw(64, 4)), "Before an exercise like this, it is usual to have:\n"
                                            "- one\n"
                                            "↓ more below\n"
                                            "›\n");
    EXPECT_TRUE(field->draw(64, 4).cursor_shown) << "what is typed stays in sight";
    field->take(press(Kind::down));
    field->take(press(Kind::down));
    field->take(press(Kind::down));
    EXPECT_EQ(in_words(field->draw(64, 4)), "- three\n"
                                            "Type yes to begin, or q to leave. Both are fine.\n"
                                            "↑ more above\n"
                                            "›\n");
}

// Texts.

TEST(TextField, AnswersWithWhatWasWritten) {
    auto what = asked(Ask::Answer::text);
    what.question.longest = 100;
    const auto field = make_field(what);
    EXPECT_TRUE(field->takes_letters());
    EXPECT_EQ(field->take(control("d")), Took::answers);
    EXPECT_EQ(field->answer(), std::nullopt);
    type(*field, " \n");
    EXPECT_EQ(field->answer(), std::nullopt) << "nothing but white space is no words";
    type(*field, "quite a gsqp?");
    EXPECT_EQ(word_of(*field), " \nquite a gsqp?") << "letters are letters";
}

TEST(TextField, BeginsWithTheAnswerSoFarAndTakesADraft) {
    auto what = asked(Ask::Answer::text);
    what.present = std::string("what I said");
    TextField field(what);
    EXPECT_EQ(field.text(), "what I said");
    field.set_text("a draft\r\nof mine");
    EXPECT_EQ(field.text(), "a draft\nof mine");
    EXPECT_EQ(field.draw(36, 4).focus, (Place{1, 7}));
}

} // namespace
} // namespace kindly::screen
