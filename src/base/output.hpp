// SPDX-License-Identifier: MIT
// Where text goes: standard output, standard error, or memory in tests. A write that fails is never silent.
#pragma once

#include <string>
#include <string_view>

namespace kindly {

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
};

/// A file descriptor, which stays open. Buffered; SIGPIPE must be ignored.
class DescriptorOutput : public Output {
public:
    explicit DescriptorOutput(int descriptor);
    void write(std::string_view text) override;
    void flush() override;
    [[nodiscard]] bool is_terminal() const override;

private:
    int descriptor_;
    std::string waiting_;
};

} // namespace kindly
