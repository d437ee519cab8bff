// SPDX-License-Identifier: MIT
// Writing in the plain guide: nothing that a person wrote is lost on the way.
#include "plain_fixture.hpp"

namespace kindly {
namespace {

using testing::answered;
using testing::asked;
using testing::now;
using testing::PlainGuide;
using testing::question;

TEST_F(PlainGuide, takes_text_line_by_line_and_drafts_each) {
    begin(true);
    EXPECT_EQ(shown(asked(Ask::Answer::text)),
              "Where do you notice it most?\n"
              "Write as many lines as you like. A dot alone on a line ends it. .s\n"
              "leaves it out.\n");
    pipe.type("Dear \x1b[2Jfriend,\n\ng\nrest\n.u\n.\n");
    for (const char* draft : {"Dear [2Jfriend,", "Dear [2Jfriend,\n", "Dear [2Jfriend,\n\ng",
                              "Dear [2Jfriend,\n\ng\nrest", "Dear [2Jfriend,\n\ng"}) {
        EXPECT_EQ(std::get<input::Draft>(guide->wait(std::nullopt).input).text, draft);
    }
    EXPECT_EQ(answer(), AnswerValue("Dear [2Jfriend,\n\ng"));
}

TEST_F(PlainGuide, ends_a_text_with_the_end_of_input) {
    begin(true);
    shown(asked(Ask::Answer::text));
    pipe.type("Dear friend");
    pipe.close();
    EXPECT_TRUE(next<input::Draft>());
    EXPECT_EQ(answer(), AnswerValue("Dear friend"));
    EXPECT_TRUE(next<input::EndOfInput>());
}

TEST_F(PlainGuide, keeps_a_text_over_a_detour) {
    begin(true);
    shown(asked(Ask::Answer::text));
    pipe.type("Dear friend\n.g\n");
    EXPECT_TRUE(next<input::Draft>());
    EXPECT_TRUE(next<input::Ground>());
    shown(event::GroundingPhase{true});
    EXPECT_NE(shown(asked(Ask::Answer::text)).find("It goes on from here:\n\n\"Dear friend\"\n"),
              std::string::npos);
    pipe.type(".\n");
    EXPECT_EQ(answer(), AnswerValue("Dear friend"));
    shown(answered(Ask::Answer::text, "Dear friend"));
    EXPECT_EQ(shown(asked(Ask::Answer::text)).find("Dear"), std::string::npos);
}

TEST_F(PlainGuide, goes_on_from_a_restored_draft) {
    begin(true);
    EXPECT_NE(
        shown({now(asked(Ask::Answer::text)), now(event::Restored{"where", "Dear"})}).find("\"Dear\"\n"),
        std::string::npos);
    pipe.type("friend\n.\n");
    EXPECT_TRUE(next<input::Draft>());
    EXPECT_EQ(answer(), AnswerValue("Dear\nfriend"));
}

TEST_F(PlainGuide, leaves_out_a_line_that_there_is_no_room_for) {
    begin(true);
    shown(asked(Ask::Answer::text));
    pipe.type(std::string(201, 'a') + "\nshort\n.\n");
    EXPECT_TRUE(next<input::Draft>());
    EXPECT_EQ(output.take(),
              "There is no room left for that line, so it was left out. A dot alone\nends the text.\n");
    EXPECT_EQ(answer(), AnswerValue("short"));
}

TEST_F(PlainGuide, an_empty_text_is_left_out_where_it_may_be) {
    begin(true);
    Question optional = question(Ask::Answer::text);
    optional.optional = true;
    shown(event::Asked{optional, std::nullopt});
    pipe.type(".\n\n.\n");
    EXPECT_TRUE(next<input::Skip>());
    EXPECT_TRUE(next<input::Skip>());
    shown(asked(Ask::Answer::text));
    EXPECT_TRUE(next<input::Continue>());
}

TEST_F(PlainGuide, asks_what_becomes_of_words) {
    begin(true);
    // Words of a part that was done before the practice broke off were not answered here.
    EXPECT_EQ(shown(event::KeepAsked{"where", {choice::keep, choice::remove}, "closing_plan", "Dear friend"}),
              "Earlier, you wrote:\n\n\"Dear friend\"\n\n"
              "Would you like to keep these words for later practices, as \"closing\nplan\"?\n"
              "1. Keep these words\n2. Delete these words\nEnter alone leaves them as they are.\n");
}

} // namespace
} // namespace kindly
