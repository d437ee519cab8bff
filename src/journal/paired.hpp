// SPDX-License-Identifier: MIT
// Ratings before and after, counted: how many pairs there were of which kind, and what follows from them
// exactly. Whole ratings from 0 to 10 make every figure a sum of at most 121 counts, however long the log is.
// Knows no database and gives no verdict.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace kindly {

class Pairs {
public:
    static constexpr int highest = 10;
    static constexpr std::size_t ratings = highest + 1;
    using Counts = std::array<std::int64_t, ratings>;

    /// One practice. A missing rating is missing; numbers outside 0 to 10 are taken for missing.
    void add(std::optional<int> before, std::optional<int> after);
    void add(const Pairs& others);

    /// Practices with both ratings.
    [[nodiscard]] std::int64_t count() const;
    /// The rating after, compared with the one before. They add up to count().
    [[nodiscard]] std::int64_t lower() const;
    [[nodiscard]] std::int64_t same() const;
    [[nodiscard]] std::int64_t higher() const;
    /// Practices with one of them or none.
    [[nodiscard]] std::int64_t not_rated() const { return not_rated_; }

    /// How many had this rating before, or after; of pairs only.
    [[nodiscard]] Counts before() const;
    [[nodiscard]] Counts after() const;
    [[nodiscard]] std::int64_t count(int before, int after) const;

    /// Of pairs only; empty if there is none.
    [[nodiscard]] std::optional<double> mean_before() const;
    [[nodiscard]] std::optional<double> mean_after() const;
    /// After minus before.
    [[nodiscard]] std::optional<double> mean_change() const;

    struct Interval {
        double low = 0, high = 0;
    };
    /// The 95 % confidence interval of the mean change: Student's t on the paired differences, not cut off at
    /// the ends of the scale. From fewest_for_interval pairs on; where all differences are equal, both ends
    /// are.
    [[nodiscard]] std::optional<Interval> change_interval() const;
    /// With two pairs t is 12.7: unless both changed alike, the interval is wider than the scale of ratings.
    static constexpr std::int64_t fewest_for_interval = 3;

private:
    struct Sums {
        std::int64_t count = 0, before = 0, after = 0, squares = 0; ///< squares: of differences
    };
    [[nodiscard]] Sums sums() const;

    std::array<std::int64_t, ratings * ratings> counts_{}; ///< before * ratings + after
    std::int64_t not_rated_ = 0;
};

/// The value that Student's t with so many degrees of freedom (from 1) exceeds with probability 0.025: half
/// of a two-sided 5 %. Right to 1e-10.
[[nodiscard]] double t_quantile_975(std::int64_t degrees_of_freedom);

} // namespace kindly
