// SPDX-License-Identifier: MIT
// What tells, without opening the practice log, that nobody has written to it: as long as the stamp of a log
// is the same, so is what is in it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

namespace kindly {

struct LogStamp {
    /// Time (seconds and nanoseconds since 1970), size and number of the file, then time and size of its
    /// write-ahead log (0 without one). -1 throughout: there is no log.
    std::array<std::int64_t, 7> figures{};
    bool operator==(const LogStamp&) const = default;
    [[nodiscard]] bool is_there() const;
    /// When either file was written to last, in milliseconds since 1970. A stamp that is hardly older than
    /// that proves nothing: file systems count in steps of some milliseconds.
    [[nodiscard]] std::int64_t latest_ms() const;
};

[[nodiscard]] LogStamp look_at_log(const std::filesystem::path& file);

} // namespace kindly
