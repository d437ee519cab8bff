// SPDX-License-Identifier: MIT
#include "homework/schedule.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace kindly {

namespace {

using What = DoneOn::What;
using Kind = HowOften::Kind;

constexpr int days_of_a_week = 7;
constexpr DayNumber never = std::numeric_limits<DayNumber>::max();

/// What counts on each day: a whole practice before one in part, and both before leaving it out.
using Days = std::map<DayNumber, What>;

DayNumber last_of(const Schedule& schedule) { return schedule.last.value_or(never); }

/// The first day from `day` on that is a turn's; `never` where there is none.
DayNumber turn_from(const Schedule& schedule, DayNumber day) {
    day = std::max(day, schedule.first);
    const HowOften& often = schedule.often;
    if (often.kind == Kind::every_days) {
        const int behind = (day - schedule.first) % often.count;
        day += behind == 0 ? 0 : often.count - behind;
    } else if (often.kind == Kind::weekdays) {
        if (often.days.empty()) { return never; }
        while (!often.days.contains(weekday(day))) { ++day; }
    } else if (often.kind == Kind::once && day != schedule.first) {
        return never;
    }
    return day <= last_of(schedule) ? day : never;
}

/// How many turns begin in [first, until]; a schedule may last for thousands of years.
int turns_until(const Schedule& schedule, DayNumber until) {
    const HowOften& often = schedule.often;
    const int days = until - schedule.first + 1;
    if (days <= 0) { return 0; }
    if (often.kind == Kind::once) { return 1; }
    if (often.kind == Kind::every_days) { return (days - 1) / often.count + 1; }
    if (often.kind != Kind::weekdays) { return days; }
    int turns = days / days_of_a_week * static_cast<int>(often.days.size());
    for (DayNumber day = until - days % days_of_a_week + 1; day <= until; ++day) {
        turns += often.days.contains(weekday(day)) ? 1 : 0;
    }
    return turns;
}

void count(Standing& standing, What what) {
    standing.done += what == What::whole ? 1 : 0;
    standing.in_part += what == What::part ? 1 : 0;
    standing.left_out += what == What::left_out ? 1 : 0;
}

/// The best that happened in [first, last].
std::optional<What> best_in(const Days& days, DayNumber first, DayNumber last) {
    std::optional<What> best;
    for (auto day = days.lower_bound(first); day != days.end() && day->first <= last; ++day) {
        best = best ? std::min(*best, day->second) : day->second;
    }
    return best;
}

/// Daily, named days, every N days, once: each turn has its days, until the next one begins.
Standing by_turns(const Schedule& schedule, const Days& days, DayNumber today) {
    Standing standing;
    DayNumber next = turn_from(schedule, schedule.first);
    while (next <= today) {
        const DayNumber begins = next;
        next = turn_from(schedule, begins + 1);
        const DayNumber ends = std::min(next == never ? never : next - 1, last_of(schedule));
        ++standing.of;
        const auto became = best_in(days, begins, std::min(ends, today));
        if (became) {
            count(standing, *became);
        } else if (today <= ends) {
            standing.due = true;
            standing.next = today;
        }
    }
    if (!standing.due && next != never) { standing.next = next; }
    if (schedule.last) { standing.in_all = turns_until(schedule, *schedule.last); }
    return standing;
}

struct Week {
    DayNumber first = 0, last = 0; ///< the part of it that lies within the schedule
    int turns = 0;
};

Week week_of(const Schedule& schedule, DayNumber day) {
    Week week;
    week.first = std::max(monday_of(day), schedule.first);
    week.last = std::min(monday_of(day) + days_of_a_week - 1, last_of(schedule));
    week.turns = std::clamp(week.last - week.first + 1, 0, schedule.often.count);
    return week;
}

/// The first week and the last one may be cut short; those between are alike.
int turns_of_all_weeks(const Schedule& schedule, DayNumber last) {
    if (last < schedule.first) { return 0; }
    const int weeks = (monday_of(last) - monday_of(schedule.first)) / days_of_a_week;
    const int turns = week_of(schedule, schedule.first).turns;
    if (weeks == 0) { return turns; }
    return turns + (weeks - 1) * std::min(schedule.often.count, days_of_a_week) +
           week_of(schedule, last).turns;
}

/// So many times a week, on whichever days.
Standing by_weeks(const Schedule& schedule, const Days& days, DayNumber today) {
    Standing standing;
    for (DayNumber day = schedule.first; day <= std::min(today, last_of(schedule));
         day = monday_of(day) + days_of_a_week) {
        const Week week = week_of(schedule, day);
        standing.of += week.turns;
        int left = week.turns; // turns that nothing has become of yet
        std::map<What, int> became;
        for (auto one = days.lower_bound(week.first); one != days.end() && one->first <= week.last; ++one) {
            ++became[one->second];
        }
        const auto take = [&](What what, int& into) {
            const int taken = std::min(left, became[what]);
            into += taken;
            left -= taken;
        };
        take(What::whole, standing.done);
        take(What::part, standing.in_part);
        const bool some_left = left > 0;
        take(What::left_out, standing.left_out);
        if (today < week.first || today > week.last) { continue; }
        standing.due = some_left && !days.contains(today);
        if (some_left && today + (standing.due ? 0 : 1) <= week.last) {
            standing.next = today + (standing.due ? 0 : 1);
        }
    }
    if (!standing.next) {
        const DayNumber next = std::max(schedule.first, monday_of(today) + days_of_a_week);
        const DayNumber begin = today < schedule.first ? schedule.first : next;
        if (begin <= last_of(schedule)) { standing.next = begin; }
    }
    if (schedule.last) { standing.in_all = turns_of_all_weeks(schedule, *schedule.last); }
    return standing;
}

/// One after the other: each has its turn when the ones before it have had theirs, or their days are over.
void in_order(const std::vector<Schedule>& schedules, const std::vector<std::size_t>& items,
              const std::vector<Days>& days, DayNumber today, std::vector<Standing>& all) {
    DayNumber free_from = std::numeric_limits<DayNumber>::min(); // one a day
    bool waits = false;
    for (const std::size_t item : items) {
        const Schedule& schedule = schedules[item];
        Standing& standing = all[item];
        standing.in_all = 1;
        if (waits) { continue; }
        const DayNumber begins = std::max(schedule.first, free_from);
        const DayNumber ends = std::min(last_of(schedule), today);
        const auto became = days[item].lower_bound(begins);
        if (became != days[item].end() && became->first <= ends) {
            // What was broken off on that day may have become whole on it, but not later.
            standing.of = 1;
            count(standing, became->second);
            free_from = became->first + 1;
        } else if (today <= last_of(schedule) && begins <= last_of(schedule)) {
            waits = true;
            standing.of = begins <= today ? 1 : 0;
            standing.due = begins <= today;
            standing.next = std::max(begins, today);
        } else {
            standing.of = 1; // its days went by, and until then it was no later one's turn
            free_from = std::max(free_from, last_of(schedule) + 1);
        }
    }
}

} // namespace

std::vector<Standing> standings(const std::vector<Schedule>& schedules, std::vector<DoneOn> happened,
                                DayNumber today) {
    std::vector<Days> days(schedules.size());
    for (const DoneOn& one : happened) {
        const Schedule& schedule = schedules.at(one.item);
        if (one.day < schedule.first || one.day > std::min(last_of(schedule), today)) { continue; }
        const auto [day, is_new] = days[one.item].emplace(one.day, one.what);
        if (!is_new) { day->second = std::min(day->second, one.what); }
    }
    std::vector<Standing> all(schedules.size());
    std::vector<std::size_t> ordered;
    for (std::size_t item = 0; item < schedules.size(); ++item) {
        if (schedules[item].locked) { continue; }
        switch (schedules[item].often.kind) {
        case Kind::times_a_week: all[item] = by_weeks(schedules[item], days[item], today); break;
        case Kind::in_order: ordered.push_back(item); break;
        default: all[item] = by_turns(schedules[item], days[item], today);
        }
    }
    in_order(schedules, ordered, days, today, all);
    return all;
}

} // namespace kindly
