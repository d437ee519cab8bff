// SPDX-License-Identifier: MIT
// Reading and writing whole files safely. Knows nothing of what is in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

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

} // namespace kindly
