// SPDX-License-Identifier: MIT
// A text that a person wrote, with its name, and the way from byte offsets to lines and columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// Bytes [begin, end) of a source.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

/// Both count from 1; the column counts code points.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
    auto operator<=>(const LineColumn&) const = default;
};

class SourceText {
public:
    SourceText(std::string name, std::string bytes);

    /// As the person named it: what messages show.
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] LineColumn locate(std::size_t offset) const;
    /// Without its line end; `number` counts from 1 and may be past the end (then empty).
    [[nodiscard]] std::string_view line(std::size_t number) const;

private:
    std::string name_;
    std::string bytes_;
    std::vector<std::size_t> line_starts_;
};

} // namespace kindly
