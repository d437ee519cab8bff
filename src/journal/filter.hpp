// SPDX-License-Identifier: MIT
// Which practices a question is about: what `log`, `stats` and `export` have in common. Plain values; knows
// no database and no command line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace kindly {

struct Filter {
    /// The practice's own day, YYYY-MM-DD, both included; empty: without an end.
    std::string from_day, until_day;
    std::string exercise;  ///< id; empty: all
    std::string component; ///< a word of the format; empty: all
    std::string status;    ///< a word of the contract; empty: all
    std::string homework;  ///< id of the assignment; empty: all
    std::size_t limit = 0; ///< only the newest; 0: all
    bool trials = true;
    /// Only what was recorded, amended or brought in at this time or later: milliseconds since 1970.
    std::optional<std::int64_t> changed_since;
};

} // namespace kindly
