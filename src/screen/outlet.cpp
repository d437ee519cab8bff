// SPDX-License-Identifier: MIT
#include "screen/outlet.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace kindly::screen {

namespace {

/// How long the last bytes are waited for.
constexpr int patience_ms = 500;

int open_again(const char* name) { return ::open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC); }

bool same_terminal(int one, int other) {
    struct stat here {};
    struct stat there {};
    return ::fstat(one, &here) == 0 && ::fstat(other, &there) == 0 && here.st_rdev == there.st_rdev;
}

/// -1: not allowed, or it has no name here (a container, another user's).
int second_way_to(int terminal) {
    if (const char* name = ::ttyname(terminal)) {
        const int opened = open_again(name);
        if (opened >= 0 && same_terminal(opened, terminal)) { return opened; }
        if (opened >= 0) { ::close(opened); }
    }
    // The one that controls us goes by a name of its own.
    const bool controls_us = ::tcgetsid(terminal) == ::getsid(0);
    return controls_us ? open_again("/dev/tty") : -1;
}

/// Bytes taken; 0: none just now; -1: it refuses.
ssize_t write_some(int descriptor, std::string_view bytes) {
    for (;;) {
        const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote >= 0) { return wrote; }
        if (errno == EAGAIN) { return 0; }
        if (errno != EINTR) { return -1; }
    }
}

bool takes_more(int descriptor, int within_ms) {
    pollfd writable{descriptor, POLLOUT, 0};
    int ready = 0;
    do { // a signal says nothing about the terminal
        ready = ::poll(&writable, 1, within_ms);
    } while (ready < 0 && errno == EINTR);
    return ready > 0 && (writable.revents & POLLOUT) != 0;
}

} // namespace

bool write_patiently(int descriptor, std::string_view bytes, int patience_ms) {
    bool once_more = true;
    while (!bytes.empty()) {
        if (!takes_more(descriptor, patience_ms)) {
            if (!std::exchange(once_more, false)) { return false; }
            // Pictures that nobody has seen, and that are no longer to be seen: in their place there is room.
            ::tcflush(descriptor, TCOFLUSH);
            patience_ms = 0;
            continue;
        }
        const ssize_t wrote = write_some(descriptor, bytes);
        if (wrote < 0) { return false; }
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return true;
}

Outlet::Outlet(int descriptor) : shared_(descriptor), own_(second_way_to(descriptor)) {}

Outlet::~Outlet() {
    if (own_ >= 0) { ::close(own_); }
}

void Outlet::put(std::string_view bytes) {
    waiting_ += bytes;
    push();
}

void Outlet::push() {
    // Of a descriptor that waits: as little at once as every terminal has room for when it has any.
    constexpr std::size_t little = 64;
    while (!waiting_.empty()) {
        if (own_ < 0 && !takes_more(shared_, 0)) { return; }
        const std::string_view next =
            own_ >= 0 ? std::string_view(waiting_) : std::string_view(waiting_).substr(0, little);
        const ssize_t wrote = write_some(descriptor(), next);
        if (wrote == 0) { return; }
        if (wrote < 0) { return waiting_.clear(); }
        waiting_.erase(0, static_cast<std::size_t>(wrote));
    }
}

void Outlet::finish() {
    while (waits() && takes_more(descriptor(), patience_ms)) { push(); }
    waiting_.clear();
}

MemoryFile::MemoryFile() {
    const int descriptor = ::memfd_create("kindly-screen", MFD_CLOEXEC);
    if (descriptor >= 0) { stream_ = ::fdopen(descriptor, "w"); }
    if (stream_ == nullptr) {
        if (descriptor >= 0) { ::close(descriptor); }
        throw Failure(ExitCode::environment, _("There is no memory here to draw in"),
                      _("With --plain, everything is there as plain lines."));
    }
}

MemoryFile::~MemoryFile() { std::fclose(stream_); }

std::string MemoryFile::take() {
    const int descriptor = ::fileno(stream_);
    const off_t length = ::lseek(descriptor, 0, SEEK_CUR);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(length, 0)), '\0');
    const ssize_t got = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    ::lseek(descriptor, 0, SEEK_SET);
    return bytes;
}

} // namespace kindly::screen
