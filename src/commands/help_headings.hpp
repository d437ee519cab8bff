// SPDX-License-Identifier: MIT
// Headings in help that commands put their options below; help.cpp says in which order they stand.
#pragma once

#include <string>

namespace kindly {

/// Options that choose practices of the log.
[[nodiscard]] std::string which_practices();

} // namespace kindly
