// SPDX-License-Identifier: MIT
// From an error of SQLite to the sentence that a person reads: which file, what is the matter, what to do.
// Internal to the journal.
#pragma once

#include "base/failure.hpp"

#include <filesystem>

namespace SQLite {
class Exception;
} // namespace SQLite

namespace kindly {

enum class LogUse { reading, writing };

/// `system_error`: errno of the call that failed, or 0.
[[nodiscard]] Failure log_failure(const SQLite::Exception& error, int system_error, LogUse use,
                                  const std::filesystem::path& file);

} // namespace kindly
