// SPDX-License-Identifier: MIT
// What was changed in a text, so that it can be taken back and done again. Letters typed one after another
// are one change, up to the end of a word. Owns copies of the words that were taken out; keeps nothing of
// what has not been changed.
#pragma once

#include <cstddef>
#include <deque>
#include <string>

namespace kindly::screen {

/// `removed` stood at `at`; `inserted` took its place.
struct Change {
    std::size_t at = 0;
    std::string removed;
    std::string inserted;
    std::size_t cursor_before = 0;
};

class History {
public:
    /// From here on nothing that was taken back can be done again.
    void note(Change change);
    /// The cursor has moved: what comes now is a change of its own.
    void pause() { open_ = false; }

    /// The change to take back; null if there is none.
    [[nodiscard]] const Change* undo();
    /// The change to do again; null if there is none.
    [[nodiscard]] const Change* redo();

private:
    [[nodiscard]] bool joins(const Change& change) const;
    void forget_the_oldest();

    std::deque<Change> changes_;
    std::size_t done_ = 0; ///< how many of them stand in the text
    std::size_t bytes_ = 0;
    bool open_ = false;
};

} // namespace kindly::screen
