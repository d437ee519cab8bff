// SPDX-License-Identifier: MIT
// What a person reads, and what becomes of what they type.
#include "plain_fixture.hpp"

#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
using testing::answered;
using testing::asked;
using testing::at;
using testing::check_in;
using testing::MemoryOutput;
using testing::now;
using testing::PlainGuide;
using testing::question;

TEST_F(PlainGuide, begins_calmly) {
    begin(true);
    EXPECT_EQ(shown({now(event::Started{"id", "kind-pause", "1.0", "en", "A kind pause", 5min, 1}),
                     now(event::PlanShown{-1, {"extra"}}),
                     now(event::Warning{"Choose something mildly hard. You can stop at any moment.",
                                        Intensity::gentle, false}),
                     now(event::SectionBegan{"arrive", "Arrive", std::nullopt, Role::main, Purpose::arrive}),
                     now(event::Said{"Sit or stand as you like. Eyes open or closed, both are fine, and so "
                                     "is looking out of the window.",
                                     false})}),
              "Trial run: time passes at once.\n"
              "\n"
              "A kind pause\n"
              "This takes about 5 minutes.\n"
              "At any moment: g ground, s skip, q stop, ? help, then Enter.\n"
              "The silences are shorter this time. 1 part is left out, to fit the time\n"
              "there is.\n"
              "\n"
              "Choose something mildly hard. You can stop at any moment.\n"
              "\n"
              "Arrive\n"
              "\n"
              "Sit or stand as you like. Eyes open or closed, both are fine, and so is\n"
              "looking out of the window.\n");
}

TEST_F(PlainGuide, asks_and_says_what_it_understood) {
    begin(true);
    EXPECT_EQ(shown(asked(Ask::Answer::choice)), "Where do you notice it most?\n"
                                                 "1. In my body\n"
                                                 "2. In my thoughts\n"
                                                 "3. Nowhere, really\n"
                                                 "Type one number from 1 to 3. s leaves it out.\n");
    pipe.type("5\n2\n");
    EXPECT_EQ(answer(), AnswerValue("thoughts"));
    EXPECT_EQ(output.take(), "That does not fit here. Type one number from 1 to 3. s leaves it out.\n");
    EXPECT_EQ(shown(answered(Ask::Answer::choice, "thoughts")), "You chose: In my thoughts\n");
    EXPECT_EQ(shown(answered(Ask::Answer::choices, std::vector<std::string>{"body", "nowhere"})),
              "You chose: In my body; Nowhere, really\n");
    EXPECT_EQ(shown(answered(Ask::Answer::scale, 4.0)), "You said: 4\n");
    EXPECT_EQ(shown(answered(Ask::Answer::yes_no, true)), "You said: yes\n");
    EXPECT_EQ(shown(answered(Ask::Answer::text, "private")), "Thank you for these words.\n");
    EXPECT_EQ(shown(event::Answered{"start", Numb{}, "p", std::nullopt, check_in().question}),
              "You said: numb or far away\n");
    EXPECT_EQ(shown(event::Answered{"distress", choice::close, "", std::nullopt, std::nullopt}),
              "You chose: A gentle closing\n");
    EXPECT_EQ(shown(event::Skipped{"start", "p", std::nullopt, check_in().question}),
              "Left out. That is fine.\n");
}

TEST_F(PlainGuide, explains_each_kind_of_question) {
    begin(true);
    EXPECT_EQ(shown(check_in()), "How distressed do you feel right now?\n"
                                 "0 is not at all, 10 is as much as can be. Type a number from 0 to 10, or\n"
                                 "n for numb or far away. s leaves it out.\n");
    Question scale = question(Ask::Answer::scale);
    scale.lowest_label = "barely";
    scale.highest_label = "very";
    scale.optional = true;
    EXPECT_EQ(shown(event::Asked{scale, std::nullopt}),
              "\nWhere do you notice it most?\n"
              "1 is: barely. 5 is: very.\n"
              "A whole number from 1 to 5. This can be left out: Enter alone goes on.\n");
    EXPECT_EQ(shown(event::Asked{question(Ask::Answer::yes_no), AnswerValue(true)}),
              "\nWhere do you notice it most?\n"
              "Your answer so far:\n\n\"yes\"\n"
              "Type yes or no. Enter alone leaves your answer as it is.\n");
}

TEST_F(PlainGuide, answers_an_empty_line_kindly) {
    begin(true);
    shown(check_in());
    pipe.type("\n");
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(shown(event::Refused{"This waits for an answer."}),
              "Please type an answer, or s to leave this out. Both are fine.\n");
    pipe.type("x\n4\n");
    EXPECT_EQ(answer(), AnswerValue(4.0));
    EXPECT_EQ(output.take(), "x does nothing here. ? shows what can be typed.\n");
    EXPECT_EQ(shown(event::Refused{"Something else."}), "Something else.\n");
}

TEST_F(PlainGuide, offers) {
    begin(true);
    EXPECT_EQ(shown(event::Offered{
                  OfferReason::distress, {choice::ground, choice::go_on, choice::close}, choice::ground}),
              "There may be a lot here right now. What would be kind?\n"
              "1. Ground first: look around, feel the floor\n"
              "2. Go on from where you were\n"
              "3. A gentle closing\n"
              "Enter alone: Ground first: look around, feel the floor.\n");
    EXPECT_EQ(shown(event::Offered{
                  OfferReason::distress, {choice::close, choice::go_on, choice::stop}, choice::close}),
              "\nThere may be a lot here right now. What would be kind?\n"
              "1. A gentle closing\n"
              "2. Go on from where you were: for this, type the words: go on\n"
              "3. Leave now\n"
              "Enter alone: A gentle closing.\n");
    pipe.type("2\ngo on\n");
    EXPECT_EQ(answer(), AnswerValue("go_on"));
    EXPECT_EQ(output.take(), "To go on, please type the words: go on\n");
    EXPECT_EQ(
        shown(event::Offered{OfferReason::stop, {choice::close, choice::stop, choice::go_on}, choice::close}),
        "\nThat is enough for now. Stopping is always all right.\n"
        "Enter: a short closing. q: leave now.\n"
        "To go back to where you were, type: go on\n");
}

TEST_F(PlainGuide, asks_for_consent_in_full) {
    begin(true);
    EXPECT_EQ(shown(event::Consent{"This is a strong exercise.", {"open-close"}}),
              "This is a strong exercise.\n"
              "Before an exercise like this, it is usual to have:\n"
              "- open-close\n"
              "Type yes to begin, or q to leave. Both are fine.\n");
    pipe.type("y\nyes\n");
    EXPECT_EQ(answer(), AnswerValue(true));
    EXPECT_EQ(output.take(), "Please type yes to begin, or q to leave. Both are fine.\n");
}

TEST_F(PlainGuide, asks_for_consent_in_the_middle_as_what_it_is) {
    begin(true);
    EXPECT_EQ(shown(event::Consent{"Go on with it?", {"a low rating"}, true}),
              "Go on with it?\n"
              "To go on with an exercise like this, it is usual to have:\n"
              "- a low rating\n"
              "Type yes to go on, or no for a gentle closing. Both are fine.\n");
    pipe.type("y\nno\n");
    EXPECT_EQ(answer(), AnswerValue(false));
    EXPECT_EQ(output.take(), "Please type yes to go on, or no for a gentle closing. Both are fine.\n");
}

TEST_F(PlainGuide, offers_the_way_back_where_the_closing_is_on) {
    begin(true);
    EXPECT_EQ(shown(event::Offered{OfferReason::stop, {choice::go_on, choice::stop}, choice::go_on}),
              "That is enough for now. Stopping is always all right.\n"
              "Enter: back to the closing. q: leave now.\n");
    pipe.type("\n");
    EXPECT_TRUE(next<input::Continue>());
}

TEST_F(PlainGuide, says_two_breaths_and_then_is_quiet) {
    begin(true);
    EXPECT_EQ(shown(event::BreathingBegan{4s, 0s, 6s, 0s, 3, "Softly."}),
              "Softly.\n\nBreathing, 3 rounds. Or breathe in your own way.\n");
    const auto happening = guide->wait(30s);
    EXPECT_TRUE(std::holds_alternative<input::Tick>(happening.input));
    EXPECT_EQ(happening.at, 30s);
    EXPECT_EQ(output.take(), "In, 4 seconds.\nOut, 6 seconds.\nIn, 4 seconds.\nOut, 6 seconds.\n"
                             "Go on in this rhythm, in quiet, for 1 more round.\n");
}

TEST_F(PlainGuide, says_the_time_left_sparsely) {
    begin(true);
    EXPECT_EQ(shown(event::SilenceBegan{90s, "Rest here.", false}),
              "Rest here.\nQuiet for 1 minute 30 seconds.\n");
    EXPECT_TRUE(next<input::Tick>(60s)); // a bell of the session's own, on the way
    EXPECT_EQ(output.take(), "1 minute left.\n30 seconds left.\n");
    EXPECT_TRUE(next<input::Tick>(90s));
    EXPECT_EQ(output.take(), "");
    EXPECT_EQ(shown(event::SilenceBegan{90s, "", true}),
              "\nQuiet, for as long as you like. Enter goes on.\n");
}

TEST_F(PlainGuide, is_silent_while_paused) {
    begin(false);
    shown(event::SilenceBegan{31s, "", false});
    pipe.type("p\n");
    EXPECT_TRUE(next<input::Pause>(guide->now() + 1h));
    EXPECT_EQ(shown(event::Paused{}), "\nThis is paused. Take the time you need. Enter goes on.\n");
    pipe.type("3\n");
    EXPECT_TRUE(next<input::Resume>());
    EXPECT_EQ(shown(event::Resumed{}), "Going on.\n");
    shown(check_in());
    EXPECT_EQ(answer(), AnswerValue(3.0)); // it was not lost
}

TEST_F(PlainGuide, keeps_lines_for_the_next_question_while_time_runs) {
    begin(false);
    shown(event::Said{"Hello.", false});
    pipe.type("7\nbody\n");
    pipe.close();
    const auto soon = guide->now() + 5ms;
    EXPECT_TRUE(next<input::Tick>(soon));
    shown(check_in());
    EXPECT_EQ(answer(), AnswerValue(7.0));
    shown(event::Said{"On.", false});
    EXPECT_TRUE(next<input::Tick>(guide->now()));
    shown(event::Said{"On.", true});
    EXPECT_TRUE(next<input::Continue>()); // nobody else will
    shown(asked(Ask::Answer::choice));
    EXPECT_EQ(answer(), AnswerValue("body"));
    EXPECT_TRUE(next<input::EndOfInput>());
    shown(event::Suspended{});
    EXPECT_TRUE(next<input::Resume>());
}

TEST_F(PlainGuide, commands_act_at_once_while_time_runs) {
    begin(false);
    shown(event::SilenceBegan{20min, "", false});
    pipe.type("7\n\ng\ns\nq\nb\n+\n");
    const auto later = guide->now() + 1h;
    EXPECT_TRUE(next<input::Continue>(later));
    EXPECT_TRUE(next<input::Ground>(later));
    EXPECT_TRUE(next<input::Skip>(later));
    EXPECT_TRUE(next<input::Stop>(later));
    EXPECT_TRUE(next<input::Back>(later));
    EXPECT_EQ(std::get<input::Pace>(guide->wait(later).input).speed, 1.25);
    EXPECT_EQ(output.take(), "Pace 1.25; 1 is as written. Breathing keeps its own.\n");
}

TEST_F(PlainGuide, keeps_the_pace_within_bounds) {
    options.pace = 3.5;
    begin(true);
    pipe.type("+\n+\n-\n");
    EXPECT_EQ(std::get<input::Pace>(guide->wait(std::nullopt).input).speed, 4);
    EXPECT_EQ(std::get<input::Pace>(guide->wait(std::nullopt).input).speed, 3);
    EXPECT_NE(output.take().find("This is as fast as it goes.\n"), std::string::npos);
}

TEST_F(PlainGuide, helps_and_shows_people_to_reach) {
    options.support = "Your people:\nSam, after 6";
    begin(true);
    pipe.type("?\n");
    EXPECT_TRUE(next<input::Support>());
    EXPECT_EQ(output.take().substr(0, 38), "What can be typed, followed by Enter:\n");
    EXPECT_EQ(shown(event::SupportShown{}), "\nYour people:\nSam, after 6\n");
}

TEST_F(PlainGuide, names_people_to_reach_where_a_text_offers_them) {
    options.support = "Your people:\nSam, after 6";
    begin(true);
    EXPECT_EQ(shown(event::SupportShown{true}),
              "People you can reach: ? and Enter, or \"kindly support\".\n");
    EXPECT_EQ(shown(event::SupportShown{}), "\nYour people:\nSam, after 6\n");
}

TEST_F(PlainGuide, recalls_words_on_their_own) {
    begin(true);
    EXPECT_EQ(shown(event::Recalled{"You wrote:", "tea\nand rest \x1b[31m", false}),
              "You wrote:\n\n\"tea\nand rest [31m\"\n");
    EXPECT_EQ(shown(event::Recalled{"There is nothing yet.", "", true}), "\nThere is nothing yet.\n");
}

TEST_F(PlainGuide, says_once_that_enter_goes_on) {
    begin(true);
    for (const char* expected : {"(Enter to go on.)\n", ""}) {
        shown(event::Said{"Hello.", true});
        pipe.type("\n");
        EXPECT_TRUE(next<input::Continue>());
        EXPECT_EQ(output.take(), expected);
    }
}

TEST_F(PlainGuide, ends_kindly) {
    begin(true);
    EXPECT_EQ(shown(event::Ended{Status::completed, StopReason::none, 5min, 0s}),
              "You did this for 5 minutes.\n");
    EXPECT_EQ(shown(event::Ended{Status::closed_early, StopReason::person, 2min, 0s}),
              "\nYou did this for 2 minutes, and closed it gently.\n");
    EXPECT_EQ(shown(event::Ended{Status::stopped, StopReason::distress, 90s, 0s}),
              "\nYou did this for 1 minute 30 seconds. Stopping when it is enough is a\ngood decision.\n");
    EXPECT_EQ(shown(event::Ended{Status::stopped, StopReason::person, 0s, 0s}),
              "\nNot today, then. That is all right.\n");
    EXPECT_EQ(shown(event::Ended{Status::interrupted, StopReason::signal, 20s, 0s}),
              "\nThis was interrupted after 20 seconds.\n");
}

TEST_F(PlainGuide, rings_nowhere_but_on_a_terminal) {
    begin(false);
    EXPECT_EQ(shown(event::Bell{}), "");
    guide.reset();
    MemoryOutput terminal(true);
    options.instant = true;
    guide = make_plain_guide(options, terminal, afterwards);
    guide->show({now(event::Bell{})});
    EXPECT_EQ(terminal.take(), "") << "in a trial run, all would ring at once";
    guide.reset();
    options.instant = false;
    guide = make_plain_guide(options, terminal, afterwards);
    guide->show({now(event::Bell{})});
    EXPECT_EQ(terminal.take(), "\a");
    guide.reset();
    options.sound.bell = SoundOptions::Bell::off;
    guide = make_plain_guide(options, terminal, afterwards);
    guide->show({now(event::Bell{})});
    EXPECT_EQ(terminal.take(), "");
    guide.reset();
}

TEST_F(PlainGuide, says_on_a_terminal_that_words_stay_there) {
    MemoryOutput terminal(true);
    options.input = pipe.read_end();
    options.width = 30; // narrower than it can be
    guide = make_plain_guide(options, terminal, afterwards);
    guide->show({now(event::Started{"id", "e", "1.0", "en", "Title", 0s, 1})});
    EXPECT_EQ(terminal.take(), "Title\nAt any moment: g ground, s skip, q stop,\n? help, then Enter.\nWhat "
                               "is shown and typed here stays in\nthis terminal's history.\n");
    guide.reset();
}

TEST_F(PlainGuide, tells_the_time_sparsely_and_nothing_while_it_is_paused) {
    begin(true);
    EXPECT_EQ(shown(event::SilenceBegan{20min, "", false}), "Quiet for 20 minutes.\n");
    ASSERT_TRUE(next<input::Tick>(20min));
    const std::string lines = output.take();
    EXPECT_EQ(lines, "15 minutes left.\n10 minutes left.\n5 minutes left.\n2 minutes left.\n1 minute left.\n"
                     "30 seconds left.\n")
        << "six lines in twenty minutes, and none that is written again";
    shown(event::SilenceBegan{20min, "", false});
    shown(event::Paused{});
    pipe.type("\n");
    EXPECT_TRUE(next<input::Resume>());
    EXPECT_EQ(output.take(), "");
}

TEST_F(PlainGuide, tells_the_time_of_a_quiet_sit_only_to_whoever_asks) {
    begin(true);
    EXPECT_EQ(shown(event::SilenceBegan{20min, "Nothing to do now.", false, true}),
              "Nothing to do now.\nQuiet for 20 minutes.\n(c and Enter tells the time.)\n");
    ASSERT_TRUE(next<input::Tick>(12min));
    EXPECT_EQ(output.take(), "") << "no time is told unasked";
    pipe.type("c\n\n");
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(output.take(), "8 minutes left.\n");
    EXPECT_EQ(shown(event::SilenceBegan{0s, "", true, true}),
              "\nQuiet, for as long as you like. Enter goes on.\n");
    pipe.type("c\n\n");
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(output.take(), "12 minutes so far.\n");
    shown(event::Said{"That was the quiet.", false});
    pipe.type("c\n\n");
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(output.take(), "No silence is going on just now, so there is no time to tell.\n");
}

TEST_F(PlainGuide, tells_the_time_also_after_a_change_of_pace) {
    begin(true);
    shown({now(event::SectionBegan{"rest", "Rest", std::nullopt, Role::main, std::nullopt}),
           now(event::SilenceBegan{24s, "", false})});
    pipe.type("-\nc\n\n");
    EXPECT_TRUE(next<input::Pace>());
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(output.take(), "Pace 0.75; 1 is as written. Breathing keeps its own.\n"
                             "32 seconds left.\n");
}

TEST_F(PlainGuide, a_change_of_pace_leaves_grounding_and_closing_their_time) {
    begin(true);
    for (const bool closing : {false, true}) {
        const event::SectionBegan section{"end", "End", std::nullopt,
                                          closing ? Role::closing : Role::grounding, std::nullopt};
        shown({now(event::GroundingPhase{!closing}), now(section), now(event::SilenceBegan{24s, "", false})});
        pipe.type("-\nc\n\n");
        EXPECT_TRUE(next<input::Pace>());
        EXPECT_TRUE(next<input::Continue>());
        EXPECT_NE(output.take().find("\n24 seconds left.\n"), std::string::npos) << closing;
    }
}

TEST_F(PlainGuide, leaves_it_to_the_session_to_keep_the_time_of_a_sit) {
    begin(true);
    shown(event::SilenceBegan{20min, "", false, true});
    pipe.type("+\n-\n");
    EXPECT_TRUE(next<input::Pace>());
    EXPECT_TRUE(next<input::Pace>());
    EXPECT_EQ(output.take(), "") << "nothing is said to have changed";
}

TEST_F(PlainGuide, has_no_use_for_muting_where_nothing_is_heard) {
    begin(false);
    shown(event::Said{"Hello.", false});
    pipe.type("m\n\n");
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(output.take(), "m does nothing here. ? shows what can be typed.\n");
}

TEST_F(PlainGuide, mutes_the_bell_and_lets_it_ring_again) {
    MemoryOutput terminal(true);
    options.input = pipe.read_end();
    guide = make_plain_guide(options, terminal, afterwards);
    pipe.type("m\n\n.m\n\n");
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_EQ(terminal.take(), "The sound is off. m turns it on again.\n");
    guide->show({now(event::Bell{})});
    EXPECT_EQ(terminal.take(), "");
    shown(asked(Ask::Answer::text)); // there, letters are text
    EXPECT_TRUE(next<input::Continue>());
    EXPECT_NE(terminal.take().find("The sound is on.\n"), std::string::npos);
    guide->show({at(1, event::Bell{})});
    EXPECT_EQ(terminal.take(), "\a");
    guide.reset();
    EXPECT_EQ(afterwards.take(), "");
}

TEST_F(PlainGuide, is_deterministic_when_instant) {
    pipe.type("7\nbody\n");
    pipe.close();
    begin(true);
    shown(event::Said{"Hello.", false});
    EXPECT_TRUE(next<input::Tick>(5s));
    EXPECT_EQ(guide->now(), 5s);
    shown(check_in());
    EXPECT_EQ(answer(), AnswerValue(7.0));
    EXPECT_TRUE(next<input::Tick>(10s));
    shown(asked(Ask::Answer::choice));
    EXPECT_EQ(answer(), AnswerValue("body"));
    EXPECT_TRUE(next<input::EndOfInput>());
}

/// Whatever the texts and whatever is typed: lines that only follow one another.
RC_GTEST_FIXTURE_PROP(PlainGuide, only_ever_appends, (const std::string& text, const std::string& typed)) {
    pipe.type(typed);
    pipe.close();
    begin(true);
    Question hostile = question(Ask::Answer::choices);
    hostile.text = text;
    hostile.options[0].text = text;
    std::string all = shown({now(event::Said{text, true}), now(event::Recalled{text, text, true}),
                             now(event::Asked{hostile, std::nullopt}), now(event::Restored{"where", text}),
                             now(event::Problem{text}), now(event::Refused{text})});
    while (!next<input::EndOfInput>()) {}
    all += output.take();
    for (const char byte : all) {
        const auto code = static_cast<unsigned char>(byte);
        RC_ASSERT((code >= 0x20 && code != 0x7F) || byte == '\n');
    }
}

} // namespace
} // namespace kindly
