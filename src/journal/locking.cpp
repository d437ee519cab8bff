// SPDX-License-Identifier: MIT
#include "journal/locking.hpp"

#include "base/translate.hpp"
#include "journal/locking_rows.hpp"
#include "journal/practice_lock.hpp"
#include "journal/sealing.hpp"
#include "journal/store.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace kindly {

namespace {

Failure failure(const char* what, const char* advice) { return {ExitCode::environment, what, advice}; }

Failure key_is_missing() {
    return failure(_("There are sealed words in the practice log, but the key to them is missing or damaged"),
                   _("Nothing was changed. If you have a backup of the log from after it was locked, put it "
                     "back: its key opens these words."));
}

void refuse_while_practising(Journal::Store& store) {
    for (const auto& id : store.running()) {
        if (!PracticeLock::is_held(store.file(), id)) { continue; }
        throw failure(_("A practice is going on just now"),
                      _("Nothing was changed. Let it come to its end, then try again."));
    }
}

void bind_bytes(SQLite::Statement& statement, const char* name, const std::string& bytes) {
    statement.bind(name, bytes.data(), static_cast<int>(bytes.size()));
}

void put_key(SQLite::Statement& statement, const WrappedKey& key) {
    bind_bytes(statement, ":wrapped_key", key.wrapped_key);
    bind_bytes(statement, ":nonce", key.nonce);
    bind_bytes(statement, ":salt", key.salt);
    statement.bind(":operations", key.operations);
    statement.bind(":memory", key.memory);
}

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

} // namespace

bool Journal::words_are_sealed() const {
    return !store_->sealer().has_key() && seal_row(*store_).has_value();
}

bool Journal::open_words(const Secret& passphrase) const {
    const auto row = seal_row(*store_);
    if (!row) { return true; }
    if (!is_plausible(row->key)) { throw key_is_missing(); }
    Secret key = unwrapped(row->key, passphrase);
    if (key.empty()) { return false; }
    store_->sealer().use_key(row->key.public_key, std::move(key));
    return true;
}

SealState seal_state(const Journal& journal) {
    Journal::Store& store = journal.store();
    if (const auto row = seal_row(store)) {
        if (!is_plausible(row->key)) { return SealState::key_missing; }
        return row->state == "locking" ? SealState::unfinished : SealState::locked;
    }
    return holds_sealed_words(store) ? SealState::key_missing : SealState::none;
}

void lock_words(Journal& journal, const Secret& passphrase, const LockRequest& request) {
    Journal::Store& store = journal.store();
    const WrappedKey key = make_key(passphrase, request.effort); // takes a while: before others have to wait
    store.write([&] {
        // While we write, no practice can begin.
        refuse_while_practising(store);
        if (seal_row(store)) {
            throw failure(_("The words in the practice log are sealed already"),
                          _("\"kindly lock --change\" gives them another passphrase."));
        }
        if (holds_sealed_words(store)) { throw key_is_missing(); }
        auto& insert = store.statement(
            "INSERT INTO seal (one, state, public_key, wrapped_key, nonce, salt, operations, memory, "
            "plan_left_open)"
            " VALUES (1, 'locking', :public_key, :wrapped_key, :nonce, :salt, :operations, :memory, :plan)");
        bind_bytes(insert, ":public_key", key.public_key);
        put_key(insert, key);
        insert.bind(":plan", request.leave_plan_open ? 1 : 0);
        run(insert);
        store.sealer().begin_write(); // there is a key now
        seal_all_rows(store, request.progress);
    });
}

namespace {

/// A disk that is full or broken is as good a reason as another program: it can be done later, and whoever
/// called knows what is done already.
bool written_anew(Journal::Store& store) {
    try {
        return store.write_file_anew();
    } catch (const Failure&) { return false; }
}

} // namespace

bool finish_locking(Journal& journal) {
    Journal::Store& store = journal.store();
    // Everything is sealed: what SQLite puts into a file of its own meanwhile holds no words.
    constexpr std::uintmax_t fits_in_memory = std::uintmax_t{64} << 20U;
    std::error_code error;
    const bool large = std::filesystem::file_size(store.file(), error) > fits_in_memory && !error;
    const auto keep_copies_in = [&](const char* pragma) {
        store.read([&](SQLite::Database& database) {
            database.exec(pragma);
            return true;
        });
    };
    if (large) { keep_copies_in("PRAGMA temp_store = FILE"); }
    const bool gone = written_anew(store);
    if (large) { keep_copies_in("PRAGMA temp_store = MEMORY"); }
    if (!gone) { return false; }
    try {
        store.write(
            [&] { run(store.statement("UPDATE seal SET state = 'locked' WHERE state = 'locking'")); });
    } catch (const Failure&) { return false; } // to be finished later, as it stands in the log
    return true;
}

void unlock_words(Journal& journal, const LockProgress& progress) {
    Journal::Store& store = journal.store();
    store.write([&] {
        refuse_while_practising(store);
        open_all_rows(store, progress);
        run(store.statement("DELETE FROM seal"));
    });
}

bool change_passphrase(Journal& journal, const Secret& passphrase, Effort effort) {
    Journal::Store& store = journal.store();
    const WrappedKey key = store.sealer().wrapped_again(passphrase, effort);
    store.write([&] {
        auto& update = store.statement("UPDATE seal SET wrapped_key = :wrapped_key, nonce = :nonce, salt = "
                                       ":salt, operations = :operations,"
                                       " memory = :memory WHERE public_key = :public_key");
        bind_bytes(update, ":public_key", key.public_key);
        put_key(update, key);
        run(update);
        if (store.changed_rows() == 0) {
            throw failure(_("The practice log was unlocked or locked anew meanwhile"),
                          _("Nothing was changed. Look at it again, then decide."));
        }
    });
    return written_anew(store);
}

bool plan_is_left_open(const Journal& journal) {
    const auto row = seal_row(journal.store());
    return !row || row->plan_left_open;
}

} // namespace kindly
