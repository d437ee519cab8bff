// SPDX-License-Identifier: MIT
#include "exchange/line_bound.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <utility>

namespace kindly {

namespace {

/// A line that is somewhat too long is one wrong line among others; beyond this, there may be no other.
constexpr std::size_t hopeless = 16;
constexpr unsigned mebibyte_bits = 20;

} // namespace

LineBound::LineBound(std::string name, std::size_t most_bytes)
    : name_(std::move(name)), most_bytes_(most_bytes) {}

std::string_view LineBound::cut(std::string_view bytes) {
    stays_.clear();
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::size_t upto = std::min(end, bytes.size());
        const std::size_t room = most_bytes_ + 1 - std::min(came_, most_bytes_ + 1);
        stays_.append(bytes.substr(0, std::min(upto, room)));
        came_ += upto;
        if (came_ > hopeless * most_bytes_) {
            throw Failure(ExitCode::invalid_file,
                          filled(_("{}:{}: The line is longer than {} MB"), name_, number_,
                                 hopeless * most_bytes_ >> mebibyte_bits),
                          _("Nothing was taken in. Export again from where it comes from."));
        }
        bytes.remove_prefix(upto);
        if (end == std::string_view::npos) { break; }
        stays_ += '\n';
        bytes.remove_prefix(1);
        ++number_;
        came_ = 0;
    }
    return stays_;
}

} // namespace kindly
