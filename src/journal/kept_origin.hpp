// SPDX-License-Identifier: MIT
// Which kept words come from which answer of a practice. Internal to the journal; changes nothing, and knows
// nothing of who asks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace kindly {

/// The names under which words of this answer of practice `number` are kept, in their order: told by the
/// exercise and the question that they come from, since what they say may have been sealed or amended; and
/// those that say the same, where the exercise is not known.
[[nodiscard]] std::vector<std::string> kept_from_answer(SQLite::Database& database, std::int64_t number,
                                                        std::int64_t position);

} // namespace kindly
