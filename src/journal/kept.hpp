// SPDX-License-Identifier: MIT
// Words that somebody chose to keep beyond a practice: which there are, where they come from, changing and
// forgetting them. Must not know: clocks, who reads them, how anything is shown.
#pragma once

#include "journal/journal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct KeptWords {
    std::string name;                 ///< what an exercise calls them, or kept_name()
    std::optional<std::string> words; ///< nothing: they are sealed, and there is no key
    Moment kept_at;
    std::string session, exercise, title; ///< where they were written; empty where that is gone
};

/// By name.
[[nodiscard]] std::vector<KeptWords> kept(const Journal& journal);

/// For words that the exercise has no name for: unlike any such name, and another one in each practice.
[[nodiscard]] std::string kept_name(const std::string& exercise, const std::string& question,
                                    const std::string& session);

/// Other words under that name, sealed where the log is. False: there are none of that name. Needs
/// open_for_writing, and throws Failure as Journal does.
bool change_kept(Journal& journal, const std::string& name, const std::string& words, Moment now);
/// What was written in the practice itself stays there. A mark stays, so that no import brings them back;
/// they can be kept again afterwards. False: there are none of that name.
bool forget_kept(Journal& journal, const std::string& name, Moment now);

/// One line of them for this day (a DayNumber), the same all day, each in its turn; empty where there is
/// none. Only lines that fit a prompt count, and not the closing plan, which is for another moment.
[[nodiscard]] std::string line_of_the_day(const std::vector<KeptWords>& all, int day);

} // namespace kindly
