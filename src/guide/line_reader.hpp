// SPDX-License-Identifier: MIT
// Cuts bytes into lines: never splits one, and refuses what is too long as a whole. Reads no descriptor.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kindly {

class LineReader {
public:
    static constexpr std::size_t longest_line =
        2 * 1024 * 1024; ///< bytes; far more than anybody writes on one line

    struct Line {
        std::string text;      ///< without its line end, be it LF or CR LF
        bool too_long = false; ///< then `text` is empty
    };

    void add(std::string_view bytes);
    /// What stands after the last line end is a line too.
    void end();
    [[nodiscard]] std::optional<Line> next();

private:
    [[nodiscard]] Line taken(std::size_t length);

    std::string waiting_;
    std::size_t begin_ = 0;     ///< of the next line
    std::size_t looked_ = 0;    ///< no line end before this
    bool passing_over_ = false; ///< inside a line that is too long
    bool at_beginning_ = true;
    bool ended_ = false;
};

} // namespace kindly
