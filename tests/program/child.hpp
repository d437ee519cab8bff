// SPDX-License-Identifier: MIT
// The real program as a child process, in a home of its own: through pipes or a pseudo-terminal. Everything
// waits on conditions (a line, an end) with a generous limit, never on time alone.
#pragma once

#include "program/comes_true.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <nlohmann/json.hpp>
#include <pty.h>

namespace kindly::tests {

/// A folder that is gone afterwards.
class TemporaryHome {
public:
    TemporaryHome() {
        std::string name = (std::filesystem::temp_directory_path() / "kindly-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) { throw std::runtime_error("no temporary folder"); }
        path_ = name;
    }
    TemporaryHome(const TemporaryHome&) = delete;
    TemporaryHome& operator=(const TemporaryHome&) = delete;
    ~TemporaryHome() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::string zone = "UTC";     ///< where the people in this home are
    std::filesystem::path folder; ///< the one that programs begin in; empty: that of the tests

private:
    std::filesystem::path path_;
};

class Child {
public:
    enum class On { pipes, terminal };

    /// `variables`: "NAME=VALUE", before those that every child has; "NAME=" takes one away. `size`: of the
    /// terminal, which says none without it.
    Child(const TemporaryHome& home, std::vector<std::string> arguments, On on = On::pipes,
          std::vector<std::string> variables = {}, const winsize* size = nullptr)
        : on_(on) {
        arguments.insert(arguments.begin(), KINDLY_BINARY);
        int in[2] = {-1, -1};
        int out[2] = {-1, -1};
        if (on == On::pipes) {
            if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) {
                throw std::runtime_error("pipe");
            }
            pid_ = ::fork();
        } else {
            pid_ = ::forkpty(&to_, nullptr, nullptr, size);
            from_ = to_;
        }
        if (pid_ < 0) { throw std::runtime_error("fork"); }
        if (pid_ == 0) {
            if (on == On::pipes) {
                ::dup2(in[0], STDIN_FILENO);
                ::dup2(out[1], STDOUT_FILENO);
            }
            run(home, arguments, std::move(variables));
        }
        if (on == On::pipes) {
            ::close(in[0]);
            ::close(out[1]);
            to_ = in[1];
            from_ = out[0];
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        hang_up();
        if (!status_) {
            ::kill(pid_, SIGKILL);
            ::waitpid(pid_, nullptr, 0);
        }
    }

    void send(const std::string& text) {
        std::string_view left = text;
        while (!left.empty()) {
            const ssize_t wrote = ::write(to_, left.data(), left.size());
            if (wrote <= 0) { throw std::runtime_error("the child does not read"); }
            left.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    void close_input() {
        if (on_ == On::pipes && to_ >= 0) {
            ::close(to_);
            to_ = -1;
        }
    }
    /// Closes everything: of a terminal, that is the window being closed.
    void hang_up() {
        close_input();
        if (from_ >= 0) { ::close(from_); }
        from_ = to_ = -1;
    }
    [[nodiscard]] pid_t id() const { return pid_; }
    /// Of the terminal.
    void resize(unsigned short columns, unsigned short rows) {
        const winsize size{rows, columns, 0, 0};
        ::ioctl(to_, TIOCSWINSZ, &size);
    }
    void kill(int signal) { ::kill(pid_, signal); }

    /// Reads until `text` has come; everything so far is in output().
    void wait_for(const std::string& text) {
        while (output_.find(text, seen_) == std::string::npos) {
            if (!read_more()) { throw std::runtime_error("ended before \"" + text + "\":\n" + output_); }
        }
        seen_ = output_.find(text, seen_) + text.size();
    }
    /// The next event of this kind from the event stream.
    nlohmann::json wait_for_event(const std::string& kind) {
        for (;;) {
            const std::size_t end = output_.find('\n', seen_);
            if (end == std::string::npos) {
                if (!read_more()) {
                    throw std::runtime_error("ended before the event \"" + kind + "\":\n" + output_);
                }
                continue;
            }
            const std::string line = output_.substr(seen_, end - seen_);
            seen_ = end + 1;
            // A terminal shows what is typed between the events.
            if (on_ == On::terminal && line.find("\"event\":") == std::string::npos) { continue; }
            const auto event = nlohmann::json::parse(line);
            if (event.at("event") == kind) { return event; }
        }
    }
    /// The exit status as a shell tells it.
    int wait() {
        if (from_ >= 0) {
            while (read_more()) {}
        }
        int status = 0;
        ::waitpid(pid_, &status, 0);
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return *status_;
    }
    /// As wait(), but nobody reads what it still writes. -1: it has not ended within a minute.
    int wait_unread() {
        int status = 0;
        const auto ended = [&] { return ::waitpid(pid_, &status, WNOHANG) == pid_; };
        if (!comes_true(ended)) { return -1; }
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return *status_;
    }
    /// Where its output waits to be read.
    [[nodiscard]] int unread() const { return from_; }
    [[nodiscard]] const std::string& output() const { return output_; }
    /// Our side of the pseudo-terminal.
    [[nodiscard]] int terminal() const { return to_; }

private:
    [[noreturn]] static void run(const TemporaryHome& home, const std::vector<std::string>& arguments,
                                 std::vector<std::string> variables) {
        for (const std::string& usual :
             {"HOME=" + home.path().string(), std::string("PATH=/usr/bin:/bin"), "TZ=" + home.zone,
              std::string("LC_ALL=C.UTF-8"), std::string("TERM=dumb")}) {
            variables.push_back(usual); // the first one of a name counts
        }
        for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
            if (const char* value = std::getenv(name)) {
                variables.push_back(std::string(name) + "=" + value);
            }
        }
        if (!home.folder.empty() && ::chdir(home.folder.c_str()) != 0) { ::_exit(126); }
        auto pointers = [](const std::vector<std::string>& strings) {
            std::vector<char*> all;
            for (const auto& string : strings) { all.push_back(const_cast<char*>(string.c_str())); }
            all.push_back(nullptr);
            return all;
        };
        ::execve(KINDLY_BINARY, pointers(arguments).data(), pointers(variables).data());
        ::_exit(127);
    }
    bool read_more() {
        constexpr int limit_ms = 60000;
        pollfd ready{from_, POLLIN, 0};
        if (::poll(&ready, 1, limit_ms) <= 0) {
            throw std::runtime_error("nothing came for a minute:\n" + output_);
        }
        char buffer[4096];
        const ssize_t got = ::read(from_, buffer, sizeof buffer);
        if (got <= 0) { return false; } // EIO: the terminal's other side is gone
        output_.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    On on_;
    pid_t pid_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string output_;
    std::size_t seen_ = 0;
    std::optional<int> status_;
};

/// Runs to the end with this input.
struct Finished {
    int status = 0;
    std::string output;
};
inline Finished finished(const TemporaryHome& home, const std::vector<std::string>& arguments,
                         const std::string& input = {}) {
    Child child(home, arguments);
    child.send(input);
    child.close_input();
    const int status = child.wait();
    return {status, child.output()};
}
inline nlohmann::json log_of(const TemporaryHome& home) {
    return nlohmann::json::parse(finished(home, {"log", "--json"}).output);
}

} // namespace kindly::tests
