// SPDX-License-Identifier: MIT
#include "journal/looking_back.hpp"

#include "base/day.hpp"
#include "exercise/limits.hpp"
#include "exercise/sitting.hpp"
#include "journal/practice_lock.hpp"
#include "journal/store.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

std::optional<int> int_if_any(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt());
}

constexpr const char* newest_first = R"sql(
SELECT exercise, intensity, started_at, started_offset, day, status, stop_reason, practised_ms, distress_before,
    distress_after, kindness_before, kindness_after, source
FROM session WHERE running = 0 AND source <> 'trial' AND started_at <= :until
ORDER BY started_at DESC, number DESC LIMIT :most)sql";

// A practice does not last longer than a day: what was answered within one was begun within two.
constexpr const char* check_ins = R"sql(
SELECT value_number FROM session CROSS JOIN answer ON answer.session = session.number
WHERE started_at BETWEEN :begun_from AND :until AND source <> 'trial' AND kind = 'check_in'
    AND answer.skipped = 0 AND withheld = 0 AND answered_at BETWEEN :from AND :until
ORDER BY answered_at, position)sql";

constexpr const char* ratings = R"sql(
SELECT max(max(coalesce(distress_before, -1), coalesce(distress_after, -1))) FROM session
WHERE started_at BETWEEN :begun_from AND :until AND source <> 'trial'
    AND coalesce(ended_at, started_at) >= :from)sql";

constexpr const char* stops = R"sql(
SELECT 1 FROM session CROSS JOIN safety ON safety.session = session.number
WHERE started_at BETWEEN :begun_from AND :until AND source <> 'trial' AND started_at + at_ms >= :from
    AND value >= stop_at LIMIT 1)sql";

constexpr const char* gentle = R"sql(
SELECT count(*) FROM (SELECT 1 FROM session WHERE intensity = 'gentle' AND exercise <> :other
    AND source <> 'trial' AND running = 0 AND status IN ('completed', 'closed_early') LIMIT :most))sql";

constexpr const char* latest_strong = R"sql(
SELECT max(day) FROM session WHERE day BETWEEN :from AND :until AND intensity = 'strong'
    AND source <> 'trial')sql";

constexpr const char* met = R"sql(
SELECT started_at, started_offset FROM session WHERE exercise = :exercise AND digest = :digest
    AND source = 'timed' AND running = 0 ORDER BY started_at DESC LIMIT :most)sql";

// By the index of what was interrupted; what a crash left running is found by its own.
constexpr const char* left = R"sql(
SELECT number, id, exercise, running, coalesce(ended_at, started_at) FROM session
WHERE status = 'interrupted' AND ended_at BETWEEN :from AND :until AND source = 'timed'
    AND exercise <> :sitting
ORDER BY ended_at DESC LIMIT 20)sql";

constexpr const char* begun_later = R"sql(
SELECT 1 FROM session WHERE exercise = :exercise AND source = 'timed' AND started_at >= :left LIMIT 1)sql";

void bind_day(SQLite::Statement& statement, Moment now) {
    statement.bind(":begun_from", now.unix_ms - 2 * day_ms);
    statement.bind(":from", now.unix_ms - day_ms);
    statement.bind(":until", now.unix_ms + day_ms);
}

} // namespace

std::vector<PastPractice> latest_practices(const Journal& journal, Moment now, std::size_t most) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement statement(database, newest_first);
        statement.bind(":until", now.unix_ms + day_ms);
        statement.bind(":most", static_cast<std::int64_t>(most));
        std::vector<PastPractice> found;
        while (statement.executeStep()) {
            int index = 0;
            const auto next = [&] { return statement.getColumn(index++); };
            PastPractice past;
            past.exercise = next().getString();
            past.intensity = from_word<Intensity>(next().getString());
            past.started_at.unix_ms = next().getInt64();
            past.started_at.utc_offset_seconds = next().getInt();
            past.day = next().getString();
            past.status = next().getString();
            past.stop_reason = next().getString();
            if (const auto practised = next(); !practised.isNull()) {
                past.practised = Milliseconds(practised.getInt64());
            }
            past.distress_before = int_if_any(next());
            past.distress_after = int_if_any(next());
            past.kindness_before = int_if_any(next());
            past.kindness_after = int_if_any(next());
            past.timed = next().getString() == "timed";
            found.push_back(std::move(past));
        }
        return found;
    });
}

LatelyRated lately_rated(const Journal& journal, Moment now) {
    return journal.store().read([&](SQLite::Database& database) {
        LatelyRated found;
        const auto rated = [&found](int value) {
            found.highest = std::max(found.highest.value_or(0), value);
        };
        SQLite::Statement answers(database, check_ins);
        bind_day(answers, now);
        while (answers.executeStep()) {
            found.any_check_in = true;
            found.last = int_if_any(answers.getColumn(0));
            if (found.last) { rated(*found.last); }
        }
        SQLite::Statement columns(database, ratings);
        bind_day(columns, now);
        if (columns.executeStep() && !columns.isColumnNull(0) && columns.getColumn(0).getInt() >= 0) {
            rated(columns.getColumn(0).getInt());
        }
        SQLite::Statement stopped(database, stops);
        bind_day(stopped, now);
        found.reached_a_stop = stopped.executeStep();
        return found;
    });
}

BeforeStrong before_strong(const Journal& journal, const std::string& today) {
    BeforeStrong found;
    found.times_learnt_to_close = journal.times_done(limits::exercise_before_strong, 1);
    const auto day = read_day(today);
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement counted(database, gentle);
        counted.bind(":other", limits::exercise_before_strong);
        counted.bind(":most", limits::gentle_practices_before_strong);
        if (counted.executeStep()) { found.gentle_practices = counted.getColumn(0).getInt(); }
        if (!day) { return found; }
        constexpr DayNumber week = 7;
        SQLite::Statement strong(database, latest_strong);
        strong.bind(":from", written_day(*day - week));
        strong.bind(":until", written_day(*day + 1));
        if (strong.executeStep() && !strong.isColumnNull(0)) {
            found.latest_strong_day = strong.getColumn(0).getString();
        }
        return found;
    });
}

std::vector<Moment> times_met(const Journal& journal, const std::string& exercise, const std::string& digest,
                              std::size_t most) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement statement(database, met);
        statement.bind(":exercise", exercise);
        statement.bind(":digest", digest);
        statement.bind(":most", static_cast<std::int64_t>(most));
        std::vector<Moment> found;
        while (statement.executeStep()) {
            found.push_back({statement.getColumn(0).getInt64(), statement.getColumn(1).getInt()});
        }
        return found;
    });
}

bool any_running(const Journal& journal) { return !journal.store().running().empty(); }

bool left_since(const Journal& journal, Moment from, Moment now) {
    return journal.store().read([&](SQLite::Database& database) {
        SQLite::Statement statement(database, left);
        statement.bind(":from", from.unix_ms);
        statement.bind(":until", now.unix_ms);
        statement.bind(":sitting", sitting_id); // nobody goes on with one in the middle
        while (statement.executeStep()) {
            const std::string id = statement.getColumn(1).getString();
            const bool running = statement.getColumn(3).getInt() != 0;
            if (running && PracticeLock::is_held(journal.store().file(), id)) { continue; }
            SQLite::Statement later(database, begun_later);
            later.bind(":exercise", statement.getColumn(2).getString());
            later.bind(":left", statement.getColumn(4).getInt64());
            if (!later.executeStep()) { return true; }
        }
        return false;
    });
}

} // namespace kindly
