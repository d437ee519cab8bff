// SPDX-License-Identifier: MIT
#include "journal/letters.hpp"

#include "journal/store.hpp"

namespace kindly {

namespace {

// Of a question that was answered again, the latest words count; those that were deleted leave no letter.
constexpr const char* with_words = R"sql(
FROM letter JOIN session ON session.number = letter.session JOIN answer ON answer.session = letter.session
    AND answer.position = (SELECT max(position) FROM answer WHERE session = letter.session
        AND question = letter.question AND skipped = 0)
WHERE (answer.value_text IS NOT NULL OR answer.sealed IS NOT NULL) AND session.source <> 'trial')sql";

} // namespace

std::vector<Letter> letters(const Journal& journal) {
    return journal.store().read([](SQLite::Database& database) {
        std::vector<Letter> found;
        SQLite::Statement rows(database,
                               std::string("SELECT id, position, exercise, title, ready_on, set_aside_at,"
                                           " set_aside_offset, opened_at, opened_offset") +
                                   with_words + " ORDER BY ready_on, set_aside_at, id, position");
        while (rows.executeStep()) {
            int column = 0;
            Letter& letter = found.emplace_back();
            letter.session = rows.getColumn(column++).getString();
            letter.position = rows.getColumn(column++).getInt64();
            letter.exercise = rows.getColumn(column++).getString();
            letter.title = rows.getColumn(column++).getString();
            letter.ready_on = rows.getColumn(column++).getString();
            letter.set_aside_at.unix_ms = rows.getColumn(column++).getInt64();
            letter.set_aside_at.utc_offset_seconds = rows.getColumn(column++).getInt();
            if (!rows.getColumn(column).isNull()) {
                letter.opened_at =
                    Moment{rows.getColumn(column).getInt64(), rows.getColumn(column + 1).getInt()};
            }
        }
        return found;
    });
}

bool letter_is_ready(const Journal& journal, const std::string& day) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement any(database, std::string("SELECT EXISTS (SELECT 1") + with_words +
                                            " AND letter.opened_at IS NULL AND letter.ready_on <= ?)");
        any.bind(1, day);
        return any.executeStep() && any.getColumn(0).getInt() != 0;
    });
}

void mark_opened(Journal& journal, const Letter& letter, Moment now) {
    auto& store = journal.store();
    store.write([&] {
        auto& update = store.statement(
            "UPDATE letter SET opened_at = ?1, opened_offset = ?2 WHERE opened_at IS NULL"
            " AND session = (SELECT number FROM session WHERE id = ?3)"
            " AND question = (SELECT question FROM answer WHERE session = letter.session AND position = ?4)");
        update.bind(1, now.unix_ms);
        update.bind(2, now.utc_offset_seconds);
        update.bind(3, letter.session);
        update.bind(4, letter.position);
        update.exec();
        update.reset();
        if (store.changed_rows() == 0) { return; }
        auto& changed = store.statement("UPDATE session SET changed_at = max(changed_at, ?) WHERE id = ?");
        changed.bind(1, now.unix_ms);
        changed.bind(2, letter.session);
        changed.exec();
        changed.reset();
    });
}

} // namespace kindly
