// SPDX-License-Identifier: MIT
// What stands before a session when the same exercise broke off a little while ago: go on, begin again, or
// leave it. A small engine of its own, as pure as Session: inputs in, events out. Knows no log and no guide.
#pragma once

#include "session/event.hpp"
#include "session/input.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

class ResumeOffer {
public:
    enum class Choice { go_on, begin_again, leave, ground, interrupted };

    /// `can_go_on`: it is there unchanged; otherwise beginning again is the default. `changed`: the exercise
    /// is not the same any more, so that beginning again is the default though going on is possible.
    ResumeOffer(bool can_go_on, bool changed);

    /// Gives the offer with Begin. After a choice, inputs give nothing.
    [[nodiscard]] std::vector<Event> advance(const Input& input);
    [[nodiscard]] const std::optional<Choice>& chosen() const { return chosen_; }

private:
    [[nodiscard]] std::vector<Event> choose(const std::string& choice);

    std::vector<std::string> choices_;
    std::string default_choice_;
    std::optional<Choice> chosen_;
};

} // namespace kindly
