// SPDX-License-Identifier: MIT
// A terminal that edits lines by itself passes on 4,095 bytes of one at most, and drops the rest without a
// word. A page that was pasted as one line must not end there unnoticed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kindly {

/// What to tell the person where `line`, as it came from a terminal without its end, is as long as a line can
/// be: how far it came, and to go on from there. A line that was exactly that long is told so too.
[[nodiscard]] std::optional<std::string> told_if_cut(std::string_view line);

} // namespace kindly
