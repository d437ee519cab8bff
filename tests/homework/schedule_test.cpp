// SPDX-License-Identifier: MIT
// Due dates: by example, and against a slow walk through every day (and every hour, for where days begin).
#include "homework/schedule.hpp"

#include "base/moment.hpp"
#include "homework/assignment.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::test {
namespace {

using What = DoneOn::What;
using Kind = HowOften::Kind;

const DayNumber monday = *read_day("2026-11-23");

Standing one(const char* often, std::vector<DoneOn> happened, DayNumber today,
             std::optional<DayNumber> last = std::nullopt, DayNumber first = monday) {
    return standings({{read_how_often(often).value(), first, last}}, std::move(happened), today).front();
}

TEST(Schedule, DailyIsDueEachDayAndNeverTwice) {
    EXPECT_TRUE(one("daily", {}, monday).due);
    EXPECT_EQ(one("daily", {}, monday + 3).of, 4);
    EXPECT_EQ(one("daily", {}, monday + 3).open(), 4);
    const auto done = one("daily", {{0, monday + 3}}, monday + 3);
    EXPECT_FALSE(done.due);
    EXPECT_EQ(done.next, monday + 4);
    EXPECT_EQ(done.done, 1);
}

TEST(Schedule, NothingWaitsForWhatIsLocked) {
    const HowOften in_order = read_how_often("in_order").value();
    for (std::size_t locked = 0; locked < 3; ++locked) {
        std::vector<Schedule> schedules(3, Schedule{in_order, monday, std::nullopt});
        schedules[locked].locked = true;
        const std::size_t first = locked == 0 ? 1 : 0;
        const std::size_t second = locked == 2 ? 1 : 2;
        EXPECT_TRUE(standings(schedules, {}, monday)[first].due) << locked;
        const auto next = standings(schedules, {{first, monday}}, monday + 1);
        EXPECT_TRUE(next[second].due) << locked;
        EXPECT_EQ(next[locked].of, 0);
        EXPECT_EQ(next[locked].in_all, std::nullopt);
        EXPECT_EQ(next[locked].next, std::nullopt);
    }
}

TEST(Schedule, BeforeItBeginsAndAfterItEndsNothingIsDue) {
    EXPECT_FALSE(one("daily", {}, monday - 1).due);
    EXPECT_EQ(one("daily", {}, monday - 1).next, monday);
    const auto after = one("daily", {}, monday + 9, monday + 6);
    EXPECT_FALSE(after.due);
    EXPECT_EQ(after.next, std::nullopt);
    EXPECT_EQ(after.of, 7);
    EXPECT_EQ(after.in_all, 7);
}

TEST(Schedule, ANamedDayStaysDueUntilTheNextTakesItsPlace) {
    EXPECT_TRUE(one("monday, thursday", {}, monday + 2).due);
    EXPECT_EQ(one("monday, thursday", {}, monday + 2).of, 1);
    EXPECT_EQ(one("monday, thursday", {}, monday + 3).of, 2);
    EXPECT_FALSE(one("monday, thursday", {{0, monday + 2}}, monday + 2).due);
    EXPECT_TRUE(one("monday, thursday", {{0, monday + 2}}, monday + 3).due);
    EXPECT_FALSE(one("thursday", {}, monday + 1).due); // none has come yet
}

TEST(Schedule, EveryFewDaysCountsFromTheFirst) {
    EXPECT_EQ(one("every 3 days", {}, monday + 6).of, 3);
    EXPECT_EQ(one("every 3 days", {{0, monday + 1}}, monday + 1).next, monday + 3);
}

TEST(Schedule, SoManyTimesAWeekOnWhicheverDays) {
    EXPECT_TRUE(one("3 times a week", {{0, monday}}, monday + 1).due);
    EXPECT_FALSE(one("3 times a week", {{0, monday}}, monday).due);
    const std::vector<DoneOn> three{{0, monday}, {0, monday + 1}, {0, monday + 5}};
    EXPECT_FALSE(one("3 times a week", three, monday + 6).due);
    EXPECT_EQ(one("3 times a week", three, monday + 6).next, monday + 7);
    EXPECT_EQ(one("3 times a week", three, monday + 7).of, 6);
    // A week that begins late asks for no more than it has days.
    EXPECT_EQ(one("3 times a week", {}, monday + 6, std::nullopt, monday + 5).of, 2);
    // A day left out leaves the turn for another one.
    EXPECT_FALSE(one("once a week", {{0, monday, What::left_out}}, monday).due);
    EXPECT_TRUE(one("once a week", {{0, monday, What::left_out}}, monday + 1).due);
}

TEST(Schedule, InPartHasHadItsTurnAndMayBecomeWhole) {
    const auto part = one("daily", {{0, monday, What::part}}, monday);
    EXPECT_FALSE(part.due);
    EXPECT_EQ(part.in_part, 1);
    EXPECT_EQ(one("daily", {{0, monday, What::part}, {0, monday, What::whole}}, monday).done, 1);
}

TEST(Schedule, InOrderIsOneAfterTheOtherAndOneADay) {
    const Schedule ordered{{Kind::in_order, 1, {}}, monday, std::nullopt};
    const auto at = [&](std::vector<DoneOn> happened, DayNumber today) {
        return standings({ordered, ordered, ordered}, std::move(happened), today);
    };
    EXPECT_TRUE(at({}, monday)[0].due);
    EXPECT_FALSE(at({}, monday)[1].due);
    EXPECT_FALSE(at({{0, monday}}, monday)[1].due);
    EXPECT_EQ(at({{0, monday}}, monday)[1].next, monday + 1);
    EXPECT_TRUE(at({{0, monday}}, monday + 1)[1].due);
    EXPECT_TRUE(at({{0, monday, What::left_out}}, monday + 1)[1].due);
    EXPECT_FALSE(at({{1, monday}}, monday)[1].due);
}

TEST(Schedule, InOrderCountsOnlyWhatWasDoneInItsTurn) {
    const Schedule until_saturday{{Kind::in_order, 1, {}}, monday, monday + 5};
    const Schedule until_sunday{{Kind::in_order, 1, {}}, monday, monday + 6};
    const auto second = [&](const Schedule& after, std::vector<DoneOn> happened) {
        return standings({until_saturday, after}, std::move(happened), monday + 7)[1];
    };
    // Until Saturday it was the first one's turn: what was done of the second on Monday came before its own.
    EXPECT_EQ(second(until_saturday, {{1, monday}}).done, 0);
    EXPECT_EQ(second(until_saturday, {{1, monday}}).of, 1);
    EXPECT_EQ(second(until_sunday, {{1, monday}}).done, 0);
    EXPECT_EQ(second(until_sunday, {{1, monday + 6}}).done, 1);
    EXPECT_EQ(second(until_sunday, {{0, monday + 1}, {1, monday + 2}}).done, 1);
}

TEST(Schedule, CountsTheTurnsOfThousandsOfYearsAtOnce) {
    const DayNumber last = *read_day("9999-12-31"); // a Friday
    const DayNumber days = last - monday + 1;
    EXPECT_EQ(one("daily", {}, monday, last).in_all, days);
    EXPECT_EQ(one("every 366 days", {}, monday, last).in_all, (days + 365) / 366);
    EXPECT_EQ(one("monday, friday", {}, monday, last).in_all, (days + 2) / 7 * 2);
    EXPECT_EQ(one("3 times a week", {}, monday, last).in_all, (days + 2) / 7 * 3);
    EXPECT_EQ(one("once", {}, monday, last).in_all, 1);
    // Walked through day by day, these would take minutes.
    const Schedule daily{read_how_often("daily").value(), monday, last};
    EXPECT_EQ(standings(std::vector<Schedule>(20000, daily), {}, monday).back().in_all, days);
}

// ---- Against a slow walk, day by day -------------------------------------------------------------------

struct Turn {
    std::optional<What> became;
    bool left_out = false;
};

void improve(std::optional<What>& became, What what) {
    if (!became || what < *became) { became = what; }
}

/// What a person with a paper calendar would do: each day, see whether a turn begins; then write down what
/// happened.
Standing simulate(const Schedule& schedule, const std::vector<DoneOn>& happened, DayNumber today) {
    Standing standing;
    std::optional<Turn> turn;
    const auto close = [&] {
        if (!turn) { return; }
        ++standing.of;
        standing.done += turn->became == What::whole ? 1 : 0;
        standing.in_part += turn->became == What::part ? 1 : 0;
        standing.left_out += turn->became == What::left_out ? 1 : 0;
        turn.reset();
    };
    int since = 0;
    for (DayNumber day = schedule.first; day <= today; ++day, ++since) {
        if (schedule.last && day > *schedule.last) { break; }
        const HowOften& often = schedule.often;
        const bool begins = often.kind == Kind::daily || (often.kind == Kind::once && since == 0) ||
                            (often.kind == Kind::every_days && since % often.count == 0) ||
                            (often.kind == Kind::weekdays && often.days.contains(weekday(day)));
        if (begins) {
            close();
            turn.emplace();
        }
        for (const DoneOn& one : happened) {
            if (one.day == day && turn) { improve(turn->became, one.what); }
        }
    }
    const bool within = today >= schedule.first && (!schedule.last || today <= *schedule.last);
    standing.due = within && turn && !turn->became;
    close();
    return standing;
}

Standing simulate_weeks(const Schedule& schedule, const std::vector<DoneOn>& happened, DayNumber today) {
    Standing standing;
    std::vector<std::optional<What>> week; // one for each day that there was
    std::vector<std::optional<What>> of_today;
    DayNumber day = schedule.first;
    const auto close = [&](int length) {
        int whole = 0;
        int part = 0;
        int out = 0;
        for (const auto& one : week) {
            whole += one == What::whole ? 1 : 0;
            part += one == What::part ? 1 : 0;
            out += one == What::left_out ? 1 : 0;
        }
        const int turns = std::min(schedule.often.count, length);
        standing.of += turns;
        const int done = std::min(whole, turns);
        const int in_part = std::min(part, turns - done);
        standing.done += done;
        standing.in_part += in_part;
        standing.left_out += std::min(out, turns - done - in_part);
        return turns > done + in_part;
    };
    for (;; ++day) {
        const bool ends = schedule.last && day > *schedule.last;
        if (day > today || ends) { break; }
        if (weekday(day) == 0 && !week.empty()) {
            close(static_cast<int>(week.size()));
            week.clear();
        }
        std::optional<What> became;
        for (const DoneOn& one : happened) {
            if (one.day == day) { improve(became, one.what); }
        }
        week.push_back(became);
    }
    if (!week.empty()) {
        // The days of this week that are still to come count for how many turns it has.
        int length = static_cast<int>(week.size());
        for (DayNumber later = day; weekday(later) != 0 && (!schedule.last || later <= *schedule.last);
             ++later) {
            if (day <= today) { break; }
            ++length;
        }
        const bool is_today = day == today + 1;
        const bool free = !week.back();
        const bool some_left = close(length);
        standing.due = is_today && some_left && free;
    }
    return standing;
}

std::vector<Standing> simulate_order(const std::vector<Schedule>& all, const std::vector<DoneOn>& happened,
                                     DayNumber begin, DayNumber today) {
    std::vector<Standing> standings(all.size());
    std::size_t at = 0;
    for (DayNumber day = begin; day <= today; ++day) {
        while (at < all.size() && all[at].last && day > *all[at].last) {
            ++standings[at].of; // its days went by
            ++at;
        }
        if (at == all.size()) { break; }
        if (day < all[at].first) { continue; }
        std::optional<What> became;
        for (const DoneOn& one : happened) {
            if (one.item == at && one.day == day) { improve(became, one.what); }
        }
        if (became) {
            standings[at].of = 1;
            standings[at].done += became == What::whole ? 1 : 0;
            standings[at].in_part += became == What::part ? 1 : 0;
            standings[at].left_out += became == What::left_out ? 1 : 0;
            ++at;
            // One a day: the next one's turn begins tomorrow, and whose last day is today has no turn any
            // more.
            for (; at < all.size() && all[at].last && day + 1 > *all[at].last; ++at) { ++standings[at].of; }
        } else if (day == today) {
            standings[at].of = 1;
            standings[at].due = true;
        }
    }
    return standings;
}

HowOften some_how_often() {
    HowOften often;
    often.kind = static_cast<Kind>(*rc::gen::inRange(0, 6));
    often.count = *rc::gen::inRange(1, 8);
    if (often.kind == Kind::every_days) { often.count += 1; }
    const unsigned days = *rc::gen::inRange(0U, 128U);
    for (int day = 0; day < 7; ++day) {
        if (((days >> static_cast<unsigned>(day)) & 1U) != 0) { often.days.insert(day); }
    }
    if (often.kind == Kind::weekdays && often.days.empty()) { often.days = {2}; }
    return often;
}

/// A moment in some time zone, and the day that it belongs to, found by counting hours.
std::pair<Moment, DayNumber> some_moment(DayNumber near) {
    constexpr std::int64_t hour_ms = 3600 * 1000;
    const std::int64_t hours = *rc::gen::inRange<std::int64_t>(-24, 24 * 40);
    const int zone = *rc::gen::inRange(-12, 15);
    const Moment moment{(static_cast<std::int64_t>(near) * 24 + hours) * hour_ms + 1, zone * 3600};
    DayNumber day = near - 10;
    constexpr int begins = 4; // o'clock
    for (std::int64_t hour = (static_cast<std::int64_t>(near) - 10) * 24 + begins;
         hour + 24 <= (moment.unix_ms / hour_ms) + zone; hour += 24) {
        ++day;
    }
    return {moment, day};
}

/// One random plan, log and zone; what the two say must be the same.
void compare_once() {
    const DayNumber begin = monday + *rc::gen::inRange(0, 7);
    std::vector<Schedule> schedules;
    const int items = *rc::gen::inRange(1, 5);
    for (int item = 0; item < items; ++item) {
        Schedule schedule{some_how_often(), begin + *rc::gen::inRange(0, 5), std::nullopt};
        if (*rc::gen::inRange(0, 2) == 0) { schedule.last = schedule.first + *rc::gen::inRange(0, 30); }
        schedules.push_back(schedule);
    }
    std::vector<DoneOn> happened;
    const int practices = *rc::gen::inRange(0, 40);
    for (int practice = 0; practice < practices; ++practice) {
        const auto [moment, day] = some_moment(begin);
        RC_ASSERT(read_day(local_day(moment)) == day);
        happened.push_back({static_cast<std::size_t>(*rc::gen::inRange(0, items)), day,
                            static_cast<What>(*rc::gen::inRange(0, 3))});
    }
    const DayNumber today = some_moment(begin).second;
    const auto found = standings(schedules, happened, today);
    std::vector<Schedule> ordered;
    std::vector<std::size_t> places;
    std::vector<DoneOn> of_ordered;
    for (std::size_t item = 0; item < schedules.size(); ++item) {
        if (schedules[item].often.kind != Kind::in_order) { continue; }
        for (const DoneOn& one : happened) {
            if (one.item == item) { of_ordered.push_back({ordered.size(), one.day, one.what}); }
        }
        ordered.push_back(schedules[item]);
        places.push_back(item);
    }
    const auto in_order = simulate_order(ordered, of_ordered, begin, today);
    for (std::size_t item = 0; item < schedules.size(); ++item) {
        std::vector<DoneOn> own;
        for (const DoneOn& one : happened) {
            if (one.item == item) { own.push_back(one); }
        }
        Standing slow;
        if (schedules[item].often.kind == Kind::in_order) {
            const auto place = std::find(places.begin(), places.end(), item) - places.begin();
            slow = in_order[static_cast<std::size_t>(place)];
        } else if (schedules[item].often.kind == Kind::times_a_week) {
            slow = simulate_weeks(schedules[item], own, today);
        } else {
            slow = simulate(schedules[item], own, today);
        }
        RC_LOG() << "item " << item << ": " << word(schedules[item].often) << ", from "
                 << written_day(schedules[item].first) << " until "
                 << (schedules[item].last ? written_day(*schedules[item].last) : "-") << ", today "
                 << written_day(today) << '\n';
        RC_ASSERT(found[item].of == slow.of);
        RC_ASSERT(found[item].done == slow.done);
        RC_ASSERT(found[item].in_part == slow.in_part);
        RC_ASSERT(found[item].left_out == slow.left_out);
        RC_ASSERT(found[item].due == slow.due);
        if (const auto last = schedules[item].last; last && schedules[item].often.kind != Kind::in_order) {
            const bool weeks = schedules[item].often.kind == Kind::times_a_week;
            const Standing all =
                weeks ? simulate_weeks(schedules[item], {}, *last) : simulate(schedules[item], {}, *last);
            RC_ASSERT(found[item].in_all == all.of);
        }
        // The next day that is promised is the first on which it really is due, if nothing happens until
        // then.
        if (found[item].next && schedules[item].often.kind != Kind::in_order) {
            for (DayNumber day = std::max(today, begin); day <= *found[item].next; ++day) {
                std::vector<DoneOn> until_now;
                for (const DoneOn& one : happened) {
                    if (one.day <= today) { until_now.push_back(one); }
                }
                RC_ASSERT(standings(schedules, until_now, day)[item].due == (day == *found[item].next));
            }
        }
    }
}

// More of them in a long run: RC_PARAMS, tests/CMakeLists.txt.
RC_GTEST_PROP(ScheduleProperty, AgreesWithASlowWalkThroughEveryDay, ()) { compare_once(); }

} // namespace
} // namespace kindly::test
