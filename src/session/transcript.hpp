// SPDX-License-Identifier: MIT
// One event as a line that a person can read; and as a number, to tell whether two practices were the same.
#pragma once

#include "session/event.hpp"

#include <cstdint>
#include <string>

namespace kindly {

/// "1:05  say: Look around you." Empty for what is only for the journal.
[[nodiscard]] std::string as_line(const Event& event);

/// Different for events that differ in what is shown or when.
[[nodiscard]] std::uint64_t fingerprint(const Event& event, std::uint64_t before);

} // namespace kindly
