// SPDX-License-Identifier: MIT
#include "exchange/json.hpp"

#include "exchange/bulk_text.hpp"
#include "exchange/practice_json.hpp"

namespace kindly {

void write_json(LogStream& log, HoldingBack& holding_back, Output& to, const WholeLog& whole) {
    BulkText out(to);
    out.put(R"({"sessions":[)");
    PracticeRow practice;
    for (std::int64_t written = 1; log.next(practice); written++) {
        out.put(written == 1 ? "\n" : ",\n");
        write_practice(out, practice, log, holding_back, {});
        if (written % practices_between == 0) { whole.on_the_way(written); }
    }
    out.put("\n],\"deletions\":[");
    bool first = true;
    for (DeletionRow deletion; log.next(deletion); first = false) {
        out.put(first ? "\n" : ",\n");
        write_deletion(out, deletion);
    }
    out.put("\n]}\n");
    out.flush();
}

} // namespace kindly
