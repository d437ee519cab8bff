// SPDX-License-Identifier: MIT
#include "commands/stop_signals.hpp"

#include "base/failure.hpp"

namespace kindly {

namespace {

constexpr std::array<int, 3> numbers{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t came =
    0; // NOLINT(*-avoid-non-const-global-variables): all that a handler may touch

extern "C" void note(int number) { came = number; }

} // namespace

StopSignals::StopSignals() {
    came = 0;
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        struct sigaction& before = before_.at(index);
        ::sigaction(numbers.at(index), nullptr, &before);
        if (before.sa_handler == SIG_IGN) { continue; } // NOLINT(*-union-access): POSIX made it so
        struct sigaction noting {};
        noting.sa_handler = note; // NOLINT(*-union-access)
        noting.sa_flags = static_cast<int>(SA_RESETHAND);
        ::sigaction(numbers.at(index), &noting, nullptr);
    }
}

StopSignals::~StopSignals() {
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        ::sigaction(numbers.at(index), &before_.at(index), nullptr);
    }
    came = 0; // what comes later asks for something else
}

void StopSignals::check(const char* what_became_of_it) {
    if (came == 0) { return; }
    constexpr int ended_by_signal = 128;
    throw Failure(static_cast<ExitCode>(ended_by_signal + came), what_became_of_it);
}

} // namespace kindly
