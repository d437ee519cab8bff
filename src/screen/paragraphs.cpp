// SPDX-License-Identifier: MIT
#include "screen/paragraphs.hpp"

#include "base/text.hpp"
#include "screen/clusters.hpp"
#include "screen/line_breaks.hpp"

#include <algorithm>

namespace kindly::screen {

namespace {

std::size_t character_end(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) { ++at; }
    return at;
}

/// The bytes that fit into `columns`; marks that take no column stay with what they belong to. At least one
/// character, so that a loop over the rest always ends.
std::size_t fitting(std::string_view text, int columns) {
    std::size_t end = 0;
    int wide = 0;
    while (end < text.size()) {
        const std::size_t next = character_end(text, end);
        wide += static_cast<int>(display_width(text.substr(end, next - end)));
        if (wide > columns && end > 0) { break; }
        end = next;
    }
    return end;
}

/// The same, but a mark that closes something stays with it: a few characters less, then.
std::size_t fitting_well(std::string_view text, int columns) {
    constexpr int most_back = 4; // a row of nothing but marks is broken somewhere, too
    const std::size_t most = fitting(text, columns);
    std::size_t end = most;
    for (int back = 0; back < most_back && end > 0; ++back) {
        if (may_break_before(text, end)) { return end; }
        end = code_point_before(text, end);
    }
    return most;
}

} // namespace

std::vector<std::string> folded(std::string_view text, int columns) {
    columns = std::max(columns, 1);
    std::vector<std::string> lines;
    for (std::string& line : wrapped(text, static_cast<std::size_t>(columns))) {
        std::string_view rest = line;
        while (static_cast<int>(display_width(rest)) > columns) {
            const std::size_t end = fitting_well(rest, columns);
            if (end == rest.size()) { break; }
            lines.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end);
        }
        lines.emplace_back(rest);
    }
    return lines;
}

void append(std::vector<ScreenLine>& lines, std::string_view text, int columns, Tone tone,
            std::string_view lead) {
    const auto indent = display_width(lead);
    std::string before(lead);
    for (auto& line : folded(text, columns - static_cast<int>(indent))) {
        lines.push_back(before.empty() ? ScreenLine{{std::move(line), tone}}
                                       : ScreenLine{{before, Tone::normal}, {std::move(line), tone}});
        before.assign(indent, ' ');
    }
}

std::string cut(std::string_view text, int columns) {
    if (columns <= 0) { return {}; }
    if (static_cast<int>(display_width(text)) <= columns) { return std::string(text); }
    if (columns == 1) { return "…"; }
    return std::string(text.substr(0, fitting(text, columns - 1))) + "…";
}

} // namespace kindly::screen
