// SPDX-License-Identifier: MIT
#include "screen/way_out.hpp"

#include "screen/outlet.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <csignal>
#include <unistd.h>

namespace kindly::screen {

namespace {

constexpr std::array deadly{SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGQUIT};

// What a signal handler may look at: filled before it is installed, and never changed while it is.
int terminal = -1;
termios modes_before{};
std::array<char, WayOut::longest> saved_bytes{};
std::size_t saved_length = 0;
std::array<struct sigaction, deadly.size()> actions_before{};
std::atomic<bool> to_undo{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// A stack of its own, for the case that the other one is what ran out.
alignas(16) std::array<char, 65536> spare_stack{};
bool spare_stack_used = false;

/// A terminal that takes nothing any more must not keep a program alive that is to end.
constexpr int patience_ms = 500;

/// Otherwise the modes are those of another job by now, a shell's usually.
bool is_in_front() {
    const pid_t owner = ::tcgetpgrp(terminal);
    return owner < 0 || owner == ::getpgrp();
}

extern "C" void leave_and_die(int number) {
    if (to_undo.exchange(false)) {
        write_patiently(terminal, {saved_bytes.data(), saved_length}, patience_ms);
        if (is_in_front()) {
            ::tcsetattr(terminal, TCSANOW, &modes_before);
            ::tcflush(terminal, TCIFLUSH); // what was meant for a practice is not for the shell
        }
    }
    for (std::size_t at = 0; at < deadly.size(); ++at) {
        if (deadly[at] == number) { ::sigaction(number, &actions_before[at], nullptr); }
    }
    ::raise(number); // as it would have ended without us; comes when this returns
}

/// SIGTTOU would stop us where another job has the terminal, and nobody would know why.
class WithoutStopping {
public:
    WithoutStopping() {
        sigset_t one;
        sigemptyset(&one);
        sigaddset(&one, SIGTTOU);
        ::sigprocmask(SIG_BLOCK, &one, &before_);
    }
    WithoutStopping(const WithoutStopping&) = delete;
    WithoutStopping& operator=(const WithoutStopping&) = delete;
    ~WithoutStopping() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

} // namespace

WayOut::WayOut(int descriptor, const termios& before, std::string_view bytes) {
    assert(terminal < 0 && "only one WayOut at a time");
    assert(bytes.size() <= longest);
    terminal = descriptor;
    modes_before = before;
    saved_length = std::min(bytes.size(), longest);
    std::copy_n(bytes.begin(), saved_length, saved_bytes.begin());
    stack_t stack{};
    // A sanitizer, say, may have given one already.
    if (::sigaltstack(nullptr, &stack) == 0 && (stack.ss_flags & SS_DISABLE) != 0) {
        stack.ss_sp = spare_stack.data();
        stack.ss_size = spare_stack.size();
        stack.ss_flags = 0;
        spare_stack_used = ::sigaltstack(&stack, nullptr) == 0;
    }
    struct sigaction ours {};
    ours.sa_handler = leave_and_die;
    ours.sa_flags = SA_ONSTACK;
    sigfillset(&ours.sa_mask);
    for (std::size_t at = 0; at < deadly.size(); ++at) {
        ::sigaction(deadly[at], &ours, &actions_before[at]);
    }
}

WayOut::~WayOut() {
    take(Keys::forget);
    for (std::size_t at = 0; at < deadly.size(); ++at) {
        ::sigaction(deadly[at], &actions_before[at], nullptr);
    }
    if (spare_stack_used) {
        stack_t none{};
        none.ss_flags = SS_DISABLE;
        ::sigaltstack(&none, nullptr);
        spare_stack_used = false;
    }
    terminal = -1;
}

void WayOut::open() { to_undo = true; }

bool WayOut::is_open() const { return to_undo; }

void WayOut::take(Keys unread) {
    if (!to_undo.exchange(false)) { return; }
    const WithoutStopping while_we_leave;
    const bool written = write_patiently(terminal, {saved_bytes.data(), saved_length}, patience_ms);
    if (!is_in_front()) { return; }
    if (unread == Keys::forget) { ::tcflush(terminal, TCIFLUSH); }
    ::tcsetattr(terminal, written ? TCSADRAIN : TCSANOW, &modes_before);
}

} // namespace kindly::screen
