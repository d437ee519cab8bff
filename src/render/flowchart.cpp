// SPDX-License-Identifier: MIT
#include "render/flowchart.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t columns = 36; ///< of a label

/// Letters, digits and '_' stay; the letter in front keeps Mermaid's own words ("end") apart.
std::string safe_name(const std::string& name) {
    std::string safe = "n_";
    for (const char letter : name) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') || letter == '_';
        safe += plain ? letter : '_';
    }
    return safe;
}

/// Every name once, whatever the names are made of.
class Names {
public:
    const std::string& operator[](const std::string& name) {
        const auto [place, is_new] = safe_.try_emplace(name);
        if (is_new) {
            place->second = safe_name(name);
            for (int count = 2; !taken_.insert(place->second).second; ++count) {
                place->second = fmt::format("{}_{}", safe_name(name), count);
            }
        }
        return place->second;
    }

private:
    std::map<std::string, std::string> safe_;
    std::set<std::string> taken_;
};

/// Mermaid writes such characters as #number; or #name;
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
        case '"': safe += "#quot;"; break;
        case '<': safe += "#lt;"; break;
        case '>': safe += "#gt;"; break;
        case '&': safe += "#amp;"; break;
        case '#':
        case ';':
        case '%':
        case '`':
        case '\\':
        case '|':
        case '*': // inside quotes too: Markdown
        case '_':
        case '~':
        case '[':
        case ']':
        case '{':
        case '}':
        case '(':
        case ')': safe += fmt::format("#{};", static_cast<int>(letter)); break;
        default: safe += letter;
        }
    }
    return safe;
}

std::string label(const std::string& text) {
    std::string lines;
    for (const std::string& line : wrapped(harmless(text), columns)) {
        if (!lines.empty()) { lines += "<br/>"; }
        // Nor may a line look like an entry of a list.
        const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
        if (digits > 0 && digits < line.size() && line[digits] == '.') {
            lines += line.substr(0, digits) + "#46;" + escaped(line.substr(digits + 1));
        } else if (line.starts_with('-') || line.starts_with('+')) {
            lines += fmt::format("#{};", static_cast<int>(line.front())) + escaped(line.substr(1));
        } else {
            lines += escaped(line);
        }
    }
    return lines.empty() ? std::string(" ") : lines;
}

std::string node(const ChartNode& node) {
    const std::string text = label(node.label);
    switch (node.shape) {
    case ChartNode::Shape::step: return fmt::format("[\"{}\"]", text);
    case ChartNode::Shape::heading: return fmt::format("[[\"{}\"]]:::heading", text);
    case ChartNode::Shape::question: return fmt::format("[/\"{}\"/]", text);
    case ChartNode::Shape::check_in: return fmt::format("{{{{\"{}\"}}}}", text);
    case ChartNode::Shape::decision: return fmt::format("{{\"{}\"}}", text);
    case ChartNode::Shape::end: return fmt::format("([\"{}\"])", text);
    }
    return {};
}

} // namespace

std::string as_mermaid(const Flowchart& chart) {
    std::string out = "flowchart TD\n";
    if (!chart.title.empty()) {
        std::string title;
        for (const char letter : harmless(chart.title)) {
            // A remark ends with its line, and must not look like a directive.
            title += letter == '\n' || letter == '{' || letter == '}' || letter == '%' ? ' ' : letter;
        }
        out += "  %% " + title + "\n";
    }
    Names names;
    for (const ChartNode& one : chart.nodes) { out += "  " + names[one.name] + node(one) + "\n"; }
    for (const ChartArrow& arrow : chart.arrows) {
        out += fmt::format("  {} {}", names[arrow.from], arrow.detour ? "-.->" : "-->");
        if (!arrow.label.empty()) { out += fmt::format("|\"{}\"|", label(arrow.label)); }
        out += fmt::format(" {}\n", names[arrow.to]);
    }
    out += "  classDef heading fill:#fff,stroke:#000,stroke-width:2px,color:#000\n";
    return out;
}

} // namespace kindly
