// SPDX-License-Identifier: MIT
#include "journal/paired.hpp"

#include <cassert>
#include <cmath>
#include <numbers>

namespace kindly {

namespace {

bool is_rating(const std::optional<int>& value) { return value && *value >= 0 && *value <= Pairs::highest; }

std::size_t place(int before, int after) {
    return static_cast<std::size_t>(before) * Pairs::ratings + static_cast<std::size_t>(after);
}

/// `work(before, after, count)` for each kind of pair.
template <class Counts, class Work>
void each_kind(const Counts& counts, const Work& work) {
    for (int before = 0; before <= Pairs::highest; ++before) {
        for (int after = 0; after <= Pairs::highest; ++after) {
            work(before, after, counts[place(before, after)]);
        }
    }
}

std::optional<double> mean(std::int64_t sum, std::int64_t count) {
    if (count == 0) { return std::nullopt; }
    return static_cast<double>(sum) / static_cast<double>(count);
}

/// P(-t < T < t), as the finite series for whole degrees of freedom: Abramowitz and Stegun, Handbook of
/// Mathematical Functions, 26.7.3 and 26.7.4.
double within(double t, std::int64_t degrees) {
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    const double cosine_squared = std::cos(angle) * std::cos(angle);
    const bool odd = degrees % 2 != 0;
    double term = odd ? std::cos(angle) : 1;
    double sum = degrees == 1 ? 0 : term;
    for (std::int64_t factor = odd ? 3 : 2; factor <= degrees - 2; factor += 2) {
        term *= cosine_squared * static_cast<double>(factor - 1) / static_cast<double>(factor);
        sum += term;
    }
    if (odd) { return 2 / std::numbers::pi * (angle + std::sin(angle) * sum); }
    return std::sin(angle) * sum;
}

/// The first terms of the expansion by powers of 1 / degrees: the same, 26.7.5. What is left out is below
/// 1e-11 from 200 degrees on.
double expanded(std::int64_t degrees) {
    constexpr double z = 1.959963984540054; // the same quantile of the normal distribution
    const double v = static_cast<double>(degrees);
    const double z2 = z * z;
    const double first = z * (z2 + 1) / 4;
    const double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    const double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    const double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (first + (second + (third + fourth / v) / v) / v) / v;
}

} // namespace

void Pairs::add(std::optional<int> before, std::optional<int> after) {
    if (is_rating(before) && is_rating(after)) {
        ++counts_[place(*before, *after)];
    } else {
        ++not_rated_;
    }
}

void Pairs::add(const Pairs& others) {
    for (std::size_t index = 0; index < counts_.size(); ++index) { counts_[index] += others.counts_[index]; }
    not_rated_ += others.not_rated_;
}

Pairs::Sums Pairs::sums() const {
    Sums sums;
    each_kind(counts_, [&](std::int64_t before, std::int64_t after, std::int64_t count) {
        sums.count += count;
        sums.before += before * count;
        sums.after += after * count;
        sums.squares += (after - before) * (after - before) * count;
    });
    return sums;
}

std::int64_t Pairs::count() const { return sums().count; }

std::int64_t Pairs::lower() const {
    std::int64_t sum = 0;
    each_kind(counts_, [&](int before, int after, std::int64_t count) { sum += after < before ? count : 0; });
    return sum;
}

std::int64_t Pairs::same() const {
    std::int64_t sum = 0;
    each_kind(counts_,
              [&](int before, int after, std::int64_t count) { sum += after == before ? count : 0; });
    return sum;
}

std::int64_t Pairs::higher() const { return count() - lower() - same(); }

Pairs::Counts Pairs::before() const {
    Counts found{};
    each_kind(counts_,
              [&](int before, int, std::int64_t count) { found[static_cast<std::size_t>(before)] += count; });
    return found;
}

Pairs::Counts Pairs::after() const {
    Counts found{};
    each_kind(counts_,
              [&](int, int after, std::int64_t count) { found[static_cast<std::size_t>(after)] += count; });
    return found;
}

std::int64_t Pairs::count(int before, int after) const {
    return is_rating(before) && is_rating(after) ? counts_[place(before, after)] : 0;
}

std::optional<double> Pairs::mean_before() const {
    const Sums all = sums();
    return mean(all.before, all.count);
}

std::optional<double> Pairs::mean_after() const {
    const Sums all = sums();
    return mean(all.after, all.count);
}

std::optional<double> Pairs::mean_change() const {
    const Sums all = sums();
    return mean(all.after - all.before, all.count);
}

std::optional<Pairs::Interval> Pairs::change_interval() const {
    const Sums all = sums();
    if (all.count < fewest_for_interval) { return std::nullopt; }
    const auto count = static_cast<double>(all.count);
    const std::int64_t change = all.after - all.before;
    // count * squares - change^2 is exact in whole numbers: 1e8 practices stay below 2^63.
    const double spread = static_cast<double>(all.count * all.squares - change * change);
    const double variance = spread / (count * (count - 1));
    const double half = t_quantile_975(all.count - 1) * std::sqrt(variance / count);
    const double middle = static_cast<double>(change) / count;
    return Interval{middle - half, middle + half};
}

double t_quantile_975(std::int64_t degrees_of_freedom) {
    assert(degrees_of_freedom >= 1);
    constexpr std::int64_t many = 200;
    if (degrees_of_freedom > many) { return expanded(degrees_of_freedom); }
    constexpr double wanted = 0.95;
    constexpr double beyond_all = 13; // one degree of freedom has 12.7
    constexpr int halvings = 60;
    double low = 0;
    double high = beyond_all;
    for (int round = 0; round < halvings; ++round) {
        const double middle = (low + high) / 2;
        (within(middle, degrees_of_freedom) < wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace kindly
