// SPDX-License-Identifier: MIT
#include "guide/player.hpp"

#include "guide/clocks.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace {

/// More of them would be minutes behind.
constexpr std::size_t most_waiting = 32;

/// Signals are for the thread that handles them.
class SignalsElsewhere {
public:
    SignalsElsewhere() {
        sigset_t all;
        sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    SignalsElsewhere(const SignalsElsewhere&) = delete;
    SignalsElsewhere& operator=(const SignalsElsewhere&) = delete;
    ~SignalsElsewhere() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

int status_as_in_a_shell(int status) {
    constexpr int signalled = 128;
    return WIFSIGNALED(status) ? signalled + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

Player::Player(std::vector<std::string> words) : words_(std::move(words)) {
    if (words_.empty()) { return; }
    if (::pipe(idle_) != 0) { // finish() then waits by the clock
        idle_[0] = idle_[1] = -1;
        return;
    }
    for (const int end : idle_) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
}

Player::~Player() {
    {
        const std::lock_guard lock(mutex_);
        leaving_ = true;
        waiting_.clear();
        end_present();
    }
    changed_.notify_all();
    if (thread_.joinable()) { thread_.join(); }
    for (const int end : idle_) {
        if (end >= 0) { ::close(end); }
    }
}

void Player::play(std::string input) {
    const std::lock_guard lock(mutex_);
    if (words_.empty() || given_up_) { return; }
    if (!thread_.joinable()) {
        try {
            const SignalsElsewhere elsewhere;
            thread_ = std::thread([this] { run(); });
        } catch (const std::system_error& error) { // no room for a thread: the practice goes on in silence
            given_up_ = true;
            note({.error = error.code().value()});
            return;
        }
    }
    if (waiting_.size() == most_waiting) { waiting_.pop_front(); }
    waiting_.push_back(std::move(input));
    changed_.notify_all();
}

void Player::stop() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    end_present();
}

bool Player::busy() {
    const std::lock_guard lock(mutex_);
    return present_ > 0 || !waiting_.empty();
}

bool Player::usable() {
    const std::lock_guard lock(mutex_);
    return !words_.empty() && !given_up_;
}

std::optional<Player::Trouble> Player::trouble() {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

bool Player::finish(Milliseconds limit, const std::vector<int>& wakers) {
    constexpr Milliseconds step{20}; // only where there is no pipe
    const Milliseconds end = monotonic_now() + limit;
    while (busy()) {
        const Milliseconds left = end - monotonic_now();
        if (left <= Milliseconds::zero()) {
            const std::lock_guard lock(mutex_);
            note({.stuck = true});
            return false;
        }
        std::vector<pollfd> watched{{idle_[0], POLLIN, 0}};
        for (const int waker : wakers) { watched.push_back({waker, POLLIN, 0}); }
        const Milliseconds timeout = idle_[0] < 0 ? std::min(step, left) : left;
        ::poll(watched.data(), watched.size(), static_cast<int>(timeout.count()));
        if (std::any_of(watched.begin() + 1, watched.end(),
                        [](const pollfd& one) { return one.revents != 0; })) {
            return true;
        }
        char bytes[64];
        while (idle_[0] >= 0 && ::read(idle_[0], bytes, sizeof bytes) > 0) {}
    }
    return true;
}

/// The thread.
void Player::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return leaving_ || !waiting_.empty(); });
        if (leaving_) { return; }
        run_once(lock);
        if (waiting_.empty()) { tell_idle(); }
    }
}

void Player::run_once(std::unique_lock<std::mutex>& lock) {
    const StartedProgram started = start_quietly(words_, waiting_.front());
    waiting_.pop_front();
    if (started.id < 0) {
        given_up_ = true;
        waiting_.clear();
        note({.error = started.error});
        return;
    }
    present_ = started.id;
    ended_by_us_ = false;
    lock.unlock();
    siginfo_t ended{};
    while (::waitid(P_PID, static_cast<id_t>(started.id), &ended, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
    }
    lock.lock();
    if (ended_by_us_) { ::kill(-present_, SIGKILL); } // what it may have started meanwhile
    int status = 0;
    const bool known = ::waitpid(present_, &status, 0) == present_;
    present_ = -1;
    if (known && !ended_by_us_ && status != 0) { note({.status = status_as_in_a_shell(status)}); }
}

void Player::note(const Trouble& trouble) {
    if (!trouble_) { trouble_ = trouble; }
}

void Player::end_present() {
    if (present_ <= 0) { return; }
    ended_by_us_ = true;
    ::kill(-present_, SIGKILL);
}

void Player::tell_idle() const {
    if (idle_[1] < 0) { return; }
    // A full pipe is readable all the same.
    [[maybe_unused]] const auto wrote = ::write(idle_[1], "", 1);
}

} // namespace kindly
