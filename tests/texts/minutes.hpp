// SPDX-License-Identifier: MIT
// The minutes of guided time that each exercise is made for: short, usual and long, as the content brief has
// them.
#pragma once

#include <map>
#include <string>

namespace kindly::tests {

struct Minutes {
    int brief, usual, generous;
};

inline const std::map<std::string, Minutes>& minutes_of_exercises() {
    static const std::map<std::string, Minutes> minutes{
        // Steadying
        {"feet", {2, 5, 7}},
        {"look", {1, 3, 6}},
        {"hand", {1, 4, 6}},
        {"rhythm", {2, 6, 10}},
        {"friendly-breath", {3, 6, 12}},
        {"savour", {3, 8, 15}},
        {"ordinary", {2, 4, 7}},
        {"open-close", {3, 7, 9}},
        {"systems", {2, 6, 8}},
        {"calm-place", {3, 6, 10}},
        {"weekly", {4, 4, 4}}, // looking back, for programmes
        // Core
        {"kind-pause", {3, 5, 9}}, // the brief says 2; its note says why not
        {"friend", {3, 6, 10}},
        {"own-words", {3, 8, 12}},
        {"goodwill", {3, 8, 15}},
        {"kind-scan", {4, 9, 15}},
        {"share-breath", {3, 7, 12}},
        {"wise-self", {4, 9, 14}},
        {"coach", {3, 8, 12}},
        {"matters", {4, 9, 14}},
        {"firm-kindness", {3, 7, 11}},
        {"mask", {3, 7, 12}},
        {"two-truths", {4, 9, 13}},
        {"steady-carer", {2, 6, 10}},
        {"after-session", {2, 6, 8}},
        // Strong
        {"soften", {3, 8, 12}},
        {"companion", {4, 9, 14}},
        {"kind-letter", {4, 12, 15}},
        {"three-chairs", {5, 10, 15}},
        {"unmet", {4, 10, 15}},
        {"mend", {4, 10, 14}},
    };
    return minutes;
}

} // namespace kindly::tests
