// SPDX-License-Identifier: MIT
#include "journal/story.hpp"

#include "journal/store.hpp"

#include <algorithm>

namespace kindly {

namespace {

std::string text(const SQLite::Column& column) {
    return column.isNull() ? std::string() : column.getString();
}

std::vector<std::string> words_of(const std::string& joined) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; !joined.empty() && begin <= joined.size();) {
        const std::size_t end = std::min(joined.find(';', begin), joined.size());
        words.push_back(joined.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// The rows of a practice's own table, in order.
template <class Value, class Make>
std::vector<Value> rows(const Journal& journal, const char* sql, const std::string& id, const Make& make) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement statement(database, sql);
        statement.bind(1, id);
        std::vector<Value> found;
        while (statement.executeStep()) { found.push_back(make(statement)); }
        return found;
    });
}

} // namespace

std::optional<KeptText> translation_of(const Journal& journal, const std::string& id) {
    const auto digests = rows<std::string>(
        journal,
        "SELECT exercise_text.digest FROM session JOIN fragment ON fragment.session = session.number"
        " JOIN exercise_text ON exercise_text.digest = fragment.digest"
        " WHERE session.id = ? AND exercise_text.kind = 'translation' AND exercise_text.id = "
        "session.exercise",
        id, [](SQLite::Statement& row) { return row.getColumn(0).getString(); });
    return digests.empty() ? std::nullopt : journal.text(digests.front());
}

std::vector<StepEntry> steps_of(const Journal& journal, const std::string& id) {
    return rows<StepEntry>(journal,
                           "SELECT path, began_ms, ended_ms FROM step"
                           " WHERE session = (SELECT number FROM session WHERE id = ?) ORDER BY position",
                           id, [](SQLite::Statement& row) {
                               return StepEntry{row.getColumn(0).getString(), row.getColumn(1).getInt64(),
                                                row.getColumn(2).getInt64()};
                           });
}

std::vector<SafetyEntry> safety_of(const Journal& journal, const std::string& id) {
    return rows<SafetyEntry>(journal,
                             "SELECT at_ms, reason, check_in, offered, chosen FROM safety"
                             " WHERE session = (SELECT number FROM session WHERE id = ?) ORDER BY position",
                             id, [](SQLite::Statement& row) {
                                 return SafetyEntry{row.getColumn(0).getInt64(), text(row.getColumn(1)),
                                                    text(row.getColumn(2)), words_of(text(row.getColumn(3))),
                                                    text(row.getColumn(4))};
                             });
}

std::vector<AmendmentEntry> amendments_of(const Journal& journal, const std::string& id) {
    return rows<AmendmentEntry>(
        journal,
        "SELECT revision, amended_at, amended_offset, field, was, sealed, position FROM amendment"
        " WHERE session = (SELECT number FROM session WHERE id = ?) ORDER BY position",
        id, [&](SQLite::Statement& row) {
            AmendmentEntry entry;
            entry.revision = row.getColumn(0).getInt64();
            entry.amended_at = {row.getColumn(1).getInt64(), row.getColumn(2).getInt()};
            entry.field = row.getColumn(3).getString();
            // Words come out here: this is where they are opened.
            if (const auto was = row.getColumn(4); !was.isNull()) { entry.was = was.getString(); }
            if (const auto blob = row.getColumn(5); !blob.isNull()) {
                std::string words;
                const auto found = journal.store().sealer().open_was(id, row.getColumn(6).getInt64(),
                                                                     entry.field, blob.getString(), words);
                entry.sealed = found != Opened::opened;
                if (!entry.sealed) { entry.was = std::move(words); }
            }
            return entry;
        });
}

} // namespace kindly
