// SPDX-License-Identifier: MIT
#include "guide/waiter.hpp"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

// The build may say KINDLY_TIMERFD=0, so that what other systems get is built and tested on this one too.
#ifndef KINDLY_TIMERFD
#if __has_include(<sys/timerfd.h>)
#define KINDLY_TIMERFD 1
#else
#define KINDLY_TIMERFD 0
#endif
#endif
#if KINDLY_TIMERFD
#include <sys/timerfd.h>
#endif

namespace kindly {

namespace {

/// poll's slack grows with its timeout, so that without a timer it is asked for short whiles only.
constexpr Milliseconds longest_step = std::chrono::seconds(1);

#if KINDLY_TIMERFD
/// Counts sleep, so that the timer goes off right after waking up and not when the rest of a silence is over.
int make_timer() { return ::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK); }

bool arm(int timer, Milliseconds at) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at);
    itimerspec when{};
    when.it_value.tv_sec = static_cast<time_t>(seconds.count());
    when.it_value.tv_nsec = static_cast<long>(std::chrono::nanoseconds(at - seconds).count());
    return ::timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, nullptr) == 0;
}
#else
int make_timer() { return -1; }
bool arm(int, Milliseconds) { return false; }
#endif

} // namespace

Waiter::Waiter(std::function<Milliseconds()> asleep, Timer timer)
    : asleep_(std::move(asleep)), asleep_before_(asleep_()),
      timer_(timer == Timer::best ? make_timer() : -1) {}

Waiter::~Waiter() {
    if (timer_ >= 0) { ::close(timer_); }
}

bool Waiter::slept() {
    const Milliseconds asleep = asleep_();
    const bool long_enough = asleep - asleep_before_ > tolerance;
    if (long_enough) { asleep_before_ = asleep; }
    return long_enough;
}

/// For poll: -1 where the timer will wake it.
int Waiter::time_left(Milliseconds deadline, Milliseconds now) {
    // The two clocks are read in whole milliseconds: one more, so that the timer never goes off too early.
    constexpr Milliseconds rounding{1};
    if (now >= deadline) { return 0; }
    if (timer_ >= 0 && arm(timer_, deadline + asleep_() + rounding)) { return -1; }
    return static_cast<int>(std::min(longest_step, deadline - now).count());
}

Waiter::Woken Waiter::wait(int input, int signals, std::optional<Milliseconds> deadline, int output) {
    for (;;) {
        const Milliseconds began = monotonic_now();
        const int timeout = deadline ? time_left(*deadline, began) : -1;
        // poll passes over negative descriptors.
        pollfd watched[] = {{input, POLLIN, 0},
                            {signals, POLLIN, 0},
                            {timeout < 0 && deadline ? timer_ : -1, POLLIN, 0},
                            {output, POLLOUT, 0}};
        const int ready = ::poll(watched, std::size(watched), timeout);
        if (ready < 0 && errno != EINTR && errno != EAGAIN) {
            return {.input = input >= 0};
        } // reading will say what is wrong
        Woken woken;
        woken.input = ready > 0 && watched[0].revents != 0;
        woken.signal = ready > 0 && watched[1].revents != 0;
        woken.output = ready > 0 && watched[3].revents != 0;
        if (!deadline) {
            asleep_before_ = asleep_();
            if (woken.input || woken.signal || woken.output) { return woken; }
            continue;
        }
        const Milliseconds now = monotonic_now();
        const bool step_was_late = timeout > 0 && now - began > Milliseconds(timeout) + tolerance;
        woken.slept = slept();
        woken.late = now > *deadline + tolerance || step_was_late;
        woken.deadline = now >= *deadline && !woken.slept && !woken.late;
        const bool ready_for_us = woken.input || woken.signal || woken.output;
        if (ready_for_us || woken.deadline || woken.slept || woken.late) { return woken; }
    }
}

} // namespace kindly
