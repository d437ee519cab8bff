// SPDX-License-Identifier: MIT
#include "journal/closing_plan.hpp"

#include "journal/file_uri.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace kindly {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_from(const std::string& name) {
    constexpr int no_waiting = 0;
    const SQLite::Database database(name, SQLite::OPEN_READONLY | SQLite::OPEN_URI, no_waiting);
    // Where it is locked, nothing is left in this column.
    SQLite::Statement plan(database, "SELECT words FROM kept WHERE name = ? AND words <> ''");
    plan.bind(1, closing_plan_name);
    if (!plan.executeStep()) { return std::nullopt; }
    return plan.getColumn(0).getString();
}

} // namespace

OpenClosingPlan read_open_closing_plan(const fs::path& journal) noexcept {
    try {
        std::error_code error;
        const fs::file_status status = fs::status(journal, error);
        if (status.type() == fs::file_type::not_found) { return {}; }
        if (!fs::is_regular_file(status)) { return {std::nullopt, true}; }
        if (!has_bytes(journal)) { return {}; }
        if (has_bytes(beside(journal, "-wal"))) {
            try {
                return {read_from(journal.string()), false};
            } catch (const std::exception&) { // another program has it to itself just now
                return {read_from(unlocked_uri(journal)), false};
            }
        }
        return {read_from(unlocked_uri(journal)), false};
    } catch (const std::exception&) { return {std::nullopt, true}; }
}

} // namespace kindly
