// SPDX-License-Identifier: MIT
#include "screen/controls.hpp"

#include "screen/keys_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::screen {
namespace {

using ::testing::HasSubstr;
using Kind = Key::Kind;

Key typed(const char* text) { return {Kind::character, text, false, false}; }
Key named(Kind kind) { return {kind, "", false, false}; }
Key alt(Key key) {
    key.alt = true;
    return key;
}

template <class Sent>
bool sends(const Action& action) {
    const auto* send = std::get_if<action::Send>(&action);
    return send != nullptr && std::holds_alternative<Sent>(send->input);
}
template <class What>
bool is(const Action& action) {
    return std::holds_alternative<What>(action);
}

Situation where(bool Situation::*what) {
    Situation here;
    here.*what = true;
    return here;
}

Situation in_a_text() {
    Situation here = where(&Situation::asks);
    here.writing = true;
    here.editor = true;
    return here;
}

TEST(Controls, TheLettersMeanTheSameWhereverNothingIsWritten) {
    const auto meaning = [](const Key& key,
                            const Situation& here) { // a field says first that it is not its own
        return here.asks ? meaning_without_field(key, here) : screen::meaning(key, here);
    };
    for (const Situation& here : {Situation{}, where(&Situation::asks), where(&Situation::paused),
                                  where(&Situation::begins), where(&Situation::help)}) {
        EXPECT_TRUE(sends<input::Ground>(meaning(typed("g"), here)));
        EXPECT_TRUE(sends<input::Skip>(meaning(typed("s"), here)));
        EXPECT_TRUE(sends<input::Stop>(meaning(typed("q"), here)));
        EXPECT_TRUE(sends<input::Stop>(meaning(typed("Q"), here))) << "with Caps Lock too";
        EXPECT_TRUE(sends<input::Back>(meaning(typed("b"), here)));
        EXPECT_TRUE(is<action::Hide>(meaning(typed("x"), here)));
        EXPECT_TRUE(is<action::Countdown>(meaning(typed("c"), here)));
        EXPECT_TRUE(is<action::Mute>(meaning(typed("m"), here)));
    }
}

TEST(Controls, GoingOnAndBackAndPausing) {
    EXPECT_TRUE(sends<input::Continue>(meaning(named(Kind::enter), {})));
    EXPECT_TRUE(sends<input::Continue>(meaning(named(Kind::right), {})));
    EXPECT_TRUE(sends<input::Back>(meaning(named(Kind::left), {})));
    EXPECT_TRUE(sends<input::Pause>(meaning(typed(" "), {})));
    EXPECT_TRUE(sends<input::Pause>(meaning(typed("p"), {})));
    const Situation paused = where(&Situation::paused);
    EXPECT_TRUE(sends<input::Resume>(meaning(typed(" "), paused)));
    EXPECT_TRUE(sends<input::Resume>(meaning(typed("p"), paused)));
    EXPECT_TRUE(sends<input::Resume>(meaning(named(Kind::enter), paused)));
    EXPECT_TRUE(is<action::Nothing>(meaning(typed("7"), paused)));
    EXPECT_TRUE(is<action::Faster>(meaning(typed("+"), {})));
    EXPECT_TRUE(is<action::Slower>(meaning(typed("-"), {})));
}

TEST(Controls, AFieldIsAskedFirst) {
    const Situation here = where(&Situation::asks);
    for (const Key& key : {named(Kind::left), named(Kind::right), named(Kind::enter), named(Kind::up),
                           typed("7"), typed("n"), typed("-"), typed(" "), typed("s")}) { // of "yes"
        EXPECT_TRUE(is<action::ToField>(meaning(key, here))) << key.text;
    }
    EXPECT_TRUE(sends<input::Pause>(meaning_without_field(typed(" "), here)));
    EXPECT_TRUE(is<action::Slower>(meaning_without_field(typed("-"), here)));
    EXPECT_TRUE(sends<input::Back>(meaning_without_field(named(Kind::left), here)));
}

TEST(Controls, InATextLettersAreTextAndEscapeMakesThemCommands) {
    Situation here = in_a_text();
    for (const char* letter : {"g", "s", "q", "p", "b", "x", "c", "m", "?", "h", " ", "+", "-"}) {
        EXPECT_TRUE(is<action::ToField>(meaning(typed(letter), here))) << letter;
        EXPECT_FALSE(is<action::ToField>(meaning(alt(typed(letter)), here))) << letter;
    }
    EXPECT_TRUE(is<action::Escape>(meaning(named(Kind::escape), here)));
    here.escaped = true;
    EXPECT_TRUE(sends<input::Ground>(meaning(typed("g"), here)));
    EXPECT_TRUE(sends<input::Stop>(meaning(typed("q"), here)));
    EXPECT_TRUE(is<action::Help>(meaning(typed("?"), here)));
    EXPECT_TRUE(is<action::Cancel>(meaning(named(Kind::escape), here))) << "Escape twice: nothing";
    EXPECT_TRUE(is<action::ToField>(meaning(named(Kind::enter), here))) << "Escape, then Enter: done";
}

TEST(Controls, AQuestionThatDoesNotFitIsScrolledByPages) {
    Situation here = where(&Situation::asks);
    EXPECT_TRUE(is<action::ToField>(meaning(named(Kind::page_down), here))) << "all of it is there";
    here.more = true;
    EXPECT_TRUE(is<action::Scroll>(meaning(named(Kind::page_down), here)));
    EXPECT_TRUE(is<action::Scroll>(meaning(named(Kind::page_up), here)));
    EXPECT_TRUE(is<action::ToField>(meaning(named(Kind::down), here)));
    here.writing = true;
    EXPECT_TRUE(is<action::ToField>(meaning(named(Kind::page_down), here))) << "the text's own";
    EXPECT_TRUE(is<action::Scroll>(meaning(alt(named(Kind::page_down)), here)));
    here.escaped = true;
    EXPECT_TRUE(is<action::Scroll>(meaning(named(Kind::page_down), here)));
}

TEST(Controls, TheEditorIsOpenedOnlyWhereThereIsOne) {
    const Key control_o{Kind::control, "o", false, false};
    EXPECT_TRUE(is<action::Editor>(meaning(control_o, in_a_text())));
    Situation without = in_a_text();
    without.editor = false;
    EXPECT_TRUE(is<action::ToField>(meaning(control_o, without)));
}

TEST(Controls, HiddenOnlyShowingAndStoppingWork) {
    Situation here = in_a_text();
    here.hidden = true;
    EXPECT_TRUE(is<action::Hide>(meaning(typed("x"), here)));
    EXPECT_TRUE(sends<input::Stop>(meaning(typed("q"), here)));
    for (const char* letter : {"g", "s", "a", " "}) {
        EXPECT_TRUE(is<action::Nothing>(meaning(typed(letter), here)));
    }
}

TEST(Controls, TheHelpIsClosedByWhatOpenedItAndByWhateverGoesOn) {
    const Situation help = where(&Situation::help);
    for (const Key& key : {typed("?"), typed("h"), typed(" "), named(Kind::enter), named(Kind::escape)}) {
        EXPECT_TRUE(is<action::CloseHelp>(meaning(key, help))) << key.text;
    }
    EXPECT_TRUE(is<action::Scroll>(meaning(named(Kind::page_down), help)));
}

TEST(Controls, TheEndingWaitsForOneKey) {
    const Situation ended = where(&Situation::ended);
    for (const Key& key : {named(Kind::enter), typed("q"), typed(" "), named(Kind::escape)}) {
        EXPECT_TRUE(is<action::Leave>(meaning(key, ended)));
    }
    EXPECT_TRUE(is<action::Nothing>(meaning(typed("g"), ended)));
}

std::string words(const ScreenLine& line) { return line.empty() ? "" : line.front().text; }

TEST(KeysLine, NamesWhatWorksAndFits) {
    EXPECT_EQ(words(keys_line({}, 72)), "space pause   → on   ← back   g ground   s skip   q stop   ? help");
    EXPECT_EQ(words(keys_line({}, 38)), "space pause  g ground  q stop  ? help");
    EXPECT_EQ(words(keys_line({}, 16)), "q stop  ? help");
    EXPECT_EQ(words(keys_line(where(&Situation::waits), 38)), "Enter on  g ground  q stop  ? help");
    Situation here = in_a_text();
    EXPECT_EQ(words(keys_line(here, 80)), "Ctrl-D done  Ctrl-O editor  Esc g ground  Esc q stop  Esc ? help");
    EXPECT_THAT(words(keys_line(here, 38)), HasSubstr("Ctrl-D done"));
    EXPECT_THAT(words(keys_line(here, 38)), HasSubstr("Esc q stop"));
    here.escaped = true;
    EXPECT_THAT(words(keys_line(here, 72)), HasSubstr("Esc write on"));
    EXPECT_THAT(words(keys_line(here, 38)), HasSubstr("q stop"));
}

} // namespace
} // namespace kindly::screen
