// SPDX-License-Identifier: MIT
// Digits that are typed one after another to choose a whole number: "1", then "0", is 10. There is no Enter
// between them, so each digit that can go on with those before does, and any other begins anew.
#pragma once

#include "screen/key.hpp"

#include <optional>

namespace kindly::screen {

class TypedNumber {
public:
    /// Both ends are among the numbers.
    TypedNumber(long long lowest, long long highest) : lowest_(lowest), highest_(highest) {}

    /// A digit, or a minus where there are negative numbers.
    [[nodiscard]] bool uses(const Key& key) const;
    /// The number that is meant so far. Nothing: what was typed is none of them (yet).
    std::optional<long long> add(const Key& key);
    /// More digits are needed to make it one of them.
    [[nodiscard]] bool in_the_middle() const { return in_the_middle_; }
    /// Another key came.
    void forget();

private:
    std::optional<long long> found();
    [[nodiscard]] bool may_begin_one() const;

    long long lowest_, highest_;
    long long digits_ = 0;
    bool negative_ = false;
    bool in_the_middle_ = false;
};

} // namespace kindly::screen
