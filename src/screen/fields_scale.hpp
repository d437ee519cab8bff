// SPDX-License-Identifier: MIT
// Fields that are a row of numbers: a scale, and a check-in, which has numb or far away beside its numbers.
//
// Keys: left and right (from nothing: to the lowest, the highest), Home and End, digits (10 as 1 and then 0),
// a minus where there are negative numbers, Backspace and Delete for none, Enter. In a check-in down or n is
// numb or far away, up leads back to the numbers; so n is never a command there. Up and down are used in a
// scale only while some of it is out of sight. Nothing is chosen at first: no number is the usual one.
#pragma once

#include "screen/field.hpp"
#include "screen/scroll.hpp"
#include "screen/typed_number.hpp"

#include <optional>
#include <string>

namespace kindly::screen {

class NumberRow {
public:
    NumberRow(int lowest, int highest);

    /// Nothing: the key is not its own. A hint: a digit that leads to none of them.
    Field::Took take(const Key& key);
    [[nodiscard]] std::optional<int> chosen() const { return chosen_; }
    void choose(std::optional<int> number);
    /// Not wider than `columns`: some of the numbers, around the one that is chosen, if need be. The column
    /// is where that one stands.
    struct Drawn {
        ScreenLine line;
        int column = 0;
        bool all = true; ///< of the numbers are in it
    };
    [[nodiscard]] Drawn draw(int columns) const;

private:
    void step(long long by);
    [[nodiscard]] Drawn draw_part(int columns) const;

    long long lowest_, highest_;
    std::optional<int> chosen_;
    TypedNumber typed_;
};

class ScaleField final : public Field {
public:
    explicit ScaleField(const event::Asked& asked);

    Took take(const Key& key) override;
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override;
    [[nodiscard]] std::string hint() const override;

private:
    Question question_;
    NumberRow row_;
    mutable Scroll scroll_; ///< drawing finds out how much is out of sight
};

class CheckInField final : public Field {
public:
    explicit CheckInField(const event::CheckInAsked& asked);

    Took take(const Key& key) override;
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override;
    [[nodiscard]] std::string hint() const override;

private:
    NumberRow row_;
    bool numb_ = false;
    mutable Scroll scroll_;
};

} // namespace kindly::screen
