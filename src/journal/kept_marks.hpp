// SPDX-License-Identifier: MIT
// What stays of kept words that were deleted, so that an import does not bring them back: a mark in the table
// deletion, beside those of practices. Knows of no words, only of the names under which they were kept.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kindly {

/// Made from the name alone, so that it is the same on every machine; the name cannot be read from it. A UUID
/// (version 8) that begins with "kept" in ASCII: other programs, and older versions of this one, take it for
/// the id of a practice that they never had.
[[nodiscard]] std::string kept_mark(const std::string& name);
[[nodiscard]] bool is_kept_mark(std::string_view id);
/// What these ids match with SQLite's GLOB, and no practice's does.
inline constexpr const char* kept_mark_pattern = "6b657074-???[0-9a-f]-8*";

/// Inside Store::write(). The latest mark stays: words that were kept before it are gone, later ones are not.
/// `changed_at`: when it came here, in milliseconds since 1970, where it was made elsewhere. False: one that
/// is as late was here.
bool put_kept_mark(Journal::Store& store, const std::string& mark, Moment deleted_at,
                   std::optional<std::int64_t> changed_at);
/// The same for words that are deleted here.
void mark_kept_as_deleted(Journal::Store& store, const std::string& name, Moment deleted_at);
/// Inside Store::write(): when words of this name were last deleted, in milliseconds since 1970.
[[nodiscard]] std::optional<std::int64_t> kept_deleted_at(Journal::Store& store, const std::string& name);

} // namespace kindly
