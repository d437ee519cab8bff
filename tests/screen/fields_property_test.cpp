// SPDX-License-Identifier: MIT
// What is true of every field, whatever is asked, whatever is pressed, however small the room.
#include "guide/plain_answers.hpp"
#include "screen/field.hpp"
#include "screen/layout.hpp"
#include "support.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kindly::screen {
namespace {

using Kind = Key::Kind;
using Took = Field::Took;

/// As exercises may have them: long, hostile, empty.
std::string label() {
    static const std::vector<std::string> labels{
        "",
        "yes",
        "In my body",
        std::string(300, 'w'),
        "a few words that go on for a while, and then for a while longer than anybody had thought",
        "\x1B[2J\u202Eback\twards\nin two lines",
        "静かな場所で息をする静かな場所で息をする静かな場所で息をする",
        "\xFF\xC0"};
    return *rc::gen::elementOf(labels);
}

/// A field, and whether an answer fits what it was made for: kept apart from how fields find answers.
struct Asked {
    std::unique_ptr<Field> field;
    std::function<bool(const AnswerValue&)> fits;
    bool has_a_default = false;
};

Asked some_question() {
    event::Asked asked;
    Question& question = asked.question;
    question.longest = *rc::gen::inRange<std::size_t>(1, 30);
    question.lowest_label = label();
    question.highest_label = label();
    question.answer =
        *rc::gen::elementOf(std::vector{Ask::Answer::choice, Ask::Answer::choices, Ask::Answer::scale,
                                        Ask::Answer::yes_no, Ask::Answer::number, Ask::Answer::text});
    const bool scale = question.answer == Ask::Answer::scale;
    if (scale || *rc::gen::arbitrary<bool>()) { question.lowest = *rc::gen::inRange(-120, 120); }
    if (scale || *rc::gen::arbitrary<bool>()) {
        question.highest =
            question.lowest.value_or(0) + *rc::gen::elementOf(std::vector{1, 4, 10, 99, 1000000});
    }
    const int options = *rc::gen::inRange(2, 13);
    for (int option = 0; option < options; ++option) {
        question.options.push_back({"o" + std::to_string(option), label()});
    }
    auto is_option = [question](const std::string& id) {
        return std::any_of(question.options.begin(), question.options.end(),
                           [&](const ChoiceOption& option) { return option.id == id; });
    };
    return {make_field(asked), [question, is_option](const AnswerValue& value) {
                switch (question.answer) {
                case Ask::Answer::choice: return is_option(std::get<std::string>(value));
                case Ask::Answer::choices: {
                    const auto& ids = std::get<std::vector<std::string>>(value);
                    return !ids.empty() && std::all_of(ids.begin(), ids.end(), is_option);
                }
                case Ask::Answer::yes_no: return std::holds_alternative<bool>(value);
                case Ask::Answer::text: return !trimmed(std::get<std::string>(value)).empty();
                case Ask::Answer::scale:
                case Ask::Answer::number: break;
                }
                const double number = std::get<double>(value);
                const bool whole = question.answer == Ask::Answer::number || std::floor(number) == number;
                return whole && (!question.lowest || number >= *question.lowest) &&
                       (!question.highest || number <= *question.highest);
            }};
}

Asked something() {
    switch (*rc::gen::inRange(0, 9)) {
    case 0:
        return {make_field(event::CheckInAsked{}), [](const AnswerValue& value) {
                    if (std::holds_alternative<Numb>(value)) { return true; }
                    const double number = std::get<double>(value);
                    return number >= 0 && number <= 10 && std::floor(number) == number;
                }};
    case 1: {
        const auto choices = *rc::gen::elementOf(std::vector<std::vector<std::string>>{
            {"close", "stop", "go_on"}, {"ground", "go_on", "close"}, {"begin_again", "leave"}});
        const event::Offered offered{OfferReason::stop, choices, choices.front()};
        return {make_field(offered),
                [choices](const AnswerValue& value) {
                    return std::find(choices.begin(), choices.end(), std::get<std::string>(value)) !=
                           choices.end();
                },
                true};
    }
    case 2:
        return {make_field(event::Consent{label(), {label(), label(), label()}}),
                [](const AnswerValue& value) { return std::holds_alternative<bool>(value); }};
    case 3:
        return {make_field(event::KeepAsked{"q", {"keep", "delete"}, label()}), [](const AnswerValue& value) {
                    const auto& word = std::get<std::string>(value);
                    return word == "keep" || word == "delete";
                }};
    default: return some_question();
    }
}

Key any_key() {
    static const std::vector<Kind> kinds{
        Kind::enter,   Kind::escape,    Kind::tab,   Kind::back_tab, Kind::backspace, Kind::remove,
        Kind::left,    Kind::right,     Kind::up,    Kind::down,     Kind::home,      Kind::end,
        Kind::page_up, Kind::page_down, Kind::other, Kind::down,     Kind::down,      Kind::paste_refused};
    static const std::vector<std::string> letters{"0", "1", "2", "3", "9", "-", ".", ",", "y", "e", "s",
                                                  "n", "o", " ", "x", "q", "g", "b", "p", "é", "静"};
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
    case 1: return letter(*rc::gen::elementOf(letters));
    case 2: return control(*rc::gen::elementOf(std::vector<std::string>{"a", "c", "d", "u", "w", "o"}));
    case 3: {
        Key key = press(*rc::gen::elementOf(kinds));
        key.alt = *rc::gen::inRange(0, 8) == 0;
        return key;
    }
    default: return press(*rc::gen::elementOf(kinds));
    }
}

void expect_drawn_well(const Field& field, int columns, int rows) {
    const Block block = field.draw(columns, rows);
    RC_ASSERT(!block.lines.empty());
    RC_ASSERT(static_cast<int>(block.lines.size()) <= rows);
    RC_ASSERT(width(block) <= columns);
    RC_ASSERT(block.focus.has_value());
    RC_ASSERT((block.focus->row >= 0 && block.focus->row < static_cast<int>(block.lines.size())));
    RC_ASSERT((block.focus->column >= 0 && block.focus->column < columns));
    for (const auto& line : block.lines) {
        for (const auto& span : line) {
            RC_ASSERT(harmless(span.text) == span.text);
            RC_ASSERT(span.text.find_first_of("\n\t") == std::string::npos);
        }
    }
}

RC_GTEST_PROP(FieldProperty, AnswersFitAndPicturesFitAfterAnyKeys, ()) {
    const Asked asked = something();
    const int columns = *rc::gen::inRange(24, 80);
    const int rows = *rc::gen::inRange(1, 14);
    expect_drawn_well(*asked.field, columns, rows);
    RC_ASSERT(asked.field->answer().has_value() == asked.has_a_default);
    const int keys = *rc::gen::inRange(1, 40);
    for (int count = 0; count < keys; ++count) {
        const Took took = asked.field->take(any_key());
        if (took == Took::hint) { RC_ASSERT(!asked.field->hint().empty()); }
        if (const auto answer = asked.field->answer()) { RC_ASSERT(asked.fits(*answer)); }
        if (count % 3 == 0) { expect_drawn_well(*asked.field, columns, rows); }
    }
    expect_drawn_well(*asked.field, *rc::gen::inRange(24, 80), *rc::gen::inRange(1, 14));
}

/// A key that means nothing here is a command somewhere else: it must not do both.
RC_GTEST_PROP(FieldProperty, AKeyThatMeansNothingChangesNothing, ()) {
    const Asked asked = something();
    const int keys = *rc::gen::inRange(1, 30);
    for (int count = 0; count < keys; ++count) {
        const auto answer = asked.field->answer();
        const std::string drawn = in_words(asked.field->draw(40, 8));
        if (asked.field->take(any_key()) != Took::nothing) { continue; }
        RC_ASSERT(asked.field->answer() == answer);
        RC_ASSERT(in_words(asked.field->draw(40, 8)) == drawn);
    }
}

/// Down, again and again: each option's words come past, however small the room.
RC_GTEST_PROP(FieldProperty, AListShowsAllOfItsWordsOnTheWayDown, ()) {
    event::Asked asked;
    asked.question.answer = *rc::gen::elementOf(std::vector{Ask::Answer::choice, Ask::Answer::choices});
    std::vector<std::string> words;
    for (int option = 0; option < 4; ++option) {
        std::string text;
        const int many = *rc::gen::inRange(1, 20);
        for (int word = 0; word < many; ++word) {
            words.push_back('w' + std::to_string(option) + 'n' + std::to_string(word));
            text += words.back() + ' ';
        }
        asked.question.options.push_back({"o" + std::to_string(option), text});
    }
    const auto field = make_field(asked);
    const int columns = *rc::gen::inRange(24, 60);
    const int rows = *rc::gen::inRange(2, 10);
    std::string seen = in_words(field->draw(columns, rows));
    for (int presses = 0; presses < 40; ++presses) {
        field->take(press(Kind::down));
        seen += in_words(field->draw(columns, rows));
    }
    for (const auto& word : words) { RC_ASSERT(seen.find(word) != std::string::npos); }
}

} // namespace
} // namespace kindly::screen
