// SPDX-License-Identifier: MIT
// Whether two short texts of an answer's option can still mean the same: one reworded, or another thought
// altogether. A rule of thumb, explained in the source; knows no exercises.
#pragma once

#include <string_view>

namespace kindly {

/// Spelling, word endings, and words added or left out keep the meaning. Another meaning: no word of weight
/// in common, a "not" more or less, other numbers, or a word exchanged for its opposite.
[[nodiscard]] bool may_mean_the_same(std::string_view one, std::string_view other);

} // namespace kindly
