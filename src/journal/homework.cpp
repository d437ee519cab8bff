// SPDX-License-Identifier: MIT
#include "journal/homework.hpp"

#include "journal/sealing.hpp"
#include "journal/store.hpp"

namespace kindly {

namespace {

Moment moment_at(const SQLite::Statement& row, int column) {
    return {row.getColumn(column).getInt64(), row.getColumn(column + 1).getInt()};
}

void bind_moment(SQLite::Statement& statement, const char* at, const char* offset, Moment moment) {
    statement.bind(at, static_cast<std::int64_t>(moment.unix_ms));
    statement.bind(offset, moment.utc_offset_seconds);
}

void bind_bytes(SQLite::Statement& statement, const char* name, const std::string& bytes) {
    statement.bind(name, bytes.data(), static_cast<int>(bytes.size()));
}

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

std::vector<HomeworkExercise> exercises_of(SQLite::Database& database, std::int64_t homework) {
    SQLite::Statement rows(database,
                           "SELECT id, digest, bytes FROM homework_exercise WHERE homework = ? ORDER BY id");
    rows.bind(1, homework);
    std::vector<HomeworkExercise> found;
    while (rows.executeStep()) {
        found.push_back(
            {rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
    }
    return found;
}

void insert_notes(Journal::Store& store, std::int64_t homework, const std::vector<HomeworkNote>& notes) {
    for (const HomeworkNote& note : notes) {
        auto& last =
            store.statement("SELECT coalesce(max(position), 0) FROM homework_note WHERE homework = ?");
        last.bind(1, homework);
        last.executeStep();
        const std::int64_t position = last.getColumn(0).getInt64() + 1;
        last.reset();
        auto& insert = store.statement(
            "INSERT INTO homework_note (homework, position, kind, item, day, words, sealed, noted_at, "
            "noted_offset) VALUES (:homework, :position, :kind, :item, :day, :words, :sealed, :at, :offset)");
        insert.bind(":homework", homework);
        insert.bind(":position", position);
        insert.bind(":kind", note.kind);
        insert.bind(":item", note.item);
        insert.bind(":day", note.day);
        if (!note.words.empty() && store.sealer().on()) {
            insert.bind(":words", "");
            bind_bytes(insert, ":sealed",
                       store.sealer().seal(homework_place(homework, position), note.words));
        } else {
            insert.bind(":words", note.words);
        }
        bind_moment(insert, ":at", ":offset", note.noted_at);
        run(insert);
    }
}

} // namespace

std::vector<HomeworkRow> homework_of(const Journal& journal, WhichHomework which) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement rows(
            database, "SELECT number, id, kind, title, digest, file, begun_day, agreed_by, share, begun_at,"
                      " begun_offset, ended_at, ended_offset,"
                      " (SELECT max(ended_at) FROM homework AS earlier WHERE earlier.id = homework.id"
                      "  AND earlier.number < homework.number)"
                      " FROM homework WHERE ended_at IS NULL OR :all ORDER BY number");
        rows.bind(":all", which == WhichHomework::all ? 1 : 0);
        std::vector<HomeworkRow> found;
        while (rows.executeStep()) {
            HomeworkRow& row = found.emplace_back();
            int column = 0;
            row.number = rows.getColumn(column++).getInt64();
            for (auto* text : {&row.id, &row.kind, &row.title, &row.digest, &row.file, &row.begun_day,
                               &row.agreed_by, &row.share}) {
                *text = rows.getColumn(column++).getString();
            }
            row.begun_at = moment_at(rows, column);
            column += 2;
            if (!rows.getColumn(column).isNull()) { row.ended_at = moment_at(rows, column); }
            column += 2;
            if (!rows.getColumn(column).isNull()) {
                row.after = Moment{rows.getColumn(column).getInt64(), 0};
            }
            row.exercises = exercises_of(database, row.number);
        }
        return found;
    });
}

std::vector<HomeworkNote> notes_of(const Journal& journal, std::int64_t homework) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement rows(database,
                               "SELECT position, kind, item, day, words, sealed, noted_at, noted_offset"
                               " FROM homework_note WHERE homework = ? ORDER BY position");
        rows.bind(1, homework);
        std::vector<HomeworkNote> found;
        while (rows.executeStep()) {
            HomeworkNote& note = found.emplace_back();
            int column = 0;
            note.position = rows.getColumn(column++).getInt64();
            note.kind = rows.getColumn(column++).getString();
            note.item = rows.getColumn(column++).getInt();
            note.day = rows.getColumn(column++).getString();
            note.words = rows.getColumn(column++).getString();
            if (const auto sealed = rows.getColumn(column++); !sealed.isNull()) {
                note.sealed = journal.store().sealer().open(homework_place(homework, note.position),
                                                            sealed.getString(), note.words) != Opened::opened;
            }
            note.noted_at = moment_at(rows, column);
        }
        return found;
    });
}

std::optional<std::int64_t> begin_homework(Journal& journal, const HomeworkRow& row,
                                           const std::vector<HomeworkNote>& notes) {
    auto& store = journal.store();
    std::optional<std::int64_t> number;
    store.write([&] {
        number.reset();
        auto& same = store.statement("SELECT 1 FROM homework WHERE id = ? AND ended_at IS NULL");
        same.bind(1, row.id);
        const bool going_on = same.executeStep();
        same.reset();
        if (going_on) { return; }
        auto& insert = store.statement(
            "INSERT INTO homework (id, kind, title, digest, file, begun_at, begun_offset, begun_day,"
            " agreed_by, share) VALUES (:id, :kind, :title, :digest, :file, :at, :offset, :day, :by, :share)"
            " RETURNING number");
        insert.bind(":id", row.id);
        insert.bind(":kind", row.kind);
        insert.bind(":title", row.title);
        insert.bind(":digest", row.digest);
        bind_bytes(insert, ":file", row.file);
        bind_moment(insert, ":at", ":offset", row.begun_at);
        insert.bind(":day", row.begun_day);
        insert.bind(":by", row.agreed_by);
        insert.bind(":share", row.share);
        insert.executeStep();
        number = insert.getColumn(0).getInt64();
        insert.reset();
        for (const HomeworkExercise& exercise : row.exercises) {
            auto& keep = store.statement("INSERT INTO homework_exercise (homework, id, digest, bytes)"
                                         " VALUES (:homework, :id, :digest, :bytes)");
            keep.bind(":homework", *number);
            keep.bind(":id", exercise.id);
            keep.bind(":digest", exercise.digest);
            bind_bytes(keep, ":bytes", exercise.bytes);
            run(keep);
        }
        insert_notes(store, *number, notes);
    });
    return number;
}

void note_homework(Journal& journal, std::int64_t homework, const std::vector<HomeworkNote>& notes) {
    auto& store = journal.store();
    store.write([&] { insert_notes(store, homework, notes); });
}

void end_homework(Journal& journal, std::int64_t homework, Moment now) {
    auto& store = journal.store();
    store.write([&] {
        auto& update = store.statement("UPDATE homework SET ended_at = :at, ended_offset = :offset"
                                       " WHERE number = :number AND ended_at IS NULL");
        bind_moment(update, ":at", ":offset", now);
        update.bind(":number", homework);
        run(update);
    });
}

} // namespace kindly
