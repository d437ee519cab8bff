// SPDX-License-Identifier: MIT
#include "screen/cells.hpp"

#include <cwchar>

#include <utf8proc.h>

namespace kindly::screen {

namespace {

/// ncurses keeps a character and four marks in a cell.
constexpr std::size_t most_in_a_cell = 5;
constexpr wchar_t replacement = 0xFFFD; ///< for a byte that is not UTF-8

bool is_pictograph(utf8proc_int32_t value) {
    return utf8proc_get_property(value)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_skin_tone(utf8proc_int32_t value) { return value >= 0x1F3FB && value <= 0x1F3FF; }

bool is_variation_selector(utf8proc_int32_t value) { return value >= 0xFE00 && value <= 0xFE0F; }

/// Puts characters side by side, with what terminals disagree about left away: whoever joins pictures, or
/// widens them by a selector, has the rest of the line elsewhere than whoever does not.
class Row {
public:
    /// `most`: characters, at most as many as there are bytes; a row is made for each line that moves.
    explicit Row(std::size_t most) { characters.reserve(most); }

    void put(utf8proc_int32_t value) {
        constexpr utf8proc_int32_t joiner = 0x200D;
        const int width = value < 0 ? 1 : ::wcwidth(static_cast<wchar_t>(value));
        if (value < 0) {
            append(replacement, 1);
        } else if (width < 0 || is_variation_selector(value)) {
            return; // it has no width in base/text either
        } else if (is_skin_tone(value) && after_pictograph_) {
            append(' ', 1);
            append(' ', 1);
        } else if (width > 0) {
            append(static_cast<wchar_t>(value), width);
            after_pictograph_ = is_pictograph(value);
        } else if (!characters.empty() && !(value == joiner && after_pictograph_) &&
                   characters.back().text.size() < most_in_a_cell) {
            characters.back().text += static_cast<wchar_t>(value);
        }
    }

    std::vector<Character> characters;

private:
    void append(wchar_t value, int width) {
        characters.push_back({std::wstring(1, value), width});
        after_pictograph_ = false;
    }
    bool after_pictograph_ = false;
};

} // namespace

Cells cells_of(std::string_view text, int column, int columns) {
    Row row(text.size());
    while (!text.empty()) {
        utf8proc_int32_t value = -1;
        const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &value);
        row.put(read > 0 ? value : -1);
        text.remove_prefix(read > 0 ? static_cast<std::size_t>(read) : 1);
    }
    Cells cells{column, {}};
    cells.characters.reserve(row.characters.size());
    for (auto& character : row.characters) {
        const int end = column + character.width;
        if (column >= columns) { break; }
        if (column >= 0 && end <= columns) {
            cells.characters.push_back(std::move(character));
        } else if (end > 0 && column < columns) {
            const int left = (end < columns ? end : columns) - (column > 0 ? column : 0);
            cells.characters.insert(cells.characters.end(), static_cast<std::size_t>(left), {L" ", 1});
        }
        column = end;
    }
    if (cells.column < 0) { cells.column = 0; }
    return cells;
}

} // namespace kindly::screen
