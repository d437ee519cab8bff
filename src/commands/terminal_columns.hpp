// SPDX-License-Identifier: MIT
// How wide the terminal is that standard output goes to.
#pragma once

#include "base/output.hpp"

#include <cstddef>

namespace kindly {

/// 0: it is no terminal, or one that does not say.
[[nodiscard]] std::size_t terminal_columns(const Output& output);

} // namespace kindly
