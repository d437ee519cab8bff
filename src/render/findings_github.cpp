// SPDX-License-Identifier: MIT
// GitHub's workflow commands: a line "::error file=a.json,line=3,col=5,title=K001::message" on standard
// output becomes a remark beside that line of the file.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "render/findings.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

/// What would end the line is written as %XX; inside a property also what would end the property.
std::string escaped(std::string_view text, bool property) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
        case '%': safe += "%25"; break;
        case '\r': safe += "%0D"; break;
        case '\n': safe += "%0A"; break;
        case ':': safe += property ? "%3A" : ":"; break;
        case ',': safe += property ? "%2C" : ","; break;
        default: safe += letter;
        }
    }
    return safe;
}

const char* command(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::advice: return "notice";
    }
    return "";
}

std::string as_command(const Diagnostic& diagnostic) {
    const SourceText& source = *diagnostic.source;
    std::string_view file = source.name();
    while (file.starts_with("./")) { file.remove_prefix(2); } // GitHub knows files from the top folder
    const LineColumn begin = source.locate(diagnostic.where.begin);
    LineColumn end = source.locate(std::max(diagnostic.where.begin, diagnostic.where.end));
    // The last character itself, not the place behind it.
    if (end > begin && end.column > 1) { --end.column; }
    std::string message = diagnostic.message;
    if (!diagnostic.explanation.empty()) { message += "\n" + diagnostic.explanation; }
    if (!diagnostic.suggestion.empty()) {
        message += "\n" + fmt::format(fmt::runtime(_("Try: {}")), diagnostic.suggestion);
    }
    return fmt::format("::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
                       command(diagnostic.severity), escaped(harmless(file), true), begin.line, begin.column,
                       end.line, end.column, escaped(diagnostic.code, true),
                       escaped(harmless(message), false));
}

} // namespace

std::string findings_as_github(const std::vector<CheckedOutput>& files) {
    std::string commands;
    for (const CheckedOutput& file : files) {
        for (const Diagnostic& diagnostic : file.diagnostics) { commands += as_command(diagnostic); }
    }
    return commands;
}

} // namespace kindly
