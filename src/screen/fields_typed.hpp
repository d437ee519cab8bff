// SPDX-License-Identifier: MIT
// Fields of one short line that is typed: a number, and the word yes before an exercise that asks for it.
//
// Keys of a number: digits, comma and point, a minus where negative numbers are allowed, Backspace (Ctrl-U
// for all of it), Enter. Keys of a consent: only letters that go on with "yes" or "no" (in English or in the
// person's language), Backspace, Enter; so q, g and ? stay commands, and s does after anything but "ye". Up
// and down are used while some of it is out of sight.
#pragma once

#include "screen/field.hpp"
#include "screen/scroll.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly::screen {

class NumberField final : public Field {
public:
    explicit NumberField(const event::Asked& asked);

    Took take(const Key& key) override;
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override;
    [[nodiscard]] std::string hint() const override;

private:
    [[nodiscard]] bool is_part_of_a_number(const Key& key) const;

    Question question_;
    std::string typed_;
    mutable Scroll scroll_; ///< drawing finds out how much is out of sight
};

class ConsentField final : public Field {
public:
    explicit ConsentField(event::Consent consent);

    Took take(const Key& key) override;
    /// Nothing until one of the words is there.
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override;
    [[nodiscard]] std::string hint() const override;

private:
    [[nodiscard]] bool begins_a_word(const std::string& typed) const;

    event::Consent consent_;
    std::string typed_;
    mutable Scroll scroll_;
};

} // namespace kindly::screen
