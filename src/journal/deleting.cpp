// SPDX-License-Identifier: MIT
#include "journal/deleting.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/reader.hpp"
#include "journal/kept_marks.hpp"
#include "journal/kept_origin.hpp"
#include "journal/own_words.hpp"
#include "journal/store.hpp"
#include "journal/value_revision.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

void refuse_one_that_goes_on(Journal::Store& store, const std::string& id) {
    auto& statement = store.statement("SELECT 1 FROM session WHERE id = ? AND running = 1");
    statement.bind(1, id);
    if (statement.executeStep() && PracticeLock::is_held(store.file(), id)) {
        throw Failure(ExitCode::environment,
                      fmt::format(fmt::runtime(_("The practice {} is still going on")), id),
                      _("Nothing was changed. It can be changed or deleted when it has ended."));
    }
}

struct Row {
    std::int64_t number = 0;
    std::int64_t revision = 1;
};

Row row_of(Journal::Store& store, const std::string& id) {
    auto& statement = store.statement("SELECT number, revision FROM session WHERE id = ?");
    statement.bind(1, id);
    if (!statement.executeStep()) {
        throw Failure(ExitCode::not_found,
                      fmt::format(fmt::runtime(_("The practice {} is no longer in the practice log")), id));
    }
    return {statement.getColumn(0).getInt64(), statement.getColumn(1).getInt64()};
}

std::string text_if_any(const SQLite::Column& column) {
    return column.isNull() ? std::string() : column.getString();
}

/// The texts among a practice's settings that the person wrote. The exercise tells them from the ids of
/// choices; where it is missing, all are taken for the person's words.
std::vector<std::string> own_settings(Journal::Store& store, std::int64_t number, Json& settings) {
    auto& statement =
        store.statement("SELECT settings, bytes FROM session LEFT JOIN exercise_text USING (digest)"
                        " WHERE number = ?");
    statement.bind(1, number);
    if (!statement.executeStep()) { return {}; }
    const std::string stored = text_if_any(statement.getColumn(0));
    const std::string bytes = text_if_any(statement.getColumn(1));
    settings = Json::parse(stored, nullptr, false);
    std::vector<std::string> words = own_words_in(stored);
    if (!settings.is_object() || words.empty()) { return {}; }
    const auto exercise = read_exercise(std::make_shared<SourceText>("exercise", bytes)).exercise;
    std::vector<std::string> found;
    for (auto at = settings.begin(); at != settings.end();) {
        bool own = at->is_string() && std::find(words.begin(), words.end(), *at) != words.end();
        if (own && exercise) {
            own = std::any_of(exercise->parameters.begin(), exercise->parameters.end(), [&](const auto& one) {
                return one.name == at.key() && one.type == Parameter::Type::text;
            });
        }
        if (own) { found.push_back(*at); }
        at = own ? settings.erase(at) : std::next(at);
    }
    return found;
}

std::string without(std::string shown, const std::vector<std::string>& words) {
    constexpr std::string_view gap = "...";
    for (const auto& word : words) {
        for (std::size_t at = shown.find(word); at != std::string::npos;
             at = shown.find(word, at + gap.size())) {
            shown.replace(at, word.size(), gap);
        }
    }
    return shown;
}

/// Whether there were any.
bool delete_own_settings(Journal::Store& store, std::int64_t number) {
    Json settings;
    auto words = own_settings(store, number, settings);
    // Sealed settings cannot be looked into: they go as a whole.
    auto& sealed = store.statement(
        "UPDATE session SET settings_sealed = NULL, settings = '{}'" // NULL: they never came here
        " WHERE number = ? AND settings_sealed IS NOT NULL");
    sealed.bind(1, number);
    sealed.exec();
    const bool any_sealed = store.changed_rows() > 0;
    if (any_sealed) {
        // So cannot what was shown of them.
        auto& questions = store.statement("UPDATE answer SET prompt = '...', question_sealed = NULL"
                                          " WHERE session = ? AND question_sealed IS NOT NULL");
        questions.bind(1, number);
        questions.exec();
    }
    if (words.empty()) { return any_sealed; }
    // A longer one first: it may hold a shorter one.
    std::sort(words.begin(), words.end(),
              [](const auto& left, const auto& right) { return left.size() > right.size(); });
    auto& update = store.statement("UPDATE session SET settings = ? WHERE number = ?");
    update.bind(1, settings.dump());
    update.bind(2, number);
    update.exec();
    struct Shown {
        std::int64_t position;
        std::string prompt, options, lowest_label, highest_label;
    };
    std::vector<Shown> all;
    auto& shown = store.statement(
        "SELECT position, prompt, options, lowest_label, highest_label FROM answer WHERE session = ?");
    shown.bind(1, number);
    while (shown.executeStep()) {
        all.push_back({shown.getColumn(0).getInt64(), shown.getColumn(1).getString(),
                       text_if_any(shown.getColumn(2)), text_if_any(shown.getColumn(3)),
                       text_if_any(shown.getColumn(4))});
    }
    for (const auto& one : all) {
        Json options = Json::parse(one.options, nullptr, false);
        if (options.is_array()) {
            for (auto& option : options) {
                option["text"] = without(option.value("text", std::string()), words);
            }
        }
        auto& change =
            store.statement("UPDATE answer SET prompt = ?1, options = ?2, lowest_label = nullif(?3, ''),"
                            " highest_label = nullif(?4, '') WHERE session = ?5 AND position = ?6");
        change.bind(1, without(one.prompt, words));
        if (options.is_array()) { change.bind(2, options.dump()); }
        change.bind(3, without(one.lowest_label, words));
        change.bind(4, without(one.highest_label, words));
        change.bind(5, number);
        change.bind(6, one.position);
        change.exec();
    }
    return true;
}

/// Where a question was answered again in its place, what was written first goes with it.
std::set<std::int64_t> with_earlier_ones(SQLite::Database& database, std::int64_t number,
                                         const WordsToDelete& what) {
    std::set<std::int64_t> positions = what.positions;
    SQLite::Statement all(database, "SELECT position FROM answer WHERE session = ? AND kind = 'text'");
    all.bind(1, number);
    while (what.all_words && all.executeStep()) { positions.insert(all.getColumn(0).getInt64()); }
    std::set<std::int64_t> found = positions;
    SQLite::Statement same(database, "SELECT earlier.position FROM answer AS earlier JOIN answer AS named "
                                     "USING (session, step, question)"
                                     " WHERE named.session = ? AND named.position = ?");
    for (const auto position : positions) {
        same.reset();
        same.bind(1, number);
        same.bind(2, position);
        while (same.executeStep()) { found.insert(same.getColumn(0).getInt64()); }
    }
    return found;
}

/// What became of one answer.
struct Taken {
    bool words = false; ///< it had some, and they are gone
    bool any = false;   ///< these or anything else: a draft, what they were before
};

/// All that is kept from a practice. Whether there was any.
bool delete_kept_from(Journal::Store& store, std::int64_t number, Moment now) {
    std::vector<std::string> names;
    auto& kept = store.statement("SELECT name FROM kept WHERE session = ?");
    kept.bind(1, number);
    while (kept.executeStep()) { names.push_back(kept.getColumn(0).getString()); }
    for (const auto& name : names) { mark_kept_as_deleted(store, name, now); }
    auto& gone = store.statement("DELETE FROM kept WHERE session = ?");
    gone.bind(1, number);
    gone.exec();
    return !names.empty();
}

/// One answer: its words, what they were before, its draft.
Taken delete_words_at(Journal::Store& store, std::int64_t number, std::int64_t position, bool with_kept,
                      Moment now) {
    Taken taken;
    const auto run = [&](const char* sql) {
        auto& statement = store.statement(sql);
        statement.bind(1, number);
        statement.bind(2, position);
        statement.exec();
        const bool changed = store.changed_rows() > 0;
        taken.any = taken.any || changed;
        return changed;
    };
    if (with_kept) {
        for (const auto& name : kept_from_answer(*store.database(), number, position)) {
            auto& kept = store.statement("DELETE FROM kept WHERE session = ? AND name = ?");
            kept.bind(1, number);
            kept.bind(2, name);
            kept.exec();
            mark_kept_as_deleted(store, name, now);
            taken.any = true;
        }
    }
    run("DELETE FROM draft WHERE session = ?1 AND question ="
        " (SELECT question FROM answer WHERE session = ?1 AND position = ?2)");
    run("DELETE FROM letter WHERE session = ?1 AND question ="
        " (SELECT question FROM answer WHERE session = ?1 AND position = ?2)");
    run("UPDATE amendment SET was = NULL, sealed = NULL WHERE session = ?1 AND field = 'answer.' || ?2"
        " AND (was IS NOT NULL OR sealed IS NOT NULL)");
    taken.words =
        run("UPDATE answer SET value_text = NULL, value_number = NULL, sealed = NULL, words_deleted = 1,"
            " withheld = 0 WHERE session = ?1 AND position = ?2 AND words_deleted = 0"
            " AND (value_text IS NOT NULL OR value_number IS NOT NULL OR sealed IS NOT NULL)");
    return taken;
}

} // namespace

bool take_out(Journal::Store& store, const std::string& id, Moment deleted_at, bool with_kept,
              std::set<std::string>& texts) {
    refuse_one_that_goes_on(store, id);
    auto& used = store.statement(
        "SELECT digest FROM session WHERE id = ?1 AND digest IS NOT NULL UNION SELECT fragment.digest"
        " FROM fragment JOIN session ON session.number = fragment.session WHERE id = ?1");
    used.bind(1, id);
    while (used.executeStep()) { texts.insert(used.getColumn(0).getString()); }
    if (with_kept) {
        auto& practice = store.statement("SELECT number FROM session WHERE id = ?");
        practice.bind(1, id);
        if (practice.executeStep()) { delete_kept_from(store, practice.getColumn(0).getInt64(), deleted_at); }
    }
    auto& mark = store.statement(
        "INSERT INTO deletion (id, deleted_at, deleted_offset) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    mark.bind(1, id);
    mark.bind(2, deleted_at.unix_ms);
    mark.bind(3, deleted_at.utc_offset_seconds);
    mark.exec();
    auto& gone = store.statement("DELETE FROM session WHERE id = ?");
    gone.bind(1, id);
    gone.exec();
    return store.changed_rows() > 0;
}

void drop_unused_texts(Journal::Store& store, const std::set<std::string>& texts) {
    for (const auto& digest : texts) {
        auto& statement = store.statement("DELETE FROM exercise_text WHERE digest = ?1"
                                          " AND NOT EXISTS (SELECT 1 FROM session WHERE digest = ?1)"
                                          " AND NOT EXISTS (SELECT 1 FROM fragment WHERE digest = ?1)");
        statement.bind(1, digest);
        statement.exec();
    }
}

void delete_sessions(Journal& journal, const std::vector<std::string>& ids, Moment now, bool with_kept) {
    auto& store = journal.store();
    store.write([&] {
        std::set<std::string> texts;
        for (const auto& id : ids) { take_out(store, id, now, with_kept, texts); }
        drop_unused_texts(store, texts);
    });
    for (const auto& id : ids) { PracticeLock::remove_abandoned(store.file(), id); }
}

WordsDeleted delete_words(Journal& journal, const std::string& id, const WordsToDelete& what, Moment now) {
    auto& store = journal.store();
    WordsDeleted deleted;
    store.write([&] {
        deleted = {};
        refuse_one_that_goes_on(store, id);
        const auto [number, revision] = row_of(store, id);
        std::vector<std::int64_t> emptied;
        for (const auto position : with_earlier_ones(*store.database(), number, what)) {
            const Taken taken = delete_words_at(store, number, position, what.with_kept, now);
            if (taken.words) { emptied.push_back(position); }
            deleted.any = deleted.any || taken.any;
        }
        if (what.all_words) {
            const auto run = [&](const char* sql) {
                auto& statement = store.statement(sql);
                statement.bind(1, number);
                statement.exec();
                deleted.any = deleted.any || store.changed_rows() > 0;
            };
            deleted.any = delete_own_settings(store, number) || deleted.any;
            run("DELETE FROM draft WHERE session = ?");
            if (what.with_kept) { deleted.any = delete_kept_from(store, number, now) || deleted.any; }
        }
        if (!deleted.any) { return; }
        deleted.answers = static_cast<int>(emptied.size());
        keep_value_revisions(store, id, revision);
        for (const auto position : emptied) { // of the new revision: no older account brings them back
            auto& answer =
                store.statement("UPDATE answer SET value_revision = NULL WHERE session = ? AND position = ?");
            answer.bind(1, number);
            answer.bind(2, position);
            answer.exec();
        }
        // The details are of the latest revision then, too: an older account brings no draft, no setting and
        // nothing of the history back. Where they never came here, they may still come, unless all words were
        // meant.
        auto& changed = store.statement(
            "UPDATE session SET revision = revision + 1, amended_at = ?1, amended_offset = ?2,"
            " changed_at = ?1, details_revision = CASE WHEN ?4 OR details_revision > 0 THEN NULL"
            " ELSE details_revision END, settings = CASE WHEN ?4 AND settings_sealed IS NULL"
            " THEN coalesce(settings, '{}') ELSE settings END WHERE number = ?3");
        changed.bind(1, now.unix_ms);
        changed.bind(2, now.utc_offset_seconds);
        changed.bind(3, number);
        changed.bind(4, what.all_words ? 1 : 0);
        changed.exec();
    });
    return deleted;
}

bool remove_traces(Journal& journal) { return journal.store().write_file_anew(); }

std::vector<std::string> deleted_ids(const Journal& journal, const std::string& id_or_prefix) {
    constexpr std::size_t most = 20;
    const std::string wanted = lowered_ascii(id_or_prefix);
    if (wanted.empty()) { return {}; }
    return journal.store().read([&](SQLite::Database& database) {
        std::vector<std::string> found;
        SQLite::Statement statement(database,
                                    "SELECT id FROM deletion WHERE id >= ? AND id < ? AND id NOT GLOB ?"
                                    " ORDER BY id LIMIT ?");
        statement.bind(1, wanted);
        statement.bind(2, wanted + "\x7F");
        statement.bind(3, kept_mark_pattern);
        statement.bind(4, static_cast<int>(most));
        while (statement.executeStep()) { found.push_back(statement.getColumn(0).getString()); }
        return found;
    });
}

std::vector<std::string> kept_from(const Journal& journal, const std::string& id) {
    return journal.store().read([&](SQLite::Database& database) {
        std::vector<std::string> names;
        SQLite::Statement statement(
            database, "SELECT name FROM kept WHERE session = (SELECT number FROM session WHERE id = ?)"
                      " ORDER BY name");
        statement.bind(1, id);
        while (statement.executeStep()) { names.push_back(statement.getColumn(0).getString()); }
        return names;
    });
}

std::vector<std::string> kept_from(const Journal& journal, const std::string& id, const WordsToDelete& what) {
    if (what.all_words) { return kept_from(journal, id); }
    return journal.store().read([&](SQLite::Database& database) {
        std::set<std::string> names;
        SQLite::Statement row(database, "SELECT number FROM session WHERE id = ?");
        row.bind(1, id);
        if (!row.executeStep()) { return std::vector<std::string>(); }
        const std::int64_t number = row.getColumn(0).getInt64();
        for (const auto position : with_earlier_ones(database, number, what)) {
            for (auto& name : kept_from_answer(database, number, position)) { names.insert(std::move(name)); }
        }
        return std::vector<std::string>(names.begin(), names.end());
    });
}

std::vector<std::string> going_on(const Journal& journal, const std::string& id_or_prefix) {
    const std::string wanted = lowered_ascii(id_or_prefix);
    std::vector<std::string> found;
    for (auto& id : journal.store().running()) {
        if (!wanted.empty() && id.starts_with(wanted) && PracticeLock::is_held(journal.store().file(), id)) {
            found.push_back(std::move(id));
        }
    }
    return found;
}

} // namespace kindly
