// SPDX-License-Identifier: MIT
// The whole command line as plain values, for completion scripts: whatever CLI11 knows of commands, options
// and values, but hidden ones. Knows no shell.
#pragma once

#include "render/completion.hpp"

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
} // namespace CLI

namespace kindly {

/// `app`: the program itself.
[[nodiscard]] CompletedCommand completion_tree(CLI::App& app);

} // namespace kindly
