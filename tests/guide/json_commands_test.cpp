// SPDX-License-Identifier: MIT
#include "guide/json_commands.hpp"

#include "guide/event_json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

template <class Kind>
bool gives(std::string_view line) {
    const auto read = read_command(line, false);
    const auto* input = std::get_if<Input>(&read);
    return input != nullptr && std::holds_alternative<Kind>(*input);
}

std::string why(std::string_view line) {
    const auto read = read_command(line, false);
    const auto* refused = std::get_if<RefusedCommand>(&read);
    return refused != nullptr ? refused->why : "(not refused)";
}

AnswerValue answer(std::string_view line, bool at_check_in = false) {
    const auto read = read_command(line, at_check_in);
    const auto* input = std::get_if<Input>(&read);
    const auto* given = input != nullptr ? std::get_if<input::Answer>(input) : nullptr;
    return given != nullptr ? given->value : AnswerValue("(refused)");
}

TEST(JsonCommands, take_every_command) {
    EXPECT_TRUE(gives<input::Continue>(R"({"do":"continue"})"));
    EXPECT_TRUE(gives<input::Skip>(R"( { "do" : "skip" } )"));
    EXPECT_TRUE(gives<input::Back>(R"({"do":"back"})"));
    EXPECT_TRUE(gives<input::Pause>(R"({"do":"pause"})"));
    EXPECT_TRUE(gives<input::Resume>(R"({"do":"resume"})"));
    EXPECT_TRUE(gives<input::Ground>(R"({"do":"ground"})"));
    EXPECT_TRUE(gives<input::Close>(R"({"do":"close"})"));
    EXPECT_TRUE(gives<input::Stop>(R"({"do":"stop"})"));
    EXPECT_TRUE(gives<input::Support>(R"({"do":"support"})"));
}

TEST(JsonCommands, take_pace_and_drafts_by_either_name) {
    for (const char* line : {R"({"do":"pace","value":1.5})", R"({"speed":1.5,"do":"pace"})"}) {
        EXPECT_EQ(std::get<input::Pace>(std::get<Input>(read_command(line, false))).speed, 1.5);
    }
    for (const char* line : {R"({"do":"draft","text":"Dear"})", R"({"do":"draft","value":"Dear"})"}) {
        EXPECT_EQ(std::get<input::Draft>(std::get<Input>(read_command(line, false))).text, "Dear");
    }
}

TEST(JsonCommands, take_answers_of_every_type) {
    EXPECT_EQ(answer(R"({"do":"answer","value":true})"), AnswerValue(true));
    EXPECT_EQ(answer(R"({"do":"answer","value":7})"), AnswerValue(7.0));
    EXPECT_EQ(answer(R"({"do":"answer","value":-2.5})"), AnswerValue(-2.5));
    EXPECT_EQ(answer(R"({"do":"answer","value":"body"})"), AnswerValue(std::string("body")));
    EXPECT_EQ(answer(R"({"do":"answer","value":["a","b"]})"),
              AnswerValue(std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(answer(R"({"do":"answer","value":[]})"), AnswerValue(std::vector<std::string>{}));
}

TEST(JsonCommands, know_numb_at_check_ins_alone) {
    for (const char* line : {R"({"do":"answer","value":"numb"})", R"({"do":"answer","value":"n"})"}) {
        EXPECT_EQ(answer(line, true), AnswerValue(Numb{}));
        EXPECT_TRUE(std::holds_alternative<std::string>(answer(line, false)));
    }
}

TEST(JsonCommands, take_no_control_characters_in) {
    EXPECT_EQ(answer("{\"do\":\"answer\",\"value\":\"a\\u001b[31m\\u0085b\\n\\tc\\r\"}"),
              AnswerValue(std::string("a[31mb\n\tc")));
}

TEST(JsonCommands, refuse_what_is_not_json) {
    for (const char* line :
         {"", "hello", "{", R"({"do":"skip")", R"({"do":"skip"} x)", R"({'do':'skip'})", R"({"do":"skip",})",
          "{\"do\":\"answer\",\"value\":\"a\xFF\"}", R"({"do":"answer","value":1e999})"}) {
        EXPECT_EQ(why(line), "This line is not JSON.") << line;
    }
}

TEST(JsonCommands, refuse_what_is_not_a_command) {
    for (const char* line : {"3", "\"skip\"", "null", "[]", "[1]", "{}", R"({"value":3})", R"({"do":3})",
                             R"({"do":["skip"]})"}) {
        EXPECT_EQ(why(line), "A line is one JSON object with \"do\" in it.") << line;
    }
    EXPECT_EQ(why(R"({"do":"dance"})"), "\"do\" names nothing that can be done here.");
    EXPECT_EQ(why(R"({"do":"contine"})"),
              "\"do\" names nothing that can be done here. Was \"continue\" meant?");
}

TEST(JsonCommands, refuse_what_does_not_belong) {
    EXPECT_EQ(why(R"({"do":"answer"})"), "\"answer\" needs a \"value\".");
    EXPECT_EQ(why(R"({"do":"pace"})"), "\"pace\" needs a \"value\".");
    EXPECT_EQ(why(R"({"do":"draft"})"), "\"draft\" needs a \"text\".");
    EXPECT_EQ(why(R"({"do":"skip","value":1})"), "There is a key too many.");
    EXPECT_EQ(why(R"({"do":"answer","value":1,"other":2})"), "There is a key too many.");
    EXPECT_EQ(why(R"({"do":"skip","do":"stop"})"), "A key stands there twice.");
    EXPECT_EQ(why(R"({"do":"pace","value":"fast"})"), "A pace is a number, 1 being as written.");
    EXPECT_EQ(why(R"({"do":"draft","text":1})"), "A draft is a string.");
    EXPECT_NE(why(R"({"do":"answer","value":null})"), "(not refused)");
    EXPECT_EQ(why(R"({"do":"answer","value":[1]})"), "A list holds only strings.");
    for (const char* line : {R"({"do":"answer","value":{}})", R"({"do":"answer","value":[[]]})",
                             R"({"do":"answer","value":[{}]})"}) {
        EXPECT_EQ(why(line), "Only \"value\" may be a list, and no list or object may be inside another.")
            << line;
    }
}

TEST(JsonCommands, refuse_bombs) {
    constexpr std::size_t deep = 1000000;
    EXPECT_NE(why(std::string(deep, '[')), "(not refused)");
    EXPECT_NE(why(R"({"do":"answer","value":)" + std::string(deep, '[')), "(not refused)");
    std::string nested;
    for (std::size_t depth = 0; depth < deep / 5; ++depth) { nested += R"({"a":)"; }
    EXPECT_NE(why(nested), "(not refused)");
    EXPECT_EQ(answer(R"({"do":"answer","value":")" + std::string(deep, 'a') + "\"}"),
              AnswerValue(std::string(deep, 'a')));
}

/// Whatever comes is understood or refused with a reason.
void check_any_line(const std::string& line) {
    const auto read = read_command(line, true);
    if (const auto* refused = std::get_if<RefusedCommand>(&read)) { RC_ASSERT(!refused->why.empty()); }
}

RC_GTEST_PROP(JsonCommands, survive_any_bytes, (const std::string& line)) { check_any_line(line); }

RC_GTEST_PROP(JsonCommands, survive_anything_that_looks_like_json, ()) {
    const auto tokens = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "{", "}", "[", "]", ":", ",", "\"do\"", "\"answer\"", "\"value\"", "\"numb\"", "\"skip\"", "null",
        "true", "7", "-1.5e3", "1e999", "\"\\u0000\"", "\"\\ud800\"", " ", "\xFF"));
    std::string line;
    for (const auto& token : tokens) { line += token; }
    check_any_line(line);
}

RC_GTEST_PROP(JsonCommands, read_back_the_words_that_events_carry,
              (const std::vector<unsigned char>& letters)) {
    std::string words;
    for (const auto letter : letters) { words += static_cast<char>(letter % 95 + 32); }
    const std::string written =
        event_line({Milliseconds{}, event::Answered{"q", words, {}, std::nullopt, std::nullopt}}, false);
    const auto value = written.substr(written.find("\"value\":"));
    const std::string line = "{\"do\":\"answer\"," + value.substr(0, value.size() - 1);
    RC_ASSERT(answer(line) == AnswerValue(words));
}

} // namespace
} // namespace kindly
