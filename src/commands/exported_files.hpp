// SPDX-License-Identifier: MIT
// Which files with what was practised were written elsewhere (exports, reports, rescued practices), so that
// `kindly erase` can name what it cannot reach: a list of absolute paths in the data folder, one a line.
// Knows nothing of what is in those files.
#pragma once

#include "base/paths.hpp"

#include <filesystem>
#include <vector>

namespace kindly {

class Context;

/// The list itself.
[[nodiscard]] std::filesystem::path list_of_exported_files(const Paths& paths);

/// Puts a file on the list, once. Where the list cannot be written nothing is said: the export is what
/// matters.
void note_exported_file(Context& context, const std::filesystem::path& file);

/// In the order written, whether or not they are still there. Empty where there is no list.
[[nodiscard]] std::vector<std::filesystem::path> exported_files(Context& context);

} // namespace kindly
