// SPDX-License-Identifier: MIT
// The way out of the screen: what has to be written, and which modes the terminal had before. Also on the
// signals that a program dies of, with nothing but calls that are allowed there. Knows no ncurses. One at a
// time.
#pragma once

#include <string_view>
#include <termios.h>

namespace kindly::screen {

class WayOut {
public:
    /// Longer ones cannot be kept for a signal; no terminal needs a tenth of it.
    static constexpr std::size_t longest = 512;

    /// From here on, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGQUIT take it first, where it is open.
    WayOut(int descriptor, const termios& before, std::string_view bytes);
    WayOut(const WayOut&) = delete;
    WayOut& operator=(const WayOut&) = delete;
    ~WayOut();

    /// The terminal is ours: from now on there is something to undo.
    void open();
    enum class Keys {
        keep,   ///< the next program reads them
        forget, ///< what was meant for a practice is not for the shell
    };
    /// Undoes it, once. A terminal that belongs to another job keeps its modes; one that takes nothing any
    /// more is waited for a moment only.
    void take(Keys unread);
    [[nodiscard]] bool is_open() const;
};

} // namespace kindly::screen
