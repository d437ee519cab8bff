// SPDX-License-Identifier: MIT
// Bytes line by line, in constant memory: a line is kept only up to a limit. Knows nothing of what is in
// them.
#pragma once

#include "exchange/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kindly {

class LineSource {
public:
    explicit LineSource(ByteSource source) : source_(std::move(source)) {}

    /// The next line without its end (LF or CRLF) and without a byte order mark before the first one; cut one
    /// byte past `most_bytes`. Nothing at the end. Throws Failure when reading fails.
    [[nodiscard]] std::optional<std::string_view> next(std::size_t most_bytes);
    /// Of the line that next() gave last; from 1.
    [[nodiscard]] std::size_t number() const { return number_; }
    /// The first bytes of the file, before next() is called.
    [[nodiscard]] std::string_view beginning();
    /// Before next() is called: ByteSource::put_aside(), of all the lines.
    void put_aside(const std::function<std::string_view(std::string_view)>& cut,
                   const std::function<void(std::int64_t)>& progress);
    [[nodiscard]] bool is_regular_file() const { return source_.is_regular_file(); }

private:
    bool fill();

    ByteSource source_;
    std::string buffer_;
    std::size_t at_ = 0; ///< in buffer_
    bool ended_ = false;
    std::size_t number_ = 0;
    std::string line_;
};

} // namespace kindly
