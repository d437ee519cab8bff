// SPDX-License-Identifier: MIT
#include "guide/quiet_program.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <spawn.h>

extern char** environ; // NOLINT(readability-redundant-declaration): not every system's headers have it

namespace kindly {

namespace {

/// Both ends are closed in every program that is started, and again here.
class InputPipe {
public:
    InputPipe() {
#ifdef __linux__
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) { error_ = errno; }
#else
        if (::pipe(ends_.data()) != 0) {
            error_ = errno;
            return;
        }
        for (const int end : ends_) { ::fcntl(end, F_SETFD, FD_CLOEXEC); }
#endif
    }
    InputPipe(const InputPipe&) = delete;
    InputPipe& operator=(const InputPipe&) = delete;
    ~InputPipe() {
        for (const int end : ends_) {
            if (end >= 0) { ::close(end); }
        }
    }
    /// 0, or errno. We hold the end that is read, so that nobody is sent SIGPIPE.
    [[nodiscard]] int fill(std::string_view text) {
        if (error_ != 0) { return error_; }
        ::fcntl(ends_[1], F_SETFL, O_NONBLOCK);
        const ssize_t wrote = text.empty() ? 0 : ::write(ends_[1], text.data(), text.size());
        if (wrote < 0) { return errno; }
        return wrote == static_cast<ssize_t>(text.size()) ? 0 : EAGAIN;
    }
    [[nodiscard]] int read_end() const { return ends_[0]; }

private:
    std::array<int, 2> ends_{-1, -1};
    int error_ = 0;
};

/// How the program begins: as from a shell, whatever we do about signals ourselves.
class Beginning {
public:
    explicit Beginning(int input) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_adddup2(&files_, input, STDIN_FILENO);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
            ::posix_spawn_file_actions_addopen(&files_, output, "/dev/null", O_WRONLY, 0);
        }
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        sigset_t signals;
        sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
        for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGTSTP, SIGCONT, SIGXFSZ}) {
            sigaddset(&signals, number);
        }
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    [[nodiscard]] const posix_spawn_file_actions_t* files() const { return &files_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

bool can_be_run(const std::string& file) {
    struct stat found {};
    return ::stat(file.c_str(), &found) == 0 && S_ISREG(found.st_mode) && ::access(file.c_str(), X_OK) == 0;
}

} // namespace

StartedProgram start_quietly(const std::vector<std::string>& words, std::string_view input) {
    assert(!words.empty() && input.size() <= most_bytes_at_once);
    InputPipe pipe;
    if (const int error = pipe.fill(input); error != 0) { return {-1, error}; }
    std::vector<char*> arguments;
    for (const auto& word : words) { arguments.push_back(const_cast<char*>(word.c_str())); }
    arguments.push_back(nullptr);
    const Beginning beginning(pipe.read_end());
    pid_t id = -1;
    const int error = ::posix_spawnp(&id, arguments.front(), beginning.files(), beginning.attributes(),
                                     arguments.data(), environ);
    return error == 0 ? StartedProgram{id, 0} : StartedProgram{-1, error};
}

std::optional<std::string> find_program(const std::string& name, const std::string& path) {
    if (name.find('/') != std::string::npos) { return can_be_run(name) ? std::optional(name) : std::nullopt; }
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find(':', begin), path.size());
        const std::string folder = path.substr(begin, end - begin);
        std::string file = (folder.empty() ? "." : folder) + "/" + name;
        if (can_be_run(file)) { return file; }
        begin = end + 1;
    }
    return std::nullopt;
}

} // namespace kindly
