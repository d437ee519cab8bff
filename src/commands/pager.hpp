// SPDX-License-Identifier: MIT
// Shows a text that is nobody else's business: at a terminal in its alternate screen, page by page, so that
// nothing of it stays in the scroll-back; elsewhere as plain lines. Gives the terminal back as it was,
// however it ends. Knows nothing of what it shows.
#pragma once

#include "base/exit_code.hpp"
#include "base/output.hpp"

#include <cstddef>
#include <functional>

namespace kindly {

class Context;

/// Writes the text in lines of at most so many columns; asked again when the window changes.
using WriteText = std::function<void(Output& out, std::size_t columns)>;

/// Returns when the person leaves it (done), or when a signal from outside ends it.
ExitCode show_pages(Context& context, const WriteText& write);

/// Whether show_pages() would use the alternate screen.
[[nodiscard]] bool has_pages(const Context& context);

} // namespace kindly
