// SPDX-License-Identifier: MIT
#include "exchange/line_source.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr std::size_t chunk = 65536;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

bool LineSource::fill() {
    if (ended_) { return false; }
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + chunk);
    const std::size_t got = source_.read(buffer_.data() + had, chunk);
    buffer_.resize(had + got);
    ended_ = got == 0;
    return !ended_;
}

std::string_view LineSource::beginning() {
    constexpr std::size_t enough = 4096;
    while (buffer_.size() < enough && fill()) {}
    return buffer_;
}

void LineSource::put_aside(const std::function<std::string_view(std::string_view)>& cut,
                           const std::function<void(std::int64_t)>& progress) {
    source_.put_aside(buffer_, cut, progress);
    buffer_.clear();
    ended_ = false;
}

std::optional<std::string_view> LineSource::next(std::size_t most_bytes) {
    if (number_ == 0) {
        static_cast<void>(beginning());
        if (buffer_.starts_with(byte_order_mark)) { at_ = byte_order_mark.size(); }
    }
    line_.clear();
    bool any = false;
    for (;;) {
        if (at_ == buffer_.size() && !fill()) {
            if (!any) { return std::nullopt; }
            break;
        }
        any = true;
        const std::size_t end = buffer_.find('\n', at_);
        const std::size_t upto = std::min(end, buffer_.size());
        const std::size_t room = most_bytes + 1 - std::min(line_.size(), most_bytes + 1);
        line_.append(buffer_, at_, std::min(upto - at_, room));
        at_ = upto;
        if (end != std::string::npos) {
            ++at_;
            break;
        }
    }
    ++number_;
    if (line_.ends_with('\r')) { line_.pop_back(); }
    return line_;
}

} // namespace kindly
