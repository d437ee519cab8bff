// SPDX-License-Identifier: MIT
#include "screen/typed_number.hpp"

namespace kindly::screen {

namespace {
constexpr int base = 10;
constexpr long long beyond_all = 100'000'000'000; ///< ends of scales are ints
} // namespace

bool TypedNumber::uses(const Key& key) const {
    if (key.kind != Key::Kind::character || key.alt || key.text.size() != 1) { return false; }
    const char typed = key.text.front();
    return (typed >= '0' && typed <= '9') || (typed == '-' && lowest_ < 0);
}

void TypedNumber::forget() {
    digits_ = 0;
    negative_ = false;
    in_the_middle_ = false;
}

/// One more digit could make it fit.
bool TypedNumber::may_begin_one() const {
    if (digits_ == 0) { return negative_ && lowest_ < 0; }
    return negative_ ? -digits_ * base >= lowest_ : digits_ * base <= highest_;
}

std::optional<long long> TypedNumber::found() {
    const long long number = negative_ ? -digits_ : digits_;
    const bool there = number >= lowest_ && number <= highest_;
    in_the_middle_ = !there && digits_ < beyond_all && may_begin_one();
    return there ? std::optional(number) : std::nullopt;
}

std::optional<long long> TypedNumber::add(const Key& key) {
    if (key.text == "-") {
        forget();
        negative_ = true;
        in_the_middle_ = true;
        return std::nullopt;
    }
    const int digit = key.text.front() - '0';
    digits_ = digits_ * base + digit;
    if (auto number = found()) { return number; }
    if (in_the_middle_) { return std::nullopt; }
    const bool negative = negative_;
    forget();
    if (negative) { return std::nullopt; } // "-15" is not a 5
    digits_ = digit;
    auto number = found();
    if (!number && !in_the_middle_) { forget(); }
    return number;
}

} // namespace kindly::screen
