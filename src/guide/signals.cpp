// SPDX-License-Identifier: MIT
#include "guide/signals.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace kindly {

namespace {

/// Where the handler writes: the one thing that it shares with the program.
std::atomic<int> write_end{-1};
static_assert(std::atomic<int>::is_always_lock_free);

constexpr int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT};

bool sent_by_process(int code) {
#ifdef SI_TKILL
    if (code == SI_TKILL) { return true; }
#endif
    return code == SI_USER || code == SI_QUEUE;
}

void set_close_on_exec_and_nonblocking(int descriptor) {
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
}

} // namespace

extern "C" {
static void note_signal(int number, siginfo_t* info, void*) {
    const int error = errno;
    const auto meaning = kindly::Signals::meaning(number, info->si_code);
    const unsigned char note[] = {static_cast<unsigned char>(number), static_cast<unsigned char>(meaning)};
    // A full pipe holds thousands of signals that were not looked at yet: one more says nothing new.
    [[maybe_unused]] const auto wrote = ::write(write_end.load(), note, sizeof note);
    errno = error;
}
}

Signals::Signals(Resizing resizing) {
    assert(write_end.load() < 0 && "only one Signals at a time");
    if (::pipe(pipe_) != 0) {
        throw Failure(ExitCode::environment, _("There are too many open files to begin"),
                      _("Close other programs, or start again in a fresh terminal."));
    }
    set_close_on_exec_and_nonblocking(pipe_[0]);
    set_close_on_exec_and_nonblocking(pipe_[1]);
    write_end = pipe_[1];
    for (const int number : handled) { handle(number); }
    if (resizing == Resizing::told) { handle(SIGWINCH); }
}

void Signals::handle(int number) {
    struct sigaction before {};
    if (::sigaction(number, nullptr, &before) != 0) { return; }
    if ((before.sa_flags & SA_SIGINFO) == 0 && before.sa_handler == SIG_IGN) { return; }
    struct sigaction ours {};
    ours.sa_sigaction = note_signal;
    ours.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&ours.sa_mask);
    if (::sigaction(number, &ours, nullptr) == 0) { saved_.push_back({number, before}); }
}

Signals::~Signals() {
    for (const auto& saved : saved_) { ::sigaction(saved.number, &saved.action, nullptr); }
    write_end = -1;
    ::close(pipe_[0]);
    ::close(pipe_[1]);
}

Signals::Meaning Signals::meaning(int number, int code) {
    switch (number) {
    case SIGINT: return sent_by_process(code) ? Meaning::interrupt : Meaning::stop;
    case SIGTSTP: return Meaning::suspend;
    case SIGCONT: return Meaning::continued;
    case SIGWINCH: return Meaning::resized;
    default: return Meaning::interrupt;
    }
}

void Signals::read_pending() {
    for (;;) {
        unsigned char note[2] = {};
        const auto got = ::read(pipe_[0], note, sizeof note); // notes are written whole
        if (got < 0 && errno == EINTR) { continue; }
        if (got != static_cast<ssize_t>(sizeof note)) { return; }
        pending_.push_back({static_cast<Meaning>(note[1]), note[0]});
    }
}

std::optional<Signals::Came> Signals::next() {
    read_pending();
    // The system may report SIGCONT before the signal that it was sent along with (timeout does so).
    auto next = std::find_if(pending_.begin(), pending_.end(),
                             [](const Came& came) { return came.meaning == Meaning::interrupt; });
    if (next == pending_.end()) { next = pending_.begin(); }
    if (next == pending_.end()) { return std::nullopt; }
    const Came came = *next;
    pending_.erase(next);
    if (came.meaning == Meaning::interrupt) { interrupted_by_ = came.number; }
    return came;
}

std::optional<int> Signals::asks_to_leave() {
    if (interrupted_by_) { return interrupted_by_; }
    read_pending();
    for (const Meaning meaning : {Meaning::interrupt, Meaning::stop}) {
        for (const Came& came : pending_) {
            if (came.meaning == meaning) { return came.number; }
        }
    }
    return std::nullopt;
}

void Signals::stop_process() {
    struct sigaction standard {};
    standard.sa_handler = SIG_DFL;
    sigemptyset(&standard.sa_mask);
    struct sigaction ours {};
    ::sigaction(SIGTSTP, &standard, &ours);
    ::raise(SIGTSTP); // here the process stands still
    ::sigaction(SIGTSTP, &ours, nullptr);
    read_pending();
    std::erase_if(pending_, [](const Came& came) { return came.meaning == Meaning::continued; });
}

} // namespace kindly
