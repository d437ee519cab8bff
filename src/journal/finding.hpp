// SPDX-License-Identifier: MIT
// Whether a practice holds the words that a person looks for, and where: in what was written, chosen, asked,
// or in its title. Plain values; asks no database.
#pragma once

#include "base/found_words.hpp"
#include "journal/entry.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct FoundLine {
    enum class In { answer, question, title };
    In in = In::answer;
    std::int64_t position = 0; ///< of the answer; 0 in the title
    std::string text;          ///< one line, harmless
    std::vector<WordsToFind::Place> places;
};

/// The lines in which the words were found, each word at least once: in what the person wrote or chose if it
/// is there, else in what was asked, else in the title. Nothing if one of them is nowhere in this practice.
[[nodiscard]] std::optional<std::vector<FoundLine>> find_words(const WordsToFind& words, const Entry& entry,
                                                               const std::vector<AnswerEntry>& answers);

} // namespace kindly
