// SPDX-License-Identifier: MIT
#include "journal/streaming_source.hpp"

#include "journal/patience.hpp"

#include <cerrno>
#include <system_error>

#include <sqlite3.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

bool has_bytes(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return !error && size > 0;
}

} // namespace

StreamingSource::StreamingSource(Journal::Store& store) : file_(store.file()) {
    if (store.database() == nullptr) { return; }
    handle_ = store.database()->getHandle();
    const char* name = sqlite3_db_filename(handle_, "main");
    const bool in_memory = name == nullptr || *name == '\0';
    if (in_memory) { return; }
    // Nobody can change the pages under a connection that takes part in SQLite's locking. Where no other
    // program has the log open, it makes two files beside it and takes them away again: for that it may
    // write, but never does. Where it may not write, the log is read as it is.
    const bool shared = has_bytes(file_.string() + "-wal") || has_bytes(file_.string() + "-journal");
    if (shared ? open(SQLITE_OPEN_READONLY) : open(SQLITE_OPEN_READWRITE)) { return; }
    at_first_ = look();
}

bool StreamingSource::open(int flags) {
    try {
        own_ = std::make_unique<SQLite::Database>(file_.string(), flags | SQLITE_OPEN_NOMUTEX);
        be_patient(own_->getHandle());
        own_->exec("PRAGMA trusted_schema = OFF");
        own_->exec("PRAGMA temp_store = MEMORY");
        own_->exec("PRAGMA query_only = ON");
        own_->exec("BEGIN");
        SQLite::Statement first(*own_, "SELECT count(*) FROM sqlite_schema"); // takes the picture
        (void)first.executeStep();
        handle_ = own_->getHandle();
        return true;
    } catch (const SQLite::Exception& error) {
        own_.reset();
        const int code = error.getErrorCode() & 0xFF; // without the extension
        const int detail = error.getExtendedErrorCode();
        const bool not_allowed = code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM;
        // A disk without room for the two files has no room for another program's changes either.
        const bool no_room = code == SQLITE_FULL || detail == SQLITE_IOERR_SHMSIZE ||
                             detail == SQLITE_IOERR_SHMMAP || detail == SQLITE_IOERR_SHMOPEN ||
                             detail == SQLITE_IOERR_WRITE;
        const bool damaged =
            code == SQLITE_CORRUPT; // the store's own connection may know how to read the rest
        if (!not_allowed && !no_room && !damaged) { throw failure(error); }
        return false;
    }
}

StreamingSource::Look StreamingSource::look() const {
    std::error_code ignored;
    return {fs::last_write_time(file_, ignored), fs::file_size(file_, ignored)};
}

bool StreamingSource::changed() const { return at_first_ && !(look() == *at_first_); }

Failure StreamingSource::failure(const SQLite::Exception& error) const {
    const int reason = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
    return log_failure(error, reason, LogUse::reading, file_);
}

} // namespace kindly
