// SPDX-License-Identifier: MIT
#include "commands/held_window.hpp"

#include "base/translate.hpp"
#include "base/uninterrupted.hpp"

#include <algorithm>
#include <unistd.h>

namespace kindly {

bool asks_to_hold(const std::vector<std::string>& arguments) {
    const auto options_end = std::find(arguments.begin(), arguments.end(), "--");
    return std::find(arguments.begin(), options_end, "--hold") != options_end;
}

void hold_window(Output& err, ExitCode ended_with) {
    constexpr int signals_from = 128;
    if (static_cast<int>(ended_with) >= signals_from) { return; }
    if (::isatty(STDIN_FILENO) != 1 || !err.is_terminal()) { return; }
    err.write(std::string("\n") + _("Enter closes this window.") + "\n");
    err.flush();
    char typed = 0;
    while (uninterrupted([&] { return ::read(STDIN_FILENO, &typed, 1); }) == 1 && typed != '\n') {}
}

} // namespace kindly
