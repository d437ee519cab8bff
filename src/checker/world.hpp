// SPDX-License-Identifier: MIT
// The circumstances in which an exercise must hold: as set, with its settings at their ends, and for people
// who avoid each thing that it involves, and all of them. Each with its plan and all ways through it.
#pragma once

#include "exercise/expand.hpp"
#include "exercise/guided_time.hpp"
#include "exercise/ways.hpp"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

struct World {
    Settings settings;
    std::set<Avoidable> avoided;
    std::shared_ptr<const Plan> plan; ///< every variant of each pick in it
    Ways ways;                        ///< extra sections may be left out
    bool as_set = false;              ///< the first one: nothing avoided, settings as they are

    [[nodiscard]] const Instruction& instruction(const Ways::Place& place) const {
        return plan->instructions[place.instruction];
    }
    [[nodiscard]] const PlannedSection& section(const Ways::Place& place) const {
        return plan->sections[instruction(place).section];
    }
    [[nodiscard]] Milliseconds time(const Ways::Place& place, Stretch stretch) const {
        return times[place.instruction][static_cast<std::size_t>(stretch)][place.nothing_to_show ? 1 : 0];
    }
    /// Guided time by instruction, stretch, and whether there is nothing to show.
    std::vector<std::array<std::array<Milliseconds, 2>, 4>> times = {};
};

struct Worlds {
    std::deque<World> all;
    std::vector<std::shared_ptr<const Fragment>> fragments; ///< all that the exercise uses, each once
    /// False where there are too many settings to look at each combination.
    bool complete = true;
    /// What is wrong with the plan itself (R006, R008, S005); then `all` is empty.
    Diagnostics diagnostics;
    /// Things without which nothing whole remains (found by expand), with its message.
    std::vector<std::pair<std::set<Avoidable>, Diagnostic>> nothing_left;
};

[[nodiscard]] Worlds make_worlds(const std::shared_ptr<const Exercise>& exercise,
                                 const FragmentFinder& find_fragment);

/// One whole way with the greatest sum of weights, as places from the first step on; `sum` is its weight.
struct GreatestWay {
    Milliseconds sum{};
    std::vector<std::size_t> places;
};
using MayFollow = std::function<bool(const Ways::Place&, const Ways::Place&)>;
/// Among the ways on which each place may follow the one before it; nothing: all of them.
[[nodiscard]] GreatestWay greatest_way(const Ways& ways,
                                       const std::function<Milliseconds(const Ways::Place&)>& weight,
                                       const MayFollow& may_follow = {});

/// The places of a way up to and with this one, which leaves out as little as it can.
[[nodiscard]] std::vector<std::size_t> fullest_way_to(const Ways& ways, std::size_t place);

/// Who or what this world is, for the end of a sentence: ` for someone who avoids "breath"`; empty as set.
[[nodiscard]] std::string circumstances(const World& world);

// way_in_words.cpp

/// The way in words: `This happens if "Settle" is left out, and "Where?" is answered "In my body".`; empty
/// for the only way, and where it cannot be said for certain.
[[nodiscard]] std::string on_the_way(const World& world, const std::vector<Decision>& decisions);
/// `ends_here`: nothing is said of what comes after the last of the places; else they lead to the end.
[[nodiscard]] std::string on_the_way(const World& world, const std::vector<std::size_t>& places,
                                     bool ends_here = false);

} // namespace kindly
