// SPDX-License-Identifier: MIT
#include "guide/signals.hpp"

#include "guide/input_feed.hpp"
#include "support.hpp"

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace kindly {
namespace {

using Meaning = Signals::Meaning;
using testing::Pipe;

/// Sets a disposition and puts the one before back.
class Disposition {
public:
    Disposition(int number, void (*handler)(int)) : number_(number) {
        struct sigaction action {};
        action.sa_handler = handler;
        ::sigaction(number, &action, &before_);
    }
    Disposition(const Disposition&) = delete;
    Disposition& operator=(const Disposition&) = delete;
    ~Disposition() { ::sigaction(number_, &before_, nullptr); }

private:
    int number_;
    struct sigaction before_ {};
};

bool is_ignored(int number) {
    struct sigaction action {};
    ::sigaction(number, nullptr, &action);
    return action.sa_handler == SIG_IGN;
}

TEST(Signals, tells_ctrl_c_from_a_signal_that_was_sent) {
#ifdef SI_KERNEL
    EXPECT_EQ(Signals::meaning(SIGINT, SI_KERNEL), Meaning::stop);
#endif
    for (const int code : {SI_USER, SI_QUEUE}) {
        EXPECT_EQ(Signals::meaning(SIGINT, code), Meaning::interrupt);
    }
    EXPECT_EQ(Signals::meaning(SIGTERM, SI_USER), Meaning::interrupt);
    EXPECT_EQ(Signals::meaning(SIGHUP, 0), Meaning::interrupt);
    EXPECT_EQ(Signals::meaning(SIGTSTP, 0), Meaning::suspend);
    EXPECT_EQ(Signals::meaning(SIGCONT, SI_USER), Meaning::continued);
}

TEST(Signals, are_read_in_their_order) {
    Signals signals;
    EXPECT_FALSE(signals.next());
    ::raise(SIGTERM);
    ::kill(::getpid(), SIGINT);
    ::sigqueue(::getpid(), SIGHUP, {});
    pollfd readable{signals.descriptor(), POLLIN, 0};
    EXPECT_EQ(::poll(&readable, 1, 0), 1);
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        const auto came = signals.next();
        ASSERT_TRUE(came);
        EXPECT_EQ(came->number, number);
        EXPECT_EQ(came->meaning, Meaning::interrupt);
    }
    EXPECT_FALSE(signals.next());
}

TEST(Signals, puts_interrupts_first) {
    Signals signals;
    ::raise(SIGCONT);
    ::raise(SIGTERM);
    EXPECT_EQ(signals.next()->number, SIGTERM);
    EXPECT_EQ(signals.next()->number, SIGCONT);
    EXPECT_FALSE(signals.next());
}

TEST(Signals, leaves_everything_as_it_was) {
    const Disposition before(SIGTERM, [](int) {});
    struct sigaction action {};
    ::sigaction(SIGTERM, nullptr, &action);
    const auto handler = action.sa_handler;
    { const Signals signals; }
    ::sigaction(SIGTERM, nullptr, &action);
    EXPECT_EQ(action.sa_handler, handler);
}

TEST(Signals, leaves_ignored_ones_ignored) {
    const Disposition nohup(SIGHUP, SIG_IGN);
    const Signals signals;
    EXPECT_TRUE(is_ignored(SIGHUP));
    EXPECT_FALSE(is_ignored(SIGTERM));
}

TEST(InputFeed, hands_on_interrupts_with_their_signal) {
    const Pipe pipe;
    InputFeed feed(pipe.read_end(), false);
    ::raise(SIGTERM);
    const auto came = std::get<Happening>(feed.wait(std::nullopt));
    EXPECT_TRUE(std::holds_alternative<input::Interrupt>(came.input));
    EXPECT_EQ(came.signal, SIGTERM);
}

TEST(InputFeed, puts_signals_before_lines_and_time) {
    const Pipe pipe;
    pipe.type("line\n");
    for (const bool instant : {false, true}) {
        InputFeed feed(pipe.read_end(), instant);
        ::raise(SIGHUP);
        EXPECT_EQ(std::get<Happening>(feed.wait(feed.now())).signal, SIGHUP);
    }
}

TEST(InputFeed, tells_the_session_before_it_stops) {
    // Nobody can continue a process of an orphaned group, so that there it is not really stopped. Elsewhere
    // the child is continued from here.
    const Pipe pipe;
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        InputFeed feed(pipe.read_end(), false);
        const auto deadline = feed.now() + std::chrono::hours(1);
        ::raise(SIGTSTP);
        const auto lived = feed.wait(deadline);
        const auto suspended = feed.wait(deadline);
        const auto continued = feed.wait(std::nullopt); // here it stops
        const bool right = std::holds_alternative<Happening>(lived) &&
                           std::holds_alternative<input::Tick>(std::get<Happening>(lived).input) &&
                           std::holds_alternative<Happening>(suspended) &&
                           std::holds_alternative<input::Suspend>(std::get<Happening>(suspended).input) &&
                           std::holds_alternative<InputFeed::Continued>(continued);
        ::_exit(right ? 0 : 1);
    }
    int status = 0;
    while (::waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status)) { ::kill(child, SIGCONT); }
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(InputFeed, pauses_when_it_was_stopped_unasked) {
    const Pipe pipe;
    InputFeed feed(pipe.read_end(), false);
    ::raise(SIGCONT);
    const auto came = std::get<Happening>(feed.wait(feed.now() + std::chrono::hours(1)));
    EXPECT_TRUE(std::holds_alternative<input::Suspend>(came.input));
}

} // namespace
} // namespace kindly
