// SPDX-License-Identifier: MIT
// A practice log as tables: RFC 4180, UTF-8, CRLF, the columns of the export contract in its order. A missing
// value is an empty cell; yes and no are true and false. Knows no options and no files.
#pragma once

#include "exchange/whole_log.hpp"

namespace kindly {

enum class CsvTable { sessions, answers, deletions };

/// `spreadsheet_safe`: a cell that starts with = + - @, tab or CR gets a ' before it, so that no spreadsheet
/// takes it for a formula.
void write_csv(LogStream& log, HoldingBack& holding_back, Output& out, CsvTable table, bool spreadsheet_safe,
               const WholeLog& whole);

} // namespace kindly
