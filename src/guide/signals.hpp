// SPDX-License-Identifier: MIT
// Signals as things to read from a descriptor, told apart by what the person meant. While one of these lives,
// signals no longer end or stop the program by themselves; afterwards all is as it was. One at a time. Knows
// no sessions.
#pragma once

#include <csignal>
#include <deque>
#include <optional>
#include <vector>

namespace kindly {

class Signals {
public:
    enum class Meaning {
        stop,      ///< Ctrl-C at the terminal: the person stops the practice
        interrupt, ///< SIGINT from another process, SIGTERM, SIGHUP: save and leave
        suspend,   ///< Ctrl-Z: pause, then stop_process()
        continued, ///< somebody had stopped the process unasked
        resized,   ///< the terminal has another size; only if asked for
    };
    struct Came {
        Meaning meaning;
        int number;
    };

    enum class Resizing { ignored, told };

    /// Signals that are ignored (nohup, background jobs) stay ignored.
    explicit Signals(Resizing resizing = Resizing::ignored);
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
    ~Signals();

    /// Readable when there is something for next().
    [[nodiscard]] int descriptor() const { return pipe_[0]; }
    /// Never blocks. Interrupts come before all else.
    [[nodiscard]] std::optional<Came> next();
    /// Of whoever wanted to leave: an interrupt, told already or not, or a stop that next() has not told yet.
    [[nodiscard]] std::optional<int> asks_to_leave();
    /// As Ctrl-Z does by default. Returns when the process goes on (at once where nobody could continue it).
    void stop_process();

    /// `code`: si_code of the signal's siginfo_t.
    [[nodiscard]] static Meaning meaning(int number, int code);

private:
    struct Saved {
        int number;
        struct sigaction action;
    };
    void handle(int number);
    void read_pending();

    int pipe_[2] = {-1, -1};
    std::vector<Saved> saved_;
    std::deque<Came> pending_;
    std::optional<int> interrupted_by_; ///< what next() told
};

} // namespace kindly
