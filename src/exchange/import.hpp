// SPDX-License-Identifier: MIT
// Files of JSON Lines into the practice log: all of them in one transaction, or nothing. Gathers what is
// wrong line by line; tells files of other kinds from lines that are broken. Knows no options and shows
// nothing.
#pragma once

#include "exchange/import_line.hpp"
#include "exchange/line_source.hpp"
#include "journal/merging.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct ImportInput {
    std::string name;                ///< "-" is standard input
    std::optional<LineSource> begun; ///< where it can be read only once
};

struct ImportRequest {
    std::vector<ImportInput> inputs;
    bool partial = false; ///< the good lines, where others are broken
    bool dry_run = false; ///< only tells what would happen
    Moment now;
    /// Called now and then with the number of lines read; may throw, and then nothing has changed.
    std::function<void(std::int64_t)> progress;
};

struct LineProblem {
    std::string file;
    std::size_t line = 1; ///< counts from 1
    WrongLine wrong;
};

struct ImportReport {
    MergeCounts counts;    ///< all 0 where nothing was taken
    std::size_t lines = 0; ///< with something on them
    std::size_t wrong_lines = 0;
    std::vector<LineProblem> problems; ///< the first ones
    bool taken = false;                ///< or would have been, with dry_run
};

/// At most so many problems are kept.
inline constexpr std::size_t most_problems = 20;

/// Throws Failure for a file that is missing, cannot be read, or is of another kind; nothing has changed
/// then. Called before the practice log is opened: nothing shall be made for files that cannot be used, and
/// nobody shall wait for the log while this waits for a pipe. `progress` is told how many bytes came, and
/// with 0 that a signal came while waiting; it may throw.
[[nodiscard]] std::vector<ImportInput> gather_inputs(const std::vector<std::string>& files,
                                                     const std::function<void(std::int64_t)>& progress = {});
/// Whether a file begins like an export; false for what cannot be read, or not twice.
[[nodiscard]] bool is_export_file(const std::string& name) noexcept;
/// Throws Failure likewise. Where counts.any_deleted(), remove_traces() is still to be called.
[[nodiscard]] ImportReport import_files(Journal& journal, ImportRequest request);

} // namespace kindly
