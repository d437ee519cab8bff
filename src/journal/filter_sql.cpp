// SPDX-License-Identifier: MIT
#include "journal/filter_sql.hpp"

#include <SQLiteCpp/Statement.h>

namespace kindly {

std::string where(const Filter& filter) {
    std::string sql = " WHERE 1";
    if (!filter.from_day.empty()) { sql += " AND day >= :from_day"; }
    if (!filter.until_day.empty()) { sql += " AND day <= :until_day"; }
    if (!filter.exercise.empty()) { sql += " AND exercise = :exercise"; }
    if (!filter.component.empty()) { sql += " AND instr(';' || components || ';', :component) > 0"; }
    if (!filter.status.empty()) { sql += " AND status = :status"; }
    if (!filter.homework.empty()) { sql += " AND homework = :homework"; }
    if (!filter.trials) { sql += " AND source <> 'trial'"; }
    if (filter.changed_since) { sql += " AND changed_at >= :changed_since"; }
    return sql;
}

void bind(SQLite::Statement& statement, const Filter& filter) {
    bind_each(
        filter, [&](const char* name, const std::string& value) { statement.bind(name, value); },
        [&](const char* name, std::int64_t value) { statement.bind(name, value); });
}

void bind_each(const Filter& filter, const std::function<void(const char*, const std::string&)>& text,
               const std::function<void(const char*, std::int64_t)>& number) {
    const auto bind_text = [&](const char* name, const std::string& value) {
        if (!value.empty()) { text(name, value); }
    };
    bind_text(":from_day", filter.from_day);
    bind_text(":until_day", filter.until_day);
    bind_text(":exercise", filter.exercise);
    bind_text(":component", filter.component.empty() ? std::string() : ";" + filter.component + ";");
    bind_text(":status", filter.status);
    bind_text(":homework", filter.homework);
    if (filter.changed_since) { number(":changed_since", *filter.changed_since); }
}

} // namespace kindly
