// SPDX-License-Identifier: MIT
#include "journal/store.hpp"

#include "base/files.hpp"
#include "journal/file_uri.hpp"
#include "journal/patience.hpp"
#include "journal/schema.hpp"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

/// New files are the person's alone, whatever the shell's umask.
class PrivateFiles {
public:
    PrivateFiles() : before_(::umask(S_IRWXG | S_IRWXO)) {}
    PrivateFiles(const PrivateFiles&) = delete;
    PrivateFiles& operator=(const PrivateFiles&) = delete;
    ~PrivateFiles() { ::umask(before_); }

private:
    mode_t before_;
};

/// Why the file cannot be opened, as far as the system tells.
int reason_not_opened(const fs::path& file, LogUse use) {
    std::error_code error;
    if (fs::is_directory(file, error)) { return EISDIR; }
    const int wanted = use == LogUse::writing ? R_OK | W_OK : R_OK;
    if (::access(file.c_str(), wanted) != 0 && errno != ENOENT) { return errno; }
    if (use == LogUse::reading) { return 0; }
    return ::access(file.parent_path().c_str(), W_OK | X_OK) == 0 ? 0 : errno;
}

/// A whole look through a log of a few years' daily practice takes some milliseconds. `doctor` looks at any
/// size.
void refuse_damage(SQLite::Database& database, const fs::path& file) {
    constexpr std::uintmax_t most_bytes = 1U << 20U;
    std::error_code error;
    if (fs::file_size(file, error) > most_bytes || error) { return; }
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok") {
        throw SQLite::Exception("damaged", SQLITE_CORRUPT);
    }
}

/// Some file systems have no shared memory: the log then works without (false), one program at a time.
bool use_write_ahead_log(SQLite::Database& database) {
    constexpr int between_ms = 10;
    for (int waited = 0;; waited += between_ms) {
        try {
            return database.execAndGet("PRAGMA journal_mode = WAL").getString() == "wal";
        } catch (const SQLite::Exception& error) {
            // SQLite itself does not wait here for another program that does the same.
            if ((error.getErrorCode() & 0xFF) != SQLITE_BUSY || waited >= usual_patience_ms) { throw; }
            sqlite3_sleep(between_ms);
        }
    }
}

class Patience {
public:
    Patience(SQLite::Database& database, int milliseconds) : database_(database) {
        be_patient(database_.getHandle(), milliseconds);
    }
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;
    ~Patience() { be_patient(database_.getHandle()); }

private:
    SQLite::Database& database_;
};

} // namespace

Journal::Store::Store(const fs::path& file, LogUse use, bool damaged)
    : file_(fs::absolute(file).lexically_normal()), use_(use), damaged_(damaged) {
    try {
        if (cannot_be_a_database(file_)) { throw SQLite::Exception("no file", SQLITE_NOTADB); }
        if (use == LogUse::writing) {
            open_for_writing();
        } else {
            open_for_reading();
            const auto found =
                read([&](SQLite::Database& database) { return schema::look(database, file_); });
            if (found == schema::Found::nothing) { database_.reset(); }
            if (found == schema::Found::older) { use_copy_brought_up_to_date(); }
        }
    } catch (const SQLite::Exception& error) { throw failure(error); }
}

void Journal::Store::open_for_writing() {
    make_private_folder(file_.parent_path());
    if (has_bytes(file_)) {
        // Looked at without changing it: closing a writing connection would already bring its two files
        // together.
        open_for_reading();
        read([&](SQLite::Database& database) {
            if (schema::look(database, file_) != schema::Found::nothing) { refuse_damage(database, file_); }
            return true;
        });
        database_.reset();
        unlocked_ = false;
    }
    {
        const PrivateFiles alone;
        database_ =
            std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        be_patient(database_->getHandle());
        if (sqlite3_db_readonly(database_->getHandle(), "main") != 0) {
            throw SQLite::Exception("read-only", SQLITE_READONLY);
        }
        for (const char* ending : {"", "-wal", "-shm"}) {
            std::error_code ignored;
            const fs::path part = beside(file_, ending);
            if (fs::exists(part, ignored)) { ::chmod(part.c_str(), S_IRUSR | S_IWUSR); }
        }
        database_->exec("PRAGMA trusted_schema = OFF");
        database_->exec("PRAGMA cell_size_check = ON");
        database_->exec("PRAGMA temp_store = MEMORY");
        database_->exec("PRAGMA foreign_keys = ON");
        schema::migrate(*database_, file_);
        has_write_ahead_log_ = use_write_ahead_log(*database_);
        database_->exec("PRAGMA synchronous = FULL");
        database_->exec("PRAGMA secure_delete = ON");
    }
}

void Journal::Store::open_for_reading() {
    std::error_code error;
    const fs::file_status status = fs::status(file_, error);
    if (status.type() == fs::file_type::not_found) { return; }
    // Where nobody writes, nothing needs to be locked, and reading leaves no trace: with its locks, SQLite
    // would make two files beside the log.
    if (has_bytes(beside(file_, "-wal")) || has_bytes(beside(file_, "-journal"))) {
        reopen();
    } else {
        open_unlocked();
    }
}

void Journal::Store::open_unlocked() {
    stamp_ = look_at_log(file_);
    unlocked_ = true;
    database_ =
        std::make_unique<SQLite::Database>(unlocked_uri(file_), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    set_up_for_reading();
}

void Journal::Store::reopen() {
    statements_.clear();
    database_.reset();
    unlocked_ = false;
    database_ = std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READONLY);
    be_patient(database_->getHandle());
    set_up_for_reading();
}

void Journal::Store::set_up_for_reading() {
    database_->exec("PRAGMA trusted_schema = OFF");
    database_->exec("PRAGMA temp_store = MEMORY");
    // A file that has lost its end is then read as far as it goes. Nothing is ever written on these
    // connections.
    if (damaged_) { database_->exec("PRAGMA writable_schema = ON"); }
}

void Journal::Store::use_copy_brought_up_to_date() {
    auto copy = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    read([&](SQLite::Database& database) {
        SQLite::Backup backup(*copy, database);
        // BUSY and LOCKED come back as a value, and an empty copy would look like an empty log.
        const int result = backup.executeStep();
        if (result != SQLITE_DONE) { throw SQLite::Exception(database.getHandle(), result); }
        return true;
    });
    schema::migrate(*copy, file_);
    statements_.clear();
    database_ = std::move(copy);
    unlocked_ = false;
    copy_ = true;
}

void Journal::Store::go_on_with_copy() {
    try {
        if (database_) { refuse_damage(*database_, file_); }
        if (!copy_) { use_copy_brought_up_to_date(); }
        database_->exec("PRAGMA temp_store = MEMORY");
        database_->exec("PRAGMA foreign_keys = ON");
    } catch (const SQLite::Exception& error) { throw failure(error); }
}

Failure Journal::Store::failure(const SQLite::Exception& error) {
    int reason = database_ ? sqlite3_system_errno(database_->getHandle()) : 0;
    if (reason == 0) { reason = std::exchange(system_error_, 0); }
    if (reason == 0) { reason = reason_not_opened(file_, use_); }
    return log_failure(error, reason, use_, file_);
}

SQLite::Statement& Journal::Store::statement(const char* sql) {
    auto& prepared = statements_[sql];
    if (!prepared) { prepared = std::make_unique<SQLite::Statement>(*database_, sql); }
    prepared->tryReset();
    prepared->clearBindings();
    return *prepared;
}

Journal::Store::Reason::Reason(Store& store) : store_(store) {
    store_.system_error_ = 0;
    errno = 0;
}

Journal::Store::Reason::~Reason() {
    // SQLite keeps it for some failures only; a write that failed at the commit is not among them.
    const int last = errno;
    const int kept = sqlite3_system_errno(store_.database_->getHandle());
    store_.system_error_ = kept != 0 ? kept : last;
}

bool Journal::Store::write_ahead_log_is_new() const { return !has_bytes(beside(file_, "-wal")); }

// Without a write-ahead log, a transaction that does not reach the disk could tear the file itself. With one,
// it is only a part of that log that may be missing, and SQLite finds its end by itself ("NORMAL"). It still
// waits for the disk before it uses a log anew, lest old parts be taken for new ones; where there is nothing
// in it yet, there are no old parts, and even that can be left out ("OFF").
Journal::Store::Effort::Effort(Store& store, Reach reach) : store_(store) {
    const bool light = reach == Reach::system && store.has_write_ahead_log_;
    needs_new_log_ = light && store.write_ahead_log_is_new();
    store.database_->exec(needs_new_log_ ? "PRAGMA synchronous = OFF"
                          : light        ? "PRAGMA synchronous = NORMAL"
                                         : "PRAGMA synchronous = FULL");
}

Journal::Store::Effort::~Effort() { store_.database_->tryExec("PRAGMA synchronous = FULL"); }

bool Journal::Store::Effort::fits() const { return !needs_new_log_ || store_.write_ahead_log_is_new(); }

Journal::Store::Reset::~Reset() {
    for (auto& [sql, statement] : store_.statements_) { statement->tryReset(); }
}

std::vector<std::string> Journal::Store::running() {
    return read([](SQLite::Database& database) {
        std::vector<std::string> ids;
        SQLite::Statement statement(database, "SELECT id FROM session WHERE running = 1");
        while (statement.executeStep()) { ids.push_back(statement.getColumn(0).getString()); }
        return ids;
    });
}

void Journal::Store::empty_write_ahead_log() noexcept {
    if (database_) { database_->tryExec("PRAGMA wal_checkpoint(TRUNCATE)"); }
}

void Journal::Store::wait_for_others(Waiting waiting) {
    constexpr int hardly_ms = 20;
    if (!database_) { return; }
    be_patient(database_->getHandle(), waiting == Waiting::hardly ? hardly_ms : usual_patience_ms);
}

bool Journal::Store::write_file_anew() {
    try {
        const Reset reset(*this);
        const Reason reason(*this);
        database_->exec("VACUUM");
        // Whoever reads for longer will not be done soon either; the person is told instead.
        constexpr int patience_ms = 1000;
        const Patience shorter(*database_, patience_ms);
        SQLite::Statement checkpoint(*database_, "PRAGMA wal_checkpoint(TRUNCATE)");
        return checkpoint.executeStep() && checkpoint.getColumn(0).getInt() == 0;
    } catch (const SQLite::Exception& error) {
        const int kind = error.getErrorCode() & 0xFF;
        if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) { return false; }
        throw failure(error);
    }
}

Journal::Journal(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open_for_writing(const fs::path& file) {
    return Journal(std::make_unique<Store>(file, LogUse::writing));
}

Journal Journal::open_for_reading(const fs::path& file) {
    return Journal(std::make_unique<Store>(file, LogUse::reading));
}

Journal Journal::open_damaged(const fs::path& file) {
    return Journal(std::make_unique<Store>(file, LogUse::reading, true));
}

} // namespace kindly
