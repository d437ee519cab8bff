// SPDX-License-Identifier: MIT
#include "screen/keyboard.hpp"

#include "screen/terminal.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kindly::screen {

void PrintTo(const Key& key, std::ostream* out) {
    *out << "kind " << static_cast<int>(key.kind) << " \"" << key.text << "\"" << (key.alt ? " alt" : "")
         << (key.control ? " control" : "");
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = Key::Kind;

constexpr std::size_t longest = 100;

Keyboard usual() { return {{}, false, longest}; }

std::vector<Key> typed(std::string_view bytes, Keyboard keyboard = usual()) {
    keyboard.take(bytes);
    keyboard.give_up();
    return keyboard.keys();
}

Key key(Kind kind, std::string text = {}) { return {.kind = kind, .text = std::move(text)}; }
Key alt(Key held) {
    held.alt = true;
    return held;
}
Key control(Kind kind) { return {.kind = kind, .text = {}, .alt = false, .control = true}; }
Key letter(std::string text) { return key(Kind::character, std::move(text)); }

TEST(KeyboardTest, CursorKeysInEveryDialect) {
    EXPECT_THAT(typed("\033[A\033OB\033[C\033OD"),
                ElementsAre(key(Kind::up), key(Kind::down), key(Kind::right), key(Kind::left)));
    EXPECT_THAT(typed("\033[H\033OH\033[1~\033[7~"), testing::Each(key(Kind::home)));
    EXPECT_THAT(typed("\033[F\033OF\033[4~\033[8~"), testing::Each(key(Kind::end)));
    EXPECT_THAT(typed("\033[5~\033[6~\033[3~\033[2~"),
                ElementsAre(key(Kind::page_up), key(Kind::page_down), key(Kind::remove), Key{}));
}

TEST(KeyboardTest, CtrlAndAltWithThem) {
    EXPECT_THAT(typed("\033[1;5D\033Od\033O5D"), testing::Each(control(Kind::left)));
    EXPECT_THAT(typed("\033[3;5~\033[3^"), testing::Each(control(Kind::remove)));
    EXPECT_THAT(typed("\033[1;3C\033\033[C\033[1;9C"), testing::Each(alt(key(Kind::right))));
    EXPECT_THAT(typed("\033[1;7D"), ElementsAre(alt(control(Kind::left))));
    EXPECT_THAT(typed("\033[1;2D\033[d"), testing::Each(key(Kind::left))); // shift changes nothing
    EXPECT_THAT(typed("\033[3$x"), ElementsAre(key(Kind::remove), letter("x")));
}

TEST(KeyboardTest, EscapeByItselfAndBeforeAnother) {
    EXPECT_THAT(typed("\033"), ElementsAre(key(Kind::escape)));
    EXPECT_THAT(typed("\033\033"), ElementsAre(key(Kind::escape), key(Kind::escape)));
    EXPECT_THAT(typed("\033\033x"), ElementsAre(key(Kind::escape), alt(letter("x"))));
    EXPECT_THAT(typed("\033["), ElementsAre(alt(letter("["))));
    EXPECT_THAT(typed("\033O"), ElementsAre(alt(letter("O"))));
    EXPECT_THAT(typed("\033]"), ElementsAre(alt(letter("]"))));
    EXPECT_THAT(typed("\033P"), ElementsAre(alt(letter("P"))));
    EXPECT_THAT(typed("\033\r\033\177"), ElementsAre(alt(key(Kind::enter)), alt(key(Kind::backspace))));
}

TEST(KeyboardTest, ControlLetters) {
    EXPECT_THAT(typed("\001\032"), ElementsAre(key(Kind::control, "a"), key(Kind::control, "z")));
    EXPECT_THAT(typed(std::string(1, '\0') + "\034\037"), ElementsAre(Key{}, Key{}, Key{}));
}

TEST(KeyboardTest, BackspaceIsWhatTheTerminalSaysItIs) {
    EXPECT_THAT(typed("\177\b"), ElementsAre(key(Kind::backspace), control(Kind::backspace)));
    EXPECT_THAT(typed("\177\b", Keyboard({}, true, longest)), testing::Each(key(Kind::backspace)));
}

TEST(KeyboardTest, KeysThatTheTerminalNames) {
    const Keyboard named({{"\033D", key(Kind::left)}, {"\033Dx", key(Kind::home)}}, false, longest);
    EXPECT_THAT(typed("\033Da", named), ElementsAre(key(Kind::left), letter("a")));
    EXPECT_THAT(typed("\033Dx", named), ElementsAre(key(Kind::home)));
    Keyboard waiting = named;
    waiting.take("\033D"); // the longer one may be meant
    EXPECT_THAT(waiting.keys(), IsEmpty());
    waiting.give_up();
    EXPECT_THAT(waiting.keys(), ElementsAre(key(Kind::left)));
}

TEST(KeyboardTest, TheBlockOfNumbers) {
    EXPECT_THAT(typed("\033Op\033Oy\033OM\033On"),
                ElementsAre(letter("0"), letter("9"), key(Kind::enter), letter(".")));
}

TEST(KeyboardTest, KeysByTheirCode) {
    EXPECT_THAT(typed("\033[27;5;97~\033[97;5u"), testing::Each(key(Kind::control, "a")));
    EXPECT_THAT(typed("\033[13;3u\033[27;1u"), ElementsAre(alt(key(Kind::enter)), key(Kind::escape)));
    EXPECT_THAT(typed("\033[120u\033[127;5u"), ElementsAre(letter("x"), control(Kind::backspace)));
    EXPECT_THAT(typed("\033[99999999999u"), ElementsAre(Key{}));
}

TEST(KeyboardTest, WhatTheTerminalAnswersIsNothingThatWasTyped) {
    EXPECT_THAT(typed("\033[?62;22c\033[24;80R\033[I\033[O\033[0n\033[<0;1;1M\033[M !!\033[201~"), IsEmpty());
    EXPECT_THAT(typed("\033]11;rgb:0000/0000/0000\a\033]10;rgb:ffff/0/0\033\\\033P1$r0m\033\\"), IsEmpty());
    EXPECT_THAT(typed("\033]11;rgb:00"), IsEmpty()); // also where it breaks off
}

TEST(KeyboardTest, WhatCannotBeUnderstoodIsNoLetter) {
    EXPECT_THAT(typed("\033[[A\033[15~\033[99z\033OP"), testing::Each(Key{}));
    EXPECT_THAT(typed("\033[1;"), ElementsAre(Key{}));
    EXPECT_THAT(typed("\033[1\rx"), ElementsAre(Key{}, key(Kind::enter), letter("x")));
}

TEST(KeyboardTest, LettersOfEveryLength) {
    EXPECT_THAT(typed("aé日👍"), ElementsAre(letter("a"), letter("é"), letter("日"), letter("👍")));
    EXPECT_THAT(typed("\033é"), ElementsAre(alt(letter("é"))));
    EXPECT_THAT(typed("\xC2\x85"), ElementsAre(Key{})); // a control character
}

TEST(KeyboardTest, BytesThatAreNoLettersAreSeen) {
    const Key unknown = letter("\xEF\xBF\xBD");
    EXPECT_THAT(typed("\xE9x"), ElementsAre(unknown, letter("x")));
    EXPECT_THAT(typed("\xE6\x97x"), ElementsAre(unknown, letter("x")));
    EXPECT_THAT(typed("\xFF\x80"), ElementsAre(unknown, unknown));
    EXPECT_THAT(typed("\xE6\x97"), ElementsAre(unknown));
    EXPECT_THAT(typed("\xED\xA0\x80"), ElementsAre(unknown)); // half of a pair
}

TEST(KeyboardTest, APasteIsOneThing) {
    EXPECT_THAT(typed("a\033[200~b\r\033[A\003\033[200~c\033[201~d"),
                ElementsAre(letter("a"), key(Kind::paste, "b\r\033[A\003\033[200~c"), letter("d")));
    EXPECT_THAT(typed("\033[200~\033[201~"), IsEmpty());
}

TEST(KeyboardTest, APasteThatIsTooLongIsRefusedWhole) {
    const std::string fits(longest, 'x');
    EXPECT_THAT(typed("\033[200~" + fits + "\033[201~"), ElementsAre(key(Kind::paste, fits)));
    EXPECT_THAT(typed("\033[200~" + fits + "y\033[201~z"),
                ElementsAre(key(Kind::paste_refused), letter("z")));
    Keyboard in_pieces = usual();
    in_pieces.take("\033[200~");
    for (int piece = 0; piece < 50; ++piece) { in_pieces.take("q q q q q "); }
    EXPECT_THAT(in_pieces.keys(), IsEmpty());
    in_pieces.take("\033[201~z");
    EXPECT_THAT(in_pieces.keys(), ElementsAre(key(Kind::paste_refused), letter("z")));
}

TEST(KeyboardTest, APasteWithoutAnEndIsWhatCame) {
    Keyboard keyboard = usual();
    keyboard.take("\033[200~words");
    EXPECT_EQ(keyboard.patience(), std::chrono::seconds(2));
    keyboard.give_up();
    EXPECT_THAT(keyboard.keys(), ElementsAre(key(Kind::paste, "words")));
    EXPECT_EQ(keyboard.patience(), Milliseconds::zero());
    keyboard.take("q\033[201~");
    EXPECT_THAT(keyboard.keys(), ElementsAre(letter("q")));
}

TEST(KeyboardTest, WaitsOnlyForWhatIsMissing) {
    Keyboard keyboard = usual();
    EXPECT_EQ(keyboard.patience(), Milliseconds::zero());
    keyboard.take("a");
    EXPECT_EQ(keyboard.patience(), Milliseconds::zero());
    keyboard.take("\033");
    EXPECT_EQ(keyboard.patience(), Milliseconds(50));
    keyboard.take("[1;");
    EXPECT_EQ(keyboard.patience(), Milliseconds(1000));
    keyboard.take("5C");
    EXPECT_EQ(keyboard.patience(), Milliseconds::zero());
    EXPECT_THAT(keyboard.keys(), ElementsAre(letter("a"), control(Kind::right)));
}

/// Bytes that people, terminals and accidents send, in any order.
rc::Gen<std::string> anything() {
    const std::vector<std::string> parts{
        "\033", "[",      "O",  "\033[",  "\033[1;5", "C",  "~",  "\033[200~", "\033[201~",
        "a",    "é",      "日", "\xE6",   "\x97",     "\r", "\b", "\177",      ";",
        "5",    "\033]1", "\a", "\033\\", "M",        "P",  "$",  "\001",      "xxxxxxxxxxxxxxxxxxxx"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)),
                        [](const std::vector<std::string>& chosen) {
                            std::string all;
                            for (const auto& part : chosen) { all += part; }
                            return all;
                        });
}

TEST(KeyboardProperty, HoweverItIsCutTheKeysAreTheSame) {
    EXPECT_TRUE(rc::check("cut", [] {
        const std::string bytes = *anything();
        Keyboard keyboard = usual();
        std::vector<Key> keys;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto length = *rc::gen::inRange<std::size_t>(1, 5);
            keyboard.take(std::string_view(bytes).substr(at, length));
            const auto some = keyboard.keys();
            keys.insert(keys.end(), some.begin(), some.end());
            at += length;
        }
        keyboard.give_up();
        const auto last = keyboard.keys();
        keys.insert(keys.end(), last.begin(), last.end());
        RC_ASSERT(keys == typed(bytes));
        RC_ASSERT(keyboard.patience() == Milliseconds::zero()); // nothing is kept back
    }));
}

TEST(KeyboardProperty, NoLetterIsAControlCharacter) {
    EXPECT_TRUE(rc::check("letters", [] {
        for (const auto& one : typed(*rc::gen::oneOf(anything(), rc::gen::arbitrary<std::string>()))) {
            if (one.kind != Kind::character) { continue; }
            RC_ASSERT(!one.text.empty());
            RC_ASSERT(std::none_of(one.text.begin(), one.text.end(), [](char byte) {
                return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
            }));
        }
    }));
}

} // namespace

} // namespace kindly::screen
