// SPDX-License-Identifier: MIT
// A practice that the log could not take, as the lines that `export --format jsonl --share words` would write
// of it, so that `import` takes it back. Knows no files and asks nobody.
#pragma once

#include "journal/entry.hpp"
#include "journal/record.hpp"

#include <string>
#include <vector>

namespace kindly {

/// From its beginning to its end, also what the log has of it already.
struct UnsavedPractice {
    Entry entry; ///< with a revision that goes before what stands in the log
    std::vector<AnswerEntry> answers;
    SessionStart start;         ///< what it was made of: settings, plan, picks
    bool settings_known = true; ///< false: they are sealed in the log, and `start` has others
    Milliseconds practised{}, paused{};
    std::vector<StepRecord> steps;
    std::vector<SafetyRecord> safety;
    std::vector<Draft> drafts; ///< words that no answer came of
    std::vector<LetterToKeep> letters;
    struct Kept {
        std::string name, words;
        Moment kept_at;
    };
    std::vector<Kept> kept; ///< words that the person wants to keep under a name
};

/// A line for the practice, then one for each of the words kept; each with its line end.
[[nodiscard]] std::string unsaved_lines(const UnsavedPractice& practice);

} // namespace kindly
