// SPDX-License-Identifier: MIT
// What a file is that is given to `import` and is no JSON Lines: told by its first bytes, so that one plain
// sentence is said instead of one for every line. Knows no practice log.
#pragma once

#include <string>
#include <string_view>

namespace kindly {

struct FileKind {
    std::string what; ///< "{} is ...", a sentence without its full stop; empty: it may be JSON Lines
    std::string cure;
};

/// `beginning`: the first few kB, or all there is.
[[nodiscard]] FileKind other_kind(std::string_view beginning);

/// The first line is a record of an export.
[[nodiscard]] bool is_export(std::string_view beginning);

} // namespace kindly
