// SPDX-License-Identifier: MIT
#include "screen/fields_typed.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "guide/plain_answers.hpp"
#include "guide/plain_words.hpp"
#include "screen/put_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kindly::screen {

namespace {

using Took = Field::Took;

constexpr std::size_t longest_number = 15; ///< digits that are exact in any program

/// What is typed, with the cursor behind it.
void put_typed(Block& block, const std::string& typed) {
    const std::string line = "› " + typed;
    block.focus = Place{static_cast<int>(block.lines.size()), static_cast<int>(display_width(line))};
    block.cursor_shown = true;
    block.lines.push_back({{line, Tone::strong}});
}

/// The last character or all of it is taken away. False: the key is another one.
bool took_away(std::string& typed, const Key& key) {
    const bool all = key.kind == Key::Kind::control && key.text == "u";
    if (all || (key.kind == Key::Kind::backspace && (key.alt || key.control))) {
        typed.clear();
        return true;
    }
    if (key.kind != Key::Kind::backspace) { return false; }
    while (!typed.empty() && (static_cast<unsigned char>(typed.back()) & 0xC0U) == 0x80U) {
        typed.pop_back();
    }
    if (!typed.empty()) { typed.pop_back(); }
    return true;
}

/// In English, and in the person's language.
bool is_yes(const std::string& typed) { return typed == "yes" || typed == bare_letters(_("yes")); }
bool is_no(const std::string& typed) { return typed == "no" || typed == bare_letters(_("no")); }

} // namespace

NumberField::NumberField(const event::Asked& asked) : question_(asked.question) {
    if (asked.present && std::holds_alternative<double>(*asked.present)) {
        typed_ = answer_in_words(*asked.present, nullptr);
    }
}

bool NumberField::is_part_of_a_number(const Key& key) const {
    if (key.kind != Key::Kind::character || key.alt || key.text.size() != 1) { return false; }
    const bool minus = key.text == "-" && (!question_.lowest || *question_.lowest < 0);
    return minus || key.text.find_first_of("0123456789.,") == 0;
}

Took NumberField::take(const Key& key) {
    if (key.kind == Key::Kind::enter) { return typed_.empty() || answer() ? Took::answers : Took::hint; }
    if (is_part_of_a_number(key)) {
        if (typed_.size() >= longest_number) { return Took::hint; }
        typed_ += key.text;
    } else if (!took_away(typed_, key)) {
        return scroll_.take(key) ? Took::changed : Took::nothing;
    }
    scroll_.to_beginning();
    return Took::changed;
}

std::optional<AnswerValue> NumberField::answer() const {
    const auto number = number_typed(typed_);
    if (!number || (question_.lowest && *number < *question_.lowest) ||
        (question_.highest && *number > *question_.highest)) {
        return std::nullopt;
    }
    return *number;
}

std::string NumberField::hint() const { return numbers_that_fit(question_); }

Block NumberField::draw(int columns, int rows) const {
    Block block;
    put_typed(block, typed_);
    put_words(block, {}, numbers_that_fit(question_), columns);
    Block shown = scroll_.fit(std::move(block), rows);
    put_help(shown, _("Type a number, then Enter."), columns, rows);
    return shown;
}

ConsentField::ConsentField(event::Consent consent) : consent_(std::move(consent)) {}

bool ConsentField::begins_a_word(const std::string& typed) const {
    const std::string_view words[] = {"yes", "no", _("yes"), _("no")};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return bare_letters(word).starts_with(typed); });
}

Took ConsentField::take(const Key& key) {
    if (key.kind == Key::Kind::enter) { return answer() ? Took::answers : Took::hint; }
    if (key.kind == Key::Kind::character && !key.alt) {
        const std::string longer = typed_ + bare_letters(key.text);
        if (!begins_a_word(longer)) { return Took::nothing; }
        typed_ = longer;
    } else if (!took_away(typed_, key)) {
        return scroll_.take(key) ? Took::changed : Took::nothing;
    }
    scroll_.to_end();
    return Took::changed;
}

std::optional<AnswerValue> ConsentField::answer() const {
    if (is_yes(typed_)) { return true; }
    if (is_no(typed_)) { return false; }
    return std::nullopt;
}

std::string ConsentField::hint() const { return consent_fits(consent_); }

Block ConsentField::draw(int columns, int rows) const {
    Block list;
    if (!consent_.unmet.empty()) {
        put_words(list, {}, usual_before(consent_), columns);
        for (const auto& unmet : consent_.unmet) { put_words(list, "- ", unmet, columns); }
        constexpr int what_follows = 4; // an empty line, a sentence, what is typed
        if (static_cast<int>(list.lines.size()) + what_follows <= rows) { list.lines.emplace_back(); }
    }
    put_words(list, {}, how_to_consent(consent_), columns);
    constexpr int fewest_apart = 3; // two lines of the list and what is typed
    if (rows < fewest_apart) {
        put_typed(list, typed_);
        return scroll_.fit(std::move(list), rows);
    }
    // What is typed stays in sight; the rest is scrolled through where it has to be.
    Block shown = scroll_.fit(std::move(list), rows - 1);
    put_typed(shown, typed_);
    return shown;
}

} // namespace kindly::screen
