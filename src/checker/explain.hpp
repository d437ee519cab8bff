// SPDX-License-Identifier: MIT
// The page of one code, as `kindly check --explain CODE` shows it: rule, reason, examples, exceptions.
// Knows the table of codes, no file and no terminal.
#pragma once

#include "checker/codes.hpp"

#include <cstddef>
#include <string>

namespace kindly {

/// Sentences are wrapped to `columns`; examples keep their lines. Ends with a line end.
[[nodiscard]] std::string explained(const Code& code, std::size_t columns);

} // namespace kindly
