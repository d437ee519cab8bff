// SPDX-License-Identifier: MIT
// A line with a practice, read back: names, forms and ranges of everything in it. Internal to
// import_line.cpp.
#pragma once

#include "exchange/line_fields.hpp"

namespace kindly {

/// Throws WrongLine.
[[nodiscard]] WholeSession read_session(LineFields& line);

} // namespace kindly
