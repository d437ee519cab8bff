// SPDX-License-Identifier: MIT
#include "journal/streaming.hpp"

#include "base/translate.hpp"
#include "journal/filter_sql.hpp"
#include "journal/practice_lock.hpp"
#include "journal/rows.hpp"
#include "journal/streaming_source.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include <fmt/format.h>
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
constexpr const char* further_columns =
    ", settings_sealed, intensity, digest, plan, last_section, planned_ms, practised_ms, paused_ms, seed,"
    " changed_at";

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
}

/// Bytes of the file that can't be read or make no sense; all else (no memory, no rights) is no damage.
bool is_damage(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF; // without the extension
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

/// A practice has begun within two days of its own day, wherever that was: so the index can be used.
std::optional<std::int64_t> start_of(const std::string& day, std::int64_t days_later) {
    constexpr std::int64_t day_ms = 86'400'000;
    const auto midnight = day.empty() ? std::nullopt : read_moment(day + "T00:00:00Z");
    return midnight ? std::optional(midnight->unix_ms + days_later * day_ms) : std::nullopt;
}

struct Key {
    std::int64_t started_at = std::numeric_limits<std::int64_t>::min();
    std::int64_t number = 0;
    auto operator<=>(const Key&) const = default;
};

} // namespace

class LogStream::Parts {
    Filter filter_;
    bool everything_;
    std::unordered_set<std::int64_t> abandoned_;
    StreamingSource source_; // before the statements: it must outlive them

public:
    Parts(const Journal& journal, const Filter& filter, Depth depth)
        : filter_(filter), everything_(depth == Depth::everything), source_(open(journal)) {
        if (source_.handle() == nullptr) { return; }
        answers_.sql =
            everything_ ? "position, step, kind, measure, prompt, value_number, value_text, skipped, private,"
                          " words_deleted, withheld, sealed, answered_at, answered_offset, question, about,"
                          " options, lowest, highest, lowest_label, highest_label"
                        : "position, step, kind, measure, prompt, value_number, value_text, skipped, private,"
                          " words_deleted, withheld, sealed, answered_at, answered_offset";
        guarded([&] {
            if (filter_.limit > 0) { find_first(); }
            const std::string sql = columns() + " FROM session INDEXED BY " + index() + where(filter_) +
                                    range() + " ORDER BY started_at, number";
            in_order_ = std::make_unique<Rows>(source_.handle(), sql);
            bind_filter(*in_order_);
            bind_range(*in_order_);
        });
    }

    bool next(PracticeRow& row) {
        if (source_.handle() == nullptr) { return false; }
        incomplete_ = false;
        return guarded([&] {
            while (const Rows* found = next_found()) {
                const std::int64_t number = found->number(0);
                if (found->number(1) != 0 && !abandoned_.contains(number)) { continue; }
                take(row, *found, everything_);
                last_ = std::max(last_, Key{row.started_at.unix_ms, number});
                session_ = number;
                practices_given_++;
                if (everything_) { note_digest(row.digest); }
                return true;
            }
            return false;
        });
    }

    struct Part {
        const char* table;
        const char* sql;
        const char* order = "position";
        std::unique_ptr<PartRows> rows{};
        std::int64_t at = -1; ///< the practice whose rows are being given
    };

    /// `take(row)` where there is another row of this kind that belongs to the current practice.
    template <class Take>
    bool next_of(Part& part, const Take& take_row) {
        if (source_.handle() == nullptr) { return false; }
        return guarded([&] {
            try {
                if (!part.rows) {
                    part.rows =
                        std::make_unique<PartRows>(source_.handle(), part.sql, part.table, part.order);
                }
                if (part.at != session_) {
                    part.at = session_;
                    part.rows->begin(session_);
                }
                if (!part.rows->next()) { return false; }
                take_row(part.rows->row());
                return true;
            } catch (const SQLite::Exception& error) {
                if (!is_damage(error)) { throw; }
                part.rows.reset();
                if (!std::exchange(incomplete_, true)) { damage_.answers_of++; }
                return false;
            }
        });
    }

    /// Rows of a statement of its own; `prepare` makes it when it is first asked for.
    template <class Prepare, class Take>
    bool next_alone(std::unique_ptr<Rows>& rows, const Prepare& prepare, const Take& take_row) {
        if (source_.handle() == nullptr) { return false; }
        return guarded([&] {
            try {
                if (!rows) { rows = prepare(); }
                if (!rows->step()) { return false; }
                take_row(*rows);
                return true;
            } catch (const SQLite::Exception& error) {
                if (!is_damage(error)) { throw; }
                damage_.other = true;
                return false;
            }
        });
    }

    std::unique_ptr<Rows> since(const std::string& select, const char* time, const char* order) {
        const std::string sql =
            select + (filter_.changed_since ? std::string(" WHERE ") + time + " >= :since" : std::string()) +
            order;
        auto rows = std::make_unique<Rows>(source_.handle(), sql);
        if (filter_.changed_since) { rows->bind(":since", *filter_.changed_since); }
        return rows;
    }

    bool next_text(TextRow& row) {
        if (source_.handle() == nullptr) { return false; }
        return guarded([&] {
            while (!digests_.empty()) {
                const std::string digest = digests_.extract(digests_.begin()).value();
                try {
                    if (!texts_) {
                        texts_ = std::make_unique<Rows>(source_.handle(),
                                                        "SELECT kind, digest, id, version, language, bytes"
                                                        " FROM exercise_text WHERE digest = :digest");
                    }
                    texts_->reset();
                    texts_->bind(":digest", digest);
                    if (!texts_->step()) { continue; }
                    row = {texts_->text(0), texts_->text(1), texts_->text(2),
                           texts_->text(3), texts_->text(4), texts_->bytes(5)};
                    return true;
                } catch (const SQLite::Exception& error) {
                    if (!is_damage(error)) { throw; }
                    damage_.other = true;
                }
            }
            return false;
        });
    }

    void note_digest(std::string_view digest) {
        if (digest.empty() || digest == last_digest_) { return; }
        last_digest_ = digest;
        digests_.insert(last_digest_);
    }

    void finish() const {
        if (!source_.changed()) { return; }
        throw Failure(ExitCode::environment,
                      fmt::format(fmt::runtime(_("The practice log {} was changed while it was being read")),
                                  source_.file().string()),
                      _("What was written may not be whole. Try again."));
    }

    Part answers_{"answer", nullptr};
    Part steps_{"step", "path, kind, began_ms, ended_ms, how"};
    Part safety_{"safety",
                 "at_ms, reason, check_in, value, numb, offer_grounding_at, stop_at, offered, chosen"};
    Part picks_{"pick", "pick, variant", "pick"};
    Part fragments_{"fragment", "digest", "digest"};
    Part amendments_{"amendment", "revision, amended_at, amended_offset, field, was, sealed"};
    Part drafts_{"draft", "question, words, sealed, saved_at, saved_offset", "question"};
    std::unique_ptr<Rows> deletions_, kept_;
    Damage damage_;
    std::int64_t practices_given_ = 0;
    bool incomplete_ = false;
    [[nodiscard]] bool everything() const { return everything_; }

private:
    enum class Way { in_order, by_key, by_number, finished };

    Journal::Store& open(const Journal& journal) {
        // Before the picture is taken: a practice that ends in an orderly way meanwhile is then seen as
        // ended.
        abandoned_ = journal.store().read([&](SQLite::Database& database) {
            std::unordered_set<std::int64_t> abandoned;
            SQLite::Statement running(database, "SELECT number, id FROM session WHERE running = 1");
            while (running.executeStep()) {
                if (!PracticeLock::is_held(journal.store().file(), running.getColumn(1).getString())) {
                    abandoned.insert(running.getColumn(0).getInt64());
                }
            }
            return abandoned;
        });
        return journal.store();
    }

    template <class Work>
    auto guarded(const Work& work) -> decltype(work()) {
        try {
            return work();
        } catch (const SQLite::Exception& error) { throw source_.failure(error); }
    }

    std::string columns() const {
        return std::string(contract_columns) + (everything_ ? further_columns : "");
    }
    /// Whichever gives them in order: sorting them would need memory for all.
    const char* index() const {
        if (!filter_.exercise.empty()) { return "session_exercise"; }
        return filter_.homework.empty() ? "session_started" : "session_homework";
    }
    std::string range() const {
        std::string sql;
        if (start_of(filter_.from_day, -2)) { sql += " AND started_at >= :from_start"; }
        if (start_of(filter_.until_day, 3)) { sql += " AND started_at <= :until_start"; }
        if (first_) {
            sql +=
                " AND started_at >= :first_start AND (started_at > :first_start OR number >= :first_number)";
        }
        return sql;
    }
    void bind_range(Rows& rows) const {
        if (const auto from = start_of(filter_.from_day, -2)) { rows.bind(":from_start", *from); }
        if (const auto until = start_of(filter_.until_day, 3)) { rows.bind(":until_start", *until); }
        if (first_) {
            rows.bind(":first_start", first_->started_at);
            rows.bind(":first_number", first_->number);
        }
    }
    void bind_filter(Rows& rows) const {
        bind_each(
            filter_, [&](const char* name, const std::string& value) { rows.bind(name, value); },
            [&](const char* name, std::int64_t value) { rows.bind(name, value); });
    }

    /// Where the newest `limit` begin.
    void find_first() {
        Rows newest(source_.handle(),
                    std::string("SELECT number, running, started_at FROM session INDEXED BY ") + index() +
                        where(filter_) + range() + " ORDER BY started_at DESC, number DESC");
        bind_filter(newest);
        bind_range(newest);
        Key key;
        for (std::size_t found = 0; found < filter_.limit; found++) {
            do {
                if (!newest.step()) { return; } // fewer than that
                key = {newest.number(2), newest.number(0)};
            } while (newest.number(1) != 0 && !abandoned_.contains(key.number));
        }
        first_ = key;
    }

    const Rows* next_found() {
        if (way_ == Way::in_order) {
            try {
                if (in_order_->step()) { return in_order_.get(); }
                way_ = Way::finished;
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
    const Rows* next_by_key() {
        try {
            if (!keys_) {
                keys_ = std::make_unique<Rows>(
                    source_.handle(),
                    "SELECT started_at, number FROM session INDEXED BY session_started"
                    " WHERE started_at >= :last_start AND (started_at > :last_start OR number >"
                    " :last_number) ORDER BY started_at, number");
                keys_->bind(":last_start", last_.started_at);
                keys_->bind(":last_number", last_.number);
            }
            while (keys_->step()) {
                if (const Rows* found = fetch(keys_->number(1))) { return found; }
            }
            way_ = Way::finished;
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) { throw; }
            way_ = Way::by_number;
            damage_.practices = 0; // they are all met again
            damage_.at_most = true;
            given_ = last_;
            highest_ = highest_number();
        }
        return nullptr;
    }

    /// The index is broken too: in the order in which they were recorded.
    const Rows* next_by_number() {
        while (number_ < highest_) {
            const Rows* found = fetch(++number_);
            if (found != nullptr && Key{found->number(8), number_} > given_) { return found; }
        }
        way_ = Way::finished;
        return nullptr;
    }

    const Rows* fetch(std::int64_t number) {
        if (!one_) {
            one_ = std::make_unique<Rows>(source_.handle(), columns() + " FROM session" + where(filter_) +
                                                                range() + " AND number = :number");
            bind_filter(*one_);
            bind_range(*one_);
        }
        try {
            one_->reset();
            one_->bind(":number", number);
            return one_->step() ? one_.get() : nullptr;
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) { throw; }
            damage_.practices++;
            return nullptr;
        }
    }

    std::int64_t highest_number() const {
        std::int64_t highest = 0;
        for (const char* sql : {"SELECT max(number) FROM session", "SELECT max(session) FROM answer",
                                "SELECT max(session) FROM step"}) {
            try {
                Rows rows(source_.handle(), sql);
                if (rows.step()) { highest = std::max(highest, rows.number(0)); }
            } catch (const SQLite::Exception& error) {
                if (!is_damage(error)) { throw; }
            }
        }
        return highest;
    }

    Way way_ = Way::in_order;
    std::unique_ptr<Rows> in_order_, keys_, one_, texts_;
    std::optional<Key> first_; ///< the oldest within the limit
    Key last_;                 ///< given last
    Key given_;                ///< up to here they were given before the index broke
    std::int64_t number_ = 0, highest_ = 0;
    std::int64_t session_ = -1;
    std::set<std::string> digests_;
    std::string last_digest_;
};

LogStream::LogStream(const Journal& journal, const Filter& filter, Depth depth)
    : parts_(std::make_unique<Parts>(journal, filter, depth)) {}
LogStream::~LogStream() = default;

bool LogStream::next(PracticeRow& row) { return parts_->next(row); }

bool LogStream::next(AnswerRow& row) {
    return parts_->next_of(parts_->answers_, [&](const Rows& from) {
        int column = 1;
        row.position = from.number(column++);
        for (auto* value : {&row.step, &row.kind, &row.measure, &row.prompt}) {
            *value = from.text(column++);
        }
        row.value_number = from.real_if_any(column++);
        row.value_text = from.text_if_any(column++);
        for (bool* value : {&row.skipped, &row.is_private, &row.words_deleted, &row.withheld}) {
            *value = from.number(column++) != 0;
        }
        row.sealed = from.bytes(column++);
        row.answered_at = from.moment(column);
        column += 2;
        if (!parts_->everything()) { return; }
        for (auto* value : {&row.question, &row.about, &row.options}) { *value = from.text(column++); }
        row.lowest = from.number_if_any(column++);
        row.highest = from.number_if_any(column++);
        row.lowest_label = from.text(column++);
        row.highest_label = from.text(column++);
    });
}

bool LogStream::next(StepRow& row) {
    return parts_->next_of(parts_->steps_, [&](const Rows& from) {
        row = {from.text(1), from.text(2), from.text(5), from.number(3), from.number(4)};
    });
}

bool LogStream::next(SafetyRow& row) {
    return parts_->next_of(parts_->safety_, [&](const Rows& from) {
        row = {from.number(1),        from.text(2),        from.text(3),
               from.number_if_any(4), from.number(5) != 0, from.number_if_any(6),
               from.number_if_any(7), from.text(8),        from.text(9)};
    });
}

bool LogStream::next(PickRow& row) {
    return parts_->next_of(parts_->picks_, [&](const Rows& from) { row = {from.text(1), from.number(2)}; });
}

bool LogStream::next(FragmentRow& row) {
    return parts_->next_of(parts_->fragments_, [&](const Rows& from) {
        row = {from.text(1)};
        parts_->note_digest(row.digest);
    });
}

bool LogStream::next(AmendmentRow& row) {
    return parts_->next_of(parts_->amendments_, [&](const Rows& from) {
        row = {from.number(1), from.moment(2), from.text(4), from.text_if_any(5), from.bytes(6)};
    });
}

bool LogStream::next(DraftRow& row) {
    return parts_->next_of(parts_->drafts_, [&](const Rows& from) {
        row = {from.text(1), from.text(2), from.bytes(3), from.moment(4)};
    });
}

bool LogStream::incomplete() const { return parts_->incomplete_; }

bool LogStream::next(DeletionRow& row) {
    const auto prepare = [&] {
        return parts_->since("SELECT id, deleted_at, deleted_offset FROM deletion", "deleted_at",
                             " ORDER BY deleted_at, id");
    };
    return parts_->next_alone(parts_->deletions_, prepare, [&](const Rows& from) {
        row = {from.text(0), from.moment(1)};
    });
}

bool LogStream::next(TextRow& row) { return parts_->next_text(row); }

bool LogStream::next(KeptRow& row) {
    const auto prepare = [&] {
        return parts_->since(
            "SELECT name, words, sealed, (SELECT id FROM session WHERE number = kept.session),"
            " kept_at, kept_offset FROM kept",
            "kept_at", " ORDER BY name");
    };
    return parts_->next_alone(parts_->kept_, prepare, [&](const Rows& from) {
        row = {from.text(0), from.text(1), from.bytes(2), from.text(3), from.moment(4)};
    });
}

std::int64_t LogStream::given() const { return parts_->practices_given_; }

const Damage& LogStream::damage() const { return parts_->damage_; }

void LogStream::finish() { parts_->finish(); }

} // namespace kindly
