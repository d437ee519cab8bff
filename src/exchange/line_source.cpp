// SPDX-License-Identifier: MIT
#include "exchange/line_source.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t chunk = 65536;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Failure failed(const std::string& name, int error) {
    const ExitCode code = error == ENOENT || error == ENOTDIR ? ExitCode::not_found : ExitCode::environment;
    const std::string what = name == "-" ? _("Standard input") : name;
    return {code, fmt::format(fmt::runtime(_("{} cannot be read: {}")), what,
                              std::generic_category().message(error))};
}

} // namespace

LineSource::LineSource(std::string name, std::function<void()> interrupted)
    : name_(std::move(name)), interrupted_(std::move(interrupted)) {
    if (name_ == "-") {
        descriptor_ = STDIN_FILENO;
    } else {
        // A named pipe is waited for: `import <(ssh there kindly export ...)` is one.
        while ((descriptor_ = ::open(name_.c_str(), O_RDONLY | O_CLOEXEC)) < 0 && errno == EINTR) {
            if (interrupted_) { interrupted_(); }
        }
        if (descriptor_ < 0) { throw failed(name_, errno); }
    }
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
        if (descriptor_ != STDIN_FILENO) { ::close(descriptor_); }
        throw Failure(ExitCode::environment, fmt::format(fmt::runtime(_("{} is a folder")), name_),
                      _("Name the files in it."));
    }
}

LineSource::~LineSource() {
    if (descriptor_ > STDIN_FILENO) { ::close(descriptor_); }
}

bool LineSource::fill() {
    if (ended_) { return false; }
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + chunk);
    ssize_t got = 0;
    while ((got = ::read(descriptor_, buffer_.data() + had, chunk)) < 0 && errno == EINTR) {
        if (interrupted_) { interrupted_(); }
    }
    buffer_.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) { throw failed(name_, errno); }
    ended_ = got == 0;
    return !ended_;
}

std::string_view LineSource::beginning() {
    constexpr std::size_t enough = 4096;
    while (buffer_.size() < enough && fill()) {}
    return buffer_;
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
