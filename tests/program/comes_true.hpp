// SPDX-License-Identifier: MIT
// Waiting for what no pipe and no terminal tells of, such as a file that appears.
#pragma once

#include <chrono>
#include <unistd.h>

namespace kindly::tests {

/// False: not within a minute.
template <class Condition>
[[nodiscard]] bool comes_true(const Condition& condition) {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    constexpr unsigned between_looks_us = 1000;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= limit) { return false; }
        ::usleep(between_looks_us);
    }
    return true;
}

} // namespace kindly::tests
