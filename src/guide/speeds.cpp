// SPDX-License-Identifier: MIT
#include "guide/speeds.hpp"

#include "exercise/limits.hpp"

#include <algorithm>
#include <iterator>

namespace kindly {

namespace {
constexpr double speeds[] = {0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4};
static_assert(speeds[0] == limits::slowest_pace && speeds[std::size(speeds) - 1] == limits::fastest_pace);
} // namespace

std::optional<double> faster_than(double speed) {
    const auto* next = std::upper_bound(std::begin(speeds), std::end(speeds), speed);
    return next == std::end(speeds) ? std::nullopt : std::optional(*next);
}

std::optional<double> slower_than(double speed) {
    const auto* next = std::lower_bound(std::begin(speeds), std::end(speeds), speed);
    return next == std::begin(speeds) ? std::nullopt : std::optional(*(next - 1));
}

} // namespace kindly
