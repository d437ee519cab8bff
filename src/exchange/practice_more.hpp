// SPDX-License-Identifier: MIT
// "more": what a lossless copy of a practice needs and the export contract does not name. The field list
// stands in json_lines.hpp. Knows no share levels.
#pragma once

#include "exchange/bulk_text.hpp"
#include "exchange/holding_back.hpp"
#include "journal/streaming.hpp"

namespace kindly {

void write_more_of_answer(BulkText& out, const AnswerRow& row);
/// Sealed words are counted in `holding_back`.
void write_more_of_practice(BulkText& out, const PracticeRow& row, LogStream& log, HoldingBack& holding_back);

} // namespace kindly
