// SPDX-License-Identifier: MIT
// The event stream: one JSON object a line out, one a line in (kindly-events(5)). For other front ends,
// scripts, tests.
#pragma once

#include "base/output.hpp"
#include "guide/guide.hpp"

#include <memory>

namespace kindly {

struct EventsOptions {
    int input = 0;        ///< descriptor of the lines that come in
    bool instant = false; ///< a virtual clock, which begins at 0
};

/// `output` must outlive the guide. While it lives, it handles the process's signals.
[[nodiscard]] std::unique_ptr<Guide> make_events_guide(const EventsOptions& options, Output& output);

} // namespace kindly
