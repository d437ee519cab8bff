// SPDX-License-Identifier: MIT
// One page of words on the terminal's other screen, waiting for one key out of a few: what stands before a
// practice. Leaves nothing behind in the scroll-back. Knows neither sessions nor what the keys lead to.
#pragma once

#include "screen/block.hpp"
#include "screen/terminal.hpp"

#include <string>
#include <vector>

namespace kindly::screen {

struct PagePart {
    std::string text; ///< one paragraph, as it was written
    Tone tone = Tone::normal;
    bool joined = false; ///< no empty line before it
    bool spare = false;  ///< left out where there is too little room; the last ones first
};

struct PageKey {
    char letter = 0;   ///< '\n' for Enter; letters in small
    std::string words; ///< "g steady me now": for the line of keys, with the key
};

struct Page {
    std::vector<PagePart> parts;
    std::vector<PageKey> keys; ///< named below the words, in this order
};

struct PageAnswer {
    char letter = 'q'; ///< of one of the keys; 'q' also for Ctrl-C and Escape
    int signal = 0;    ///< a signal that ends the program; or the terminal has gone (SIGHUP)
};

/// Enters the other screen, and leaves it before it returns. Throws Failure (environment) where TERM cannot
/// do what is needed.
[[nodiscard]] PageAnswer ask_on_page(const Page& page, const TerminalOptions& options);

/// What is drawn. `scroll`: lines, kept within what there is.
[[nodiscard]] Frame draw(const Page& page, Size size, int& scroll);

} // namespace kindly::screen
