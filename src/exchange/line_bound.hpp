// SPDX-License-Identifier: MIT
// Bytes on their way to where they are put aside: of a line that is longer than what is read anyway, only the
// beginning, so that a line without an end fills no disk. Knows nothing of what is in the lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kindly {

class LineBound {
public:
    /// `name`: of the source, for the message. Of each line, one byte more than `most_bytes` stays: enough to
    /// be seen that it is too long.
    LineBound(std::string name, std::size_t most_bytes);

    /// What stays of the bytes that come next; valid until the next call. Throws Failure (invalid_file) where
    /// a line has gone on so long that its end is not waited for.
    [[nodiscard]] std::string_view cut(std::string_view bytes);

private:
    std::string name_;
    std::size_t most_bytes_;
    std::size_t number_ = 1; ///< of the line
    std::size_t came_ = 0;   ///< bytes of it
    std::string stays_;
};

} // namespace kindly
