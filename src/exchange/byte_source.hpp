// SPDX-License-Identifier: MIT
// The bytes of a file, of a pipe or of standard input, as they come. What can be read only once, and may be
// long in coming, can be put aside first: whoever reads it then does not wait. Knows nothing of lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kindly {

class ByteSource {
public:
    /// "-" is standard input. Throws Failure: not_found, or environment for what cannot be read.
    /// `interrupted` is called when a signal came while waiting for input; it may throw.
    explicit ByteSource(std::string name, std::function<void()> interrupted = {});
    ByteSource(ByteSource&& other) noexcept;
    ByteSource& operator=(ByteSource&&) = delete;
    ~ByteSource();

    /// Up to `most` bytes; 0 at the end. Throws Failure when reading fails.
    [[nodiscard]] std::size_t read(char* to, std::size_t most);
    /// Not a pipe, a terminal or whatever else makes its reader wait for somebody.
    [[nodiscard]] bool is_regular_file() const;
    /// Puts `begun`, which was read already, and all that is to come into a file without a name, which is
    /// read from its beginning then. It is gone when this is, however the program ends. `cut` gives what
    /// stays of the bytes that came next, `progress` is told how many there were; both may throw. Throws
    /// Failure.
    void put_aside(std::string_view begun, const std::function<std::string_view(std::string_view)>& cut,
                   const std::function<void(std::int64_t)>& progress);

private:
    void close();

    std::string name_;
    std::function<void()> interrupted_;
    int descriptor_ = -1;
};

} // namespace kindly
