// SPDX-License-Identifier: MIT
// The open database behind a Journal: how it is opened, transactions, prepared statements, failures in words.
// Internal to the journal; the SQL stands in the files that ask or change something.
#pragma once

#include "journal/journal.hpp"
#include "journal/log_failure.hpp"
#include "journal/log_stamp.hpp"
#include "journal/practice_lock.hpp"
#include "journal/sealing.hpp"

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace kindly {

class Journal::Store {
public:
    /// `damaged`: for reading what is left of a log that SQLite would refuse as a whole.
    Store(const std::filesystem::path& file, LogUse use, bool damaged = false);

    /// How far a change has come when its transaction is over. `system`: the end of this program does not
    /// lose it any more, and a disk that is full or may not be written has been noticed; but the power may go
    /// before the next change that reaches the disk, which takes this one along.
    enum class Reach { disk, system };

    /// One transaction; `work()` uses statement(). Nothing of it remains when it throws.
    template <class Work>
    void write(const Work& work) {
        write(Reach::disk, work);
    }
    template <class Work>
    void write(Reach reach, const Work& work) {
        try {
            for (;;) {
                const Effort effort(*this, reach);
                SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
                if (!effort.fits()) { continue; } // another program has written right before us
                const Reset reset(*this);         // before the transaction is rolled back
                const Reason reason(*this);
                sealer_.begin_write();
                work();
                transaction.commit();
                return;
            }
        } catch (const SQLite::Exception& error) { throw failure(error); }
    }

    /// Runs `work(database)`, a question that changes nothing; without a log, the answer is an empty one. If
    /// the file changed under an unlocked reader meanwhile, asks again.
    template <class Work>
    auto read(const Work& work) -> decltype(work(std::declval<SQLite::Database&>())) {
        while (database_) {
            const LogStamp before = stamp_;
            try {
                auto answer = work(*database_);
                if (!unlocked_ || before == look_at_log(file_)) { return answer; }
            } catch (const SQLite::Exception& error) {
                if (!unlocked_ || before == look_at_log(file_)) { throw failure(error); }
            }
            try {
                reopen();
            } catch (const SQLite::Exception& error) { throw failure(error); }
        }
        return {};
    }

    /// Prepared once; bindings are cleared. `sql` must be a literal.
    SQLite::Statement& statement(const char* sql);

    /// The session's columns so far and everything new. Inside write().
    void put(const std::string& id, const Changes& changes);
    /// A statement that is needed once, put together from literals and numbers. Inside write().
    void change(const std::string& sql) { database_->exec(sql); }
    /// Rows that the latest statement changed.
    [[nodiscard]] int changed_rows() const { return database_->getChanges(); }
    /// Words that were deleted leave the write-ahead log too, unless another program is reading it just now.
    void empty_write_ahead_log() noexcept;
    void wait_for_others(Waiting waiting);
    /// Writes the whole file anew and empties the write-ahead log, so that no page of either holds what was
    /// deleted. Outside write(). False: another program has the log open, and old pages may stay until it has
    /// ended.
    [[nodiscard]] bool write_file_anew();

    /// Of one that is open for reading: from here on it is a copy in memory that can be written to.
    void go_on_with_copy();
    /// Nothing that is written here reaches the file.
    [[nodiscard]] bool is_copy() const { return copy_; }

    /// Seals words on their way in, opens them on their way out.
    [[nodiscard]] Sealer& sealer() { return sealer_; }

    /// Ids of sessions that have not ended, whether or not their program is still there.
    [[nodiscard]] std::vector<std::string> running();
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Null: there is no log yet. A copy in memory where the file's schema is an older one, or for
    /// go_on_with_copy().
    [[nodiscard]] SQLite::Database* database() { return database_.get(); }

    /// The locks of practices that this journal records.
    std::unordered_map<std::string, PracticeLock> locks;
    bool words_forgotten = false;

private:
    /// Cached statements must not stay half-run.
    class Reset {
    public:
        explicit Reset(Store& store) : store_(store) {}
        Reset(const Reset&) = delete;
        Reset& operator=(const Reset&) = delete;
        ~Reset();

    private:
        Store& store_;
    };
    /// SQLite's "synchronous" for one transaction.
    class Effort {
    public:
        Effort(Store& store, Reach reach);
        Effort(const Effort&) = delete;
        Effort& operator=(const Effort&) = delete;
        ~Effort();
        /// Asked in the transaction, where nobody else writes: it is still the right one.
        [[nodiscard]] bool fits() const;

    private:
        Store& store_;
        bool needs_new_log_ = false;
    };
    /// The system's reason for a failure is lost once the transaction is rolled back.
    class Reason {
    public:
        explicit Reason(Store& store);
        Reason(const Reason&) = delete;
        Reason& operator=(const Reason&) = delete;
        ~Reason();

    private:
        Store& store_;
    };
    void open_for_writing();
    void open_for_reading();
    void open_unlocked();
    void reopen();
    void set_up_for_reading();
    /// Reading never writes, and questions are asked of the newest schema only: an older log is copied into
    /// memory and brought up to date there. The next program that writes does so in the file.
    void use_copy_brought_up_to_date();
    [[nodiscard]] bool write_ahead_log_is_new() const;
    [[nodiscard]] Failure failure(const SQLite::Exception& error);

    std::filesystem::path file_;
    LogUse use_;
    bool damaged_;
    std::unique_ptr<SQLite::Database> database_; ///< null: there is no log yet, and this one only reads
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
    bool unlocked_ = false;
    bool copy_ = false;
    bool has_write_ahead_log_ = false; ///< some file systems cannot have one
    int system_error_ = 0;
    LogStamp stamp_; ///< of an unlocked file: a checkpoint or a new writer changes it
    Sealer sealer_{*this};
};

} // namespace kindly
