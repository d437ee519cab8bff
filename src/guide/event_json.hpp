// SPDX-License-Identifier: MIT
// Events as lines of JSON: version 1 of the event stream (kindly-events(5)). Reads and writes nothing itself.
#pragma once

#include "session/event.hpp"

#include <string>

namespace kindly {

/// One object with its line end; empty for events that are not part of the stream. What is missing is null;
/// what a question does not have (options, bounds, labels, measure) is left out. `first` carries the stream's
/// version.
[[nodiscard]] std::string event_line(const Event& event, bool first);

} // namespace kindly
