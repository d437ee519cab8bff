// SPDX-License-Identifier: MIT
#include "journal/locking_rows.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "journal/own_words.hpp"
#include "journal/sealing.hpp"
#include "journal/store.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace kindly {

namespace {

using Bytes = std::optional<std::string>;

Bytes bytes_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

void bind_text(SQLite::Statement& statement, const char* name, const Bytes& text) {
    if (text) { statement.bind(name, *text); }
}

void bind_text_if_any(SQLite::Statement& statement, const char* name, const std::string& text) {
    if (!text.empty()) { statement.bind(name, text); }
}

void bind_bytes(SQLite::Statement& statement, const char* name, const Bytes& bytes) {
    if (bytes) { statement.bind(name, bytes->data(), static_cast<int>(bytes->size())); }
}

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

struct SessionWords {
    std::int64_t number = 0;
    std::string id;
    std::string settings;
    Bytes settings_sealed;
};

struct AnswerColumns {
    std::int64_t position = 0;
    AnswerWords words;
    Bytes value, question;
};

/// A row with one text that is plain or sealed: a draft, an amendment, kept words.
struct TextColumns {
    std::string key; ///< question, field, name
    std::int64_t position = 0;
    std::string words;
    Bytes sealed;
};

/// Some at a time: rows that are being written are not read at the same time.
std::vector<SessionWords> sessions_after(Journal::Store& store, std::int64_t number) {
    auto& rows = store.statement("SELECT number, id, settings, settings_sealed FROM session WHERE number > ? "
                                 "ORDER BY number LIMIT 200");
    rows.bind(1, number);
    std::vector<SessionWords> found;
    while (rows.executeStep()) {
        found.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString(),
                         rows.getColumn(2).getString(), bytes_of(rows.getColumn(3))});
    }
    return found;
}

std::vector<AnswerColumns> answers_of(Journal::Store& store, std::int64_t session) {
    auto& rows =
        store.statement("SELECT position, kind, private, prompt, options, lowest_label, highest_label,"
                        " value_number, value_text, sealed, question_sealed FROM answer"
                        " WHERE session = ? ORDER BY position");
    rows.bind(1, session);
    std::vector<AnswerColumns> found;
    while (rows.executeStep()) {
        int column = 0;
        AnswerColumns& answer = found.emplace_back();
        answer.position = rows.getColumn(column++).getInt64();
        answer.words.kind = rows.getColumn(column++).getString();
        answer.words.is_private = rows.getColumn(column++).getInt() != 0;
        answer.words.prompt = rows.getColumn(column++).getString();
        answer.words.options = rows.getColumn(column++).getString();
        answer.words.lowest_label = rows.getColumn(column++).getString();
        answer.words.highest_label = rows.getColumn(column++).getString();
        if (const auto number = rows.getColumn(column++); !number.isNull()) {
            answer.words.value_number = number.getDouble();
        }
        answer.words.value_text = bytes_of(rows.getColumn(column++));
        answer.value = bytes_of(rows.getColumn(column++));
        answer.question = bytes_of(rows.getColumn(column));
    }
    return found;
}

void put(Journal::Store& store, std::int64_t session, const AnswerColumns& answer) {
    auto& update = store.statement(
        "UPDATE answer SET prompt = :prompt, options = :options, lowest_label = :lowest_label,"
        " highest_label = :highest_label, value_number = :value_number, value_text = :value_text,"
        " sealed = :sealed, question_sealed = :question_sealed WHERE session = :session AND position = "
        ":position");
    update.bind(":session", session);
    update.bind(":position", answer.position);
    update.bind(":prompt", answer.words.prompt);
    bind_text_if_any(update, ":options", answer.words.options);
    bind_text_if_any(update, ":lowest_label", answer.words.lowest_label);
    bind_text_if_any(update, ":highest_label", answer.words.highest_label);
    if (answer.words.value_number) { update.bind(":value_number", *answer.words.value_number); }
    bind_text(update, ":value_text", answer.words.value_text);
    bind_bytes(update, ":sealed", answer.value);
    bind_bytes(update, ":question_sealed", answer.question);
    run(update);
}

void put_settings(Journal::Store& store, const SessionWords& session) {
    auto& update = store.statement(
        "UPDATE session SET settings = :settings, settings_sealed = :sealed WHERE number = :number");
    update.bind(":number", session.number);
    bind_text_if_any(update, ":settings", session.settings);
    bind_bytes(update, ":sealed", session.settings_sealed);
    run(update);
}

std::vector<TextColumns> texts(SQLite::Statement& rows) {
    std::vector<TextColumns> found;
    while (rows.executeStep()) {
        found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64(),
                         rows.getColumn(2).getString(), bytes_of(rows.getColumn(3))});
    }
    return found;
}

std::vector<TextColumns> drafts_of(Journal::Store& store, std::int64_t session) {
    auto& rows = store.statement("SELECT question, 0, words, sealed FROM draft WHERE session = ?");
    rows.bind(1, session);
    return texts(rows);
}

/// Those that said something.
std::vector<TextColumns> amendments_of(Journal::Store& store, std::int64_t session) {
    auto& rows = store.statement("SELECT field, position, was, sealed FROM amendment"
                                 " WHERE session = ? AND (was IS NOT NULL OR sealed IS NOT NULL)");
    rows.bind(1, session);
    return texts(rows);
}

std::vector<TextColumns> kept(Journal::Store& store) {
    return texts(store.statement("SELECT name, 0, words, sealed FROM kept"));
}

void put_draft(Journal::Store& store, std::int64_t session, const TextColumns& draft) {
    auto& update = store.statement("UPDATE draft SET words = :words, sealed = :sealed"
                                   " WHERE session = :session AND question = :question");
    update.bind(":session", session);
    update.bind(":question", draft.key);
    update.bind(":words", draft.words);
    bind_bytes(update, ":sealed", draft.sealed);
    run(update);
}

void put_amendment(Journal::Store& store, std::int64_t session, const TextColumns& amendment) {
    auto& update = store.statement("UPDATE amendment SET was = :was, sealed = :sealed"
                                   " WHERE session = :session AND position = :position");
    update.bind(":session", session);
    update.bind(":position", amendment.position);
    if (!amendment.sealed) { update.bind(":was", amendment.words); }
    bind_bytes(update, ":sealed", amendment.sealed);
    run(update);
}

void put_kept(Journal::Store& store, const TextColumns& words) {
    auto& update = store.statement("UPDATE kept SET words = :words, sealed = :sealed WHERE name = :name");
    update.bind(":name", words.key);
    update.bind(":words", words.words);
    bind_bytes(update, ":sealed", words.sealed);
    run(update);
}

/// Those that say something; the number of the homework is their key.
std::vector<TextColumns> homework_notes(Journal::Store& store) {
    return texts(store.statement("SELECT homework, position, words, sealed FROM homework_note"
                                 " WHERE words <> '' OR sealed IS NOT NULL"));
}

void put_homework_note(Journal::Store& store, const TextColumns& note) {
    auto& update = store.statement("UPDATE homework_note SET words = :words, sealed = :sealed"
                                   " WHERE homework = :homework AND position = :position");
    update.bind(":homework", note.key);
    update.bind(":position", note.position);
    update.bind(":words", note.words);
    bind_bytes(update, ":sealed", note.sealed);
    run(update);
}

SealPlace place_of(const TextColumns& homework_note) {
    return homework_place(std::stoll(homework_note.key), homework_note.position);
}

void seal_text(Sealer& sealer, const SealPlace& place, TextColumns& row) {
    row.sealed = sealer.seal(place, row.words);
    wipe(row.words);
}

bool amendment_is_sealed(const TextColumns& amendment, const std::vector<AnswerColumns>& answers) {
    constexpr std::string_view prefix = "answer.";
    if (!amendment.key.starts_with(prefix)) { return false; }
    for (const auto& answer : answers) {
        if (amendment.key.substr(prefix.size()) == fmt::format("{}", answer.position)) {
            return value_is_sealed(answer.words.kind, answer.words.is_private);
        }
    }
    return true; // of an answer that is gone: nobody knows what it was
}

void seal_session(Journal::Store& store, SessionWords& session) {
    Sealer& sealer = store.sealer();
    const auto own_words = own_words_in(session.settings);
    std::vector<AnswerColumns> answers = answers_of(store, session.number);
    for (auto& answer : answers) {
        auto parts = sealer.take(session.id, answer.position, answer.words, own_words);
        if (!parts.value && !parts.question) { continue; }
        answer.value = std::move(parts.value);
        answer.question = std::move(parts.question);
        put(store, session.number, answer);
    }
    for (auto& amendment : amendments_of(store, session.number)) {
        if (!amendment_is_sealed(amendment, answers)) { continue; }
        seal_text(sealer, amendment_place(session.id, amendment.position), amendment);
        put_amendment(store, session.number, amendment);
    }
    for (auto& draft : drafts_of(store, session.number)) {
        seal_text(sealer, draft_place(session.id, draft.key), draft);
        put_draft(store, session.number, draft);
    }
    if (auto blob = sealer.take_settings(session.id, session.settings)) {
        session.settings_sealed = std::move(blob);
        put_settings(store, session);
    }
    sealer.forget(session.id);
}

/// False: something of it is damaged.
bool open_session(Journal::Store& store, SessionWords& session) {
    const Sealer& sealer = store.sealer();
    bool whole = true;
    for (auto& answer : answers_of(store, session.number)) {
        if (!answer.value && !answer.question) { continue; }
        const auto found =
            sealer.open(session.id, answer.position, answer.words, answer.value, answer.question);
        whole = whole && found.value == Opened::opened && found.question == Opened::opened;
        answer.value.reset();
        answer.question.reset();
        put(store, session.number, answer);
    }
    for (auto& amendment : amendments_of(store, session.number)) {
        if (!amendment.sealed) { continue; }
        const auto found = sealer.open_was(session.id, amendment.position, amendment.key, *amendment.sealed,
                                           amendment.words);
        whole = whole && found == Opened::opened;
        amendment.sealed.reset();
        put_amendment(store, session.number, amendment);
    }
    for (auto& draft : drafts_of(store, session.number)) {
        if (!draft.sealed) { continue; }
        whole =
            sealer.open(draft_place(session.id, draft.key), *draft.sealed, draft.words) == Opened::opened &&
            whole;
        draft.sealed.reset();
        put_draft(store, session.number, draft);
    }
    if (session.settings_sealed) {
        auto settings = sealer.opened_settings(session.id, *session.settings_sealed);
        whole = whole && settings.has_value();
        session.settings = std::move(settings).value_or(std::string());
        session.settings_sealed.reset();
        put_settings(store, session);
    }
    return whole;
}

template <class Work>
void each_session(Journal::Store& store, const LockProgress& progress, const Work& work) {
    auto& count = store.statement("SELECT count(*) FROM session");
    count.executeStep();
    const std::int64_t all = count.getColumn(0).getInt64();
    count.reset();
    std::int64_t done = 0;
    for (auto sessions = sessions_after(store, -1); !sessions.empty();
         sessions = sessions_after(store, sessions.back().number)) {
        for (auto& session : sessions) {
            if (progress) { progress(done, all); }
            work(session);
            ++done;
        }
    }
}

Failure damaged(const std::vector<std::string>& places) {
    constexpr std::size_t most_named = 5;
    std::vector<std::string> named = places;
    if (named.size() > most_named) {
        named.resize(most_named);
        named.emplace_back("...");
    }
    return {ExitCode::environment,
            fmt::format(fmt::runtime(_("Some sealed words are damaged and cannot be opened: {}")),
                        joined(named, ", ")),
            _("Nothing was changed, and all other words can still be read with the passphrase. If you have a "
              "backup of "
              "the log, keep it. A practice that is damaged can be taken out with \"kindly log delete\"; "
              "then unlock "
              "again.")};
}

} // namespace

bool holds_sealed_words(Journal::Store& store) {
    return store.read([](SQLite::Database& database) {
        SQLite::Statement any(database, "SELECT EXISTS (SELECT 1 FROM kept WHERE sealed IS NOT NULL)"
                                        " OR EXISTS (SELECT 1 FROM session WHERE settings_sealed IS NOT NULL)"
                                        " OR EXISTS (SELECT 1 FROM draft WHERE sealed IS NOT NULL)"
                                        " OR EXISTS (SELECT 1 FROM amendment WHERE sealed IS NOT NULL)"
                                        " OR EXISTS (SELECT 1 FROM homework_note WHERE sealed IS NOT NULL)"
                                        " OR EXISTS (SELECT 1 FROM answer WHERE sealed IS NOT NULL"
                                        " OR question_sealed IS NOT NULL)");
        return any.executeStep() && any.getColumn(0).getInt() != 0;
    });
}

void seal_all_rows(Journal::Store& store, const LockProgress& progress) {
    each_session(store, progress, [&](SessionWords& session) { seal_session(store, session); });
    Sealer& sealer = store.sealer();
    for (auto& words : kept(store)) {
        if (sealer.leaves_open(words.key)) { continue; }
        seal_text(sealer, kept_place(words.key), words);
        put_kept(store, words);
    }
    for (auto& note : homework_notes(store)) {
        seal_text(sealer, place_of(note), note);
        put_homework_note(store, note);
    }
}

void open_all_rows(Journal::Store& store, const LockProgress& progress) {
    std::vector<std::string> broken;
    each_session(store, progress, [&](SessionWords& session) {
        if (!open_session(store, session)) { broken.push_back(session.id); }
    });
    for (auto& words : kept(store)) {
        if (!words.sealed) { continue; }
        if (store.sealer().open(kept_place(words.key), *words.sealed, words.words) != Opened::opened) {
            broken.push_back(fmt::format(fmt::runtime(_("the kept words \"{}\"")), words.key));
        }
        words.sealed.reset();
        put_kept(store, words);
    }
    for (auto& note : homework_notes(store)) {
        if (!note.sealed) { continue; }
        if (store.sealer().open(place_of(note), *note.sealed, note.words) != Opened::opened) {
            broken.emplace_back(_("a note on homework"));
        }
        note.sealed.reset();
        put_homework_note(store, note);
    }
    if (!broken.empty()) { throw damaged(broken); }
}

} // namespace kindly
