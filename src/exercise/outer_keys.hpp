// SPDX-License-Identifier: MIT
// What a file seems to be about, told by the keys of its outermost group: for a guess at which reader it is
// for, who then says what is wrong. The file may be broken, or lack any of these keys.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace kindly {

/// As far as they can be told. Time grows linearly with the bytes.
[[nodiscard]] std::set<std::string, std::less<>> outer_keys(std::string_view bytes);

/// An assignment, or the plan of one: what no exercise, programme or report speaks of in this way. One key
/// that was forgotten does not hide it.
[[nodiscard]] bool speaks_of_homework(std::string_view bytes);

} // namespace kindly
