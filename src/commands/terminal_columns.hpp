// SPDX-License-Identifier: MIT
// How wide the terminal is that an output goes to, and how wide a text should be there.
#pragma once

#include "base/output.hpp"

#include <cstddef>

namespace kindly {

/// 0: it is no terminal, or one that does not say.
[[nodiscard]] std::size_t terminal_columns(const Output& output);
/// For text: as wide as is good to read, less where the terminal is narrower; from 20 to 76.
[[nodiscard]] std::size_t page_columns(const Output& output);

} // namespace kindly
