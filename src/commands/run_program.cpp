// SPDX-License-Identifier: MIT
#include "commands/run_program.hpp"

#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <spawn.h>

extern char** environ; // NOLINT(readability-redundant-declaration): not every system's headers have it

namespace kindly {

namespace {

class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) { error_ = errno; }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    [[nodiscard]] int error() const { return error_; }
    [[nodiscard]] int from() const { return ends_[0]; }
    [[nodiscard]] int to() const { return ends_[1]; }
    void close_end(std::size_t which) {
        int& end = ends_.at(which);
        if (end >= 0) { ::close(end); }
        end = -1;
    }

private:
    std::array<int, 2> ends_{-1, -1};
    int error_ = 0;
};

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (const auto& word : words) { pointers.push_back(const_cast<char*>(word.c_str())); }
    return pointers;
}

/// The first of a name is the one that counts.
std::vector<char*> environment_with(const std::vector<std::string>& variables) {
    std::vector<char*> all = pointers_to(variables);
    for (char** one = environ; *one != nullptr; ++one) {
        const std::string_view old(*one);
        const std::string_view name = old.substr(0, old.find('=') + 1);
        bool replaced = false;
        for (const auto& variable : variables) { replaced = replaced || variable.starts_with(name); }
        if (!replaced) { all.push_back(*one); }
    }
    all.push_back(nullptr);
    return all;
}

/// Takes in what there is; false at its end.
bool take_in(int descriptor, std::string& text) {
    std::array<char, 4096> chunk{};
    const ssize_t got = ::read(descriptor, chunk.data(), chunk.size());
    if (got > 0) { text.append(chunk.data(), static_cast<std::size_t>(got)); }
    return got > 0 || (got < 0 && errno == EINTR);
}

/// Writes and reads as the program likes, until it has said everything.
void talk(Pipe& in, Pipe& out, Pipe& err, std::string_view input, Ran& ran) {
    ::fcntl(in.to(), F_SETFL, O_NONBLOCK);
    if (input.empty()) { in.close_end(1); }
    while (out.from() >= 0 || err.from() >= 0 || in.to() >= 0) {
        std::array<pollfd, 3> ready{
            {{in.to(), POLLOUT, 0}, {out.from(), POLLIN, 0}, {err.from(), POLLIN, 0}}};
        if (::poll(ready.data(), ready.size(), -1) < 0) {
            if (errno == EINTR) { continue; }
            return;
        }
        if (ready[0].revents != 0) {
            const ssize_t wrote = ::write(in.to(), input.data(), input.size());
            if (wrote > 0) { input.remove_prefix(static_cast<std::size_t>(wrote)); }
            const bool later = wrote < 0 && (errno == EAGAIN || errno == EINTR);
            if (input.empty() || (wrote < 0 && !later)) { in.close_end(1); } // it may not want all of it
        }
        if (ready[1].revents != 0 && !take_in(out.from(), ran.output)) { out.close_end(0); }
        if (ready[2].revents != 0 && !take_in(err.from(), ran.errors)) { err.close_end(0); }
    }
}

} // namespace

Ran run_program(const std::vector<std::string>& words, std::string_view input,
                const std::vector<std::string>& variables) {
    assert(!words.empty());
    Ran ran;
    Pipe in;
    Pipe out;
    Pipe err;
    for (const Pipe* pipe : {&in, &out, &err}) {
        if (pipe->error() != 0) {
            ran.error = pipe->error();
            return ran;
        }
    }
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_adddup2(&files, in.from(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, out.to(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, err.to(), STDERR_FILENO);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t usual;
    ::sigemptyset(&usual);
    ::sigaddset(&usual, SIGPIPE); // we ignore these; it may not
    ::sigaddset(&usual, SIGXFSZ);
    ::posix_spawnattr_setsigdefault(&attributes, &usual);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> arguments = pointers_to(words);
    arguments.push_back(nullptr);
    std::vector<char*> environment = environment_with(variables);
    pid_t child = -1;
    ran.error =
        ::posix_spawnp(&child, arguments.front(), &files, &attributes, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    if (ran.error != 0) { return ran; }
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    talk(in, out, err, input, ran);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    constexpr int signalled = 128;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
    return ran;
}

} // namespace kindly
