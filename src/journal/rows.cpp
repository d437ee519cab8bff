// SPDX-License-Identifier: MIT
#include "journal/rows.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace kindly {

Rows::Rows(sqlite3* database, const std::string& sql) : database_(database) {
    check(sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement_, nullptr));
}

Rows::~Rows() { sqlite3_finalize(statement_); }

void Rows::check(int result) const {
    if (result != SQLITE_OK) { throw SQLite::Exception(database_, result); }
}

int Rows::index(const char* name) const { return sqlite3_bind_parameter_index(statement_, name); }

void Rows::bind(const char* name, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, index(name), value));
}

void Rows::bind(const char* name, const std::string& value) {
    check(sqlite3_bind_text(statement_, index(name), value.data(), static_cast<int>(value.size()),
                            SQLITE_TRANSIENT)); // NOLINT(performance-no-int-to-ptr): SQLite's own constant
}

bool Rows::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) { return true; }
    if (result == SQLITE_DONE) { return false; }
    const SQLite::Exception error(database_, result);
    sqlite3_reset(statement_);
    throw error;
}

void Rows::reset() noexcept { sqlite3_reset(statement_); }

bool Rows::missing(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::string_view Rows::text(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_, column);
    if (text == nullptr) { return {}; }
    return {reinterpret_cast<const char*>(text), // NOLINT(*-reinterpret-cast): bytes are bytes
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<std::string_view> Rows::text_if_any(int column) const {
    return missing(column) ? std::nullopt : std::optional(text(column));
}

std::string_view Rows::bytes(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes == nullptr) { return {}; }
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Rows::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::optional<std::int64_t> Rows::number_if_any(int column) const {
    return missing(column) ? std::nullopt : std::optional(number(column));
}

std::optional<double> Rows::real_if_any(int column) const {
    return missing(column) ? std::nullopt : std::optional(sqlite3_column_double(statement_, column));
}

Moment Rows::moment(int column) const { return {number(column), static_cast<int>(number(column + 1))}; }

std::optional<Moment> Rows::moment_if_any(int column) const {
    return missing(column) ? std::nullopt : std::optional(moment(column));
}

PartRows::PartRows(sqlite3* database, const char* sql) : rows_(database, sql) {}

void PartRows::begin(std::int64_t session) {
    // Between the last practice asked for and the row where the statement stands there is nothing.
    const bool there = usable_ && session > session_ && session <= stands_on_;
    session_ = session;
    if (there) { return; }
    usable_ = false; // should it throw
    rows_.reset();
    rows_.bind(":session", session);
    step();
    usable_ = true;
}

void PartRows::step() {
    stands_on_ = rows_.step() ? rows_.number(0) : none;
    fresh_ = true;
}

bool PartRows::next() {
    if (stands_on_ != session_) { return false; }
    if (!fresh_) {
        usable_ = false;
        step();
        usable_ = true;
    }
    if (stands_on_ != session_) { return false; }
    fresh_ = false;
    return true;
}

} // namespace kindly
