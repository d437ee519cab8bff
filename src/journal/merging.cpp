// SPDX-License-Identifier: MIT
#include "journal/merging.hpp"

#include "journal/deleting.hpp"
#include "journal/joining.hpp"
#include "journal/kept_marks.hpp"
#include "journal/whole_session_rows.hpp"

namespace kindly {

namespace {

/// Thrown to leave everything as it was; never leaves this file.
struct LeaveAsItWas {};

/// The row of the practice, or nothing.
std::optional<std::int64_t> number_of(Journal::Store& store, const std::string& id) {
    auto& statement = store.statement("SELECT number FROM session WHERE id = ?");
    statement.bind(1, id);
    std::optional<std::int64_t> number;
    if (statement.executeStep()) { number = statement.getColumn(0).getInt64(); }
    statement.reset();
    return number;
}

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

} // namespace

bool Merging::was_deleted(const std::string& id) {
    auto& statement = store_.statement("SELECT 1 FROM deletion WHERE id = ?");
    statement.bind(1, id);
    const bool found = statement.executeStep();
    statement.reset();
    return found;
}

void Merging::take(const WholeSession& session) {
    if (was_deleted(session.id)) {
        ++counts_.deleted_before;
        return;
    }
    const auto here = load_session(store_, session.id);
    if (!here) {
        save(session, std::nullopt);
        ++counts_.added;
        return;
    }
    if (here->running) {
        ++counts_.running;
        return;
    }
    const WholeSession both = joined(here->session, session);
    if (both == here->session) {
        ++counts_.unchanged;
        return;
    }
    save(both, here->number);
    ++counts_.updated;
}

void Merging::save(const WholeSession& session, std::optional<std::int64_t> number) {
    if (store_.sealer().on()) {
        WholeSession sealed = session;
        seal_words(store_.sealer(), sealed);
        save_session(store_, sealed, number, now_.unix_ms);
    } else {
        save_session(store_, session, number, now_.unix_ms);
    }
}

void Merging::take_deletion(const std::string& id, Moment deleted_at) {
    if (is_kept_mark(id)) { return take_kept_mark(id, deleted_at); }
    auto& running = store_.statement("SELECT running FROM session WHERE id = ?");
    running.bind(1, id);
    const bool there = running.executeStep();
    const bool goes_on = there && running.getColumn(0).getInt() != 0;
    running.reset();
    if (goes_on) {
        ++counts_.running;
        return;
    }
    // The first mark stays, whichever comes first. changed_at is for --changed-since.
    auto& mark = store_.statement(
        "INSERT INTO deletion (id, deleted_at, deleted_offset, changed_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET deleted_at = excluded.deleted_at,"
        " deleted_offset = excluded.deleted_offset, changed_at = excluded.changed_at"
        " WHERE excluded.deleted_at < deleted_at");
    mark.bind(1, id);
    mark.bind(2, deleted_at.unix_ms);
    mark.bind(3, deleted_at.utc_offset_seconds);
    mark.bind(4, now_.unix_ms);
    run(mark);
    const bool marked = store_.changed_rows() > 0;
    if (there) {
        take_out(store_, id, deleted_at, false, texts_of_deleted_);
        ++counts_.deleted;
    } else if (marked) {
        ++counts_.other_changes;
    }
}

/// Empty: nothing is kept here that the mark is about. A mark does not give its name away, so those that are
/// here are gone through.
std::string Merging::kept_name_of(const std::string& mark) {
    if (!names_by_mark_) {
        names_by_mark_.emplace();
        auto& names = store_.statement("SELECT name FROM kept");
        while (names.executeStep()) {
            const std::string name = names.getColumn(0).getString();
            names_by_mark_->emplace(kept_mark(name), name);
        }
        names.reset();
    }
    const auto found = names_by_mark_->find(mark);
    return found == names_by_mark_->end() ? std::string() : found->second;
}

void Merging::take_kept_mark(const std::string& mark, Moment deleted_at) {
    // Unlike a practice, words can be kept again under the same name: the latest mark stays.
    if (!put_kept_mark(store_, mark, deleted_at, now_.unix_ms)) { return; }
    const std::string name = kept_name_of(mark);
    auto& gone = store_.statement("DELETE FROM kept WHERE name = ? AND kept_at <= ?");
    gone.bind(1, name);
    gone.bind(2, deleted_at.unix_ms);
    run(gone);
    ++(store_.changed_rows() > 0 ? counts_.kept_deleted : counts_.other_changes);
}

bool Merging::is_used(const std::string& digest) {
    auto& statement = store_.statement("SELECT EXISTS (SELECT 1 FROM session WHERE digest = ?1)"
                                       " OR EXISTS (SELECT 1 FROM fragment WHERE digest = ?1)");
    statement.bind(1, digest);
    statement.executeStep();
    const bool used = statement.getColumn(0).getInt() != 0;
    statement.reset();
    return used;
}

void Merging::take(const TextToKeep& text) {
    constexpr std::size_t most_waiting = 4U << 20U; // beyond it, they are kept even if nothing uses them
    if (is_used(text.digest) || waiting_bytes_ > most_waiting) {
        put(text);
        return;
    }
    waiting_bytes_ += text.bytes.size();
    waiting_.push_back({text, std::string(text.bytes)});
}

void Merging::finish() {
    for (auto& [text, bytes] : waiting_) {
        text.bytes = bytes;
        if (is_used(text.digest)) { put(text); }
    }
    waiting_.clear();
    drop_unused_texts(store_, texts_of_deleted_);
}

void Merging::put(const TextToKeep& text) {
    static constexpr std::array kinds{"exercise", "fragment", "translation"};
    auto& statement =
        store_.statement("INSERT INTO exercise_text (digest, kind, id, version, language, bytes)"
                         " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING");
    int place = 0;
    statement.bind(++place, text.digest);
    statement.bind(++place, kinds.at(static_cast<std::size_t>(text.kind)));
    statement.bind(++place, text.id);
    statement.bind(++place, text.version);
    statement.bind(++place, text.language);
    statement.bind(++place, text.bytes.empty() ? "" : text.bytes.data(), static_cast<int>(text.bytes.size()));
    run(statement);
    if (store_.changed_rows() > 0) { ++counts_.texts_added; }
}

void Merging::take(const IncomingKept& kept) {
    if (!kept.words) { return; } // there is nothing to keep
    const auto session = kept.session.empty() ? std::nullopt : number_of(store_, kept.session);
    auto& present =
        store_.statement("SELECT words, sealed IS NOT NULL, session, kept_at FROM kept WHERE name = ?");
    present.bind(1, kept.name);
    if (present.executeStep()) {
        const std::int64_t kept_at = present.getColumn(3).getInt64();
        const bool sealed = present.getColumn(1).getInt() != 0;
        const std::string words = present.getColumn(0).getString();
        const bool without_session = present.getColumn(2).isNull();
        present.reset();
        // Kept at one moment on two machines: the same ones on both afterwards.
        const bool newer = kept.kept_at.unix_ms > kept_at ||
                           (kept.kept_at.unix_ms == kept_at && !sealed && *kept.words > words);
        if (!newer) {
            const bool same = kept.kept_at.unix_ms == kept_at && (sealed || *kept.words == words);
            if (same && without_session && session) {
                auto& origin = store_.statement("UPDATE kept SET session = ? WHERE name = ?");
                origin.bind(1, *session);
                origin.bind(2, kept.name);
                run(origin);
                ++counts_.other_changes;
            }
            return;
        }
    } else if (!kept.session.empty() && was_deleted(kept.session)) {
        ++counts_.kept_left_out;
        return;
    }
    present.reset();
    const auto deleted_at = kept_deleted_at(store_, kept.name);
    if (deleted_at && kept.kept_at.unix_ms <= *deleted_at) {
        ++counts_.kept_deleted_before;
        return;
    }
    Sealer& sealer = store_.sealer();
    const bool sealed = sealer.on() && !sealer.leaves_open(kept.name);
    const std::string blob = sealed ? sealer.seal(kept_place(kept.name), *kept.words) : std::string();
    auto& statement = store_.statement(
        "INSERT INTO kept (name, words, sealed, session, kept_at, kept_offset) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET words = excluded.words, sealed = excluded.sealed,"
        " session = excluded.session, kept_at = excluded.kept_at, kept_offset = excluded.kept_offset");
    int place = 0;
    statement.bind(++place, kept.name);
    statement.bind(++place, sealed ? std::string() : *kept.words);
    ++place;
    if (sealed) { statement.bind(place, blob.data(), static_cast<int>(blob.size())); }
    ++place;
    if (session) { statement.bind(place, *session); }
    statement.bind(++place, kept.kept_at.unix_ms);
    statement.bind(++place, kept.kept_at.utc_offset_seconds);
    run(statement);
    if (names_by_mark_) { names_by_mark_->emplace(kept_mark(kept.name), kept.name); }
    ++counts_.kept_updated;
}

MergeCounts merge(Journal& journal, Moment now, const std::function<bool(Merging&)>& work) {
    MergeCounts counts;
    try {
        journal.store().write([&] {
            Merging merging(journal.store(), now);
            const bool holds = work(merging);
            merging.finish();
            counts = merging.counts();
            if (!holds) { throw LeaveAsItWas(); }
        });
    } catch (const LeaveAsItWas&) {} // the transaction was rolled back on the way here
    return counts;
}

} // namespace kindly
