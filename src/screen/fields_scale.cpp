// SPDX-License-Identifier: MIT
#include "screen/fields_scale.hpp"

#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "guide/plain_words.hpp"
#include "screen/put_words.hpp"

#include <cmath>
#include <utility>

namespace kindly::screen {

namespace {

using Took = Field::Took;

std::optional<int> whole_number(const std::optional<AnswerValue>& value) {
    const auto* number = value ? std::get_if<double>(&*value) : nullptr;
    if (number == nullptr || std::floor(*number) != *number || std::abs(*number) > 1e9) {
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

/// Empty lines between its parts, if there is room for them and for a line of help.
Block with_air(const std::vector<Block>& parts, int rows) {
    std::size_t lines = parts.size() - 1;
    for (const auto& part : parts) { lines += part.lines.size(); }
    constexpr int help = 2; // with an empty line
    const bool air = static_cast<int>(lines) + help <= rows;
    Block whole;
    for (const auto& part : parts) {
        if (part.lines.empty()) { continue; }
        if (air && !whole.lines.empty()) { whole.lines.emplace_back(); }
        if (part.focus) {
            whole.focus = Place{part.focus->row + static_cast<int>(whole.lines.size()), part.focus->column};
        }
        whole.lines.insert(whole.lines.end(), part.lines.begin(), part.lines.end());
    }
    return whole;
}

std::string how() { return _("Arrows or a number, then Enter."); }

} // namespace

ScaleField::ScaleField(const event::Asked& asked)
    : question_(asked.question), row_(asked.question.lowest.value_or(limits::lowest_rating),
                                      asked.question.highest.value_or(limits::highest_rating)) {
    row_.choose(whole_number(asked.present));
}

Took ScaleField::take(const Key& key) {
    if (key.kind == Key::Kind::enter) { return Took::answers; }
    const Took took = row_.take(key);
    if (took != Took::nothing) {
        scroll_.to_beginning();
        return took;
    }
    return scroll_.take(key) ? Took::changed : Took::nothing;
}

std::optional<AnswerValue> ScaleField::answer() const {
    if (!row_.chosen()) { return std::nullopt; }
    return static_cast<double>(*row_.chosen());
}

std::string ScaleField::hint() const { return numbers_that_fit(question_); }

Block ScaleField::draw(int columns, int rows) const {
    auto drawn = row_.draw(columns);
    std::vector<Block> parts(2);
    parts[0].lines.push_back(std::move(drawn.line));
    parts[0].focus = Place{0, drawn.column};
    if (const std::string ends = scale_ends(question_); !ends.empty()) {
        put_words(parts[1], {}, ends, columns);
    }
    if (!drawn.all) { put_words(parts[1], {}, numbers_that_fit(question_), columns); }
    Block shown = scroll_.fit(with_air(parts, rows), rows);
    put_help(shown, how(), columns, rows);
    return shown;
}

CheckInField::CheckInField(const event::CheckInAsked& asked)
    : row_(limits::lowest_rating, limits::highest_rating),
      numb_(asked.present && std::holds_alternative<Numb>(*asked.present)) {
    row_.choose(whole_number(asked.present));
}

Took CheckInField::take(const Key& key) {
    const bool n = key.kind == Key::Kind::character && !key.alt && (key.text == "n" || key.text == "N");
    if (key.kind == Key::Kind::enter) { return Took::answers; }
    const bool up = key.kind == Key::Kind::up;
    const bool down = key.kind == Key::Kind::down;
    if ((up && !numb_) || (down && numb_)) {
        (void)scroll_.take(key); // and if there is nothing out of sight, nothing moves
        return Took::changed;
    }
    const Took took = n || up || down ? Took::changed : row_.take(key);
    if (took != Took::changed) { return took; }
    numb_ = n || down;
    scroll_.to_beginning();
    return Took::changed;
}

std::optional<AnswerValue> CheckInField::answer() const {
    if (numb_) { return Numb{}; }
    if (!row_.chosen()) { return std::nullopt; }
    return static_cast<double>(*row_.chosen());
}

std::string CheckInField::hint() const {
    return _("A whole number from 0 to 10, or n for numb or far away.");
}

Block CheckInField::draw(int columns, int rows) const {
    NumberRow numbers = row_;
    if (numb_) { numbers.choose(std::nullopt); }
    auto drawn = numbers.draw(columns);
    std::vector<Block> parts(3);
    parts[0].lines.push_back(std::move(drawn.line));
    if (!numb_) { parts[0].focus = Place{0, drawn.column}; }
    const std::string words = "n  " + answer_in_words(Numb{}, nullptr);
    parts[1].lines.push_back(
        {{numb_ ? '[' + words + ']' : ' ' + words, numb_ ? Tone::strong : Tone::normal}});
    if (numb_) { parts[1].focus = Place{0, 1}; }
    put_words(parts[2], {}, _("0 is not at all, 10 is as much as can be."), columns);
    Block shown = scroll_.fit(with_air(parts, rows), rows);
    put_help(shown, how(), columns, rows);
    return shown;
}

} // namespace kindly::screen
