// SPDX-License-Identifier: MIT
// One line of JSON Lines, as json_lines.hpp describes it, read back: either a record that is right in every
// value, or what is wrong with it. Knows no files and no practice log.
#pragma once

#include "journal/merging.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace kindly {

/// The longest line that is read: a practice with many long answers has some hundred kB, an exercise at most
/// a few MB as JSON.
inline constexpr std::size_t longest_line = std::size_t{16} << 20U;

struct IncomingDeletion {
    std::string id;
    Moment deleted_at;
};

struct IncomingText {
    TextToKeep text; ///< whose bytes are these
    std::string bytes;
};

struct WrongLine {
    std::string what; ///< a sentence without its full stop
    std::string cure; ///< what to do; may be empty
};

using ReadLine = std::variant<WholeSession, IncomingDeletion, IncomingText, IncomingKept, WrongLine>;

/// Never throws for what is in the line, which has no line end.
[[nodiscard]] ReadLine read_line(std::string_view line);

} // namespace kindly
