// SPDX-License-Identifier: MIT
// Every way through a plan that answers, skips and chance can lead to, as a graph that is walked forward
// once: what can be reached, how long it takes, what was asked before (kindly-exercise(5), MESSAGES). Ways
// that come together with the same answers still in use are joined, which changes nothing: it is exact,
// unless more than a few thousand answers would have to be remembered at once. Knows nothing of limits or
// messages.
#pragma once

#include "exercise/answer_classes.hpp"
#include "exercise/plan.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct WaysOptions {
    /// Extra sections may be left out, last first, as when time is short. They stand in the plan.
    bool may_drop = false;
    /// A question inside a repeat counts as possibly not asked once the repeat is over.
    bool repeats_may_not_ask = false;
};

/// One answer, or one thing left out, on the way to somewhere.
struct Decision {
    std::size_t instruction = nowhere; ///< the question, branch or pick; nowhere for a section left out
    std::string section;               ///< the section left out
    std::vector<std::string> options;  ///< of a choice: what could have been chosen
    std::optional<AnswerValue> answer; ///< an example; nothing: not answered
};

class Ways {
public:
    /// What a way has just come from: a place, which of the answers still in use, and the answer given there.
    struct Origin {
        std::size_t place = 0, state = 0;
        int answered = 0; ///< 0 nothing to answer, 1 not answered, 2 and up a class of answers
    };
    /// A step on one or more ways: which answers were given before does not matter any more but for those
    /// that are still in use.
    struct Place {
        std::size_t instruction = nowhere; ///< nowhere: before the first step, or after the last one
        bool nothing_to_show = false;      ///< of a recollection
        std::vector<std::size_t> next;     ///< places
        double ways = 0;                   ///< distinct ways from the beginning to here
    };
    /// What was seen of one branch, on all ways that come to it.
    struct Seen {
        bool held = false;   ///< on some way its condition holds
        bool failed = false; ///< on some way it does not
        /// Tests on an answer that may not have been asked for, where no other test decides: index of the
        /// test, and a way on which it was not.
        std::map<std::size_t, Origin> not_asked;
        std::vector<std::string>
            options; ///< of a test on one choice: what those who come here can have chosen
    };

    explicit Ways(const Plan& plan, const WaysOptions& options = {});

    /// Every place after all those that lead to it; the first is the beginning, the last is the end.
    [[nodiscard]] const std::vector<Place>& places() const { return places_; }
    /// False: times, and what can be reached, are bounds.
    [[nodiscard]] bool exact() const { return exact_; }
    /// Distinct ways from the beginning to the end; a bound where not exact. May be huge.
    [[nodiscard]] double count() const { return places_.back().ways; }
    /// By instruction, of every kind; grounding, a detour, is not on any way.
    [[nodiscard]] const std::vector<bool>& reached() const { return reached_; }
    /// By instruction, for branches that are reached.
    [[nodiscard]] const std::map<std::size_t, Seen>& seen() const { return seen_; }

    /// The decisions on a way from the beginning, through `last`, to an instruction (nowhere: the end).
    [[nodiscard]] std::vector<Decision> way_to(std::size_t instruction, Origin last) const;
    /// To a place of places().
    [[nodiscard]] std::vector<Decision> way_to(std::size_t place) const;

private:
    friend class WaysBuilder;
    struct Joined {};
    Ways(const Plan& plan, const WaysOptions& options, Joined joined);
    const Plan* plan_;
    bool exact_ = true;
    std::vector<Place> places_;
    std::vector<std::vector<Origin>> origins_; ///< by place and state: where it came from first
    std::vector<bool> reached_;
    std::map<std::size_t, Seen> seen_;
    std::map<std::string, std::vector<AnswerClass>> classes_; ///< by question
};

/// The greatest sum of weights from the beginning to each place; the last one is that of whole ways. `weight`
/// is called once a place.
[[nodiscard]] std::vector<Milliseconds>
greatest_sums(const Ways& ways, const std::function<Milliseconds(const Ways::Place&)>& weight);

} // namespace kindly
