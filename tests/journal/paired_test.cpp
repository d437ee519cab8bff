// SPDX-License-Identifier: MIT
// Ratings before and after: counted, averaged and given an interval as anybody with a list of them would.
#include "journal/paired.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

TEST(StudentsT, HasThePublishedValues) {
    // Two-sided 5 %: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, and R's qt(0.975, df).
    const std::vector<std::pair<int, double>> published{
        {1, 12.7062047362},   {2, 4.3026527297},         {3, 3.1824463053},   {4, 2.7764451052},
        {5, 2.5705818356},    {6, 2.4469118511},         {7, 2.3646242516},   {8, 2.3060041352},
        {9, 2.2621571628},    {10, 2.2281388520},        {15, 2.1314495456},  {20, 2.0859634473},
        {30, 2.0422724563},   {60, 2.0002978220},        {100, 1.9839715185}, {120, 1.9799304051},
        {1000, 1.9623390808}, {1000000000, 1.9599639869}};
    for (const auto& [degrees, value] : published) {
        EXPECT_NEAR(t_quantile_975(degrees), value, 1e-6) << degrees;
    }
}

TEST(StudentsT, HasNoStepWhereTheExpansionTakesOver) {
    // The differences of neighbours shrink evenly.
    const double before = t_quantile_975(199) - t_quantile_975(200);
    const double at = t_quantile_975(200) - t_quantile_975(201);
    const double after = t_quantile_975(201) - t_quantile_975(202);
    EXPECT_NEAR(at, (before + after) / 2, 1e-8);
}

TEST(Pairs, AreCountedAndAveraged) {
    Pairs pairs;
    for (const auto& [before, after] :
         std::vector<std::pair<int, int>>{{7, 4}, {5, 5}, {6, 7}, {4, 9}, {6, 2}, {8, 5}}) {
        pairs.add(before, after);
    }
    pairs.add(3, std::nullopt);
    pairs.add(std::nullopt, 3);
    pairs.add(std::nullopt, std::nullopt);
    EXPECT_EQ(pairs.count(), 6);
    EXPECT_EQ(pairs.lower(), 3);
    EXPECT_EQ(pairs.same(), 1);
    EXPECT_EQ(pairs.higher(), 2);
    EXPECT_EQ(pairs.not_rated(), 3);
    EXPECT_DOUBLE_EQ(*pairs.mean_before(), 6);
    EXPECT_DOUBLE_EQ(*pairs.mean_after(), 32.0 / 6);
    EXPECT_DOUBLE_EQ(*pairs.mean_change(), -4.0 / 6);
    // By hand: standard deviation 3.386247, divided by the root of 6, times 2.570582.
    EXPECT_NEAR(pairs.change_interval()->low, -4.220315, 1e-5);
    EXPECT_NEAR(pairs.change_interval()->high, 2.886982, 1e-5);
}

TEST(Pairs, SayNothingThatTheyDoNotKnow) {
    Pairs pairs;
    EXPECT_FALSE(pairs.mean_before() || pairs.mean_after() || pairs.mean_change() || pairs.change_interval());
    pairs.add(5, 3);
    pairs.add(6, 3);
    EXPECT_TRUE(pairs.mean_change());
    EXPECT_FALSE(pairs.change_interval()); // from three pairs on
    pairs.add(6, 3);
    EXPECT_TRUE(pairs.change_interval());
    pairs.add(11, 3);
    pairs.add(3, -1);
    EXPECT_EQ(pairs.count(), 3);
    EXPECT_EQ(pairs.not_rated(), 2);
}

TEST(Pairs, ThatAllChangedAlikeHaveAnIntervalWithoutWidth) {
    Pairs pairs;
    for (int before = 3; before < 8; ++before) { pairs.add(before, before - 2); }
    EXPECT_DOUBLE_EQ(pairs.change_interval()->low, -2);
    EXPECT_DOUBLE_EQ(pairs.change_interval()->high, -2);
}

RC_GTEST_PROP(Pairs, AgreeWithTheNaiveSums, ()) {
    const auto given = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 11), rc::gen::inRange(0, 11)));
    Pairs pairs;
    Pairs halves[2];
    double sum = 0;
    std::int64_t lower = 0;
    for (std::size_t index = 0; index < given.size(); ++index) {
        const auto& [before, after] = given[index];
        pairs.add(before, after);
        halves[index % 2].add(before, after);
        sum += after - before;
        lower += after < before ? 1 : 0;
    }
    halves[0].add(halves[1]);
    const auto count = static_cast<std::int64_t>(given.size());
    RC_ASSERT(pairs.count() == count);
    RC_ASSERT(pairs.lower() == lower);
    RC_ASSERT(pairs.lower() + pairs.same() + pairs.higher() == count);
    RC_ASSERT(halves[0].before() == pairs.before());
    RC_ASSERT(halves[0].after() == pairs.after());
    RC_ASSERT(pairs.mean_change().has_value() == (count > 0));
    RC_ASSERT(pairs.change_interval().has_value() == (count >= 3));
    if (count < 3) { return; }
    const double mean = sum / static_cast<double>(count);
    double squares = 0;
    for (const auto& [before, after] : given) { squares += std::pow(after - before - mean, 2); }
    const double error = std::sqrt(squares / static_cast<double>(count - 1) / static_cast<double>(count));
    const double half = t_quantile_975(count - 1) * error;
    RC_ASSERT(std::abs(pairs.change_interval()->low - (mean - half)) < 1e-9);
    RC_ASSERT(std::abs(pairs.change_interval()->high - (mean + half)) < 1e-9);
}

} // namespace
} // namespace kindly
