// SPDX-License-Identifier: MIT
#include "guide/plain_answers.hpp"

#include "support.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::now;
using testing::question;

Present at(decltype(Event::what) what) {
    Present present;
    present.observe(now(std::move(what)));
    return present;
}
Present at_question(Ask::Answer answer) { return at(event::Asked{question(answer), std::nullopt}); }
Present at_optional(Ask::Answer answer) {
    Question optional = question(answer);
    optional.optional = true;
    return at(event::Asked{optional, std::nullopt});
}
Present at_check_in() {
    return at(event::CheckInAsked{{"start", "How is it?", CheckIn::About::distress}, std::nullopt});
}
Present at_offer(const char* default_choice) {
    return at(event::Offered{
        OfferReason::distress, {choice::ground, choice::go_on, choice::close}, default_choice});
}
Present while_time_runs() { return at(event::SilenceBegan{std::chrono::seconds(30), "", false}); }
Present paused(Present present) {
    present.observe(now(event::Paused{}));
    return present;
}

struct Name {
    std::string operator()(const input::Answer& answer) const {
        if (const auto* yes = std::get_if<bool>(&answer.value)) { return *yes ? "yes" : "no"; }
        if (const auto* number = std::get_if<double>(&answer.value)) {
            return "number " + std::to_string(*number).substr(0, 4);
        }
        if (const auto* text = std::get_if<std::string>(&answer.value)) { return "answer " + *text; }
        if (std::holds_alternative<Numb>(answer.value)) { return "numb"; }
        std::string all = "answers";
        for (const auto& one : std::get<std::vector<std::string>>(answer.value)) { all += ' ' + one; }
        return all;
    }
    std::string operator()(const input::Continue&) const { return "continue"; }
    std::string operator()(const input::Skip&) const { return "skip"; }
    std::string operator()(const input::Back&) const { return "back"; }
    std::string operator()(const input::Pause&) const { return "pause"; }
    std::string operator()(const input::Resume&) const { return "resume"; }
    std::string operator()(const input::Ground&) const { return "ground"; }
    std::string operator()(const input::Stop&) const { return "stop"; }
    template <class Other>
    std::string operator()(const Other&) const {
        return "something else";
    }

    std::string operator()(const reply::Send& send) const { return std::visit(*this, send.input); }
    std::string operator()(const reply::Hint& hint) const { return hint.text.empty() ? "nothing" : "hint"; }
    std::string operator()(reply::Later) const { return "later"; }
    std::string operator()(reply::Resume) const { return "resume first"; }
    std::string operator()(reply::Help) const { return "help"; }
    std::string operator()(reply::Faster) const { return "faster"; }
    std::string operator()(reply::Slower) const { return "slower"; }
    std::string operator()(reply::Mute) const { return "mute"; }
    std::string operator()(reply::Time) const { return "time"; }
    std::string operator()(reply::TextLine) const { return "text"; }
    std::string operator()(reply::TextEnds) const { return "text ends"; }
    std::string operator()(reply::TakeBack) const { return "take back"; }
};

std::string meaning(const Present& present, std::string_view line, bool writing = false) {
    return std::visit(Name{}, read_reply(present, line, writing));
}

struct Row {
    const char* line;
    const char* meaning;
};
void check(const Present& present, std::initializer_list<Row> rows, bool writing = false) {
    for (const auto& row : rows) {
        EXPECT_EQ(meaning(present, row.line, writing), row.meaning) << '"' << row.line << '"';
    }
}

TEST(PlainAnswers, commands_act_while_time_runs_and_other_lines_wait) {
    check(while_time_runs(),
          {{"", "continue"},     {"g", "ground"},  {"G", "ground"}, {" s ", "skip"},
           {"q", "stop"},        {"?", "help"},    {"h", "help"},   {"p", "pause"},
           {" ", "pause"},       {"b", "back"},    {"+", "faster"}, {"-", "slower"},
           {"x", "hint"},        {"c", "time"},    {"m", "mute"},   {"stop", "stop"},
           {"Ground", "ground"}, {"help", "help"}, {"3", "later"},  {"my shoulders", "later"},
           {"yes", "later"},     {".", "later"},   {".q", "stop"}});
}

TEST(PlainAnswers, choice) {
    check(at_question(Ask::Answer::choice), {{"1", "answer body"},
                                             {"3", "answer nowhere"},
                                             {"thoughts", "answer thoughts"},
                                             {"IN MY BODY", "answer body"},
                                             {"Nowhere, really", "answer nowhere"},
                                             {"0", "hint"},
                                             {"4", "hint"},
                                             {"1 2", "hint"},
                                             {"in", "hint"},
                                             {"x", "hint"},
                                             {"", "continue"},
                                             {"s", "skip"},
                                             {"g", "ground"},
                                             {"stop", "stop"},
                                             {" ", "pause"}});
    EXPECT_EQ(meaning(at_optional(Ask::Answer::choice), ""), "skip");
}

TEST(PlainAnswers, an_option_wins_over_a_word_but_never_over_ground_skip_stop_and_help) {
    Question letters = question(Ask::Answer::choice);
    letters.options = {{"b", "Back"}, {"stop", "Stop it"}, {"g", "Good"}, {"x", "Other"}};
    check(at(event::Asked{letters, std::nullopt}), {{"b", "answer b"},
                                                    {"back", "answer b"},
                                                    {"stop", "answer stop"},
                                                    {"x", "answer x"},
                                                    {"g", "ground"},
                                                    {"good", "answer g"},
                                                    {"q", "stop"}});
}

TEST(PlainAnswers, choices) {
    check(at_question(Ask::Answer::choices), {{"1", "answers body"},
                                              {"1 3", "answers body nowhere"},
                                              {"3,1", "answers body nowhere"},
                                              {" 1 ; 2 ", "answers body thoughts"},
                                              {"1 1", "answers body"},
                                              {"body thoughts", "answers body thoughts"},
                                              {"in my body, in my thoughts", "answers body thoughts"},
                                              {"nowhere, really", "answers nowhere"},
                                              {"1 4", "hint"},
                                              {"1 and 2", "hint"},
                                              {",", "hint"},
                                              {"", "continue"}});
}

TEST(PlainAnswers, yes_no) {
    check(at_question(Ask::Answer::yes_no), {{"y", "yes"},
                                             {"Yes", "yes"},
                                             {"n", "no"},
                                             {"NO", "no"},
                                             {"1", "hint"},
                                             {"maybe", "hint"},
                                             {"", "continue"}});
}

TEST(PlainAnswers, scale) {
    check(at_question(Ask::Answer::scale), {{"1", "number 1.00"},
                                            {"5", "number 5.00"},
                                            {"3.0", "number 3.00"},
                                            {"0", "hint"},
                                            {"6", "hint"},
                                            {"2.5", "hint"},
                                            {"five", "hint"},
                                            {"5 of 5", "hint"},
                                            {"-", "slower"}});
}

TEST(PlainAnswers, number) {
    check(at_question(Ask::Answer::number), {{"2.5", "number 2.50"},
                                             {"2,5", "number 2.50"},
                                             {"-3", "number -3.0"},
                                             {"1,000", "hint"},
                                             {"1.000,5", "hint"},
                                             {"1e999", "hint"},
                                             {"nan", "hint"},
                                             {"inf", "hint"},
                                             {"0x10", "hint"},
                                             {"+", "faster"}});
}

TEST(PlainAnswers, check_in) {
    check(at_check_in(), {{"0", "number 0.00"},
                          {"10", "number 10.0"},
                          {"n", "numb"},
                          {"N", "numb"},
                          {"numb", "numb"},
                          {"far away", "numb"},
                          {"11", "hint"},
                          {"-1", "hint"},
                          {"5.5", "hint"},
                          {"bad", "hint"},
                          {"", "continue"},
                          {"s", "skip"},
                          {"g", "ground"}});
}

TEST(PlainAnswers, offer) {
    check(at_offer(choice::ground), {{"", "continue"},
                                     {"1", "answer ground"},
                                     {"2", "answer go_on"},
                                     {"go on", "answer go_on"},
                                     {"go_on", "answer go_on"},
                                     {"Close", "answer close"},
                                     {"a gentle closing", "answer close"},
                                     {"4", "hint"},
                                     {"hm", "hint"},
                                     {"q", "stop"},
                                     {"stop", "stop"},
                                     {"g", "ground"}});
}

TEST(PlainAnswers, going_on_against_the_default_to_close_is_typed_in_words) {
    check(at_offer(choice::close), {{"2", "hint"},
                                    {"go on", "answer go_on"},
                                    {"GO ON", "answer go_on"},
                                    {"go_on", "answer go_on"},
                                    {"1", "answer ground"},
                                    {"3", "answer close"}});
}

TEST(PlainAnswers, consent_is_typed_whole) {
    check(at(event::Consent{"Begin?", {}}), {{"yes", "yes"},
                                             {"YES", "yes"},
                                             {"y", "hint"},
                                             {"1", "hint"},
                                             {"ok", "hint"},
                                             {"no", "no"},
                                             {"q", "stop"},
                                             {"", "continue"}});
}

TEST(PlainAnswers, keep) {
    check(at(event::KeepAsked{"q", {choice::keep, choice::remove}, ""}), {{"keep", "answer keep"},
                                                                          {"1", "answer keep"},
                                                                          {"delete", "answer delete"},
                                                                          {"2", "answer delete"},
                                                                          {"d", "hint"},
                                                                          {"", "continue"}});
}

TEST(PlainAnswers, a_waiting_text_goes_on_with_enter) {
    check(at(event::Said{"Hello.", true}), {{"", "continue"}, {"g", "ground"}, {"3", "later"}});
}

TEST(PlainAnswers, in_a_text_letters_are_text) {
    check(at_question(Ask::Answer::text), {{"Dear friend", "text"},
                                           {"g", "text"},
                                           {"q", "text"},
                                           {"stop", "text"},
                                           {".", "text ends"},
                                           {" . ", "text ends"},
                                           {"...", "text"},
                                           {".net", "text"},
                                           {".g", "ground"},
                                           {".s", "skip"},
                                           {".Q", "stop"},
                                           {".?", "help"},
                                           {".h", "help"},
                                           {".p", "pause"},
                                           {".b", "back"},
                                           {".u", "take back"},
                                           {"", "continue"},
                                           {"  ", "continue"}});
    check(at_question(Ask::Answer::text), {{"", "text"}, {" ", "text"}, {".", "text ends"}}, true);
    check(at_optional(Ask::Answer::text), {{"", "skip"}});
    Question optional = question(Ask::Answer::text);
    optional.optional = true;
    check(at(event::Asked{optional, AnswerValue("before")}),
          {{"", "continue"}}); // read again: the answer stands
}

TEST(PlainAnswers, while_paused_every_enter_goes_on) {
    check(paused(while_time_runs()), {{"", "resume"},
                                      {" ", "resume"},
                                      {"p", "resume"},
                                      {"resume", "resume"},
                                      {"q", "stop"},
                                      {"g", "ground"},
                                      {"?", "help"},
                                      {"3", "resume first"}});
    check(paused(at_question(Ask::Answer::text)), {{"", "resume"},
                                                   {".p", "resume"},
                                                   {"q", "stop"},
                                                   {".q", "stop"},
                                                   {".", "resume first"},
                                                   {"stop", "resume first"},
                                                   {"more words", "resume first"}});
}

RC_GTEST_PROP(PlainAnswers, always_mean_something, (const std::string& line, bool writing)) {
    for (const auto& present :
         {while_time_runs(), at_question(Ask::Answer::choice), at_question(Ask::Answer::choices),
          at_question(Ask::Answer::number), at_question(Ask::Answer::text), at_check_in(),
          at_offer(choice::close), paused(at_check_in())}) {
        RC_ASSERT(meaning(present, line, writing) != "nothing");
    }
}

} // namespace
} // namespace kindly
