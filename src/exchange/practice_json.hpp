// SPDX-License-Identifier: MIT
// A practice with its answers as one JSON object, written as it is read: the shape of entry_json.hpp, in
// bulk. What is not here is marked; what JSON Lines adds is described in json_lines.hpp. Knows no share
// levels: rows come with what leaves.
#pragma once

#include "exchange/bulk_text.hpp"
#include "exchange/holding_back.hpp"
#include "journal/streaming.hpp"

namespace kindly {

struct PracticeJson {
    bool line = false;       ///< with "record" and "revision"
    bool everything = false; ///< with "more"; needs LogStream::Depth::everything
};

/// `row` as LogStream gave it; its answers, and what else belongs to it, are read here.
void write_practice(BulkText& out, PracticeRow& row, LogStream& log, HoldingBack& holding_back,
                    const PracticeJson& form);
/// {"id":...,"deleted_at":...}
void write_deletion(BulkText& out, const DeletionRow& row);

// Values of an object, one after another, each with its name: `name` is put as it is (",\"id\":").
void put_text(BulkText& out, std::string_view name, std::string_view value); ///< empty: null
void put_number(BulkText& out, std::string_view name, std::optional<std::int64_t> value);
void put_time(BulkText& out, std::string_view name, std::optional<Moment> value, bool with_milliseconds);
void put_list(BulkText& out, std::string_view name, std::string_view joined); ///< "a;b" as ["a","b"]

} // namespace kindly
