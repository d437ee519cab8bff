// SPDX-License-Identifier: MIT
#include "base/marked_line.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>

namespace kindly {

namespace {

constexpr std::size_t widest_line = 160;        ///< columns between the marks and around them, in all
constexpr std::size_t around = widest_line / 2; ///< columns shown before the first mark and after the last
constexpr std::size_t most_signs = around;      ///< a longer place is marked at its beginning
constexpr std::string_view left_out = "...";

std::string shown(std::string_view part) {
    std::string text = harmless(part);
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

/// Columns [begin, end) of a line as it is shown.
struct Columns {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Columns columns_of(const SourceText& source, std::string_view line, Span span) {
    const auto line_start = static_cast<std::size_t>(line.data() - source.bytes().data());
    const std::size_t begin = std::min(span.begin - std::min(span.begin, line_start), line.size());
    const std::size_t end = std::clamp(span.end - std::min(span.end, line_start), begin, line.size());
    Columns columns;
    columns.begin = display_width(shown(line.substr(0, begin)));
    const std::size_t width = display_width(shown(line.substr(begin, end - begin)));
    columns.end = columns.begin + std::clamp<std::size_t>(width, 1, most_signs);
    return columns;
}

/// The part of a text between two columns; `begin` becomes the column where the part really begins.
std::string part_between(std::string_view text, std::size_t& begin, std::size_t end) {
    std::string part;
    std::size_t column = 0;
    const std::size_t wanted = begin;
    begin = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) { ++next; }
        const std::string_view letter = text.substr(at, next - at);
        const std::size_t width = display_width(letter);
        if (column >= wanted && column + width <= end) {
            if (begin == std::string_view::npos) { begin = column; }
            part += letter;
        }
        column += width;
        at = next;
    }
    begin = std::min(begin, column);
    return part;
}

} // namespace

MarkedLine marked_line(const SourceText& source, const std::vector<Mark>& marks) {
    MarkedLine marked;
    marked.number = source.locate(marks.front().span.begin).line;
    const std::string_view line = source.line(marked.number);
    std::vector<Columns> places;
    Columns all{std::string_view::npos, 0};
    for (const Mark& mark : marks) {
        places.push_back(columns_of(source, line, mark.span));
        all.begin = std::min(all.begin, places.back().begin);
        all.end = std::max(all.end, places.back().end);
    }
    const std::string whole = shown(line);
    const std::size_t width = display_width(whole);
    std::size_t begin = all.begin > around ? all.begin - around : 0;
    const bool cut_before = begin > 0;
    const bool cut_after = width > all.end + around;
    marked.text = part_between(whole, begin, cut_after ? all.end + around : width);
    std::size_t indent = 0;
    if (cut_before) {
        marked.text.insert(0, left_out);
        indent = left_out.size();
    }
    if (cut_after) { marked.text += left_out; }
    for (std::size_t mark = 0; mark < marks.size(); ++mark) {
        const std::size_t from = places[mark].begin - begin + indent;
        const std::size_t to = places[mark].end - begin + indent;
        if (marked.marks.size() < to) { marked.marks.resize(to, ' '); }
        std::fill(marked.marks.begin() + static_cast<std::ptrdiff_t>(from),
                  marked.marks.begin() + static_cast<std::ptrdiff_t>(to), marks[mark].sign);
    }
    return marked;
}

bool on_one_line(const SourceText& source, Span first, Span second) {
    const std::size_t number = source.locate(first.begin).line;
    if (source.locate(second.begin).line != number) { return false; }
    const std::string_view line = source.line(number);
    const Columns one = columns_of(source, line, first);
    const Columns other = columns_of(source, line, second);
    return std::max(one.end, other.end) - std::min(one.begin, other.begin) <= widest_line;
}

} // namespace kindly
