// SPDX-License-Identifier: MIT
// The rows of a statement, read in place: texts are views into SQLite's own memory. For what passes through
// the whole log, where a string for each field would cost more than the reading. Internal to the journal;
// knows no tables.
#pragma once

#include "base/moment.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;      // NOLINT(readability-identifier-naming): its own name
struct sqlite3_stmt; // NOLINT(readability-identifier-naming): its own name

namespace kindly {

/// Every member may throw SQLite::Exception. What text() gives is valid until the next step() or reset().
class Rows {
public:
    Rows(sqlite3* database, const std::string& sql);
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows();

    void bind(const char* name, std::int64_t value);
    void bind(const char* name, const std::string& value);
    [[nodiscard]] bool step();
    void reset() noexcept;

    // Columns count from 0.
    [[nodiscard]] bool missing(int column) const;
    [[nodiscard]] std::string_view text(int column) const; ///< missing: empty
    [[nodiscard]] std::optional<std::string_view> text_if_any(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::optional<std::int64_t> number_if_any(int column) const;
    [[nodiscard]] std::optional<double> real_if_any(int column) const;
    /// A time and, in the next column, its offset.
    [[nodiscard]] Moment moment(int column) const;
    [[nodiscard]] std::optional<Moment> moment_if_any(int column) const;

private:
    [[nodiscard]] int index(const char* name) const;
    void check(int result) const;

    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

/// The rows that belong to one practice after another, from a table whose key begins with its number. Where
/// practices follow each other by number, as they mostly do, the table is passed through once.
class PartRows {
public:
    /// `sql`: rows from the practice with the number :session on, in the order of the key; the number comes
    /// first.
    PartRows(sqlite3* database, const char* sql);
    void begin(std::int64_t session);
    /// To the next row of this practice. Columns count from 1.
    [[nodiscard]] bool next();
    [[nodiscard]] const Rows& row() const { return rows_; }

private:
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
    void step();

    Rows rows_;
    std::int64_t session_ = none; ///< asked for
    std::int64_t stands_on_ = -1; ///< practice of the row where the statement stands; none: past the last one
    bool usable_ = false;         ///< the statement has passed every row before session_, and none after it
    bool fresh_ = false;          ///< the row where it stands has not been given out
};

} // namespace kindly
