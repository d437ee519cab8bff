// SPDX-License-Identifier: MIT
// Calls of the system that a signal has cut short are made again. Must not know what they are for.
#pragma once

#include <cerrno>

namespace kindly {

/// What `call()` gives, made again for as long as it is below 0 with EINTR; errno is that of the last one.
template <class Call>
auto uninterrupted(const Call& call) {
    for (;;) {
        const auto result = call();
        if (result >= 0 || errno != EINTR) { return result; }
    }
}

} // namespace kindly
