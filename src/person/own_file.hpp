// SPDX-License-Identifier: MIT
// Writing the person's own files (me.json, contacts.json): for them alone, whole or not at all, and through a
// link where they keep the file elsewhere. Knows nothing of what is in them.
#pragma once

#include <filesystem>
#include <string_view>

namespace kindly {

/// Where it really lies: the end of a chain of links, or the path itself.
[[nodiscard]] std::filesystem::path place_of_own_file(const std::filesystem::path& file);

/// Makes the folder where it is missing (0700); the file is 0600. Throws Failure (environment).
void write_own_file(const std::filesystem::path& file, std::string_view bytes);

} // namespace kindly
