// SPDX-License-Identifier: MIT
// A text of several lines that is being written: its words, the cursor, what each key does to them. Pure:
// keys in, a block out. The text is kept as it was typed; only what is drawn is made harmless.
//
// Keys: letters, Enter (a new line), arrows, Home and End (Ctrl-A, Ctrl-E) of the shown line, Page up and
// Page down; by words Ctrl- or Alt-left and -right, Alt-b, Alt-f; Backspace and Delete; words with Ctrl-W,
// Alt-Backspace, Ctrl-Backspace, Alt-d, Ctrl-Delete; Ctrl-U and Ctrl-K to the shown line's beginning and
// end; Alt-u takes the last change back, Alt-r does it again (Ctrl-Z and Ctrl-Y suspend programs somewhere).
// Ctrl-D or Alt-Enter (Escape, then Enter) finishes. Everything else is not its own: Escape and commands.
#pragma once

#include "screen/block.hpp"
#include "screen/field.hpp"
#include "screen/history.hpp"
#include "screen/key.hpp"
#include "screen/rows.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kindly::screen {

class Editor {
public:
    /// In characters; 0 for no limit.
    explicit Editor(std::size_t longest = 0) : longest_(longest) {}

    Field::Took take(const Key& key);
    /// At most so many columns wide; at the bottom a line that says where there is more, if there is.
    [[nodiscard]] Block draw(int columns, int rows) const;
    [[nodiscard]] const std::string& hint() const { return hint_; }

    [[nodiscard]] const std::string& text() const { return text_; }
    /// An offset in text(), at the beginning of a character.
    [[nodiscard]] std::size_t cursor() const { return cursor_; }
    /// All of it, even where it is longer than it may be: then it must be shortened before it can be
    /// finished. Where there were words before, this can be taken back. The cursor stands at its end.
    void set_text(std::string_view words);

private:
    Field::Took take_alt(const Key& key);
    Field::Took take_control(const Key& key);
    Field::Took move_to(std::size_t at);
    Field::Took insert(std::string_view words);
    Field::Took paste(std::string_view words);
    Field::Took remove(std::size_t begin, std::size_t end);
    Field::Took finish();
    Field::Took take_back();
    Field::Took do_again();
    void replace(std::size_t at, std::size_t length, std::string_view with);
    Field::Took move_rows(int by);
    [[nodiscard]] std::size_t too_many(std::string_view words) const;

    [[nodiscard]] std::size_t one_left(std::size_t at) const;
    [[nodiscard]] std::size_t one_right(std::size_t at) const;
    [[nodiscard]] std::size_t word_left(bool over_newlines) const;
    [[nodiscard]] std::size_t word_right(bool over_newlines) const;
    [[nodiscard]] std::size_t line_begin() const;
    [[nodiscard]] std::size_t line_end(std::size_t row) const;
    [[nodiscard]] int column_of(std::size_t at) const;
    [[nodiscard]] std::size_t at_column(std::size_t row, int wished) const;
    [[nodiscard]] bool shows_nothing(std::size_t begin, std::size_t end) const;
    void fit_rows(int columns, int rows) const;
    [[nodiscard]] std::string row_text(std::size_t row) const;

    std::size_t longest_;
    std::string text_;
    std::size_t cursor_ = 0;
    std::optional<int> wished_column_; ///< where up and down would like to be
    History history_;
    std::string hint_;

    // What drawing remembers: how wide and high it was last, and how far it had scrolled.
    static constexpr int usual_columns = 64;
    mutable Rows rows_{usual_columns - 1};
    mutable std::size_t top_ = 0;
    mutable std::size_t view_ = 1; ///< rows of text
};

} // namespace kindly::screen
