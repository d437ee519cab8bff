// SPDX-License-Identifier: MIT
#include "base/output.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <iterator>
#include <poll.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {
constexpr std::size_t buffer_bytes = 65536;

/// A pipe that can be written to has room for this much, so that writing it never waits.
constexpr std::size_t room = PIPE_BUF;

/// Ctrl-C also lets a terminal go on that Ctrl-S had stopped; the signal comes first.
constexpr int milliseconds_to_go_on = 200;
} // namespace

DescriptorOutput::DescriptorOutput(int descriptor) : descriptor_(descriptor) {}

void DescriptorOutput::leave_for(std::optional<ReasonToLeave> reason) { reason_ = std::move(reason); }

void DescriptorOutput::write(std::string_view text) {
    if (given_up_) { return; }
    waiting_ += text;
    if (waiting_.size() >= buffer_bytes) { flush(); }
}

/// Returns where writing says what is wrong, too.
void DescriptorOutput::wait_for_room() {
    for (;;) {
        const auto signal = reason_->signal();
        // poll passes over negative descriptors.
        pollfd watched[] = {{descriptor_, POLLOUT, 0}, {signal ? -1 : reason_->descriptor, POLLIN, 0}};
        const int ready = ::poll(watched, std::size(watched), signal ? milliseconds_to_go_on : -1);
        if (ready < 0 && errno == EINTR) { continue; }
        if (ready < 0 || watched[0].revents != 0) { return; }
        if (signal) {
            given_up_ = true;
            waiting_.clear();
            throw LeftUnwritten(*signal);
        }
    }
}

void DescriptorOutput::flush() {
    std::string_view left = waiting_;
    while (!left.empty()) {
        if (reason_) { wait_for_room(); }
        const ssize_t wrote =
            ::write(descriptor_, left.data(), reason_ ? std::min(left.size(), room) : left.size());
        if (wrote >= 0) {
            left.remove_prefix(static_cast<std::size_t>(wrote));
            continue;
        }
        if (errno == EINTR) { continue; }
        if (errno == EAGAIN) { // somebody made the descriptor non-blocking
            pollfd ready{descriptor_, POLLOUT, 0};
            ::poll(&ready, 1, -1);
            continue;
        }
        const int error = errno;
        waiting_.clear(); // it can't be written later either
        if (error == EPIPE) { throw ReaderGone(); }
        throw Failure(ExitCode::environment,
                      fmt::format(fmt::runtime(_("The output could not be written: {}")),
                                  std::generic_category().message(error)));
    }
    waiting_.clear();
}

bool DescriptorOutput::is_terminal() const { return ::isatty(descriptor_) == 1; }

} // namespace kindly
