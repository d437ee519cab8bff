// SPDX-License-Identifier: MIT
// Fields that are lists: one of several, several, yes or no, an offer, words to keep or to delete.
//
// Keys: those of a List, and Enter, which takes the line where the person is. One of several: nothing is
// under the cursor at first, so that Enter by itself answers nothing. Several: Space puts an x or takes it
// away. Yes or no: y, n, and left and right like up and down. An offer begins at its default; where going on
// takes words in the plain guide, its number does not lead to it here, only the arrows do. Keep or delete:
// Enter by itself leaves the words as they are.
#pragma once

#include "screen/field.hpp"
#include "screen/list.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kindly::screen {

/// Takes one line's value.
class OneOfField : public Field {
public:
    OneOfField(List list, std::vector<AnswerValue> values, std::string below);

    Took take(const Key& key) override;
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override;

protected:
    /// What stands under the list.
    [[nodiscard]] virtual std::string below() const { return below_; }
    List list_;

private:
    std::vector<AnswerValue> values_;
    std::string below_;
};

class ChoiceField final : public OneOfField {
public:
    explicit ChoiceField(const event::Asked& asked);
};

class YesNoField final : public OneOfField {
public:
    explicit YesNoField(const event::Asked& asked);
    Took take(const Key& key) override;
};

class OfferField final : public OneOfField {
public:
    explicit OfferField(const event::Offered& offered);
    Took take(const Key& key) override;
    [[nodiscard]] std::string hint() const override;

private:
    [[nodiscard]] std::string below() const override;
    std::optional<std::size_t> by_arrows_only_;
};

class KeepField final : public OneOfField {
public:
    explicit KeepField(const event::KeepAsked& asked);

private:
    [[nodiscard]] std::string below() const override;
};

class ChoicesField final : public Field {
public:
    explicit ChoicesField(const event::Asked& asked);

    Took take(const Key& key) override;
    /// In the order of the options.
    [[nodiscard]] std::optional<AnswerValue> answer() const override;
    [[nodiscard]] Block draw(int columns, int rows) const override;
    [[nodiscard]] std::string hint() const override;

private:
    List list_;
    std::vector<std::string> ids_;
    bool moved_ = false;  ///< and nothing has an x yet: Enter may be meant for the line
    bool hinted_ = false; ///< that Space is for that
};

} // namespace kindly::screen
