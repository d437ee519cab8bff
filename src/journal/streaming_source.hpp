// SPDX-License-Identifier: MIT
// The connection on which a log is streamed: one picture from the first row to the last, and without SQLite's
// locking inside the process, which would cost as much as the reading. Internal to the journal; knows no
// tables.
#pragma once

#include "journal/store.hpp"

#include <filesystem>
#include <memory>
#include <optional>

struct sqlite3; // NOLINT(readability-identifier-naming): its own name

namespace kindly {

class StreamingSource {
public:
    explicit StreamingSource(Journal::Store& store);

    /// Null: there is no log.
    [[nodiscard]] sqlite3* handle() const { return handle_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Whether the file was changed although nothing could hold it still.
    [[nodiscard]] bool changed() const;
    [[nodiscard]] Failure failure(const SQLite::Exception& error) const;

private:
    struct Look {
        std::filesystem::file_time_type time;
        std::uintmax_t size = 0;
        bool operator==(const Look&) const = default;
    };
    [[nodiscard]] Look look() const;
    [[nodiscard]] bool open(int flags);

    std::filesystem::path file_;
    std::unique_ptr<SQLite::Database> own_;
    sqlite3* handle_ = nullptr;
    std::optional<Look> at_first_; ///< only where nothing holds the file still
};

} // namespace kindly
