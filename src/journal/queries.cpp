// SPDX-License-Identifier: MIT
// Journal's reading half: practices, their answers, exercises and kept words. Other questions have files of
// their own.
#include "base/text.hpp"
#include "journal/filter_sql.hpp"
#include "journal/practice_lock.hpp"
#include "journal/store.hpp"

#include <algorithm>
#include <unordered_set>

namespace kindly {

namespace {

using Column = SQLite::Column;

std::optional<int> int_if_any(const Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt());
}

std::optional<std::int64_t> int64_if_any(const Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

#define KINDLY_ENTRY_COLUMNS                                                                                 \
    "SELECT id, exercise, exercise_version, title, language, components, started_at, started_offset, "       \
    "ended_at,"                                                                                              \
    " ended_offset, day, status, stop_reason, planned_seconds, practised_seconds, paused_seconds, "          \
    "distress_before,"                                                                                       \
    " distress_after, kindness_before, kindness_after, backdraft, groundings, skipped, homework, source, "   \
    "participant,"                                                                                           \
    " recorded_at, recorded_offset, amended_at, amended_offset, kindly_version, revision, digest, "          \
    "last_section, running"                                                                                  \
    " FROM session"

/// In the order of the columns.
class Row {
public:
    explicit Row(const SQLite::Statement& statement) : statement_(statement) {}

    Column next() { return statement_.getColumn(index_++); }
    std::string text() { return next().getString(); }
    Moment moment() {
        const std::int64_t at = next().getInt64();
        return {at, next().getInt()};
    }
    std::optional<Moment> moment_if_any() {
        const auto at = int64_if_any(next());
        const auto offset = next();
        return at ? std::optional(Moment{*at, offset.getInt()}) : std::nullopt;
    }

private:
    const SQLite::Statement& statement_;
    int index_ = 0;
};

struct EntryRow {
    Entry entry;
    bool running = false;
};

EntryRow entry_of(const SQLite::Statement& statement) {
    EntryRow result;
    Entry& entry = result.entry;
    Row row(statement);
    entry.id = row.text();
    entry.exercise = row.text();
    entry.exercise_version = row.text();
    entry.title = row.text();
    entry.language = row.text();
    entry.components = split(row.text());
    entry.started_at = row.moment();
    entry.ended_at = row.moment_if_any();
    entry.day = row.text();
    entry.status = row.text();
    entry.stop_reason = row.text();
    entry.planned_seconds = int64_if_any(row.next());
    entry.practised_seconds = int64_if_any(row.next());
    entry.paused_seconds = int64_if_any(row.next());
    entry.distress_before = int_if_any(row.next());
    entry.distress_after = int_if_any(row.next());
    entry.kindness_before = int_if_any(row.next());
    entry.kindness_after = int_if_any(row.next());
    entry.backdraft = row.text();
    entry.groundings = int_if_any(row.next());
    entry.skipped = int_if_any(row.next());
    entry.homework = row.text();
    entry.source = row.text();
    entry.participant = row.text();
    entry.recorded_at = row.moment();
    entry.amended_at = row.moment_if_any();
    entry.kindly_version = row.text();
    entry.revision = row.next().getInt64();
    entry.digest = row.text();
    entry.last_section = row.text();
    result.running = row.next().getInt() != 0;
    return result;
}

/// A practice that has not ended is an entry when its program is gone. Which ones those are is found out
/// before the rows are read: by then, one that has just ended in an orderly way is seen as ended.
class Abandoned {
public:
    Abandoned(SQLite::Database& database, const std::filesystem::path& file) {
        SQLite::Statement statement(database, "SELECT id FROM session WHERE running = 1");
        while (statement.executeStep()) {
            std::string id = statement.getColumn(0).getString();
            if (!PracticeLock::is_held(file, id)) { ids_.insert(std::move(id)); }
        }
    }
    [[nodiscard]] bool is_entry(const EntryRow& row) const {
        return !row.running || ids_.contains(row.entry.id);
    }

private:
    std::unordered_set<std::string> ids_;
};

std::optional<AnswerValue> value_of(const std::string& kind, const AnswerEntry& answer) {
    if (answer.value_number) { return *answer.value_number; }
    if (!answer.value_text) { return std::nullopt; }
    if (kind == "check_in") { return Numb(); }
    if (kind == "yes_no") { return *answer.value_text == "yes"; }
    if (kind == "choices") { return split(*answer.value_text); }
    return *answer.value_text;
}

std::optional<std::string> bytes_if_any(const Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

constexpr std::size_t most_found = 20;

} // namespace

std::vector<Entry> Journal::entries(const Filter& filter) const {
    return store_->read([&](SQLite::Database& database) {
        const Abandoned abandoned(database, store_->file());
        constexpr const char* newest_first = " ORDER BY started_at DESC, number DESC";
        SQLite::Statement statement(database, KINDLY_ENTRY_COLUMNS + where(filter) + newest_first);
        bind(statement, filter);
        std::vector<Entry> found;
        while ((filter.limit == 0 || found.size() < filter.limit) && statement.executeStep()) {
            EntryRow row = entry_of(statement);
            if (abandoned.is_entry(row)) { found.push_back(std::move(row.entry)); }
        }
        std::reverse(found.begin(), found.end());
        return found;
    });
}

std::vector<Entry> Journal::find(const std::string& id_or_prefix) const {
    if (id_or_prefix.empty()) { return {}; }
    const std::string wanted = lowered_ascii(id_or_prefix);
    return store_->read([&](SQLite::Database& database) {
        const Abandoned abandoned(database, store_->file());
        SQLite::Statement statement(database,
                                    KINDLY_ENTRY_COLUMNS " WHERE id >= :from AND id < :to ORDER BY id");
        statement.bind(":from", wanted);
        statement.bind(":to", wanted + "\x7F");
        std::vector<Entry> found;
        while (found.size() < most_found && statement.executeStep()) {
            EntryRow row = entry_of(statement);
            if (!abandoned.is_entry(row)) { continue; }
            if (row.entry.id == wanted) { return std::vector<Entry>{std::move(row.entry)}; }
            found.push_back(std::move(row.entry));
        }
        return found;
    });
}

std::vector<AnswerEntry> Journal::answers(const std::string& id) const {
    return store_->read([&](SQLite::Database&) {
        // Asked for each entry of a list: prepared once.
        SQLite::Statement& statement = store_->statement(
            "SELECT position, step, question, kind, about, measure, prompt, options, lowest, highest,"
            " lowest_label, highest_label, value_number, value_text, skipped, private, words_deleted,"
            " answered_at, answered_offset, sealed, question_sealed"
            " FROM answer WHERE session = (SELECT number FROM session WHERE id = ?) ORDER BY position");
        statement.bind(1, id);
        std::vector<AnswerEntry> found;
        while (statement.executeStep()) {
            AnswerEntry answer;
            Row row(statement);
            answer.position = row.next().getInt64();
            answer.step = row.text();
            answer.question = row.text();
            answer.kind = row.text();
            answer.about = row.text();
            answer.measure = row.text();
            answer.prompt = row.text();
            answer.options = options_of(row.text());
            answer.lowest = int_if_any(row.next());
            answer.highest = int_if_any(row.next());
            answer.lowest_label = row.text();
            answer.highest_label = row.text();
            if (const auto number = row.next(); !number.isNull()) {
                answer.value_number = number.getDouble();
            }
            if (const auto text = row.next(); !text.isNull()) { answer.value_text = text.getString(); }
            answer.skipped = row.next().getInt() != 0;
            answer.is_private = row.next().getInt() != 0;
            answer.words_deleted = row.next().getInt() != 0;
            answer.answered_at = row.moment();
            const auto sealed = bytes_if_any(row.next());
            store_->sealer().open(id, answer, sealed, bytes_if_any(row.next()));
            found.push_back(std::move(answer));
        }
        return found;
    });
}

std::optional<KeptText> Journal::text(const std::string& digest) const {
    return store_->read([&](SQLite::Database& database) -> std::optional<KeptText> {
        SQLite::Statement statement(
            database,
            "SELECT kind, digest, id, version, language, bytes FROM exercise_text WHERE digest = ?");
        statement.bind(1, digest);
        if (!statement.executeStep()) { return std::nullopt; }
        Row row(statement);
        KeptText kept;
        kept.kind = row.text();
        kept.digest = row.text();
        kept.id = row.text();
        kept.version = row.text();
        kept.language = row.text();
        kept.bytes = row.text();
        return kept;
    });
}

bool Journal::empty() const {
    Filter newest;
    newest.limit = 1;
    return entries(newest).empty();
}

EarlierAnswers Journal::earlier_answers(const std::set<std::string>& exercises) const {
    return store_->read([&](SQLite::Database& database) {
        EarlierAnswers found;
        std::set<std::pair<std::string, std::string>> closed; // the latest is sealed: an older one is not it
        SQLite::Statement statement(
            database,
            "SELECT session.number, question, kind, value_number, value_text, session.id, position, sealed"
            " FROM session JOIN answer ON answer.session = session.number"
            " WHERE exercise = ? AND running = 0 AND source <> 'trial' AND words_deleted = 0"
            " ORDER BY started_at DESC, session.number DESC, position DESC");
        for (const auto& exercise : exercises) {
            statement.reset();
            statement.bind(1, exercise);
            std::int64_t session = 0;
            std::set<std::string>
                seen; // in this session: a later answer, or a skip, took an earlier one's place
            while (statement.executeStep()) {
                Row row(statement);
                if (const std::int64_t number = row.next().getInt64(); number != session) {
                    session = number;
                    seen.clear();
                }
                const std::string question = row.text();
                const std::string kind = row.text();
                const auto number = row.next();
                if (!seen.insert(question).second) { continue; }
                AnswerEntry answer;
                if (!number.isNull()) { answer.value_number = number.getDouble(); }
                if (const auto text = row.next(); !text.isNull()) { answer.value_text = text.getString(); }
                const std::string id = row.text();
                answer.position = row.next().getInt64();
                store_->sealer().open(id, answer, bytes_if_any(row.next()), std::nullopt);
                if (answer.sealed) { closed.insert({exercise, question}); }
                auto value = value_of(kind, answer);
                if (value && !closed.contains({exercise, question})) {
                    found.try_emplace({exercise, question}, std::move(*value));
                }
            }
        }
        return found;
    });
}

std::map<std::string, std::vector<std::size_t>> Journal::picks_seen(const std::string& exercise) const {
    return store_->read([&](SQLite::Database& database) {
        // What was seen longer ago than this comes first again, as if it were new; looking for it in years of
        // practice would keep people waiting.
        constexpr int most = 200;
        std::map<std::string, std::vector<std::size_t>> seen;
        SQLite::Statement statement(database,
                                    "SELECT pick, variant FROM"
                                    " (SELECT number, started_at FROM session"
                                    "  WHERE exercise = ?1 AND running = 0 AND source <> 'trial'"
                                    "  ORDER BY started_at DESC, number DESC LIMIT ?2)"
                                    " JOIN pick ON pick.session = number"
                                    " GROUP BY pick, variant ORDER BY max(started_at), max(number)");
        statement.bind(1, exercise);
        statement.bind(2, most);
        while (statement.executeStep()) {
            seen[statement.getColumn(0).getString()].push_back(
                static_cast<std::size_t>(statement.getColumn(1).getInt64()));
        }
        return seen;
    });
}

std::map<std::string, std::string> Journal::kept_words() const {
    return store_->read([&](SQLite::Database& database) {
        std::map<std::string, std::string> kept;
        SQLite::Statement statement(database, "SELECT name, words, sealed FROM kept");
        while (statement.executeStep()) {
            const std::string name = statement.getColumn(0).getString();
            std::string words = statement.getColumn(1).getString();
            const auto sealed = bytes_if_any(statement.getColumn(2));
            if (sealed && store_->sealer().open(kept_place(name), *sealed, words) != Opened::opened) {
                continue;
            }
            kept.emplace(name, std::move(words));
        }
        return kept;
    });
}

std::vector<Journal::Last> Journal::latest_by_exercise() const {
    return store_->read([](SQLite::Database& database) {
        // Steps from one exercise to the next through the index, instead of through all practices.
        SQLite::Statement exercises(database, "SELECT min(exercise) FROM session WHERE exercise > ?");
        SQLite::Statement latest(database, "SELECT started_at, started_offset, status FROM session"
                                           " WHERE exercise = ? AND running = 0 AND source <> 'trial'"
                                           " ORDER BY started_at DESC LIMIT 1");
        std::vector<Last> found;
        for (std::string exercise;;) {
            exercises.reset();
            exercises.bind(1, exercise);
            if (!exercises.executeStep() || exercises.isColumnNull(0)) { break; }
            exercise = exercises.getColumn(0).getString();
            latest.reset();
            latest.bind(1, exercise);
            if (!latest.executeStep()) { continue; }
            Row row(latest);
            const Moment started = row.moment();
            found.push_back({exercise, started, row.text()});
        }
        std::sort(found.begin(), found.end(), [](const Last& left, const Last& right) {
            return left.started_at.unix_ms > right.started_at.unix_ms;
        });
        return found;
    });
}

int Journal::times_done(const std::string& exercise, int most) const {
    return store_->read([&](SQLite::Database& database) {
        SQLite::Statement statement(
            database, "SELECT count(*) FROM (SELECT 1 FROM session WHERE exercise = ? AND source <> 'trial'"
                      " AND running = 0 AND status IN ('completed', 'closed_early') LIMIT ?)");
        statement.bind(1, exercise);
        statement.bind(2, most);
        return statement.executeStep() ? statement.getColumn(0).getInt() : 0;
    });
}

int Journal::times_done(Intensity intensity, int most) const {
    return store_->read([&](SQLite::Database& database) {
        SQLite::Statement statement(
            database, "SELECT count(*) FROM (SELECT 1 FROM session WHERE intensity = ? AND source <> 'trial'"
                      " AND running = 0 AND status IN ('completed', 'closed_early') LIMIT ?)");
        statement.bind(1, word(intensity));
        statement.bind(2, most);
        return statement.executeStep() ? statement.getColumn(0).getInt() : 0;
    });
}

std::optional<Journal::LastCheckIn> Journal::last_check_in() const {
    return store_->read([](SQLite::Database& database) -> std::optional<LastCheckIn> {
        // CROSS JOIN keeps SQLite from beginning with all answers there are: the newest sessions come first.
        SQLite::Statement statement(
            database, "SELECT value_number, answered_at, answered_offset"
                      " FROM session CROSS JOIN answer ON answer.session = session.number"
                      " WHERE running = 0 AND source <> 'trial' AND kind = 'check_in' AND about = 'distress'"
                      " AND answer.skipped = 0 AND answer.withheld = 0 ORDER BY started_at DESC, "
                      "session.number DESC, position DESC LIMIT 1");
        if (!statement.executeStep()) { return std::nullopt; }
        Row row(statement);
        LastCheckIn last;
        last.value = int_if_any(row.next());
        last.answered_at = row.moment();
        return last;
    });
}

} // namespace kindly
