// SPDX-License-Identifier: MIT
// Whether a person is ready for a strong exercise, and how well they know a gentle one: the facts from the
// log, judged by person/readiness.hpp. Changes nothing and asks nobody.
#pragma once

#include "base/moment.hpp"
#include "exercise/exercise.hpp"
#include "person/readiness.hpp"

#include <string>
#include <vector>

namespace kindly {

class Context;
class Journal;

/// `journal` null: the log cannot be read, and the cautious way is taken. A log that fails while it is asked
/// is as good as none.
[[nodiscard]] ReadinessFacts readiness_facts(Context& context, const Journal* journal);

/// What a strong exercise still asks for, in words; nothing for the others. Throws Failure (not_found) where
/// it does not begin at all, naming what is there instead.
[[nodiscard]] std::vector<std::string> unmet_or_refused(Context& context, const Journal* journal,
                                                        const Exercise& exercise);

/// From the fourth practice of a gentle exercise on that has not changed, unless it is 14 days since the
/// last: then its warning is one line.
[[nodiscard]] bool is_well_known(const Journal& journal, const Exercise& exercise, Moment now);

} // namespace kindly
