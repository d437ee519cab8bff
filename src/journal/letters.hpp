// SPDX-License-Identifier: MIT
// Words that somebody set aside until a day: which there are and when they are ready, never the words
// themselves (Journal::answers has those). Must not know: clocks, who is told, how anything is shown.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct Letter {
    std::string session;       ///< id of the practice that it was written in
    std::int64_t position = 0; ///< of the answer that holds the words
    std::string exercise, title;
    std::string ready_on; ///< YYYY-MM-DD
    Moment set_aside_at;
    std::optional<Moment> opened_at; ///< the first time
};

/// Every letter that still has words: those that are ready first come first. Trials have none.
[[nodiscard]] std::vector<Letter> letters(const Journal& journal);

/// For `today`: a letter that nobody has opened yet is ready on this day (YYYY-MM-DD) or has been since
/// before. One look at an index. Throws Failure (environment) as Journal does.
[[nodiscard]] bool letter_is_ready(const Journal& journal, const std::string& day);

/// It was read; a second time changes nothing. Needs open_for_writing.
void mark_opened(Journal& journal, const Letter& letter, Moment now);

} // namespace kindly
