// SPDX-License-Identifier: MIT
// The tables for homework: programmes begun, assignments agreed to, and what was noted on the way. One step
// of schema.cpp, which gives it its number.
#pragma once

namespace kindly::schema {

// The words that the client wrote stand only in homework_note; the file of an assignment stays as it came.
inline constexpr const char* homework_tables = R"sql(
CREATE TABLE homework (
    number            INTEGER PRIMARY KEY,         -- in the order begun
    id                TEXT NOT NULL,               -- session.homework; once among those that have not ended
    kind              TEXT NOT NULL CHECK (kind IN ('programme', 'assignment')),
    title             TEXT NOT NULL,
    digest            TEXT NOT NULL,               -- SHA-256 of the file's canonical form
    file              BLOB NOT NULL,               -- its bytes
    begun_at          INTEGER NOT NULL,
    begun_offset      INTEGER NOT NULL,
    begun_day         TEXT NOT NULL CHECK (begun_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    agreed_by         TEXT NOT NULL DEFAULT '',    -- the name that the assignment is for
    share             TEXT NOT NULL DEFAULT 'counts' CHECK (share IN ('counts', 'ratings', 'words')), -- granted
    ended_at          INTEGER,
    ended_offset      INTEGER
) STRICT;
CREATE UNIQUE INDEX homework_going_on ON homework (id) WHERE ended_at IS NULL;

-- Exercises that came with it, used for it alone.
CREATE TABLE homework_exercise (
    homework          INTEGER NOT NULL REFERENCES homework (number) ON DELETE CASCADE,
    id                TEXT NOT NULL,
    digest            TEXT NOT NULL,
    bytes             BLOB NOT NULL,
    PRIMARY KEY (homework, id)
) STRICT, WITHOUT ROWID;

-- What the person said about it: left out today, something else instead, what was agreed, answers at the end.
CREATE TABLE homework_note (
    homework          INTEGER NOT NULL REFERENCES homework (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,            -- from 1
    kind              TEXT NOT NULL CHECK (kind IN ('skipped', 'instead', 'obstacle', 'agreed', 'answer', 'question')),
    item              INTEGER NOT NULL DEFAULT 0,  -- from 1, in the order of the file; 0: of the whole
    day               TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    words             TEXT NOT NULL DEFAULT '',
    sealed            BLOB,
    noted_at          INTEGER NOT NULL,
    noted_offset      INTEGER NOT NULL,
    PRIMARY KEY (homework, position)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace kindly::schema
