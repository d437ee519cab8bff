// SPDX-License-Identifier: MIT
#include "journal/log_stamp.hpp"

#include "journal/file_uri.hpp"

#include <algorithm>
#include <sys/stat.h>

namespace kindly {

namespace {

constexpr std::int64_t missing = -1;
constexpr std::size_t file_seconds = 0;
constexpr std::size_t file_nanoseconds = 1;
constexpr std::size_t ahead_seconds = 4;
constexpr std::size_t ahead_nanoseconds = 5;

} // namespace

bool LogStamp::is_there() const { return figures[file_seconds] != missing; }

std::int64_t LogStamp::latest_ms() const {
    const auto at = [this](std::size_t seconds, std::size_t nanoseconds) {
        return figures.at(seconds) * 1'000 + figures.at(nanoseconds) / 1'000'000;
    };
    return std::max(at(file_seconds, file_nanoseconds), at(ahead_seconds, ahead_nanoseconds));
}

LogStamp look_at_log(const std::filesystem::path& file) {
    LogStamp stamp;
    stamp.figures.fill(missing);
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) { return stamp; }
    struct stat ahead {};
    const bool has_ahead = ::stat(beside(file, "-wal").c_str(), &ahead) == 0 && ahead.st_size > 0;
    stamp.figures = {status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec,
                     status.st_size,
                     static_cast<std::int64_t>(status.st_ino),
                     has_ahead ? ahead.st_mtim.tv_sec : 0,
                     has_ahead ? ahead.st_mtim.tv_nsec : 0,
                     has_ahead ? ahead.st_size : 0};
    return stamp;
}

} // namespace kindly
