// SPDX-License-Identifier: MIT
// Reading and writing whole files safely. Knows nothing of what is in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace kindly {

/// The whole file. `most_bytes`: reading stops one byte past it, so that the caller can say "too large"
/// without reading all of it. Throws Failure (environment; not_found where there is no such file) with path
/// and reason.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t most_bytes);

/// The folder and its parents exist and the folder is for the person alone (0700 when it is made here).
/// Throws Failure.
void make_private_folder(const std::filesystem::path& folder);

/// Replaces the file in one step: a temporary file beside it (0600), synced, then renamed. Throws Failure.
void write_private_file(const std::filesystem::path& path, std::string_view bytes);

/// The same for what may be lost: it does not wait for the disk.
void write_passing_file(const std::filesystem::path& path, std::string_view bytes);

/// The same for a file that is meant to be shared: 0644 without what `umask` takes away. False, and nothing
/// written, where there is one already and it shall not be replaced.
[[nodiscard]] bool write_shared_file(const std::filesystem::path& path, std::string_view bytes, bool replace,
                                     mode_t umask);

} // namespace kindly
