// SPDX-License-Identifier: MIT
#include "base/output.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <cerrno>
#include <poll.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {
constexpr std::size_t buffer_bytes = 65536;
}

DescriptorOutput::DescriptorOutput(int descriptor) : descriptor_(descriptor) {}

void DescriptorOutput::write(std::string_view text) {
    waiting_ += text;
    if (waiting_.size() >= buffer_bytes) { flush(); }
}

void DescriptorOutput::flush() {
    std::string_view left = waiting_;
    while (!left.empty()) {
        const ssize_t wrote = ::write(descriptor_, left.data(), left.size());
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
