// SPDX-License-Identifier: MIT
#include "commands/terminal_columns.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace kindly {

std::size_t terminal_columns(const Output& output) {
    winsize size{};
    if (!output.is_terminal() || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) { return 0; }
    return size.ws_col;
}

} // namespace kindly
