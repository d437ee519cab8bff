// SPDX-License-Identifier: MIT
#include "screen/fields_text.hpp"

#include "base/text.hpp"

namespace kindly::screen {

TextField::TextField(const event::Asked& asked) : editor_(asked.question.longest) {
    if (!asked.present) { return; }
    if (const auto* words = std::get_if<std::string>(&*asked.present)) { editor_.set_text(*words); }
}

std::optional<AnswerValue> TextField::answer() const {
    if (trimmed(harmless(text())).empty()) { return std::nullopt; }
    return text();
}

} // namespace kindly::screen
