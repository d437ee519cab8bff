// SPDX-License-Identifier: MIT
// Two versions of a sentence, short enough to be read in one line. Knows nothing of where they stand.
#pragma once

#include <string>
#include <utility>

namespace kindly {

/// As they are, or, where they are long, from a little before where they begin to differ.
[[nodiscard]] std::pair<std::string, std::string> side_by_side(const std::string& then,
                                                               const std::string& now);

/// The beginning of a text, for a line that names it.
[[nodiscard]] std::string beginning_of(const std::string& text);

} // namespace kindly
