// SPDX-License-Identifier: MIT
#include "screen/layout.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace kindly::screen {

int width(const ScreenLine& line) {
    return std::accumulate(line.begin(), line.end(), 0, [](int sum, const TonedText& span) {
        return sum + static_cast<int>(display_width(span.text));
    });
}

int width(const std::vector<ScreenLine>& lines) {
    int widest = 0;
    for (const auto& line : lines) { widest = std::max(widest, width(line)); }
    return widest;
}

int width(const Block& block) { return width(block.lines); }

void put(Frame& frame, const Block& block, Place at, Size screen, double presence) {
    int row = at.row;
    for (const auto& line : block.lines) {
        int column = at.column;
        for (const auto& span : line) {
            if (row >= 0 && row < screen.rows && !span.text.empty()) {
                frame.pieces.push_back({{row, column}, span, presence});
            }
            column += static_cast<int>(display_width(span.text));
        }
        row++;
    }
    if (!block.focus) { return; }
    frame.cursor = {std::clamp(at.row + block.focus->row, 0, std::max(screen.rows - 1, 0)),
                    std::clamp(at.column + block.focus->column, 0, std::max(screen.columns - 1, 0))};
    frame.cursor_shown = block.cursor_shown;
}

int centred(int wide, Size screen) { return std::max((screen.columns - wide) / 2, 0); }

} // namespace kindly::screen
