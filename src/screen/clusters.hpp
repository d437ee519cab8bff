// SPDX-License-Identifier: MIT
// What a person calls a character, as a terminal shows it: where it begins and ends in a text, how wide it
// is, what may be drawn of it. Pure; knows neither lines nor cursors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kindly::screen {

struct Cluster {
    /// More bytes or columns than these make two clusters of one: nobody types such a character, and one key
    /// must not take long over a page of accents on a single letter.
    static constexpr std::size_t longest = 128;
    static constexpr int widest = 8; ///< a family of four

    std::size_t begin = 0;
    std::size_t end = 0;
    int columns = 0; ///< of a tab or a newline: 0, as it depends on where it stands

    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The one that begins at `at`, which must be where one begins and before the text's end.
[[nodiscard]] Cluster cluster_at(std::string_view text, std::size_t at);

/// What may be drawn of it; empty for what is never shown. The text that is kept stays as it is.
[[nodiscard]] std::string shown(std::string_view text, const Cluster& cluster);

enum class Sort {
    space,  ///< newlines and tabs too
    word,   ///< letters, digits, marks, apostrophes
    others, ///< punctuation, pictures
};
/// Of the code point that begins at `at`.
[[nodiscard]] Sort sort_at(std::string_view text, std::size_t at);

/// Where the code point before `at` begins; `at` must be above 0.
[[nodiscard]] std::size_t code_point_before(std::string_view text, std::size_t at);
/// Where the code point that begins at `at` ends.
[[nodiscard]] std::size_t code_point_end(std::string_view text, std::size_t at);

} // namespace kindly::screen
