// SPDX-License-Identifier: MIT
// Where a text that is being written breaks into rows: by words, at newlines, and inside whatever is longer
// than a row. Breaks no further than it is asked about, so that one key is quick in a long text. Owns offsets
// only; the text is handed to it each time, and is always the one that it was last told of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindly::screen {

class Rows {
public:
    /// Spaces at the end of a row may take more: they are not drawn.
    explicit Rows(int columns) : columns_(columns) {}

    [[nodiscard]] int columns() const { return columns_; }

    /// The text is another one from there on.
    void changed_from(std::size_t at);

    /// There is such a row.
    [[nodiscard]] bool reaches(std::string_view text, std::size_t row);
    /// The row that the offset stands in; where one ends and the next begins, the next.
    [[nodiscard]] std::size_t row_of(std::string_view text, std::size_t at);
    [[nodiscard]] std::size_t begin(std::string_view text, std::size_t row);
    /// Where the next one begins, or the text ends.
    [[nodiscard]] std::size_t end(std::string_view text, std::size_t row);

    /// Where the cluster before `at` begins; 0 at the beginning.
    [[nodiscard]] std::size_t before(std::string_view text, std::size_t at);
    /// The nearest place at or behind `at` where a cluster begins, or the text's end.
    [[nodiscard]] std::size_t snapped(std::string_view text, std::size_t at);

private:
    [[nodiscard]] std::size_t row_end(std::string_view text, std::size_t begin) const;
    void grow(std::string_view text);

    int columns_;
    std::vector<std::size_t> begins_{0};
    bool complete_ = false; ///< begins_ are those of the whole text
};

/// Text from an exercise, made harmless, as lines of at most that many columns (a word that is longer is
/// broken); at least one.
[[nodiscard]] std::vector<std::string> broken_lines(std::string_view text, int columns);

/// How many columns a tab takes that stands there.
[[nodiscard]] int tab_columns(int column);

} // namespace kindly::screen
