// SPDX-License-Identifier: MIT
// One step of schema.cpp, which gives it its number: it brings words set aside until a day. The words
// themselves stay where they are, in `answer`: whatever seals, shares or deletes those goes for a letter too.
#pragma once

namespace kindly::schema {

inline constexpr const char* letters_tables = R"sql(
CREATE TABLE letter (
    session           INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    question          TEXT NOT NULL,               -- id; the words are its latest answer
    ready_on          TEXT NOT NULL CHECK (ready_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    set_aside_at      INTEGER NOT NULL,
    set_aside_offset  INTEGER NOT NULL,
    opened_at         INTEGER,                     -- the first time
    opened_offset     INTEGER,
    PRIMARY KEY (session, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_ready ON letter (ready_on) WHERE opened_at IS NULL;
)sql";

} // namespace kindly::schema
