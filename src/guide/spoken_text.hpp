// SPDX-License-Identifier: MIT
// A text as a speech program is given it: words and punctuation, nothing that such programs take for
// commands. Plain values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// In one line each, of at most `longest` bytes, cut between sentences where that can be, else between words.
/// Nothing for a text without anything to say.
[[nodiscard]] std::vector<std::string> spoken_parts(std::string_view text, std::size_t longest);

} // namespace kindly
