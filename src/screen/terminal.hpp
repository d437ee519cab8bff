// SPDX-License-Identifier: MIT
// The terminal, as a canvas and a keyboard. Owns ncurses, the alternate screen and the way back out of it,
// whatever ends the program. Knows neither sessions nor what is drawn. One at a time.
#pragma once

#include "screen/block.hpp"
#include "screen/key.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace kindly::screen {

enum class Theme {
    automatic, ///< the terminal's own foreground and background, and colours that suit either
    light,     ///< colours that stand out from a light background
    dark,
    plain, ///< no colours at all
};

struct TerminalOptions {
    Theme theme = Theme::automatic;
    bool colours = true; ///< false: NO_COLOR, --color never
};

class Terminal {
public:
    /// More than this is refused whole.
    static constexpr std::size_t longest_paste = 2 * 1024 * 1024; ///< bytes

    /// Enters the alternate screen. Throws Failure (environment) where TERM cannot do what is needed. From
    /// here to the destructor, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGQUIT put the terminal back
    /// first.
    explicit Terminal(TerminalOptions options);
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    /// Leaves it: screen, cursor, keyboard as before.
    ~Terminal();

    [[nodiscard]] Size size() const;
    /// Asks the system how large it is now. True: it has changed, and all must be drawn again.
    bool adapt();
    /// Writes only what has changed since the last one; nothing at all for an equal frame. Pieces that reach
    /// over an edge are cut there. Never waits: while the terminal has not taken the last one, nothing
    /// happens. Throws Failure (hangup) where the terminal has gone.
    void draw(const Frame& frame);
    /// The terminal has not taken everything yet: what was drawn meanwhile is to be drawn once it has.
    [[nodiscard]] bool behind() const;
    /// To poll for POLLOUT while it is behind; then catch_up() writes on. -1 otherwise.
    [[nodiscard]] int descriptor_behind() const;
    void catch_up();
    /// All of the next frame is written, whatever stands there.
    void forget();
    void ring(); ///< BEL; not where it would come late

    /// To wait on: readable when read() may have something.
    [[nodiscard]] int descriptor() const;
    /// All keys that have come in; never blocks but for the few milliseconds in which the rest of a key's
    /// bytes may come. Throws Failure (hangup) where the terminal has gone.
    [[nodiscard]] std::vector<Key> read();
    /// Part of a key or of a paste has come: call read() again, within a tenth of a second or so, even if
    /// nothing more comes. What stays unfinished (a paste: for two seconds) is given as it is.
    [[nodiscard]] bool in_the_middle() const;

    /// For Ctrl-Z, or for an editor: the terminal as it was before; then back in, all to be drawn again. Both
    /// in a row where somebody had stopped the process unasked: nobody knows what stands there now.
    void leave();
    void enter();

    /// How many colours it has; 0 without any.
    [[nodiscard]] int colours() const;
    /// Text can ease in: enough shades of grey, and neither NO_COLOR nor the plain theme.
    [[nodiscard]] bool eases() const;

private:
    class Curses;
    std::unique_ptr<Curses> curses_;
};

} // namespace kindly::screen
