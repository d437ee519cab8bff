// SPDX-License-Identifier: MIT
#include "journal/filter_sql.hpp"

#include "base/moment.hpp"

#include <optional>

#include <SQLiteCpp/Statement.h>

namespace kindly {

namespace {

/// Practices are found by when they began, in order; their days alone would have all of them looked at. So
/// many days before and after, whatever the time zone and whenever a day starts.
constexpr int days_before = -2;
constexpr int days_after = 3;

/// Nothing for what is no day; the words of the filter then decide alone.
std::optional<std::int64_t> start_of(const std::string& day, std::int64_t days_later) {
    constexpr std::int64_t day_ms = 86'400'000;
    const auto midnight = day.empty() ? std::nullopt : read_moment(day + "T00:00:00Z");
    return midnight ? std::optional(midnight->unix_ms + days_later * day_ms) : std::nullopt;
}

} // namespace

std::string where(const Filter& filter) {
    std::string sql = " WHERE 1";
    if (!filter.from_day.empty()) { sql += " AND day >= :from_day"; }
    if (!filter.until_day.empty()) { sql += " AND day <= :until_day"; }
    if (start_of(filter.from_day, days_before)) { sql += " AND started_at >= :from_start"; }
    if (start_of(filter.until_day, days_after)) { sql += " AND started_at <= :until_start"; }
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
    if (const auto from = start_of(filter.from_day, days_before)) { number(":from_start", *from); }
    if (const auto until = start_of(filter.until_day, days_after)) { number(":until_start", *until); }
    bind_text(":exercise", filter.exercise);
    bind_text(":component", filter.component.empty() ? std::string() : ";" + filter.component + ";");
    bind_text(":status", filter.status);
    bind_text(":homework", filter.homework);
    if (filter.changed_since) { number(":changed_since", *filter.changed_since); }
}

} // namespace kindly
