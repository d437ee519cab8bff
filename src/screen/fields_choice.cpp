// SPDX-License-Identifier: MIT
#include "screen/fields_choice.hpp"

#include "base/translate.hpp"
#include "guide/plain_answers.hpp"
#include "guide/plain_words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kindly::screen {

namespace {

using Took = Field::Took;

std::vector<AnswerValue> ids_of(const std::vector<ChoiceOption>& options) {
    std::vector<AnswerValue> ids;
    ids.reserve(options.size());
    for (const auto& option : options) { ids.emplace_back(option.id); }
    return ids;
}

std::vector<List::Item> items_of(const std::vector<ChoiceOption>& options) {
    std::vector<std::string> texts;
    texts.reserve(options.size());
    for (const auto& option : options) { texts.push_back(option.text); }
    return List::numbered(texts);
}

std::vector<List::Item> items_of(const std::vector<std::string>& choices) {
    std::vector<std::string> texts;
    texts.reserve(choices.size());
    for (const auto& choice : choices) { texts.push_back(offered_choice(choice)); }
    return List::numbered(texts);
}

std::vector<AnswerValue> values_of(const std::vector<std::string>& choices) {
    return {choices.begin(), choices.end()};
}

template <class Value>
std::optional<std::size_t> place_of(const Value& value, const std::vector<Value>& values) {
    const auto found = std::find(values.begin(), values.end(), value);
    if (found == values.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - values.begin());
}

std::optional<std::size_t> present_place(const event::Asked& asked, const std::vector<AnswerValue>& values) {
    return asked.present ? place_of(*asked.present, values) : std::nullopt;
}

std::string enter_takes(const List& list) {
    return fmt::format(fmt::runtime(_("Enter: {}.")), list.items()[*list.place()].text);
}

} // namespace

OneOfField::OneOfField(List list, std::vector<AnswerValue> values, std::string below)
    : list_(std::move(list)), values_(std::move(values)), below_(std::move(below)) {}

Took OneOfField::take(const Key& key) {
    return key.kind == Key::Kind::enter ? Took::answers : list_.take(key);
}

std::optional<AnswerValue> OneOfField::answer() const {
    if (!list_.place()) { return std::nullopt; }
    return values_[*list_.place()];
}

Block OneOfField::draw(int columns, int rows) const { return list_.draw(columns, rows, below()); }

ChoiceField::ChoiceField(const event::Asked& asked)
    : OneOfField(List(items_of(asked.question.options), present_place(asked, ids_of(asked.question.options))),
                 ids_of(asked.question.options), _("Arrows or a number, then Enter.")) {}

YesNoField::YesNoField(const event::Asked& asked)
    : OneOfField(List({{"y", _("yes"), {}}, {"n", _("no"), {}}}, present_place(asked, {true, false})),
                 {true, false}, _("y or n, then Enter.")) {}

Took YesNoField::take(const Key& key) {
    Key meant = key;
    if (key.kind == Key::Kind::left) { meant.kind = Key::Kind::up; }
    if (key.kind == Key::Kind::right) { meant.kind = Key::Kind::down; }
    return OneOfField::take(meant);
}

OfferField::OfferField(const event::Offered& offered)
    : OneOfField(List(items_of(offered.choices), place_of(offered.default_choice, offered.choices)),
                 values_of(offered.choices), {}) {
    if (going_on_takes_words(offered)) {
        by_arrows_only_ = place_of(std::string(choice::go_on), offered.choices);
    }
}

Took OfferField::take(const Key& key) {
    const auto before = list_.place();
    const Took took = OneOfField::take(key);
    const bool led_there = by_arrows_only_ && list_.place() == by_arrows_only_ && before != by_arrows_only_;
    if (key.kind != Key::Kind::character || !led_there) { return took; }
    list_.go_to(before);
    return Took::hint;
}

std::string OfferField::hint() const {
    return _("To go on, please move to it with the arrow keys, and then press Enter.");
}

/// At first, the default by its name.
std::string OfferField::below() const { return list_.place() ? enter_takes(list_) : std::string(); }

KeepField::KeepField(const event::KeepAsked& asked)
    : OneOfField(List(items_of(asked.choices)), values_of(asked.choices), {}) {}

std::string KeepField::below() const {
    return list_.place() ? enter_takes(list_) : std::string(_("Enter alone leaves them as they are."));
}

ChoicesField::ChoicesField(const event::Asked& asked) : list_(items_of(asked.question.options), 0) {
    const auto* present = asked.present ? std::get_if<std::vector<std::string>>(&*asked.present) : nullptr;
    for (const auto& option : asked.question.options) {
        list_.item(ids_.size()).ticked = present != nullptr && place_of(option.id, *present).has_value();
        ids_.push_back(option.id);
    }
}

Took ChoicesField::take(const Key& key) {
    if (key.kind == Key::Kind::enter) {
        const bool maybe_not_yet = moved_ && !hinted_ && !answer();
        hinted_ = hinted_ || maybe_not_yet;
        return maybe_not_yet ? Took::hint : Took::answers;
    }
    if (key.kind == Key::Kind::character && key.text == " " && !key.alt && list_.place()) {
        auto& ticked = list_.item(*list_.place()).ticked;
        ticked = !ticked.value_or(false);
        return Took::changed;
    }
    const Took took = list_.take(key);
    moved_ = moved_ || took == Took::changed;
    return took;
}

std::string ChoicesField::hint() const {
    return _("Space puts an x beside the line you are on. Enter again goes on without any.");
}

std::optional<AnswerValue> ChoicesField::answer() const {
    std::vector<std::string> chosen;
    for (std::size_t place = 0; place < ids_.size(); ++place) {
        if (list_.items()[place].ticked == true) { chosen.push_back(ids_[place]); }
    }
    if (chosen.empty()) { return std::nullopt; }
    return chosen;
}

Block ChoicesField::draw(int columns, int rows) const {
    return list_.draw(columns, rows, _("Space marks, Enter when done."));
}

} // namespace kindly::screen
