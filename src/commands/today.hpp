// SPDX-License-Identifier: MIT
// What is offered to somebody who just types `kindly`: one page, with what is waiting or one suggestion and
// its reason, never a word about a gap.
#pragma once

#include "base/exit_code.hpp"

namespace kindly {

class Context;
struct PracticeRequest;

struct TodayOptions {
    bool json = false;
    bool brief = false; ///< --short: one line for a prompt, or nothing
    int minutes = 0;    ///< 0: as long as they usually take
};

/// `asked`: how what Enter begins is to be practised; which exercise it is, is for the page to say.
[[nodiscard]] ExitCode run_today(Context& context, const TodayOptions& options, const PracticeRequest& asked);

/// "kindly: something is ready", or nothing: what others may see on somebody's screen. Opens no catalogue,
/// and the log at most once a minute while nobody writes to it; never fails over one that cannot be read.
[[nodiscard]] ExitCode run_today_short(Context& context);

} // namespace kindly
