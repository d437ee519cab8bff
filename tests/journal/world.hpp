// SPDX-License-Identifier: MIT
// What the journal's tests share: a folder for one test, practices to record, and other processes to record
// them in.
#pragma once

#include "journal/journal.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>

namespace kindly::test {

class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// In a folder that does not exist yet.
    [[nodiscard]] std::filesystem::path journal() const { return path_ / "home" / "practice.db"; }

private:
    std::filesystem::path path_;
};

/// 2026-11-22T08:15:00+01:00, and so many seconds later.
[[nodiscard]] Moment at(std::int64_t seconds = 0);

/// Practice number N; later ones have later ids and times.
[[nodiscard]] std::string id_of(int number);
[[nodiscard]] SessionStart practice(int number, PracticeSource source = PracticeSource::timed);

/// One check-in "before", answered with a rating, as of so many seconds after the first practice began.
[[nodiscard]] Changes rated(double rating, std::int64_t seconds);
/// One written line with the question id "line".
[[nodiscard]] Changes written(const std::string& words, std::int64_t seconds);
/// Begun, rated, finished.
void record_whole(Journal& journal, int number, double rating = 5);

[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);
/// Names, sizes, times and bytes of everything in a folder: to see that nothing was touched.
[[nodiscard]] std::string state_of(const std::filesystem::path& folder);
/// The sentence and advice of the Failure that `work` throws; empty if it throws none.
[[nodiscard]] std::string failure_of(const std::function<void()>& work);
/// Runs a constant statement on the file from outside, with a plain connection.
void run_sql(const std::filesystem::path& file, const char* sql);
/// The first column of the first row.
[[nodiscard]] std::string ask_sql(const std::filesystem::path& file, const char* sql);

/// Another process, which runs `work` and is told nothing but what it reads.
class Process {
public:
    /// `work` may call tell() and hear() of the Process it is given; what it returns is for result().
    explicit Process(const std::function<std::string(Process&)>& work);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();
    /// One byte to the other side; from the other side (false: it is gone).
    void tell();
    [[nodiscard]] bool hear();
    void kill();
    /// Waits for its end: what `work` returned, or how it died.
    [[nodiscard]] std::string result();

private:
    pid_t id_ = -1;
    int in_ = -1;
    int out_ = -1;
    int result_ = -1;
};

/// In a process of its own, without root's rights: what `work` returned.
[[nodiscard]] std::string as_nobody(const std::function<std::string()>& work);
[[nodiscard]] std::string in_process(const std::function<std::string()>& work);

} // namespace kindly::test
