// SPDX-License-Identifier: MIT
// What a practice comes to, derived from its events: the figures of a log entry (kindly-log(5)).
// Definitions: the columns of the practice log. A missing value is missing, never 0.
#pragma once

#include "session/event.hpp"

#include <optional>
#include <string>

namespace kindly {

class Summary {
public:
    enum class Backdraft { none, noticed, grounded };

    /// Two columns of one measure.
    struct BeforeAndAfter {
        std::string first; ///< path of the step that asked first
        bool first_is_before = false;
        std::optional<int> before, after;

        void asked(const std::string& path, bool past_arrival);
        /// `rating`: none for numb, which takes the place of a number all the same.
        void answered(const std::string& path, bool past_arrival, std::optional<int> rating);
    };
    /// What an earlier part of the same practice had come to.
    struct Before {
        BeforeAndAfter distress, kindness;
        std::optional<Backdraft> backdraft;
        int groundings = 0;
        int skipped = 0;
        std::optional<int> lowest_rating;
        bool past_arrival = false; ///< a step of another purpose than arrive or teach is over
    };
    Summary() = default;
    explicit Summary(const Before& before);

    void observe(const Event& event);
    /// Ratings from here on come after something was practised, though no event told of it.
    void practised_unseen() { past_arrival_ = true; }

    [[nodiscard]] std::optional<int> distress_before() const { return distress_.before; }
    [[nodiscard]] std::optional<int> distress_after() const { return distress_.after; }
    [[nodiscard]] std::optional<int> kindness_before() const { return kindness_.before; }
    [[nodiscard]] std::optional<int> kindness_after() const { return kindness_.after; }
    /// Empty if no backdraft check-in was answered.
    [[nodiscard]] std::optional<Backdraft> backdraft() const { return backdraft_; }
    [[nodiscard]] int groundings() const { return groundings_; }
    [[nodiscard]] int skipped() const { return skipped_; }

private:
    void rate_distress(const event::Answered& answered);

    bool practising_ = false;   ///< in a main section of another purpose than arrive or teach
    bool grounding_ = false;    ///< a detour, which has no purpose of its own
    bool past_arrival_ = false; ///< a step of such a section is over
    std::optional<int> lowest_rating_;
    BeforeAndAfter distress_, kindness_;
    std::optional<Backdraft> backdraft_;
    int groundings_ = 0;
    int skipped_ = 0;
};

} // namespace kindly
