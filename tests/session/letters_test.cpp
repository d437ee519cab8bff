// SPDX-License-Identifier: MIT
// Words set aside until a day, at the end of a practice.
#include "session/player.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::tests;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

/// Both questions answered and the closing over: it asks about the first words.
Player at_the_end(SessionOptions options) {
    const std::string sections = R"({ "id": "a", "title": "A", "purpose": "arrive", "steps": [
        { "kind": "ask", "id": "letter", "text": "A letter?", "answer": "text", "optional": true, "keep": "ask" },
        { "kind": "ask", "id": "plan", "text": "Plan?", "answer": "text", "optional": true,
          "keep_as": "closing_plan" } ] })";
    Player player(plan_of(exercise_from(exercise_around(sections))), std::move(options));
    player.begin();
    player.give(input::Continue{});
    player.answer("Dear me.").answer("Tea.").pass_all();
    return player;
}

SessionOptions on_a_day() {
    SessionOptions options;
    options.today = "2026-11-23";
    return options;
}

} // namespace

TEST(Letters, AreOfferedOnlyWhereTheyCouldComeBack) {
    EXPECT_THAT(at_the_end(on_a_day()).last<event::KeepAsked>()->choices,
                ElementsAre("keep", "delete", "later"));
    EXPECT_THAT(at_the_end({}).last<event::KeepAsked>()->choices, ElementsAre("keep", "delete"));
    Player player = at_the_end({});
    player.answer("later");
    EXPECT_TRUE(player.just<event::Refused>());
    // A plan is kept under its name, or not; it is not for later.
    player.answer("keep");
    EXPECT_EQ(player.last<event::KeepAsked>()->id, "plan");
    EXPECT_THAT(player.last<event::KeepAsked>()->choices, ElementsAre("keep", "delete"));
}

TEST(Letters, AreSetAsideForAWhile) {
    const std::pair<const char*, const char*> spans[] = {{"week", "2026-11-30"},
                                                         {"month", "2026-12-23"},
                                                         {"three_months", "2027-02-23"},
                                                         {"year", "2027-11-23"}};
    for (const auto& [span, day] : spans) {
        Player player = at_the_end(on_a_day());
        player.answer("later");
        ASSERT_TRUE(player.just<event::Asked>());
        EXPECT_EQ(player.last<event::Asked>()->question.id, "until");
        player.answer(span);
        const auto* kept = player.last<event::Kept>();
        ASSERT_NE(kept, nullptr);
        EXPECT_EQ(kept->id, "letter");
        EXPECT_EQ(kept->choice, "later");
        EXPECT_EQ(kept->until, day);
        EXPECT_THAT(player.last<event::Said>()->text, HasSubstr(day));
        EXPECT_EQ(player.last<event::KeepAsked>()->id, "plan") << "the next words are asked about";
    }
}

TEST(Letters, TakeADayThatIsWritten) {
    Player player = at_the_end(on_a_day());
    player.answer("later").answer("another_day");
    EXPECT_EQ(player.last<event::Asked>()->question.id, "until_day");
    for (const char* wrong : {"soon", "2026-11-23", "2020-01-01", "2026-02-30"}) {
        player.answer(wrong);
        ASSERT_TRUE(player.just<event::Refused>()) << wrong;
        EXPECT_THAT(player.last<event::Refused>()->why, HasSubstr(wrong));
        EXPECT_THAT(player.last<event::Refused>()->why, HasSubstr("2026-12-24"));
    }
    player.answer(3.0);
    EXPECT_TRUE(player.just<event::Refused>());
    player.answer("soon\n2020-01-01\nin 2 weeks\n"); // the latest attempt counts
    EXPECT_EQ(player.last<event::Kept>()->until, "2026-12-07");
}

TEST(Letters, LeavingTheQuestionLeavesTheWordsAsTheyAre) {
    for (const Input& leaving : {Input(input::Skip{}), Input(input::Continue{})}) {
        Player player = at_the_end(on_a_day());
        player.answer("later").give(leaving);
        EXPECT_EQ(player.last<event::Kept>(), nullptr);
        EXPECT_EQ(player.last<event::KeepAsked>()->id, "plan");
        player.answer("week"); // not asked any more
        EXPECT_TRUE(player.just<event::Refused>());
    }
    for (const Input& leaving :
         {Input(input::Stop{}), Input(input::EndOfInput{}), Input(input::Interrupt{})}) {
        Player player = at_the_end(on_a_day());
        player.answer("later").answer("another_day").give(leaving);
        ASSERT_TRUE(player.ended());
        EXPECT_EQ(player.last<event::Kept>(), nullptr);
        EXPECT_EQ(player.last<event::Ended>()->status, Status::completed) << "the practice itself was over";
    }
}
