// SPDX-License-Identifier: MIT
// Long work that can be ended from outside with nothing half-done: while one of these lives, the first
// SIGINT, SIGTERM or SIGHUP is only noted, and the work (or a question, asking.hpp) asks now and then. A
// second one ends the program as usual. Not for practices (guide/signals.hpp). One at a time.
#pragma once

#include <array>
#include <csignal>

namespace kindly {

class StopSignals {
public:
    /// Signals that are ignored (nohup, background jobs) stay ignored.
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

    /// Throws Failure with the exit code of the signal that came, if one came, and this sentence.
    static void check(const char* what_became_of_it);

private:
    std::array<struct sigaction, 3> before_{};
};

} // namespace kindly
