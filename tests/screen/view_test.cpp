// SPDX-License-Identifier: MIT
#include "screen/view.hpp"

#include "screen/field.hpp"
#include "screen/stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::screen {
namespace {

using namespace testing;
using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* thought = "Other people know something like this. Not the same story, perhaps, and not "
                                "the same words. The same kind of weight.\n\nRest here for a moment.";

Stage in_a_silence() {
    Stage stage;
    stage.at(0, started(240));
    stage.at(0, section("Common humanity"));
    stage.at(0, event::Said{thought, false});
    stage.at(10000, ended(0));
    stage.at(10000, event::SilenceBegan{seconds(20), "", false});
    return stage;
}

Stage in_a_breath() {
    Stage stage;
    stage.at(0, started(240));
    stage.at(0, section("Soften"));
    stage.at(0, event::BreathingBegan{seconds(4), seconds(0), seconds(6), seconds(1), 6,
                                      "Breathe as it suits you."});
    return stage;
}

TEST(View, ASilenceKeepsTheWordsAndCountsQuietly) {
    EXPECT_EQ("\n" + in_a_silence().seen(12000), R"(

        Three-step pause                                 Common humanity





           Other people know something like this. Not the same story,
           perhaps, and not the same words. The same kind of weight.

           Rest here for a moment.

                                     · 18 ·








        ━━───────────────────────────────────────   about 4 minutes left
        space pause   → on   ← back   g ground   s skip   q stop   ? help

)");
}

TEST(View, TheSameOnASmallScreen) {
    EXPECT_EQ("\n" + in_a_silence().seen(12000, small), R"(
  Three-step pause     Common humanity

   Other people know something like
   this. Not the same story, perhaps,
   and not the same words. The same
   kind of weight.
   Rest here for a moment.

                 · 18 ·

  ━────────────   about 4 minutes left
  space pause  g ground  q stop  ? help
)");
}

TEST(View, ABreathIsOneShapeWithItsWordBesideIt) {
    EXPECT_EQ("\n" + in_a_breath().seen(2000), R"(

        Three-step pause                                          Soften


                            Breathe as it suits you.



                                   ⢀⣤⣶⣾⣿⣿⣷⣶⣤⡀
                                  ⣴⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣦
                                 ⣸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣇
                                 ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿       In
                                 ⢹⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡏       1 of 6
                                  ⠻⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⠟
                                   ⠈⠛⠿⢿⣿⣿⡿⠿⠛⠁






        ─────────────────────────────────────────   about 4 minutes left
        space pause   → on   ← back   g ground   s skip   q stop   ? help

)");
    EXPECT_EQ("\n" + in_a_breath().seen(2000, small), R"(
  Three-step pause              Soften


        Breathe as it suits you.

  In      █████████████████▌
  1 of 6



  ─────────────   about 4 minutes left
  space pause  g ground  q stop  ? help
)");
}

TEST(View, WithReducedMotionABreathIsWordsAndACount) {
    Stage stage = in_a_breath();
    stage.look.reduced_motion = true;
    EXPECT_EQ("\n" + stage.seen(2000, small), R"(
  Three-step pause              Soften


        Breathe as it suits you.

                 In · 2




  ─────────────   about 4 minutes left
  space pause  g ground  q stop  ? help
)");
}

TEST(View, HiddenThereIsNothingPersonal) {
    Stage stage = in_a_silence();
    stage.look.situation.hidden = true;
    EXPECT_EQ(stage.seen(12000, small), std::string(11, '\n') + "  x show   q stop\n");
}

TEST(View, BelowTheSmallestSizeItAsksForRoom) {
    EXPECT_EQ(in_a_silence().seen(12000, {5, 30}),
              "\nA little more room, please.\n40 columns and 12 rows are\n"
              "enough. This waits until then.\n\n");
}

TEST(View, HelpNamesPeopleAndThenTheKeys) {
    Stage stage = in_a_silence();
    stage.look.situation.help = true;
    stage.look.support = "Sam, 555 0100\n";
    EXPECT_EQ("\n" + stage.seen(12000), R"(

        Three-step pause                                            Help


        Sam, 555 0100

        space, p   pause; again to go on
        Enter, →   go on
        b, ←       back, to read again
        g          ground: look around, feel the floor
        s          skip this
        q, Ctrl-C  stop; nothing is asked
        x          hide the words, and show them again
        c          countdown on or off
        +  -       faster, slower
        m          sound off or on
        ?, h       this help, and people to reach
        Esc        while writing: Esc first, then one of these



        ━━───────────────────────────────────────   about 4 minutes left
        Esc close this   g ground   q stop

)");
}

TEST(View, TheEndingSaysHowItMovedAndNothingAboutIt) {
    Stage stage;
    stage.at(0, started(240));
    stage.at(0, section("Notice"));
    event::Answered rated;
    rated.check_in = CheckInQuestion{"before", "", CheckIn::About::distress};
    rated.path = "notice/0";
    rated.value = 6.0;
    stage.at(1000, rated);
    stage.at(1000, ended(0));
    rated.path = "notice/9";
    rated.value = 3.0;
    stage.at(200000, rated);
    stage.at(240000, event::Ended{Status::completed, StopReason::none, seconds(240), {}});
    EXPECT_EQ("\n" + stage.seen(250000), R"(

        Three-step pause





         You did this for 4 minutes.

         Distress: 6 at first, 3 at the end.

         You took this time for yourself. That counts, however it went.

         It is saved in your log.








        Enter close

)");
}

TEST(View, AnEndingSaysNothingAboutRatingsThatItDoesNotKnow) {
    Stage stage;
    event::Started what = started(240);
    what.resumed = true;
    stage.at(0, what);
    stage.at(0, section("Notice"));
    event::Answered rated;
    rated.check_in = CheckInQuestion{"before", "", CheckIn::About::distress};
    rated.path = "notice/0";
    rated.value = 6.0;
    stage.at(1000, rated);
    stage.at(1000, ended(0));
    rated.path = "notice/9";
    rated.value = 3.0;
    stage.at(200000, rated);
    stage.at(240000, event::Ended{Status::completed, StopReason::none, seconds(240), {}});
    EXPECT_THAT(stage.seen(250000), Not(HasSubstr("Distress")));
    EXPECT_THAT(stage.seen(250000), HasSubstr("You did this for 4 minutes."));
}

TEST(View, PeopleToReachAreThereWithTheFirstWordsOfAClosing) {
    const char* people = "? shows people you can reach.";
    Stage stage;
    stage.at(0, started(240));
    stage.at(0, section("Notice"));
    stage.at(0, event::Said{"Hello.", false});
    EXPECT_THAT(stage.seen(0), Not(HasSubstr(people)));
    stage.at(0, section("Close", Role::closing)); // as the session tells it: in one go
    stage.at(0, event::SupportShown{});
    stage.at(0, event::Said{"Look around the room.", false});
    EXPECT_THAT(stage.seen(0), HasSubstr(people));
    stage.at(9000, event::Said{"And that is all.", false});
    EXPECT_THAT(stage.seen(9000), Not(HasSubstr(people)));
}

TEST(View, PeopleWhoWereOfferedByATextAreNotTakenAlong) {
    Stage stage;
    stage.at(0, started(240));
    stage.at(0, section("Notice"));
    stage.at(0, event::Said{"Hello.", false});
    stage.at(0, event::SupportShown{true});
    stage.at(9000, section("Rest"));
    stage.at(9000, event::Said{"Rest here.", false});
    EXPECT_THAT(stage.seen(9000), Not(HasSubstr("? shows people you can reach.")));
}

TEST(View, APauseSaysSoAndNothingMovesAnyMore) {
    Stage stage = in_a_breath();
    EXPECT_TRUE(stage.drawn(1000).next_change);
    stage.at(1000, event::Paused{});
    EXPECT_THAT(stage.seen(1000), HasSubstr("This is paused. Take the time you need."));
    EXPECT_FALSE(stage.drawn(1000).next_change);
    stage.at(1000, event::Resumed{});
    EXPECT_TRUE(stage.drawn(1000).next_change);
}

TEST(View, ACountdownChangesOnceASecondAndCanBeHidden) {
    Stage stage = in_a_silence();
    EXPECT_EQ(stage.drawn(12000).next_change, Milliseconds(13000));
    EXPECT_EQ(stage.drawn(12300).next_change, Milliseconds(13000));
    EXPECT_THAT(stage.seen(12999), HasSubstr("· 18 ·"));
    EXPECT_THAT(stage.seen(13000), HasSubstr("· 17 ·"));
    EXPECT_THAT(stage.seen(29999), HasSubstr("· 1 ·"));
    stage.look.countdown = false;
    EXPECT_THAT(stage.seen(12000), Not(HasSubstr("·")));
    EXPECT_FALSE(stage.drawn(12000).next_change) << "nothing to wake up for";
}

TEST(View, AQuietSitShowsNoFiguresUntilSomebodyWantsThem) {
    Stage stage;
    stage.at(0, started(1200));
    stage.at(0, section("Quiet"));
    stage.at(0, event::SilenceBegan{seconds(1200), "Nothing to do now.", false, true});
    stage.look.situation.sitting = true;
    EXPECT_THAT(stage.seen(12000),
                ::testing::AllOf(HasSubstr("Nothing to do now."), HasSubstr("c time"),
                                 Not(::testing::ContainsRegex("[0-9]")), Not(HasSubstr("─"))));
    EXPECT_FALSE(stage.drawn(12000).next_change) << "nothing to wake up for";
    stage.look.countdown = true;
    EXPECT_THAT(stage.seen(12000),
                ::testing::AllOf(HasSubstr("· 19:48 ·"), HasSubstr("about 20 minutes left")));
    EXPECT_EQ(stage.drawn(12300).next_change, Milliseconds(13000));
}

TEST(View, AnOpenEndedSitCountsUpForWhoeverWantsIt) {
    Stage stage;
    stage.at(0, started(0));
    stage.at(5000, event::SilenceBegan{seconds(0), "Nothing to do now.", true, true});
    EXPECT_THAT(stage.seen(12000), Not(::testing::ContainsRegex("[0-9]")));
    stage.look.countdown = true;
    EXPECT_THAT(stage.seen(5000), HasSubstr("· 0:00 so far ·"));
    EXPECT_THAT(stage.seen(12999), HasSubstr("· 0:07 so far ·"));
    EXPECT_THAT(stage.seen(13000), HasSubstr("· 0:08 so far ·"));
    EXPECT_THAT(stage.seen(5000 + 754000), HasSubstr("· 12:34 so far ·"));
    EXPECT_EQ(stage.drawn(12300).next_change, Milliseconds(13000));
}

TEST(View, AReadTextWaitsWithoutWakingUp) {
    Stage stage;
    stage.at(0, event::Said{thought, false});
    EXPECT_FALSE(stage.drawn(5000).next_change);
}

TEST(View, NewWordsEaseInAndThenStandStill) {
    Stage stage;
    stage.look.eases = true;
    stage.at(1000, event::Said{"Here.", false});
    const auto present = [&](long long at) {
        for (const auto& piece : stage.drawn(at).frame.pieces) {
            if (piece.span.text == "Here.") { return piece.presence; }
        }
        return -1.0;
    };
    EXPECT_LT(present(1000), 0.5);
    EXPECT_LT(present(1000), present(1300));
    EXPECT_EQ(present(1600), 1);
    EXPECT_TRUE(stage.drawn(1000).next_change);
    EXPECT_FALSE(stage.drawn(1600).next_change);
    stage.look.reduced_motion = true;
    EXPECT_EQ(present(1000), 1);
}

TEST(View, ABreathIsDrawnAtMostTwelveTimesASecondAndNotAtAllWhileItRests) {
    Stage stage = in_a_breath();
    int pictures = 0;
    for (Milliseconds now{}; now < seconds(11);) {
        const auto next = stage.drawn(now.count()).next_change;
        ASSERT_TRUE(next);
        ASSERT_GT(*next, now);
        if (*next / seconds(1) == now / seconds(1) || now >= seconds(10)) { ASSERT_LE(pictures, 12 * 11); }
        now = *next;
        ++pictures;
    }
    EXPECT_LE(pictures, 12 * 10 + 2) << "four seconds in, six out; none during the second of rest";
    stage.look.reduced_motion = true;
    EXPECT_EQ(stage.drawn(0).next_change, Milliseconds(1000));
}

TEST(View, TextThatIsTooTallIsScrolledToItsEnd) {
    Stage stage;
    std::string many;
    for (int line = 1; line <= 30; ++line) { many += "line " + std::to_string(line) + "\n"; }
    stage.at(0, event::Said{many + "the end", true});
    EXPECT_THAT(stage.seen(0), HasSubstr("↓ more"));
    EXPECT_THAT(stage.seen(0), Not(HasSubstr("the end")));
    const int furthest = stage.drawn(0).furthest;
    ASSERT_GT(furthest, 0);
    stage.look.scroll = furthest;
    EXPECT_THAT(stage.seen(0), HasSubstr("the end"));
    EXPECT_THAT(stage.seen(0), HasSubstr("↑ more above"));
    EXPECT_EQ(stage.drawn(0).furthest, furthest);
}

TEST(View, WordsThatMayBeKeptAreSeenWhereThereIsLittleRoomToo) {
    Stage stage;
    stage.at(0, started(100));
    stage.at(0, section("Close"));
    event::KeepAsked asked; // also where they were written before the practice broke off
    asked.text =
        "\nA cup of tea by the window, and nobody asking anything of me for a while. Then maybe a walk.";
    asked.id = "helps";
    asked.choices = {"keep", "delete"};
    stage.at(0, asked);
    const auto field = make_field(asked);
    stage.look.field = field.get();
    stage.look.situation.keeping = true;
    EXPECT_THAT(stage.seen(0, small), HasSubstr("A cup of tea by the window"));
    EXPECT_THAT(stage.seen(0, small), HasSubstr("while."));
}

TEST(View, WhatStandsBesideABreathFitsIntoANarrowWindow) {
    for (int columns = smallest_size.columns; columns < 60; ++columns) {
        for (int rows = smallest_size.rows; rows < 40; ++rows) {
            Stage stage;
            stage.at(0, started(100));
            stage.at(0, section("Breathe"));
            stage.at(0, event::BreathingBegan{seconds(3), seconds(1), seconds(3), seconds(1), 12, ""});
            const std::string seen = stage.seen(0, {rows, columns});
            EXPECT_THAT(seen, HasSubstr("1 of 12")) << columns << "x" << rows;
        }
    }
}

/// Whatever is said, at whatever size: nothing overlaps and nothing reaches over an edge.
RC_GTEST_PROP(View, EverythingStaysInItsPlace, ()) {
    Stage stage;
    const auto words = *rc::gen::container<std::string>(rc::gen::element('a', ' ', ' ', '\n', 'w', '.'));
    stage.look.support = *rc::gen::element<std::string>("", "Sam\n", "Sam\n555\n\nRo\n556\n");
    stage.look.reduced_motion = *rc::gen::arbitrary<bool>();
    stage.look.situation.help = *rc::gen::arbitrary<bool>();
    stage.at(0, started(100));
    stage.at(0, section(*rc::gen::element<std::string>("", "Soften", std::string(70, 's'))));
    if (*rc::gen::arbitrary<bool>()) {
        stage.at(0, event::Said{words, false});
    } else {
        stage.at(0, event::BreathingBegan{seconds(3), seconds(1), seconds(3), seconds(1), 3, words});
    }
    if (*rc::gen::arbitrary<bool>()) { stage.at(0, event::SilenceBegan{seconds(70), "", false}); }
    if (*rc::gen::arbitrary<bool>()) { stage.at(0, event::SupportShown{}); }
    if (*rc::gen::arbitrary<bool>()) { stage.at(0, event::Refused{words}); }
    const Size size{*rc::gen::inRange(1, 70), *rc::gen::inRange(1, 210)};
    const auto rows = painted(stage.drawn(*rc::gen::inRange(0, 9000), size).frame, size);
    if (rows.size() != static_cast<std::size_t>(size.rows)) { RC_FAIL(rows.front()); }
}

} // namespace
} // namespace kindly::screen
