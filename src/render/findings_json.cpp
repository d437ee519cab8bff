// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "render/findings.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

/// The words of the stable shape: never translated.
const char* word(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::advice: return "advice";
    }
    return "";
}

Json as_json(const Diagnostic& diagnostic) {
    const SourceText& source = *diagnostic.source;
    const LineColumn begin = source.locate(diagnostic.where.begin);
    const LineColumn end = source.locate(std::max(diagnostic.where.begin, diagnostic.where.end));
    Json json = {{"file", harmless(source.name())},
                 {"line", begin.line},
                 {"column", begin.column},
                 {"end_line", end.line},
                 {"end_column", end.column},
                 {"severity", word(diagnostic.severity)},
                 {"code", diagnostic.code},
                 {"message", harmless(diagnostic.message)},
                 {"explanation", harmless(diagnostic.explanation)},
                 {"suggestion", harmless(diagnostic.suggestion)},
                 {"also", nullptr}};
    if (diagnostic.also) {
        const LineColumn also = source.locate(diagnostic.also->begin);
        json["also"] = {{"line", also.line}, {"column", also.column}};
    }
    return json;
}

Json as_json(const std::optional<FileReport>& report) {
    if (!report) { return nullptr; }
    return {{"shortest_seconds", report->shortest_seconds},
            {"usual_seconds", report->usual_seconds},
            {"longest_seconds", report->longest_seconds},
            {"questions", report->questions},
            {"check_ins", report->check_ins},
            {"paths", report->paths},
            {"exact", report->exact}};
}

std::size_t count(const std::vector<CheckedOutput>& files, Severity severity) {
    std::size_t found = 0;
    for (const CheckedOutput& file : files) {
        found += static_cast<std::size_t>(
            std::count_if(file.diagnostics.begin(), file.diagnostics.end(),
                          [&](const Diagnostic& one) { return one.severity == severity; }));
    }
    return found;
}

} // namespace

std::string findings_as_lines(const std::vector<CheckedOutput>& files) {
    std::string lines;
    for (const CheckedOutput& file : files) {
        for (const Diagnostic& diagnostic : file.diagnostics) { lines += first_line(diagnostic) + '\n'; }
    }
    return lines;
}

std::string findings_as_json(const std::vector<CheckedOutput>& files) {
    Json json = {{"errors", count(files, Severity::error)},
                 {"warnings", count(files, Severity::warning)},
                 {"advice", count(files, Severity::advice)},
                 {"files", Json::array()}};
    for (const CheckedOutput& file : files) {
        Json findings = Json::array();
        for (const Diagnostic& diagnostic : file.diagnostics) { findings.push_back(as_json(diagnostic)); }
        json["files"].push_back({{"file", harmless(file.file)},
                                 {"report", as_json(file.report)},
                                 {"findings", std::move(findings)}});
    }
    return json.dump(2) + '\n';
}

} // namespace kindly
