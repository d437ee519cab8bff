// SPDX-License-Identifier: MIT
#include "exchange/json_lines.hpp"

#include "exchange/bulk_text.hpp"
#include "exchange/practice_json.hpp"

namespace kindly {

namespace {

void write_text(BulkText& out, const TextRow& row) {
    out.put(R"({"record":"text","digest":)");
    out.json(row.digest);
    put_text(out, R"(,"kind":)", row.kind);
    put_text(out, R"(,"id":)", row.id);
    put_text(out, R"(,"version":)", row.version);
    put_text(out, R"(,"language":)", row.language);
    out.put(R"(,"bytes":)");
    out.json(row.bytes);
    out.put("}\n");
}

/// `exact`: to the millisecond. Words can be kept again right after they were deleted.
void write_deletion(BulkText& out, const DeletionRow& row, bool exact) {
    out.put(R"({"record":"deletion","id":)");
    out.json(row.id);
    put_time(out, R"(,"deleted_at":)", row.deleted_at, exact);
    out.put("}\n");
}

void write_kept(BulkText& out, const KeptRow& row, HoldingBack& holding_back) {
    out.put(R"({"record":"kept","name":)");
    out.json(row.name);
    const bool sealed = !row.sealed.empty();
    put_text(out, R"(,"words":)", sealed ? std::string_view() : row.words);
    put_text(out, R"(,"session":)", row.session);
    put_time(out, R"(,"kept_at":)", row.kept_at, true);
    if (sealed) {
        holding_back.sealed();
        out.put(R"(,"withheld":true)");
    }
    out.put("}\n");
}

} // namespace

void write_json_lines(LogStream& log, HoldingBack& holding_back, Output& to, const WholeLog& whole) {
    BulkText out(to);
    PracticeJson form;
    form.line = true;
    form.everything = holding_back.share() == Share::words;
    PracticeRow practice;
    for (std::int64_t written = 1; log.next(practice); written++) {
        write_practice(out, practice, log, holding_back, form);
        out.put('\n');
        if (written % practices_between == 0) { whole.on_the_way(written); }
    }
    for (DeletionRow deletion; log.next(deletion);) { write_deletion(out, deletion, false); }
    if (form.everything) {
        for (TextRow text; log.next(text);) { write_text(out, text); }
    }
    if (form.everything && whole.kept) {
        for (KeptRow kept; log.next(kept);) { write_kept(out, kept, holding_back); }
        for (DeletionRow deletion; log.next_of_kept(deletion);) { write_deletion(out, deletion, true); }
    }
    out.flush();
}

} // namespace kindly
