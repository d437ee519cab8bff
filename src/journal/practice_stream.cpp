// SPDX-License-Identifier: MIT
#include "journal/practice_stream.hpp"

#include "journal/filter_sql.hpp"

#include <algorithm>

#include <sqlite3.h>

namespace kindly {

namespace {

constexpr const char* contract_columns =
    "SELECT number, running, id, exercise, exercise_version, title, language, components, started_at,"
    " started_offset, ended_at, ended_offset, day, status, stop_reason, planned_seconds, practised_seconds,"
    " paused_seconds, distress_before, distress_after, kindness_before, kindness_after, backdraft, "
    "groundings,"
    " skipped, homework, source, participant, recorded_at, recorded_offset, amended_at, amended_offset,"
    " kindly_version, revision, shared_at, settings";
constexpr int started_at_column = 8; // its place among these
constexpr const char* further_columns =
    ", settings_sealed, intensity, digest, plan, last_section, planned_ms, practised_ms, paused_ms, seed,"
    " changed_at, ratings_revision, details_revision";

void take(PracticeRow& row, const Rows& from, bool everything) {
    int column = 0;
    const auto text = [&](std::string_view& value) { value = from.text(column++); };
    const auto number = [&](std::optional<std::int64_t>& value) { value = from.number_if_any(column++); };
    row.number = from.number(column++);
    column++; // running
    for (auto* value :
         {&row.id, &row.exercise, &row.exercise_version, &row.title, &row.language, &row.components}) {
        text(*value);
    }
    row.started_at = from.moment(column);
    row.ended_at = from.moment_if_any(column + 2);
    column += 4;
    for (auto* value : {&row.day, &row.status, &row.stop_reason}) { text(*value); }
    for (auto* value :
         {&row.planned_seconds, &row.practised_seconds, &row.paused_seconds, &row.distress_before,
          &row.distress_after, &row.kindness_before, &row.kindness_after}) {
        number(*value);
    }
    text(row.backdraft);
    number(row.groundings);
    number(row.skipped);
    for (auto* value : {&row.homework, &row.source, &row.participant}) { text(*value); }
    row.recorded_at = from.moment(column);
    row.amended_at = from.moment_if_any(column + 2);
    column += 4;
    text(row.kindly_version);
    row.revision = from.number(column++);
    text(row.shared_at);
    text(row.settings);
    if (!everything) { return; }
    row.settings_sealed = from.bytes(column++);
    for (auto* value : {&row.intensity, &row.digest, &row.plan, &row.last_section}) { text(*value); }
    for (auto* value : {&row.planned_ms, &row.practised_ms, &row.paused_ms, &row.seed}) { number(*value); }
    row.changed_at = from.number(column++);
    for (auto* value : {&row.ratings_revision, &row.details_revision}) { number(*value); }
}

} // namespace

bool is_damage(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF; // without the extension
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

PracticeStream::PracticeStream(sqlite3* database, const Filter& filter, bool everything,
                               std::unordered_set<std::int64_t> abandoned)
    : database_(database), filter_(filter), everything_(everything), abandoned_(std::move(abandoned)) {
    if (filter_.limit > 0) { find_first(); }
    in_order_ =
        std::make_unique<Rows>(database_, columns() + " FROM session INDEXED BY " + index() + where(filter_) +
                                              range() + " ORDER BY started_at, number");
    bind_all(*in_order_);
}

bool PracticeStream::next(PracticeRow& row) {
    while (const Rows* found = next_found()) {
        const std::int64_t number = found->number(0);
        if (found->number(1) != 0 && !abandoned_.contains(number)) { continue; }
        take(row, *found, everything_);
        last_ = std::max(last_, Key{row.started_at.unix_ms, number});
        given_++;
        return true;
    }
    return false;
}

std::string PracticeStream::columns() const {
    return std::string(contract_columns) + (everything_ ? further_columns : "");
}

/// Whichever gives them in order: sorting them would need memory for all.
const char* PracticeStream::index() const {
    if (!filter_.exercise.empty()) { return "session_exercise"; }
    return filter_.homework.empty() ? "session_started" : "session_homework";
}

std::string PracticeStream::range() const {
    return first_
               ? " AND started_at >= :first_start AND (started_at > :first_start OR number >= :first_number)"
               : "";
}

void PracticeStream::bind_all(Rows& rows) const {
    bind_each(
        filter_, [&](const char* name, const std::string& value) { rows.bind(name, value); },
        [&](const char* name, std::int64_t value) { rows.bind(name, value); });
    if (first_) {
        rows.bind(":first_start", first_->started_at);
        rows.bind(":first_number", first_->number);
    }
}

/// Where the newest `limit` begin.
void PracticeStream::find_first() {
    Rows newest(database_, std::string("SELECT number, running, started_at FROM session INDEXED BY ") +
                               index() + where(filter_) + range() + " ORDER BY started_at DESC, number DESC");
    bind_all(newest);
    Key key;
    for (std::size_t found = 0; found < filter_.limit; found++) {
        do {
            if (!newest.step()) { return; } // fewer than that
            key = {newest.number(2), newest.number(0)};
        } while (newest.number(1) != 0 && !abandoned_.contains(key.number));
    }
    first_ = key;
}

/// False: what stands in a broken page could be met again and again.
bool PracticeStream::is_further(std::optional<Key>& seen, const Rows& row, int started_at, int number) {
    const Key key{row.number(started_at), row.number(number)};
    if (seen && key <= *seen) { return false; }
    seen = key;
    return true;
}

const Rows* PracticeStream::next_found() {
    if (way_ == Way::in_order) {
        try {
            if (!in_order_->step()) {
                way_ = Way::finished;
                return nullptr;
            }
            if (is_further(seen_, *in_order_, started_at_column, 0)) { return in_order_.get(); }
            way_ = Way::by_key;
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) { throw; }
            way_ = Way::by_key;
        }
    }
    if (way_ == Way::by_key) {
        if (const Rows* found = next_by_key()) { return found; }
    }
    return way_ == Way::by_number ? next_by_number() : nullptr;
}

/// The index is whole, some of the practices are not.
const Rows* PracticeStream::next_by_key() {
    try {
        if (!keys_) {
            keys_ = std::make_unique<Rows>(
                database_,
                "SELECT started_at, number FROM session INDEXED BY session_started"
                " WHERE started_at >= :last_start AND (started_at > :last_start OR number > :last_number)"
                " ORDER BY started_at, number");
            keys_->bind(":last_start", last_.started_at);
            keys_->bind(":last_number", last_.number);
        }
        while (keys_->step()) {
            if (!is_further(seen_by_key_, *keys_, 0, 1)) {
                throw SQLite::Exception("out of order", SQLITE_CORRUPT);
            }
            if (const Rows* found = fetch(keys_->number(1))) { return found; }
        }
        way_ = Way::finished;
    } catch (const SQLite::Exception& error) {
        if (!is_damage(error)) { throw; }
        way_ = Way::by_number;
        unreadable_ = 0; // they are all met again
        at_most_ = true;
        before_numbers_ = last_;
        find_highest_number();
    }
    return nullptr;
}

/// The index is broken too: in the order in which they were recorded.
const Rows* PracticeStream::next_by_number() {
    // Where the last one is lost, it is looked for until there is nothing for a long way.
    constexpr std::int64_t long_way = 10'000;
    while (number_ < highest_ || (unknown_ && unreadable_in_a_row_ < long_way)) {
        const Rows* found = fetch(++number_);
        if (found != nullptr && Key{found->number(started_at_column), number_} > before_numbers_) {
            return found;
        }
    }
    way_ = Way::finished;
    return nullptr;
}

/// Null: there is none by this number that the filter means, or it can't be read.
const Rows* PracticeStream::fetch(std::int64_t number) {
    if (!one_) {
        one_ = std::make_unique<Rows>(database_, columns() + " FROM session" + where(filter_) + range() +
                                                     " AND number = :number");
        bind_all(*one_);
    }
    try {
        one_->reset();
        one_->bind(":number", number);
        const bool found = one_->step();
        unreadable_in_a_row_ = 0;
        return found ? one_.get() : nullptr;
    } catch (const SQLite::Exception& error) {
        if (!is_damage(error)) { throw; }
        unreadable_++;
        unreadable_in_a_row_++;
        return nullptr;
    }
}

void PracticeStream::find_highest_number() {
    constexpr const char* practices = "SELECT max(number) FROM session";
    for (const char* sql : {practices, "SELECT max(session) FROM answer", "SELECT max(session) FROM step"}) {
        try {
            Rows rows(database_, sql);
            if (rows.step()) { highest_ = std::max(highest_, rows.number(0)); }
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) { throw; }
            unknown_ = unknown_ || sql == practices;
        }
    }
}

} // namespace kindly
