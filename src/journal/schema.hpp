// SPDX-License-Identifier: MIT
// The tables of the practice log: application id, numbered migrations, and which files are refused. Owns
// every CREATE; documented in kindly-log(5). Knows nothing of what is written into them.
#pragma once

#include <filesystem>

namespace SQLite {
class Database;
} // namespace SQLite

namespace kindly::schema {

/// "kndl", at offset 68 of the file.
inline constexpr int application_id = 0x6B6E646C;
/// The newest schema that this program knows; PRAGMA user_version.
inline constexpr int version = 4;

enum class Found { nothing, ours, older };

/// Looks without changing anything. Throws Failure (environment) for a newer schema and for another program's
/// database; SQLite::Exception where the file is damaged or cannot be read.
[[nodiscard]] Found look(SQLite::Database& database, const std::filesystem::path& file);

/// Brings it up to `version`, each step in one transaction with its number. Two programs may do so at once.
/// Throws as look() does.
void migrate(SQLite::Database& database, const std::filesystem::path& file);

} // namespace kindly::schema
