// SPDX-License-Identifier: MIT
// A Filter as SQL on the table session. Internal to the journal: the one place where filters meet columns.
#pragma once

#include "journal/filter.hpp"

#include <functional>
#include <string>

namespace SQLite {
class Statement;
} // namespace SQLite

namespace kindly {

/// " WHERE ..." without the limit. Put together from literals only; what is looked for is bound.
[[nodiscard]] std::string where(const Filter& filter);
/// To a statement that holds where(filter).
void bind(SQLite::Statement& statement, const Filter& filter);
/// The same for any kind of statement.
void bind_each(const Filter& filter, const std::function<void(const char*, const std::string&)>& text,
               const std::function<void(const char*, std::int64_t)>& number);

} // namespace kindly
