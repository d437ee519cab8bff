// SPDX-License-Identifier: MIT
#include "commands/process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace kindly {

mode_t prepare_process() {
    // A stream that was closed would otherwise be the next file that is opened: the log. Standard output is
    // opened for reading, so that a write to it fails and is told.
    constexpr std::array<int, 3> modes{O_RDONLY, O_RDONLY, O_WRONLY};
    for (int descriptor = 0; descriptor < 3; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
            ::open("/dev/null",
                   modes.at(static_cast<std::size_t>(descriptor))); // takes the lowest free number
        }
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ,
                SIG_IGN); // a file that may not grow: the write fails and is told, like on a full disk
    const mode_t umask_of_the_person = ::umask(S_IRWXG | S_IRWXO);
    const rlimit nothing{0, 0};
    ::setrlimit(RLIMIT_CORE, &nothing);
    return umask_of_the_person;
}

} // namespace kindly
