// SPDX-License-Identifier: MIT
// A practice log as one JSON document: {"sessions": [...], "deletions": [...]}, practices in the shape of
// `log --json` with a line each. Knows no options and no files.
#pragma once

#include "exchange/whole_log.hpp"

namespace kindly {

void write_json(LogStream& log, HoldingBack& holding_back, Output& to, const WholeLog& whole);

} // namespace kindly
