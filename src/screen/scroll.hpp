// SPDX-License-Identifier: MIT
// What is higher than the room there is: which lines of it are shown, and the line that says where there is
// more. Remembers how far it was scrolled; knows nothing of what the lines say.
#pragma once

#include "screen/block.hpp"
#include "screen/key.hpp"

#include <limits>

namespace kindly::screen {

/// In words, not in arrows alone: "↑ more above". `only_below`: words of one's own where all of it is below.
[[nodiscard]] ScreenLine more_line(bool above, bool below, const char* only_below = nullptr);

class Scroll {
public:
    /// At most so many lines of it. Lines `first` to `last` are where the person is: in sight, or part of
    /// them where they are more than the room.
    [[nodiscard]] Block fit(Block whole, int rows, int first, int last);
    /// All of it is equally near; the focus may be out of sight.
    [[nodiscard]] Block fit(Block whole, int rows);

    /// Towards lines that belong to where the person is and are out of sight. False: there are none.
    bool up();
    bool down();
    /// The same by keys: up, down. False: another key, or nothing is out of sight there.
    bool take(const Key& key);
    /// Something was done there: the next fit() shows it.
    void to_beginning() { top_ = 0; }
    void to_end() { top_ = std::numeric_limits<int>::max(); }

private:
    int top_ = 0;
    int view_ = 1;
    int first_ = 0;
    int last_ = 0;
};

} // namespace kindly::screen
