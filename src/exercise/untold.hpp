// SPDX-License-Identifier: MIT
// What of a practice would tell how a question was answered that is not recorded: the steps that only some of
// its answers lead to. Nothing of them may be kept. Knows a plan, and no practice or log.
#pragma once

#include "exercise/plan.hpp"

#include <set>
#include <string>
#include <vector>

namespace kindly {

class Untold {
public:
    explicit Untold(const Plan& plan);

    /// What happened at the step with this path is not kept: the question itself, what only some of its
    /// answers lead to, and what shows the answer again.
    [[nodiscard]] bool step(const std::string& path) const { return steps_.contains(path); }
    /// That a section was come to is not kept.
    [[nodiscard]] bool section(const std::string& id) const;
    /// A question is not kept, whichever way it was come to. An id that is asked in several places counts
    /// where one of them is.
    [[nodiscard]] bool question(const std::string& id) const { return forgotten_.contains(id); }
    /// Before this section, somebody may have practised without a step of it being kept.
    [[nodiscard]] bool practised_before(const std::string& section) const;
    /// Somebody who came to this section, and to no later one that may be told, may have answered a check-in
    /// that is not kept.
    [[nodiscard]] bool check_in_up_to(const std::string& section) const;

private:
    void follow(const Plan& plan);
    [[nodiscard]] bool is_forgotten(const Condition& condition) const;

    struct Section {
        std::string id;
        bool untold = false;
        bool practised_before = false;
        bool check_in_up_to = false;
    };
    [[nodiscard]] const Section* find(const std::string& id) const;

    std::vector<bool> instructions_; ///< what happened there is not kept
    std::vector<bool> apart_;        ///< that it was come to is not
    std::set<std::string> steps_;
    std::set<std::string> forgotten_; ///< questions
    std::vector<Section> sections_;   ///< but the grounding, which can be come to from everywhere
};

} // namespace kindly
