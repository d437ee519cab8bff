// SPDX-License-Identifier: MIT
// Everything of homework that waits for somebody, as plain values: what is due today, and what comes next.
// One call for `today`. Reads the log; the catalogue only for titles. Prints nothing, and never says a word
// about days that passed.
#pragma once

#include "base/moment.hpp"
#include "exercise/catalogue.hpp"
#include "journal/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct Waiting {
    enum class When {
        due, ///< can be done today
        next ///< comes next, not before `day`
    };
    When when = When::due;
    std::string homework;                  ///< id: practice EXERCISE --homework ID
    std::string homework_title;            ///< of the programme or assignment
    std::string exercise;                  ///< id; empty: there is only something to look back on (`text`)
    std::string title;                     ///< of the exercise; its id where it was not looked up
    std::vector<std::string> alternatives; ///< others to choose from, in place of `exercise`
    std::string substitute;                ///< a gentle one, for whoever would rather; may be empty
    std::optional<int> minutes;            ///< to fit it into
    std::string why;  ///< whole sentences in the person's language, for one who sees only this
    std::string text; ///< what the programme says about it, in its own language; may be empty
    bool optional = false;
    std::string day; ///< YYYY-MM-DD: the first day on which it can be done
    int item = 0;    ///< from 1, in the order of the file
};

/// Due first, then next; within these in the order in which they were begun. `catalogue` may be null: then no
/// exercise is opened, and titles are ids. `practice --homework ID` applies minutes and settings by itself.
/// Throws Failure where the log cannot be read.
[[nodiscard]] std::vector<Waiting> waiting_homework(const Journal& journal, const Catalogue* catalogue,
                                                    Moment now, Milliseconds day_starts);

} // namespace kindly
