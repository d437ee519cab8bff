// SPDX-License-Identifier: MIT
// Where a practice that broke off goes on, and what had been said by then: what a Session needs to be built
// again (exercise format 1, section 18). Plain values; knows no log.
#pragma once

#include "base/duration.hpp"
#include "exercise/answer.hpp"
#include "session/event.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct Checkpoint {
    struct Given {
        std::string question, path;
        AnswerValue value;
    };
    std::string section;        ///< id: it goes on at its beginning; empty: where the exercise begins
    std::vector<Given> answers; ///< the latest to each question, in the order given
    std::optional<int> lowest_rating;
    std::optional<int> last_rating; ///< none when the last check-in was skipped, or numb
    Milliseconds practised{}, paused{};
    StopReason closing = StopReason::none; ///< it had gone to the closing early, and why
    bool check_in_first = false; ///< it was hard, or ended by grounding: first ask, and offer to steady
};

} // namespace kindly
