// SPDX-License-Identifier: MIT
#include "screen/easing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kindly::screen {

double presence(Milliseconds since_shown) {
    const auto pictures = easing_time / between_pictures;
    const auto shown = std::clamp<Milliseconds::rep>(since_shown / between_pictures + 1, 1, pictures);
    return static_cast<double>(shown) / static_cast<double>(pictures);
}

double swell(double along) { return (1 - std::cos(std::numbers::pi * std::clamp(along, 0.0, 1.0))) / 2; }

Milliseconds next_picture(Milliseconds now) { return (now / between_pictures + 1) * between_pictures; }

long long seconds_left(Milliseconds ends, Milliseconds now) {
    constexpr Milliseconds almost_one{999};
    return std::chrono::duration_cast<std::chrono::seconds>(std::max(ends - now, Milliseconds{}) + almost_one)
        .count();
}

Milliseconds next_second(Milliseconds ends, Milliseconds now) {
    return ends - std::chrono::seconds(std::max(seconds_left(ends, now) - 1, 0LL));
}

} // namespace kindly::screen
