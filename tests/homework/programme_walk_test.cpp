// SPDX-License-Identifier: MIT
// Where somebody stands in a programme: in order, one day at a time, without a backlog.
#include "homework/programme_walk.hpp"

#include "exercise/programme_reader.hpp"

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using How = Practised::How;

constexpr DayNumber monday = 20780; // any day will do

Programme programme(const std::string& items) {
    const std::string text =
        R"({ "format": "1.0", "id": "days", "version": "1.0", "language": "en", "title": "Days", "items": [)" +
        items + "] }";
    const auto read = read_programme(std::make_shared<const SourceText>("days.json", text));
    if (read.programme == nullptr) { throw std::runtime_error(first_line(read.diagnostics.at(0))); }
    return *read.programme;
}

Programme three_days() {
    return programme(R"({ "day": 1, "exercise": "feet" },
        { "day": 2, "exercise": "look", "or": ["hand"], "substitute": "rest" },
        { "day": 4, "exercise": "weekly", "review": "How was it?" },
        { "day": 4, "exercise": "savour", "optional": true })");
}

Practised did(const char* exercise, DayNumber day, How how = How::whole, bool for_it = false) {
    static std::int64_t later = 0;
    return {exercise, day, ++later, how, for_it};
}

ProgrammePlace on(DayNumber today, std::vector<Practised> practised, std::vector<LeftOut> left_out = {}) {
    return place_in(three_days(), monday, std::move(practised), left_out, today);
}

TEST(ProgrammeWalk, BeginsWithTheFirstDay) {
    const auto place = on(monday, {});
    EXPECT_THAT(place.today, ElementsAre(0U));
    EXPECT_THAT(place.next, IsEmpty());
    EXPECT_EQ(place.programme_day, 1);
    EXPECT_EQ(place.all.of, 3); // what may be left out waits for nobody
}

TEST(ProgrammeWalk, WaitsWithoutABacklog) {
    const auto place = on(monday + 20, {});
    EXPECT_THAT(place.today, ElementsAre(0U));
    EXPECT_EQ(on(monday + 21, {did("feet", monday + 20)}).today, std::vector<std::size_t>{1});
}

TEST(ProgrammeWalk, KeepsTheNextForTomorrow) {
    const std::vector<Practised> done{did("feet", monday)};
    const auto today = on(monday, done);
    EXPECT_THAT(today.today, IsEmpty());
    EXPECT_THAT(today.next, ElementsAre(1U));
    EXPECT_EQ(today.next_day, monday + 1);
    EXPECT_THAT(on(monday + 1, done).today, ElementsAre(1U));
}

TEST(ProgrammeWalk, KeepsTheNextForTomorrowWhereSomethingIsLeftOut) {
    const std::vector<LeftOut> left_out{{1, monday, 5}};
    EXPECT_THAT(on(monday, {}, left_out).today, IsEmpty());
    EXPECT_THAT(on(monday + 1, {}, left_out).today, ElementsAre(1U));
    EXPECT_EQ(on(monday, {}, left_out).all.left_out, 1);
}

TEST(ProgrammeWalk, LeavesFreeDaysFree) {
    const std::vector<Practised> done{did("feet", monday), did("look", monday + 1)};
    const auto free = on(monday + 2, done);
    EXPECT_THAT(free.today, IsEmpty());
    EXPECT_EQ(free.next_day, monday + 3);
    EXPECT_THAT(on(monday + 3, done).today, ElementsAre(2U, 3U));
}

TEST(ProgrammeWalk, TakesOthersInItsPlace) {
    for (const char* other : {"look", "hand", "rest"}) {
        EXPECT_EQ(on(monday + 1, {did("feet", monday), did(other, monday + 1)}).all.done, 2) << other;
    }
    EXPECT_EQ(on(monday + 1, {did("feet", monday), did("friend", monday + 1)}).all.done, 1);
}

TEST(ProgrammeWalk, AStoppedPracticeIsEnoughAndMayBeMadeWholeOnItsDay) {
    const auto stopped = did("feet", monday, How::part);
    EXPECT_THAT(on(monday, {stopped}).today, IsEmpty());
    EXPECT_EQ(on(monday, {stopped}).all.in_part, 1);
    EXPECT_EQ(on(monday, {stopped, did("feet", monday)}).all.done, 1);
    EXPECT_EQ(on(monday, {stopped, did("feet", monday)}).all.in_part, 0);
    EXPECT_EQ(on(monday + 1, {stopped, did("feet", monday + 1)}).all.in_part, 1);
}

TEST(ProgrammeWalk, WhatWasCutOffWaits) {
    EXPECT_THAT(on(monday, {did("feet", monday, How::cut_off)}).today, ElementsAre(0U));
}

TEST(ProgrammeWalk, GoesAheadOnlyWhereThatIsSaid) {
    EXPECT_EQ(on(monday, {did("feet", monday), did("look", monday)}).all.done, 1);
    EXPECT_EQ(on(monday, {did("feet", monday), did("look", monday, How::whole, true)}).all.done, 2);
}

TEST(ProgrammeWalk, LooksAtNothingBeforeItBeganOrLaterThanToday) {
    EXPECT_EQ(on(monday, {did("feet", monday - 1), did("feet", monday + 1)}).all.done, 0);
}

TEST(ProgrammeWalk, WhatMayBeLeftOutStaysForTheDay) {
    const std::vector<Practised> done{did("feet", monday), did("look", monday + 1),
                                      did("weekly", monday + 3)};
    EXPECT_THAT(on(monday + 3, done).today, ElementsAre(3U));
    EXPECT_TRUE(on(monday + 3, done).finished);
    EXPECT_THAT(on(monday + 4, done).today, IsEmpty());
    auto both = done;
    both.push_back(did("savour", monday + 3));
    EXPECT_THAT(on(monday + 3, both).today, IsEmpty());
    EXPECT_EQ(on(monday + 3, both).items[3].done, 1);
}

TEST(ProgrammeWalk, WhatStaysForTheDayCanBeLeftOutToo) {
    std::vector<Practised> done{did("feet", monday), did("look", monday + 1)};
    // How the week was, then the rest of that day.
    const std::vector<LeftOut> both{{3, monday + 3, 100000}, {4, monday + 3, 100001}};
    EXPECT_THAT(on(monday + 3, done, both).today, IsEmpty());
    EXPECT_EQ(on(monday + 3, done, both).items[3].left_out, 1);
    done.push_back(did("weekly", monday + 3));
    EXPECT_THAT(on(monday + 3, done, {{4, monday + 3, 200000}}).today, IsEmpty());
}

TEST(ProgrammeWalk, LeavingOutTodaysTurnKeepsTomorrows) {
    const Programme days = programme(R"({ "day": 1, "exercise": "feet" }, { "day": 2, "exercise": "look" },
        { "day": 1, "until": 2, "times": 2, "exercise": "savour", "optional": true })");
    const std::vector<Practised> done{did("feet", monday)};
    const std::vector<LeftOut> left_out{{3, monday, 300000}};
    EXPECT_THAT(place_in(days, monday, done, left_out, monday).today, IsEmpty());
    EXPECT_THAT(place_in(days, monday, done, left_out, monday + 1).today, ElementsAre(1U, 2U));
}

TEST(ProgrammeWalk, WhatStaysForTheDayIsOfThatDay) {
    const Programme days = programme(R"({ "day": 1, "exercise": "feet" }, { "day": 3, "exercise": "look" },
        { "day": 1, "until": 3, "times": 3, "exercise": "savour", "optional": true })");
    const std::vector<Practised> first{did("feet", monday)};
    const auto place = place_in(days, monday, first, {}, monday);
    EXPECT_THAT(place.today, ElementsAre(2U));
    EXPECT_EQ(place.day_of_today, 1);
    EXPECT_EQ(place.today_since, monday);
    const auto last = place_in(days, monday, {did("feet", monday), did("look", monday + 4)}, {}, monday + 4);
    EXPECT_TRUE(last.finished);
    EXPECT_THAT(last.today, ElementsAre(2U));
    EXPECT_EQ(last.day_of_today, 3);
    EXPECT_LE(last.today_since, monday + 4);
    EXPECT_GE(last.today_since, monday);
}

TEST(ProgrammeWalk, ADayThatWaitsForNobodyPassesByItself) {
    const Programme days =
        programme(R"({ "day": 1, "exercise": "feet" }, { "day": 2, "review": "How is it?" },
        { "day": 3, "exercise": "soften", "optional": true }, { "day": 5, "exercise": "look" })");
    const auto at = [&](DayNumber today) { return place_in(days, monday, {did("feet", monday)}, {}, today); };
    EXPECT_THAT(at(monday + 1).today, ElementsAre(1U));
    EXPECT_THAT(at(monday + 2).today, ElementsAre(2U));
    EXPECT_THAT(at(monday + 3).today, ElementsAre(2U));
    EXPECT_THAT(at(monday + 4).today, ElementsAre(3U));
}

TEST(ProgrammeWalk, WhatIsLockedIsNeverOffered) {
    const Programme days = programme(R"({ "day": 1, "exercise": "mend", "locked_until_agreed": true },
        { "day": 3, "exercise": "look" })");
    const auto place = place_in(days, monday, {}, {}, monday + 2);
    EXPECT_THAT(place.today, ElementsAre(1U));
    EXPECT_EQ(place.all.of, 1);
}

TEST(ProgrammeWalk, SpreadsWhatIsToBeDoneSeveralTimes) {
    const Programme days = programme(R"({ "day": 1, "until": 6, "times": 2, "exercise": "feet" },
        { "day": 1, "until": 6, "times": 2, "exercise": "look" }, { "day": 7, "exercise": "weekly" })");
    std::vector<std::pair<std::size_t, int>> turns;
    for (const auto& turn : turns_of(days)) { turns.emplace_back(turn.item, turn.day); }
    using testing::Pair;
    EXPECT_THAT(turns, ElementsAre(Pair(0U, 1), Pair(1U, 2), Pair(0U, 4), Pair(1U, 5), Pair(2U, 7)));
}

/// A programme with some of everything.
Programme some_programme() {
    std::string items;
    const int count = *rc::gen::inRange(1, 6);
    for (int item = 0; item < count; ++item) {
        const int day = *rc::gen::inRange(1, 15);
        const int until = day + *rc::gen::inRange(0, 5);
        const int times = *rc::gen::inRange(1, until - day + 2);
        items +=
            fmt::format(R"({}{{ "day": {}, "until": {}, "times": {}, "exercise": "e{}", "optional": {} }})",
                        items.empty() ? "" : ",", day, until, times, *rc::gen::inRange(0, 3),
                        *rc::gen::inRange(0, 4) == 0);
    }
    return programme(items);
}

RC_GTEST_PROP(ProgrammeWalk, WhoeverDoesWhatIsThereComesToTheEnd, ()) {
    const Programme days = some_programme();
    std::vector<Practised> practised;
    DayNumber today = monday;
    std::size_t most = turns_of(days).size() * 20 + 40;
    ProgrammePlace place = place_in(days, monday, practised, {}, today);
    while (!place.finished) {
        RC_ASSERT(most-- > 0U);
        RC_ASSERT(place.today.empty() != place.next.empty());
        if (!place.today.empty() && *rc::gen::inRange(0, 3) < 2) {
            const int before = place.all.done;
            const auto item = place.today.front();
            practised.push_back(did(days.items[item].exercise.c_str(), today));
            place = place_in(days, monday, practised, {}, today);
            RC_ASSERT(can_be_passed(days.items[item]) || place.all.done == before + 1);
        } else {
            if (place.today.empty()) { RC_ASSERT(place.next_day > today); }
            place = place_in(days, monday, practised, {}, ++today);
        }
    }
    RC_ASSERT(place.all.done == place.all.of);
}

RC_GTEST_PROP(ProgrammeWalk, DaysThatNobodyCameOnChangeNothing, (int gap)) {
    const int days_away = 1 + std::abs(gap % 400);
    const Programme days = some_programme();
    const auto first = place_in(days, monday, {}, {}, monday + 14);
    const auto later = place_in(days, monday, {}, {}, monday + 14 + days_away);
    if (!first.today.empty() && !can_be_passed(days.items[first.today.front()])) {
        RC_ASSERT(first.today == later.today);
    }
    RC_ASSERT(first.all.done == later.all.done);
}

} // namespace
} // namespace kindly::test
