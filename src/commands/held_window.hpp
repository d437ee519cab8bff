// SPDX-License-Identifier: MIT
// --hold: a window that was opened for kindly alone, as desktops do for a file, would close with the program
// and take the last words with it. Waits for Enter at the very end. Knows no command and no Context: it holds
// for whatever became of them.
#pragma once

#include "base/exit_code.hpp"
#include "base/output.hpp"

#include <string>
#include <vector>

namespace kindly {

/// Whether --hold stands among the options, also where the rest of the line makes no sense.
[[nodiscard]] bool asks_to_hold(const std::vector<std::string>& arguments);

/// Says so on `err` and waits for Enter or the end of the input. Does nothing unless standard input and `err`
/// are a terminal, nor after a signal: then the window is closing, or somebody wants the program gone.
void hold_window(Output& err, ExitCode ended_with);

} // namespace kindly
