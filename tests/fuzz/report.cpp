// SPDX-License-Identifier: MIT
// Any bytes as a report that came back: what reads without errors can be written and read again without a
// difference, and can be reviewed.
#include "fuzz.hpp"
#include "homework/report_reader.hpp"
#include "homework/report_writer.hpp"
#include "homework/review.hpp"

#include <nlohmann/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kindly;
    using namespace kindly::fuzz;
    const ReadReport read = read_report(source_of("fuzz.json", text_of(data, size)));
    look_at(read.diagnostics);
    must((read.report == nullptr) == has_errors(read.diagnostics), "either a report, or errors");
    if (read.report == nullptr) { return 0; }
    const std::string written = as_json(*read.report).dump();
    const ReadReport again = read_report(source_of("again.json", written));
    must(again.report != nullptr, "what is written can be read", to_text(again.diagnostics, {}) + written);
    must(as_json(*again.report).dump() == written, "what is written is what was read", written);
    for (const char* since : {"", "2026-11-25"}) {
        const Reviewed reviewed = review(*read.report, since);
        must(!reviewed.sections.empty(), "there is something to review");
    }
    return 0;
}
