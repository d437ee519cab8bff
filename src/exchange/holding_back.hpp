// SPDX-License-Identifier: MIT
// What an export leaves out of each practice and each answer, at a level of sharing, and how much that was.
// The levels themselves are share.hpp's; formats only write what is left.
#pragma once

#include "journal/share.hpp"
#include "journal/streaming.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct Withheld {
    std::int64_t by_level = 0;  ///< values that a higher level would have
    std::int64_t sealed = 0;    ///< values that this level has, but that are sealed
    std::int64_t elsewhere = 0; ///< values that were withheld where the practice came from
};

class HoldingBack {
public:
    explicit HoldingBack(Share share) : share_(share) {}

    /// Takes out what does not leave; its answers are asked about next, while the row is valid.
    void practice(PracticeRow& row);
    /// Only its answers leave: they are asked about next.
    void answers_of(const PracticeRow& row);
    /// Takes out what does not leave, or cannot; whether anything of it is not there.
    [[nodiscard]] bool answer(AnswerRow& row);
    /// Anything else that is sealed and so is not there (at the level `words`).
    void sealed() { withheld_.sealed++; }

    /// The level at which the practice given last is here: "counts", "ratings", or empty for all of it.
    [[nodiscard]] std::string_view level() const { return level_; }
    [[nodiscard]] Share share() const { return share_; }
    [[nodiscard]] const Withheld& withheld() const { return withheld_; }

private:
    [[nodiscard]] bool holds_own_words(std::string_view prompt);

    Share share_;
    Withheld withheld_;
    std::string_view level_;
    std::string_view settings_; ///< of the practice given last
    std::string settings_read_; ///< for which own_words_ were found
    std::vector<std::string> own_words_;
};

} // namespace kindly
