// SPDX-License-Identifier: MIT
// What `kindly check` found, in the shapes that other tools read: an editor's list, JSON, SARIF for code
// scanning, GitHub's workflow commands. From plain values; knows no checker, no exercise and no output.
#pragma once

#include "base/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// What is told of a file that can be practised with.
struct FileReport {
    long long shortest_seconds = 0; ///< guided time
    long long usual_seconds = 0;
    long long longest_seconds = 0;
    int questions = 0; ///< those that do not say how long they take; the others are in the times
    int check_ins = 0;
    std::size_t paths = 0;
    bool exact = true; ///< else times are bounds
};

struct CheckedOutput {
    std::string file; ///< as the person named it
    Diagnostics diagnostics;
    std::optional<FileReport> report;
};

/// One code of the table of codes.
struct RuleOutput {
    std::string code;
    Severity severity = Severity::error; ///< as a rule; a single finding may differ
    std::string rule;                    ///< one sentence
    std::string why;
    std::string bad; ///< an example; may be empty
    std::string good;
};

/// One line for each finding: "file:line:column: error K001: message".
[[nodiscard]] std::string findings_as_lines(const std::vector<CheckedOutput>& files);

/// {
///   "errors": 1, "warnings": 0, "advice": 0,
///   "files": [ { "file": "a.json",
///     "report": { "shortest_seconds", "usual_seconds", "longest_seconds", "questions", "check_ins", "paths",
///                 "exact" } or null,
///     "findings": [ { "file", "line", "column", "end_line", "end_column", "severity", "code", "message",
///                     "explanation", "suggestion", "also": { "line", "column" } or null } ] } ]
/// }
/// Lines and columns count from 1, columns in code points; the end is the place just behind the last
/// character. Severities: error, warning, advice. Texts may be empty. Keys may be added, none will change.
[[nodiscard]] std::string findings_as_json(const std::vector<CheckedOutput>& files);

/// SARIF 2.1.0, one run. `version` is the program's. Advice has the level "note".
[[nodiscard]] std::string findings_as_sarif(const std::vector<CheckedOutput>& files,
                                            const std::vector<RuleOutput>& rules, const std::string& version);

/// GitHub's workflow commands, one line each; advice is a notice. The end is the last character itself.
[[nodiscard]] std::string findings_as_github(const std::vector<CheckedOutput>& files);

} // namespace kindly
