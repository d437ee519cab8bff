// SPDX-License-Identifier: MIT
// Everything that the page of `today` is made from: what is waiting, and one suggestion. Reads the log and
// the catalogue; says nothing and asks nobody. What cannot be read is missing, and marked so.
#pragma once

#include "commands/overview.hpp"
#include "homework/due.hpp"
#include "person/suggestion.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Context;

struct TodayFacts {
    bool first_time = false; ///< nothing is in the log yet, and nothing is waiting
    bool log_was_read = true;
    bool hard = false; ///< a high rating, numbness, or a practice left for distress, lately

    /// A practice that broke off within half an hour.
    struct Left {
        std::string exercise, title, language;
        Moment left_at;
        Intensity intensity = Intensity::gentle;
        bool asks_first = false;   ///< it goes on with how it is, and steadying
        bool from_library = false; ///< the catalogue has it: it can be begun anew too
    };
    std::optional<Left> left;
    bool goes_on = true; ///< Enter goes on with it; else it is only named

    std::vector<Waiting> homework; ///< due, then next
    /// Of `homework`: what Enter would begin, and which exercise of it (a substitute on a hard day).
    struct HomeworkOffer {
        std::size_t place = 0;
        std::string exercise;
        Overview overview;
        bool is_substitute = false;
        std::optional<int> minutes; ///< to fit it into, for want of time; none: as the homework sets it
    };
    std::optional<HomeworkOffer> homework_offer;

    struct Suggested {
        Suggestion suggestion;
        Overview overview;
    };
    std::optional<Suggested> suggested;
    long long left_out = 0; ///< exercises that need something that the person avoids
    bool any_exercises = true;
    bool name_contacts = false; ///< nobody is written down yet, and this is one of the first times
};

struct TodayWish {
    std::optional<Milliseconds> time;    ///< that the person has, whole minutes
    std::optional<std::string> language; ///< to practise in
    bool only_gentle = false;
    bool anew = false; ///< one that was left in the middle would not go on as it was begun
};

/// Throws Failure for me.json with errors.
[[nodiscard]] TodayFacts find_today_facts(Context& context, const TodayWish& wish);

} // namespace kindly
