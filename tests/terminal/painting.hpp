// SPDX-License-Identifier: MIT
// The painter on a terminal, for the tests of screen/terminal. Knows what the painter draws, nothing else.
#pragma once

#include "screen_child.hpp"

#include <string>
#include <vector>

namespace kindly::tests {

struct Painting {
    std::vector<std::string> arguments{};
    std::string term = "xterm-256color";
    int rows = 24;
    int columns = 80;
};

[[nodiscard]] inline ScreenChild::Start painter(Painting painting = {}) {
    ScreenChild::Start start;
    start.command = std::move(painting.arguments);
    start.command.insert(start.command.begin(), KINDLY_PAINTER);
    // A sanitizer is not to answer the signals that these tests send.
    start.variables = {
        "ASAN_OPTIONS=handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0"};
    start.term = painting.term;
    start.rows = painting.rows;
    start.columns = painting.columns;
    return start;
}

/// The last thing that the painter draws: the whole picture is there.
inline void wait_for_picture(ScreenChild& child) {
    child.wait_for_text("size");
    child.wait_until(
        [&] {
            for (int row = 0; row < 200; ++row) {
                if (child.row(row).ends_with("corner")) { return true; }
            }
            return false;
        },
        "the corner of the picture");
}

} // namespace kindly::tests
