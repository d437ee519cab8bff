// SPDX-License-Identifier: MIT
// What is offered to somebody who just types `kindly`: one suggestion with its reason, never a word about a
// gap.
#pragma once

#include "base/exit_code.hpp"

namespace kindly {

class Context;

struct TodayOptions {
    bool json = false;
};

[[nodiscard]] ExitCode run_today(Context& context, const TodayOptions& options);

} // namespace kindly
