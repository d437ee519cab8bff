// SPDX-License-Identifier: MIT
// measure COMMAND [ARGUMENT...]: runs it with standard input and output as they are, and writes to standard
// error how long it took (microseconds) and its peak memory (KiB). Exits as the command did.
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <spawn.h>

int main(int count, char** arguments) {
    constexpr int wrong_usage = 2;
    constexpr int not_run = 127;
    if (count < 2) {
        std::fputs("usage: measure COMMAND [ARGUMENT...]\n", stderr);
        return wrong_usage;
    }
    const auto began = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (const int error = ::posix_spawnp(&child, arguments[1], nullptr, nullptr, arguments + 1, environ);
        error != 0) {
        std::fprintf(stderr, "measure: %s: %s\n", arguments[1], std::strerror(error));
        return not_run;
    }
    int status = 0;
    struct rusage usage {};
    while (::wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {}
    const auto took = std::chrono::steady_clock::now() - began;
    std::fprintf(stderr, "%lld %ld\n",
                 static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()),
                 usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
