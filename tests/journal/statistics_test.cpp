// SPDX-License-Identifier: MIT
// The figures of the log against sums over the entries that `log` shows, made one by one.
#include "journal/statistics.hpp"

#include "journal/practice_lock.hpp"
#include "journal/world.hpp"

#include <algorithm>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using test::TemporaryFolder;

struct Told {
    int day = 0; ///< after 2026-12-20
    int exercise = 0, major = 1;
    std::string status, source, stop_reason, backdraft;
    std::optional<int> milliseconds, distress_before, distress_after, kindness_before, kindness_after,
        groundings;
    bool running = false;
};

template <class Value>
std::optional<Value> maybe(const rc::Gen<Value>& gen) {
    return *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional<Value>(*gen);
}

rc::Gen<Told> any_practice() {
    return rc::gen::exec([] {
        Told told;
        const auto rating = rc::gen::inRange(0, 11);
        told.day = *rc::gen::inRange(0, 40);
        told.exercise = *rc::gen::inRange(0, 4);
        told.major = *rc::gen::inRange(0, 3);
        told.status = *rc::gen::element<std::string>("completed", "closed_early", "stopped", "interrupted");
        told.source = *rc::gen::element<std::string>("timed", "timed", "entered_later", "trial");
        told.stop_reason = *rc::gen::element<std::string>("", "person", "distress", "crash");
        told.backdraft = *rc::gen::element<std::string>("", "none", "noticed", "grounded");
        told.milliseconds = maybe(rc::gen::inRange(0, 3600000));
        told.distress_before = maybe(rating);
        told.distress_after = maybe(rating);
        told.kindness_before = maybe(rating);
        told.kindness_after = maybe(rating);
        told.groundings = maybe(rc::gen::inRange(0, 3));
        told.running = *rc::gen::inRange(0, 10) == 0;
        return told;
    });
}

template <class Value>
void bind_if_any(SQLite::Statement& statement, int index, const std::optional<Value>& value) {
    if (value) {
        statement.bind(index, *value);
    } else {
        statement.bind(index);
    }
}

std::optional<std::string> if_any(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

void write(const std::filesystem::path& file, const std::vector<Told>& practices) {
    { const Journal made = Journal::open_for_writing(file); }
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(database);
    SQLite::Statement insert(
        database,
        "INSERT INTO session (id, exercise, exercise_version, title, language, components, started_at,"
        " started_offset, day, status, stop_reason, practised_ms, distress_before, distress_after, "
        "kindness_before,"
        " kindness_after, backdraft, groundings, source, recorded_at, recorded_offset, kindly_version, "
        "changed_at,"
        " running) VALUES (?, ?, ?, ?, 'en', '', ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '0', 0, ?)");
    constexpr std::int64_t day_ms = 86400000;
    const DayNumber first = *read_day("2026-12-20");
    for (std::size_t index = 0; index < practices.size(); ++index) {
        const Told& told = practices[index];
        insert.reset();
        int at = 0;
        insert.bind(++at, test::id_of(static_cast<int>(index)));
        insert.bind(++at, fmt::format("exercise-{}", told.exercise));
        insert.bind(++at, told.major == 0 ? std::string() : fmt::format("{}.{}.0", told.major, index % 2));
        insert.bind(++at, fmt::format("Title {}", index));
        insert.bind(++at, (first + told.day) * day_ms + static_cast<std::int64_t>(index % 3));
        insert.bind(++at, written_day(first + told.day));
        insert.bind(++at, told.status);
        bind_if_any(insert, ++at, if_any(told.stop_reason));
        bind_if_any(insert, ++at, told.milliseconds);
        bind_if_any(insert, ++at, told.distress_before);
        bind_if_any(insert, ++at, told.distress_after);
        bind_if_any(insert, ++at, told.kindness_before);
        bind_if_any(insert, ++at, told.kindness_after);
        bind_if_any(insert, ++at, if_any(told.backdraft));
        bind_if_any(insert, ++at, told.groundings);
        insert.bind(++at, told.source);
        insert.bind(++at, told.running ? 1 : 0);
        insert.exec();
    }
    transaction.commit();
}

struct Naive {
    std::int64_t practices = 0, seconds = 0, without_time = 0;
    void add(const Entry& entry) {
        ++practices;
        seconds += entry.practised_seconds.value_or(0);
        without_time += entry.practised_seconds ? 0 : 1;
    }
    bool operator==(const Amount& amount) const {
        return practices == amount.practices && seconds == amount.seconds &&
               without_time == amount.without_time;
    }
};

/// Every figure from a list of entries, each by looking through all of them again.
void compare(const Statistics& found, std::vector<Entry> entries) {
    std::erase_if(entries, [](const Entry& entry) { return entry.source == "trial"; });
    const auto count = [&](auto&& is_one) {
        return static_cast<std::int64_t>(std::count_if(entries.begin(), entries.end(), is_one));
    };
    Naive all;
    std::map<DayNumber, Naive> days;
    std::map<std::string, Naive> weeks, exercises;
    std::map<std::string, std::string> titles, last_days;
    std::map<std::pair<std::string, std::string>, std::int64_t> versions;
    std::int64_t groundings = 0;
    for (const Entry& entry : entries) { // oldest first
        all.add(entry);
        days[*read_day(entry.day)].add(entry);
        weeks[iso_week(*read_day(entry.day))].add(entry);
        exercises[entry.exercise].add(entry);
        titles[entry.exercise] = entry.title;
        last_days[entry.exercise] = std::max(last_days[entry.exercise], entry.day);
        ++versions[{entry.exercise, entry.exercise_version.substr(0, entry.exercise_version.find('.'))}];
        groundings += entry.groundings.value_or(0);
    }
    RC_ASSERT(all == found.all);
    RC_ASSERT(found.entered_later == count([](const Entry& e) { return e.source == "entered_later"; }));
    RC_ASSERT(found.stopped_for_distress ==
              count([](const Entry& e) { return e.stop_reason == "distress"; }));
    RC_ASSERT(found.backdraft_asked == count([](const Entry& e) { return !e.backdraft.empty(); }));
    RC_ASSERT(found.backdraft_noticed ==
              count([](const Entry& e) { return e.backdraft == "noticed" || e.backdraft == "grounded"; }));
    RC_ASSERT(found.backdraft_grounded == count([](const Entry& e) { return e.backdraft == "grounded"; }));
    RC_ASSERT(found.groundings == groundings);
    for (const char* const status : {"completed", "closed_early", "stopped", "interrupted"}) {
        const auto in_status = found.by_status.find(status);
        RC_ASSERT((in_status == found.by_status.end() ? 0 : in_status->second) ==
                  count([&](const Entry& e) { return e.status == status; }));
    }
    const auto pairs_agree = [&](const Pairs& pairs, auto&& before, auto&& after, auto&& is_meant) {
        const auto both = [&](const Entry& e) { return is_meant(e) && before(e) && after(e); };
        RC_ASSERT(pairs.count() == count(both));
        RC_ASSERT(pairs.lower() == count([&](const Entry& e) { return both(e) && *after(e) < *before(e); }));
        RC_ASSERT(pairs.higher() == count([&](const Entry& e) { return both(e) && *after(e) > *before(e); }));
        RC_ASSERT(pairs.not_rated() == count([&](const Entry& e) { return is_meant(e) && !both(e); }));
    };
    const auto ratings_agree = [&](const RatingPairs& ratings, auto&& is_meant) {
        pairs_agree(
            ratings.distress, [](const Entry& e) { return e.distress_before; },
            [](const Entry& e) { return e.distress_after; }, is_meant);
        pairs_agree(
            ratings.kindness, [](const Entry& e) { return e.kindness_before; },
            [](const Entry& e) { return e.kindness_after; }, is_meant);
    };
    ratings_agree(found.ratings, [](const Entry&) { return true; });
    RC_ASSERT(days.size() == found.by_day.size());
    for (const auto& [day, amount] : found.by_day) { RC_ASSERT(days[day] == amount); }
    RC_ASSERT(weeks.size() == found.by_week.size());
    for (const auto& [monday, week] : found.by_week) {
        RC_ASSERT(weeks[iso_week(monday)] == week.amount);
        ratings_agree(week.ratings,
                      [monday = monday](const Entry& e) { return monday_of(*read_day(e.day)) == monday; });
    }
    RC_ASSERT(exercises.size() == found.by_exercise.size());
    std::size_t versions_found = 0;
    for (const auto& [id, figures] : found.by_exercise) {
        RC_ASSERT(exercises[id] == figures.amount);
        RC_ASSERT(titles[id] == figures.title);
        RC_ASSERT(last_days[id] == written_day(figures.last_day));
        versions_found += figures.versions.size();
        for (const auto& [major, version] : figures.versions) {
            RC_ASSERT((versions[{id, major}]) == version.practices);
            ratings_agree(version.ratings, [&, major = major](const Entry& e) {
                return e.exercise == id &&
                       e.exercise_version.substr(0, e.exercise_version.find('.')) == major;
            });
        }
    }
    RC_ASSERT(versions.size() == versions_found);
}

RC_GTEST_PROP(Statistics, AreTheSumsOfTheEntriesThatLogShows, ()) {
    const TemporaryFolder folder;
    write(folder.journal(), *rc::gen::resize(30, rc::gen::container<std::vector<Told>>(any_practice())));
    const Journal journal = Journal::open_for_reading(folder.journal());
    Filter filter;
    if (*rc::gen::arbitrary<bool>()) { filter.exercise = "exercise-1"; }
    if (*rc::gen::arbitrary<bool>()) { filter.status = "completed"; }
    if (*rc::gen::arbitrary<bool>()) { filter.from_day = "2026-12-25"; }
    if (*rc::gen::arbitrary<bool>()) { filter.until_day = "2027-01-10"; }
    filter.trials = false;
    filter.limit = static_cast<std::size_t>(*rc::gen::inRange(0, 6));
    compare(statistics(journal, filter), journal.entries(filter));
}

TEST(Statistics, OfNoLogAreEmpty) {
    const TemporaryFolder folder;
    const Statistics found = statistics(Journal::open_for_reading(folder.journal()), {});
    EXPECT_EQ(found.all.practices, 0);
    EXPECT_TRUE(found.by_day.empty());
    EXPECT_FALSE(std::filesystem::exists(folder.journal()));
}

TEST(Statistics, WaitForThePracticeThatIsStillGoing) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    test::record_whole(journal, 1);
    journal.begin(test::practice(2));
    const Journal reader = Journal::open_for_reading(folder.journal());
    EXPECT_EQ(statistics(reader, {}).all.practices, 1);
    journal.finish(test::id_of(2), test::rated(3, 100), "completed", "");
    EXPECT_EQ(statistics(reader, {}).all.practices, 2);
}

TEST(Statistics, CountAPracticeWhoseDayCannotBe) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    test::record_whole(journal, 1);
    const std::string day = test::ask_sql(folder.journal(), "SELECT day FROM session");
    test::run_sql(folder.journal(), "UPDATE session SET day = '2026-02-31'");
    const Statistics found = statistics(journal, {});
    ASSERT_EQ(found.by_day.size(), 1U);
    EXPECT_EQ(written_day(found.by_day.begin()->first), day); // when it began
}

} // namespace
} // namespace kindly
