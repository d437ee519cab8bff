// SPDX-License-Identifier: MIT
// The way of bytes to the terminal. Nothing here waits for a terminal that takes nothing (Ctrl-S, a
// connection that is gone without a word): what it does not take stays here, in order, until it does. Knows
// neither ncurses nor what the bytes mean.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace kindly::screen {

class Outlet {
public:
    /// Of a terminal. It is opened a second time, so that not waiting is our affair alone: whoever shares
    /// `descriptor` with us, a shell above all, finds it as it was. Where the system does not allow that, a
    /// terminal that is full can keep us waiting.
    explicit Outlet(int descriptor);
    Outlet(const Outlet&) = delete;
    Outlet& operator=(const Outlet&) = delete;
    ~Outlet();

    /// Behind what waits already.
    void put(std::string_view bytes);
    /// As much of it as the terminal takes now. What it refuses for good is gone.
    void push();
    /// The last bytes before somebody else has the terminal: waits for it a little, then gives up what is
    /// left.
    void finish();
    [[nodiscard]] bool waits() const { return !waiting_.empty(); }
    /// To poll for POLLOUT.
    [[nodiscard]] int descriptor() const { return own_ >= 0 ? own_ : shared_; }

private:
    int shared_;
    int own_ = -1;
    std::string waiting_;
};

/// All of it, or as much as the terminal takes within `patience_ms` without taking anything; then once more,
/// in place of what the system still holds for it. Only calls that are allowed in a signal handler.
bool write_patiently(int descriptor, std::string_view bytes, int patience_ms);

/// A file without a name or a place on a disk, for ncurses to write into: unlike a terminal, it always takes
/// all.
class MemoryFile {
public:
    /// Throws Failure (environment).
    MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();

    [[nodiscard]] std::FILE* stream() const { return stream_; }
    /// What was written to its descriptor since the last time.
    [[nodiscard]] std::string take();

private:
    std::FILE* stream_ = nullptr;
};

} // namespace kindly::screen
