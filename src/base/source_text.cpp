// SPDX-License-Identifier: MIT
#include "base/source_text.hpp"

#include <algorithm>

namespace kindly {

SourceText::SourceText(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
    line_starts_.push_back(0);
    for (std::size_t at = 0; at < bytes_.size(); ++at) {
        if (bytes_[at] == '\n') { line_starts_.push_back(at + 1); }
    }
}

LineColumn SourceText::locate(std::size_t offset) const {
    offset = std::min(offset, bytes_.size());
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::size_t>(next - line_starts_.begin());
    const std::size_t start = line_starts_[line - 1];
    const auto code_points =
        std::count_if(bytes_.begin() + static_cast<std::ptrdiff_t>(start),
                      bytes_.begin() + static_cast<std::ptrdiff_t>(offset), [](char byte) {
                          constexpr unsigned continuation_mask = 0xC0;
                          constexpr unsigned continuation = 0x80;
                          return (static_cast<unsigned char>(byte) & continuation_mask) != continuation;
                      });
    return {line, static_cast<std::size_t>(code_points) + 1};
}

std::string_view SourceText::line(std::size_t number) const {
    if (number == 0 || number > line_starts_.size()) { return {}; }
    const std::size_t start = line_starts_[number - 1];
    std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : bytes_.size();
    if (end > start && bytes_[end - 1] == '\r') { --end; }
    return std::string_view(bytes_).substr(start, end - start);
}

} // namespace kindly
