// SPDX-License-Identifier: MIT
// Words for people: validity, width, wrapping, and making any text harmless before it reaches a terminal.
// Texts are UTF-8 throughout.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// The offset of the first byte that is not valid UTF-8.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Without control characters (newline and tab stay), escape sequences' first bytes, bidi overrides and
/// isolates, and invisible characters that could hide or reorder words. Invalid bytes become U+FFFD. ZWJ and
/// ZWNJ stay.
[[nodiscard]] std::string harmless(std::string_view text);

/// JSON in which a letter that harmless() would leave out stands as its number, \u009b: programs read the
/// same from it, and a terminal has nothing to obey. (Below U+0080, JSON itself sees to that.)
[[nodiscard]] std::string json_in_sight(std::string_view json);

/// Words as a reader counts them: runs of anything but white space.
[[nodiscard]] std::size_t word_count(std::string_view text);

/// Columns on a terminal, by the C library's wcwidth, as ncurses counts.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Grapheme clusters: what a person calls characters.
[[nodiscard]] std::size_t grapheme_count(std::string_view text);

/// Lines of at most `columns`; paragraphs are kept, a longer word stands alone on its line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);
[[nodiscard]] std::string lowered_ascii(std::string_view text);
/// For a shell: in single quotes.
[[nodiscard]] std::string quoted_for_sh(std::string_view text);
/// A file's name as a shell takes it: as it is, or in quotation marks; never like an option.
[[nodiscard]] std::string for_a_shell(const std::string& file);
/// For comparing typed words: without case and without accents, since not every keyboard has them. "Sí" and
/// "si" are one word. As it is where it is no UTF-8.
[[nodiscard]] std::string bare_letters(std::string_view text);

/// The candidate that was most likely meant: Damerau-Levenshtein distance at most max(1, length / 3),
/// ignoring case and the difference between '-', '_' and ' '. Empty if none is near, or `word` is empty.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

} // namespace kindly
