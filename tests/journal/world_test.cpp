// SPDX-License-Identifier: MIT
// Here rather than in a library of its own: tests/CMakeLists.txt takes *_test.cpp.
#include "journal/world.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"

#include <cstdlib>
#include <fstream>
#include <set>
#include <signal.h>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <grp.h>

namespace kindly::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "kindly-journal-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) { throw std::runtime_error("no temporary folder"); }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(path_, ignored)) {
        if (entry.is_directory(ignored)) { fs::permissions(entry.path(), fs::perms::owner_all, ignored); }
    }
    fs::remove_all(path_, ignored);
}

Moment at(std::int64_t seconds) {
    constexpr std::int64_t first = 1795331700000; // 2026-11-22T07:15:00Z
    constexpr int hour = 3600;
    return {first + seconds * 1000, hour};
}

std::string id_of(int number) {
    return fmt::format("{:08x}-{:04x}-7000-8000-000000000000", 0x019ab3c2 + number / 65536, number % 65536);
}

SessionStart practice(int number, PracticeSource source) {
    constexpr std::int64_t day = 86400;
    SessionStart start;
    start.id = id_of(number);
    start.exercise = "kind-pause";
    start.exercise_version = "1.0";
    start.title = "A kind pause";
    start.language = "en";
    start.digest = sha256("kind-pause");
    start.components = {"mindfulness", "kindness"};
    start.started_at = at(number * day);
    start.day = local_day(start.started_at);
    start.planned = std::chrono::minutes(5);
    start.source = source;
    start.kindly_version = "0.1.0";
    start.seed = 7;
    return start;
}

Changes rated(double rating, std::int64_t seconds) {
    CheckInQuestion question;
    question.id = "before";
    question.text = "How strong is it right now?";
    Changes changes;
    changes.at = at(seconds);
    changes.figures.practised = std::chrono::seconds(seconds % 86400);
    changes.add_answer(question, "arrive/before", rating, changes.at);
    return changes;
}

Changes written(const std::string& words, std::int64_t seconds) {
    Question question;
    question.id = "line";
    question.text = "A line for yourself?";
    question.answer = Ask::Answer::text;
    question.is_private = true;
    Changes changes;
    changes.at = at(seconds);
    changes.add_answer(question, "kindness/line", words, changes.at);
    return changes;
}

void record_whole(Journal& journal, int number, double rating) {
    constexpr std::int64_t day = 86400;
    journal.begin(practice(number));
    journal.record(id_of(number), rated(rating, number * day + 30));
    Changes last;
    last.at = at(number * day + 300);
    last.figures.practised = std::chrono::minutes(5);
    journal.finish(id_of(number), last, "completed", "");
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << bytes;
}

std::string state_of(const fs::path& folder) {
    std::set<std::string> lines;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        struct stat status {};
        ::stat(entry.path().c_str(), &status);
        lines.insert(fmt::format("{} {} {}.{} {:o} {}", entry.path().string(), status.st_size,
                                 status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_mode,
                                 entry.is_regular_file() ? sha256(bytes_of(entry.path())) : std::string()));
    }
    std::string all;
    for (const auto& line : lines) { all += line + "\n"; }
    return all;
}

std::string failure_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Failure& failure) {
        return fmt::format("{} {}: {}", static_cast<int>(failure.code()), failure.what(), failure.advice());
    }
    return {};
}

void run_sql(const fs::path& file, const char* sql) {
    fs::create_directories(file.parent_path());
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
}

std::string ask_sql(const fs::path& file, const char* sql) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement statement(database, sql);
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

Process::Process(const std::function<std::string(Process&)>& work) {
    int to_child[2];
    int to_parent[2];
    int report[2];
    if (::pipe(to_child) != 0 || ::pipe(to_parent) != 0 || ::pipe(report) != 0) {
        throw std::runtime_error("pipe");
    }
    id_ = ::fork();
    const bool child = id_ == 0;
    in_ = child ? to_child[0] : to_parent[0];
    out_ = child ? to_parent[1] : to_child[1];
    ::close(child ? to_child[1] : to_child[0]);
    ::close(child ? to_parent[0] : to_parent[1]);
    ::close(child ? report[0] : report[1]);
    result_ = child ? report[1] : report[0];
    if (!child) { return; }
    std::string outcome;
    try {
        outcome = work(*this);
    } catch (const std::exception& error) { outcome = std::string("threw: ") + error.what(); }
    const auto wrote = ::write(result_, outcome.data(), outcome.size());
    ::_exit(wrote == static_cast<ssize_t>(outcome.size()) ? 0 : 1);
}

Process::~Process() {
    if (id_ > 0) {
        kill();
        (void)result();
    }
    for (const int descriptor : {in_, out_, result_}) { ::close(descriptor); }
}

void Process::tell() {
    const char byte = '.';
    if (::write(out_, &byte, 1) != 1) { throw std::runtime_error("the other process is gone"); }
}

bool Process::hear() {
    char byte = 0;
    return ::read(in_, &byte, 1) == 1;
}

void Process::kill() { ::kill(id_, SIGKILL); }

std::string Process::result() {
    std::string text;
    char chunk[4096];
    for (ssize_t got = 0; (got = ::read(result_, chunk, sizeof chunk)) > 0;) {
        text.append(chunk, static_cast<std::size_t>(got));
    }
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = -1;
    if (WIFSIGNALED(status)) { return fmt::format("killed by {}", WTERMSIG(status)); }
    return WEXITSTATUS(status) == 0 ? text : fmt::format("exit {}: {}", WEXITSTATUS(status), text);
}

std::string in_process(const std::function<std::string()>& work) {
    return Process([&](Process&) { return work(); }).result();
}

std::string as_nobody(const std::function<std::string()>& work) {
    return in_process([&]() -> std::string {
        constexpr unsigned nobody = 65534;
        if (::geteuid() == 0 &&
            (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)) {
            return "root's rights could not be given up";
        }
        return work();
    });
}

} // namespace kindly::test
