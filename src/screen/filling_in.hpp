// SPDX-License-Identifier: MIT
// The field that is being filled in, if any, and the words that were written into fields before: they are
// there again when a question comes back. Knows neither session nor terminal.
#pragma once

#include "guide/present.hpp"
#include "screen/field.hpp"
#include "screen/fields_text.hpp"
#include "session/input.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kindly::screen {

class FillingIn {
public:
    void open(std::unique_ptr<Field> field);
    /// With what was written there before.
    void open(const event::Asked& asked);
    void close();

    [[nodiscard]] Field* field() const { return field_.get(); }
    /// The same, where it is one for words.
    [[nodiscard]] TextField* text() const { return text_; }
    [[nodiscard]] bool takes_letters() const { return field_ != nullptr && field_->takes_letters(); }

    struct Done {
        std::optional<Input> input;
        std::string hint; ///< why there is none
    };
    /// The person is done with the field. Left empty, an answer that was given before stays, and what is not
    /// answered yet may need words of how to leave it out.
    [[nodiscard]] Done answer(const Present::Prompt& prompt) const;

    void keep_draft(const std::string& question, std::string words) { drafts_[question] = std::move(words); }
    /// It has become an answer.
    void forget_draft(const std::string& question) { drafts_.erase(question); }

private:
    std::unique_ptr<Field> field_;
    TextField* text_ = nullptr;
    std::map<std::string, std::string> drafts_; ///< by question
};

} // namespace kindly::screen
