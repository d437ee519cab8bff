// SPDX-License-Identifier: MIT
#include "journal/drafts.hpp"

#include "journal/store.hpp"

#include <optional>

namespace kindly {

namespace {

// Words go in and come out through these two functions alone: sealing them is done here.

void put_words(Sealer& sealer, SQLite::Statement& statement, const std::string& id, const Draft& draft) {
    if (!sealer.on()) { return statement.bind(":words", draft.words); }
    const std::string blob = sealer.seal(draft_place(id, draft.question), draft.words);
    statement.bind(":words", "");
    statement.bind(":sealed", blob.data(), static_cast<int>(blob.size()));
}

/// Nothing where they are sealed.
std::optional<std::string> words_of(const Sealer& sealer, const SealPlace& place, const SQLite::Column& words,
                                    const SQLite::Column& sealed) {
    if (sealed.isNull()) { return words.getString(); }
    std::string opened;
    if (sealer.open(place, sealed.getString(), opened) != Opened::opened) { return std::nullopt; }
    return opened;
}

constexpr const char* upsert = R"sql(
INSERT INTO draft (session, question, words, sealed, saved_at, saved_offset)
SELECT number, :question, :words, :sealed, :at, :offset FROM session WHERE id = :id
ON CONFLICT (session, question) DO UPDATE SET words = excluded.words, sealed = excluded.sealed,
    saved_at = excluded.saved_at, saved_offset = excluded.saved_offset)sql";

} // namespace

void save_draft(Journal::Store& store, const std::string& id, const Draft& draft, Moment now) {
    if (draft.words.empty()) { return remove_draft(store, id, draft.question); }
    SQLite::Statement& statement = store.statement(upsert);
    statement.bind(":id", id);
    statement.bind(":question", draft.question);
    put_words(store.sealer(), statement, id, draft);
    statement.bind(":at", static_cast<std::int64_t>(now.unix_ms));
    statement.bind(":offset", now.utc_offset_seconds);
    statement.exec();
    statement.reset();
}

void remove_draft(Journal::Store& store, const std::string& id, const std::string& question) {
    SQLite::Statement& statement = store.statement("DELETE FROM draft WHERE question = :question AND session "
                                                   "= (SELECT number FROM session WHERE id = :id)");
    statement.bind(":id", id);
    statement.bind(":question", question);
    statement.exec();
    statement.reset();
}

std::map<std::string, std::string> drafts_of(const Journal& journal, const std::string& id) {
    return journal.store().read([&](SQLite::Database& database) {
        std::map<std::string, std::string> drafts;
        SQLite::Statement statement(database, "SELECT question, words, sealed FROM draft"
                                              " WHERE session = (SELECT number FROM session WHERE id = ?)");
        statement.bind(1, id);
        while (statement.executeStep()) {
            const std::string question = statement.getColumn(0).getString();
            if (auto words = words_of(journal.store().sealer(), draft_place(id, question),
                                      statement.getColumn(1), statement.getColumn(2))) {
                drafts.emplace(question, std::move(*words));
            }
        }
        return drafts;
    });
}

} // namespace kindly
