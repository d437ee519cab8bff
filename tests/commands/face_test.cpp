// SPDX-License-Identifier: MIT
// Which guide, and why: a pure function, so that every combination can be tried.
#include "commands/face.hpp"

#include "base/failure.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

/// A usual terminal, and nothing asked for.
FaceFacts usual() {
    FaceFacts facts;
    facts.input_is_terminal = true;
    facts.output_is_terminal = true;
    facts.rows = 24;
    facts.columns = 80;
    facts.terminal = "xterm-256color";
    facts.ability = {true, true, 256};
    return facts;
}

template <class Change>
ChosenFace chosen(const Change& change) {
    FaceFacts facts = usual();
    change(facts);
    return choose_face(facts);
}
template <class Change>
std::string why_plain(const Change& change) {
    const ChosenFace choice = chosen(change);
    EXPECT_EQ(choice.face, Face::plain);
    return choice.reason;
}

TEST(Face, is_the_screen_at_a_usual_terminal) {
    EXPECT_EQ(choose_face(usual()).face, Face::screen);
    EXPECT_EQ(chosen([](FaceFacts& facts) {
                  facts.columns = 40;
                  facts.rows = 12;
              }).face,
              Face::screen);
    EXPECT_EQ(chosen([](FaceFacts& facts) { facts.ability.colours = 0; }).face, Face::screen);
}

TEST(Face, is_plain_with_a_reason_everywhere_else) {
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.input_is_terminal = false; }),
              "standard input is not a terminal");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.output_is_terminal = false; }),
              "standard output is not a terminal");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.terminal.clear(); }),
              "TERM does not say which terminal this is");
    EXPECT_EQ(why_plain([](FaceFacts& facts) {
                  facts.terminal = "odd\x1b[31m";
                  facts.ability = {};
              }),
              "no terminal called \"odd[31m\" (TERM) is known here");
    EXPECT_EQ(why_plain([](FaceFacts& facts) {
                  facts.terminal = "dumb";
                  facts.ability.usable = false;
              }),
              "the cursor of a terminal called \"dumb\" (TERM) cannot be moved");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.columns = 39; }),
              "the terminal has 39 columns and 24 rows, and at least 40 and 12 are needed");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.rows = 11; }),
              "the terminal has 80 columns and 11 rows, and at least 40 and 12 are needed");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.rows = facts.columns = 0; }),
              "the terminal does not say how large it is");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.plain = true; }), "--plain asks for it");
    EXPECT_EQ(why_plain([](FaceFacts& facts) { facts.accessible = true; }), "ACCESSIBLE asks for it");
}

TEST(Face, is_what_was_asked_for_by_name) {
    const auto asked = [](const char* guide, bool plain) {
        return chosen([&](FaceFacts& facts) {
                   facts.asked = guide;
                   facts.plain = facts.accessible = plain;
               })
            .face;
    };
    for (const bool plain : {false, true}) {
        EXPECT_EQ(asked("screen", plain), Face::screen);
        EXPECT_EQ(asked("plain", plain), Face::plain);
        EXPECT_EQ(asked("events", plain), Face::events);
    }
    EXPECT_EQ(chosen([](FaceFacts& facts) {
                  facts.asked = "screen";
                  facts.rows = 5;
              }).face,
              Face::screen)
        << "it can grow";
}

TEST(Face, says_why_the_screen_cannot_be_had) {
    try {
        chosen([](FaceFacts& facts) {
            facts.asked = "screen";
            facts.output_is_terminal = false;
        });
        FAIL() << "a guide that cannot be shown was chosen";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), ExitCode::usage);
        EXPECT_STREQ(failure.what(), "--guide screen cannot be used: standard output is not a terminal");
        EXPECT_EQ(failure.advice(), "\"--guide plain\" works everywhere.");
    }
}

/// Whatever is known: the screen only where it can be drawn, and always a reason.
RC_GTEST_PROP(Face, never_draws_where_that_cannot_be, ()) {
    FaceFacts facts;
    facts.asked = *rc::gen::element<std::string>("auto", "screen", "plain", "events");
    facts.plain = *rc::gen::arbitrary<bool>();
    facts.accessible = *rc::gen::arbitrary<bool>();
    facts.input_is_terminal = *rc::gen::arbitrary<bool>();
    facts.output_is_terminal = *rc::gen::arbitrary<bool>();
    facts.rows = *rc::gen::inRange(-1, 100);
    facts.columns = *rc::gen::inRange(-1, 200);
    facts.terminal = *rc::gen::element<std::string>("", "dumb", "xterm");
    facts.ability.known = !facts.terminal.empty() && *rc::gen::arbitrary<bool>();
    facts.ability.usable = facts.ability.known && *rc::gen::arbitrary<bool>();
    const bool can_be = facts.input_is_terminal && facts.output_is_terminal && facts.ability.usable;
    try {
        const ChosenFace choice = choose_face(facts);
        RC_ASSERT(!choice.reason.empty());
        if (choice.face == Face::screen) {
            RC_ASSERT(can_be);
            if (facts.asked == "auto") {
                RC_ASSERT(!facts.plain && !facts.accessible);
                RC_ASSERT(facts.rows >= 12 && facts.columns >= 40);
            }
        }
    } catch (const Failure&) { RC_ASSERT(facts.asked == "screen" && !can_be); }
}

} // namespace
} // namespace kindly
