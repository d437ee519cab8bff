// SPDX-License-Identifier: MIT
#include "guide/line_reader.hpp"

#include <utility>

namespace kindly {

void LineReader::add(std::string_view bytes) {
    if (begin_ > 0) {
        waiting_.erase(0, begin_);
        looked_ -= begin_;
        begin_ = 0;
    }
    waiting_ += bytes;
    ended_ = false; // at a terminal, there may be more after an end
}

void LineReader::end() { ended_ = true; }

LineReader::Line LineReader::taken(std::size_t length) {
    std::string_view line = std::string_view(waiting_).substr(begin_, length);
    if (line.ends_with('\r')) { line.remove_suffix(1); }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (std::exchange(at_beginning_, false) && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    if (std::exchange(passing_over_, false) || line.size() > longest_line) { return {{}, true}; }
    return {std::string(line), false};
}

std::optional<LineReader::Line> LineReader::next() {
    const std::size_t line_end = waiting_.find('\n', looked_);
    if (line_end != std::string::npos) {
        Line line = taken(line_end - begin_);
        begin_ = looked_ = line_end + 1;
        return line;
    }
    looked_ = waiting_.size();
    if (looked_ - begin_ > longest_line + 1) { // room for a CR
        waiting_.clear();
        begin_ = looked_ = 0;
        passing_over_ = true;
    }
    if (!ended_ || (begin_ == waiting_.size() && !passing_over_)) { return std::nullopt; }
    Line line = taken(waiting_.size() - begin_);
    begin_ = looked_ = waiting_.size();
    return line;
}

} // namespace kindly
