// SPDX-License-Identifier: MIT
// Where a line of a script without spaces may not be broken: closing marks do not begin a line, opening ones
// do not end it. Pure; knows no widths.
#pragma once

#include <cstddef>
#include <string_view>

namespace kindly::screen {

/// The line may end before the character that begins at `at`. Both ends of the text: yes.
[[nodiscard]] bool may_break_before(std::string_view text, std::size_t at);

} // namespace kindly::screen
