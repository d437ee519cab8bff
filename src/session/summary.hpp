// SPDX-License-Identifier: MIT
// What a practice comes to, derived from its events: the figures of a log entry (kindly-log(5)).
// Definitions: the columns of the practice log. A missing value is missing, never 0.
#pragma once

#include "session/event.hpp"

#include <optional>

namespace kindly {

class Summary {
public:
    enum class Backdraft { none, noticed, grounded };

    void observe(const Event& event);

    [[nodiscard]] std::optional<int> distress_before() const { return distress_before_; }
    [[nodiscard]] std::optional<int> distress_after() const { return distress_after_; }
    [[nodiscard]] std::optional<int> kindness_before() const { return kindness_before_; }
    [[nodiscard]] std::optional<int> kindness_after() const { return kindness_after_; }
    /// Empty if no backdraft check-in was answered.
    [[nodiscard]] std::optional<Backdraft> backdraft() const { return backdraft_; }
    [[nodiscard]] int groundings() const { return groundings_; }
    [[nodiscard]] int skipped() const { return skipped_; }

private:
    void rate_kindness(const event::Answered& answered);
    void rate_distress(const event::Answered& answered);

    bool past_arrival_ = false; ///< a step of another purpose than arrive or teach has begun
    std::optional<int> lowest_rating_;
    std::optional<int> distress_before_, distress_after_, kindness_before_, kindness_after_;
    bool first_check_in_seen_ = false;
    bool first_kindness_seen_ = false;
    std::optional<Backdraft> backdraft_;
    int groundings_ = 0;
    int skipped_ = 0;
};

} // namespace kindly
