// SPDX-License-Identifier: MIT
#include "commands/terminal_columns.hpp"

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kindly {

std::size_t terminal_columns(const Output& output) {
    winsize size{};
    if (!output.is_terminal()) { return 0; }
    // Either of the two may lead elsewhere; where both are a terminal, it is the same one.
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0) { return size.ws_col; }
    }
    return 0;
}

std::size_t page_columns(const Output& output) {
    constexpr std::size_t widest = 76; // with an indent, a terminal of 80
    constexpr std::size_t narrowest = 20;
    const std::size_t columns = terminal_columns(output);
    return columns == 0 ? widest : std::clamp(columns, narrowest, widest);
}

} // namespace kindly
