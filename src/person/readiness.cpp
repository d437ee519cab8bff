// SPDX-License-Identifier: MIT
#include "person/readiness.hpp"

#include "base/translate.hpp"
#include "exercise/limits.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

using Facts = ReadinessFacts;

struct Row {
    StillAsked asked;
    bool (*is_met)(const Facts& facts);
};

/// None today or yesterday. A clock that was set back makes days in the future: those count as today.
bool has_day_between(const Facts& facts) {
    constexpr DayNumber days_from = 2;
    return !facts.latest_strong || facts.today - *facts.latest_strong >= days_from;
}

/// Numb is no number, and not calm.
bool rated_low_enough(const Facts& facts) {
    return !facts.rated_last ||
           (facts.last_rating && *facts.last_rating <= limits::highest_first_rating_strong);
}

constexpr Row rows[] = {
    {StillAsked::learn_to_close, [](const Facts& facts) { return facts.times_learnt_to_close > 0; }},
    {StillAsked::gentle_practices,
     [](const Facts& facts) { return facts.gentle_practices >= limits::gentle_practices_before_strong; }},
    {StillAsked::day_between, has_day_between},
    {StillAsked::lower_rating, rated_low_enough},
};

} // namespace

Readiness readiness(const ReadinessFacts& facts, int stop_at) {
    Readiness found;
    if (facts.locked) { found.refusal = Refusal::locked; }
    if (!facts.log_was_read) {
        found.unmet.push_back(StillAsked::readable_log);
        return found;
    }
    if (facts.reached_a_stop || (facts.highest_rating && *facts.highest_rating >= stop_at)) {
        found.refusal = Refusal::high_rating; // it holds for everybody, whatever was agreed
    }
    for (const Row& row : rows) {
        if (!row.is_met(facts)) { found.unmet.push_back(row.asked); }
    }
    return found;
}

std::string in_words(StillAsked asked) {
    switch (asked) {
    case StillAsked::learn_to_close:
        return fmt::format(fmt::runtime(_("done \"{}\" once, to know a way back when kindness stings")),
                           limits::exercise_before_strong);
    case StillAsked::gentle_practices:
        return plural("done {} other gentle practice", "done {} other gentle practices",
                      limits::gentle_practices_before_strong);
    case StillAsked::day_between: return _("left a whole day free since the last strong one");
    case StillAsked::lower_rating:
        return fmt::format(fmt::runtime(_("a last rating of distress at {} or lower")),
                           limits::highest_first_rating_strong);
    case StillAsked::readable_log:
        return _("a log that can be read; just now it is not known here what was done before");
    }
    return {};
}

std::string in_words(Refusal refusal, const std::string& exercise) {
    switch (refusal) {
    case Refusal::high_rating:
        return fmt::format(
            fmt::runtime(_("\"{}\" is kept for a calmer day: distress was rated high within the last day")),
            exercise);
    case Refusal::locked:
        return fmt::format(fmt::runtime(_("\"{}\" waits until you and your therapist have agreed on it")),
                           exercise);
    case Refusal::none: break;
    }
    return {};
}

} // namespace kindly
