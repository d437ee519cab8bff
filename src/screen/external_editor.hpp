// SPDX-License-Identifier: MIT
// Writing in a program of the person's own: the words go into a file that only they can read, and the file is
// removed whatever happens; what a kill has left, by the next one (PassingFolder). Knows neither the screen
// nor what the words are for.
#pragma once

#include "guide/signals.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly::screen {

/// What the name of the folder with that file begins with.
inline constexpr const char* words_on_their_way = "kindly-words-";

struct Edited {
    std::optional<std::string> words; ///< none: they are as they were
    std::string trouble;              ///< why, in one kind sentence; may be empty
    std::optional<Signals::Came> ended_by;
};

/// Waits for it to end. The terminal must have been left; signals that mean the practice end the editor too.
[[nodiscard]] Edited edit_elsewhere(const std::vector<std::string>& editor,
                                    const std::filesystem::path& folder, std::string_view words,
                                    Signals& signals);

} // namespace kindly::screen
