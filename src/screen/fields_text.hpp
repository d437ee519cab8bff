// SPDX-License-Identifier: MIT
// The field that words are written in: an Editor (its header names the keys). Letters are text here, so the
// guide holds Escape, and the key that follows is a command; it also keeps drafts of text() and brings them
// back with set_text().
#pragma once

#include "screen/editor.hpp"
#include "screen/field.hpp"

#include <string_view>

namespace kindly::screen {

class TextField final : public Field {
public:
    explicit TextField(const event::Asked& asked);

    [[nodiscard]] const std::string& text() const { return editor_.text(); }
    /// A draft from before, or what came back from $EDITOR. All of it is taken, whatever its length.
    void set_text(std::string_view words) { editor_.set_text(words); }

    Took take(const Key& key) override { return editor_.take(key); }
    /// Nothing while there are no words that could be seen.
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override { return editor_.draw(columns, rows); }
    [[nodiscard]] std::string hint() const override { return editor_.hint(); }
    [[nodiscard]] bool takes_letters() const override { return true; }

private:
    Editor editor_;
};

} // namespace kindly::screen
