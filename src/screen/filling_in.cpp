// SPDX-License-Identifier: MIT
#include "screen/filling_in.hpp"

#include "base/translate.hpp"

#include <utility>
#include <variant>

namespace kindly::screen {

void FillingIn::open(std::unique_ptr<Field> field) {
    field_ = std::move(field);
    text_ = dynamic_cast<TextField*>(field_.get());
}

void FillingIn::open(const event::Asked& asked) {
    open(make_field(asked));
    const auto draft = drafts_.find(asked.question.id);
    if (text_ != nullptr && draft != drafts_.end()) { text_->set_text(draft->second); }
}

void FillingIn::close() {
    text_ = nullptr;
    field_.reset();
}

FillingIn::Done FillingIn::answer(const Present::Prompt& prompt) const {
    if (auto value = field_->answer()) { return {input::Answer{std::move(*value)}, {}}; }
    const auto* asked = std::get_if<event::Asked>(&prompt);
    const auto* check_in = std::get_if<event::CheckInAsked>(&prompt);
    const bool question = asked != nullptr || check_in != nullptr;
    const bool answered = (asked != nullptr && asked->present) || (check_in != nullptr && check_in->present);
    if (!question || answered) { return {input::Continue{}, {}}; }
    if (asked != nullptr && asked->question.optional) { return {input::Skip{}, {}}; }
    return {std::nullopt, takes_letters()
                              ? _("Write something, or Esc then s to leave this out. Both are fine.")
                              : _("Choose an answer, or s to leave this out. Both are fine.")};
}

} // namespace kindly::screen
