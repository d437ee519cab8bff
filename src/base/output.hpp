// SPDX-License-Identifier: MIT
// Where text goes: standard output, standard error, or memory in tests. A write that fails is never silent.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kindly {

/// Asked while the other end takes nothing (Ctrl-S, a reader that has stopped reading).
struct ReasonToLeave {
    int descriptor = -1; ///< readable when there may be one
    /// The signal that says so; may be asked again and again.
    std::function<std::optional<int>()> signal;
};

/// What was to be written was given up: somebody wanted to leave, and the other end took nothing.
class LeftUnwritten : public std::exception {
public:
    explicit LeftUnwritten(int signal) : signal_(signal) {}
    [[nodiscard]] int signal() const { return signal_; }
    [[nodiscard]] const char* what() const noexcept override { return "left while nothing could be written"; }

private:
    int signal_;
};

class Output {
public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;
    virtual void write(std::string_view text) = 0;
    /// Everything written so far has left this program. Throws Failure, or ReaderGone when the pipe is
    /// closed.
    virtual void flush() = 0;
    [[nodiscard]] virtual bool is_terminal() const = 0;
    /// From now on, flush() throws LeftUnwritten where it would wait in vain while there is reason to leave;
    /// what is written after that goes nowhere. None: it waits as long as it takes.
    virtual void leave_for(std::optional<ReasonToLeave>) {} // NOLINT(performance-*): it is kept
};

/// A file descriptor, which stays open. Buffered; SIGPIPE must be ignored.
class DescriptorOutput : public Output {
public:
    explicit DescriptorOutput(int descriptor);
    void write(std::string_view text) override;
    void flush() override;
    [[nodiscard]] bool is_terminal() const override;
    void leave_for(std::optional<ReasonToLeave> reason) override;

private:
    void wait_for_room();

    int descriptor_;
    std::string waiting_;
    std::optional<ReasonToLeave> reason_;
    bool given_up_ = false;
};

} // namespace kindly
