// SPDX-License-Identifier: MIT
// Runs a program on a pseudo-terminal of 80x24 and measures from outside what it does there:
//     watch_screen state TEXT KEYS SECONDS COMMAND...   presses Enter at its first screen, and once TEXT is
//     there
//         KEYS; when that has settled, prints what SECONDS cost: microseconds of processor time, wake-ups,
//         writes, bytes
//     watch_screen first TIMES TEXT COMMAND...     microseconds from fork until TEXT is there (with an empty
//         one: the first byte), a line for each time
//     watch_screen cues COMMAND...                 standard input: the milliseconds at which something is to
//         appear, the first being 0; prints how late each did, in microseconds
// What is still there at the end is stopped with "qq". Knows nothing else of the program.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <pty.h>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::int64_t microseconds(Clock::duration time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

/// A program on a terminal of its own. What it writes is kept until it is forgotten.
class Watched {
public:
    explicit Watched(char** command) {
        winsize size{24, 80, 0, 0};
        began_ = Clock::now();
        id_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
        if (id_ < 0) { throw std::runtime_error("forkpty failed"); }
        if (id_ == 0) {
            ::execvp(command[0], command);
            ::_exit(127);
        }
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;
    ~Watched() {
        if (!ended_) {
            ::kill(id_, SIGKILL);
            ::waitpid(id_, nullptr, 0);
        }
        ::close(terminal_);
    }

    [[nodiscard]] pid_t id() const { return id_; }
    [[nodiscard]] Clock::time_point began() const { return began_; }
    [[nodiscard]] const std::string& seen() const { return seen_; }
    [[nodiscard]] int reads() const { return reads_; }
    void forget() {
        seen_.clear();
        reads_ = 0;
    }

    void press(const std::string& keys) {
        [[maybe_unused]] const auto wrote = ::write(terminal_, keys.data(), keys.size());
    }
    /// Something came before `limit`.
    bool take_in(Clock::time_point limit) {
        pollfd one{terminal_, POLLIN, 0};
        const auto left = std::chrono::ceil<milliseconds>(limit - Clock::now()).count();
        if (::poll(&one, 1, static_cast<int>(std::max<std::int64_t>(left, 0))) <= 0) { return false; }
        std::array<char, 65536> bytes;
        const auto got = ::read(terminal_, bytes.data(), bytes.size());
        if (got <= 0) {
            over_ = true;
            return false;
        }
        seen_.append(bytes.data(), static_cast<std::size_t>(got));
        ++reads_;
        return true;
    }
    void take_in_for(Clock::duration time) {
        const auto end = Clock::now() + time;
        while (!over_ && Clock::now() < end) { take_in(end); }
    }
    Clock::duration until_seen(const std::string& text) {
        const auto limit = began_ + seconds(60);
        while (text.empty() ? seen_.empty() : seen_.find(text) == std::string::npos) {
            if (!take_in(limit) && (over_ || Clock::now() >= limit)) {
                throw std::runtime_error("\"" + text + "\" was never there; this was:\n" + seen_);
            }
        }
        return Clock::now() - began_;
    }
    /// As often as something may stand in front of the way out.
    void end() {
        for (int tries = 0; tries < 10 && !ended_; ++tries) {
            if (!over_) { press("qq"); }
            take_in_for(milliseconds(200));
            ended_ = ::waitpid(id_, nullptr, WNOHANG) == id_;
        }
    }

private:
    Clock::time_point began_;
    pid_t id_ = -1;
    int terminal_ = -1;
    std::string seen_;
    int reads_ = 0;
    bool over_ = false;
    bool ended_ = false;
};

std::int64_t processor_time_us(pid_t id) {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(id, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
        throw std::runtime_error("the program has ended");
    }
    return microseconds(seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

/// Of all its threads: how often one gave its processor away to wait for something.
std::int64_t waits(pid_t id) {
    std::int64_t all = 0;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(id) + "/task")) {
        std::ifstream status(thread.path() / "status");
        const std::string name = "voluntary_ctxt_switches:";
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with(name)) { all += std::stoll(line.substr(name.size())); }
        }
    }
    return all;
}

int number(const char* text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text, text + std::strlen(text), value);
    if (error != std::errc() || *end != '\0' || value < 1) {
        throw std::runtime_error(std::string(text) + " is no number from 1 on");
    }
    return value;
}

void measure_state(const std::string& text, const std::string& keys, int span, char** command) {
    constexpr seconds settling{3}; // text eases in meanwhile
    Watched program(command);
    program.until_seen("begin");
    program.press("\r");
    program.until_seen(text);
    program.take_in_for(settling);
    if (!keys.empty()) {
        program.press(keys);
        program.take_in_for(settling);
    }
    program.forget();
    const auto time = processor_time_us(program.id());
    const auto woken = waits(program.id());
    program.take_in_for(seconds(span));
    std::printf("%lld %lld %d %zu\n", static_cast<long long>(processor_time_us(program.id()) - time),
                static_cast<long long>(waits(program.id()) - woken), program.reads(), program.seen().size());
    program.end();
}

void measure_first(int times, const std::string& text, char** command) {
    for (int time = 0; time < times; ++time) {
        Watched program(command);
        std::printf("%lld\n", static_cast<long long>(microseconds(program.until_seen(text))));
        program.take_in_for(milliseconds(50)); // what it does behind its first picture is its own affair
        program.end();
    }
}

/// Something is drawn at each of the moments, and at no other.
void measure_cues(char** command) {
    std::vector<milliseconds> moments;
    for (std::int64_t moment = 0; std::cin >> moment;) { moments.emplace_back(moment); }
    if (moments.empty() || moments.front().count() != 0) {
        throw std::runtime_error("no moments to wait for");
    }
    constexpr milliseconds tolerance{1500};
    Watched program(command);
    program.until_seen("");
    const auto zero = Clock::now();
    program.press("c"); // no countdown: what is written then is a cue
    program.take_in_for(milliseconds(500));
    for (std::size_t cue = 1; cue < moments.size(); ++cue) {
        program.take_in_for(zero + moments[cue] - tolerance - Clock::now());
        program.forget();
        if (!program.take_in(zero + moments[cue] + tolerance)) {
            throw std::runtime_error("nothing came at " + std::to_string(moments[cue].count()) + " ms");
        }
        std::printf("%lld\n", static_cast<long long>(microseconds(Clock::now() - zero - moments[cue])));
    }
    program.end();
}

int run(int count, char** arguments) {
    const std::string what = count > 1 ? arguments[1] : "";
    if (what == "state" && count > 5) {
        measure_state(arguments[2], arguments[3], number(arguments[4]), arguments + 5);
    } else if (what == "first" && count > 4) {
        measure_first(number(arguments[2]), arguments[3], arguments + 4);
    } else if (what == "cues" && count > 2) {
        measure_cues(arguments + 2);
    } else {
        std::fputs("usage: watch_screen state TEXT KEYS SECONDS COMMAND... | first TIMES TEXT COMMAND... | "
                   "cues COMMAND...\n",
                   stderr);
        return 2;
    }
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "watch_screen: %s\n", error.what());
        return 1;
    }
}
