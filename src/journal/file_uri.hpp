// SPDX-License-Identifier: MIT
// The name by which SQLite opens a file that nobody writes: without locks, and without leaving a trace beside
// it. Internal to the journal.
#pragma once

#include <filesystem>
#include <string>

namespace kindly {

/// To be opened with SQLITE_OPEN_URI. Only while the file has no write-ahead log with anything in it.
[[nodiscard]] std::string unlocked_uri(const std::filesystem::path& file);

/// The files that SQLite may keep beside a log.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file, const char* ending);
/// A pipe, a device, a socket: opening it may wait for ever. (Of a folder, SQLite says so itself.)
[[nodiscard]] bool cannot_be_a_database(const std::filesystem::path& file);
[[nodiscard]] bool has_bytes(const std::filesystem::path& file);

} // namespace kindly
