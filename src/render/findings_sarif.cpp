// SPDX-License-Identifier: MIT
// SARIF 2.1.0 (OASIS, 2020): what code scanning and editors read.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "render/findings.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

const char* level(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::advice: return "note";
    }
    return "";
}

/// RFC 3986: everything but letters, digits and - . _ ~ is written as %XX; '/' stays between folders.
std::string as_uri(std::string_view file) {
    const bool absolute = file.starts_with('/');
    while (file.starts_with("./")) { file.remove_prefix(2); }
    std::string uri = absolute ? "file://" : "";
    for (const char letter : file) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') ||
                           std::string_view("-._~/").find(letter) != std::string_view::npos;
        if (plain) {
            uri += letter;
        } else {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
        }
    }
    return uri;
}

Json as_region(const SourceText& source, Span span) {
    const LineColumn begin = source.locate(span.begin);
    const LineColumn end = source.locate(std::max(span.begin, span.end));
    // The end column is the one behind the last character.
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column}};
}

Json as_location(const SourceText& source, Span span) {
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", as_uri(source.name())}}}, {"region", as_region(source, span)}}}};
}

Json as_rule(const RuleOutput& rule) {
    std::string help = rule.why;
    const auto add = [&help](const char* heading, const std::string& example) {
        if (!example.empty()) { help += fmt::format("\n\n{}\n\n{}", heading, example); }
    };
    add(_("Not like this:"), rule.bad);
    add(_("But like this:"), rule.good);
    return {{"id", rule.code},
            {"shortDescription", {{"text", harmless(rule.rule)}}},
            {"fullDescription", {{"text", harmless(rule.why.empty() ? rule.rule : rule.why)}}},
            {"help", {{"text", harmless(help.empty() ? rule.rule : help)}}},
            {"defaultConfiguration", {{"level", level(rule.severity)}}}};
}

std::string message_of(const Diagnostic& diagnostic) {
    std::string text = diagnostic.message;
    if (!diagnostic.explanation.empty()) { text += "\n" + diagnostic.explanation; }
    if (!diagnostic.suggestion.empty()) {
        text += "\n" + fmt::format(fmt::runtime(_("Try: {}")), diagnostic.suggestion);
    }
    return harmless(text);
}

Json as_result(const Diagnostic& diagnostic, const std::map<std::string, std::size_t>& rules) {
    Json result = {{"ruleId", diagnostic.code}};
    if (const auto rule = rules.find(diagnostic.code); rule != rules.end()) {
        result["ruleIndex"] = rule->second;
    }
    result["level"] = level(diagnostic.severity);
    result["message"] = {{"text", message_of(diagnostic)}};
    result["locations"] = Json::array({as_location(*diagnostic.source, diagnostic.where)});
    if (diagnostic.also) {
        Json other = as_location(*diagnostic.source, *diagnostic.also);
        other["message"] = {{"text", _("the other place")}};
        result["relatedLocations"] = Json::array({std::move(other)});
    }
    return result;
}

} // namespace

std::string findings_as_sarif(const std::vector<CheckedOutput>& files, const std::vector<RuleOutput>& rules,
                              const std::string& version) {
    std::map<std::string, std::size_t> index;
    Json described = Json::array();
    for (const RuleOutput& rule : rules) {
        index.emplace(rule.code, described.size());
        described.push_back(as_rule(rule));
    }
    Json results = Json::array();
    for (const CheckedOutput& file : files) {
        for (const Diagnostic& diagnostic : file.diagnostics) {
            results.push_back(as_result(diagnostic, index));
        }
    }
    const Json json = {
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs",
         Json::array(
             {{{"tool",
                {{"driver", {{"name", "kindly"}, {"version", version}, {"rules", std::move(described)}}}}},
               {"columnKind", "unicodeCodePoints"},
               {"results", std::move(results)}}})}};
    return json.dump(2) + '\n';
}

} // namespace kindly
