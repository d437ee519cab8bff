// SPDX-License-Identifier: MIT
#include "journal/examination.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "journal/file_uri.hpp"
#include "journal/log_failure.hpp"
#include "journal/patience.hpp"
#include "journal/schema.hpp"

#include <map>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <tuple>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_problems = 5;

using Stamp = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

Stamp look_at(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) { return {}; }
    return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size};
}

bool is_in_use(const fs::path& file) {
    return has_bytes(beside(file, "-wal")) || has_bytes(beside(file, "-journal"));
}

SQLite::Database open(const fs::path& file, bool unlocked) {
    SQLite::Database database =
        unlocked ? SQLite::Database(unlocked_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI)
                 : SQLite::Database(file.string(), SQLite::OPEN_READONLY);
    be_patient(database.getHandle());
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA temp_store = MEMORY");
    database.exec("PRAGMA cell_size_check = ON");
    // Without it, SQLite reads nothing at all of a file that was cut short.
    database.exec("PRAGMA writable_schema = ON");
    return database;
}

std::int64_t number(SQLite::Database& database, const char* sql) {
    SQLite::Statement statement(database, sql);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

/// What integrity_check and foreign_key_check say; empty if all is well.
std::vector<std::string> problems_in(SQLite::Database& database) {
    std::vector<std::string> problems;
    try {
        SQLite::Statement check(database, "PRAGMA integrity_check(5)");
        while (check.executeStep() && problems.size() < most_problems) {
            const std::string line = check.getColumn(0).getString();
            if (line != "ok") { problems.push_back(line); }
        }
        if (!problems.empty()) { return problems; }
        SQLite::Statement keys(database, "PRAGMA foreign_key_check");
        while (keys.executeStep() && problems.size() < most_problems) {
            problems.push_back(fmt::format(fmt::runtime(_("a row of the table {} belongs to no row of {}")),
                                           keys.getColumn(0).getString(), keys.getColumn(2).getString()));
        }
    } catch (const SQLite::Exception& error) { problems.emplace_back(error.what()); }
    return problems;
}

void count(SQLite::Database& database, Examination& found) {
    found.practices = number(database, "SELECT count(*) FROM session WHERE running = 0");
    found.running = number(database, "SELECT count(*) FROM session WHERE running = 1");
    found.answers = number(database, "SELECT count(*) FROM answer");
}

/// Steps through rows for as long as they can be read.
template <class Take>
void each_readable(SQLite::Database& database, const char* sql, const Take& take) {
    try {
        SQLite::Statement rows(database, sql);
        while (rows.executeStep()) {
            if (!take(rows)) { return; }
        }
    } catch (const SQLite::Exception&) { // what comes after this cannot be read from this side
        return;
    }
}

/// A practice that can be read, and whether it is still going on.
using Readable = std::map<std::int64_t, bool>;

/// From both ends of the table to the damage.
Readable readable_practices(SQLite::Database& database) {
    Readable practices;
    for (const char* order : {"", " DESC"}) {
        std::optional<std::int64_t> last;
        const std::string sql =
            std::string("SELECT number, running, id, exercise, started_at, status FROM session NOT INDEXED "
                        "ORDER BY number") +
            order;
        each_readable(database, sql.c_str(), [&](SQLite::Statement& row) {
            const std::int64_t number = row.getColumn(0).getInt64();
            // Rows out of order: a page that leads back to itself could be followed for ever.
            if (last && (*order == '\0' ? number <= *last : number >= *last)) { return false; }
            last = number;
            return practices.emplace(number, row.getColumn(1).getInt() != 0).second;
        });
    }
    return practices;
}

/// Each practice's answers by themselves, and with no other statement open: an error in one makes SQLite
/// look anew for the place of the others, which rows with the same number would never get past.
void count_readable(SQLite::Database& database, Examination& found) {
    for (const auto& [number, running] : readable_practices(database)) {
        (running ? found.running : found.practices) += 1;
        try {
            SQLite::Statement answers(database, "SELECT count(prompt) FROM answer WHERE session = ?");
            answers.bind(1, number);
            if (answers.executeStep()) { found.answers += answers.getColumn(0).getInt64(); }
        } catch (const SQLite::Exception&) { // the practice itself can be read all the same
            continue;
        }
    }
}

Examination examined(const fs::path& file, Looking looking, bool unlocked) {
    Examination found;
    found.state = Examination::State::unreadable;
    try {
        if (cannot_be_a_database(file)) { throw SQLite::Exception("no file", SQLITE_NOTADB); }
        SQLite::Database database = open(file, unlocked);
        const auto ours = schema::look(database, file);
        if (ours == schema::Found::nothing) { return {}; }
        found.schema = static_cast<int>(number(database, "PRAGMA user_version"));
        if (looking == Looking::at_everything) { found.problems = problems_in(database); }
        if (found.problems.empty()) {
            count(database, found);
            found.state = Examination::State::whole; // not before: what cannot be counted is not whole
        } else {
            found.state = Examination::State::damaged;
            count_readable(database, found);
        }
    } catch (const Failure& failure) {
        found.problems.emplace_back(failure.what());
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode() & 0xFF;
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) { found.state = Examination::State::damaged; }
        found.problems.emplace_back(log_failure(error, 0, LogUse::reading, file).what());
    }
    return found;
}

} // namespace

Examination examine_log(const fs::path& file, Looking looking) {
    std::error_code error;
    if (fs::status(file, error).type() == fs::file_type::not_found) { return {}; }
    // A writer that begins meanwhile would look like damage to a reader that does not lock.
    if (!is_in_use(file)) {
        const Stamp before = look_at(file);
        Examination found = examined(file, looking, true);
        if (look_at(file) == before && !is_in_use(file)) { return found; }
    }
    return examined(file, looking, false);
}

int newest_schema() { return schema::version; }

std::string sqlite_version() { return sqlite3_libversion(); }

} // namespace kindly
