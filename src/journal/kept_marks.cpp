// SPDX-License-Identifier: MIT
#include "journal/kept_marks.hpp"

#include "base/digest.hpp"
#include "journal/store.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::string_view first_digits = "6b657074-"; // "kept"
constexpr std::size_t version_at = 14;
constexpr std::size_t whole_size = 36;

} // namespace

std::string kept_mark(const std::string& name) {
    const std::string digest = sha256("kindly: deleted kept words\n" + name);
    const std::string_view digits = digest;
    constexpr std::size_t group = 4;
    constexpr std::size_t last_group = 12;
    // 8 and 9: the version, and the variant, of a UUID.
    return fmt::format("{}{}-8{}-9{}-{}", first_digits, digits.substr(0, group),
                       digits.substr(group, group - 1), digits.substr(2 * group, group - 1),
                       digits.substr(3 * group, last_group));
}

bool is_kept_mark(std::string_view id) {
    return id.size() == whole_size && id.starts_with(first_digits) && id[version_at] == '8';
}

bool put_kept_mark(Journal::Store& store, const std::string& mark, Moment deleted_at,
                   std::optional<std::int64_t> changed_at) {
    auto& put = store.statement(
        "INSERT INTO deletion (id, deleted_at, deleted_offset, changed_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET deleted_at = excluded.deleted_at,"
        " deleted_offset = excluded.deleted_offset, changed_at = excluded.changed_at"
        " WHERE excluded.deleted_at > deleted_at");
    put.bind(1, mark);
    put.bind(2, deleted_at.unix_ms);
    put.bind(3, deleted_at.utc_offset_seconds);
    if (changed_at) {
        put.bind(4, *changed_at);
    } else {
        put.bind(4); // NULL
    }
    put.exec();
    put.reset();
    return store.changed_rows() > 0;
}

void mark_kept_as_deleted(Journal::Store& store, const std::string& name, Moment deleted_at) {
    put_kept_mark(store, kept_mark(name), deleted_at, std::nullopt);
}

std::optional<std::int64_t> kept_deleted_at(Journal::Store& store, const std::string& name) {
    auto& mark = store.statement("SELECT deleted_at FROM deletion WHERE id = ?");
    mark.bind(1, kept_mark(name));
    std::optional<std::int64_t> at;
    if (mark.executeStep()) { at = mark.getColumn(0).getInt64(); }
    mark.reset();
    return at;
}

} // namespace kindly
