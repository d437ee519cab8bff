// SPDX-License-Identifier: MIT
// Sentences about the figures of the log that the terminal and the page have in common. Says what was done
// and rated, never what that means about anybody. Knows no layout.
#pragma once

#include "journal/share.hpp"
#include "journal/statistics.hpp"

#include <string>
#include <vector>

namespace kindly {

/// "12 practices on 9 days, from 2026-10-01 to 2026-11-22". There is at least one.
[[nodiscard]] std::string number_in_words(const Statistics& statistics);
/// Time, how they ended, and what ratings tell where they leave: each a sentence.
[[nodiscard]] std::vector<std::string> totals_in_words(const Statistics& statistics, Share share);

/// "lower 7, same 3, higher 2; 4 not rated"
[[nodiscard]] std::string changes_in_words(const Pairs& pairs);
/// "6.2 before, 4.1 after"; empty without a pair.
[[nodiscard]] std::string means_in_words(const Pairs& pairs);
/// "-2.1 (95 % interval -3.0 to -1.2)"; says so where there are too few pairs; empty without a pair.
[[nodiscard]] std::string mean_change_in_words(const Pairs& pairs);
/// What "not rated" and the interval mean, and what such figures cannot say.
[[nodiscard]] std::vector<std::string> remarks_on_ratings();
[[nodiscard]] std::string remark_on_versions();
/// Two majors or more that were both rated.
[[nodiscard]] bool versions_are_apart(const ExerciseFigures& figures);

/// "25 min"; says so where no length is known.
[[nodiscard]] std::string short_time_of(const Amount& amount);
[[nodiscard]] std::string long_time_of(const Amount& amount);

} // namespace kindly
