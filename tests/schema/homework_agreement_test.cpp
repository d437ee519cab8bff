// SPDX-License-Identifier: MIT
// The schemas of assignments and reports and their readers agree: on good ones, and on thousands that were
// broken at random.
#include "homework/assignment_reader.hpp"
#include "homework/report_reader.hpp"
#include "homework/sample_assignment.hpp"
#include "schema/breaking.hpp"
#include "schema/schemas.hpp"

#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

/// What the readers find and no schema of draft-07 can express.
bool beyond_a_schema(const Diagnostic& finding) {
    return finding.code.front() == 'J' || finding.code == "K010" || finding.also ||
           finding.message.find("is not a date") != std::string::npos ||
           finding.message.find("is before") != std::string::npos ||
           finding.message.find("More was done") != std::string::npos;
}

std::string disagreement(SchemaOfFile& schema, const std::string& text, const Diagnostics& found) {
    const nlohmann::json document = nlohmann::json::parse(text);
    const bool accepted = schema.accepts(document);
    if (!accepted && !has_errors(found)) {
        return "The schema refuses what the reader accepts:\n" + schema.complaints(document);
    }
    if (!accepted) { return {}; }
    for (const auto& finding : found) {
        if (finding.severity == Severity::error && !beyond_a_schema(finding)) {
            return "The schema accepts what the reader refuses:\n" + to_text(found, {.plain = true});
        }
    }
    return {};
}

Diagnostics assignment_findings(const std::string& text) {
    return read_assignment(std::make_shared<const SourceText>("made.json", text)).diagnostics;
}

Diagnostics report_findings(const std::string& text) {
    return read_report(std::make_shared<const SourceText>("made.json", text)).diagnostics;
}

test::Json sample_report() {
    return test::Json::parse(R"({ "format": "1.0", "id": "019ab3c2-5e10-7000-8000-000000000000",
        "written_on": "2026-12-06", "begun_on": "2026-11-23", "kindly_version": "0.1.0", "assignment": "evenings",
        "assignment_digest": "abc", "language": "en", "title": "Evenings", "from": "R", "for": "S", "share": "words",
        "for_next_time": [ { "name": "note.1", "question": "For next time", "text": "Smaller?" } ],
        "answers": [ { "name": "note.2", "text": "Most of it." } ],
        "items": [ { "exercise": "feet", "version": "1.0", "digest": "abc", "how_often": "daily", "of": 3, "done": 1,
                     "in_part": 1, "left_out": 0, "weeks": [ { "week": "2026-W48", "of": 3, "done": 2 } ] } ],
        "practices": [ { "exercise": "feet", "version": "1.0", "digest": "abc", "day": "2026-11-23", "status": "stopped",
                         "instead_of": "look", "practised_seconds": 60, "entered_later": false, "stop_reason": "distress",
                         "distress_before": 3, "distress_after": 9, "kindness_before": 1, "kindness_after": 2,
                         "backdraft": "grounded", "groundings": 1,
                         "answers": [ { "question": "tired", "kind": "scale", "measure": "m", "value": 3, "choice": "x" } ],
                         "words": [ { "name": "a.1", "question": "What?", "text": "This." } ] } ],
        "left_out": [ { "exercise": "feet", "day": "2026-11-24", "obstacle": "Visitors." } ],
        "withheld": { "ratings": 0, "words": 2 } })");
}

TEST(HomeworkSchemas, good_ones_pass_both) {
    SchemaOfFile assignments("assignment-1.schema.json");
    SchemaOfFile reports("report-1.schema.json");
    const std::string assignment = test::sample_assignment().dump();
    EXPECT_FALSE(has_errors(assignment_findings(assignment)));
    EXPECT_EQ(disagreement(assignments, assignment, assignment_findings(assignment)), "");
    const std::string report = sample_report().dump();
    EXPECT_FALSE(has_errors(report_findings(report))) << to_text(report_findings(report), {.plain = true});
    EXPECT_EQ(disagreement(reports, report, report_findings(report)), "");
}

TEST(HomeworkSchemas, broken_ones_are_refused_by_both_or_neither) {
    SchemaOfFile assignments("assignment-1.schema.json");
    SchemaOfFile reports("report-1.schema.json");
    constexpr std::uint64_t files = 1500;
    int refused = 0;
    for (std::uint64_t seed = 0; seed < files; ++seed) {
        for (const bool report : {false, true}) {
            test::Json document = report ? sample_report() : test::sample_assignment();
            const std::string change = Breaking(seed).change(document);
            const std::string text = document.dump();
            const Diagnostics found = report ? report_findings(text) : assignment_findings(text);
            ASSERT_EQ(disagreement(report ? reports : assignments, text, found), "")
                << "seed " << seed << ", " << change << "\n"
                << text;
            refused += has_errors(found) ? 1 : 0;
        }
    }
    EXPECT_GT(refused, static_cast<int>(files)); // else this has looked at nothing
}

} // namespace
} // namespace kindly::tests
