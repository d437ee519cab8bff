// SPDX-License-Identifier: MIT
// One program that is run again and again in the background, one run at a time, each with a text of its own.
// Nobody waits for it: a thread does, which is started with the first run. Knows not what the program is for.
#pragma once

#include "base/duration.hpp"
#include "guide/quiet_program.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace kindly {

class Player {
public:
    /// `words`: the program and its arguments; none: there is nothing to run.
    explicit Player(std::vector<std::string> words);
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;
    /// Ends what runs, and its process group.
    ~Player();

    struct Trouble {
        int error = 0;      ///< errno: it could not be started, and will not be tried again
        int status = 0;     ///< it ended with this exit status, or with 128 + the signal, which was not ours
        bool stuck = false; ///< it did not end
    };

    /// After the runs that wait already; where there are too many of them, the oldest is forgotten.
    void play(std::string input);
    /// Ends what runs, forgets what waits.
    void stop();
    /// Something runs or waits.
    [[nodiscard]] bool busy();
    /// It can be started, as far as has been seen.
    [[nodiscard]] bool usable();
    [[nodiscard]] std::optional<Trouble> trouble(); ///< the first one
    /// Until nothing runs or waits any more; at most `limit`, and no longer than until one of `wakers` (file
    /// descriptors) can be read. False: it was not yet done at the limit.
    bool finish(Milliseconds limit, const std::vector<int>& wakers);

private:
    void run();
    void run_once(std::unique_lock<std::mutex>& lock);
    void note(const Trouble& trouble);
    void end_present();
    void tell_idle() const;

    const std::vector<std::string> words_;
    int idle_[2] = {-1, -1}; ///< a byte for each time that the last run has ended
    std::mutex mutex_;
    std::condition_variable changed_;
    // All of these only with the mutex.
    std::deque<std::string> waiting_;
    pid_t present_ = -1; ///< not waited for yet, so that nobody else has its number
    bool ended_by_us_ = false;
    bool given_up_ = false;
    bool leaving_ = false;
    std::optional<Trouble> trouble_;
    std::thread thread_;
};

} // namespace kindly
