// SPDX-License-Identifier: MIT
#include "journal/schema.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "journal/schema_homework.hpp"
#include "journal/schema_letters.hpp"

#include <array>
#include <cstddef>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

namespace kindly::schema {

namespace {

// Times are milliseconds since 1970 (UTC) with the offset from UTC, in seconds, where it happened; lengths
// are milliseconds. Texts that may be private stand only in: answer (value_text; prompt and options, where a
// setting is part of them), kept.words, session.settings and, in later versions, draft.words, amendment.was,
// homework_note.words.
constexpr const char* first_version = R"sql(
CREATE TABLE session (
    number            INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,
    exercise          TEXT NOT NULL,
    exercise_version  TEXT NOT NULL,
    title             TEXT NOT NULL,
    language          TEXT NOT NULL,
    components        TEXT NOT NULL DEFAULT '',
    started_at        INTEGER NOT NULL,
    started_offset    INTEGER NOT NULL,
    ended_at          INTEGER,
    ended_offset      INTEGER,
    day               TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status            TEXT NOT NULL CHECK (status IN ('completed', 'closed_early', 'stopped', 'interrupted')),
    stop_reason       TEXT CHECK (stop_reason IN ('person', 'distress', 'unanswered', 'signal', 'crash')),
    planned_ms        INTEGER,
    practised_ms      INTEGER,
    paused_ms         INTEGER,
    distress_before   INTEGER CHECK (distress_before BETWEEN 0 AND 10),
    distress_after    INTEGER CHECK (distress_after BETWEEN 0 AND 10),
    kindness_before   INTEGER CHECK (kindness_before BETWEEN 0 AND 10),
    kindness_after    INTEGER CHECK (kindness_after BETWEEN 0 AND 10),
    backdraft         TEXT CHECK (backdraft IN ('none', 'noticed', 'grounded')),
    groundings        INTEGER,
    skipped           INTEGER,
    homework          TEXT,
    source            TEXT NOT NULL CHECK (source IN ('timed', 'entered_later', 'trial')),
    participant       TEXT,
    recorded_at       INTEGER NOT NULL,
    recorded_offset   INTEGER NOT NULL,
    amended_at        INTEGER,
    amended_offset    INTEGER,
    kindly_version    TEXT NOT NULL,
    revision          INTEGER NOT NULL DEFAULT 1,
    -- Not exported:
    changed_at        INTEGER NOT NULL,            -- the latest change to anything of this session
    running           INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1)), -- not ended; its lock tells if it goes on
    intensity         TEXT CHECK (intensity IN ('gentle', 'moderate', 'strong')),
    digest            TEXT,                        -- of the exercise, in exercise_text
    settings          TEXT,                        -- JSON: as used
    plan              TEXT,                        -- JSON: budget_ms, factor, dropped
    seed              INTEGER,
    last_section      TEXT,                        -- the section it came to: where it can be taken up again
    planned_seconds   INTEGER AS ((planned_ms + 500) / 1000) VIRTUAL,
    practised_seconds INTEGER AS ((practised_ms + 500) / 1000) VIRTUAL,
    paused_seconds    INTEGER AS ((paused_ms + 500) / 1000) VIRTUAL
) STRICT;
CREATE INDEX session_started ON session (started_at);
CREATE INDEX session_day ON session (day);
CREATE INDEX session_exercise ON session (exercise, started_at);
CREATE INDEX session_homework ON session (homework, started_at) WHERE homework IS NOT NULL;
CREATE INDEX session_changed ON session (changed_at);
CREATE INDEX session_running ON session (running) WHERE running = 1;

CREATE TABLE answer (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,            -- from 1; answering again makes another row
    step              TEXT NOT NULL,               -- path
    question          TEXT NOT NULL,               -- id
    kind              TEXT NOT NULL,
    about             TEXT,                        -- of a check-in
    measure           TEXT,
    prompt            TEXT NOT NULL,               -- as shown
    options           TEXT,                        -- JSON: [{ "id", "text" }], as shown
    lowest            INTEGER,
    highest           INTEGER,
    lowest_label      TEXT,
    highest_label     TEXT,
    value_number      REAL,
    value_text        TEXT,
    skipped           INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    private           INTEGER NOT NULL CHECK (private IN (0, 1)),
    words_deleted     INTEGER NOT NULL DEFAULT 0 CHECK (words_deleted IN (0, 1)),
    answered_at       INTEGER NOT NULL,
    answered_offset   INTEGER NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    path              TEXT NOT NULL,
    kind              TEXT NOT NULL,
    began_ms          INTEGER NOT NULL,            -- session clock
    ended_ms          INTEGER NOT NULL,
    how               TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE safety (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    at_ms             INTEGER NOT NULL,            -- session clock
    reason            TEXT NOT NULL,
    check_in          TEXT,
    value             INTEGER,
    numb              INTEGER NOT NULL CHECK (numb IN (0, 1)),
    offer_grounding_at INTEGER,                    -- thresholds in force
    stop_at           INTEGER,
    offered           TEXT NOT NULL DEFAULT '',    -- joined by ;
    chosen            TEXT,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pick (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    pick              TEXT NOT NULL,               -- id of the pick step
    variant           INTEGER NOT NULL,            -- from 0
    PRIMARY KEY (session, pick)
) STRICT, WITHOUT ROWID;

CREATE TABLE exercise_text (
    digest            TEXT PRIMARY KEY,            -- SHA-256
    kind              TEXT NOT NULL CHECK (kind IN ('exercise', 'fragment', 'translation')),
    id                TEXT NOT NULL,
    version           TEXT NOT NULL,
    language          TEXT NOT NULL,
    bytes             BLOB NOT NULL
) STRICT;

CREATE TABLE fragment (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    digest            TEXT NOT NULL,               -- in exercise_text
    PRIMARY KEY (session, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept (
    name              TEXT PRIMARY KEY,
    words             TEXT NOT NULL,
    session           INTEGER REFERENCES session (number) ON DELETE SET NULL,
    kept_at           INTEGER NOT NULL,
    kept_offset       INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_session ON kept (session);

CREATE TABLE deletion (
    id                TEXT PRIMARY KEY,
    deleted_at        INTEGER NOT NULL,
    deleted_offset    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deletion_time ON deletion (deleted_at);

PRAGMA application_id = 0x6B6E646C;
)sql";

// Sealed columns hold what `lock` has sealed (sealing.hpp): the plain columns beside them are then empty.
constexpr const char* second_version = R"sql(
ALTER TABLE session ADD COLUMN settings_sealed BLOB;
-- The level at which it was brought in from elsewhere, where that held something back; all is there if NULL.
ALTER TABLE session ADD COLUMN shared_at TEXT CHECK (shared_at IN ('counts', 'ratings'));
-- The revision that these are of, where the latest one was brought in without them: NULL: as revision; 0: never came.
ALTER TABLE session ADD COLUMN ratings_revision INTEGER; -- distress, kindness, backdraft, groundings
ALTER TABLE session ADD COLUMN details_revision INTEGER; -- steps, safety, pick, fragment, amendment, settings ...
ALTER TABLE answer ADD COLUMN value_revision INTEGER;    -- the value
-- When the mark came into this log, where it was brought in from elsewhere; NULL: as deleted_at.
ALTER TABLE deletion ADD COLUMN changed_at INTEGER;
ALTER TABLE answer ADD COLUMN sealed BLOB;          -- value_number, value_text
ALTER TABLE answer ADD COLUMN question_sealed BLOB; -- prompt, options, labels: only where they show own words
-- Where it stood, for taking it up again: a grounding was on, or the latest thing; it had gone to the closing early, why.
ALTER TABLE session ADD COLUMN grounded INTEGER NOT NULL DEFAULT 0 CHECK (grounded IN (0, 1));
ALTER TABLE session ADD COLUMN closing_reason TEXT CHECK (closing_reason IN ('person', 'distress', 'unanswered'));
CREATE INDEX session_interrupted ON session (ended_at) WHERE status = 'interrupted';
ALTER TABLE answer ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)); -- never came here
ALTER TABLE kept ADD COLUMN sealed BLOB;           -- the words

-- What was typed at a question that has not been answered yet.
CREATE TABLE draft (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    question          TEXT NOT NULL,               -- id
    words             TEXT NOT NULL,
    sealed            BLOB,
    saved_at          INTEGER NOT NULL,
    saved_offset      INTEGER NOT NULL,
    PRIMARY KEY (session, question)
) STRICT, WITHOUT ROWID;

-- What an entry said before it was amended.
CREATE TABLE amendment (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    revision          INTEGER NOT NULL,            -- the one that this change made
    amended_at        INTEGER NOT NULL,
    amended_offset    INTEGER NOT NULL,
    field             TEXT NOT NULL,               -- a column of the export, or answer.POSITION
    was               TEXT,                        -- as exported; NULL: a missing value
    sealed            BLOB,                        -- instead of `was`
    withheld          INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)), -- `was` never came here
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- The keys of sealed words: none, or one row.
CREATE TABLE seal (
    one               INTEGER PRIMARY KEY CHECK (one = 1),
    state             TEXT NOT NULL CHECK (state IN ('locking', 'locked')), -- locking: sealed, but old copies may be left
    public_key        BLOB NOT NULL,
    wrapped_key       BLOB NOT NULL,               -- the secret half, sealed to the passphrase
    nonce             BLOB NOT NULL,
    salt              BLOB NOT NULL,
    operations        INTEGER NOT NULL,            -- Argon2id
    memory            INTEGER NOT NULL,            -- Argon2id, bytes
    plan_left_open    INTEGER NOT NULL DEFAULT 0 CHECK (plan_left_open IN (0, 1)) -- the closing plan is not sealed
) STRICT;
)sql";

struct Step {
    const char* tables;
    const char* number; ///< of the version that it leads to
};

/// The step at index N leads from version N to N + 1.
constexpr std::array<Step, version> steps{{{first_version, "PRAGMA user_version = 1"},
                                           {second_version, "PRAGMA user_version = 2"},
                                           {homework_tables, "PRAGMA user_version = 3"},
                                           {letters_tables, "PRAGMA user_version = 4"}}};

int number(SQLite::Database& database, const char* pragma) {
    SQLite::Statement statement(database, pragma);
    return statement.executeStep() ? statement.getColumn(0).getInt() : 0;
}

struct State {
    Found found = Found::nothing;
    int version = 0;
};

State state(SQLite::Database& database, const std::filesystem::path& file) {
    const int application = number(database, "PRAGMA application_id");
    const int present = number(database, "PRAGMA user_version");
    const int objects = number(database, "SELECT count(*) FROM sqlite_schema");
    if (application == 0 && present == 0 && objects == 0) { return {}; }
    if (application != application_id || present < 1) {
        throw Failure(
            ExitCode::environment,
            fmt::format(fmt::runtime(_("{} is a database of another program")), file.string()),
            _("Nothing in it was changed. Move it away, or choose another folder with --data-dir."));
    }
    if (present > version) {
        throw Failure(ExitCode::environment,
                      fmt::format(fmt::runtime(_(
                                      "The practice log {} was written by a newer kindly (its version is {}, "
                                      "this kindly knows {})")),
                                  file.string(), present, version),
                      _("Nothing in it was changed. Use the newer kindly."));
    }
    return {present < version ? Found::older : Found::ours, present};
}

/// All in one glance: another program may be making the tables at this moment.
State state_at_once(SQLite::Database& database, const std::filesystem::path& file) {
    const SQLite::Transaction glance(database);
    return state(database, file);
}

} // namespace

Found look(SQLite::Database& database, const std::filesystem::path& file) {
    return state_at_once(database, file).found;
}

void migrate(SQLite::Database& database, const std::filesystem::path& file) {
    while (state_at_once(database, file).version < version) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Another program may have done it while we waited.
        const int present = state(database, file).version;
        if (present >= version) { return; }
        const Step& step = steps.at(static_cast<std::size_t>(present));
        database.exec(step.tables);
        database.exec(step.number);
        transaction.commit();
    }
}

} // namespace kindly::schema
