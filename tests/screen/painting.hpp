// SPDX-License-Identifier: MIT
// A frame as the rows of text that a person would see, for comparing with pictures in tests.
#pragma once

#include "base/text.hpp"
#include "screen/block.hpp"

#include <string>
#include <vector>

namespace kindly::screen::testing {

/// Rows without spaces at their ends. Where two pieces overlap, or one reaches over an edge, it says so.
inline std::vector<std::string> painted(const Frame& frame, Size size) {
    std::vector<std::vector<std::string>> cells(
        static_cast<std::size_t>(size.rows),
        std::vector<std::string>(static_cast<std::size_t>(size.columns), " "));
    std::string wrong;
    for (const auto& piece : frame.pieces) {
        int column = piece.at.column;
        const std::string& text = piece.span.text;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at + 1;
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { ++end; }
            const std::string one = text.substr(at, end - at);
            at = end;
            const int wide = static_cast<int>(display_width(one));
            if (piece.at.row < 0 || piece.at.row >= size.rows || column < 0 || column + wide > size.columns) {
                wrong += "over the edge: " + text + "\n";
                break;
            }
            auto& row = cells[static_cast<std::size_t>(piece.at.row)];
            if (wide == 0) {
                row[static_cast<std::size_t>(column - 1)] += one;
                continue;
            }
            auto& cell = row[static_cast<std::size_t>(column)];
            if (cell != " " && one != " ") { wrong += "overlaps: " + text + "\n"; }
            if (one != " ") { cell = one; }
            for (int more = 1; more < wide; ++more) { row[static_cast<std::size_t>(column + more)].clear(); }
            column += wide;
        }
    }
    std::vector<std::string> rows;
    for (const auto& row : cells) {
        std::string line;
        for (const auto& cell : row) { line += cell; }
        line.erase(line.find_last_not_of(' ') + 1);
        rows.push_back(line);
    }
    if (!wrong.empty()) { rows.insert(rows.begin(), wrong); }
    return rows;
}

inline std::string picture(const Frame& frame, Size size) {
    std::string all;
    for (const auto& row : painted(frame, size)) { all += row + '\n'; }
    return all;
}

} // namespace kindly::screen::testing
